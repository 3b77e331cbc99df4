import CohortModel
import Tables

/// Line mode (`--plain`): the same commands as after `:` and as keys, a line each.
extension Step {
  mutating func takeLine(_ text: String) {
    var line = text.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined().trimmed
    // As on the screen, where it begins a command.
    if line.first == ":" { line = String(line.dropFirst()).trimmed }
    let hasOffer = state.offer != nil
    if answerOffer(isAccepted: isYes(line)) { return }
    if hasOffer, ["n", "no", say("no")].contains(line.lowercased()) {
      state.message = .note("A new session. The command help lists the commands.")
      return
    }
    switch state.overlay {
    case .picker(let picker): return answer(line, picker)
    case .prompt(let prompt) where prompt.kind == .find && !line.isEmpty:
      state.overlay = nil
      state.searchText = line
      return find(forward: true)
    case .prompt(let prompt) where prompt.kind == .narrow && !line.isEmpty:
      state.overlay = nil
      return narrow(to: line)
    case .mark:
      guard line.count == 1, let letter = line.first else {
        state.overlay = nil
        return
      }
      return take(.key(.character(letter)))
    case .reader:
      // What was said before it is still there: going back leads to that.
      state.overlay = nil
      if line == Command.back.rawValue { return }
    case .prompt, .keyMenu, .tour, nil: state.overlay = nil
    }
    if case .export(let screen) = state.screen {
      if screen.overwriting != nil { return answerOverwriting(line, screen) }
      state.screens.removeLast()
    }
    guard !line.isEmpty else { return }
    if line.count > 1, line.first == "/" { line = "find " + line.dropFirst() }
    state.commandHistory.removeAll { $0 == line }
    state.commandHistory.append(line)
    run(line, Prompt(kind: .command))
    if case .keyMenu = state.overlay { showHelp() }
    if case .prompt(let prompt) = state.overlay, let problem = prompt.problem {
      state.overlay = nil
      state.message =
        line.contains(" ")
        ? .problem(problem)
        : .problem("\(problem, "problem") The command help lists the commands.")
    }
  }

  /// Numbers or names of a menu's items; several where several can be chosen. Other words narrow it.
  private mutating func answer(_ line: String, _ picker: Picker) {
    if line.isEmpty { return }
    if line == Command.back.rawValue || line == Command.leave.rawValue {
      state.overlay = nil
      state.message = .note("Closed without a choice.")
      return
    }
    let words = line.split { $0 == " " || $0 == "," }.map(String.init)
    var chosen: [Picker.Item] = []
    for word in words {
      let number = Int(word).map { $0 - 1 }
      if let number, picker.items.indices.contains(number) {
        chosen.append(picker.items[number])
      } else if let item = picker.items.first(where: { $0.value == word }) {
        chosen.append(item)
      }
    }
    if chosen.count < words.count {
      var narrowed = picker
      narrowed.typed = line
      chosen = narrowed.matches.count == 1 ? narrowed.matches : []
    }
    guard !chosen.isEmpty, chosen.count == 1 || picker.allowsSeveral else {
      state.message =
        picker.allowsSeveral
        ? .note("Choose by numbers or names; back closes the menu.")
        : .note("Choose by number or name; back closes the menu.")
      return
    }
    state.overlay = nil
    choose(chosen, picker.purpose)
  }

  private func isYes(_ line: String) -> Bool {
    ["y", "yes", say("yes")].contains(line.lowercased())
  }

  private mutating func answerOverwriting(_ line: String, _ screen: ExportScreen) {
    var screen = screen
    guard let path = screen.overwriting else { return }
    screen.overwriting = nil
    state.screen = .export(screen)
    if isYes(line) {
      write(screen, path: path, overwrite: true)
    } else {
      state.screens.removeLast()
      state.message = .note("Nothing was written.")
    }
  }

  /// Commands that take a word after their name: `find TEXT`, `export FILE`, `chart KIND`, `open 2`, `down 3`. False
  /// where the words are something else.
  mutating func runWithArgument(_ words: [String]) -> Bool {
    guard words.count > 1, let command = Command(rawValue: words[0]),
      state.package.pilot(words[0]) == nil
    else { return false }
    let argument = words.dropFirst().joined(separator: " ")
    switch command {
    case .find:
      state.searchText = argument
      find(forward: true)
    case .export:
      startExport()
      guard case .export(var screen) = state.screen else {
        state.message = .note("There is no table here to export.")
        return true
      }
      screen.fileName = LineEditor(argument)
      state.screen = .export(screen)
      write(screen)
    case .chart: drawChart(named: argument)
    case .open:
      // A view may have a number as its name.
      guard argument.isWholeNumber, !state.savedViews.contains(where: { $0.name == argument })
      else {
        return false
      }
      openLine(argument)
    case _ where command.isMovement:
      guard let count = Int(argument), (1...10_000).contains(count) else { return false }
      for _ in 0..<count { move(command) }
    default: return false
    }
    return true
  }

  /// Opens the line of a number, as lines of text have them before what can be opened.
  private mutating func openLine(_ number: String) {
    guard var place = state.screen.place,
      let count = Document.shown(in: state, style: .unicode)?.focusable.count
    else {
      state.message = .note(
        "Lines have no numbers here: \(keyName(.open), "key") opens the one in focus.")
      return
    }
    guard let wanted = Int(number), (1...max(1, count)).contains(wanted), count > 0 else {
      state.message = .note("There is no line \(number, "number"); there are \(count, "count").")
      return
    }
    place.focus = wanted - 1
    state.screen.place = place
    keepFocusInView()
    open()
  }
}

extension String {
  /// Digits, perhaps with a sign before them.
  fileprivate var isWholeNumber: Bool {
    let digits = hasPrefix("-") ? dropFirst() : self[...]
    return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

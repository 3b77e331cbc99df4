import CohortModel
import Tables

/// Typing a line: a query, a command, a text to find.
extension Step {
  mutating func type(_ key: Key, _ prompt: Prompt) {
    var prompt = prompt
    prompt.problem = nil
    prompt.faultyWord = nil
    switch key {
    case .escape:
      state.overlay = prompt.naming.map(Overlay.picker)
      if prompt.kind == .narrow { narrow(to: "") }
      return
    case .up where prompt.kind == .narrow: return move(.up)
    case .down where prompt.kind == .narrow: return move(.down)
    case .pageUp where prompt.kind == .narrow: return move(.pageUp)
    case .pageDown where prompt.kind == .narrow: return move(.pageDown)
    case .backspace where prompt.line.characters.isEmpty:
      state.overlay = prompt.naming.map(Overlay.picker)
      return
    case .enter:
      accept(prompt)
      return
    case .up: recall(by: 1, &prompt)
    case .down: recall(by: -1, &prompt)
    case .tab: if prompt.kind == .command { complete(&prompt) }
    default:
      if !prompt.line.edit(key) {
        state.message = .note(
          "\(keyName(.accept), "accept") accepts the line, \(keyName(.cancel), "cancel") closes it."
        )
      }
    }
    state.overlay = .prompt(prompt)
    if prompt.kind == .narrow { narrow(to: prompt.line.text) }
  }

  private mutating func accept(_ prompt: Prompt) {
    let text = prompt.line.text.trimmed
    state.overlay = nil
    if let picker = prompt.naming { return nameGroup(text, picker) }
    guard !text.isEmpty else { return }
    switch prompt.kind {
    case .narrow: narrow(to: text)
    case .groupName: break
    case .find:
      state.searchText = text
      find(forward: true)
    case .command:
      state.commandHistory.removeAll { $0 == text }
      state.commandHistory.append(text)
      if state.commandHistory.count > 100 { state.commandHistory.removeFirst() }
      run(text, prompt)
    }
  }

  private mutating func recall(by step: Int, _ prompt: inout Prompt) {
    var history = state.commandHistory
    // Before anything typed stands what is shown, to be changed.
    if let shown = state.screen.query?.text, history.last != shown { history.append(shown) }
    let place = prompt.historyPlace + step
    guard prompt.kind == .command, place >= 0, place <= history.count else { return }
    if prompt.historyPlace == 0 { prompt.draft = prompt.line.text }
    prompt.historyPlace = place
    prompt.line = LineEditor(place == 0 ? prompt.draft : history[history.count - place])
  }

  /// A command by its name, or else a query.
  mutating func run(_ typed: String, _ prompt: Prompt) {
    var text = typed
    let words = text.split(separator: " ").map(String.init)
    if runWithArgument(words) { return }
    if words.count == 1, let command = Command(rawValue: words[0]),
      !Command.ofMenus.contains(command),
      state.package.pilot(words[0]) == nil
    {
      let screens = KeyTable.entries.filter { $0.command == command }
      if screens.contains(where: { $0.works(on: state.keyScreen) }) {
        perform(command)
      } else {
        let names = state.language.names(of: screens.flatMap(\.screens))
        state.message = .note(
          "\u{201C}\(words[0], "command")\u{201D} works on: \(names, "screens").")
      }
      return
    }
    if runSessionCommand(text) { return }
    if words.count == 2, words[0] == Command.linkLevel.rawValue,
      let level = LinkLevel(rawValue: words[1]), state.screen.query != nil
    {
      requery { $0.linkLevel = level }
      return
    }
    // Clauses alone are of the pilot that is open.
    if words.count > 1, Step.clauses.contains(words[0]), state.package.pilot(words[0]) == nil,
      let pilot = state.screen.pilotName
    {
      text = "\(pilot) \(typed)"
    }
    let query: CohortQuery
    do {
      query = try CohortQuery(text: text)
      _ = try TablePlan(query, package: state.package, today: state.today)
    } catch {
      reopen(prompt, with: error, text: text)
      return
    }
    let isPathway = query.isFunnel
    ask(query, .push(isPathway ? .pathway : .table))
  }

  private static let clauses: Set<String> = [
    "rows", "columns", "pages", "stage", "where", "versus", "recode", "had", "hadnot", "period",
    "link", "measure",
  ]

  /// The line again, with the word at fault shown in it.
  private mutating func reopen(_ prompt: Prompt, with problem: QueryProblem, text: String) {
    var prompt = prompt
    prompt.line = LineEditor(text)
    prompt.historyPlace = 0
    prompt.problem = say(problem.phrase)
    let characters = Array(text)
    if let word = problem.word.map(Array.init), !word.isEmpty {
      let start =
        problem.offset
        ?? characters.indices.first { characters[$0...].starts(with: word) }
      if let start, start >= 0, start < characters.count {
        prompt.faultyWord = start..<min(characters.count, start + word.count)
      }
    } else if let start = problem.offset, start >= 0, start < characters.count {
      prompt.faultyWord = start..<(start + 1)
    }
    state.overlay = .prompt(prompt)
  }

  // MARK: Completion

  private mutating func complete(_ prompt: inout Prompt) {
    let before = String(prompt.line.characters.prefix(prompt.line.cursor))
    var found = CohortQuery.completions(
      for: before, at: before.count, in: state.package)
    found += sessionCompletions(before)
    if !before.contains(" ") {
      found += Command.typed.map(\.rawValue).filter { $0.hasPrefix(before) }.sorted()
    }
    let start = before.lastIndex { " =,;:".contains($0) }.map { before.index(after: $0) }
    let word = before[(start ?? before.startIndex)...]
    guard let first = found.first else {
      state.message = .note("Nothing here begins with \u{201C}\(String(word), "text")\u{201D}.")
      return
    }
    let common = found.dropFirst().reduce(first) { common, name in
      String(zip(common, name).prefix { $0 == $1 }.map(\.0))
    }
    if found.count == 1 || (common.count > word.count && common.hasPrefix(word)) {
      for _ in word { _ = prompt.line.edit(.backspace) }
      for character in common { prompt.line.insert(character) }
      if found.count == 1 { prompt.line.insert(" ") }
    }
    if found.count > 1 { state.message = .note(found.prefix(20).joined(separator: "  ")) }
  }
}

extension String {
  var trimmed: String {
    var characters = Substring(self)
    while characters.first == " " { characters.removeFirst() }
    while characters.last == " " { characters.removeLast() }
    return String(characters)
  }
}

extension CohortQuery {
  /// The stages of everyone, or of groups side by side: shown as a pathway.
  var isFunnel: Bool {
    rows.map(\.name) == [TableView.stageAxis] && pages.isEmpty && stage == nil
      && measure == .persons
  }
}

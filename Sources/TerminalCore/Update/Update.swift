import CohortModel
import Tables

/// What the explorer becomes when something happens to it, and what it then asks of the world.
public func update(_ state: ExplorerState, _ input: Input) -> (ExplorerState, [Effect]) {
  var step = Step(state: state)
  step.take(input)
  step.writeJournal()
  step.openLongMessage()
  if !step.state.isWaiting { step.state.waited = 0 }
  step.askForMedians()
  step.askForLinkage()
  return (step.state, step.effects)
}

/// One step of the explorer: the state on its way, and the effects gathered on it.
struct Step {
  var state: ExplorerState
  var effects: [Effect] = []
  /// The screens before the key at hand have been remembered, to be undone to.
  var hasRemembered = false

  init(state: ExplorerState) {
    self.state = state
  }

  func say(_ phrase: Phrase) -> String { state.language.say(phrase) }

  /// A command's key as messages name it (`KeyBindings.name`).
  func keyName(_ command: Command) -> String {
    state.keys.name(of: command, on: state.screen.keyScreen)
  }

  private func labelled(_ table: ProtectedTable) -> ProtectedTable {
    table.labelled(in: state.language, package: state.package, today: state.today)
  }

  mutating func take(_ input: Input) {
    switch input {
    case .key(let key):
      if isUnseen(key) { return }
      state.message = nil
      if answerOffer(key) { return }
      typed(key)
    case .paste(let text):
      if state.size.isTooSmall { return }
      state.message = nil
      paste(text)
    case .resize(let size):
      state.size = size
      keepFocusInView()
    case .fetched(let id, let result):
      fetched(id, result.map(labelled))
    case .compared(let id, let result):
      compared(id, result.map { $0.map(labelled) })
    case .timed(let id, let result):
      keepTimes(id, result.map { $0.map(labelled) })
    case .waited(let seconds): if state.isWaiting { state.waited = seconds }
    case .explained(let id, let result): explained(id, result)
    case .exported(let id, let result): exported(id, result)
    case .copied(let id, let result): copied(id, result)
    case .mouse(let event):
      state.message = nil
      point(event)
    case .line(let text):
      state.message = nil
      takeLine(text)
    case .time(let time): state.timeOfDay = time
    case .viewsChanged(let id, let result): viewsChanged(id, result)
    case .recorded(let lines, let problem): recorded(lines, problem)
    }
  }

  /// Whether nobody sees what the key would do: in a window that is too small for a screen only those
  /// work that leave it or draw it anew.
  private func isUnseen(_ key: Key) -> Bool {
    guard state.size.isTooSmall else { return false }
    switch state.keys.command(for: key, on: state.screen.keyScreen) {
    case .leave, .repaint, .suspend: return false
    default: return true
    }
  }

  private static let longestTypeAhead = 1000

  /// A key that is typed while a table is on its way is meant for that table: it waits for it. Those
  /// that stop the wait or leave do not.
  private mutating func typed(_ key: Key) {
    guard state.pending != nil, state.overlayIsClosed else { return take(key) }
    switch state.keys.command(for: key, on: state.keyScreen) {
    case .back, .leave, .repaint, .suspend: take(key)
    default:
      if state.typedAhead.count < Step.longestTypeAhead { state.typedAhead.append(key) }
    }
  }

  /// Does what was typed while the table was on its way, up to the next table to wait for.
  mutating func catchUp() {
    while state.pending == nil, !state.typedAhead.isEmpty { take(state.typedAhead.removeFirst()) }
  }

  private mutating func take(_ key: Key) {
    remembering { $0.handle(key) }
    writeJournal()
  }

  private mutating func handle(_ key: Key) {
    switch state.overlay {
    case .tour(let tour): take(key, tour)
    case .mark(let isSetting): mark(state.keys.inMenus(key), isSetting: isSetting)
    case .picker(let picker): pick(state.keys.inMenus(key), picker)
    case .prompt(let prompt): type(state.keys.inMenus(key), prompt)
    case .keyMenu(let page): turnMenu(key, page)
    case .reader, nil:
      if case .export(let screen) = state.screen, state.overlayIsClosed {
        typeFileName(state.keys.inMenus(key), screen)
      } else {
        dispatch(key)
      }
    }
  }

  mutating func dispatch(_ key: Key) {
    let screen = state.keyScreen
    if case .reader(let reader) = state.overlay, reader.leadsToCoarser,
      state.keys.command(for: key, on: state.screen.keyScreen) == .coarser
    {
      state.overlay = nil
      perform(.coarser)
    } else if let command = state.keys.command(for: key, on: screen) {
      perform(command)
    } else if let elsewhere = state.keys.entries.first(where: { $0.keys.contains(key) }) {
      let names = state.language.names(of: elsewhere.screens)
      state.message = .note(
        "\(key.name, "key") works on: \(names, "screens"). \(state.keys.name(of: .help), "help") shows the keys of this view."
      )
    } else {
      state.message = .note(
        "\(key.name, "key") does nothing here. \(state.keys.name(of: .help), "help") shows the keys of this view."
      )
    }
  }

  /// A key while the menu of keys is open: it turns the menu's pages, closes it, or does what it does.
  private mutating func turnMenu(_ key: Key, _ page: Int) {
    let layout = KeyMenuLayout(
      state.screen.keyScreen, state.keys, size: state.size, style: .unicode,
      language: state.language)
    state.overlay = nil
    switch state.keys.command(for: key, on: state.screen.keyScreen) {
    case .keyMenu, .pageDown:
      if page + 1 < layout.pages.count { state.overlay = .keyMenu(page: page + 1) }
    case .pageUp: state.overlay = .keyMenu(page: max(0, page - 1))
    default: if state.keys.inMenus(key) != .escape { dispatch(key) }
    }
  }

  /// A message that would cover most of the window is read on a screen of its own.
  mutating func openLongMessage() {
    guard let message = state.message, state.overlayIsClosed, !state.size.isTooSmall,
      state.messageLines(.unicode).count > max(2, state.size.rows / 2)
    else { return }
    state.message = nil
    state.overlay = .reader(
      Reader(
        title: "Message",
        paragraphs: [
          Reader.Paragraph(text: message.phrase, role: message.isProblem ? .problem : .text)
        ]))
  }

  private mutating func paste(_ text: String) {
    let characters = text.prefix(LineEditor.longest).map { $0.isNewline ? " " : $0 }
    switch state.overlay {
    case .prompt(var prompt):
      for character in characters { prompt.line.insert(character) }
      state.overlay = .prompt(prompt)
    case .picker(var picker):
      picker.typed += String(characters)
      picker.focus = 0
      state.overlay = .picker(picker)
    case .keyMenu, .mark, .reader, .tour, nil:
      if state.overlayIsClosed, case .export(var screen) = state.screen {
        for character in characters { screen.fileName.insert(character) }
        state.screen = .export(screen)
      } else {
        state.message = .note("Nothing is being typed here: what was pasted was left out.")
      }
    }
  }

  /// Does what a command says on the screen that is shown.
  mutating func perform(_ command: Command) {
    switch command {
    case .up, .down, .pageUp, .pageDown, .first, .last, .left, .right, .lineStart, .lineEnd:
      move(command)
    case .open: open()
    case .accept: if case .export(let screen) = state.screen { write(screen) }
    case .cancel, .tick: break
    case .back: back()
    case .leave: effects.append(.quit)
    case .help: showHelp()
    case .keyMenu: state.overlay = .keyMenu(page: 0)
    case .commandLine: state.overlay = .prompt(Prompt(kind: .command))
    case .repaint: effects.append(.repaint)
    case .suspend: effects.append(.suspend)
    case .undo: undo()
    case .redo: redo()
    case .find: startFinding()
    case .findNext: find(forward: true)
    case .findPrevious: find(forward: false)
    case .rows: chooseAxis(.row)
    case .columns: chooseAxis(.column)
    case .pages: chooseAxis(.page)
    case .swap: swapAxes()
    case .filter: chooseFilter()
    case .linkLevel: chooseLinkLevel()
    case .measure: chooseMeasure()
    case .percent: cyclePercentage()
    case .why: explain()
    case .coarser: chooseCoarserTable()
    case .definition: showDefinitions()
    case .nextPage: turnPage(by: 1)
    case .previousPage: turnPage(by: -1)
    case .deeper: changeDepth(by: 1)
    case .shallower: changeDepth(by: -1)
    case .fold: fold()
    case .recode: chooseRecode()
    case .levels: askForLevels()
    case .sortAscending: sort(isDescending: false)
    case .sortDescending: sort(isDescending: true)
    case .export: startExport()
    case .tour: showTour()
    case .catalogue: showCatalogue()
    case .copy: copyFigure()
    case .copyTable: copyTable()
    case .mark: askForMark(isSetting: true)
    case .goToMark: askForMark(isSetting: false)
    case .chart: drawChart(by: 1)
    case .chartBefore: drawChart(by: -1)
    case .log: showLog()
    case .views: chooseView()
    }
  }
}

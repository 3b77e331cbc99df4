import CohortModel
import Tables

/// Moving, opening and going back.
extension Step {
  mutating func move(_ command: Command) {
    if case .reader(var reader) = state.overlay {
      moveInDocument(command, &reader.place)
      state.overlay = .reader(reader)
    } else if case .table(var screen) = state.screen {
      screen.move(command, in: state.window(of: screen))
      state.screen = .table(screen)
    } else if case .chart(let screen) = state.screen {
      moveInChart(command, screen)
    } else if case .pathway(var screen) = state.screen, command.isSideways {
      guard screen.isSideBySide else {
        state.message = .note(
          """
          One group is shown: \(keyName(.columns), "key") puts the codes of a variable side by side.
          """)
        return
      }
      screen.moveSideways(command)
      screen.keepGroupInView(state)
      state.screen = .pathway(screen)
    } else if case .levels = state.screen {
      withLevels { $0.move(command, in: $1) }
    } else if var place = state.screen.place {
      moveInDocument(command, &place)
      state.screen.place = place
    }
  }

  func moveInDocument(_ command: Command, _ place: inout DocumentPlace) {
    guard let document = Document.shown(in: state, style: .unicode) else { return }
    let height = document.height(in: state.size)
    place = place.clamped(to: document, height: height)
    switch command {
    case .up: place.moveUp(in: document, height: height)
    case .down: place.moveDown(in: document, height: height)
    case .pageUp: place.movePage(-1, in: document, height: height)
    case .pageDown: place.movePage(1, in: document, height: height)
    case .first: place.moveFirst()
    case .last: place.moveLast(in: document, height: height)
    default: break
    }
  }

  /// After a change of size or of tables.
  mutating func keepFocusInView() {
    if case .table(var screen) = state.screen {
      screen.keepFocusInView(state.window(of: screen))
      state.screen = .table(screen)
      return
    }
    withLevels { _, _ in }
    if case .pathway(var screen) = state.screen {
      screen.keepGroupInView(state)
      state.screen = .pathway(screen)
    }
    if var place = state.screen.place,
      let document = Document.shown(in: state, style: .unicode)
    {
      let height = document.height(in: state.size)
      place = place.clamped(to: document, height: height)
      let focusable = document.focusable
      if place.top > 0 || height < document.lines.count,
        focusable.indices.contains(place.focus), place.focus > 0
      {
        place.go(to: focusable[place.focus], in: document, height: height)
      }
      state.screen.place = place
    }
  }

  mutating func open() {
    switch state.screen {
    case .home(let screen):
      let pilots = state.package.pilots
      let view = screen.place.focus - pilots.count
      if state.savedViews.indices.contains(view) { return open(state.savedViews[view].place) }
      let recent = view - state.savedViews.count
      if state.recentOnHome.indices.contains(recent) { return open(state.recentOnHome[recent]) }
      guard pilots.indices.contains(screen.place.focus) else {
        state.message = .note("There is no pilot to open.")
        return
      }
      remember()
      cancelPending()
      state.screens.append(.pilot(PilotScreen(pilot: pilots[screen.place.focus].name)))
    case .pilot(let screen):
      openPathway(of: screen.pilot)
    case .pathway(let screen): breakDown(screen)
    case .table(let screen): drill(screen)
    case .levels: break
    case .export(let screen): write(screen)
    case .catalogue(let screen): open(screen)
    case .chart: break
    case .log(let screen): openLogEntry(screen)
    }
  }

  /// The pathway, or the first variable where a pilot has no stages.
  private mutating func openPathway(of pilot: String) {
    guard let known = state.package.pilot(pilot) else { return }
    let query = state.openingQuery(of: known)
    ask(query, .push(query.isFunnel ? .pathway : .table))
  }

  /// A stage or ending, of the focused group where groups stand side by side.
  private mutating func breakDown(_ screen: PathwayScreen) {
    let rows = screen.view.rows
    guard rows.indices.contains(screen.place.focus),
      let entry = rows[screen.place.focus].entries.first
    else { return }
    let stage = entry.isTotal ? nil : entry.code
    let pilot = state.package.pilot(screen.query.pilot)
    var label = stage.map { state.stageLabel($0, in: pilot) } ?? entry.label
    if screen.isSideBySide { label += ", \(screen.groupLabel(screen.group, state.language))" }
    chooseBreakdown(
      of: label, stage: stage, filters: screen.groupFilters, from: screen.query)
  }

  private mutating func drill(_ screen: TableScreen) {
    guard let row = screen.row else { return }
    var filters = screen.query.filters
    var stage = screen.query.stage
    var labels: [String] = []
    for (axis, entry) in screen.codes(row: row, column: screen.column) {
      labels.append(entry.label)
      if axis.name == TableView.stageAxis {
        stage = entry.code
      } else if axis.role != .measure {
        filters.removeAll { $0.variable == axis.name }
        filters.append(Filter(variable: axis.name, codes: [entry.code]))
      }
    }
    let label =
      labels.isEmpty
      ? state.language.totalLabel(of: screen.view) : labels.joined(separator: ", ")
    chooseBreakdown(of: label, stage: stage, filters: filters, from: screen.query)
  }

  mutating func back() {
    if cancelPending() {
      state.message = .note("Stopped. What was shown is still here.")
      return
    }
    if !state.errands.isEmpty {
      for id in state.errands.sorted() { effects.append(.cancel(id)) }
      state.errands = []
      state.message = .note("Not waited for any more. A file that was begun is written whole.")
      return
    }
    if case .reader = state.overlay {
      state.overlay = nil
    } else if state.screens.count > 1 {
      remember()
      if case .catalogue(let screen) = state.screen { state.leftCatalogue = screen }
      state.screens.removeLast()
      keepFocusInView()
    } else {
      state.message = .note("This is the first screen. \(keyName(.leave), "key") leaves.")
    }
  }

  // MARK: Finding

  /// Asks for a text to find; in the catalogue with what narrows it already.
  mutating func startFinding() {
    if case .catalogue(let screen) = state.screen, state.overlayIsClosed {
      state.overlay = .prompt(Prompt(kind: .narrow, line: LineEditor(screen.find)))
    } else {
      state.overlay = .prompt(Prompt(kind: .find))
    }
  }

  mutating func find(forward: Bool) {
    let wanted = state.searchText.lowercased()
    guard !wanted.isEmpty else {
      state.message = .note("Nothing to find yet: \(keyName(.find), "key") asks for a text.")
      return
    }
    let isFound: Bool
    if case .table(var screen) = state.screen, state.overlayIsClosed {
      let found = screen.find(wanted, forward: forward)
      isFound = found != nil
      if let words = found.flatMap({ screen.view.inWords($0) }) { state.message = .note(words) }
      screen.keepFocusInView(state.window(of: screen))
      state.screen = .table(screen)
    } else if case .levels = state.screen, state.overlayIsClosed {
      var found: Found?
      withLevels { screen, _ in found = screen.find(wanted, forward: forward) }
      isFound = found != nil
      if let words = found.flatMap({ state.screen.levelsView?.inWords($0) }) {
        state.message = .note(words)
      }
    } else if case .chart(var screen) = state.screen, state.overlayIsClosed {
      isFound = screen.find(wanted, in: state.content(of: screen), forward: forward)
      state.screen = .chart(screen)
    } else {
      isFound = findInDocument(wanted, forward: forward)
    }
    if !isFound {
      state.message = .note("\u{201C}\(state.searchText, "text")\u{201D} is not here.")
    }
  }

  private mutating func findInDocument(_ wanted: String, forward: Bool) -> Bool {
    guard let document = Document.shown(in: state, style: .unicode) else { return false }
    let height = document.height(in: state.size)
    var place = DocumentPlace()
    var reader: Reader?
    if case .reader(let open) = state.overlay {
      reader = open
      place = open.place
    } else if let own = state.screen.place {
      place = own
    }
    let count = document.lines.count
    guard count > 0 else { return false }
    let focusable = document.focusable
    let current = focusable.indices.contains(place.focus) ? focusable[place.focus] : place.top
    // A line that cannot be focused belongs to the focusable one above it: the question to its pilot.
    var isHere = false
    for offset in 1...count {
      let line = ((current + (forward ? offset : -offset)) % count + count) % count
      guard document.text(line).lowercased().contains(wanted) else { continue }
      let owner = focusable.last { $0 <= line } ?? line
      if owner == current {
        isHere = true
        continue
      }
      place.go(to: owner, in: document, height: height)
      if focusable.isEmpty { place.top = min(line, max(0, count - height)) }
      if var open = reader {
        open.place = place
        state.overlay = .reader(open)
      } else {
        state.screen.place = place
      }
      return true
    }
    return isHere
  }
}

extension ExplorerState {
  var overlayIsClosed: Bool {
    if case .none = overlay { true } else { false }
  }
}

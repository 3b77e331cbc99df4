import CohortModel
import Tables

/// Asking for tables, and what becomes of them.
extension Step {
  /// Asks for the table of a query and shows it when it is there; at once where it was seen before.
  ///
  /// - Parameter opening: the row that alone is to be open in it.
  mutating func ask(
    _ query: CohortQuery, _ goal: Pending.Goal, opening: [AxisEntry]? = nil
  ) {
    cancelPending()
    let id = state.takeRequest()
    let pending = Pending(id: id, query: query, goal: goal, opening: opening)
    if let table = state.cache[query] {
      show(table, pending)
    } else {
      state.pending = pending
      effects.append(.fetch(id, query, isUrgent: true))
    }
  }

  /// Stops what is being fetched. False where nothing was.
  @discardableResult
  mutating func cancelPending() -> Bool {
    guard let pending = state.pending else { return false }
    effects.append(.cancel(pending.id))
    state.pending = nil
    state.typedAhead = []
    state.waited = 0
    return true
  }

  mutating func fetched(_ id: Int, _ result: Result<ProtectedTable, ServiceError>) {
    if let pilot = state.sizeRequests.removeValue(forKey: id) {
      keepSize(of: pilot, result)
      return
    }
    if keepLinkage(id, result) { return }
    guard let pending = state.pending, pending.id == id else { return }
    state.pending = nil
    switch result {
    case .success(let table):
      state.cache.keep(table, for: pending.query)
      show(table, pending)
      catchUp()
    case .failure(let error): notAnswered(pending, error)
    }
  }

  mutating func notAnswered(_ pending: Pending, _ error: ServiceError) {
    if case .go(let way) = pending.goal {
      proceed(way, without: error)
      if state.pending == nil { catchUp() }
      return
    }
    // What was typed for it is not meant for the screen that stays.
    state.typedAhead = []
    state.message = .problem(error.phrase)
  }

  private mutating func keepSize(
    of pilot: String, _ result: Result<ProtectedTable, ServiceError>
  ) {
    switch result {
    case .success(let table):
      state.cohortSizes[pilot] = .value(TableView(table).everyone)
      if let known = state.package.pilot(pilot) {
        state.cache.keep(table, for: state.sizeQuery(of: known))
      }
    case .failure(let error):
      state.cohortSizes[pilot] = .failed(error.text)
    }
  }

  private mutating func show(_ table: ProtectedTable, _ pending: Pending) {
    if case .go(let way) = pending.goal { return proceed(way) }
    remember()
    switch pending.goal {
    case .push(let kind): state.screens.append(screen(kind, pending.query, table))
    case .replace(let kind):
      var next = screen(kind, pending.query, table)
      next.keepPlace(of: state.screen)
      state.screen = next
    case .levels, .go: break
    }
    if let opening = pending.opening, let code = opening.last?.code,
      case .table(var screen) = state.screen
    {
      screen.closeAll(but: code, like: opening)
      state.screen = .table(screen)
    }
    keepFocusInView()
  }

  private func screen(
    _ kind: Pending.ScreenKind, _ query: CohortQuery, _ table: ProtectedTable
  ) -> Screen {
    switch kind {
    case .pathway: return .pathway(PathwayScreen(query: query, table: table))
    case .table:
      return .table(
        TableScreen(
          query: query, table: table, deeper: state.codesAboveOthers(in: query),
          language: state.language))
    case .export:
      return .export(
        ExportScreen(
          exported: .table(query), tables: [table],
          fileName: LineEditor(Step.fileName(for: .table(query)))))
    }
  }

  /// A name that says what is in the file: `reoffending-sex-by-region.csv`.
  static func fileName(for exported: Exported) -> String {
    let query: CohortQuery
    var end = ".csv"
    switch exported {
    case .table(let asked): query = asked
    case .levels(let asked): (query, end) = (asked, "-link-levels.csv")
    }
    let groups = [query.rows, query.columns, query.pages].filter { !$0.isEmpty }
    let axes = groups.map { $0.map(\.name).joined(separator: "-") }.joined(separator: "-by-")
    let parts = [query.pilot, query.stage ?? "", axes].filter { !$0.isEmpty }
    let text = parts.joined(separator: "-").map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    return String(text.prefix(80)) + end
  }

  /// Asks for the screen's table with a changed query, in its place.
  mutating func requery(_ change: (inout CohortQuery) -> Void) {
    guard var query = state.pending?.query ?? state.screen.query else { return }
    if let pending = state.pending, case .push = pending.goal {
      // What is on its way would stand on a screen of its own: the change is to what is shown.
      query = state.screen.query ?? query
    }
    change(&query)
    switch state.screen {
    case .pathway: ask(query, .replace(.pathway))
    case .table: ask(query, .replace(.table))
    case .levels: compare(query, isReplacing: true)
    case .home, .pilot, .export, .catalogue, .chart, .log: break
    }
  }
}

extension ServiceError {
  /// For the person at the keyboard.
  var text: String { Language.english.say(phrase) }

  var phrase: Phrase {
    switch self {
    case .refused(let problem): problem.phrase
    case .storeUnusable(let reason):
      "The store cannot be read: \(Phrase(service: reason), "reason")"
    case .unavailable(let reason):
      "The service does not answer: \(Phrase(service: reason), "reason")"
    }
  }
}

extension QueryProblem {
  /// For the person at the keyboard, in their language.
  var phrase: Phrase { Phrase(service: description) }
}

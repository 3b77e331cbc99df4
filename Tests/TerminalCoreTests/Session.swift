import CohortModel
import Tables
import TerminalFixture

@testable import TerminalCore

/// An explorer over invented tables that answers at once, driven by keys written as words.
struct Session {
  var state: ExplorerState
  let service: FixtureService
  /// Effects that are not answered, in their order.
  var effects: [Effect] = []
  /// Every table that was handed out, and those of all link levels.
  private(set) var tables: [CohortQuery: ProtectedTable] = [:]
  private(set) var levels: [CohortQuery: [ProtectedTable]] = [:]
  /// Times beside pathways.
  private(set) var times: [CohortQuery: [ProtectedTable]] = [:]
  /// Requests are left unanswered while false.
  var answers = true
  var existingFiles: Set<String> = []
  /// The file of saved views, and files that were recorded to.
  var views: String?
  var recordings: [String: String] = [:]

  init(
    rows: Int = 24, columns: Int = 80, package: DataPackage = FixturePackage.package,
    isInProcess: Bool = true, work: CohortModel.Session? = nil,
    language: Language = .english, keys: KeyBindings = .standard, canCopy: Bool = true,
    isLineMode: Bool = false, release: String? = nil,
    service: FixtureService? = nil, store: String = "store", memory: Memory = Memory()
  ) {
    self.service = service ?? FixtureService(package: package, session: work)
    views = memory.views
    let catalogue = Catalogue(
      package: package, release: release ?? "0f1e2d3c4b5a69788796", isInProcess: isInProcess,
      session: work)
    let started: [Effect]
    (state, started) = ExplorerState.start(
      catalogue, size: Size(rows: rows, columns: columns), today: FixturePackage.today,
      language: language, keys: keys, canCopy: canCopy, isLineMode: isLineMode,
      store: store, memory: memory)
    for effect in started { answer(effect) }
  }

  /// Sends keys: words as `down`, `esc`, `ctrl-r`, `space`; `text:abc` types; `3*down` repeats;
  /// anything else is one character.
  mutating func press(_ words: String) {
    for word in words.split(separator: " ") {
      for key in Session.keys(String(word)) { send(.key(key)) }
    }
  }

  mutating func send(_ input: Input) {
    let asked: [Effect]
    (state, asked) = update(state, input)
    for effect in asked { answer(effect) }
  }

  mutating func answer(_ effect: Effect) {
    guard answers else {
      effects.append(effect)
      return
    }
    switch effect {
    case .fetch(let id, let query, _):
      // The same query has the same answer.
      let answer =
        tables[query].map { .success($0) }
        ?? Session.result { () throws(ServiceError) in try service.table(for: query) }
      if case .success(let table) = answer { tables[query] = table }
      send(.fetched(id, answer))
    case .compare(let id, let query):
      let answer =
        levels[query].map { .success($0) }
        ?? Session.result { () throws(ServiceError) in
          try service.tables(for: query, at: LinkLevel.allCases)
        }
      if case .success(let tables) = answer { levels[query] = tables }
      send(.compared(id, answer))
    case .times(let id, let query):
      let answer =
        times[query].map { .success($0) }
        ?? Session.result { () throws(ServiceError) in try service.times(beside: query) }
      if case .success(let tables) = answer { times[query] = tables }
      send(.timed(id, answer))
    case .explain(let id, let value, let table):
      send(
        .explained(
          id,
          Session.result { () throws(ServiceError) in
            try service.explanation(of: value, in: table)
          }))
    case .export(let id, _, let path, let overwrite):
      effects.append(effect)
      let isThere = existingFiles.contains(path) && !overwrite
      send(
        .exported(
          id,
          isThere
            ? .failure(.exists(path))
            : .success(WrittenExport(paths: [path], hash: String(repeating: "a", count: 64)))))
    case .copy(let id, _, _):
      effects.append(effect)
      send(.copied(id, .success(())))
    case .changeViews(let id, let change):
      do {
        var file = try SavedViewsFile(text: views, identity: state.identity)
        try file.apply(change)
        views = file.text(identity: state.identity)
        send(.viewsChanged(id, .success(file)))
      } catch {
        send(.viewsChanged(id, .failure(.file(error))))
      }
    case .record(let lines):
      let problem = lines.isNew && existingFiles.contains(lines.path) ? "File exists" : nil
      if problem == nil { recordings[lines.path, default: ""] += lines.text }
      send(.recorded(lines, problem: problem))
    case .cancel, .repaint, .suspend, .quit: effects.append(effect)
    }
  }

  func frame(_ style: Style = .unicode) -> Frame { render(state, state.size, style) }

  var text: String { frame().text }

  private static func result<Value, Failure>(
    _ work: () throws(Failure) -> Value
  ) -> Result<Value, Failure> {
    do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
  }

  static func keys(_ word: String) -> [Key] {
    if let star = word.firstIndex(of: "*"), let count = Int(word[..<star]), count > 0 {
      return (0..<count).flatMap { _ in keys(String(word[word.index(after: star)...])) }
    }
    if word.hasPrefix("text:") {
      return word.dropFirst(5).map { .character($0 == "_" ? " " : $0) }
    }
    if word.hasPrefix("ctrl-"), let letter = word.last { return [.control(letter)] }
    if let named = names[word] { return [named] }
    return word.map { .character($0) }
  }

  private static let names: [String: Key] = [
    "enter": .enter, "esc": .escape, "bs": .backspace, "del": .delete, "tab": .tab,
    "backtab": .backTab, "up": .up, "down": .down, "left": .left, "right": .right,
    "pgup": .pageUp, "pgdn": .pageDown, "home": .home, "end": .end, "space": .character(" "),
  ]
}

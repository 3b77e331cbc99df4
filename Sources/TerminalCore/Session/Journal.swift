import CohortModel
import Tables

/// What was looked at and taken away in a session, with times of day: questions and views, and no
/// figure.
struct Journal: Sendable {
  enum Event: Hashable, Sendable {
    /// Without its cursor.
    case view(ScreenPlace)
    case export(ExportRecord)
  }

  struct Entry: Hashable, Sendable {
    var time: TimeOfDay?
    var event: Event
  }

  private(set) var entries: [Entry] = []
  /// How many there have been, those that were dropped included.
  private(set) var count = 0
  private static let longest = 2000

  /// Adds a view, where it is another one than that before.
  mutating func look(at place: ScreenPlace, time: TimeOfDay?) {
    var view = place
    view.cursor = [:]
    if view != lastView { add(Entry(time: time, event: .view(view))) }
  }

  mutating func add(_ entry: Entry) {
    entries.append(entry)
    count += 1
    if entries.count > Journal.longest { entries.removeFirst() }
  }

  var lastView: ScreenPlace? {
    for entry in entries.reversed() { if case .view(let view) = entry.event { return view } }
    return nil
  }
}

/// A view to open again.
struct RecentView: Hashable, Sendable {
  var place: ScreenPlace
  var title: String
  var time: TimeOfDay?
}

extension ExplorerState {
  /// The tables and pathways that were looked at last in this session, the latest first, each once as
  /// it was seen last. `Step.open` shows one again.
  var recentViews: [RecentView] {
    var seen: Set<Exported> = []
    var views: [RecentView] = []
    for entry in journal.entries.reversed() {
      guard case .view(let place) = entry.event, let query = place.query,
        seen.insert(place.kind == .levels ? .levels(query) : .table(query)).inserted
      else { continue }
      views.append(RecentView(place: place, title: title(of: place), time: entry.time))
      if views.count == 20 { break }
    }
    return views
  }

  /// A view in the words of the descriptors.
  func title(of place: ScreenPlace) -> String {
    switch place.kind {
    case .home: return language.say("Home")
    case .log: return language.say("Log")
    case .catalogue: return language.say("Catalogue")
    case .pilot: return place.pilot.flatMap { package.pilot($0)?.title } ?? place.pilot ?? ""
    case .pathway, .table, .chart, .levels:
      let pilot = place.query.map { package.pilot($0.pilot)?.title ?? $0.pilot }
      return "\(pilot ?? ""): \(shortTitle(of: place))"
    }
  }

  /// The same without its pilot.
  func shortTitle(of place: ScreenPlace) -> String {
    guard let query = place.query else { return title(of: place) }
    switch place.kind {
    case .pathway: return pathwayCrumb(query)
    case .levels: return language.say("Link levels: \(crumb(query), "table")")
    default: return crumb(query)
    }
  }
}

extension Step {
  /// Writes down what is shown now, where that is new. The first screen of a session is not.
  mutating func writeJournal() {
    // On the way back to a session's screens home is not looked at.
    if case .go? = state.pending?.goal { return }
    guard state.offer == nil, let place = state.screen.kept, place.kind != .log else { return }
    if place.kind == .home, state.journal.entries.isEmpty { return }
    let before = state.journal.count
    state.journal.look(at: place, time: state.timeOfDay)
    if state.journal.count != before { continueRecording() }
  }
}

import CohortModel
import Tables

/// The file of what was looked at lately: the queries of views, the latest first, each once. It holds
/// no figure, no row and no label of data, and stays where a session is ended by `Q`.
public struct RecentViewsFile: Hashable, Sendable {
  var places: [ScreenPlace] = []

  init() {}

  private static let magic = "bold recent 1"
  static let most = 20

  /// Reads a file of recent views, or begins one.
  ///
  /// - Throws: why it cannot be read.
  public init(text: String?, identity: SessionIdentity) throws(KeptTextProblem) {
    guard let text else { return }
    var lines = KeptLines(text)
    try lines.begin(RecentViewsFile.magic, identity)
    while let line = lines.next() {
      guard let place = ScreenPlace(text: String(line)), place.query != nil,
        places.count < RecentViewsFile.most
      else { throw lines.problem }
      places.append(place)
    }
  }

  /// Puts views before those that are in the file.
  mutating func add(_ views: [ScreenPlace]) {
    var seen: Set<CohortQuery> = []
    places = Array(
      (views + places).filter { place in
        place.query.map { seen.insert($0).inserted } ?? false
      }.prefix(RecentViewsFile.most))
  }

  func text(identity: SessionIdentity) -> String {
    let lines = [RecentViewsFile.magic] + identity.lines + places.map(\.text)
    return lines.map { $0 + "\n" }.joined()
  }
}

extension ExplorerState {
  /// How many of them stand on Home.
  static let recentOnHome = 5

  /// What earlier sessions have looked at and this project still has, as it stands on Home.
  var recentOnHome: [ScreenPlace] {
    let known = earlierViews.places.filter { place in
      place.query.flatMap { package.pilot($0.pilot) }.map(mayAsk) ?? false
    }
    return Array(known.prefix(ExplorerState.recentOnHome))
  }

  /// The file as it is to be kept; nil where there is nothing new, or where it is not to be kept.
  public var recentText: String? {
    let views = recentViews.map(\.place)
    guard keepsRecent, !views.isEmpty else { return nil }
    var file = earlierViews
    file.add(views)
    return file.text(identity: identity)
  }
}

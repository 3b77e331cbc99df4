import CohortModel
import Tables

/// The catalogue as it is being read.
struct CatalogueScreen: Sendable {
  let entries: [CatalogueEntry]
  /// What was typed to find.
  var find = "" {
    didSet { if find != oldValue { narrow() } }
  }
  var place = DocumentPlace()
  /// The entries that hold every word, as places in `entries`.
  private(set) var shownPlaces: [Int]
  let lines = KnownDocuments<LinesKey>()

  /// What the lines depend on.
  struct LinesKey: Hashable, Sendable {
    var find: String
    var width: Int
    var style: Style
  }

  private init(_ entries: [CatalogueEntry]) {
    self.entries = entries
    shownPlaces = Array(entries.indices)
  }

  var words: [String] { find.lowercased().split(separator: " ").map(String.init) }

  var shown: [CatalogueEntry] { shownPlaces.map { entries[$0] } }

  var focused: CatalogueEntry? { focusedPlace.map { entries[$0] } }

  /// The focused entry among all.
  var focusedPlace: Int? {
    shownPlaces.indices.contains(place.focus) ? shownPlaces[place.focus] : nil
  }

  private mutating func narrow() {
    let words = words
    shownPlaces = entries.indices.filter { words.isEmpty || entries[$0].holds(words) }
  }
}

extension CatalogueScreen {
  init(of state: ExplorerState) {
    self.init(
      CatalogueEntry.all(
        of: state.package, declared: state.declaredPackage, today: state.today,
        language: state.language))
  }
}

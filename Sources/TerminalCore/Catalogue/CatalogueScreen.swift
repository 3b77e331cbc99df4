import CohortModel
import Synchronization
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
  let lines = CatalogueLines()

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
      CatalogueEntry.all(of: state.package, today: state.today, language: state.language))
  }
}

/// The lines of a catalogue as they were made last. They depend on what was typed and on the window
/// alone; made anew for every key, those of a large package would take longer than everything else.
final class CatalogueLines: Sendable {
  struct Key: Hashable, Sendable {
    var find: String
    var width: Int
    var style: Style
  }

  private let known = Mutex<[Key: Document]>([:])
  /// Windows and styles of one moment, and what was typed just before.
  private static let most = 4

  func document(for key: Key, _ make: () -> Document) -> Document {
    if let document = known.withLock({ $0[key] }) { return document }
    let document = make()
    known.withLock { known in
      if known.count >= CatalogueLines.most { known = [:] }
      known[key] = document
    }
    return document
  }
}

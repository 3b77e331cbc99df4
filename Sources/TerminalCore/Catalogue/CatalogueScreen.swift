import CohortModel
import Tables

/// The catalogue as it is being read.
struct CatalogueScreen: Sendable {
  let entries: [CatalogueEntry]
  /// What was typed to find.
  var find = ""
  var place = DocumentPlace()

  var words: [String] { find.lowercased().split(separator: " ").map(String.init) }

  /// The entries that hold every word.
  var shown: [CatalogueEntry] {
    let words = words
    return words.isEmpty ? entries : entries.filter { $0.holds(words) }
  }

  var focused: CatalogueEntry? {
    let shown = shown
    return shown.indices.contains(place.focus) ? shown[place.focus] : nil
  }
}

extension CatalogueScreen {
  init(of state: ExplorerState) {
    entries = CatalogueEntry.all(of: state.package, today: state.today, language: state.language)
  }
}

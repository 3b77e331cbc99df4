import CohortModel
import Tables

extension Document {
  static func reader(
    _ reader: Reader, width: Int, style: Style, language: Language = .english
  ) -> Document {
    var document = Document(width: width, style: style, language: language)
    for paragraph in reader.paragraphs {
      if paragraph.text.isEmpty {
        document.blank()
      } else {
        document.paragraph(
          paragraph.phrase, lead: paragraph.lead, indent: paragraph.indent, role: paragraph.role)
      }
    }
    return document
  }

  /// The document that a state shows, where it shows one.
  static func shown(in state: ExplorerState, style: Style) -> Document? {
    let width = state.size.columns - 2
    let language = state.language
    if case .reader(let text) = state.overlay {
      return .reader(text, width: width, style: style, language: language)
    }
    if case .tour(let tour) = state.overlay {
      return .tour(
        tour, keys: state.keys, size: state.size, style: style, language: state.language)
    }
    switch state.screen {
    case .home: return .home(state, width: width, style: style)
    case .pilot(let screen):
      guard let pilot = state.package.pilot(screen.pilot) else {
        return Document(width: width, style: style)
      }
      let key = PilotScreen.PageKey(
        width: width, style: style, linkageTables: state.linkageTables.count,
        linkageFailure: state.linkageFailure)
      return screen.page.document(for: key) {
        .pilot(
          pilot, package: state.package, linkage: state.linkage, today: state.today, width: width,
          style: style, language: language, keys: state.keys)
      }
    case .pathway(let screen):
      return .pathway(
        screen, chips: state.chips(screen.query), medians: state.medians(of: screen),
        size: state.size, style: style, language: language)
    case .catalogue(let screen):
      return .catalogue(
        screen, linkage: state.linkage, size: state.size, style: style, language: language,
        keys: state.keys)
    case .log: return .log(state, width: width, style: style, language: language)
    case .table, .chart, .levels, .export: return nil
    }
  }
}

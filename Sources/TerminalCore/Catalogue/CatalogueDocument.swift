import CohortModel
import Tables

extension Document {
  /// From so many columns on, one line says as much of an entry as two do on narrower screens. More
  /// would have to be drawn anew with every movement.
  private static let wide = 100

  /// One line per entry, and what there is to say of the focused one below.
  static func catalogue(
    _ screen: CatalogueScreen, linkage: LinkageState, size: Size, style: Style, language: Language,
    keys: KeyBindings = .standard
  ) -> Document {
    let key = CatalogueScreen.LinesKey(find: screen.find, width: size.columns - 2, style: style)
    var document = screen.lines.document(for: key) { entries(of: screen, key, language, keys) }
    let names = document.nameWidth
    if let focused = screen.focused {
      document.foot(
        document.words(
          of: focused, linkage: linkage, room: document.width - names - 1, style: style),
        lines: document.width >= wide ? 1 : 2, role: .text)
    }
    return document
  }

  private var nameWidth: Int { min(20, width / 3) }

  private static func entries(
    of screen: CatalogueScreen, _ key: CatalogueScreen.LinesKey, _ language: Language,
    _ keys: KeyBindings
  ) -> Document {
    var document = Document(width: key.width, style: key.style, language: language)
    let shown = screen.shown
    let words = screen.words
    document.add(
      document.summary(
        of: screen, shown: shown.count, find: keys.name(of: .find, on: .catalogue)))
    document.freeze(upTo: 1)
    if shown.isEmpty { document.paragraph("Nothing here holds what was typed.", indent: 0) }
    let names = document.nameWidth
    var section: CatalogueEntry.Section?
    for entry in shown {
      if entry.section != section {
        document.heading(entry.section.title)
        section = entry.section
      }
      var spans = [
        Span(document.padded(entry.name, to: names) + " ", .dim),
        Span(entry.label.isEmpty ? entry.name : entry.label),
      ]
      if let code = entry.foundCode(words) { spans.append(Span(": \(code.text)", .chip)) }
      document.add(spans, isFocusable: true)
    }
    return document
  }

  private func summary(of screen: CatalogueScreen, shown: Int, find: String) -> [Span] {
    if screen.find.isEmpty {
      let count = screen.entries.count
      let whole: Phrase =
        "\(find, "key") finds in names, labels, codes and texts: \(count, "count") entries"
      let short: Phrase = "\(find, "key") finds among \(count, "count") entries"
      return [Span(fits(whole) ? whole : short, .dim)]
    }
    return [
      Span("Find: ", .dim), Span(screen.find + "  ", .chip),
      Span("\(shown, "number") of \(screen.entries.count, "count")", .dim),
    ]
  }

  /// What the line of the focused entry does not say, in one text as far as it fits; `d` has it
  /// whole.
  ///
  /// - Parameter room: the columns that its line has for its label.
  private func words(
    of entry: CatalogueEntry, linkage: LinkageState, room: Int, style: Style
  ) -> String {
    let label = entry.label.isEmpty ? entry.name : entry.label
    var parts = style.width(of: label) > room ? [label] : []
    if case .linkLevel(let level) = entry.subject, case .figures(let figures) = linkage,
      figures.level == level
    {
      let share = figures.linked.text(under: figures.certificate)
      parts.append(say("persons in two datasets or more \(share, "share")"))
    }
    parts += entry.about
    if !entry.codes.isEmpty {
      let codes = entry.codes.map(\.label).joined(separator: ", ")
      parts.append(say("Codes: \(codes, "codes")"))
    }
    return parts.joined(separator: ". ").replacing("..", with: ".")
  }
}

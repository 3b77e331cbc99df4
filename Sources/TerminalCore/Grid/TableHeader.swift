import Tables

/// What stands above the headings of a table: title and page, filters, what the signs mean, and the
/// caveat of a sorted table. Signs and caveat are never cut: where a window has no room for the
/// meanings, it names the key that shows them.
struct TableHeader: Sendable {
  enum Line: Hashable, Sendable {
    /// With what stands at the right of it.
    case title(String, right: String)
    /// The filters of the query.
    case filters
    case legend(String)
    case caveat(String)
  }

  let lines: [Line]

  /// Of the height of a window as much as this (and never fewer lines than four).
  private static let share = 3
  /// Lower windows have one line for the title.
  static let lowWindow = 16
  /// Stands above a table as long as it is sorted by figures: an order of groups must not be taken
  /// for who is to have support before others.
  static func sortedCaveat(isBrief: Bool) -> Phrase {
    isBrief
      ? "Sorted: not a ranking of groups for support"
      : "Sorted: not a ranking of groups for support over others; hidden values last."
  }

  init(
    _ screen: TableScreen, size: Size, style: Style = .unicode, language: Language = .english,
    keys: KeyBindings = .standard
  ) {
    var title = screen.view.table.heading.titleWithUnit
    if let percentage = screen.percentage {
      let base: Phrase =
        switch percentage {
        case .row: "% of row"
        case .column: "% of column"
        case .total: "% of total"
        }
      title += ", " + language.say(base)
    }
    self.init(
      title: title, page: screen.view.pageInWords(screen.page).map(language.say) ?? "",
      legend: screen.legend(in: language),
      caveat: screen.sorting == nil
        ? nil : TableHeader.sortedCaveat(isBrief: size.rows < TableHeader.lowWindow),
      size: size, style: style, language: language, keys: keys)
  }

  init(
    title: String, page: String, legend: [LegendEntry], caveat: Phrase?, size: Size, style: Style,
    language: Language, keys: KeyBindings
  ) {
    let caveat = caveat.map { style.wrapped(language.say($0), to: size.columns) } ?? []
    var lines = TableHeader.titleLines(title, page, size, style)
    lines.append(.filters)
    let room = max(4, size.rows / TableHeader.share) - lines.count - caveat.count
    let whole = style.wrapped(TableHeader.text(legend), to: size.columns)
    let shown =
      whole.count <= max(1, room)
      ? whole : style.wrapped(TableHeader.brief(legend, language, keys), to: size.columns)
    if !legend.isEmpty { lines += shown.map(Line.legend) }
    self.lines = lines + caveat.map(Line.caveat)
  }

  private static func titleLines(
    _ title: String, _ page: String, _ size: Size, _ style: Style
  ) -> [Line] {
    guard size.rows >= lowWindow else { return [.title(title, right: page)] }
    let gap = page.isEmpty ? 0 : 2
    if style.width(of: title) + gap + style.width(of: page) <= size.columns {
      return [.title(title, right: page)]
    }
    let parts = style.wrapped(title, to: size.columns)
    let kept = parts.count <= 2 ? parts : [parts[0], parts.dropFirst().joined(separator: " ")]
    return kept.map { .title($0, right: "") } + (page.isEmpty ? [] : [.title("", right: page)])
  }

  private static func text(_ legend: [LegendEntry]) -> String {
    legend.map { entry in
      let meaning = entry.meaning.hasSuffix(".") ? String(entry.meaning.dropLast()) : entry.meaning
      return entry.sign.isEmpty ? meaning : "\(entry.sign) \(meaning)"
    }.joined(separator: "; ")
  }

  /// The signs with a word each.
  private static func brief(
    _ legend: [LegendEntry], _ language: Language, _ keys: KeyBindings
  ) -> String {
    let words = legend.compactMap { entry -> String? in
      guard let value = CellValue(sign: entry.sign), let word = value.word else { return nil }
      return entry.sign + " " + language.say(word)
    }
    let more = language.say("\(keys.name(of: .definition, on: .table), "key") tells more")
    return (words + [more]).joined(separator: "; ")
  }
}

extension CellValue {
  /// A sign in a word or two; nil for a count.
  var word: Phrase? {
    switch self {
    case .count: nil
    case .confidential: "hidden"
    case .low: "near zero"
    case .notAvailable: "not available"
    case .notApplicable: "not applicable"
    }
  }
}

extension TableView {
  /// Which page is shown, where there are several: `page 2 of 3: Female`.
  func pageInWords(_ page: Int) -> Phrase? {
    guard pages.count > 1, pages.indices.contains(page) else { return nil }
    let labels = pages[page].entries.map(\.label).joined(separator: ", ")
    return "page \(page + 1, "number") of \(pages.count, "count"): \(labels, "labels")"
  }
}

extension TableScreen {
  /// What the signs of the table mean: those among its cells, and those of figures made from them.
  func legend(in language: Language) -> [LegendEntry] {
    var legend = view.table.legend
    let meanings: [(CellValue, Phrase)] = [
      (.low, "rounds to zero but is not zero"),
      (.notAvailable, "not available: what it would be a share of is not in the table"),
      (.notApplicable, "not applicable: there is nobody to take a share or median of"),
    ]
    for (value, meaning) in meanings {
      guard let sign = value.sign, derivedSigns.contains(value),
        !legend.contains(where: { $0.sign == sign })
      else { continue }
      let place = legend.firstIndex { $0.sign.isEmpty } ?? legend.count
      legend.insert(LegendEntry(sign: sign, meaning: language.say(meaning)), at: place)
    }
    return legend
  }
}

import CohortModel
import Tables

extension Document {
  /// The funnel of stages, under each the ways in which members ended there; groups side by side
  /// where the query has columns. One line can be acted on per row of the table, in its order.
  ///
  /// - Parameter medians: per row and group the median of days since the stage before; nil where they
  ///   are not shown.
  static func pathway(
    _ screen: PathwayScreen, chips: [String], medians: [Int: [Figure?]]?, size: Size, style: Style,
    language: Language = .english
  ) -> Document {
    var document = Document(width: size.columns - 2, style: style, language: language)
    let columns = PathwayColumns(
      screen, hasMedians: medians != nil, width: document.width, style: style)
    if chips.isEmpty {
      document.add(Span("No filters", .dim))
    } else {
      document.paragraph(chips.map { "[\($0)]" }.joined(separator: " "), indent: 0, role: .chip)
    }
    document.headings(of: screen, columns, style: style)
    document.freeze(upTo: max(3, size.bodyHeight / 2))
    guard !screen.view.pages.isEmpty, !screen.view.columns.isEmpty else { return document }
    if screen.isSideBySide {
      document.lines(of: screen, columns, medians: medians, style: style)
    } else {
      document.funnel(of: screen, columns, medians: medians, style: style)
    }
    document.notes(of: screen, columns, medians: medians, style: style)
    document.foot(
      screen.focusBeyondItsLine(hasUnit: document.unitFits(columns, screen), language),
      lines: size.rows >= PathwayScreen.tall ? 2 : 1)
    return document
  }

  // MARK: Headings

  private func unitFits(_ columns: PathwayColumns, _ screen: PathwayScreen) -> Bool {
    // Between groups a space stands before it.
    let gap = columns.groups.count > 1 ? 1 : 0
    return DisplayWidth.of(screen.view.table.heading.unit) + gap <= columns.count
  }

  private mutating func headings(
    of screen: PathwayScreen, _ columns: PathwayColumns, style: Style
  ) {
    // A unit that is too long for its column stands below.
    let counted =
      unitFits(columns, screen) ? screen.view.table.heading.unit : say("number")
    if screen.isSideBySide { groupHeadings(of: screen, columns, style: style) }
    var spans = [Span(padded("Stage", to: columns.labels), .heading)]
    for group in columns.groups {
      let isFocused = screen.isSideBySide && group == screen.group
      spans.append(
        Span(
          rightAligned(counted, to: columns.count)
            + rightAligned(columns.previousHeading, to: columns.ofPrevious)
            + rightAligned(columns.startHeading, to: columns.ofStart),
          isFocused ? .focusHeading : .heading))
    }
    if columns.median > 0 {
      spans.append(Span(rightAligned("median", to: columns.median), .heading))
    }
    add(spans)
  }

  /// The labels of the groups, on as many lines as the longest takes, up to three: the words below
  /// the pathway have the focused one whole.
  private mutating func groupHeadings(
    of screen: PathwayScreen, _ columns: PathwayColumns, style: Style
  ) {
    let labels = columns.groups.map {
      style.wrapped(screen.groupLabel($0, language), to: columns.group - 2)
    }
    let most = 3
    let height = min(most, labels.map(\.count).max() ?? 1)
    let shown = columns.groups
    let all = screen.view.columns.count
    var place = say(
      "\(shown.lowerBound + 1, "first") to \(shown.upperBound, "last") of \(all, "count")")
    if shown.count == 1 { place = say("\(shown.upperBound, "number") of \(all, "count")") }
    if shown.lowerBound > 0 { place = style.moreLeft + " " + place }
    if shown.upperBound < all { place += " " + style.moreRight }
    if shown.count == all { place = "" }
    for line in 0..<height {
      var spans = [Span(padded(line == 0 ? place : "", to: columns.labels), .dim)]
      for (number, group) in shown.enumerated() {
        var text = line < labels[number].count ? labels[number][line] : ""
        if line == most - 1, labels[number].count > most {
          text = labels[number][line...].joined(separator: " ")
        }
        spans.append(
          Span(
            rightAligned(style.fitted(text, to: columns.group - 2), to: columns.group),
            group == screen.group ? .focusHeading : .heading))
      }
      add(spans)
    }
  }

  // MARK: Lines

  /// One group: with bars.
  private mutating func funnel(
    of screen: PathwayScreen, _ columns: PathwayColumns, medians: [Int: [Figure?]]?, style: Style
  ) {
    let lines = screen.view.pathway(page: 0, column: 0)
    for line in lines {
      difference(line, lines: [line], columns, style: style)
      var figures = self.figures(line, columns)
      figures.append(figure(medians?[line.row]?.first ?? nil, to: columns.median))
      figures += [
        Span("  "),
        Span(
          bar(of: line, start: lines[0].count, width: columns.bars, style: style),
          line.kind == .stage ? .bar : .dim),
      ]
      add(line, figures: figures, columns, focus: nil, style: style)
    }
  }

  /// Groups side by side: medians stand on a line below their stage.
  private mutating func lines(
    of screen: PathwayScreen, _ columns: PathwayColumns, medians: [Int: [Figure?]]?, style: Style
  ) {
    let groups = columns.groups.map { screen.view.pathway(page: 0, column: $0) }
    let first = columns.labels + (screen.group - columns.groups.lowerBound) * columns.group
    for row in groups[0].indices {
      let lines = groups.map { $0[row] }
      difference(lines[0], lines: lines, columns, style: style)
      // The number of the focused group, which is what keys act on.
      let number = lines[screen.group - columns.groups.lowerBound].count.text.utf8.count
      let end = first + columns.count
      add(
        lines[0], figures: lines.flatMap { figures($0, columns) }, columns,
        focus: (end - min(number, columns.count))..<end, style: style)
      guard let times = medians?[lines[0].row] else { continue }
      add(
        [Span(padded("  " + say("median days before"), to: columns.labels), .dim)]
          + columns.groups.map { figure(times[$0], to: columns.group) })
    }
  }

  private mutating func add(
    _ line: PathwayLine, figures: [Span], _ columns: PathwayColumns, focus: Range<Int>?,
    style: Style
  ) {
    let labels = columns.labels
    var lead = style.lead(of: line.kind)
    if !lead.isEmpty { lead = String(repeating: " ", count: columns.leadIndent) + lead }
    // What goes on below is set in, so that it does not look like a line of its own.
    let hanging = max(2, style.width(of: lead))
    let parts = style.wrapped(line.entry.label, to: labels - hanging - 1)
    let role: StyleRole = line.kind == .stage ? .total : .text
    add(
      [Span(padded(lead + parts[0], to: labels), role)] + figures, isFocusable: true, focus: focus)
    for part in parts.dropFirst() {
      add(Span(String(repeating: " ", count: hanging) + part, role))
    }
  }

  /// Where the table has no endings between two stages, how many fewer there are.
  private mutating func difference(
    _ line: PathwayLine, lines: [PathwayLine], _ columns: PathwayColumns, style: Style
  ) {
    guard line.differenceFromPrevious != nil else { return }
    var spans = [Span(padded("  " + style.goneNoFurther + say("fewer"), to: columns.labels), .dim)]
    for line in lines {
      var text = line.differenceFromPrevious?.text ?? ""
      if case .count = line.differenceFromPrevious { text = "~" + text }
      spans.append(Span(rightAligned(text, to: columns.count), .dim))
      spans.append(Span(String(repeating: " ", count: columns.ofPrevious + columns.ofStart)))
    }
    add(spans)
  }

  private func figures(_ line: PathwayLine, _ columns: PathwayColumns) -> [Span] {
    [
      figure(Figure(line.count), to: columns.count),
      figure(line.shareOfPrevious, to: columns.ofPrevious),
      figure(line.shareOfStart, to: columns.ofStart),
    ]
  }

  private func figure(_ figure: Figure?, to width: Int) -> Span {
    guard let figure else { return Span(String(repeating: " ", count: width)) }
    return Span(rightAligned(figure.shortText(language), to: width), figure.role)
  }

  /// A bar is a share of the start: a hidden value has none, and where the start is hidden nothing has.
  private func bar(
    of line: PathwayLine, start: CellValue, width: Int, style: Style
  ) -> String {
    guard case .count(let start) = start, start > 0, case .count = line.count else { return "" }
    guard let share = line.shareOfStart else { return style.bar(1, width: width) }
    guard case .share(let share) = share else { return "" }
    return style.bar(share.proportion, width: width)
  }

  // MARK: Notes

  private mutating func notes(
    of screen: PathwayScreen, _ columns: PathwayColumns, medians: [Int: [Figure?]]?, style: Style
  ) {
    let view = screen.view
    let lines = view.columns.indices.flatMap { view.pathway(page: 0, column: $0) }
    blank()
    func note(_ text: Phrase, lead: String = "") {
      paragraph(text, lead: lead, indent: 0, role: .dim)
    }
    if lines.contains(where: { $0.kind == .goneNoFurther }) {
      note(
        "did not go on to the next stage, of those who reached the one above",
        lead: style.goneNoFurther)
    }
    if lines.contains(where: { $0.differenceFromPrevious != nil }) {
      note(
        """
        fewer than at the stage before: the difference of the two numbers shown, each of which is \
        protected by itself
        """,
        lead: "~ ")
    }
    if columns.bars > 0, let start = lines.first?.count, start.sign != nil {
      note("No bars: they are shares of the start, which is not shown.")
    }
    if medians != nil {
      note("Median: days since the stage before, of those who reached this one.")
    }
    for entry in screen.legend(medians: medians, language) {
      note(Phrase(verbatim: entry.meaning), lead: entry.sign.isEmpty ? "" : entry.sign + " ")
    }
  }
}

extension Figure {
  /// As it stands in a narrow column: `> 730 d` where the text says more than 730 days.
  fileprivate func shortText(_ language: Language) -> String {
    if case .days(.moreThan(let days)) = self { return "> \(DecimalText.grouped(days)) d" }
    return language.text(self)
  }

  var role: StyleRole {
    if case .sign = self { .sign } else { .text }
  }
}

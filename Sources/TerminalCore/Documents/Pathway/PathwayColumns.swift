import Tables

/// How a pathway's columns share the width: labels take what they need before bars do, and a label
/// that is still too long goes on below. Of groups side by side as many are shown as fit.
struct PathwayColumns {
  let labels: Int
  let count: Int
  let ofPrevious: Int
  let ofStart: Int
  /// 0 where medians have no column of their own.
  let median: Int
  let bars: Int
  let previousHeading: Phrase
  let startHeading: Phrase
  /// How far endings are set in below their stage.
  let leadIndent: Int
  /// The groups that are shown.
  let groups: Range<Int>

  private static let narrowestLabels = 12
  /// Narrower labels are not worth the bars.
  private static let labelsBesideBars = 18
  private static let narrowestBar = 6
  private static let widestBar = 40
  private static let widestUnit = 10
  /// Below these headings are short and figures close.
  private static let wide = 70
  private static let narrow = 50

  init(_ screen: PathwayScreen, hasMedians: Bool, width: Int, style: Style) {
    let view = screen.view
    let lines = view.pathway(page: 0, column: 0)
    let longest =
      lines.map { style.width(of: style.lead(of: $0.kind) + $0.entry.label) + 3 }.max() ?? 8
    let isSideBySide = view.columns.count > 1
    // Figures go to the right edge, where the sign stands that more is below.
    let width = isSideBySide ? width - 1 : width
    let isWide = width >= PathwayColumns.wide && !isSideBySide
    let values = view.columns.indices.flatMap { column in
      view.rows.indices.map {
        style.width(of: view.values(page: 0, row: $0, column: column)[0].text)
      }
    }
    let isNarrow = width < PathwayColumns.narrow
    leadIndent = isNarrow ? 0 : 2
    var count =
      isNarrow ? max(7, (values.max() ?? 0) + 1) : max(isWide ? 9 : 8, (values.max() ?? 0) + 2)
    ofPrevious = isWide ? 13 : isNarrow ? 8 : 9
    ofStart = isWide ? 10 : isNarrow ? 8 : 9
    previousHeading = isWide ? "of previous" : isNarrow ? "prev." : "of prev."
    startHeading = isNarrow ? "start" : "of start"
    median = hasMedians && !isSideBySide ? 10 : 0
    if isSideBySide {
      // A unit a little longer than the numbers heads their column where all groups still fit.
      let named = style.width(of: view.table.heading.unit) + 1
      if named > count, named <= PathwayColumns.widestUnit,
        min(longest, width / 3) + view.columns.count * (named + ofPrevious + ofStart) <= width
      {
        count = named
      }
    }
    self.count = count
    let group = count + ofPrevious + ofStart
    if isSideBySide {
      let isAlone = width - width / 3 < 2 * group
      labels = max(
        PathwayColumns.narrowestLabels, min(longest, isAlone ? width - group : width / 3))
      bars = 0
      let shown = max(1, (width - labels) / group)
      var first = min(max(0, screen.left), max(0, view.columns.count - shown))
      if screen.group < first { first = screen.group }
      if screen.group >= first + shown { first = screen.group - shown + 1 }
      groups = first..<min(view.columns.count, first + shown)
    } else {
      let room = width - group - median - 2
      let besideBars = room - PathwayColumns.narrowestBar
      labels =
        besideBars >= PathwayColumns.labelsBesideBars
        ? min(longest, besideBars)
        : max(PathwayColumns.narrowestLabels, min(longest, width - group - median))
      let left = room - labels
      bars = left < PathwayColumns.narrowestBar ? 0 : min(PathwayColumns.widestBar, left)
      groups = view.columns.indices
    }
  }

  /// The width of one group's figures.
  var group: Int { count + ofPrevious + ofStart }
}

extension Style {
  /// What stands before a line of a pathway: a stage has nothing, an ending its sign.
  func lead(of kind: PathwayLine.Kind) -> String {
    switch kind {
    case .stage: ""
    case .goneNoFurther: goneNoFurther
    case .branch, .incomplete: branch
    }
  }
}

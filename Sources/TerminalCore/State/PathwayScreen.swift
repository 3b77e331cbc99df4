import CohortModel
import Tables

/// A pathway as it is being read: its stages, and groups side by side where the query has columns.
struct PathwayScreen: Sendable {
  var query: CohortQuery
  var view: TableView
  var place = DocumentPlace()
  /// The focused group, a column of `view`, and the first one shown.
  var group = 0
  var left = 0

  /// From so many lines on, the words of the focused line take two.
  static let tall = 20

  init(query: CohortQuery, table: ProtectedTable) {
    self.query = query
    self.view = TableView(table)
  }

  var isSideBySide: Bool { view.columns.count > 1 }

  /// A group by the labels of its codes.
  func groupLabel(_ group: Int, _ language: Language = .english) -> String {
    guard view.columns.indices.contains(group) else { return "" }
    let path = view.columns[group]
    let labels = path.entries.filter { !$0.isTotal }.map(\.label)
    return labels.isEmpty ? language.say("All") : labels.joined(separator: ", ")
  }

  /// The focused line in full, as it is said in lines of text, copied and explained.
  func focusInWords(medians: [Int: [Figure?]]?, _ language: Language = .english) -> String {
    let lines = view.columns.indices.contains(group) ? view.pathway(page: 0, column: group) : []
    guard lines.indices.contains(place.focus) else { return "" }
    let line = lines[place.focus]
    var name = line.entry.label
    if line.kind != .stage {
      name = language.say("\(lines[line.stage].entry.label, "stage"), then: \(name, "ending")")
    }
    if isSideBySide { name += ", \(groupLabel(group, language))" }
    var parts = ["\(view.table.heading.unit) \(line.count.text)"]
    if let share = line.shareOfPrevious {
      parts.append(
        line.kind == .stage
          ? language.say("of the stage before \(share.text, "share")")
          : language.say("of that stage \(share.text, "share")"))
    }
    if let share = line.shareOfStart {
      parts.append(language.say("of the start \(share.text, "share")"))
    }
    if let times = medians?[line.row], times.indices.contains(group), let time = times[group] {
      parts.append(language.say("median since the stage before \(language.text(time), "time")"))
    }
    return "\(name): " + parts.joined(separator: "; ")
  }

  /// What the focused line does not say itself: the unit where its column has no room for it, the
  /// stage that its share "of previous" is of, and its group. It seldom changes from one line to the
  /// next, so that a movement costs few bytes; the lines themselves have the figures.
  func focusBeyondItsLine(hasUnit: Bool, _ language: Language = .english) -> String {
    let lines = view.columns.indices.contains(group) ? view.pathway(page: 0, column: group) : []
    guard lines.indices.contains(place.focus) else { return "" }
    let line = lines[place.focus]
    var parts: [String] = []
    if !hasUnit { parts.append(language.say("number: \(view.table.heading.unit, "unit")")) }
    // The previous of an ending is the stage that it stands under.
    let base =
      line.kind == .stage
      ? lines[..<place.focus].last { $0.kind == .stage } : lines[line.stage]
    if isSideBySide {
      parts.append(language.say("group: \(groupLabel(group, language), "labels")"))
    }
    if let base { parts.append(language.say("previous: \(base.entry.label, "stage")")) }
    return parts.joined(separator: "; ")
  }

  /// What the signs mean: the table's, and those that shares and medians bring.
  func legend(medians: [Int: [Figure?]]?, _ language: Language) -> [LegendEntry] {
    var legend = view.table.legend
    var signs = Set(medians?.values.flatMap { $0 }.compactMap { $0?.sign } ?? [])
    for line in view.columns.indices.flatMap({ view.pathway(page: 0, column: $0) }) {
      signs.formUnion([line.shareOfPrevious, line.shareOfStart].compactMap { $0?.sign })
      if let sign = line.differenceFromPrevious?.sign { signs.insert(sign) }
    }
    let meanings: [(CellValue, Phrase)] = [
      (.notAvailable, "not available: the numbers that it would be made of are not shown"),
      (.notApplicable, "not applicable: there is nobody to take a share or median of"),
    ]
    for (value, meaning) in meanings {
      guard let sign = value.sign, signs.contains(sign),
        !legend.contains(where: { $0.sign == sign })
      else { continue }
      legend.append(LegendEntry(sign: sign, meaning: language.say(meaning)))
    }
    return legend
  }

  /// The conditions of the focused group, on top of those of the query: what drilling into it adds.
  var groupFilters: [Filter] {
    var filters = query.filters
    guard view.columns.indices.contains(group) else { return filters }
    for (axis, entry) in zip(view.columnAxes, view.columns[group].entries) {
      if axis.isComparison {
        if entry.code == TableAxis.comparedCode { filters = query.comparison ?? [] }
      } else if !entry.isTotal {
        filters.removeAll { $0.variable == axis.name }
        filters.append(Filter(variable: axis.name, codes: [entry.code]))
      }
    }
    return filters
  }
}

extension PathwayScreen {
  mutating func moveSideways(_ command: Command) {
    let last = max(0, view.columns.count - 1)
    switch command {
    case .left: group = max(0, group - 1)
    case .right: group = min(last, group + 1)
    case .lineStart: group = 0
    default: group = last
    }
  }

  /// The first group shown as it has to be for the focused one to be seen.
  mutating func keepGroupInView(_ state: ExplorerState) {
    group = min(max(0, group), max(0, view.columns.count - 1))
    let columns = PathwayColumns(
      self, hasMedians: false, width: max(10, state.size.columns - 2), style: .unicode)
    left = columns.groups.lowerBound
  }
}

extension Screen {
  /// A pathway that is asked for again in another way stands where it stood: on the same line, and on
  /// the same group where there are the same. A table keeps its percentages, order and page.
  mutating func keepPlace(of before: Screen) {
    if case .table(var screen) = self, case .table(let old) = before {
      screen.keepView(of: old)
      self = .table(screen)
      return
    }
    guard case .pathway(var screen) = self, case .pathway(let old) = before,
      screen.view.rows.map(\.entries.first?.code) == old.view.rows.map(\.entries.first?.code)
    else { return }
    screen.place = old.place
    if screen.view.columns == old.view.columns {
      (screen.group, screen.left) = (old.group, old.left)
    }
    self = .pathway(screen)
  }
}

extension Figure {
  /// The sign that stands in its place; nil for a number.
  fileprivate var sign: String? {
    if case .sign(let value) = self { value.sign } else { nil }
  }
}

import CohortModel

extension TableAxis {
  /// The name of the axis of outcomes side by side. No variable can be called so.
  static let definitionsName = "definition"

  /// Whether the entries are outcomes that stand side by side, each with its definition. Nothing can
  /// be filtered by them: they are no groups of persons.
  public var isDefinitions: Bool { role == .column && name == TableAxis.definitionsName }

  /// The outcomes of a measure axis as an axis of columns; nil where it holds one share, or none.
  ///
  /// Such an axis has the entries `NAME.numerator` (with the outcome's label) and
  /// `NAME.denominator`, one after another.
  init?(definitionsOf measure: TableAxis) {
    var outcomes: [AxisEntry] = []
    guard measure.entries.count.isMultiple(of: 2), !measure.entries.isEmpty else { return nil }
    for (position, entry) in measure.entries.enumerated() {
      let name = outcomes.last?.code ?? ""
      if !position.isMultiple(of: 2) {
        guard entry.code == name + ".denominator" else { return nil }
      } else {
        guard entry.code.hasSuffix(".numerator") else { return nil }
        outcomes.append(
          AxisEntry(
            code: String(entry.code.dropLast(".numerator".count)), label: entry.label,
            labelWelsh: entry.labelWelsh, depth: 1))
      }
    }
    self.init(
      role: .column, name: TableAxis.definitionsName, label: "Definition", entries: outcomes)
  }
}

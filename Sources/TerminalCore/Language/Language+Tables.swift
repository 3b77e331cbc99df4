import Tables

/// The explorer's words about tables.
extension Language {
  /// What the total row is a total of: of everyone, or of what the conditions leave.
  func totalLabel(of view: TableView) -> String {
    // Codes put together leave nobody out.
    let recodes = view.table.query.recodes.flatMap(\.groups).map { group in
      ": \(group.name) is \(group.codes.joined(separator: ", "))"
    }
    let narrowing = view.table.heading.conditions.filter { condition in
      !recodes.contains(where: condition.hasSuffix)
    }
    let conditions = narrowing.map { condition in
      condition.firstRange(of: ": ").map { String(condition[$0.upperBound...]) } ?? condition
    }
    return conditions.isEmpty
      ? say("Total") : say("Total (\(conditions.joined(separator: ", "), "conditions"))")
  }

  /// The heading of a column that no variable names.
  func measureLabel(of view: TableView) -> String {
    if view.isCount { return view.table.heading.unit }
    return view.measureCodes.contains("numerator")
      ? say("Share (95% interval), base") : say("Median")
  }

  func name(of base: TableView.PercentageBase) -> String {
    switch base {
    case .row: say("% of row")
    case .column: say("% of column")
    case .total: say("% of total")
    }
  }
}

extension TableView {
  /// In English.
  var totalLabel: String { Language.english.totalLabel(of: self) }
  var measureLabel: String { Language.english.measureLabel(of: self) }
}

import CohortModel
import Tables

/// The explorer's words about tables.
extension Language {
  /// What the total row is a total of: of everyone, or of what the conditions leave.
  func totalLabel(of view: TableView) -> String {
    // Codes put together leave nobody out.
    let recodes = view.table.query.recodes.flatMap(\.groups).map { ": " + text(of: $0) }
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

  /// The heading of numbers beside marks, where a share has no room for its interval.
  func markLabel(of view: TableView) -> String {
    view.measureCodes.contains("numerator") ? say("Share") : measureLabel(of: view)
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

extension Language {
  /// `1 row`, `1,200 rows`. In Welsh the number comes last, so that it changes no word.
  func counted(_ number: Int, _ noun: String) -> String {
    self == .english
      ? DecimalText.counted(number, noun)
      : "\(say(Phrase(english: noun + "s"))): \(DecimalText.grouped(number))"
  }

  /// `12 months`, `1 day`.
  func say(_ span: CalendarSpan) -> String {
    guard self == .english else {
      return "\(span.count) (\(say(Phrase(english: span.unit.rawValue))))"
    }
    return "\(span.count) \(span.unit.rawValue.dropLast(span.count == 1 ? 1 : 0))"
  }
}

extension PublicCertificate {
  /// How a table is protected, in a line.
  var phrase: Phrase {
    if let maximumNoise {
      return """
        Profile \(profile, "profile"): at least \(minimumFrequency, "number") persons, noise of at \
        most \(maximumNoise, "noise")
        """
    }
    return """
      Profile \(profile, "profile"): at least \(minimumFrequency, "number") persons, rounded to \
      \(roundingBase, "base")
      """
  }
}

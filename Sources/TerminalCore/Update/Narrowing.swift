import CohortModel

/// A part of a query that narrows or regroups it, and that can be taken away again.
enum Narrowing: Hashable, Sendable {
  case stage
  case filter(Filter)
  case period
  case history(EarlierEvent)
  case comparison
  case linkLevel
  /// The recode of a variable.
  case recode(String)

  /// As menus know it. No variable is called so: names of variables begin with no dash.
  var name: String {
    switch self {
    case .stage: "--stage"
    case .filter(let filter): "-\(filter.variable)"
    case .period: "--period"
    case .history(let event):
      "--\(event.isNegated ? "hadnot" : "had") \(event.event) \(event.within.count) "
        + event.within.unit.rawValue
    case .comparison: "--versus"
    case .linkLevel: "--link"
    case .recode(let variable): "--recode \(variable)"
    }
  }
}

extension CohortQuery {
  /// The query without a part of it; everything else stays.
  mutating func takeAway(_ part: Narrowing) {
    switch part {
    case .stage: stage = nil
    case .filter(let filter): filters.removeAll { $0.variable == filter.variable }
    case .period: period = nil
    case .history(let event): history.removeAll { $0 == event }
    case .comparison: comparison = nil
    case .linkLevel: linkLevel = nil
    case .recode(let variable): recodes.removeAll { $0.variable == variable }
    }
  }
}

extension TablePlan {
  /// "Persons by Sex and Age at release".
  public var title: String {
    let axes = self.axes.filter { $0.role != .measure }.map(\.label)
    let subject: String
    switch query.measure {
    case .persons, .events: subject = unit
    case .share: subject = self.axes.last?.label ?? unit
    case .median: subject = "Median d" + (self.axes.last?.label.dropFirst() ?? "ays")
    }
    guard let last = axes.last else { return subject }
    let others = axes.dropLast()
    return subject + " by "
      + (others.isEmpty ? last : others.joined(separator: ", ") + " and " + last)
  }

  /// What was asked beyond the axes, one phrase each: "Region: London", "Stage: Housed".
  public var conditionPhrases: [String] {
    var phrases: [String] = []
    var nodes = fixedNodes
    for axis in axes where axis.role != .measure {
      guard let total = axis.entries.first, total.code == CodeTree.wholeCode else { continue }
      nodes.merge(total.nodes) { old, _ in old }
    }
    for (number, dimension) in dimensions.enumerated() {
      guard let node = nodes[number], node != 0 else { continue }
      phrases.append(dimension.phrase(of: node))
    }
    for recode in query.recodes {
      let label =
        dimensions.first { $0.source == .variable(recode.variable) }?.label ?? recode.variable
      for group in recode.groups {
        phrases.append("\(label): \(group.name) is \(group.codes.joined(separator: ", "))")
      }
    }
    return phrases
  }
}

extension PlannedDimension {
  /// "Region: London", "Had: Recall in the 12 months before the index event".
  func phrase(of node: Int) -> String {
    let label = structure.nodes[node].label
    if case .history = source {
      return "\(label.prefix(1).uppercased() + label.dropFirst()): \(self.label) the index event"
    }
    return "\(self.label): \(label)"
  }
}

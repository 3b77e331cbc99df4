import CohortModel

/// Names and labels of codes put together.
enum CodeGroupText {
  /// A name for a group: "18-20 to 25-29", "North East, Wales", "Theft and 4 more".
  static func name(_ labels: [String], isOrdered: Bool) -> String {
    guard let first = labels.first, let last = labels.last else { return "" }
    if isOrdered { return "\(first) to \(last)" }
    return labels.count <= 3
      ? labels.joined(separator: ", ") : "\(first) and \(labels.count - 1) more"
  }

  /// "A, B and C"; of many codes the first ones and how many more.
  static func list(_ labels: [String]) -> String {
    guard labels.count > 6 else {
      return labels.dropLast().joined(separator: ", ") + " and " + (labels.last ?? "")
    }
    return labels.prefix(4).joined(separator: ", ") + " and \(labels.count - 4) more"
  }
}

extension CohortQuery {
  mutating func setDepth(_ depth: Int, of variable: String) {
    for path in [\CohortQuery.rows, \.columns, \.pages] {
      for index in self[keyPath: path].indices where self[keyPath: path][index].name == variable {
        self[keyPath: path][index].depth = depth
      }
    }
  }

  /// Adds a group to the recode of a variable. Groups that go into it are taken apart.
  mutating func putTogether(_ codes: [String], of variable: String, as name: String) {
    var recode =
      recodes.first { $0.variable == variable } ?? Recode(variable: variable, groups: [])
    let absorbed = recode.groups.filter { codes.contains($0.name) }
    recode.groups.removeAll { codes.contains($0.name) }
    let members = codes.flatMap { code in
      absorbed.first { $0.name == code }?.codes ?? [code]
    }
    recode.groups.append(Recode.Group(name: name, codes: members))
    recodes.removeAll { $0.variable == variable }
    recodes.append(recode)
  }
}

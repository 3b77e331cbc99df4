import DisclosureControl

/// A table of other software, in full: the crossing of some trees of codes, of which the cells that a
/// peer's table lists are shown.
struct PeerTable {
  /// A variable: codes with the code above each; the first is the total.
  struct Variable {
    var codes: [String]
    var parent: [String: String]

    init(total: String, _ groups: [(String, [String])]) {
      codes = [total]
      parent = [:]
      for (group, parts) in groups {
        codes.append(group)
        parent[group] = total
        for part in parts {
          codes.append(part)
          parent[part] = group
        }
      }
    }

    func isLowest(_ code: String) -> Bool { !parent.values.contains(code) }
    /// The code and all above it.
    func path(_ code: String) -> [String] {
      var path = [code]
      while let above = parent[path.last!] { path.append(above) }
      return path
    }
  }

  let variables: [Variable]
  private(set) var keys: [[String]] = [[]]
  private(set) var number: [[String]: Int] = [:]
  private(set) var values: [Double]
  private(set) var contributions: [[Double]]
  private(set) var relations: [CellRelation] = []

  /// - Parameter records: the lowest codes of each record, and what it adds.
  init(_ variables: [Variable], records: [(codes: [String], value: Double)]) {
    self.variables = variables
    for variable in variables {
      keys = keys.flatMap { key in variable.codes.map { key + [$0] } }
    }
    for (cell, key) in keys.enumerated() { number[key] = cell }
    values = [Double](repeating: 0, count: keys.count)
    contributions = [[Double]](repeating: [], count: keys.count)
    for (codes, value) in records {
      var names: [[String]] = [[]]
      for (variable, code) in zip(variables, codes) {
        names = names.flatMap { name in variable.path(code).map { name + [$0] } }
      }
      for name in names {
        values[number[name]!] += value
        contributions[number[name]!].append(value)
      }
    }
    for cell in contributions.indices { contributions[cell].sort(by: >) }
    for (cell, key) in keys.enumerated() {
      for (place, variable) in variables.enumerated() where !variable.isLowest(key[place]) {
        let parts = variable.codes.filter { variable.parent[$0] == key[place] }
        relations.append(
          CellRelation(
            whole: cell,
            parts: parts.map { part in
              var name = key
              name[place] = part
              return number[name]!
            }))
      }
    }
  }

  /// Cells that are no sums.
  var inner: [Int] {
    keys.indices.filter { cell in
      zip(variables, keys[cell]).allSatisfy { $0.isLowest($1) }
    }
  }

  /// Whether a cell's records are all in another one.
  func isWithin(_ inner: Int, _ cell: Int) -> Bool {
    variables.indices.allSatisfy { place in
      variables[place].path(keys[inner][place]).contains(keys[cell][place])
    }
  }

  /// The protection problem of the shown cells: what is not shown is hidden from the start.
  func problem(
    shown: Set<Int>, primaries: Set<Int>, neverHidden: Set<Int>,
    levels: [LinearProtectionProblem.Level]
  ) -> LinearProtectionProblem {
    let all = values.reduce(1, +)
    return LinearProtectionProblem(
      cells: values.enumerated().map { cell, value in
        LinearProtectionProblem.Cell(
          value: value, cost: 1 + value / all,
          status: neverHidden.contains(cell)
            ? .published : primaries.contains(cell) || !shown.contains(cell) ? .hidden : .open)
      }, relations: relations, levels: levels)
  }

  /// The attacker over the same relations by CLP, without the code under test.
  func attacker(hidden: Set<Int>) -> LinearAttacker {
    LinearAttacker(
      intervals: values.indices.map { hidden.contains($0) ? (0, nil) : (values[$0], values[$0]) },
      relations: relations)
  }
}

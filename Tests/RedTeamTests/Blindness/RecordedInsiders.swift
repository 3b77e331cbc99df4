import DisclosureControl
import Tables

/// What an insider gets where the least is promised that could be: that one other value of an unsafe
/// cell remains possible.
enum RecordedInsiders {
  /// Small cases in which somebody's own place gives a cell away when nobody thinks of insiders; found
  /// by going through them in order.
  static let numbers = [0, 8, 57, 64, 78, 90, 92, 95, 210, 230, 258, 304]

  /// In how many unsafe cells, and of how many, the value follows for somebody who is counted in
  /// another.
  static func givenAway(
    _ small: SmallCase, _ defences: Defences
  ) throws -> (asked: Int, told: Int) {
    var random = RepeatableRandom(UInt64(small.number))
    var problem = try small.problem(defences)
    problem.requirements = problem.requirements.map { required in
      let value = small.values[required.cell]
      let range = value == 0 || random.once(in: 2) ? value...(value + 1) : (value - 1)...value
      return Requirement(cell: required.cell, range: range, kind: required.kind)
    }
    let cells = try TableProtection(plan: small.plan, defences: defences).protect(problem).cells
    var attack = Withstanding(small, cells)
    var told = 0
    var asked = 0
    for required in problem.requirements {
      guard cells[required.cell] == .confidential else { continue }
      asked += 1
      let follows = small.database.indices.contains { atom in
        small.database[atom] > 0 && attack.isGivenAway(required.cell, to: atom)
      }
      if follows { told += 1 }
    }
    return (asked, told)
  }
}

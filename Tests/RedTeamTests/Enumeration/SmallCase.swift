import CohortModel
import DisclosureControl
import QueryEngine
import Tables

/// A random small table, by number: the same on every machine.
struct SmallCase {
  let number: Int
  let shape: String
  let plan: TablePlan
  let crossing: Crossing
  /// Per cell of the plan's cube its atoms.
  let members: [[Int]]
  /// The true database: persons, or what is counted of them, by atom.
  let database: [Int]
  /// Per atom the largest part of one person.
  let largestParts: [Int]
  let cube: RawCube
  let policy: DisclosurePolicy

  /// Whether everyone has at least one code of a multi-response variable.
  let answered: Bool

  /// - Parameter method: how complementary cells are chosen; without it, every other case as though it
  ///   were too large for the optimum.
  init(_ number: Int, _ method: SuppressionPolicy.Method? = nil) {
    var random = RepeatableRandom(0xB01D_0000 + UInt64(number))
    self.number = number
    let minimum = random.number(3...5)
    let base = [1, 1, 3, 5][random.number(0...3)]
    let zeros: DisclosureProfile.Zeros =
      random.once(in: 8) ? .published : random.once(in: 7) ? .unsafe : .eligible
    let profile = DisclosureProfile(
      name: "small", minimumFrequency: minimum, roundingBase: base, zeros: zeros)
    let kind = random.number(0...9)
    let isMagnitude = kind < 6 && random.once(in: 6)
    let structures: [CodeStructure]
    var outcomes = 0
    switch kind {
    case 0: structures = [Shapes.flat(random.number(3...6))]
    case 1, 2: structures = [Shapes.flat(random.number(2...3)), Shapes.flat(random.number(2...4))]
    case 3:
      structures = [
        Shapes.tree([[0, 1], random.once(in: 2) ? [2] : [2, 3]]), Shapes.flat(random.number(2...3)),
      ]
    case 4: structures = [Shapes.flat(2), Shapes.flat(2), Shapes.flat(random.number(2...3))]
    case 5: structures = [Shapes.pathway(random.number(3...4)), Shapes.flat(2)]
    case 6:
      structures = [Shapes.multiResponse(random.number(2...3)), Shapes.flat(random.number(2...3))]
    case 7:
      structures = [Shapes.flat(2), Shapes.flat(random.number(2...3)), Shapes.flat(2)]
      outcomes = 2
    case 8: structures = [Shapes.tree([[0, 1], [2]]), Shapes.tree([[0, 1], [2]])]
    default: structures = [Shapes.pathway(3), Shapes.tree([[0, 1], [2]])]
    }
    shape =
      [
        "1-way", "2-way", "2-way", "hierarchy", "3-way", "stages", "multi-response", "shares",
        "two hierarchies", "stages × hierarchy",
      ][kind] + (isMagnitude ? ", events" : "")
    plan = Shapes.plan(
      structures, profile, outcomes: outcomes, counting: isMagnitude ? .indexEvents : .persons)

    answered = kind == 6 && random.once(in: 2)
    let crossing = Crossing([plan.dimensions], answered: answered)
    self.crossing = crossing
    let shown = ShownCells(
      cube: [CellValue](repeating: .confidential, count: plan.cellCount), plan: plan)
    members = shown.cells.map { crossing.atoms(table: 0, nodes: $0.nodes) }
    let counts = (0..<crossing.atomCount).map { _ -> Int in
      switch random.number(0...9) {
      case 0...2: 0
      case 3...6: random.number(1...minimum)
      default: random.number(minimum...(3 * minimum))
      }
    }
    // Per person the atom and what is counted of him there.
    let parts = counts.map { count in
      (0..<count).map { _ in isMagnitude && random.once(in: 3) ? random.number(2...12) : 1 }
    }
    database = parts.map { $0.reduce(0, +) }
    largestParts = parts.map { $0.max() ?? 0 }
    let byCell = members.map { atoms in atoms.flatMap { parts[$0] }.sorted(by: >) }
    cube = RawCube(
      plan: plan, persons: byCell.map(\.count),
      totals: isMagnitude ? byCell.map { $0.reduce(0, +) } : nil,
      largest: isMagnitude ? byCell.map { $0.first ?? 0 } : nil,
      secondLargest: isMagnitude ? byCell.map { $0.dropFirst().first ?? 0 } : nil)
    var policy = DisclosurePolicy(profile: profile)
    policy.suppression.method = method ?? (number % 2 == 0 ? .scalable : .automatic)
    self.policy = policy
  }

  var isMagnitude: Bool { cube.totals != nil }
  var values: [Int] { cube.totals ?? cube.persons }

  func problem(_ defences: Defences = .all) throws -> ProtectionProblem {
    try ProtectionProblem(
      cube: cube, policy: policy, release: "r", secret: [1, 2, UInt8(number & 0xFF)],
      defences: defences)
  }

  func cells(_ defences: Defences = .all) throws -> [CellValue] {
    try TableProtection(plan: plan, defences: defences).protect(try problem(defences)).cells
  }

  /// What must remain possible of a cell, from the rules as they are written in the method, without
  /// the code that applies them; nil for a cell that may be known.
  func required(_ cell: Int) -> (values: ClosedRange<Int>, isInterval: Bool)? {
    let persons = cube.persons[cell]
    let minimum = plan.minimumFrequency
    if persons == 0 {
      guard plan.profile.zeros == .unsafe else { return nil }
      return (0...(isMagnitude ? 2 * (minimum - 1) : minimum - 1), isMagnitude)
    }
    guard let totals = cube.totals, let largest = cube.largest, let second = cube.secondLargest
    else {
      guard persons < minimum else { return nil }
      return ((plan.profile.zeros == .unsafe ? 0 : 1)...(minimum - 1), false)
    }
    let total = totals[cell]
    let rest = total - largest[cell] - second[cell]
    let isDominated =
      10 * (largest[cell] + second[cell]) > 9 * total || 10 * rest < largest[cell]
    guard persons < minimum || isDominated else { return nil }
    let margin = max(minimum - 1, largest[cell])
    // Upper protection levels of the (2, 90) and the 10 % rule (Handbook, table 4.2).
    let byShare = (10 * (largest[cell] + second[cell]) + 8) / 9 - total
    let byPrecision = (largest[cell] + 9) / 10 - rest
    let upper = total + max(margin, byShare, byPrecision)
    // Whatever is below the minimum, the same: its width shall not tell which number it is.
    return total - margin < minimum
      ? (0...max(upper, 2 * (minimum - 1)), true) : ((total - margin)...upper, true)
  }
}

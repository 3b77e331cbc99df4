import CohortModel
import Tables
import Testing

@testable import DisclosureControl

/// What breakdowns count is what an attacker can average: the estimate of least variance of every cell,
/// from all cells of several tables, by linear algebra over the crossing of all codes.
@Suite struct BreakdownTests {
  /// A, B and C with 6, 3 and 2 codes, and ways to show A and B: recodes, levels, parts.
  static let codes = [6, 3, 2]

  /// A dimension of a variable, in groups of groups of its codes.
  static func dimension(_ variable: Int, _ groups: [[[Int]]]) -> PlannedDimension {
    var slot = 0
    var slotCodes: [[String]] = []
    let slots = groups.map { group in
      group.map { codes in
        slotCodes.append(codes.map { "\($0)" })
        slot += 1
        return slot - 1
      }
    }
    return PlannedDimension(
      source: .variable("v\(variable)"), label: "", slotCodes: slotCodes,
      structure: Fixture.tree(slots))
  }

  static func plan(_ dimensions: [PlannedDimension]) -> TablePlan {
    var plan = Fixture.plan([])
    plan.dimensions = dimensions
    plan.axes = dimensions.indices.map { number in
      PlannedAxis(
        role: .row, name: "\(number)", label: "",
        entries: dimensions[number].structure.nodes.indices.map {
          PlannedEntry(code: "\($0)", label: "", depth: 0, nodes: [number: $0])
        })
    }
    return plan
  }

  /// The persons of every cell, as a set of atoms.
  static func cells(_ plan: TablePlan) -> Set<[Bool]> {
    let count = codes.reduce(1, *)
    var cells: Set<[Bool]> = [[Bool](repeating: true, count: count)]
    for dimension in plan.dimensions {
      guard case .variable(let name) = dimension.source, let variable = Int(name.dropFirst()) else {
        continue
      }
      let inner = codes[(variable + 1)...].reduce(1, *)
      let nodes = dimension.structure.nodes.map { node in
        Set(node.slots.flatMap { dimension.slotCodes[$0] }.compactMap { Int($0) })
      }
      cells = Set(
        cells.flatMap { cell in
          nodes.map { node in
            cell.indices.map { cell[$0] && node.contains($0 / inner % codes[variable]) }
          }
        })
    }
    return cells
  }

  /// The precision (in 1 / V) of the best linear estimate of each cell.
  static func precisions(_ cells: Set<[Bool]>) -> [Double] {
    let count = codes.reduce(1, *)
    var rows = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for cell in cells {
      for one in 0..<count where cell[one] {
        for other in 0..<count where cell[other] { rows[one][other] += 1 }
      }
    }
    for place in 0..<count { rows[place][place] += 1e-9 }
    // Cholesky: rows = L Lᵀ.
    for column in 0..<count {
      for row in column..<count {
        var sum = rows[row][column]
        for before in 0..<column { sum -= rows[row][before] * rows[column][before] }
        rows[row][column] =
          row == column ? max(sum, 1e-14).squareRoot() : sum / rows[column][column]
      }
    }
    return cells.map { cell in
      // |L⁻¹ c|² is the variance.
      var solution = [Double](repeating: 0, count: count)
      var variance = 0.0
      for row in 0..<count {
        var sum = cell[row] ? 1.0 : 0
        for before in 0..<row { sum -= rows[row][before] * solution[before] }
        solution[row] = sum / rows[row][row]
        variance += solution[row] * solution[row]
      }
      return 1 / variance
    }
  }

  static func random(_ variable: Int, _ random: inout SeededRandom) -> PlannedDimension {
    let all = Array(0..<codes[variable])
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return dimension(variable, all.map { [[$0]] })
    case 1:
      // One code and the rest, or two halves.
      let picked = Set(
        all.shuffled(using: &random).prefix(Int.random(in: 1..<all.count, using: &random)))
      return dimension(
        variable, [[all.filter(picked.contains)], [all.filter { !picked.contains($0) }]])
    case 2:
      // Two levels.
      let cut = Int.random(in: 1..<all.count, using: &random)
      return dimension(variable, [all[..<cut].map { [$0] }, all[cut...].map { [$0] }])
    default:
      // Every code by itself but two.
      let shuffled = all.shuffled(using: &random)
      return dimension(
        variable, [[shuffled.prefix(2).sorted()]] + shuffled.dropFirst(2).sorted().map { [[$0]] })
    }
  }

  @Test func noCellIsKnownBetterThanBreakdownsSay() {
    var random = SeededRandom(21)
    var nearest = 0.0
    for _ in 0..<40 {
      let plans = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        Self.plan(
          Self.codes.indices.filter { _ in Bool.random(using: &random) }
            .map { Self.random($0, &random) })
      }
      let breakdowns = plans.reduce(into: Set<String>()) { $0.formUnion(Breakdowns.names(of: $1)) }
      let cells = plans.reduce(into: Set<[Bool]>()) { $0.formUnion(Self.cells($1)) }
      let bound = Double(breakdowns.count + 1)
      for precision in Self.precisions(cells) {
        #expect(precision < bound + 1e-4)
        if breakdowns.count > 3 { nearest = max(nearest, precision / bound) }
      }
    }
    // Not far off either.
    #expect(nearest > 0.5)
  }

  /// One code after another set apart: every table tells the same count nearly as well as the count's
  /// own cell, without anything known beforehand.
  @Test func settingCodesApartIsCounted() {
    let tables = (0..<6).map { code in
      Self.plan([Self.dimension(0, [[[code]], [(0..<6).filter { $0 != code }]])])
    }
    let names = tables.reduce(into: Set<String>()) { $0.formUnion(Breakdowns.names(of: $1)) }
    #expect(names.count == 6)
    let cells = tables.reduce(into: Set<[Bool]>()) { $0.formUnion(Self.cells($1)) }
    let whole = [Bool](repeating: true, count: 36)
    let precision = zip(cells, Self.precisions(cells)).first { $0.0 == whole }?.1 ?? 0
    // Splits in halves would give 1 + 6 / 2.
    #expect(precision > 4.9 && precision <= 7)
  }

  @Test func whatIsTheSameBreakdownCountsOnce() {
    let sex = Self.dimension(2, [[[0]], [[1]]])
    let area = Self.dimension(0, [[[0], [1], [2]], [[3], [4], [5]]])
    let all = Breakdowns.names(of: Self.plan([area, sex]))
    // Two levels of one, one of the other: (1 + 2) × (1 + 1) − 1.
    #expect(all.count == 5)
    #expect(Breakdowns.names(of: Self.plan([sex, area])) == all)
    #expect(Breakdowns.names(of: Self.plan([sex])).isStrictSubset(of: all))
    // A recode that is a level of the list, and a list shown to its first level.
    #expect(
      Breakdowns.names(of: Self.plan([Self.dimension(0, [[[0, 1, 2]], [[3, 4, 5]]])]))
        .isStrictSubset(of: all))
    // Another link level is another breakdown.
    var low = Self.plan([sex])
    low.linkLevel = .low
    #expect(Breakdowns.names(of: low).isDisjoint(with: all))
    #expect(Breakdowns.names(of: Self.plan([])).isEmpty)
  }

  /// Of a variable with any number of codes, its codes are one breakdown, and every complement that is
  /// shown one more.
  @Test func complementsCountOneByOne() {
    var plan = Self.plan([])
    plan.dimensions = [
      PlannedDimension(
        source: .variable("needs"), label: "", slotCodes: [[], ["a"], ["b"], ["c"]],
        structure: Fixture.multiResponse(3))
    ]
    func names(_ nodes: [Int]) -> Int {
      plan.axes = [
        PlannedAxis(
          role: .row, name: "needs", label: "",
          entries: nodes.map { PlannedEntry(code: "\($0)", label: "", depth: 0, nodes: [0: $0]) })
      ]
      return Breakdowns.names(of: plan).count
    }
    // Nodes are the whole, then each code and its complement.
    #expect(names([0, 1, 3, 5]) == 1)
    #expect(names([0, 1, 3, 5, 2]) == 2)
    #expect(names([2, 4]) == 2)
    #expect(names([0]) == 0)
    plan.axes = []
    plan.fixedNodes = [0: 2]
    #expect(Breakdowns.names(of: plan).count == 1)
  }
}

import CohortModel
import DisclosureControl
import QueryEngine
import Tables

/// Two tables over one small population that overlap in a way by which one can be subtracted from the
/// other, with persons drawn at random. Attacked by trying every database.
struct TablePair {
  enum Overlap: String, CaseIterable, Sendable {
    case recodes, overlappingGroups, nestedFilter, periods, stages, multiResponse
  }

  let types: [JointFixture.Person]
  let persons: [(person: JointFixture.Person, count: Int)]
  let plans: [TablePlan]
  /// What one table holds beyond another is looked at too; of multi-response codes nothing is promised
  /// about that.
  private let seeksDifferences: Bool

  /// - Parameter counts: how many persons there are of a type.
  init(
    _ overlap: Overlap, minimum: Int, base: Int, counts: ClosedRange<Int>,
    _ random: inout SeededRandom
  ) {
    func age(_ groups: [[String]]) -> PlannedDimension { JointFixture.dimension("age", groups) }
    let sex = JointFixture.dimension("sex", [["F"], ["M"]])
    let ages = (name: "age", codes: ["a", "b", "c"])
    let sexes = (name: "sex", codes: ["F", "M"])
    let dimensions: [[PlannedDimension]]
    seeksDifferences = overlap != .multiResponse
    switch overlap {
    case .recodes:
      types = JointFixture.types([ages, sexes])
      dimensions = [[age([["a"], ["b", "c"]]), sex], [age([["a", "b"], ["c"]]), sex]]
    case .overlappingGroups:
      types = JointFixture.types([("age", ["a", "b", "c", "d"]), ("sex", ["F"])])
      dimensions = [[age([["a", "b"], ["c", "d"]])], [age([["a", "b", "c"], ["d"]])]]
    case .nestedFilter:
      types = JointFixture.types([ages, ("place", ["p", "q"])])
      dimensions = [
        [age([["a"], ["b"], ["c"]])],
        [age([["a"], ["b", "c"]]), JointFixture.dimension("place", [["p"], ["q"]])],
      ]
    case .periods:
      types = JointFixture.types([("day", ["2020-05-01", "2021-05-01", "2022-05-01"]), sexes])
      dimensions = [
        [JointFixture.period(2020, 2021), sex], [JointFixture.period(2020, 2020), sex],
      ]
    case .stages:
      types = JointFixture.types([("stage", ["0", "1", "2"]), sexes])
      dimensions = [
        [JointFixture.stages([["0"], ["1"], ["2"]], Fixture.pathway(3)), sex],
        [JointFixture.stages([["0", "1"], ["2"]], Fixture.flat(2))],
      ]
    case .multiResponse:
      types = JointFixture.types([("need", ["", "x", "y", "x y"]), sexes])
      func needs(_ codes: [[String]]) -> PlannedDimension {
        PlannedDimension(
          source: .variable("need"), label: "", slotCodes: [[]] + codes,
          structure: Fixture.multiResponse(codes.count))
      }
      dimensions = [[needs([["x"], ["y"]]), sex], [needs([["x", "y"]])]]
    }
    plans = dimensions.map { JointFixture.plan($0, minimum: minimum, base: base) }
    var drawn: [(person: JointFixture.Person, count: Int)] = []
    for type in types { drawn.append((type, Int.random(in: counts, using: &random))) }
    persons = drawn
  }

  func count(_ plan: TablePlan) -> RawCube {
    RawCube(plan: plan, persons: JointFixture.cube(plan, persons))
  }

  func members() throws -> [TableSetProtection.Member] {
    try plans.map { plan in
      TableSetProtection.Member(
        plan: plan,
        problem: try ProtectionProblem(
          cube: count(plan), policy: .standard, release: "r", secret: [1, 2, 3]))
    }
  }

  func protected(_ defences: Defences = .all) throws -> [[CellValue]] {
    try TableSetProtection(members(), package: nil, defences: defences, count: count).protect()
  }

  func tables(_ cells: [[CellValue]]) -> [PublishedTable] {
    zip(plans, cells).enumerated().map { number, table in
      JointFixture.table("t\(number)", table.0, table.1)
    }
  }

  /// Small cells, and small differences of the two tables' cells, of which some small value has no
  /// database left.
  func givenAway(_ cells: [[CellValue]]) -> Int {
    var all: [(holds: (JointFixture.Person) -> Bool, interval: (lower: Int, upper: Int?))] = []
    var members: [Set<Int>] = []
    func add(
      _ interval: (lower: Int, upper: Int?), _ holds: @escaping (JointFixture.Person) -> Bool
    ) {
      all.append((holds, interval))
      members.append(Set(types.indices.filter { holds(types[$0]) }))
    }
    var starts: [Int] = []
    for (plan, values) in zip(plans, cells) {
      starts.append(all.count)
      for (cell, nodes) in JointFixture.nodes(plan).enumerated() {
        var published: Int?
        if case .count(let count) = values[cell] { published = count }
        add(
          EveryDatabase.interval(
            published, base: plan.profile.roundingBase, minimum: plan.minimumFrequency)
        ) { person in
          zip(plan.dimensions, nodes).allSatisfy { JointFixture.holds($0, $1, person) }
        }
      }
    }
    let (first, second) = (starts[0]..<starts[1], starts[1]..<all.count)
    for (one, other) in first.flatMap({ one in second.map { (one, $0) } }) {
      for (whole, part) in [(one, other), (other, one)]
      where members[part].isStrictSubset(of: members[whole]) && !members[part].isEmpty {
        let rest = members[whole].subtracting(members[part])
        if seeksDifferences, isBox(rest), !members.contains(rest) {
          let chosen = Set(rest.map { types[$0] })
          add((0, nil)) { chosen.contains($0) }
        }
      }
    }
    let database = EveryJointDatabase(types: types, cells: all)
    let small = 1..<plans[0].minimumFrequency
    return members.indices.count { cell in
      let truth = members[cell].reduce(0) { $0 + persons[$1].count }
      return small.contains(truth)
        && !small.allSatisfy { database.exists(cell: cell, value: $0) }
    }
  }

  /// Whether the types are all combinations of some codes of each variable.
  private func isBox(_ chosen: Set<Int>) -> Bool {
    let names = types[0].keys
    let codes = names.map { name in Set(chosen.map { types[$0][name] }) }
    return codes.reduce(1) { $0 * $1.count } == chosen.count
  }
}

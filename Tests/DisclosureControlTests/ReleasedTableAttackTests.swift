import CohortModel
import ColumnStore
import DisclosureControl
import Foundation
import QueryEngine
import SyntheticPackage
import Testing

/// Attacks on released tables with nothing but what they show, the relations of the query and what
/// anyone can read in the pilots' definitions.
@Suite struct ReleasedTableAttackTests {
  static let small = SyntheticStore(persons: 1_500, seed: 7)

  @Test func randomTablesKeepEverySmallCellOpen() throws {
    let store = Self.small
    let release = Release(source: store.source)
    let engine = CohortEngine(source: store.source)
    var random = SeededRandom(20)
    var tables = 0
    var attacked = 0
    while tables < 60 {
      let (text, period) = RedTeamQuery.random(&random)
      let query = try CohortQuery(text: text)
      let plan = try TablePlan(query, package: store.source.package)
      guard plan.cellCount <= 700 else { continue }
      tables += 1
      let persons = try engine.count(plan).persons
      let attack = ShownTableAttack(
        plan: plan, table: try release.table(for: query), period: period)
      for (cell, interval) in attack.intervals(of: { (1..<10).contains(persons[$0]) }) {
        attacked += 1
        #expect(interval.lower <= 1.001, "\(text), cell \(cell)")
        #expect(interval.upper.map { $0 >= 8.999 } ?? true, "\(text), cell \(cell)")
      }
    }
    #expect(attacked > 200)
  }

  /// Without the rule for impossible cells the same attack must succeed, or it is blind.
  @Test func zerosByDefinitionHideNothing() throws {
    var broken = [true: 0, false: 0]
    for text in [
      "reoffending rows year columns age period 2020..2021",
      "reoffending rows year columns offence period 2021..2022",
      "homelessness rows year columns \"reason\" period 2020..2021",
      "substance_misuse rows year columns age period 2021..2022",
      "reoffending rows year columns licence period 2020..2021",
      "reoffending rows year columns sex period 2020..2021",
      "homelessness rows year columns sex period 2021..2022",
      "substance_misuse rows year columns requirement period 2020..2021",
      "substance_misuse rows year columns sex period 2020..2021",
      "reoffending rows year columns licence period 2019..2020",
    ] {
      let store = Self.small
      let package = store.source.package
      let query = try CohortQuery(text: text)
      let plan = try TablePlan(query, package: package)
      let cube = try CohortEngine(source: store.source).count(plan)
      for isDefended in [true, false] {
        let problem = try ProtectionProblem(
          cube: cube, policy: package.policy, release: "r", secret: store.source.secret,
          impossible: isDefended ? ImpossibleCombinations(plan, package: package) : .none,
          // Told zeros hide as little as known ones: whoever thinks of the one thinks of the other.
          defences: isDefended ? .all : .all.subtracting(.promise))
        let cells = try TableProtection(plan: plan).protect(problem).cells
        let attack = ShownTableAttack(plan: plan, cells: cells, period: query.period)
        for (_, interval) in attack.intervals(of: { (1..<10).contains(cube.persons[$0]) })
        where interval.lower > 1.001 || interval.upper.map({ $0 < 8.999 }) ?? false {
          broken[isDefended, default: 0] += 1
        }
      }
    }
    #expect(broken[true] == 0)
    #expect(broken[false]! > 0)
  }

  /// Nobody is where the definitions say that nobody can be.
  @Test func whatIsImpossibleNeverHappens() throws {
    let store = Self.small
    let package = store.source.package
    let engine = CohortEngine(source: store.source)
    var impossible = 0
    for pilot in package.pilots {
      let subjects =
        pilot.variables.filter { $0.name != "area" }.map(\.name) + pilot.milestones.map(\.name)
        + pilot.outcomes.map(\.name) + ["stage"]
      let last = pilot.stages.count - 1
      for (place, subject) in subjects.enumerated() {
        var texts = ["\(pilot.name) rows \(subject) period 2020-03..2021-09"]
        if last > 0 {
          texts.append(
            "\(pilot.name) rows \(subject) measure median \(pilot.stages[0].name)"
              + " to \(pilot.stages[last].name)")
        }
        for other in subjects[(place + 1)...]
        where place + 8 > subjects.count || other.count % 2 == 0 {
          texts.append("\(pilot.name) rows \(subject) columns \(other)")
        }
        for text in texts {
          guard let query = try? CohortQuery(text: text),
            let plan = try? TablePlan(query, package: package)
          else { continue }
          let persons = try engine.count(plan).persons
          let known = ImpossibleCombinations(plan, package: package)
          for cell in persons.indices where known.contains(cell) {
            impossible += 1
            #expect(persons[cell] == 0, "\(text), cell \(cell)")
          }
        }
      }
    }
    #expect(impossible > 1_000)
  }

  /// The last days that can be observed are known to everyone: who was observed for a span has an
  /// early index day, and who was not observed for a short one was not for a longer one.
  @Test(arguments: [
    ("homelessness rows quarter columns review", "2024-Q2", "no"),
    ("homelessness_repeat rows year columns gap", "2023", "92-182"),
    ("children rows year columns assessed", "2023", "no"),
    ("victims rows later columns contacts", "NK", "2-3"),
    ("victims rows support_wait columns contacts", "NK", "4+"),
  ])
  func observationIsKnown(_ text: String, _ row: String, _ column: String) throws {
    let package = Self.small.source.package
    let plan = try TablePlan(CohortQuery(text: text), package: package)
    let nodes = try [row, column].enumerated().map { dimension, code in
      try #require(plan.dimensions[dimension].structure.node(code))
    }
    let cell = nodes[0] * plan.dimensions[1].structure.nodes.count + nodes[1]
    #expect(ImpossibleCombinations(plan, package: package).contains(cell))
    let problem = try ProtectionProblem(
      cube: CohortEngine(source: Self.small.source).count(plan), policy: package.policy,
      release: "r", secret: [1], impossible: ImpossibleCombinations(plan, package: package))
    #expect(try TableProtection(plan: plan).protect(problem).cells[cell] == .count(0))
  }

  /// A zero that everyone knows by its parts is no unsafe cell, even where zeros are unsafe.
  @Test func sumsOfKnownZerosAreKnown() throws {
    var policy = DisclosurePolicy.standard
    policy.structuralZeros = ["s0", "s1"].map {
      [FieldCondition(field: "v0", codes: ["s1"]), FieldCondition(field: "v1", codes: [$0])]
    }
    let plan = Fixture.plan([Fixture.flat(2), Fixture.tree([[0, 1], [2]])], zeros: .unsafe)
    let problem = try ProtectionProblem(
      cube: Fixture.cube(plan, slots: [4, 20, 30, 0, 0, 25]), policy: policy, release: "r",
      secret: [1])
    let cells = try TableProtection(plan: plan).protect(problem).cells
    let row = plan.dimensions[1].structure.nodes.count * 2
    for node in ["g0", "s0", "s1"] {
      #expect(cells[row + plan.dimensions[1].structure.node(node)!] == .count(0))
    }
  }
}

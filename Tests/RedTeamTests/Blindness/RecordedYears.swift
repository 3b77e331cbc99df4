import CohortModel
import DisclosureControl
import QueryEngine
import Tables

/// Areas by years within a period: years outside it are zero by definition, and everyone knows it.
enum RecordedYears {
  /// Populations of which something small is given away when such zeros are hidden like others; found
  /// by going through them in order.
  static let numbers = [60, 73, 86, 88, 208, 216, 235, 260]

  static func source(_ number: Int) -> InventedPersons {
    var random = RepeatableRandom(UInt64(number) + 60)
    let codes = ["A", "B", "C", "D"]
    let persons = (0..<random.number(30...200)).map { _ -> InventedPersons.Person in
      var person = InventedPersons.Person([
        "area": ["A", "A", "A", "B", "B", "C", "D"].randomElement(using: &random)!
      ])
      person.day = random.number(-100...900)
      return person
    }
    return InventedPersons(
      [InventedPersons.Trait("area", codes)], persons, policy: DisclosurePolicy(profile: .srsTen))
  }

  /// How many small cells there are, and how many are not left open to whoever knows the calendar.
  static func givenAway(_ number: Int, _ defences: Defences) throws -> (asked: Int, told: Int) {
    let source = source(number)
    let plan = try Inquiry(source).plan("p rows area columns year period 2020..2021")
    let cube = try CohortEngine(source: source).count(plan)
    let problem = try ProtectionProblem(
      cube: cube, policy: source.package.policy, release: "r", secret: source.secret,
      impossible: ImpossibleCombinations(plan, package: source.package), defences: defences)
    let cells = try TableProtection(plan: plan, defences: defences).protect(problem).cells
    let shown = ShownCells(cube: cells, plan: plan)
    var (facts, crossing) = Crossing.facts([shown])
    for cell in shown.cells where isBeyondItsYear(cell.nodes, plan) {
      facts.add(crossing.atoms(table: 0, nodes: cell.nodes), 0, 0)
    }
    var (asked, told) = (0, 0)
    for (cell, own) in shown.cells.enumerated() where (1...9).contains(cube.persons[cell]) {
      asked += 1
      let atoms = crossing.atoms(table: 0, nodes: own.nodes)
      if IntegerProgramme.allows(facts, atoms, 1, 1) != true
        || IntegerProgramme.allows(facts, atoms, 9, 9) != true
      {
        told += 1
      }
    }
    return (asked, told)
  }

  /// Whether a cell is of a year outside 2020 to 2021 and in the period, or the reverse.
  private static func isBeyondItsYear(_ nodes: [Int], _ plan: TablePlan) -> Bool {
    var year: String?
    var isWithin: Bool?
    for (dimension, node) in zip(plan.dimensions, nodes) where node != 0 {
      let own = dimension.structure.nodes[node]
      if dimension.source == .variable("year") { year = own.code }
      if case .period = dimension.source { isWithin = own.slots == [0] }
    }
    guard let year, let isWithin else { return false }
    return ["2020", "2021"].contains(year) != isWithin
  }
}

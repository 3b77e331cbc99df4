import CohortModel
import Tables

/// Tables that are protected together, made to add up: each population by itself, a cell with one
/// value in all tables. From published values alone.
struct AdditiveTables {
  private(set) var cells: [[CellValue]]
  /// Per table by how many bases at most values moved; nil where no way was found, and then they are
  /// as they were.
  private(set) var steps: [Int?]

  init(_ plans: [TablePlan], _ published: [[CellValue]], package: DataPackage) {
    cells = published
    steps = plans.map { _ in nil }
    struct Population: Hashable {
      var counting: TablePlan.Counting
      var linkLevel: LinkLevel
    }
    var populations: [Population: [Int]] = [:]
    for (number, plan) in plans.enumerated() {
      populations[
        Population(counting: plan.counting, linkLevel: plan.linkLevel), default: []
      ].append(number)
    }
    for tables in populations.values.sorted(by: { $0[0] < $1[0] }) {
      round(tables, plans, package)
    }
  }

  private mutating func round(_ tables: [Int], _ plans: [TablePlan], _ package: DataPackage) {
    let refinement = CommonRefinement(
      tables.map { plans[$0].dimensions },
      indexDates: package.indexDates(of: plans[tables[0]].query.pilot))
    var places: [CellBox: Int] = [:]
    var values: [CellValue] = []
    var placesOfCells: [[Int]] = []
    var relations: [CellRelation] = []
    for (number, table) in tables.enumerated() {
      let space = CellSpace(plans[table].dimensions)
      let own = (0..<space.cellCount).map { cell in
        let box = refinement.box(table: number, nodes: space.nodes(of: cell))
        if let place = places[box] { return place }
        places[box] = values.count
        values.append(cells[table][cell])
        return values.count - 1
      }
      placesOfCells.append(own)
      relations += CellRelation.all(in: space).map { relation in
        CellRelation(whole: own[relation.whole], parts: relation.parts.map { own[$0] })
      }
    }
    let profile = plans[tables[0]].profile
    var seen: Set<CellRelation> = []
    guard
      let rounded = try? AdditiveRounding.rounded(
        values, relations: relations.filter { seen.insert($0).inserted },
        base: max(1, profile.roundingBase), minimumFrequency: plans[tables[0]].minimumFrequency)
    else { return }
    for (number, table) in tables.enumerated() {
      cells[table] = placesOfCells[number].map { rounded.cells[$0] }
      steps[table] = rounded.steps
    }
  }
}

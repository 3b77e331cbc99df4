import CohortModel
import QueryEngine
import Tables

/// The tables that a policy declares of one pilot (`TableSet`), protected together.
package struct DeclaredTables: Sendable {
  package struct Key: Hashable, Sendable {
    package var pilot: String
    package var minimumFrequency: Int
  }

  /// In canonical order, each once.
  package let plans: [TablePlan]
  /// Per plan what is published of every cell of its cube.
  package let cells: [[CellValue]]
  /// Per plan by how many bases at most values were moved so that they add up; nil where each is
  /// rounded by itself.
  package let additiveSteps: [Int?]

  /// The declared plans of a pilot, with the minimum of whoever asks where that is higher; none where
  /// the policy declares none, or its profile adds noise instead of hiding.
  package static func plans(
    of pilot: String, minimum: Int, package: DataPackage
  ) throws(QueryProblem) -> [TablePlan] {
    var plans: [TablePlan] = []
    for plan in try package.declaredPlans(of: pilot) where plan.profile.cellKey == nil {
      var plan = plan.inCanonicalOrder
      plan.minimumFrequency = max(
        plan.minimumFrequency, plan.profile.soundMinimum(from: minimum))
      if !plans.contains(where: { $0.isSameCube(as: plan) }) { plans.append(plan) }
    }
    return plans
  }

  /// - Parameters:
  ///   - plans: as `plans(of:minimum:package:)` gives them.
  ///   - rounding: of all of them.
  ///   - count: counts a plan.
  ///   - problem: applies the primary rules.
  package init(
    _ plans: [TablePlan], package: DataPackage, rounding: TableSet.Rounding = .independent,
    count: @escaping (TablePlan) throws -> RawCube,
    problem: (RawCube) throws -> ProtectionProblem
  ) throws {
    self.plans = plans
    let cells = try TableSetProtection(
      plans.map { plan in
        TableSetProtection.Member(
          plan: plan, problem: try problem(try count(plan)),
          sums: CodeSums(plan, package: package))
      }, package: package, count: count
    ).protect()
    switch rounding {
    case .independent:
      self.cells = cells
      additiveSteps = plans.map { _ in nil }
    case .additive:
      let additive = AdditiveTables(plans, cells, package: package)
      self.cells = additive.cells
      additiveSteps = additive.steps
    }
  }

  /// Per cell of a plan's cube the declared table and cell that it is; nil where one of them is no
  /// cell of declared tables. Depends on definitions alone.
  package static func places(
    of plan: TablePlan, in plans: [TablePlan], package: DataPackage
  ) -> [(table: Int, cell: Int)]? {
    if let table = plans.firstIndex(where: { $0.isSameCube(as: plan) }) {
      return (0..<plan.cellCount).map { (table, $0) }
    }
    let tables = plans.indices.filter {
      plans[$0].counting == plan.counting && plans[$0].linkLevel == plan.linkLevel
    }
    guard !tables.isEmpty else { return nil }
    let refinement = CommonRefinement(
      tables.map { plans[$0].dimensions } + [plan.dimensions],
      indexDates: package.indexDates(of: plan.query.pilot))
    var places: [CellBox: (table: Int, cell: Int)] = [:]
    for (number, table) in tables.enumerated() {
      let space = CellSpace(plans[table].dimensions)
      for cell in 0..<space.cellCount {
        let box = refinement.box(table: number, nodes: space.nodes(of: cell))
        if places[box] == nil { places[box] = (table, cell) }
      }
    }
    let space = CellSpace(plan.dimensions)
    var found: [(table: Int, cell: Int)] = []
    for cell in 0..<space.cellCount {
      let box = refinement.box(table: tables.count, nodes: space.nodes(of: cell))
      guard let place = places[box] else { return nil }
      found.append(place)
    }
    return found
  }
}

extension TablePlan {
  /// Both in canonical order: the same cells, whatever slice of them is shown.
  fileprivate func isSameCube(as other: TablePlan) -> Bool {
    query.pilot == other.query.pilot && counting == other.counting
      && linkLevel == other.linkLevel && dimensions == other.dimensions
      && sideBySide == other.sideBySide
  }
}

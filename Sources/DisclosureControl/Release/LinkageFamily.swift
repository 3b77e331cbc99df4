import CohortModel
import QueryEngine
import Tables

/// The linkage tables of one link level, which are shown together, protected together.
///
/// All of them have in common who is in two datasets or more, and nothing else. Each is protected
/// against an attacker who knows these numbers exactly. Then every table that explains what is
/// published of one goes with the true ones of the others, for tables that agree in what they share
/// have a population in common (people can be matched within those who are linked, and within those
/// who are not). So together they disclose no more than each by itself, whatever is published.
///
/// Where too few persons are linked, or too few are not, all of it is `[c]`.
struct LinkageFamily: Sendable {
  struct Member: Sendable {
    var subject: LinkageSubject
    var plan: TablePlan
    var cells: [CellValue]
  }

  private(set) var members: [Member] = []

  /// - Parameters:
  ///   - plans: of all subjects, in canonical order.
  ///   - problem: counts a plan and applies the primary rules.
  init(
    _ plans: [(subject: LinkageSubject, plan: TablePlan)], package: DataPackage,
    problem: (TablePlan) throws -> ProtectionProblem
  ) throws {
    var isShown = true
    for (subject, plan) in plans {
      var problem = try problem(plan)
      let shared = Self.sharedCells(subject, plan, problem.space)
      if shared.contains(where: { problem.statuses[$0] == .unsafe }) { isShown = false }
      for cell in shared where problem.statuses[cell] == .hiddenZero {
        problem.statuses[cell] = .safe
      }
      problem.known = isShown ? shared : []
      let cells =
        isShown
        ? try TableProtection(
          plan: plan, sums: CodeSums(plan, package: package),
          iterations: package.policy.suppression.work
        )
        .protect(problem).cells : []
      // Not even that could be protected against someone who knows so much.
      if cells.allSatisfy({ $0 == .confidential }) { isShown = false }
      members.append(Member(subject: subject, plan: plan, cells: cells))
    }
    guard !isShown else { return }
    for index in members.indices {
      members[index].cells = [CellValue](
        repeating: .confidential, count: members[index].plan.cellCount)
    }
  }

  /// Tables whose cells are protected each by itself, with noise: what they share has the same.
  init(
    withNoise plans: [(subject: LinkageSubject, plan: TablePlan)],
    cells: (TablePlan) throws -> [CellValue]
  ) rethrows {
    members = try plans.map {
      Member(subject: $0.subject, plan: $0.plan, cells: try cells($0.plan))
    }
  }

  /// The cells that every table has: everyone, those in two datasets or more, and those who are not.
  static func sharedCells(
    _ subject: LinkageSubject, _ plan: TablePlan, _ space: CellSpace
  ) -> Set<Int> {
    let shared = subject.sharedDimension
    guard let dimension = plan.dimensions.firstIndex(where: { $0.source == shared.source }) else {
      return []
    }
    let structure = plan.dimensions[dimension].structure
    let nodes = [0] + shared.codes.compactMap { structure.node($0) }
    return Set(nodes.map { space.cell([dimension: $0]) })
  }

  /// The cells of a plan whose cube is part of one of the tables; nil where it is of none.
  func cells(of plan: TablePlan) -> [CellValue]? {
    for member in members {
      let places = plan.dimensions.map { member.plan.dimensions.firstIndex(of: $0) }
      guard !places.contains(nil) else { continue }
      let space = CellSpace(plan.dimensions)
      let whole = CellSpace(member.plan.dimensions)
      return (0..<space.cellCount).map { cell in
        var nodes: [Int: Int] = [:]
        for (dimension, place) in places.enumerated() {
          nodes[place ?? 0] = space.node(of: cell, in: dimension)
        }
        return member.cells[whole.cell(nodes)]
      }
    }
    return nil
  }
}

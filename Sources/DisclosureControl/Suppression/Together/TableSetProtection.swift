import CohortModel
import QueryEngine
import Tables

/// Protects tables that are given together, so that what is published of all of them gives no unsafe
/// cell of any of them away.
///
/// Simple on purpose. Every table is first protected by itself, and what one of them hides is hidden
/// in all of them, at every link level: a cell is what it is, whichever table shows it. Hiding only
/// widens what is possible, so each table is still safe by itself. Then the attacker gets all tables
/// of one population at once, with the differences between them as cells of their own, and what
/// stands in the way of a requirement is hidden until he fails (`PopulationProtection`). Where he does
/// not, or that stays undecided, tables join one after another, and one that cannot be shown with those
/// before it is `[c]` but for cells that it shares with them.
///
/// Deterministic: what is hidden depends on the tables and their counts alone.
package struct TableSetProtection {
  package struct Member {
    /// In canonical order, with a minimum frequency that all members of its pilot have.
    package var plan: TablePlan
    package var problem: ProtectionProblem
    package var sums: CodeSums

    package init(plan: TablePlan, problem: ProtectionProblem, sums: CodeSums = .none) {
      self.plan = plan
      self.problem = problem
      self.sums = sums
    }
  }

  /// Most atoms of the tables of one population. Tables that would take more are `[c]`, but for the
  /// cells that they have in common with the others: an attack that does not use all that the
  /// definitions say proves nothing. Depends on definitions alone.
  package static let mostAtoms = 6_000

  private let members: [Member]
  private let package: DataPackage?
  private let mostAtoms: Int
  private let count: (TablePlan) throws -> RawCube
  private let defences: Defences

  /// - Parameters:
  ///   - members: of one store.
  ///   - package: for what definitions exclude.
  ///   - count: counts a plan.
  package init(
    _ members: [Member], package: DataPackage?, mostAtoms: Int = Self.mostAtoms,
    defences: Defences = .all, count: @escaping (TablePlan) throws -> RawCube
  ) {
    self.members = members
    self.package = package
    self.mostAtoms = mostAtoms
    self.count = count
    self.defences = defences
  }

  /// Per member what is published of every cell of its cube.
  ///
  /// - Throws: `InconsistentTable` and `MalformedCube` where counts do not add up as the plans say,
  ///   and whatever `count` throws.
  package func protect() throws -> [[CellValue]] {
    var result = [[CellValue]](repeating: [], count: members.count)
    for family in families {
      let cells = try FamilyProtection(
        family.map { members[$0] }, package: package, mostAtoms: mostAtoms, defences: defences,
        count: count
      ).protect()
      for (place, member) in family.enumerated() { result[member] = cells[place] }
    }
    return result
  }

  /// Tables of one pilot that have cells in common, at whatever link level; persons and index events
  /// are one population.
  private var families: [[Int]] {
    struct Key: Hashable {
      var pilot: String
      var counting: TablePlan.Counting
    }
    var families: [Key: [Int]] = [:]
    for (number, member) in members.enumerated() {
      let counting = member.plan.counting
      families[
        Key(
          pilot: member.plan.query.pilot,
          counting: counting == .indexEvents ? .persons : counting), default: []
      ].append(number)
    }
    return families.values.sorted { $0[0] < $1[0] }
  }
}

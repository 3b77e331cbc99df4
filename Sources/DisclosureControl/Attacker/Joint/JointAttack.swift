import CohortModel
import Tables

/// An attacker who holds several published tables and knows their definitions and the policy, and
/// nothing else: what do they tell together that none tells by itself?
///
/// Relations come from the definitions of the tables (`CommonRefinement`), not from any list that
/// protection works with. Tables of one population are one problem; persons and index events of one
/// pilot as well. Between link levels and releases nothing is certain in arithmetic: what one hides
/// and another shows is reported.
public struct JointAttack {
  public struct Assumptions: Sendable {
    /// Descriptors, where the attacker has them: what definitions exclude, and which variables are
    /// calendar units of the index date.
    public var package: DataPackage?
    /// Differences of two tables' cells are attacked as well.
    public var seeksDifferences = true
    /// Takes it that no `[c]` hides a zero, which the method does not say.
    public var takesHiddenToBePositive = false
    /// Most atoms of a system that is to be exact.
    public var mostAtoms = 20_000

    public init() {}

    public static let standard = Assumptions()
  }

  private let tables: [PublishedTable]
  private let assumptions: Assumptions

  /// - Throws: `nothingToAttack` without tables; `cell` where a cell names no node of its table.
  public init(
    _ tables: [PublishedTable], assuming assumptions: Assumptions = .standard
  ) throws(JointAttackError) {
    guard !tables.isEmpty else { throw .nothingToAttack }
    for table in tables {
      for (index, cell) in table.cells.enumerated() {
        let fits =
          cell.nodes.count == table.dimensions.count
          && zip(cell.nodes, table.dimensions).allSatisfy {
            $1.structure.nodes.indices.contains($0)
          }
        guard fits else { throw .cell(table: table.name, index: index) }
      }
      for dimension in table.dimensions {
        let slots = 0..<dimension.structure.slotCount
        guard !dimension.structure.nodes.isEmpty,
          dimension.structure.nodes.allSatisfy({
            $0.slots.allSatisfy(slots.contains) && $0.minusSlots.allSatisfy(slots.contains)
          })
        else { throw .dimension(table: table.name) }
      }
    }
    self.tables = tables
    self.assumptions = assumptions
  }

  /// Attacks, and says what is left of every hidden cell.
  ///
  /// - Complexity: up to two linear programmes for each hidden cell that no shared solution decides.
  public func run() -> JointAttackFindings {
    var findings = JointAttackFindings()
    var cells: [[JointAttackFindings.Cell?]] = tables.map { table in
      [JointAttackFindings.Cell?](repeating: nil, count: table.cells.count)
    }
    for members in groups {
      PopulationAttack(tables, members: members, assumptions).run(
        into: &findings, cells: &cells)
    }
    findings.differences = LevelDifferences(tables).found
    let apart = findings.cells
    findings.cells = cells.flatMap { $0.compactMap { $0 } } + apart
    findings.tables = tables.indices.map { table in
      let own = cells[table].compactMap { $0 }
      return JointAttackFindings.TableSummary(
        table: tables[table].name, hiddenCells: own.count,
        leastPossibleValues: own.filter { $0.outcome != .open || $0.least < minimum(table) }
          .map(\.possibleValues).min(),
        exactCells: own.count { $0.outcome == .exact },
        narrowCells: own.count { $0.outcome == .narrow })
    }
    return findings
  }

  private func minimum(_ table: Int) -> Int { tables[table].profile.minimumFrequency }

  /// Tables of one population; persons and index events of one pilot together.
  private var groups: [[Int]] {
    var groups: [PublishedTable.Population: [Int]] = [:]
    for (number, table) in tables.enumerated() {
      var population = table.population
      if ["persons", "index events"].contains(population.unit) { population.unit = "members" }
      groups[population, default: []].append(number)
    }
    return groups.values.sorted { $0[0] < $1[0] }
  }
}

/// Why tables cannot be attacked.
public enum JointAttackError: Error, Hashable, Sendable {
  case nothingToAttack
  /// A cell does not fit its table's dimensions.
  case cell(table: String, index: Int)
  /// A dimension names slots that it does not have.
  case dimension(table: String)
}

extension JointAttackError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothingToAttack: "There is no table to attack."
    case .cell(let table, let index):
      "\(table): cell \(index + 1) does not fit the table's dimensions."
    case .dimension(let table): "\(table): a dimension names slots that it does not have."
    }
  }
}

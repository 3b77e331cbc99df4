import CohortModel
import Tables

/// What several published tables disclose when they are put together, found from nothing but what was
/// published. May leave: anyone who has the tables can work it out.
public struct JointAttackFindings: Hashable, Codable, Sendable {
  /// What is left of a cell that is published nowhere.
  public struct Cell: Hashable, Codable, Sendable {
    public enum Outcome: String, Codable, Sendable {
      /// One value is left, and it is fewer than the minimum (and not zero).
      case exact
      /// Small, and fewer values are left than the policy promises.
      case narrow
      /// As many values are left as the policy promises, or it is known not to be small.
      case open
    }

    /// The table by its name; nil for a difference of cells of two tables.
    public var table: String?
    /// Its place in the table's cells; nil for a difference.
    public var index: Int?
    /// "age=18-20, sex=F"; a difference as "A less B".
    public var name: String
    /// The least and the greatest value that fit everything published.
    public var least: Int
    /// nil: as far as was looked.
    public var greatest: Int?
    /// So many values are left at least.
    public var possibleValues: Int
    public var outcome: Outcome
  }

  /// Cells of which the tables say different things.
  public struct Contradiction: Hashable, Codable, Sendable {
    public var tables: [String]
    /// The cell; empty where the tables contradict each other as a whole.
    public var name: String
  }

  /// A cell that one link level or release hides and another shows.
  public struct Difference: Hashable, Codable, Sendable {
    public var hiding: String
    public var showing: String
    public var name: String
  }

  /// One file's part.
  public struct TableSummary: Hashable, Codable, Sendable {
    public var table: String
    public var hiddenCells: Int
    /// The least number of values left of any cell that may be small; nil where none is hidden.
    public var leastPossibleValues: Int?
    public var exactCells: Int
    public var narrowCells: Int
  }

  /// How a population's tables were put together.
  public struct System: Hashable, Codable, Sendable {
    public var tables: [String]
    public var atoms: Int
    public var blocks: Int
    /// Whether everything that the definitions say was used: whole numbers over one common
    /// refinement, or over parts of it that say the same. Else what is found is right, and more may
    /// follow.
    public var isExact: Bool
    /// The solver gave some cell up: nothing is claimed of it.
    public var isUndecided: Bool
  }

  public var tables: [TableSummary] = []
  /// Hidden cells, in the order of tables and cells; then differences that are not open.
  public var cells: [Cell] = []
  public var contradictions: [Contradiction] = []
  public var differences: [Difference] = []
  public var systems: [System] = []

  public init() {}

  /// No cell is exact or narrow, nothing contradicts, everything was decided.
  public var isClean: Bool {
    contradictions.isEmpty && cells.allSatisfy { $0.outcome == .open }
      && systems.allSatisfy { !$0.isUndecided }
  }
}

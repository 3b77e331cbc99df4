/// Which cells to hide at the least cost so that the attacker's targets stay open: what the table of
/// persons and the table of real values have in common.
///
/// Everything is in deviations from the true table: the attacker may change each cell by as much as
/// what is published of it leaves open, and the relations must hold. So no deviation at all is always
/// a solution.
struct PatternProblem {
  /// How far a cell may deviate as far as the attacker knows; none is negative.
  struct Leeway: Hashable {
    var down: Double
    var up: Double

    static let none = Leeway(down: 0, up: 0)

    func limited(to other: Leeway) -> Leeway {
      Leeway(down: min(down, other.down), up: min(up, other.up))
    }
  }

  enum State {
    /// May be hidden; the number of the choice.
    case open(choice: Int)
    case hidden
    case published
  }

  enum Place: Hashable {
    case column(Int)
    case row(Int)
  }

  struct Cell {
    var place: Place
    var state: State
    var published: Leeway
    var hidden: Leeway
  }

  /// How far a cell must be able to go, up, down, and between its ends in all, in the eyes of
  /// somebody who knows some cells better than what is published of them.
  struct Target: Hashable {
    var cell: Int
    var up = 0.0
    var down = 0.0
    var width = 0.0
    var knowledge: [Knowledge] = []
  }

  struct Knowledge: Hashable {
    var cell: Int
    var leeway: Leeway
  }

  /// Over columns, in whole coefficients.
  var rows: SparseRows
  /// Limits of rows that are no cells, by row.
  var rowLimits: [Int: Leeway]
  var cells: [Cell]
  /// By choice.
  var costs: [Double]
  /// By choice, the cell.
  var choices: [Int]
  var targets: [Target]
}

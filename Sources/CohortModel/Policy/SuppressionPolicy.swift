/// How complementary cells are chosen. Part of the policy and public like all of it: none of it can
/// make a table less safe, only hide other cells or more of them.
public struct SuppressionPolicy: Hashable, Codable, Sendable {
  public enum Method: String, CaseIterable, Codable, Sendable {
    /// Optimal in cubes of at most `optimalCells` cells, scalable beyond.
    case automatic
    /// Optimal wherever the work suffices, scalable where not.
    case optimal
    case scalable
  }

  public var method: Method
  /// The largest cube, margins included, for which `automatic` looks for the optimum.
  public var optimalCells: Int
  /// Simplex iterations, of the attacker's programmes and of the search for cells together, after
  /// which a method gives way to a coarser one. Never seconds: the same question has the same answer
  /// on every machine.
  public var work: Int
  /// By variable, how many times as much it costs to hide a total that names one of its codes.
  /// Variables that are not named weigh 1.
  public var costs: [String: Double]

  public init(
    method: Method = .automatic, optimalCells: Int = 60, work: Int = 60_000,
    costs: [String: Double] = [:]
  ) {
    self.method = method
    self.optimalCells = optimalCells
    self.work = work
    self.costs = costs
  }

  public static let standard = SuppressionPolicy()
}

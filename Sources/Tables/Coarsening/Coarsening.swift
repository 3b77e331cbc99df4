import CohortModel

/// A coarser table in the place of one with many confidential cells, and how much of it can be
/// expected to be published.
///
/// Made of the protected table and descriptors alone: it tells nobody anything that the table does not
/// tell. What it expects is an estimate; the coarser table is protected anew when it is asked for.
public struct Coarsening: Hashable, Sendable {
  public enum Change: Hashable, Sendable {
    /// The variable leaves the table.
    case leaveOut(variable: String)
    /// The variable is shown by its upper levels only.
    case upperLevels(variable: String, depth: Int)
    /// These codes of the variable are put together.
    case putTogether(variable: String, codes: [String])
  }

  /// Cells that a table shows, and how many of them hold a figure.
  public struct Extent: Hashable, Sendable {
    public var cells: Int
    public var published: Int

    public init(cells: Int, published: Int) {
      self.cells = cells
      self.published = published
    }

    var hidden: Int { cells - published }

    /// Of all cells the part that holds a figure; 0 where there are no cells.
    var share: Double { cells == 0 ? 0 : Double(published) / Double(cells) }
  }

  public var change: Change
  /// The query of the coarser table.
  public var query: CohortQuery
  /// "Put together 18-20 and 21-24 of Age".
  public var text: String
  /// The coarser table, as can be expected.
  public var expected: Extent
  /// The table as it is.
  public var present: Extent

  /// What can be expected, in words.
  public var expectation: String {
    "about \(expected.published) of \(expected.cells) cells shown, now \(present.published)"
      + " of \(present.cells)"
  }

  /// The same where there is little room: "113 of 140, now 250 of 560".
  public var briefExpectation: String {
    "\(expected.published) of \(expected.cells), now \(present.published) of \(present.cells)"
  }

  /// What has to be said with every proposal.
  public static let caution =
    "Estimated from what is published. Take a coarser table in the place of this one, not beside it."

  /// Hidden cells fewer, less the published ones that are lost for it.
  private var balance: Int {
    (present.hidden - expected.hidden) - (present.published - expected.published)
  }

  /// The best coarser table of each kind, best first: the one with most hidden cells fewer, less the
  /// published ones lost for it. Empty where nothing is confidential, or where no change can be expected
  /// to show a larger part.
  ///
  /// - Parameters:
  ///   - pilot: the table's.
  ///   - mayAsk: whether the package, the project and its safeguards allow a query.
  public static func proposals(
    for table: ProtectedTable, of pilot: Pilot, mayAsk: (CohortQuery) -> Bool
  ) -> [Coarsening] {
    guard table.cells.contains(.confidential), let estimates = CellEstimates(table) else {
      return []
    }
    let candidates = CoarseningCandidates(table: table, pilot: pilot, estimates: estimates)
    return [candidates.mergers, candidates.levels, candidates.omissions]
      .compactMap { kind in
        kind.filter { $0.expected.share > $0.present.share }
          .sorted(by: releasesMore)
          .prefix(CoarseningCandidates.attempts)
          .first { mayAsk($0.query) }
      }
      .sorted(by: releasesMore)
  }

  private static func releasesMore(_ left: Coarsening, _ right: Coarsening) -> Bool {
    (left.balance, left.expected.share) > (right.balance, right.expected.share)
  }
}

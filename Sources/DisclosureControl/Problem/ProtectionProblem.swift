import CohortModel

/// A table to be protected: every cell of the plan's cube, margins and what a filter leaves out
/// included, and how they add up.
package struct ProtectionProblem: Sendable {
  package enum Status: Hashable, Sendable {
    /// May be published.
    case safe
    /// A zero that cannot be otherwise, or any zero where the profile publishes zeros: never hidden.
    case publishedZero
    /// A chance zero that the key hides, in every table alike.
    case hiddenZero
    /// Stands in no table: outcomes side by side show the margins of their crossing alone. Hidden at
    /// no cost; where it is small it is `unsafe`, so that the margins do not give it away.
    case unshown
    /// Must be hidden, and what it requires must remain possible.
    case unsafe
  }

  package let space: CellSpace
  /// What is counted: persons, or events.
  package var values: [Int]
  /// Persons who contribute.
  package var contributors: [Int]
  /// The largest part of one person in each cell; nil where persons are counted.
  package var largest: [Int]?
  package var statuses: [Status]
  /// What the rules require of unsafe cells; travels with them into the secondary step.
  package var requirements: [Requirement]
  /// What it costs to hide a cell.
  package var costs: [Int]
  package let relations: [CellRelation]
  /// Cells that other tables shown with this one have as well. They are published whatever else is,
  /// and the attacker is given their true values: so what one of the tables discloses does not
  /// depend on the others.
  package var known: Set<Int> = []
  /// What everyone knows of every unsafe cell; nil where it is not thought of.
  package var room: PromisedRoom?
  /// Of hidden cells whether they are, or must be able to be, below the minimum; the others are told
  /// where they have not the room for it.
  var isSmall: [Bool] {
    var isSmall = statuses.map { _ in false }
    for requirement in requirements {
      isSmall[requirement.cell] = requirement.range.lowerBound < (room?.minimum ?? .max)
    }
    return isSmall
  }
  /// How complementary cells are chosen.
  package var suppression = SuppressionPolicy.standard

  package var cellCount: Int { values.count }

  package func isHiddenFromTheStart(_ cell: Int) -> Bool {
    switch statuses[cell] {
    case .unsafe, .hiddenZero, .unshown: true
    case .safe, .publishedZero: false
    }
  }
}

extension ProtectionProblem {
  /// The audit of the table with what is published of each cell, against whoever knows the promise too.
  package func audit(
    _ intervals: [PublishedInterval], system: AttackSystem, insiders: [Insider], point: [Int]
  ) throws(InconsistentTable) -> AuditReport {
    let complements = intervals.indices.compactMap { cell in
      intervals[cell] == .hidden && !isSmall[cell]
        ? room.map { PromiseAudit.Complement(cell: cell, room: $0) } : nil
    }
    return try PromiseAudit(
      system: system, intervals: intervals, requirements: requirements, complements: complements,
      insiders: insiders, point: point
    ).run()
  }
}

/// The counts do not fit the plan: an error of counting.
package struct MalformedCube: Error, Equatable, Sendable {
  package init() {}
}

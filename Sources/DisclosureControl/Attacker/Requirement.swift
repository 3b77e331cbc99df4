/// What must remain possible for a cell, in spite of everything published.
package struct Requirement: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Each whole number of the range is the cell's value in some database.
    case eachValue
    /// The feasible interval contains the range.
    case interval
  }

  package var cell: Int
  package var range: ClosedRange<Int>
  package var kind: Kind

  package init(cell: Int, range: ClosedRange<Int>, kind: Kind) {
    self.cell = cell
    self.range = range
    self.kind = kind
  }
}

/// Someone who knows that at least so much of an atom is his own.
package struct Insider: Hashable, Sendable {
  package var atom: Int
  package var own: Int

  package init(atom: Int, own: Int) {
    self.atom = atom
    self.own = own
  }
}

/// The outcome of an audit. Stays within the wall.
package struct AuditReport: Sendable {
  package struct Failure: Sendable {
    package var cell: Int
    package var bindings: [TableAttacker.Binding]
  }

  package var failures: [Failure] = []
  /// Databases found that agree with everything published.
  package var databases = 0
  /// Simplex iterations that it took.
  package var iterations = 0
  /// The work that was granted ran out: what was still open then counts as failed.
  package var isExhausted = false

  package var isPassed: Bool { failures.isEmpty }
}

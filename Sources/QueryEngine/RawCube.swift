import CohortModel

/// Counts before protection. Exists between the engine and disclosure control only.
package struct RawCube: Sendable {
  package let plan: TablePlan
  /// Per cell of the plan's cube (see `TablePlan`): distinct persons who contribute.
  package let persons: [Int]
  /// Per cell what is counted, where that is not persons: events.
  package let totals: [Int]?
  /// Per cell the largest and second largest contribution of one person to `totals`.
  package let largest: [Int]?
  package let secondLargest: [Int]?
  /// Per cell the sum of its persons' keys modulo 2^64, where the profile works with them.
  package let keySums: [UInt64]?

  package init(
    plan: TablePlan, persons: [Int], totals: [Int]? = nil, largest: [Int]? = nil,
    secondLargest: [Int]? = nil, keySums: [UInt64]? = nil
  ) {
    self.plan = plan
    self.persons = persons
    self.totals = totals
    self.largest = largest
    self.secondLargest = secondLargest
    self.keySums = keySums
  }
}

/// Something that can count a plan: our kernels here, another engine elsewhere.
package protocol CountingBackend: Sendable {
  func count(_ plan: TablePlan) throws -> RawCube
}

import CohortModel
import ColumnStore
import Foundation
import Synchronization

/// Counts plans over the records of a source with kernels of our own.
///
/// A cohort is made once per pilot and link level, its columns when first asked for; counting then
/// is one pass over those columns. How everything is determined is written down in
/// `docs/cohorts.md`. Safe to use from any thread.
package final class CohortEngine: CountingBackend {
  private let source: any RecordSource
  private let threads: ThreadLimit
  private let cohorts = Mutex<[CohortKey: Cohort]>([:])

  private struct CohortKey: Hashable {
    var pilot: String
    var level: LinkLevel
  }

  /// - Parameters:
  ///   - threads: at most so many threads count one plan; all processors by default.
  ///   - membersPerThread: members below which another thread does not pay; where it does is
  ///     measured, tests choose less.
  package init(source: any RecordSource, threads: Int? = nil, membersPerThread: Int? = nil) {
    self.source = source
    self.threads = ThreadLimit(
      threads: max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount),
      membersPerThread: membersPerThread ?? ThreadLimit.usualMembersPerThread)
  }

  /// The cube of a plan, margins included, before protection.
  ///
  /// - Complexity: first use of a cohort or column: its resources' records; then the cohort's
  ///   members times dimensions, plus the cube's cells.
  package func count(_ plan: TablePlan) throws(EngineError) -> RawCube {
    let shape = try CubeShape(plan.dimensions)
    let cohort = try cohort(plan.query.pilot, plan.linkLevel)
    let columns = try cohort.columns(of: plan.dimensions)
    let members = cohort.members
    func counting(of isCounted: Buffer<UInt8>?) -> SlotCounting {
      SlotCounting(
        columns: columns, strides: shape.slotStrides, cellCount: shape.slotCellCount,
        memberCount: members.count, isCounted: isCounted)
    }
    func sums(of isCounted: Buffer<UInt8>?) -> [Int] {
      shape.nodeSums(of: counting(of: isCounted).counts(on: threads))
    }
    let contributions: Contributions
    switch plan.counting {
    case .persons:
      let isCounted = members.isOnePerPerson ? nil : members.isFirst
      var keySums: [UInt64]?
      if plan.profile.cellKey != nil {
        let keys = try cohort.personKeys()
        keySums = shape.nodeSums(of: counting(of: isCounted).sums(of: keys, on: threads))
      }
      return RawCube(plan: plan, persons: sums(of: isCounted), keySums: keySums)
    case .indexEvents:
      // Persons with one index event add up; only the others have to be told apart in every node.
      let ones = sums(of: members.isOnePerPerson ? nil : members.isOnly)
      var all: Contributions
      if members.isOnePerPerson {
        all = Contributions(cellCount: shape.nodeCellCount)
      } else {
        let isOnly = members.isOnly
        all = NodeCounting(
          columns: columns, shape: shape, members: members,
          amount: { isOnly[$0] == 1 ? 0 : 1 }
        ).contributions(on: threads)
      }
      all.addOnes(ones)
      contributions = all
    case .units(let name):
      let isFirst = try cohort.firstOfUnit(name)
      if members.isOnePerPerson {
        // Nobody has two units.
        var ones = Contributions(cellCount: shape.nodeCellCount)
        ones.addOnes(sums(of: isFirst))
        contributions = ones
      } else {
        contributions = NodeCounting(
          columns: columns, shape: shape, members: members, amount: { Int(isFirst[$0]) }
        ).contributions(on: threads)
      }
    case .events(let name):
      let counts = try cohort.eventCounts(name)
      contributions = NodeCounting(
        columns: columns, shape: shape, members: members, amount: { Int(counts[$0]) }
      ).contributions(on: threads)
    }
    return RawCube(
      plan: plan, persons: contributions.persons, totals: contributions.totals,
      largest: contributions.largest, secondLargest: contributions.secondLargest)
  }

  /// What counting a plan reads and does, for people. Descriptors only: no counts.
  package func describe(_ plan: TablePlan) throws(EngineError) -> String {
    guard let pilot = source.package.pilot(plan.query.pilot) else {
      throw .unknown(.pilot, plan.query.pilot)
    }
    return try PlanDescription(plan: plan, pilot: pilot, package: source.package).text()
  }

  private func cohort(_ pilot: String, _ level: LinkLevel) throws(EngineError) -> Cohort {
    try cohorts.withLock { (cohorts) throws(EngineError) in
      let key = CohortKey(pilot: pilot, level: level)
      if let known = cohorts[key] { return known }
      guard let definition = source.package.pilot(pilot) else { throw .unknown(.pilot, pilot) }
      let cohort = try Cohort(
        in: CohortContext(
          source: source, package: source.package, pilot: definition, level: level))
      cohorts[key] = cohort
      return cohort
    }
  }
}

import CohortModel

/// What the number of different codes somebody has says of a multi-response variable of the same
/// field: those with exactly one code are counted once among its codes, those with two twice. Every
/// reader can work that out, so the attacker is given it.
package struct CodeSums: Sendable {
  /// In every combination of the other dimensions: over the codes of `dimension`, those who fall in
  /// `slot` of `other` are counted at least and at most so many times each.
  package struct Bound: Hashable, Sendable {
    package var dimension: Int
    package var other: Int
    package var slot: Int
    package var least: Int
    /// nil: any number of times.
    package var most: Int?

    package init(dimension: Int, other: Int, slot: Int, least: Int, most: Int?) {
      self.dimension = dimension
      self.other = other
      self.slot = slot
      self.least = least
      self.most = most
    }
  }

  package let bounds: [Bound]

  package static let none = CodeSums(bounds: [])

  private init(bounds: [Bound]) {
    self.bounds = bounds
  }

  package init(_ plan: TablePlan, package: DataPackage) {
    guard let pilot = package.pilot(plan.query.pilot) else {
      self = .none
      return
    }
    var bounds: [Bound] = []
    for (dimension, planned) in plan.dimensions.enumerated()
    where planned.structure.kind == .multiResponse {
      guard case .variable(let name) = planned.source, let multiple = pilot.variable(name),
        multiple.moment == .ever,
        let list = package.resource(multiple.resource)?.field(multiple.field)?.codeList
          .flatMap({ package.codeList($0) }), list.codes.allSatisfy({ $0.parent == nil })
      else { continue }
      for (other, counted) in plan.dimensions.enumerated() {
        for (slot, range) in Self.ranges(counted, pilot, multiple) {
          bounds.append(
            Bound(
              dimension: dimension, other: other, slot: slot, least: range.least,
              most: range.most))
        }
      }
    }
    self.init(bounds: bounds)
  }

  private typealias Range = (least: Int, most: Int?)

  /// Per slot of a dimension how many different codes those in it have, where it says so.
  private static func ranges(
    _ planned: PlannedDimension, _ pilot: Pilot, _ multiple: Variable
  ) -> [(slot: Int, range: Range)] {
    func bands(_ name: String) -> [Band]? {
      guard let variable = pilot.variable(name), variable.derivation == .distinct,
        variable.resource == multiple.resource, variable.field == multiple.field,
        case .bands(let bands) = variable.coding
      else { return nil }
      return bands
    }
    switch planned.source {
    case .variable(let name):
      guard let bands = bands(name) else { return [] }
      return planned.slotCodes.enumerated().compactMap { slot, codes in
        hull(codes.map { code in bands.first { $0.code == code } }).map { (slot, $0) }
      }
    case .outcome(let name):
      guard let outcome = pilot.outcome(name), outcome.holds.count == 1,
        let condition = outcome.holds.first, let bands = bands(condition.field)
      else { return [] }
      let having = bands.filter { condition.codes.contains($0.code) }
      let others = bands.filter { !condition.codes.contains($0.code) }
      let isWhole = bands.first?.lower ?? 0 <= 0 && bands.last?.upper == nil
      return [(0, hull(having)), (1, isWhole ? hull(others) : nil)].compactMap { slot, range in
        range.map { (slot, $0) }
      }
    default: return []
    }
  }

  private static func hull(_ bands: [Band?]) -> Range? {
    guard !bands.isEmpty, !bands.contains(nil) else { return nil }
    let known = bands.compactMap { $0 }
    let most = known.map(\.upper)
    return (
      known.map { max(0, $0.lower ?? 0) }.min() ?? 0,
      most.contains(nil) ? nil : most.compactMap { $0 }.max()
    )
  }
}

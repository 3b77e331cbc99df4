import CohortModel
import Crypto
import QueryEngine

extension ProtectionProblem {
  /// The problem that a counted cube poses: primary rules evaluated on every cell, before any slice.
  ///
  /// - Parameters:
  ///   - release: names the release of the store, part of a cell's identity.
  ///   - secret: keys which chance zeros are hidden.
  ///   - impossible: what is zero by definition.
  ///   - defences: all but in tests of the attacks themselves.
  package init(
    cube: RawCube, policy: DisclosurePolicy, release: String, secret: [UInt8],
    impossible: ImpossibleCombinations = .none, defences: Defences = .all
  ) throws(MalformedCube) {
    let plan = cube.plan
    let space = CellSpace(plan.dimensions)
    let values = cube.totals ?? cube.persons
    let largest = cube.largest ?? []
    let second = cube.secondLargest ?? []
    guard cube.persons.count == space.cellCount, values.count == space.cellCount,
      cube.totals == nil
        || (largest.count == space.cellCount && second.count == space.cellCount),
      values.allSatisfy({ $0 >= 0 }), cube.persons.allSatisfy({ $0 >= 0 })
    else { throw MalformedCube() }

    let minimum = plan.minimumFrequency
    let zeros = plan.profile.zeros
    let relations = CellRelation.all(in: space)
    let isKnown = Self.knownZeros(
      values: values, relations: relations,
      impossible: defences.contains(.definitionalZeros) ? impossible : .none,
      declared: StructuralZeros(policy.structuralZeros, space: space))
    let small = SmallCells(
      minimumFrequency: minimum, areZerosUnsafe: zeros == .unsafe,
      possibleValues: policy.possibleValues)
    let magnitudes = MagnitudeRule(minimumFrequency: minimum, dominance: policy.dominance)
    let all = cube.totals == nil ? small.all : magnitudes.room
    let classes = ClassDisclosure(
      space: space, rule: policy.classDisclosure, room: all.upperBound)
    let kind: Requirement.Kind = cube.totals == nil ? .eachValue : .interval

    var statuses: [Status] = []
    var requirements: [Requirement] = []
    statuses.reserveCapacity(space.cellCount)
    let sideBySide = plan.sideBySide
    /// In the crossing of outcomes of which the table shows the margins alone.
    func isUnshown(_ cell: Int) -> Bool {
      sideBySide.count { space.node(of: cell, in: $0) != 0 } > 1
    }
    let identity = CellIdentity(plan: plan, release: release, space: space)
    let key = SymmetricKey(data: secret)
    func smallRange(_ cell: Int) -> ClosedRange<Int> {
      small.required(of: cube.persons[cell]) {
        identity.keyedNumber(of: cell, secret: key, purpose: "possible values")
      }
    }
    /// What a rule requires of a cell that may not be published; nil of one that may.
    func required(_ cell: Int) -> ClosedRange<Int>? {
      let persons = cube.persons[cell]
      if persons == 0, values[cell] == 0 {
        if isKnown[cell] { return nil }
        let isTelling =
          defences.contains(.classDisclosure) && classes.tells(cell, persons: cube.persons)
        let rules = [
          zeros == .unsafe ? (cube.totals == nil ? smallRange(cell) : all) : nil,
          isTelling ? classes.required : nil,
        ]
        return rules.compactMap { $0 }.max { $0.upperBound < $1.upperBound }
      }
      guard cube.totals != nil else {
        return persons < minimum ? smallRange(cell) : nil
      }
      let isUnsafe =
        defences.contains(.magnitudes)
        ? magnitudes.isUnsafe(
          total: values[cell], contributors: persons, largest: largest[cell], second: second[cell])
        : persons > 0 && persons < minimum
      return isUnsafe
        ? magnitudes.required(total: values[cell], largest: largest[cell], second: second[cell])
        : nil
    }
    for cell in 0..<space.cellCount {
      let isZero = cube.persons[cell] == 0 && values[cell] == 0
      if let range = required(cell) {
        statuses.append(.unsafe)
        requirements.append(Requirement(cell: cell, range: range, kind: kind))
      } else if isZero, isKnown[cell] {
        statuses.append(.publishedZero)
      } else if isUnshown(cell) {
        statuses.append(.unshown)
      } else {
        statuses.append(isZero && zeros == .published ? .publishedZero : .safe)
      }
    }
    if zeros == .eligible, defences.contains(.hiddenZeros) {
      HiddenZeros(
        identity: identity, secret: secret,
        share: policy.hiddenZeroShare
      ).hide(among: &statuses, values: values, space: space)
    }
    self.init(
      space: space, values: values, contributors: cube.persons,
      largest: cube.totals == nil ? nil : largest, statuses: statuses,
      requirements: requirements,
      costs: Self.costs(persons: cube.persons, space: space, policy.suppression),
      relations: relations)
    if defences.contains(.promise) {
      let isTold = plan.dimensions.contains(where: \.isSensitive)
      room = PromisedRoom(
        range: isTold && classes.required.upperBound > all.upperBound ? classes.required : all,
        kind: kind, minimum: minimum)
    }
    suppression = policy.suppression
  }

  /// Per cell whether everyone can tell that it is zero: impossible by definition, declared so, or
  /// the sum of such cells.
  private static func knownZeros(
    values: [Int], relations: [CellRelation], impossible: ImpossibleCombinations,
    declared: StructuralZeros
  ) -> [Bool] {
    var isKnown = values.indices.map {
      values[$0] == 0 && (impossible.contains($0) || declared.contains($0))
    }
    guard isKnown.contains(true) else { return isKnown }
    var isChanged = true
    while isChanged {
      isChanged = false
      for relation in relations
      where !isKnown[relation.whole] && relation.parts.allSatisfy({ isKnown[$0] }) {
        isKnown[relation.whole] = true
        isChanged = true
      }
    }
    return isKnown
  }

  /// A chance zero costs least; then persons, more for each dimension that the cell leaves whole, so
  /// that totals are kept where something else can go; times the policy's weights. The same whatever
  /// slice is shown, so that a cell is hidden in all views of a cube or in none.
  private static func costs(
    persons: [Int], space: CellSpace, _ suppression: SuppressionPolicy
  ) -> [Int] {
    persons.indices.map { cell in
      let cost =
        persons[cell] == 0 ? 1 : (10 + persons[cell]) * (1 + space.wholeCount(of: cell))
      guard !suppression.costs.isEmpty else { return cost }
      return max(1, Int((Double(cost) * weight(of: cell, in: space, suppression)).rounded()))
    }
  }
}

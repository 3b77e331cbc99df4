import CohortModel

/// Which slots the codes of a variable fall in.
struct CodeSlots: Hashable, Sendable {
  /// The code that a plan gives to a variable taken at a stage which was not reached.
  static let notApplicable = "NA"
  /// The code for a missing value where the variable names none.
  static let notKnown = "NK"

  /// Per code its slots, in ascending order; one for a partition.
  let slots: [String: [Int]]
  /// The slots of a member without a value; for a multi-response variable there may be none.
  let missing: [Int]
  /// The slots of a member to whom the variable does not apply.
  let inapplicable: [Int]
  /// The slots of a value that is not a code of the variable.
  let unlisted: [Int]
  let slotCount: Int

  init(_ slotCodes: [[String]], of variable: Variable) {
    var slots: [String: [Int]] = [:]
    for (slot, codes) in slotCodes.enumerated() {
      // Slot 0 of a multi-response variable holds everyone, whatever is written there.
      if variable.kind == .multiResponse && slot == 0 { continue }
      for code in codes {
        if variable.kind == .partition && slots[code] != nil { continue }
        if slots[code]?.last != slot { slots[code, default: []].append(slot) }
      }
    }
    missing = variable.missingCode.flatMap { slots[$0] } ?? slots[CodeSlots.notKnown] ?? []
    inapplicable =
      slots[CodeSlots.notApplicable] ?? (variable.kind == .partition ? missing : [])
    unlisted = missing
    self.slots = slots
    slotCount = slotCodes.count
  }

  /// Two slots for a condition on a variable. Partition: those who have one of the codes, the
  /// others. Multi-response: everyone, those who have one of the codes.
  init(having codes: Set<String>, of variable: Variable) {
    let (having, others) = variable.kind == .partition ? ([0], [1]) : ([1], [Int]())
    slots = Dictionary(uniqueKeysWithValues: codes.map { ($0, having) })
    missing = codes.contains(variable.missingCode ?? CodeSlots.notKnown) ? having : others
    inapplicable = codes.contains(CodeSlots.notApplicable) ? having : others
    unlisted = others
    slotCount = 2
  }
}

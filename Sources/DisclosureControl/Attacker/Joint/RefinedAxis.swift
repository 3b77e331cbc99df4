import CohortModel

/// What several tables ask of a member under one name, told apart as finely as any of them does.
///
/// Classes are the common refinement of the tables' counting slots: two codes are in one class where
/// no table tells them apart. All periods, and calendar units of the index date, lie on one axis:
/// they are intervals of the same date. Conditions on earlier events with spans of different length
/// lie on one axis as well: who had the event within the shorter span had it within the longer.
///
/// Of a multi-response variable class 0 is everyone and each other class those who have a code.
package struct RefinedAxis: Sendable {
  package let name: String
  package let kind: Variable.Kind
  package let classCount: Int
  /// Per use and slot the classes that fall in it, ascending.
  package let classesOfSlot: [[[Int]]]
  /// The dimensions, each once, in the order of `classesOfSlot`.
  package let uses: [PlannedDimension]
  /// Per class its codes, where codes make the classes.
  package let codes: [[String]]?

  /// Names the axis of a dimension.
  ///
  /// - Parameter indexDates: variables that are calendar units of the index date.
  static func name(of dimension: PlannedDimension, indexDates: Set<String>) -> String {
    switch dimension.source {
    case .period: "index day"
    case .variable(let name) where indexDates.contains(name): "index day"
    case .history(let event):
      "history \(event.within.unit.rawValue) \(event.event)"
    default: dimension.source.canonicalName
    }
  }

  /// - Parameter uses: dimensions of one name, from one table or several.
  init(name: String, uses: [PlannedDimension]) {
    self.name = name
    self.uses = uses
    kind = uses[0].structure.kind
    if kind == .multiResponse {
      var known: [[String]] = []
      classesOfSlot = uses.map { use in
        (0..<use.structure.slotCount).map { slot in
          if slot == 0 { return [0] }
          let codes = Self.codes(of: use, slot: slot)
          if !known.contains(codes) { known.append(codes) }
          return [1 + known.firstIndex(of: codes)!]
        }
      }
      classCount = 1 + known.count
      codes = [[]] + known
      return
    }
    var named: [[String]] = []
    var classes: [[Int?]] = []
    if name == "index day" || uses[0].source.isHistory {
      let signatures =
        name == "index day" ? IndexDays.signatures(uses) : Self.spanSignatures(uses)
      for signature in signatures where !classes.contains(signature) { classes.append(signature) }
      codes = nil
    } else {
      for (code, signature) in Self.codeSignatures(uses) {
        if let place = classes.firstIndex(of: signature) {
          named[place].append(code)
        } else {
          classes.append(signature)
          named.append([code])
        }
      }
      codes = named
    }
    classCount = classes.count
    classesOfSlot = uses.indices.map { use in
      (0..<uses[use].structure.slotCount).map { slot in
        classes.indices.filter { classes[$0][use] == slot }
      }
    }
  }

  private static func codes(of use: PlannedDimension, slot: Int) -> [String] {
    use.slotCodes.indices.contains(slot) && !use.slotCodes[slot].isEmpty
      ? use.slotCodes[slot].sorted() : ["#\(slot)"]
  }

  /// Per code the slot that it has in each use; nil where the use does not name it.
  private static func codeSignatures(
    _ uses: [PlannedDimension]
  ) -> [(code: String, signature: [Int?])] {
    let slots = uses.map { use in
      var slots: [String: Int] = [:]
      for slot in 0..<use.structure.slotCount {
        for code in codes(of: use, slot: slot) where slots[code] == nil { slots[code] = slot }
      }
      return slots
    }
    let named = Set(slots.flatMap { Array($0.keys) }).sorted()
    return named.map { code in (code, slots.map { $0[code] }) }
  }

  /// From those who had the event within the shortest span to those who had it in none.
  private static func spanSignatures(_ uses: [PlannedDimension]) -> [[Int?]] {
    let counts = uses.map { use in
      if case .history(let event) = use.source { event.within.count } else { 0 }
    }
    let spans = Set(counts).sorted()
    return (spans + [Int.max]).map { shortest in
      counts.map { $0 >= shortest ? 0 : 1 }
    }
  }
}

/// The days of the index date as tables tell them apart.
private enum IndexDays {
  /// Per stretch of days, and for no day at all, the slot that it has in each use.
  static func signatures(_ uses: [PlannedDimension]) -> [[Int?]] {
    let ranges = uses.map(slotRanges)
    var starts: Set<Int> = []
    for range in ranges.flatMap({ $0.ranges.map(\.days) }) {
      starts.insert(range.lowerBound)
      starts.insert(range.upperBound + 1)
    }
    let days: [Int?] = starts.sorted().map { $0 } + [nil]
    return days.map { day in
      ranges.map { use in
        let slot = day.flatMap { day in use.ranges.first { $0.days.contains(day) }?.slot }
        return slot ?? use.rest
      }
    }
  }

  private static func slotRanges(
    _ use: PlannedDimension
  ) -> (ranges: [(days: ClosedRange<Int>, slot: Int)], rest: Int?) {
    if case .period(let period) = use.source {
      guard period.first <= period.last else { return ([], 1) }
      return ([(Int(period.first.rawValue)...Int(period.last.rawValue), 0)], 1)
    }
    var ranges: [(days: ClosedRange<Int>, slot: Int)] = []
    var rest: Int?
    for (slot, codes) in use.slotCodes.enumerated() {
      for code in codes {
        if let days = CalendarDay.days(ofUnit: code) {
          ranges.append((days, slot))
        } else if rest == nil {
          rest = slot
        }
      }
    }
    return (ranges, rest)
  }
}

extension PlannedDimension.Source {
  fileprivate var isHistory: Bool {
    if case .history = self { true } else { false }
  }
}

extension CalendarDay {
  /// The days of `2023`, `2023-Q1` or `2023-04`, as raw values; nil for any other code.
  static func days(ofUnit code: String) -> ClosedRange<Int>? {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let year = Int(parts[0]), parts[0].count == 4 else { return nil }
    let first: Int
    let months: Int
    if parts.count == 1 {
      (first, months) = (1, 12)
    } else if parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()),
      (1...4).contains(quarter)
    {
      (first, months) = (3 * quarter - 2, 3)
    } else if let month = Int(parts[1]), (1...12).contains(month) {
      (first, months) = (month, 1)
    } else {
      return nil
    }
    guard let start = CalendarDay(year: year, month: first, day: 1) else { return nil }
    let end = start.adding(months: months)
    return Int(start.rawValue)...(Int(end.rawValue) - 1)
  }
}

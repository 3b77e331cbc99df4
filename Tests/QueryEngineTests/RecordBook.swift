import CohortModel

/// Records as texts, as a data owner would write them: what both the store's columns and the slow
/// counters of these tests are made from.
struct RecordBook {
  struct Record {
    /// The person at the strictest link level.
    var atom: Int
    /// Only fields that have a value.
    var values: [String: String]

    init(_ atom: Int, _ values: [String: String]) {
      self.atom = atom
      self.values = values
    }
  }

  var package: DataPackage
  /// Per atom the person at the medium and at the low level; neighbours where they are the same.
  var medium: [Int]
  var low: [Int]
  /// Per resource, by atom and then date (undated first), as a store has them.
  private(set) var records: [String: [Record]] = [:]

  /// Atoms that are all different persons at every level.
  init(package: DataPackage, atomCount: Int) {
    self.init(package: package, medium: Array(0..<atomCount), low: Array(0..<atomCount))
  }

  init(package: DataPackage, medium: [Int], low: [Int]) {
    self.package = package
    self.medium = medium
    self.low = low
    for resource in package.resources { records[resource.name] = [] }
  }

  var atomCount: Int { medium.count }

  mutating func set(_ list: [Record], of resource: Resource) {
    func day(_ record: Record) -> CalendarDay? {
      resource.dateField.flatMap { record.values[$0] }.flatMap { CalendarDay($0) }
    }
    records[resource.name] = list.enumerated().sorted { (left, right) in
      if left.element.atom != right.element.atom { return left.element.atom < right.element.atom }
      let (first, second) = (day(left.element), day(right.element))
      if first != second {
        guard let first else { return true }
        guard let second else { return false }
        return first < second
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// A number for each person, large enough that sums run over.
  static func key(of person: Int, at level: LinkLevel) -> UInt64 {
    var random = RepeatableRandom(seed: UInt64(person) * 3 + UInt64(level.rawValue.utf8.count))
    return UInt64(truncatingIfNeeded: random.next()) | 1 << 63
  }

  func person(of atom: Int, at level: LinkLevel) -> Int {
    switch level {
    case .high: atom
    case .medium: medium[atom]
    case .low: low[atom]
    }
  }
}

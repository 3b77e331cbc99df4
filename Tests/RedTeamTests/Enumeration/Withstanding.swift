import CohortModel
import Tables

/// Whether a publication of a small case protects what must be, found out by trying every database.
/// What has been found to be possible is kept, for one database answers many questions.
struct Withstanding {
  enum Breach: Equatable, CustomStringConvertible {
    /// An unsafe cell stands there to be read.
    case published(cell: Int)
    /// A published value is not what the cell rounds to.
    case misstated(cell: Int)
    /// No database agrees with what is shown and has this value.
    case excluded(cell: Int, value: Int)
    /// With somebody's own place known, the cell is.
    case insider(cell: Int, atom: Int)

    var description: String {
      switch self {
      case .published(let cell): "unsafe cell \(cell) is published"
      case .misstated(let cell): "cell \(cell) is misstated"
      case .excluded(let cell, let value): "cell \(cell) cannot be \(value)"
      case .insider(let cell, let atom): "cell \(cell) follows for somebody in atom \(atom)"
      }
    }

    var cell: Int {
      switch self {
      case .published(let cell), .misstated(let cell), .excluded(let cell, _),
        .insider(let cell, _):
        cell
      }
    }
  }

  let small: SmallCase
  private let facts: Facts
  let cells: [CellValue]
  private var databases: [[Int]]

  init(_ small: SmallCase, _ cells: [CellValue]) {
    self.small = small
    self.cells = cells
    let shown = ShownCells(cube: cells, plan: small.plan)
    var facts = Facts(atomCount: small.crossing.atomCount)
    for (cell, atoms) in small.members.enumerated() {
      let interval = shown.interval(cells[cell])
      if interval.lower > 0 || interval.upper != nil {
        facts.add(atoms, interval.lower, interval.upper)
      }
    }
    self.facts = facts
    databases = [small.database]
  }

  private func value(_ cell: Int, _ database: [Int]) -> Int {
    small.members[cell].reduce(0) { $0 + database[$1] }
  }

  /// Whether some database agrees with all of it, and with somebody in `atom` who knows his part.
  private mutating func isPossible(
    _ cell: Int, _ range: (lower: Int, upper: Int?), knowing: (atom: Int, own: Int)? = nil
  ) -> Bool {
    if let upper = range.upper, upper < range.lower { return false }
    func fits(_ database: [Int]) -> Bool {
      let value = value(cell, database)
      return value >= range.lower && (range.upper.map { value <= $0 } ?? true)
        && (knowing.map { database[$0.atom] >= $0.own } ?? true)
    }
    if databases.contains(where: fits) { return true }
    var asked = facts.adding(small.members[cell], range.lower, range.upper)
    if let knowing { asked.add([knowing.atom], knowing.own, nil) }
    var search = DatabaseSearch(asked)
    guard let found = search.database(near: small.database) else { return false }
    databases.append(found)
    return true
  }

  /// Whether some database has a cell in a range, agrees with all of it and has none of the values that
  /// cells are known not to have.
  mutating func isPossible(
    _ cell: Int, _ range: (lower: Int, upper: Int?), _ excluded: [Int: ClosedRange<Int>]
  ) -> Bool {
    func withoutExcluded(_ database: [Int]) -> (cell: Int, values: ClosedRange<Int>)? {
      excluded.sorted { $0.key < $1.key }.lazy.map { (cell: $0.key, values: $0.value) }
        .first { $0.values.contains(value($0.cell, database)) }
    }
    func search(_ facts: Facts) -> [Int]? {
      var all = DatabaseSearch(facts)
      guard let database = all.database(near: small.database) else { return nil }
      guard let (cell, values) = withoutExcluded(database) else { return database }
      // Below them or above them.
      let atoms = small.members[cell]
      if values.lowerBound > 0,
        let found = search(facts.adding(atoms, 0, values.lowerBound - 1))
      {
        return found
      }
      return search(facts.adding(atoms, values.upperBound + 1, nil))
    }
    let isKnown = databases.contains { database in
      let value = value(cell, database)
      return value >= range.lower && (range.upper.map { value <= $0 } ?? true)
        && withoutExcluded(database) == nil
    }
    if isKnown { return true }
    guard let found = search(facts.adding(small.members[cell], range.lower, range.upper)) else {
      return false
    }
    databases.append(found)
    return true
  }

  /// The first breach of §2's definition, cell by cell; none where the publication withstands.
  mutating func breaches(stopAtFirst: Bool = false) -> [Breach] {
    precondition(facts.allow(small.database), "a publication that is not true of its own database")
    var found: [Breach] = []
    let base = max(1, small.plan.profile.roundingBase)
    for (cell, shown) in cells.enumerated() {
      if stopAtFirst, !found.isEmpty { break }
      if case .count(let count) = shown {
        let nearest = (small.values[cell] + base / 2) / base * base
        if count != nearest { found.append(.misstated(cell: cell)) }
      }
      guard let required = small.required(cell) else { continue }
      if shown != .confidential {
        // A zero is an unsafe cell only where it could be otherwise.
        if small.cube.persons[cell] > 0 { found.append(.published(cell: cell)) }
        continue
      }
      if let breach = breach(cell, required) { found.append(breach) }
    }
    return found
  }

  /// Whether this breach is one.
  mutating func has(_ breach: Breach) -> Bool {
    let cell = breach.cell
    guard let required = small.required(cell) else { return false }
    switch breach {
    case .published: return cells[cell] != .confidential
    case .misstated: return false
    case .excluded(_, let value):
      guard required.isInterval else { return !isPossible(cell, (value, value)) }
      return value == required.values.upperBound
        ? !isPossible(cell, (value, nil)) : !isPossible(cell, (0, value))
    case .insider(_, let atom): return isGivenAway(cell, to: atom)
    }
  }

  /// Whether a cell follows for somebody in an atom who knows his own part of it.
  mutating func isGivenAway(_ cell: Int, to atom: Int) -> Bool {
    let own = value(cell, small.database)
    let knowing = (atom: atom, own: small.largestParts[atom])
    return !isPossible(cell, (own + 1, nil), knowing: knowing)
      && !isPossible(cell, (0, own - 1), knowing: knowing)
  }

  private mutating func breach(
    _ cell: Int, _ required: (values: ClosedRange<Int>, isInterval: Bool)
  ) -> Breach? {
    let values = required.values
    if required.isInterval {
      if !isPossible(cell, (0, values.lowerBound)) {
        return .excluded(cell: cell, value: values.lowerBound)
      }
      if !isPossible(cell, (values.upperBound, nil)) {
        return .excluded(cell: cell, value: values.upperBound)
      }
    } else {
      for value in values where !isPossible(cell, (value, value)) {
        return .excluded(cell: cell, value: value)
      }
    }
    guard small.plan.minimumFrequency > 2, values.count > 1 else { return nil }
    for (atom, count) in small.database.enumerated()
    where count > 0 && isGivenAway(cell, to: atom) {
      return .insider(cell: cell, atom: atom)
    }
    return nil
  }
}

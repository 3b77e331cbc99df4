/// What noise a cell gets from its count and its key: any perturbation table, our own or one that is
/// given as rows.
package struct NoiseTable: Sendable {
  /// Which row holds for counts beyond the last.
  package enum Beyond: Hashable, Sendable {
    case lastRow
    /// The last so many rows over and over.
    case repeating(Int)
  }

  /// A noise, and where its part of the keys ends, in 0 … 1.
  package struct Step: Hashable, Sendable {
    package var upper: Double
    package var noise: Int

    package init(upper: Double, noise: Int) {
      self.upper = upper
      self.noise = noise
    }
  }

  /// Of the counts 1, 2, …, each ascending and ending at 1.
  private let rows: [[Step]]
  private let beyond: Beyond

  /// - Parameter rows: of the counts 1, 2, ….
  package init(rows: [[Step]], beyond: Beyond = .lastRow) throws(PerturbationTableError) {
    var isUsable = !rows.isEmpty
    for row in rows {
      isUsable =
        isUsable && row.last.map { $0.upper >= 1 } ?? false
        && zip(row, row.dropFirst()).allSatisfy { $0.upper <= $1.upper }
    }
    if case .repeating(let length) = beyond {
      isUsable = isUsable && (1...max(1, rows.count)).contains(length)
    }
    guard isUsable else { throw .incomplete }
    self.rows = rows
    self.beyond = beyond
  }

  /// The noise of a generated table.
  package init(_ table: PerturbationTable) throws(PerturbationTableError) {
    try self.init(
      rows: table.rows.dropFirst().map { row in
        zip(row.targets, row.upperBounds).map { Step(upper: $1, noise: $0 - row.count) }
      })
  }

  /// A table that lists the noise of every key of every count.
  ///
  /// - Parameters:
  ///   - entries: a noise for each count from 1 on and each key 0 ..< `keys`.
  ///   - keys: how many keys there are.
  package init(
    entries: [(count: Int, key: Int, noise: Int)], keys: Int, beyond: Beyond = .lastRow
  ) throws(PerturbationTableError) {
    let most = entries.reduce(0) { max($0, $1.count) }
    var table = [[Int?]](repeating: [Int?](repeating: nil, count: keys), count: most)
    for entry in entries {
      guard entry.count >= 1, (0..<keys).contains(entry.key),
        table[entry.count - 1][entry.key] == nil
      else { throw .incomplete }
      table[entry.count - 1][entry.key] = entry.noise
    }
    var rows: [[Step]] = []
    for row in table {
      let known = row.compactMap { $0 }
      guard known.count == keys else { throw .incomplete }
      rows.append(
        known.enumerated().map {
          Step(upper: Double($0.offset + 1) / Double(keys), noise: $0.element)
        })
    }
    try self.init(rows: rows, beyond: beyond)
  }

  /// The noise of a cell.
  ///
  /// - Parameters:
  ///   - count: its persons. Nobody has no noise.
  ///   - position: its key as a part of all keys, from 0 to below 1.
  package func noise(count: Int, position: Double) -> Int {
    guard count > 0 else { return 0 }
    let row = rows[rowIndex(count)]
    var first = 0
    var last = row.count - 1
    while first < last {
      let middle = (first + last) / 2
      if position < row[middle].upper { last = middle } else { first = middle + 1 }
    }
    return row[first].noise
  }

  private func rowIndex(_ count: Int) -> Int {
    guard count > rows.count else { return count - 1 }
    switch beyond {
    case .lastRow: return rows.count - 1
    case .repeating(let length): return rows.count - length + (count - 1) % length
    }
  }
}

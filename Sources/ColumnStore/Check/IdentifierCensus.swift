import CohortModel

/// Counts per column how many values look like identifiers.
///
/// A column is refused where more than half of its values, and at least three, are of one kind: so
/// that a few odd texts, or one in eleven whole numbers that pass for an NHS number, do not refuse a
/// column of something else.
struct IdentifierCensus {
  private let names: [String]
  private let missingValues: [[UInt8]]
  private var values: [Int]
  private var matches: [[Int]]

  init(_ names: [String], missingValues: [String]) {
    self.names = names
    self.missingValues = missingValues.map { Array($0.utf8) }
    values = Array(repeating: 0, count: names.count)
    matches = Array(
      repeating: Array(repeating: 0, count: IdentifierKind.allCases.count), count: names.count)
  }

  /// Whether to look at this row: half of a column is a matter of shares, for which a sample will do.
  static func samples(row: Int) -> Bool { row < 20_000 || row % 61 == 0 }

  mutating func add(_ bytes: Bytes, column: Int) {
    if bytes.isEmpty || missingValues.contains(where: { $0.elementsEqual(bytes) }) { return }
    values[column] += 1
    if let kind = IdentifierPatterns.kind(of: bytes) { matches[column][kind.rawValue] += 1 }
  }

  /// - Parameter isInOrder: whether the columns of the file are in the order of the names.
  func problems(file: String, isInOrder: Bool = true) -> [PackageProblem] {
    var problems: [PackageProblem] = []
    for column in names.indices {
      for kind in IdentifierKind.allCases {
        let count = matches[column][kind.rawValue]
        guard count >= 3, 2 * count > values[column] else { continue }
        problems.append(
          PackageProblem(
            "Most values look like \(kind.name). Identifiers are not taken in: remove the column, "
              + "or replace its values by keys without meaning.",
            file: file, column: isInOrder ? column + 1 : nil, field: names[column], rule: "G10"))
      }
    }
    return problems
  }
}

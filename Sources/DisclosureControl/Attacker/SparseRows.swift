/// Rows of small whole coefficients over columns, in compressed form.
package struct SparseRows: Sendable {
  package private(set) var starts: [Int32] = [0]
  package private(set) var columns: [Int32] = []
  package private(set) var coefficients: [Int32] = []
  package let columnCount: Int

  package init(columnCount: Int) {
    self.columnCount = columnCount
  }

  package var rowCount: Int { starts.count - 1 }

  package mutating func append(_ terms: [(column: Int, coefficient: Int)]) {
    for term in terms {
      columns.append(Int32(term.column))
      coefficients.append(Int32(term.coefficient))
    }
    starts.append(Int32(columns.count))
  }

  package func range(ofRow row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  /// The row's sum at a point, in whole numbers.
  package func value(ofRow row: Int, at point: [Int]) -> Int {
    var sum = 0
    for place in range(ofRow: row) {
      sum += Int(coefficients[place]) * point[Int(columns[place])]
    }
    return sum
  }

  /// The same entries column by column, as the solver takes them.
  package func byColumn() -> (starts: [Int32], rows: [Int32], values: [Double]) {
    let (starts, rows, coefficients) = wholeByColumn()
    return (starts, rows, coefficients.map(Double.init))
  }

  /// The same with whole coefficients.
  package func wholeByColumn() -> (starts: [Int32], rows: [Int32], coefficients: [Int32]) {
    var counts = [Int32](repeating: 0, count: columnCount + 1)
    for column in columns { counts[Int(column) + 1] += 1 }
    for column in 0..<columnCount { counts[column + 1] += counts[column] }
    var next = counts
    var rows = [Int32](repeating: 0, count: columns.count)
    var values = [Int32](repeating: 0, count: columns.count)
    for row in 0..<rowCount {
      for place in range(ofRow: row) {
        let column = Int(columns[place])
        let target = Int(next[column])
        next[column] += 1
        rows[target] = Int32(row)
        values[target] = coefficients[place]
      }
    }
    return (counts, rows, values)
  }
}

import CSolver
import CohortModel
import DisclosureControl
import Tables

/// An attacker who holds several linkage tables side by side and knows what their definitions say.
/// Written for CBC from the tables as they are shown; shares nothing with the code under test.
///
/// Unknown are, per table, the numbers in each crossing of its rows with being linked; and the numbers
/// of those who are linked and who are not, which all tables have in common.
final class LinkageAttack {
  private struct Row {
    var terms: [(column: Int, value: Double)]
    var lower: Double
    var upper: Double
  }

  private var rows: [Row] = []
  private(set) var columnCount = 2
  private static let linked = 0
  private static let alone = 1
  private static let endless = 1e6

  /// A hidden number: as a sum of unknowns.
  struct Cell {
    var name: String
    var terms: [(column: Int, value: Double)]
  }

  private(set) var hidden: [Cell] = []

  private let minimum: Int
  private let base: Int

  init(_ tables: [(subject: LinkageSubject, table: ProtectedTable)]) {
    minimum = tables[0].table.certificate.minimumFrequency
    base = tables[0].table.certificate.roundingBase
    for (subject, table) in tables {
      switch subject {
      case .datasets: addDatasets(table)
      case .group, .records: addPartition(table, subject)
      case .changes: addChanges(table)
      case .conflict: addConflict(table)
      }
    }
  }

  private func column() -> Int {
    columnCount += 1
    return columnCount - 1
  }

  private func add(_ terms: [(Int, Double)], _ lower: Double, _ upper: Double) {
    rows.append(Row(terms: terms.map { (column: $0.0, value: $0.1) }, lower: lower, upper: upper))
  }

  private func publish(_ value: CellValue, _ name: String, _ terms: [(Int, Double)]) {
    switch value {
    case .count(0): add(terms, 0, 0)
    case .count(let count):
      add(
        terms, Double(max(minimum, count - base / 2)), Double(count + (base - 1) / 2))
    default:
      add(terms, 0, Self.endless)
      hidden.append(Cell(name: name, terms: terms.map { (column: $0.0, value: $0.1) }))
    }
  }

  /// Numerators are of those who are linked, denominators of all.
  private func places(_ table: ProtectedTable) -> [(
    code: String, part: CellValue, whole: CellValue
  )] {
    let entries = table.axes.count == 2 ? table.axes[0].entries.map(\.code) : ["*"]
    return entries.enumerated().map {
      ($1, table.cells[2 * $0], table.cells[2 * $0 + 1])
    }
  }

  private func addPartition(_ table: ProtectedTable, _ subject: LinkageSubject) {
    var linked: [(Int, Double)] = [(Self.linked, -1)]
    var alone: [(Int, Double)] = [(Self.alone, -1)]
    for (code, part, whole) in places(table) {
      guard code != "*" else {
        publish(part, "linked", [(Self.linked, 1)])
        publish(whole, "all", [(Self.linked, 1), (Self.alone, 1)])
        continue
      }
      let (one, other) = (column(), column())
      linked.append((one, 1))
      alone.append((other, 1))
      publish(part, "\(subject) \(code) linked", [(one, 1)])
      publish(whole, "\(subject) \(code)", [(one, 1), (other, 1)])
      hidden.append(Cell(name: "\(subject) \(code) alone", terms: [(other, 1)]))
      // Who has one record is in one dataset; bands hold everyone.
      if subject == .records, code == "1" { add([(one, 1)], 0, 0) }
      if subject == .records, code == "NK" { add([(one, 1), (other, 1)], 0, 0) }
    }
    add(linked, 0, 0)
    add(alone, 0, 0)
  }

  private func addDatasets(_ table: ProtectedTable) {
    var linked: [(Int, Double)] = [(Self.linked, -2)]
    var alone: [(Int, Double)] = [(Self.alone, -1)]
    for (code, part, whole) in places(table) where code != "*" {
      let (one, other) = (column(), column())
      linked.append((one, 1))
      alone.append((other, 1))
      add([(Self.linked, 1), (one, -1)], 0, Self.endless)
      add([(Self.alone, 1), (other, -1)], 0, Self.endless)
      publish(part, "dataset \(code) linked", [(one, 1)])
      publish(whole, "dataset \(code)", [(one, 1), (other, 1)])
      hidden.append(Cell(name: "dataset \(code) alone", terms: [(other, 1)]))
    }
    // Who is in one dataset is in one of these, and who is linked in two or more.
    add(alone, 0, 0)
    add(linked, 0, Self.endless)
  }

  private func addChanges(_ table: ProtectedTable) {
    let columns = [Self.alone: column(), Self.linked: column()]
    for (whole, part) in columns { add([(whole, 1), (part, -1)], 0, Self.endless) }
    for (code, part, whole) in places(table) {
      let of = code == "*" ? [Self.alone, Self.linked] : [code == "2+" ? Self.linked : Self.alone]
      guard code != "NK" else { continue }
      publish(part, "changes \(code)", of.map { (columns[$0]!, 1) })
      publish(whole, "changes of \(code)", of.map { ($0, 1) })
    }
  }

  private func addConflict(_ table: ProtectedTable) {
    let part = column()
    add([(Self.linked, 1), (part, -1)], 0, Self.endless)
    publish(table.cells[0], "conflict", [(part, 1)])
    publish(table.cells[1], "linked", [(Self.linked, 1)])
    hidden.append(Cell(name: "no conflict", terms: [(Self.linked, 1), (part, -1)]))
  }

  /// Whether some numbers fit everything shown and give a cell this value.
  func allows(_ value: Int, of cell: Cell) -> Bool {
    var rows = rows
    rows.append(Row(terms: cell.terms, lower: Double(value), upper: Double(value)))
    return CbcTurn.take { Self.solve(rows, columnCount) }
  }

  private static func solve(_ rows: [Row], _ columnCount: Int) -> Bool {
    var entries: [[(row: Int32, value: Double)]] = Array(repeating: [], count: columnCount)
    for (number, row) in rows.enumerated() {
      for (column, value) in row.terms { entries[column].append((Int32(number), value)) }
    }
    var begin: [Int32] = [0]
    for column in entries { begin.append(begin.last! + Int32(column.count)) }
    let model = Cbc_newModel()!
    defer { Cbc_deleteModel(model) }
    Cbc_setParameter(model, "logLevel", "0")
    Cbc_loadProblem(
      model, Int32(columnCount), Int32(rows.count), begin, entries.flatMap { $0.map(\.row) },
      entries.flatMap { $0.map(\.value) }, [Double](repeating: 0, count: columnCount),
      [Double](repeating: endless, count: columnCount),
      [Double](repeating: 0, count: columnCount), rows.map(\.lower), rows.map(\.upper))
    for column in 0..<columnCount { Cbc_setInteger(model, Int32(column)) }
    _ = Cbc_solve(model)
    return Cbc_isProvenOptimal(model) == 1
  }
}

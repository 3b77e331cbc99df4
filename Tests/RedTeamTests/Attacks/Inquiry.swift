import CohortModel
import ColumnStore
import DisclosureControl
import Tables

/// Asks a release for tables and puts together what they show.
struct Inquiry {
  struct Answer {
    var plan: TablePlan
    var table: ProtectedTable
    var shown: ShownCells { ShownCells(table, plan: plan) }
  }

  let source: any RecordSource
  let release: Release

  init(_ source: any RecordSource) {
    self.source = source
    release = Release(source: source)
  }

  func plan(_ text: String) throws -> TablePlan {
    try TablePlan(CohortQuery(text: text), package: source.package)
  }

  func ask(_ text: String) throws -> Answer {
    Answer(plan: try plan(text), table: try release.table(for: CohortQuery(text: text)))
  }
}

/// What several tables of one population say together, of the cells of a finer table that perhaps
/// nobody asked for.
struct Knowledge {
  let facts: Facts
  private let crossing: Crossing
  private let finest: TablePlan
  private let place: Int

  /// - Parameter finest: whose cells are asked about; only its definition is used.
  init(_ shown: [ShownCells], about finest: TablePlan, answered: Bool = false) {
    self.finest = finest
    place = shown.count
    let crossing = Crossing(
      shown.map(\.dimensions) + [finest.dimensions], answered: answered)
    self.crossing = crossing
    var facts = Facts(atomCount: crossing.atomCount)
    for (number, table) in shown.enumerated() {
      for cell in table.cells {
        let interval = table.interval(cell.value)
        guard interval.lower > 0 || interval.upper != nil else { continue }
        facts.add(
          crossing.atoms(table: number, nodes: cell.nodes), interval.lower, interval.upper)
      }
    }
    self.facts = facts
  }

  /// The atoms of a cell, by codes of some variables; the whole of the others.
  func atoms(_ codes: [String: String]) -> [Int] {
    let nodes = finest.dimensions.map { dimension -> Int in
      guard case .variable(let name) = dimension.source, let code = codes[name] else { return 0 }
      return dimension.structure.node(code) ?? 0
    }
    return crossing.atoms(table: place, nodes: nodes)
  }

  func atoms(nodes: [Int]) -> [Int] { crossing.atoms(table: place, nodes: nodes) }

  /// What is left of a number: linear bounds, in whole numbers.
  func width(_ atoms: [Int]) -> (lower: Int, upper: Int?)? {
    IntegerProgramme(facts).interval(of: atoms).map { interval in
      (
        Int((interval.lower - 1e-6).rounded(.up)),
        interval.upper.map { Int(($0 + 1e-6).rounded(.down)) }
      )
    }
  }

  /// Whether a number is left open to the extent that protection promises.
  func leavesOpen(_ atoms: [Int], _ values: ClosedRange<Int>) -> Bool {
    values.allSatisfy { IntegerProgramme.allows(facts, atoms, $0, $0) == true }
  }
}

extension ProtectedTable {
  /// The value of the cell with these codes on the axes.
  func value(_ codes: [String]) -> CellValue? {
    var index = 0
    for (axis, code) in zip(axes, codes + [String](repeating: "count", count: axes.count)) {
      guard let place = axis.entries.firstIndex(where: { $0.code == code }) else { return nil }
      index = index * axis.entries.count + place
    }
    return cells[index]
  }
}

import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// The order of rows, percentages and pages, and what becomes of them when the query changes.
@Suite struct TableOrderTests {
  private func table(_ session: Session) throws -> TableScreen {
    guard case .table(let screen) = session.state.screen else { throw Missing() }
    return screen
  }

  private struct Missing: Error {}

  private func paths(_ screen: TableScreen) -> [[String]] {
    screen.order.map { screen.view.rows[$0].entries.map(\.code) }
  }

  @Test func childrenStayBelowTheirParents() throws {
    var session = Session()
    session.press(": text:reoffending_rows_region:2 enter")
    let codes = paths(try table(session))
    session.press("S")
    let screen = try table(session)
    let sorted = paths(screen).map { $0[0] }
    #expect(sorted[0] == "*")
    #expect(Set(sorted) == Set(codes.map { $0[0] }) && sorted != codes.map { $0[0] })
    func counts(_ numbers: [Int]) -> [Int] {
      numbers.compactMap {
        if case .count(let count) = screen.figure(row: $0, column: 0) { count } else { nil }
      }
    }
    let depths = screen.order.map { screen.view.rows[$0].entries[0].depth }
    let parents = counts(zip(screen.order, depths).filter { $0.1 == 1 }.map(\.0))
    #expect(parents == parents.sorted(by: >) && parents.count > 2)
    var parent = ""
    for (place, code) in sorted.enumerated() {
      if depths[place] == 1 { parent = code }
      if depths[place] == 2 { #expect(code.hasPrefix(parent + "-")) }
    }
    session.press("S")
    #expect(paths(try table(session)) == codes)
    session.press("u")
    #expect(paths(try table(session)).map { $0[0] } == sorted)
  }

  @Test func innerVariablesAreSortedWithinTheOuter() throws {
    var session = Session()
    session.press(": text:reoffending_rows_sex_age enter s")
    let screen = try table(session)
    let sorted = paths(screen)
    let ages = Set(sorted.map { $0[1] }).count
    for block in 0..<(sorted.count / ages) {
      let own = sorted[(block * ages)..<((block + 1) * ages)]
      #expect(Set(own.map { $0[0] }).count == 1)
      #expect(own.first?[1] == "*")
      let counts = screen.order[(block * ages)..<((block + 1) * ages)].dropFirst().compactMap {
        if case .count(let count) = screen.figure(row: $0, column: 0) { count } else { nil }
      }
      #expect(counts == counts.sorted())
    }
    #expect(sorted.first == ["*", "*"])
  }

  /// Against brute force: two rows are in the order of the first entries in which they differ.
  @Test(arguments: 0..<50) func rowsAreInTheOrderOfWhatTheyStandBelow(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let axes = random.rowAxes()
    let tree = RowTree(axes)
    let inner = axes[1].entries.count
    let keys = (0..<(axes[0].entries.count * inner)).map { _ in Double(random.next(4)) }
    func chain(_ axis: Int, _ entry: Int) -> [Int] {
      let entries = axes[axis].entries
      var chain = [entry]
      var depth = entries[entry].depth
      for above in stride(from: entry - 1, through: 0, by: -1)
      where entries[above].depth > 0 && entries[above].depth < depth {
        chain.insert(above, at: 0)
        depth = entries[above].depth
      }
      return chain
    }
    func precedes(_ first: Int, _ second: Int) -> Bool {
      for axis in 0..<2 {
        let own = axis == 0 ? (first / inner, second / inner) : (first % inner, second % inner)
        if own.0 == own.1 { continue }
        let (left, right) = (chain(axis, own.0), chain(axis, own.1))
        guard let place = zip(left, right).enumerated().first(where: { $1.0 != $1.1 })?.offset
        else { return left.count < right.count }
        func key(_ entry: Int) -> Double {
          if entry == 0 { return -.infinity }
          return keys[axis == 0 ? entry * inner : first / inner * inner + entry]
        }
        let sides = (key(left[place]), key(right[place]))
        return sides.0 != sides.1 ? sides.0 < sides.1 : left[place] < right[place]
      }
      return false
    }
    let sorted = tree.rows { keys[$0] }
    #expect(Set(sorted) == Set(keys.indices) && sorted.count == keys.count)
    for (first, second) in zip(sorted, sorted.dropFirst()) {
      #expect(precedes(first, second) && !precedes(second, first))
    }
  }

  @Test func aPercentageIsNeverOfTheCellItself() throws {
    var session = Session()
    func bases(_ query: String) throws -> [TableView.PercentageBase?] {
      session.press(": text:\(query) enter %")
      var seen = [try table(session).percentage]
      while seen.count < 9, seen.last != .some(nil) {
        session.press("%")
        seen.append(try table(session).percentage)
      }
      return seen
    }
    #expect(try bases("reoffending_rows_age_columns_sex") == [.row, .column, .total, nil])
    #expect(try bases("reoffending_rows_age") == [.column, .total, nil])
    #expect(
      try bases("reoffending_rows_age_where_sex=F_versus_sex=M") == [.column, .total, nil])
    #expect(
      try bases("reoffending_rows_age_columns_region_where_sex=F_versus_sex=M")
        == [.row, .column, .total, nil])
    #expect(try bases("reoffending") == [nil])
  }

  @Test func percentagesAndOrderStayWhereTheyMakeSense() throws {
    var session = Session()
    session.press(": text:reoffending_rows_region_columns_sex enter % right S")
    let before = try table(session)
    session.press("+")
    var screen = try table(session)
    #expect(screen.query.rows[0].depth == 2)
    #expect(screen.percentage == .row)
    #expect(screen.sorting == before.sorting)
    session.press("u")
    #expect(try table(session).order == before.order)
    session.press("down z")
    screen = try table(session)
    #expect(screen.query != before.query && screen.percentage == .row)
    #expect(screen.sorting == before.sorting)
    session.press("u x")
    screen = try table(session)
    #expect(screen.percentage == .column && screen.sorting == nil)
    session.press("x")
    #expect(try table(session).percentage == .row)
  }

  @Test func theLinkLevelKeepsThePage() throws {
    var session = Session(package: FixturePackage.linked)
    session.press(": text:reoffending_rows_age_pages_sex enter ] ] l text:low enter")
    #expect(try table(session).page == 2)
    session.press("L")
    guard case .levels(let levels) = session.state.screen else { throw Missing() }
    #expect(levels.page == 2)
  }
}

extension SeededRandom {
  /// Two hierarchies, each below its total.
  mutating func rowAxes() -> [TableAxis] {
    (0..<2).map { _ in
      var depth = 0
      let entries = (0..<(1 + next(7))).map { number -> AxisEntry in
        depth = number == 0 ? 0 : max(1, min(depth + 1, 1 + next(4)))
        return AxisEntry(code: number == 0 ? "*" : "c\(number)", label: "", depth: depth)
      }
      return TableAxis(role: .row, name: "v", label: "", entries: entries)
    }
  }
}

import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// Reading a table: hierarchies, finding, what stands above it.
@Suite struct TableScreenTests {
  private func rows(_ session: Session) -> [String] {
    guard case .table(let screen) = session.state.screen else { return [] }
    return screen.order.map { screen.view.rows[$0].entries.map(\.label).joined(separator: " / ") }
  }

  private func focus(_ session: Session) -> String {
    guard case .table(let screen) = session.state.screen, let row = screen.row else { return "" }
    return screen.view.rows[row].entries.map(\.label).joined(separator: " / ")
  }

  @Test func oneRowClosesAndOpensWithoutAQuery() {
    var session = Session(rows: 60)
    session.press("enter enter enter text:region enter +")
    let all = rows(session)
    let query = session.state.screen.query
    session.press("down z")
    #expect(rows(session).count == all.count - 4)
    #expect(focus(session) == "North East")
    #expect(session.state.screen.query == query)
    #expect(session.text.contains("▸ North East") && session.text.contains("▾ North West"))
    session.press("down")
    #expect(focus(session) == "North West")
    session.press("up z")
    #expect(rows(session) == all)
  }

  @Test func aRowBelowClosesWhatItStandsIn() {
    var session = Session()
    session.press("enter enter enter text:region enter + 3*down")
    #expect(focus(session) == "North East area 2")
    session.press("z")
    #expect(focus(session) == "North East")
    #expect(!rows(session).contains("North East area 2"))
    session.press("G z")
    #expect(session.text.contains("Nothing stands below this row."))
  }

  /// The deeper level is asked for, and the other rows stay as they were.
  @Test func oneRowOpensWhereTheTableHasNoSuchLevel() {
    var session = Session()
    session.press("enter enter enter text:region enter")
    let before = rows(session)
    session.press("2*down z")
    #expect(focus(session) == "North West")
    #expect(rows(session).count == before.count + 4)
    #expect(rows(session).contains("North West area 3"))
    #expect(!rows(session).contains("London area 1"))
    #expect(session.state.screen.query?.rows == [AxisVariable("region", depth: 2)])
    session.press("u")
    #expect(rows(session) == before)
  }

  @Test func nestedVariablesCloseByTheirOwnRow() {
    var session = Session(rows: 60)
    session.press(": text:reoffending_rows_sex_region:2 enter")
    let all = rows(session)
    session.press("/ text:north_west enter z")
    #expect(focus(session) == "Total / North West")
    #expect(rows(session).count == all.count - 4)
    #expect(rows(session).contains("Female / North West area 1"))
    #expect(!rows(session).contains("Total / North West area 1"))
  }

  @Test func closedRowsAreKeptInAPlace() throws {
    var session = Session(rows: 60)
    session.press(": text:reoffending_rows_sex_region:2 enter")
    let all = rows(session)
    session.press("/ text:north_west enter z / text:south_west enter n z")
    let place = try #require(session.state.screen.kept)
    #expect(place.settings["closed"] == "1.7,1.42")
    let read = try #require(ScreenPlace(text: place.text))
    let query = try #require(read.query)
    let again = try #require(
      Screen(read, tables: [try session.service.table(for: query)]))
    guard case .table(let screen) = again else {
      Issue.record("no table")
      return
    }
    #expect(screen.order.count == all.count - 8)
    session.press("u u")
    #expect(rows(session) == all)
  }

  /// The tree against a plain reading of depths.
  @Test(arguments: 0..<50) func treesAreThoseOfTheDepths(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let axes = random.rowAxes()
    let tree = RowTree(axes)
    let inner = axes[1].entries.count
    for row in 0..<(axes[0].entries.count * inner) {
      let numbers = [row / inner, row % inner]
      #expect(tree.entries(ofRow: row) == numbers)
      #expect(tree.row(ofEntries: numbers) == row)
      var expected: Set<RowTree.Node> = []
      for axis in 0..<2 {
        let entries = axes[axis].entries
        for above in 0..<numbers[axis] where entries[above].depth > 0 {
          let isAbove = entries[(above + 1)...numbers[axis]].allSatisfy {
            $0.depth > entries[above].depth
          }
          if isAbove { expected.insert(RowTree.Node(entries: numbers[..<axis] + [above])) }
        }
      }
      #expect(Set(tree.nodes(aboveRow: row)) == expected)
    }
  }

  @Test func findingGoesThroughRowsColumnsAndPages() {
    var session = Session()
    session.press(": text:reoffending_rows_region:2_columns_age_pages_sex enter")
    session.press("/ text:male enter")
    #expect(session.text.contains("Page 2 of 3: Female"))
    session.press("n")
    #expect(session.text.contains("Page 3 of 3: Male"))
    session.press("/ text:50_and enter")
    #expect(session.text.contains("Column 7 of 8: 50 and over"))
    session.press("/ text:london enter")
    #expect(focus(session) == "London")
    session.press("n")
    #expect(focus(session) == "London area 1")
    session.press("N N")
    #expect(focus(session) == "London area 4")
  }

  @Test func whatIsFoundInAClosedRowIsOpened() {
    var session = Session()
    session.press("enter enter enter text:region enter + down z / text:east_area_3 enter")
    #expect(focus(session) == "North East area 3")
  }

  @Test func aShareIsShownWithItsIntervalAndItsBase() throws {
    var session = Session()
    session.press("enter enter enter text:age enter o text:share enter enter down")
    guard case .table(let screen) = session.state.screen, let row = screen.row else {
      Issue.record("no table")
      return
    }
    let base = try #require(screen.base(row: row, column: 0))
    guard case .share(let share) = screen.figure(row: row, column: 0) else {
      Issue.record("no share")
      return
    }
    let text = "\(share.percentText) (\(share.intervalText)) of \(base.text)"
    #expect(session.text.contains(text))
    session.press("d")
    #expect(session.text.contains("Definition: Proven reoffending within 12 months"))
  }

  /// A share of nobody is `[z]`: the legend says what that is, as long as it is shown.
  @Test func signsOfFiguresAreInTheLegend() {
    var session = Session()
    session.press("enter enter enter text:age enter c text:sex enter")
    guard case .table(let screen) = session.state.screen else {
      Issue.record("no table")
      return
    }
    var table = screen.view.table
    for cell in 0..<3 { table.cells[3 + cell] = .count(0) }
    session.state.screen = .table(TableScreen(query: screen.query, table: table))
    #expect(!session.text.contains("[z]"))
    session.press("%")
    #expect(session.text.contains("[z] not applicable"))
    session.press("d")
    #expect(session.text.contains("[z]"))
    session.press("esc % % %")
    #expect(!session.text.contains("[z]"))
  }

  @Test(arguments: [(24, 80), (12, 40), (40, 120), (16, 60)])
  func theLegendIsNeverCut(rows: Int, columns: Int) {
    var session = Session(rows: rows, columns: columns)
    session.press("enter enter enter text:region enter c text:age enter S")
    guard case .table(let screen) = session.state.screen else {
      Issue.record("no table")
      return
    }
    let window = TableWindow(screen, size: session.state.size)
    var seen = ""
    for (number, line) in window.header.lines.enumerated() {
      switch line {
      case .legend(let text), .caveat(let text):
        #expect(session.frame().text(row: 1 + number) == text)
        seen += text + " "
      default: break
      }
    }
    #expect(seen.contains("[c]") && seen.contains("not a ranking of groups for support"))
    #expect(window.bodyTop + window.bodyHeight <= rows - 3)
  }

  @Test(arguments: [(24, 80), (12, 40), (40, 120)]) func noKeyOfTheMenuIsCut(
    rows: Int, columns: Int
  ) {
    var session = Session(rows: rows, columns: columns)
    session.press("enter enter enter text:region enter")
    let layout = KeyMenuLayout(
      .table, size: session.state.size, style: .unicode, language: .english)
    var seen: [String] = []
    for page in layout.pages {
      session.press("space")
      let frame = session.frame()
      for item in page {
        let help = item.lines.joined(separator: " ")
        for (number, line) in item.lines.enumerated() {
          let row = frame.size.rows - 2 - layout.height + item.row + number
          let characters = (0..<frame.size.columns).map { frame[row, $0].text }.joined()
          #expect(characters.contains(line), "\(help)")
        }
        seen.append(help)
      }
    }
    let wanted = KeyTable.entries(on: .table).filter { !$0.command.isMovement }.map(\.help)
    #expect(seen == wanted)
    session.press("space")
    #expect(session.state.overlayIsClosed)
  }

  @Test func longMessagesAreReadWhole() {
    let long = String(repeating: "A sentence that goes on. ", count: 12)
    var session = Session(rows: 12, columns: 40)
    session.press("enter enter enter text:region enter")
    session.state.message = .note(String(long.prefix(110)))
    #expect(session.text.contains("A sentence that goes on. A sentence"))
    session.answers = false
    session.press("x")
    guard case .fetch(let id, _, _)? = session.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    session.send(.fetched(id, .failure(.unavailable(long))))
    guard case .reader(let reader) = session.state.overlay else {
      Issue.record("the message is cut")
      return
    }
    #expect(reader.paragraphs.first?.text.contains(long) == true)
    session.press("esc")
    #expect(session.state.overlayIsClosed)
  }

  @Test func completionsAreSeenAboveTheLine() {
    var session = Session()
    session.press(": text:reoffending_rows_ tab")
    let frame = session.frame()
    #expect(frame.text(row: 21).contains("sex") && frame.text(row: 21).contains("region"))
    #expect(frame.text(row: 22).hasPrefix(":reoffending rows"))
  }
}

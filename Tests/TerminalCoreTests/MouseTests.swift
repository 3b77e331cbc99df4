import Testing

@testable import TerminalCore

@Suite struct MouseTests {
  @Test func aClickFocusesTheCellUnderIt() {
    var session = Session()
    session.press("enter enter enter text:region enter c text:age enter")
    let plain = session.frame()
    session.press("2*down 3*right")
    let cursor = session.frame().cursor
    session.press("up up left left left")
    session.send(.mouse(.click(cursor)))
    #expect(session.frame().cursor == cursor)
    #expect(session.frame().cursor != plain.cursor)
  }

  @Test func aClickFocusesTheLineUnderIt() {
    var session = Session()
    session.press("enter enter")
    session.press("3*down")
    let there = session.frame()
    session.press("3*up")
    session.send(.mouse(.click(there.cursor)))
    #expect(session.frame().text == there.text && session.frame().cursor == there.cursor)
    // Nothing is opened by it, and nothing happens beside the lines.
    session.send(.mouse(.click(Position(row: 23, column: 5))))
    session.send(.mouse(.click(Position(row: 0, column: 0))))
    #expect(session.frame().text == there.text && session.frame().cursor == there.cursor)
  }

  @Test func theWheelMovesByThreeLines() {
    var session = Session()
    session.press("enter enter enter text:region enter 3*down")
    let there = session.frame()
    session.press("3*up")
    session.send(.mouse(.scrollDown(Position(row: 10, column: 10))))
    #expect(session.frame().text == there.text && session.frame().cursor == there.cursor)
    session.send(.mouse(.scrollUp(Position(row: 10, column: 10))))
    guard case .table(let screen) = session.state.screen else { return }
    #expect(screen.line == 0)
  }

  /// In every kind of chart, wherever the cursor can be, a click there focuses the same mark.
  @Test(arguments: [
    "enter enter enter text:region enter c text:age enter : text:chart_bars enter",
    "enter enter enter text:region enter c text:age enter : text:chart_stacked-bars enter",
    "enter enter enter text:region enter c text:age enter : text:chart_heat-map enter",
    "enter enter enter text:year enter c text:sex enter : text:chart_lines enter",
    "enter enter : text:chart_flow enter", "enter enter : text:chart_time-to-event enter",
  ])
  func aClickFocusesAMarkOfAChart(keys: String) throws {
    var session = Session()
    session.press(keys)
    guard case .chart(let first) = session.state.screen else {
      Issue.record("no chart: \(keys)")
      return
    }
    #expect(keys.contains("chart_\(first.kind.rawValue)"))
    func focus(_ state: ExplorerState) throws -> [Int] {
      guard case .chart(let chart) = state.screen else { return [] }
      return [chart.line, chart.place]
    }
    for moves in ["", "down", "right", "down right", "2*down 2*right"] {
      var there = session
      there.press(moves)
      let wanted = try focus(there.state)
      let cursor = there.frame().cursor
      var clicked = session
      clicked.send(.mouse(.click(cursor)))
      let found = try focus(clicked.state)
      switch first.kind {
      // Clicked is the line there; places are gone through with the arrows.
      case .bars, .flow: #expect(found == [wanted[0], 0], "\(keys) \(moves)")
      // Points of several series may lie on each other.
      case .lines, .timeToEvent: #expect(found[1] == wanted[1], "\(keys) \(moves)")
      // Hidden parts are one mark.
      case .stackedBars: #expect(found[0] == wanted[0], "\(keys) \(moves)")
      case .heatMap: #expect(found == wanted, "\(keys) \(moves)")
      }
    }
    // Beside the marks nothing happens.
    let before = session.frame()
    session.send(.mouse(.click(Position(row: 0, column: 0))))
    session.send(.mouse(.click(Position(row: 23, column: 79))))
    #expect(session.frame() == before)
  }

  @Test func aClickFocusesAnItemOfAMenu() {
    var session = Session()
    session.press("enter enter enter 2*down")
    let there = session.frame().cursor
    session.press("2*up")
    session.send(.mouse(.click(there)))
    guard case .picker(let picker) = session.state.overlay else {
      Issue.record("no menu")
      return
    }
    #expect(picker.focus == 2)
  }
}

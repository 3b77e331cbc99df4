import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

@Suite struct NavigationTests {
  @Test func everyStepBackIsExact() {
    var session = Session()
    var frames = [session.frame()]
    let steps = [
      "down", "up", "enter", "3*down", "enter", "4*down", "enter text:region enter",
      "c text:age enter",
      "3*down 2*right", "enter text:sex enter", "down",
    ]
    var depths = [session.state.screens.count]
    for step in steps {
      session.press(step)
      frames.append(session.frame())
      depths.append(session.state.screens.count)
    }
    // Going back from each depth shows the last screen of the depth before it.
    for key in ["esc", "bs", "q", "esc"] where session.state.screens.count > 1 {
      let depth = session.state.screens.count
      session.press(key)
      let last = depths.lastIndex(of: depth - 1)!
      #expect(session.state.screens.count == depth - 1)
      #expect(session.frame() == frames[last])
    }
    #expect(session.state.screens.count == 1)
  }

  @Test func undoAndRedoReturnEveryScreen() {
    var session = Session()
    session.press("enter enter enter text:region enter")
    var frames = [session.frame()]
    for step in ["c text:age enter", "x", "f text:sex enter enter", "r text:offence enter"] {
      session.press(step)
      frames.append(session.frame())
    }
    for frame in frames.dropLast().reversed() {
      session.press("u")
      #expect(session.frame() == frame)
    }
    for frame in frames.dropFirst() {
      session.press("ctrl-r")
      #expect(session.frame() == frame)
    }
    session.press("ctrl-r")
    #expect(session.text.contains("Nothing to redo."))
  }

  @Test func drillingAddsFiltersAndTheStage() {
    var session = Session()
    session.press("enter enter 3*down enter text:region enter")
    #expect(session.state.screen.query?.stage == "housed")
    session.press("c text:sex enter 2*down right enter text:age enter")
    let query = session.state.screen.query
    #expect(query?.rows == [AxisVariable("age")])
    #expect(query?.stage == "housed")
    #expect(query?.filters.map(\.variable) == ["region", "sex"])
    #expect(query?.filters.map(\.codes) == [["E1"], ["F"]])
  }

  /// The fixture with an adverse outcome and the positive one that belongs beside it.
  private var adverse: DataPackage {
    var package = FixturePackage.package
    package.pilots[0].outcomes[0].polarity = .adverse
    var settled = package.pilots[0].outcomes[0]
    settled.name = "settled_3_months"
    settled.label = "Settled at 3 months"
    settled.polarity = .positive
    settled.beside = nil
    package.pilots[0].outcomes[0].beside = settled.name
    package.pilots[0].outcomes.append(settled)
    return package
  }

  @Test func anAdverseShareIsShownBesideThePositiveOne() {
    var session = Session(rows: 40, columns: 120, package: adverse)
    session.press("enter enter enter text:age enter o text:share enter text:proven enter")
    #expect(session.state.screen.query?.measure == .share(["reoffended", "settled_3_months"]))
    #expect(session.text.contains("Settled at 3 months"))
    // A cell of one definition drills by the row alone: a definition is no group of persons.
    session.press("down right enter text:sex enter")
    #expect(session.state.screen.query?.filters.map(\.variable) == ["age"])
    session.press("d")
    #expect(session.text.contains("Definition:"))
  }

  @Test func severalOutcomesAreMarked() {
    var session = Session(rows: 40, columns: 120, package: adverse)
    session.press("enter enter enter text:age enter o text:share enter tab tab enter")
    #expect(session.state.screen.query?.measure == .share(["reoffended", "settled_3_months"]))
    session.press("o text:share enter text:settled enter")
    #expect(session.state.screen.query?.measure == .share(["settled_3_months"]))
  }

  @Test func theTotalDrillsWithoutAFilter() {
    var session = Session()
    session.press("enter enter enter text:region enter enter text:sex enter")
    #expect(session.state.screen.query?.filters == [])
    #expect(session.state.screen.query?.rows == [AxisVariable("sex")])
  }

  @Test func theOldScreenStaysUntilTheTableIsThere() {
    var session = Session()
    session.press("enter enter enter text:region")
    session.answers = false
    let before = session.state.screens.count
    session.press("enter")
    #expect(session.state.isWaiting)
    #expect(session.state.screens.count == before)
    #expect(session.text.contains("Fetching"))
    session.press("3*down")
    #expect(session.state.isWaiting)
    session.press("esc")
    #expect(!session.state.isWaiting)
    guard case .fetch(let id, let query, let isUrgent) = session.effects[0] else {
      Issue.record("no table was asked for")
      return
    }
    #expect(isUrgent)
    #expect(session.effects.last == .cancel(id))
    // What comes too late changes nothing.
    let frame = session.frame()
    session.send(.fetched(id, .success(try! session.service.table(for: query))))
    #expect(session.frame() == frame)
  }

  @Test func keysTypedForATableWaitForIt() {
    var session = Session()
    session.press("enter enter enter text:region enter")
    session.answers = false
    session.press("x x % G")
    let fetches = session.effects.compactMap { effect -> (Int, CohortQuery)? in
      if case .fetch(let id, let query, _) = effect { (id, query) } else { nil }
    }
    #expect(fetches.count == 1)
    #expect(fetches.first?.1.columns == [AxisVariable("region")])
    session.answers = true
    for (id, query) in fetches {
      session.send(.fetched(id, .success(try! session.service.table(for: query))))
    }
    guard case .table(let screen) = session.state.screen else {
      Issue.record("no table")
      return
    }
    #expect(screen.query.rows == [AxisVariable("region")])
    #expect(screen.percentage == .column)
    #expect(screen.line == screen.order.count - 1)
  }

  @Test func keysTypedForATableThatIsStoppedAreDropped() {
    var session = Session()
    session.press("enter enter enter text:region enter")
    session.answers = false
    session.press("x %")
    session.press("esc")
    #expect(session.state.typedAhead.isEmpty)
    guard case .table(let screen) = session.state.screen else { return }
    #expect(screen.percentage == nil)
  }

  @Test func clausesAloneAreOfThePilotThatIsOpen() {
    var session = Session()
    session.press("enter enter : text:rows_sex enter")
    #expect(session.state.screen.query?.text.hasPrefix("reoffending rows sex") == true)
    session.press(": up")
    #expect(session.text.contains(":reoffending rows sex"))
  }

  @Test func thePathwayShowsTimesBetweenStages() {
    var session = Session()
    session.press("enter enter")
    #expect(session.text.contains("median"))
    #expect(session.text.contains(" day"))
    session.send(.resize(Size(rows: 24, columns: 60)))
    #expect(!session.text.contains("median"))
  }

  @Test func refusalsAreShown() {
    var session = Session()
    session.press("enter enter enter text:region enter")
    let before = session.state.screen.query
    session.press("r tab tab tab tab tab enter")
    #expect(session.state.screen.query == before)
    #expect(session.text.contains("variables"))
    #expect(session.state.message?.isProblem == true)
  }

  @Test func aWrongKeyIsAnswered() {
    var session = Session()
    session.press("x")
    #expect(session.text.contains("x works on: Table"))
    session.press("ctrl-x")
    #expect(session.text.contains("does nothing here"))
    session.press("esc")
    #expect(session.text.contains("Q leaves"))
    session.press("Q")
    #expect(session.effects.last == .quit)
  }

  @Test func filesAreNotWrittenOverUnasked() {
    var session = Session()
    session.existingFiles = ["out.csv"]
    session.press("enter enter enter text:region enter e ctrl-u text:out.csv enter")
    #expect(session.text.contains("y writes"))
    session.press("n")
    #expect(session.text.contains("Nothing was written"))
    #expect(session.effects.count == 1)
    session.press("enter y")
    #expect(session.text.contains("Written: out.csv"))
    let overwrites = session.effects.compactMap { effect -> Bool? in
      if case .export(_, _, "out.csv", let overwrite) = effect { overwrite } else { nil }
    }
    #expect(overwrites == [false, false, true])
    #expect(session.state.screen.keyScreen == .table)
  }

  @Test func errorsPointAtTheWord() {
    var session = Session()
    session.press(": text:reoffending_rows_sexx enter")
    guard case .prompt(let prompt) = session.state.overlay else {
      Issue.record("the line was closed")
      return
    }
    #expect(prompt.faultyWord == 17..<21)
    #expect(prompt.problem?.contains("sexx") == true)
    let frame = session.frame()
    let row = frame.size.rows - 2
    #expect((18..<22).allSatisfy { frame[row, $0].role == .problem })
    session.press("bs enter")
    #expect(session.state.screen.query?.rows == [AxisVariable("sex")])
    session.press(": up")
    #expect(session.text.contains(":reoffending rows sex"))
  }

  @Test func theLineCompletes() {
    var session = Session()
    session.press(": text:reoff tab text:rows_reg tab")
    guard case .prompt(let prompt) = session.state.overlay else {
      Issue.record("the line was closed")
      return
    }
    #expect(prompt.line.text == "reoffending rows region ")
  }

  @Test func pasteIsTypedOrLeftOut() {
    var session = Session()
    session.send(.paste("Q\nQ"))
    #expect(session.effects.isEmpty)
    session.press(":")
    session.send(.paste("reoffending\nrows age"))
    session.press("enter")
    #expect(session.state.screen.query?.rows == [AxisVariable("age")])
  }

  @Test func hostileLabelsAreShownAsWhatTheyAre() {
    var session = Session(rows: 40, columns: 120)
    session.press("enter enter enter text:region enter")
    #expect(session.text.contains("Not<202e> known<1b>[2J<200b>"))
    #expect(!session.text.unicodeScalars.contains("\u{202E}"))
  }

  @Test func syntheticIsSaidOnEveryScreen() {
    var session = Session()
    for keys in ["", "enter", "enter", "enter text:sex enter", "?", "esc", "e", "esc", ":"] {
      session.press(keys)
      #expect(session.frame().text(row: 0).hasSuffix("SYNTHETIC DATA"))
    }
  }

  @Test func hiddenCountsHaveNoBar() {
    var session = Session()
    session.press("enter enter")
    guard case .pathway(var screen) = session.state.screen else {
      Issue.record("no pathway")
      return
    }
    var table = screen.view.table
    table.cells[1] = .confidential
    screen = PathwayScreen(query: screen.query, table: table)
    session.state.screen = .pathway(screen)
    let row = session.frame().text(row: 4)
    #expect(row.contains("[c]"))
    #expect(!row.contains("█") && !row.contains("▎"))
  }
}

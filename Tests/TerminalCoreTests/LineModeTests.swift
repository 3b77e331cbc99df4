import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

@Suite struct LineModeTests {
  /// Answers to lines, each without its state.
  private func answers(
    _ lines: String..., form: PlainText.TableForm = .lines, language: Language = .english
  ) -> [[String]] {
    var session = Session(
      rows: PlainText.size.rows, columns: PlainText.size.columns, language: language,
      canCopy: false, isLineMode: true)
    let text = PlainText(style: .unicode, form: form)
    return [text.lines(of: session.state)]
      + lines.map { line in
        let before = session.state
        session.send(.line(line))
        return text.reply(from: before, to: session.state)
      }
  }

  @Test func aSessionReadsFromHomeToATable() {
    let said = answers("open 1", "open", "open 2", "region", "down", "down 3")
    #expect(said[0].contains { $0.hasPrefix("1. Reducing reoffending") })
    #expect(said[1].contains("Research questions"))
    #expect(said[2].contains { $0.hasPrefix("1. Released: ") })
    #expect(said[2].contains { $0.contains("of the stage before") && $0.contains("%") })
    #expect(said[3].first?.hasPrefix("Break down: ") == true)
    #expect(said[3].contains { $0.hasSuffix(". Region (region)") })
    #expect(said[4].contains { $0.hasPrefix("North East: ") })
    #expect(said[5].count == 1 && said[5][0].hasPrefix("North East: "))
    #expect(said[6].count == 1 && said[6][0].hasPrefix("East Midlands: "))
  }

  @Test func everyCellOfATableIsALine() throws {
    let said = answers("reoffending rows sex columns age")[1]
    let table = try FixtureService().table(
      for: try CohortQuery(text: "reoffending rows sex columns age"))
    let view = TableView(table)
    for row in view.rows.indices {
      for column in view.columns.indices where !view.rows[row].isTotal {
        let labels = [view.rows[row], view.columns[column]].flatMap(\.entries).map(\.label)
        let figure = view.figure(page: 0, row: row, column: column).text
        #expect(said.contains("\(labels.joined(separator: ", ")): \(figure)"))
      }
    }
    #expect(said.contains { $0.hasPrefix("[c] ") })
  }

  @Test func aTableCanBeAGrid() {
    let said = answers("reoffending rows sex columns age", form: .grid)[1]
    let rows = said.filter { $0.hasPrefix("Sex ") || $0.hasPrefix("Female ") }
    #expect(rows.count == 2 && rows[0].count == rows[1].count)
  }

  @Test func commandsTakeTheirWords() {
    let said = answers(
      "reoffending rows region", "find wales", "swap", "sort", "export out.csv", "link high")
    #expect(said[2].count == 1 && said[2][0].hasPrefix("Wales: "))
    #expect(said[3].contains("Persons by Region"))
    #expect(said[5] == ["Written: out.csv"])
    #expect(said[6].contains { $0.contains("Persons by Region") })
  }

  @Test func menusAreChosenByNumberAndName() {
    let said = answers(
      "reoffending rows region", "columns", "sex, age", "filter", "region", "9", "back")
    #expect(said[2].last == "Choose by numbers or names; back closes the menu.")
    #expect(said[3].contains("Persons by Region, Sex and Age at release"))
    #expect(said[4].first == "Filter by")
    #expect(
      said[5].first == "Region (Tab marks several)" || said[5].first?.hasPrefix("Region") == true)
    #expect(said[6].contains { $0.hasPrefix("bold > ") })
  }

  @Test func mistakesAreSaid() {
    let said = answers("nonsense", "reoffending rows sexx", "open", "open 1", "swap", "y")
    #expect(said[1].count == 1)
    #expect(said[2].count == 1 && said[2][0].contains("sexx"))
    #expect(said[5].last?.contains("works on: Table") == true)
  }

  @Test func helpNamesCommandsInsteadOfKeys() {
    let said = answers("open 1", "help")[2]
    #expect(said.first == "Help")
    #expect(said.contains { $0.hasPrefix("page-down") })
    #expect(!said.contains { $0.contains("Ctrl-") })
  }

  @Test func noEscapeSequenceIsEverSaid() {
    let said = answers(
      "reoffending rows region columns sex", "definition", "why", "percent", "help", "undo", "back",
      "copy-table", "\u{1B}[2J", "find \u{1B}]52;c;?\u{07}")
    for line in said.joined() {
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }
    #expect(said[1].contains { $0.contains("Not<202e> known<1b>[2J<200b>") })
  }

  @Test func welshIsSaidInWelsh() {
    let said = answers("reoffending rows sex", language: .welsh)
    #expect(said[1].contains { $0.hasPrefix("Benyw: ") })
  }

  // MARK: Going on

  private func plain(_ lines: String..., memory: Memory = Memory()) -> Session {
    var session = Session(
      rows: PlainText.size.rows, columns: PlainText.size.columns, canCopy: false,
      isLineMode: true, memory: memory)
    session.send(.time(TimeOfDay(hour: 9, minute: 30)))
    for line in lines { session.send(.line(line)) }
    return session
  }

  /// What a line session leaves is offered at the next start, to lines and to keys alike.
  @Test func aSessionIsGoneOnWith() throws {
    let text = PlainText(style: .unicode, form: .lines)
    let before = plain("reoffending rows region columns sex", "down 3")
    let kept = Memory(session: before.state.sessionText)
    #expect(text.farewell(to: before.state).count == 1)
    var after = plain(memory: kept)
    #expect(
      text.lines(of: after.state).last?
        .hasPrefix("Type yes to go on where you were at 09:30; any other line does not.") == true)
    #expect(text.farewell(to: after.state).isEmpty)
    let home = after.state
    after.send(.line("y"))
    let said = text.reply(from: home, to: after.state)
    #expect(said.contains("Persons by Region and Sex"))
    let there = after.state
    after.send(.line("down"))
    #expect(text.reply(from: there, to: after.state).first?.hasPrefix("East Midlands: ") == true)
    // On the screen it is the same session.
    var screen = Session(memory: kept)
    screen.press("y")
    #expect(screen.text.contains("Yorkshire and The Humber: "))
  }

  @Test func anyOtherLineActsAsUsual() throws {
    let kept = Memory(session: plain("reoffending rows region").state.sessionText)
    let session = plain("open 1", memory: kept)
    #expect(session.state.screen.keyScreen == .pilot)
    #expect(session.state.offer == nil)
  }

  @Test func viewsAreSavedAndOpened() throws {
    let session = plain("reoffending rows sex", "save mine", "back", "open mine")
    #expect(session.views?.contains("view mine") == true)
    #expect(session.state.screen.query?.rows == [AxisVariable("sex")])
  }

  // MARK: For whoever listens

  @Test func longAnswersComeInParts() {
    let body = (1...100).map(String.init)
    var parts = PlainParts(language: .english)
    let first = parts.begin(PlainAnswer(body: body, closing: ["Choose."]))
    #expect(first.prefix(24) == body.prefix(24) && first[24] == "Choose.")
    #expect(
      first.last == "76 lines more: an empty line says the next, all says the rest.")
    #expect(parts.answer(to: "down") == nil)
    #expect(parts.answer(to: "")?.prefix(24) == body[24..<48])
    #expect(parts.answer(to: " more ")?.prefix(24) == body[48..<72])
    // A few lines over are said at once.
    #expect(parts.answer(to: "all").map { $0 + [] } == Array(body[72...]))
    #expect(parts.answer(to: "") == nil)
    #expect(parts.begin(PlainAnswer(body: Array(body.prefix(30)), closing: [])).count == 30)
    #expect(parts.answer(to: "") == nil)
  }

  /// Going back says where one is, an empty line as well, and repaint says all of it again.
  @Test func whereOneIsIsSaid() {
    let said = answers("reoffending rows region columns sex", "down 2", "chart", "back", "", "back")
    #expect(said[4].count == 2)
    #expect(said[4][0].hasSuffix("Region by Sex") && said[4][1].hasPrefix("North West: "))
    #expect(said[5] == said[4])
    #expect(said[6].first == "bold")
  }

  /// What explains, helps or defines is said, and going back after it leads to the view.
  @Test(arguments: ["why", "help", "definition", "keys"])
  func backAfterATextLeadsToTheView(text: String) {
    let said = answers("reoffending rows region", "down", text, "back", "down")
    #expect(said[3].count > 2)
    #expect(said[4].count == 2)
    #expect(said[4][0].hasSuffix("Region") && said[4][1] == said[2][0])
    #expect(said[5].count == 1)
  }

  @Test(arguments: ["definition", "keys", "help"])
  func backAfterATextOnHomeIsShort(text: String) {
    let said = answers(text, "back")
    #expect(said[2].count == 2 && said[2][0] == "bold")
    #expect(said[2][1].contains("Reducing reoffending"))
    #expect(!said[2].contains { $0.contains("first screen") })
  }

  @Test func aLineThatIsNotThereOpensNothing() {
    for number in ["99", "0", "-3", "99999999999999999999"] {
      let said = answers("open \(number)")[1]
      #expect(said == ["There is no line \(number); there are 2."])
    }
    let table = answers("reoffending rows sex", "open 6")[2]
    #expect(table == ["Lines have no numbers here: open opens the one in focus."])
    #expect(answers("open 2")[1].first?.hasSuffix("Reducing substance misuse") == true)
  }

  @Test func anExportSaysNothingButItself() {
    let said = answers(
      "reoffending rows sex", "export out.csv", ":export out.csv", "/male", "bogus")
    #expect(said[2] == ["Written: out.csv"] && said[3] == said[2])
    #expect(said[4].count == 1 && said[4][0].contains("ale: "))
    #expect(said[5].count == 1 && said[5][0].hasSuffix("The command help lists the commands."))
  }

  /// Every mark of every kind of chart with its number, or with its sign and what that is.
  @Test(arguments: ["bars", "stacked-bars", "heat-map"])
  func aChartIsSaidMarkByMark(kind: String) throws {
    var session = Session(
      rows: PlainText.size.rows, columns: PlainText.size.columns, isLineMode: true)
    session.send(.line("reoffending rows region columns age"))
    session.send(.line("chart \(kind)"))
    guard case .chart(let chart) = session.state.screen, chart.kind.rawValue == kind else {
      Issue.record("no such chart")
      return
    }
    let said = PlainText(style: .unicode, form: .lines).lines(of: session.state)
    var hidden = 0
    for line in chart.content.lines.indices {
      for place in chart.content.places.indices {
        let labels = [chart.content.lines[line], chart.content.places[place]]
          .filter { !$0.isMargin }.map { SafeText.shown($0.label) }.joined(separator: ", ")
        guard !labels.isEmpty, let figure = chart.content.figure(line, place) else { continue }
        let isHidden = figure == .sign(.confidential)
        if isHidden { hidden += 1 }
        #expect(said.contains("\(labels): " + (isHidden ? "[c] hidden" : figure.text)))
      }
      guard chart.content.wholes.indices.contains(line) else { continue }
      #expect(
        said.contains { $0.contains("whole bar: \(chart.content.wholes[line].text)") })
    }
    #expect(hidden > 0)
    #expect(said.contains("[c] fewer than 10 persons, or needed to protect such a cell"))
  }

  @Test func linesAndFlowAreSaidInTheirOrder() {
    let said = answers(
      "reoffending rows year columns sex", "chart lines", "reoffending rows stage", "chart flow")
    let years = said[2].filter { $0.hasPrefix("20") }
    #expect(years.count >= 10 && years.first?.hasPrefix("2019, ") == true)
    #expect(said[2].contains("Line by line, each from the first period to the last:"))
    #expect(said[4].contains { $0.contains("of \u{201C}Released\u{201D}") })
  }
}

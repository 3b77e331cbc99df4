import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

@Suite struct CopyTests {
  private func copied(_ session: Session) -> String {
    for case .copy(_, _, let text) in session.effects { return text }
    return ""
  }

  @Test func aFigureIsCopiedWithItsLabelsAndProvenance() {
    var session = Session()
    session.press("enter enter enter text:region enter c text:sex enter down right y")
    let lines = copied(session).split(separator: "\n").map(String.init)
    guard case .table(let screen) = session.state.screen else { return }
    #expect(lines.count == 3)
    #expect(lines[0] == "Persons by Region and Sex")
    #expect(lines[1] == screen.focusInWords)
    #expect(lines[2].hasPrefix("SYNTHETIC DATA; Invented cohorts, Reducing reoffending; release"))
    #expect(lines[2].contains("certificate 9c3fa1"))
    #expect(session.text.contains("noted as an export"))
  }

  /// Every cell as shown, signs included, and nothing that is not shown.
  @Test func aTableIsCopiedAsItIsShown() {
    var session = Session()
    session.press("enter enter enter text:region enter c text:age enter % S Y")
    guard case .table(let screen) = session.state.screen else { return }
    let lines = copied(session).split(separator: "\n").map(String.init)
    #expect(lines[0] == "Persons by Region and Age at release, % of row")
    #expect(lines[1].hasPrefix("Region\t"))
    for (place, row) in screen.order.enumerated() {
      let cells = lines[2 + place].split(separator: "\t", omittingEmptySubsequences: false)
      #expect(
        cells.dropFirst().map(String.init)
          == screen.view.columns.indices.map { screen.text(row: row, column: $0) })
    }
    #expect(copied(session).contains("[c]"))
    #expect(lines.last?.contains("For research and statistics") == true)
  }

  /// The labels of the fixture hold a change of direction, an escape and a character of no width.
  @Test func labelsPassTheGate() {
    var session = Session()
    session.press("enter enter enter text:region enter Y")
    let text = copied(session)
    #expect(text.contains("Not<202e> known<1b>[2J<200b>"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.value >= 0x20 })
  }

  @Test func formulasAreDefused() {
    var package = FixturePackage.package
    package.codeLists[0].codes[0].label = "=1+1"
    var session = Session(package: package)
    session.press("enter enter enter text:sex enter Y")
    #expect(copied(session).contains("\n'=1+1\t"))
  }

  @Test func aCopyIsRefusedWhereItIsSwitchedOff() {
    var session = Session(canCopy: false)
    session.press("enter enter enter text:region enter y")
    #expect(session.effects.isEmpty)
    #expect(session.text.contains("Copying is switched off. e writes a file."))
  }

  @Test func aCopyIsRefusedWhereTheDataOwnerForbidsIt() {
    var package = FixturePackage.package
    package.policy.clipboard = false
    var session = Session(package: package)
    session.press("enter enter y")
    #expect(session.effects.isEmpty)
    #expect(
      session.text.contains("The data owner allows no copies to a clipboard. e writes a file."))
    session.press("Y")
    #expect(session.effects.isEmpty)
  }

  @Test func whatIsTooLongIsNotCopied() {
    var package = FixturePackage.package
    package.codeLists[1].codes += (0..<3000).map {
      Code("L\($0)", "A very long name of a place, number \($0)")
    }
    var session = Session(package: package)
    session.press("enter enter enter text:region enter Y")
    #expect(session.effects.isEmpty)
    #expect(session.text.contains("too long for the clipboard"))
  }

  @Test func aPathwayIsCopied() {
    var session = Session()
    session.press("enter enter Y")
    #expect(copied(session).contains("Housed on the first night\t"))
    session.effects = []
    session.press("down y")
    #expect(copied(session).contains("Persons ") && !copied(session).contains("median"))
  }

  /// The service answers, and only then is there a text for the terminal.
  @Test func aRefusedCopyIsTold() {
    var session = Session()
    session.press("enter enter enter text:region enter")
    session.answers = false
    session.press("y")
    guard case .copy(let id, let exported, _) = session.effects.first else {
      Issue.record("no copy")
      return
    }
    #expect(exported == session.state.screen.query.map { .table($0) })
    session.send(.copied(id, .failure(.unavailable("the log is full"))))
    #expect(session.text.contains("the log is full"))
  }
}

import Testing

@testable import TerminalCore

@Suite struct MarkTests {
  @Test func aMarkComesBackToTheSameCell() {
    var session = Session()
    session.press("enter enter enter text:region enter c text:age enter % S 3*down 2*right m a")
    #expect(session.text.contains("Marked: ' and a comes back here."))
    session.press("down up")
    let marked = session.frame()
    session.press("esc esc esc down enter")
    let elsewhere = session.frame()
    session.press("' a")
    #expect(session.frame() == marked)
    session.press("' '")
    #expect(session.frame() == elsewhere)
    session.press("' '")
    #expect(session.frame() == marked)
    // A jump is a step like any other.
    session.press("u u u")
    #expect(session.frame() == elsewhere)
  }

  @Test func whatIsNoMarkIsSaid() {
    var session = Session()
    session.press("' ")
    #expect(session.text.contains("There is no mark yet"))
    session.press("m 3")
    #expect(session.text.contains("A mark is a letter"))
    session.press("m a ' z")
    #expect(session.text.contains("There is no mark z. Marks: a"))
    session.press("m esc")
    #expect(session.state.marks.keys.sorted() == ["a"])
    session.press("m é")
    #expect(session.state.marks.keys.sorted() == ["a"])
  }

  @Test func theQuestionStandsOnTheMessageLine() {
    var session = Session()
    session.press("enter enter m b enter text:region enter m a '")
    expectFrame("mark-80x24", session.frame())
    expectFrame("mark-80x24-ascii", session.frame(.ascii))
    session.send(.resize(Size(rows: 40, columns: 120)))
    expectFrame("mark-120x40", session.frame())
  }
}

import TerminalFixture
import Testing

@testable import TerminalCore

/// The tour: five pages, left at once, and never in the way.
@Suite struct TourTests {
  private func page(_ session: Session) -> Int? {
    if case .tour(let tour) = session.state.overlay { tour.page } else { nil }
  }

  private func started() -> Session {
    var session = Session()
    session.state.offerTour()
    return session
  }

  @Test func itHasFivePagesAndEnds() {
    var session = started()
    for number in 0..<5 {
      #expect(page(session) == number)
      #expect(session.text.contains("Tour, \(number + 1) of 5"))
      session.press("enter")
    }
    #expect(page(session) == nil)
    #expect(session.text.contains("Pilots"))
  }

  @Test func pagesTurnBothWays() {
    var session = started()
    session.press("right enter left left left")
    #expect(page(session) == 0)
  }

  @Test func everyKeyThatLeavesLeavesAtOnce() {
    for key in ["esc", "q", "bs", "ctrl-c"] {
      var session = Session()
      let before = session.frame()
      session.state.offerTour()
      session.press("enter \(key)")
      #expect(session.frame() == before, "\(key)")
    }
  }

  /// Whoever types on, a script or a hand, is not held up.
  @Test func otherKeysActAsIfThereWereNoTour() {
    var session = started()
    session.press(": text:reoffending_rows_sex enter")
    #expect(session.state.screen.query?.text == "reoffending rows sex")
    session = started()
    session.press("C")
    #expect(session.state.screen.keyScreen == .catalogue)
    session = started()
    session.press("Q")
    #expect(session.effects.last == .quit)
  }

  @Test func itIsShownAgainOnItsKeyAndByItsName() {
    var session = Session()
    session.press("enter enter")
    let before = session.frame()
    session.press("T")
    #expect(page(session) == 0)
    session.press("esc")
    #expect(session.frame() == before)
    session.press(": text:tour enter")
    #expect(page(session) == 0)
  }

  @Test func itIsNotOfferedWhereSomethingElseIsShown() {
    var session = Session()
    session.press("enter")
    session.state.offerTour()
    #expect(page(session) == nil)
  }

  /// Its keys are those of the key table.
  @Test func itNamesTheKeysThatWork() {
    let texts = Tour.pages(.standard).flatMap(\.paragraphs).map { Language.english.say($0) }
    #expect(texts.contains { $0.hasPrefix("C is the catalogue") })
    #expect(texts.contains { $0.hasPrefix("r c p choose rows, columns and pages; x swaps them.") })
    #expect(texts.allSatisfy { !$0.contains("{") })
    #expect(Tour.pages(.standard).count == Tour.count)
  }

  @Test func itNamesKeysAsTheyWereChanged() throws {
    let keys = try KeyBindings(changing: [.filter: [.character("x")], .swap: [.character("f")]])
    let texts = Tour.pages(keys).flatMap(\.paragraphs).map { Language.english.say($0) }
    #expect(texts.contains { $0.contains("x filters.") })
    #expect(texts.contains { $0.contains("f swaps them.") })
  }

  /// Every page can be read whole, however small the window.
  @Test(arguments: [(12, 40), (24, 80), (40, 120)]) func nothingIsCut(rows: Int, columns: Int) {
    var session = Session(rows: rows, columns: columns)
    session.state.offerTour()
    for page in Tour.pages(.standard) {
      var seen = ""
      for _ in 0..<20 {
        seen += " " + session.text.split(separator: "\n").dropFirst().joined(separator: " ")
        session.press("down")
      }
      for paragraph in page.paragraphs {
        for word in Language.english.say(paragraph).split(separator: " ") {
          #expect(seen.contains(word), "\(word) in \(columns)")
        }
      }
      session.press("enter")
    }
  }
}

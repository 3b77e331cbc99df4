import CohortModel
import Testing

@testable import TerminalCore

@Suite struct ScreenPlaceTests {
  @Test func textsAreReadBack() throws {
    var session = Session()
    session.press("enter enter enter text:region enter c text:age enter p text:sex enter ] % S")
    session.press("3*down right f text:offence enter 2*down tab tab enter")
    let kept = session.state.screens.compactMap(\.kept)
    #expect(kept.map(\.kind) == [.home, .pilot, .pathway, .table])
    for place in kept { #expect(ScreenPlace(text: place.text) == place, "\(place.text)") }
  }

  @Test func hostileTextsStayOnOneLine() throws {
    let query = CohortQuery(
      pilot: "reoffending", rows: [AxisVariable("sex")],
      filters: [Filter(variable: "area", codes: ["a\\b", "\u{202E}x", "a b", "é日", "query=1"])])
    let place = ScreenPlace(kind: .table, query: query, settings: ["percent": "row"])
    #expect(!place.text.contains("\n") && !place.text.contains("\u{202E}"))
    #expect(ScreenPlace(text: place.text) == place)
    for text in ["a\nb", "\u{1B}[2J", "\\u{a}", "\\", "", "\r\n", "e\u{301}\u{301}"] {
      let escaped = KeptText.escaped(text)
      #expect(escaped.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
      #expect(KeptText.read(Substring(escaped)) == text)
    }
  }

  @Test(arguments: [
    "", "table", "pilot", "nothing", "home focus=0", "home focus=x", "home top=99999999999",
    "home query=reoffending", "table query=", "table colour=red query=reoffending",
    "table query=reoffending where", "pilot pilot=\\q", "pathway", "table row query=reoffending",
  ])
  func whatIsNoPlaceIsRefused(text: String) {
    #expect(ScreenPlace(text: text) == nil)
  }
}

import CohortModel
import TerminalFixture
import Testing

@testable import TerminalCore

/// Words on the screen that say what is there, whole, and in the language of the screen.
@Suite struct WordsTests {
  private func session(
    _ keys: String, _ language: Language = .english, rows: Int = 24, columns: Int = 80,
    package: DataPackage = FixturePackage.package, files: Set<String> = []
  ) -> Session {
    var session = Session(rows: rows, columns: columns, package: package, language: language)
    session.existingFiles = files
    session.press(keys)
    return session
  }

  @Test func aMedianSaysFromWhichStageToWhichInWelsh() throws {
    let shown = session(
      ": text:reoffending_rows_sex_measure_median_released_to_housed enter", .welsh)
    let heading = try #require(shown.state.screen.table).heading
    #expect(
      heading.title
        == "Diwrnodau canolrifol o “Rhyddhawyd” i “Mewn llety ar y noson gyntaf” yn ôl Rhyw")
  }

  @Test func aShareAtALinkLevelIsSaidInWelsh() {
    let keys = ": text:reoffending_rows_age_measure_share_reoffended enter L down"
    let shown = session(keys, .welsh, rows: 40, columns: 120, package: FixturePackage.linked)
    let line = shown.text.split(separator: "\n").first { $0.contains("% (") }
    #expect(line?.contains(" i ") == true && line?.contains(" o ") == true)
    #expect(line?.contains(" of ") == false && line?.contains(" to ") == false)
    let english = session(keys, rows: 40, columns: 120, package: FixturePackage.linked)
    #expect(english.text.contains(" of ") && english.text.contains(" to "))
  }

  @Test func theWholeOfStackedBarsIsSaidInWelsh() {
    let keys = ": text:reoffending_rows_region_columns_sex enter v v"
    #expect(session(keys).text.contains(" Total "))
    let welsh = session(keys, .welsh).text
    #expect(welsh.contains(" Cyfan") && !welsh.contains("Total"))
  }

  @Test func theTotalIsBrokenDownByItsOwnName() {
    let keys = ": text:reoffending_rows_sex enter enter"
    #expect(session(keys).text.contains("Break down: Total"))
    #expect(session(keys, .welsh).text.contains("Dadansoddi: Cyfanswm"))
    let filtered = session(": text:reoffending_rows_sex_where_age=18-20 enter enter").text
    #expect(filtered.contains("Break down: Total (18 to 20)"))
  }

  /// Headings of groups side by side stand apart in both languages.
  @Test(arguments: Language.allCases, [60, 80, 100, 120])
  func headingsOfGroupsStandApart(language: Language, columns: Int) {
    let shown = session(
      ": text:reoffending_rows_stage_columns_sex enter", language, columns: columns)
    let start = language.say("of start") as String
    let line = shown.text.split(separator: "\n").first { $0.contains(start) } ?? ""
    for part in line.components(separatedBy: start).dropFirst() {
      #expect(part.isEmpty || part.hasPrefix(" "), "\(line)")
    }
  }

  /// Nobody writes over a file whose name is cut.
  @Test(arguments: Language.allCases)
  func theNameOfAFileThatIsThereIsWhole(language: Language) {
    let file = "reoffending-offence-age-by-region-of-the-release-in-the-long-run-of-years.csv"
    let shown = session(
      ": text:reoffending_rows_sex enter e ctrl-u text:\(file) enter", language, files: [file])
    let lines = shown.text.split(separator: "\n", omittingEmptySubsequences: false)
    let question = lines.suffix(3).joined(separator: " ")
    #expect(question.contains(file))
    #expect(question.contains(language == .english ? "y writes over it" : "ysgrifennu drosto"))
  }

  /// The key of coarser tables is named where something is hidden, and works in the text that names
  /// it.
  @Test func coarserTablesAreReachedFromTheReasonWhy() throws {
    var hidden = session(
      ": text:reoffending_rows_region_columns_offence_where_age=18-20_sex=F enter w")
    #expect(hidden.text.contains("W proposes coarser tables"))
    hidden.press("W")
    guard case .picker(let picker) = hidden.state.overlay, case .coarser = picker.purpose else {
      Issue.record("no coarser tables are proposed")
      return
    }
    var open = session(": text:reoffending_rows_sex enter w")
    try #require(open.state.screen.table).cells.forEach { #expect($0.sign == nil) }
    #expect(!open.text.contains("coarser"))
    open.press("W")
    #expect(open.state.keyScreen == .reader)
  }

  @Test func theLastPageOfTheTourSaysThatItEnds() {
    var session = session("T")
    for _ in 1..<Tour.count {
      #expect(session.text.contains("Enter next") && !session.text.contains("ends the tour"))
      session.press("enter")
    }
    #expect(session.text.contains("Enter ends the tour") && !session.text.contains("Enter next"))
    session.press("enter")
    #expect(session.state.overlayIsClosed)
  }
}

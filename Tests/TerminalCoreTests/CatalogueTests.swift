import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// The catalogue: it tells of descriptors alone, finds while one types, and leads to tables.
@Suite struct CatalogueTests {
  private func catalogue(_ session: Session) -> CatalogueScreen? {
    if case .catalogue(let screen) = session.state.screen { screen } else { nil }
  }

  @Test func itIsReachedFromEveryScreenAndBackIsExact() {
    for keys in ["", "enter", "enter enter", "enter enter enter text:region enter"] {
      var session = Session()
      session.press(keys)
      let before = session.frame()
      session.press("C")
      #expect(catalogue(session) != nil)
      session.press("3*down / text:sex enter esc")
      #expect(session.frame() == before)
    }
  }

  @Test func everySectionIsThere() throws {
    var session = Session()
    session.press("C")
    let entries = try #require(catalogue(session)).entries
    for section in CatalogueEntry.Section.allCases {
      #expect(entries.contains { $0.section == section }, "\(section)")
    }
    let package = FixturePackage.package
    #expect(entries.count { $0.section == .datasets } == package.resources.count)
    #expect(entries.count { $0.section == .pilots } == package.pilots.count)
    // A variable that several pilots have stands there once, with all of them.
    let sex = entries.filter { $0.name == "sex" }
    #expect(sex.count == 1)
    #expect(sex[0].about.contains("In: Reducing reoffending, Reducing substance misuse"))
  }

  /// Variables that are declared apart stay apart where another language has one label for both.
  @Test func entriesAreTheSameInEveryLanguage() throws {
    var package = FixturePackage.package
    package.pilots[1].variables[0].label = "Sex as recorded"
    let english = CatalogueEntry.all(of: package, today: FixturePackage.today, language: .english)
    var session = Session(package: package, language: .welsh)
    session.press("C")
    let welsh = try #require(catalogue(session)).entries
    #expect(welsh.map(\.name) == english.map(\.name))
    let sex = welsh.filter { $0.name == "sex" }
    #expect(sex.map(\.label) == ["Rhyw", "Rhyw"])
    #expect(Set(sex.map(\.about)).count == 2)
  }

  @Test func findingNarrowsWhileOneTypes() throws {
    var session = Session()
    session.press("C")
    let all = try #require(catalogue(session)).shown.count
    session.press("/ text:ar")
    let some = try #require(catalogue(session)).shown.count
    #expect(some < all)
    session.press("text:ea_2")
    let screen = try #require(catalogue(session))
    // Only the codes of the region hold it: the code is shown beside the label.
    #expect(screen.shown.map(\.name) == ["region"])
    #expect(session.text.contains("Region: North East area 2 (E0-2)"))
    session.press("enter")
    #expect(session.state.overlayIsClosed)
    #expect(catalogue(session)?.shown.count == 1)
    session.press("/ ctrl-u esc")
    #expect(catalogue(session)?.shown.count == all)
  }

  @Test func escapeWhileTypingShowsEverythingAgain() throws {
    var session = Session()
    session.press("C")
    let before = session.frame()
    session.press("/ text:nothing_like_it")
    #expect(session.text.contains("Nothing here holds what was typed."))
    session.press("esc")
    #expect(session.frame() == before)
  }

  @Test func arrowsMoveWhileOneTypes() throws {
    var session = Session()
    session.press("C / text:re 2*down")
    #expect(catalogue(session)?.place.focus == 2)
    #expect(!session.state.overlayIsClosed)
  }

  @Test func aVariableBecomesTheRowsOfATableOfAPilotThatHasIt() {
    var session = Session()
    session.press("C / text:sex enter enter")
    #expect(session.text.contains("Of which pilot?"))
    session.press("down enter")
    #expect(session.state.screen.query?.text == "treatment rows sex")
    session.press("esc")
    #expect(catalogue(session)?.find == "sex")
    session.press("/ ctrl-u text:index_offence enter enter")
    // One pilot alone has it.
    #expect(session.state.screen.query?.text == "reoffending rows offence")
  }

  @Test func thePilotThatOneComesFromIsOfferedFirst() {
    var session = Session()
    session.press("down enter C / text:sex enter enter enter")
    #expect(session.state.screen.query?.text == "treatment rows sex")
  }

  @Test func anOutcomeBecomesItsShare() {
    var session = Session()
    session.press("C / text:proven enter")
    guard let place = catalogue(session)?.shown.firstIndex(where: { $0.section == .outcomes })
    else {
      Issue.record("no outcome")
      return
    }
    session.press(place == 0 ? "enter" : "\(place)*down enter")
    #expect(session.state.screen.query?.text == "reoffending measure share reoffended")
  }

  @Test func pilotsOpenAndDatasetsAreReadWhole() {
    var session = Session()
    session.press("C / text:do_the_pathways enter enter")
    #expect(session.state.screen.pilotName == "treatment")
    session.press("esc / ctrl-u text:hmpps enter enter")
    #expect(session.text.contains("Owner: HMPPS"))
    #expect(session.text.contains("Coverage: Releases of adults."))
    session.press("esc / ctrl-u text:region enter d")
    #expect(session.text.contains("Codes"))
    #expect(session.text.contains("North East (E0)"))
  }

  @Test func agreementsSayUntilWhen() {
    var package = FixturePackage.package
    package.resources[0].agreement = "A-1"
    package.resources[1].agreement = "A-2"
    package.agreements = [
      Agreement(
        id: "A-1", owner: "HMPPS", resources: ["releases"], pilots: [], purpose: "Research",
        expires: CalendarDay("2030-12-31")),
      Agreement(
        id: "A-2", owner: "Probation", resources: ["housing"], pilots: [], purpose: "Research",
        expires: CalendarDay("2025-12-31")),
    ]
    let entries = CatalogueEntry.all(of: package, today: FixturePackage.today, language: .english)
    #expect(entries[0].about.contains("Agreement: A-1, until 2030-12-31"))
    #expect(entries[1].about.contains("Agreement: A-2, ended on 2025-12-31"))
  }

  /// Nothing in it is counted: figures on links are those of the protected tables.
  @Test func theOnlyFiguresAreThoseOfTheLinkageTables() throws {
    var session = Session(rows: 40, columns: 120, package: FixturePackage.linked)
    session.press("C / text:between_the_two enter d")
    guard case .figures(let figures) = session.state.linkage else {
      Issue.record("no figures")
      return
    }
    #expect(session.text.contains(figures.linked.text(under: figures.certificate)))
    session.press("esc / ctrl-u text:fewest_false enter d")
    #expect(session.text.contains("shown for one level"))
    #expect(!session.text.contains(figures.linked.text(under: figures.certificate)))
  }

  @Test func pilotsOfOtherProjectsAreNotOffered() {
    let work = CohortModel.Session(
      user: RegisteredUser(id: "a", name: "A", accreditation: "T", organisation: "U"),
      project: Project(
        id: "P", title: "T", purpose: "R", pilots: ["treatment"], agreements: [], users: ["a"]))
    var session = Session(work: work)
    session.press("C / text:sex enter enter")
    #expect(session.state.screen.query?.text == "treatment rows sex")
    session.press("esc / ctrl-u text:index_offence enter enter")
    #expect(session.text.contains("No pilot of this project has it."))
  }

  @Test func hostileTextsAreShownAsWhatTheyAre() {
    var package = FixturePackage.package
    package.resources[0].owner = "HM\u{1B}[2JPPS\u{202E}"
    package.resources[0].title = "Re\u{202E}leases\nfrom"
    var session = Session(rows: 40, columns: 120, package: package)
    for keys in ["C", "d", "esc / text:leases", "enter"] {
      session.press(keys)
      let text = session.text
      #expect(text.contains("<202e>"))
      #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
      #expect(session.frame(.ascii).text.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func definitionsAreOnAKeyOfEveryScreen() {
    for keys in [
      "", "enter", "enter enter", "enter enter enter text:region enter o text:share enter enter",
    ] {
      var session = Session(rows: 60, columns: 100)
      session.press(keys)
      let before = session.frame()
      session.press("d")
      #expect(session.text.contains("Members with an offence in the window"), "\(keys)")
      session.press("esc")
      #expect(session.frame() == before)
    }
    var session = Session()
    session.press("down d")
    #expect(session.text.contains("This pilot declares no outcome."))
  }

  /// The catalogue is where it was left, whichever way one comes back to it.
  @Test func itsPlaceIsThereWhenOneReturns() {
    var session = Session()
    session.press("C / text:re enter 2*down")
    let before = session.frame()
    session.press("esc enter C")
    #expect(session.frame().text(row: 1) == before.text(row: 1))
    #expect(session.frame().cursor == before.cursor)
    // From a table that was opened there as well.
    session.press("esc esc : text:reoffending_rows_sex enter C")
    #expect(session.frame().cursor == before.cursor)
  }

  /// What is kept of a session is the entry, not its place among what was found.
  @Test func theEntryIsKeptNotItsPlaceAmongTheFound() throws {
    var session = Session()
    session.press("C / text:offence enter")
    guard case .catalogue(let screen) = session.state.screen else { return }
    let entry = try #require(screen.focused)
    let place = try #require(session.state.screen.kept)
    let focus = try #require(place.cursor["focus"])
    #expect(screen.entries[focus - 1].label == entry.label)
    #expect(screen.place.focus != focus - 1)
  }
}

import CohortModel
import Foundation
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// What the service says, in Welsh by the form of its sentences.
@Suite struct ServiceSentenceTests {
  private func welsh(_ text: String) -> String { Language.welsh.say(service: text) }

  @Test func signsLegendsAndExplanations() {
    #expect(
      welsh("Confidential: fewer than 10 persons, or needed to protect such a cell.")
        == "Cyfrinachol: llai na 10 o bersonau, neu ei angen i warchod cell o'r fath.")
    #expect(
      welsh("Counts are rounded to the nearest 5, each cell by itself.")
        == "Cyfrifon: wedi'u talgrynnu i'r 5 agosaf, pob cell ar ei phen ei hun.")
    #expect(Language.english.say(service: "Not available.") == "Not available.")
  }

  @Test func sentencesFollowOneAnother() {
    let text =
      "“sxe” is no variable, milestone or outcome of “reoffending”. Did you mean “sex”?"
    #expect(
      welsh(text)
        == "Nid yw “sxe” yn newidyn, carreg filltir na chanlyniad yn “reoffending”."
        + " Ai “sex” oeddech chi'n ei olygu?")
    #expect(
      welsh(
        "Cells of 1 to 9 persons are hidden, and others with them, so that the published cells do"
          + " not give them away. A hidden cell may also be zero. Before it was shown, the table was"
          + " attacked with everything that it publishes, with its definition, the rules of the"
          + " method and this statement known: each of 1 to 9 remains possible for every cell that"
          + " small. This holds for this table by itself, not for several tables put together."
      )
      .hasSuffix(
        "erys pob un o 1 i 9 yn bosibl ar gyfer pob cell mor fach â hynny. Mae hyn yn dal ar"
          + " gyfer y tabl hwn ar ei ben ei hun, nid ar gyfer sawl tabl ynghyd."))
  }

  /// A text of which only a part is known stays whole in English; labels stay as they are.
  @Test func whatIsNotKnownStays() {
    let half = "Not available. Nobody has translated this."
    #expect(welsh(half) == half)
    #expect(welsh("") == "")
    // Words of the service stand in labels as well.
    for label in ["Theft of vehicles", "days", "Isle of Wight and others", "everyone"] {
      #expect(welsh(label) == label)
      #expect(welsh("“x” is no code of \(label).") == "Nid yw “x” yn god o \(label).")
    }
    let hostile = "“{1} a {2}” is no code of {label}."
    #expect(welsh(hostile) == "Nid yw “{1} a {2}” yn god o {label}.")
    #expect(welsh(String(repeating: " is no code of ", count: 200)).isEmpty == false)
  }

  @Test func everySentenceHasThePlacesOfItsEnglish() {
    let all = [
      WelshService.tables, WelshService.parts, WelshService.certificates, WelshService.refusals,
      WelshService.lines, WelshService.expected, WelshService.texts,
    ]
    for (english, welsh) in all.joined() {
      #expect(Phrase.places(in: english) == Phrase.places(in: welsh), "\(english)")
    }
  }

  /// Lists every sentence in the sources of the service that has no Welsh: each of their literals
  /// stands in a form. What is for whoever keeps a store or writes a package is English alone.
  @Test func everySentenceOfTheServiceHasWelsh() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let planning = root.appendingPathComponent("Sources/CohortModel/Planning")
    let files =
      try FileManager.default.contentsOfDirectory(atPath: planning.path)
      .map { "CohortModel/Planning/" + $0 }
      // Labels, which have their Welsh beside them.
      .filter { !$0.hasSuffix("/CodeTree+Subject.swift") } + [
        "CohortModel/Text/QueryParser.swift", "CohortModel/Text/QueryToken.swift",
        "CohortModel/Query/QueryProblem.swift", "CohortModel/Session/SessionRefusal.swift",
        "DisclosureControl/Release/SignTexts.swift",
        "DisclosureControl/Release/Certification.swift",
        "DisclosureControl/Release/TableAssembly.swift",
        "DisclosureControl/Release/Release+Levels.swift",
        "DisclosureControl/Release/WithheldCohorts.swift",
        "DisclosureControl/Session/BreakdownAllowance.swift",
        "DisclosureControl/CellKey/AveragingBound.swift", "Tables/OtherLevel.swift",
      ]
    func bare(_ text: String) -> String {
      text.replacing(#/“?\{[^}]*\}”?/#, with: "{}")
    }
    let known = [
      WelshService.tables, WelshService.parts, WelshService.certificates, WelshService.refusals,
      WelshService.lines, WelshService.expected, WelshService.texts,
    ].joined().map { bare($0.key) }
    var seen = 0
    for file in files {
      let path = root.appendingPathComponent("Sources/\(file)").path
      #expect(FileManager.default.fileExists(atPath: path), "\(file)")
      let sources = PhraseSources(paths: [path])
      for text in sources.texts.keys.sorted()
      where !ServiceSentenceTests.putTogether.contains(text) {
        let words = bare(text).trimmed
        // Names and labels, which have their Welsh beside them.
        guard words.contains(#/\S+ +\S+ +\S+/#) else { continue }
        seen += 1
        if !known.contains(where: { $0.contains(words) }) {
          Issue.record("\(file): “\(text)” has no Welsh")
        }
      }
    }
    #expect(seen > 80)
  }

  /// Put together of texts that have Welsh.
  private static let putTogether: Set<String> = [
    "{1}: {2} the index event", "Here comes VARIABLE=CODE.{1}", "Here comes a variable.{1}",
    "Here comes {1}{2}.", ". No way was found to make them add up.",
    "{1} for every cell that small.",
    "the interval that the rules require remains possible for every unsafe cell.",
  ]

  @Test(arguments: [
    "nothing", "reoffending rows sxe", "reoffending rows sex columns sex",
    "reoffending where region=E99", "reoffending measure share nothing", "reoffending rows",
    "reoffending where region", "reoffending stage nowhere", "reoffending link highest",
    "reoffending measure median sentence to charge", "reoffending rows sex period 1999",
    "reoffending had nothing within 12 months", "reoffending sex",
    "reoffending measure events nothing",
  ])
  func aRefusedQueryIsRefusedInWelsh(_ query: String) {
    var session = Session(rows: 40, columns: 120, language: .welsh)
    session.press(": text:\(query.replacing(" ", with: "_")) enter")
    guard case .prompt(let prompt) = session.state.overlay, let problem = prompt.problem else {
      Issue.record("“\(query)” is not refused")
      return
    }
    let english = #/\b(the|is no|comes|begins|leave|does not|stands|here|lies|one of)\b/#
    #expect(!problem.contains(english), "\(problem)")
  }

  @Test func beforeAVowelAndIsAc() {
    #expect(
      Language.welsh.title(of: "Personau", by: ["Rhyw", "Oedran"])
        == "Personau yn ôl Rhyw ac Oedran")
    #expect(
      Language.welsh.title(of: "Personau", by: ["Oedran", "Rhyw"]) == "Personau yn ôl Oedran a Rhyw"
    )
    #expect(
      Language.english.title(of: "Persons", by: ["Sex", "Age"]) == "Persons by Sex and Age")
  }

  @Test func bandsAndMonthsHaveWelsh() throws {
    var session = Session(rows: 40, columns: 120, language: .welsh)
    session.press("enter enter enter text:age enter")
    #expect(session.text.contains("18 i 20"))
    #expect(!session.text.contains("18 to 20"))
    session.press("f text:age enter")
    #expect(session.text.contains("18 i 20"))
    session.press("enter")
    #expect(!session.text.contains("18 to 20"))
  }
}

import Foundation
import Testing

struct QueryTests {
  let package: SmallPackage

  init() throws { package = try SmallPackage.shared.get() }

  private func bold(_ arguments: String...) throws -> BoldCommand.Outcome {
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    return try BoldCommand.shell("\"$BOLD\" \(words)", environment: ["BOLD_STORE": package.store])
  }

  @Test func textSaysWhatItIsBeforeAnyFigure() throws {
    let outcome = try bold("query", "leavers rows sex columns area")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.lines[0].hasPrefix("SYNTHETIC DATA"))
    let legend = try #require(outcome.output.range(of: "[c]  "))
    let grid = try #require(outcome.output.range(of: "Columns: Area"))
    #expect(legend.lowerBound < grid.lowerBound)
    #expect(outcome.output.contains("Unit: Persons"))
    #expect(outcome.output.contains("Coverage: People without a number cannot appear."))
    #expect(outcome.output.contains("South, <202e>coast"))
    #expect(!outcome.output.unicodeScalars.contains("\u{202E}"))
  }

  @Test func wordsNeedNoQuotes() throws {
    let together = try bold("query", "leavers rows sex columns area")
    let apart = try bold("query", "leavers", "rows", "sex", "columns", "area")
    #expect(together.output == apart.output)
  }

  @Test func quotationMarksThatTheShellTakesAwayAreSpokenOf() throws {
    let hint = "put single quotes around the whole query"
    let bare = try bold("query", "leavers", "rows", "reason")
    #expect(bare.status == 1 && bare.errors.contains("stands in quotation marks: \"reason\"."))
    #expect(bare.errors.contains(hint))
    // Those that arrive are no matter of the shell.
    let quoted = try bold("query", "leavers rows \"reason\"")
    #expect(quoted.status == 1 && quoted.errors.contains("is no variable"))
    #expect(!quoted.errors.contains(hint))
  }

  /// Six persons are in West: not shown, and what is published leaves every count below the minimum
  /// possible, by subtraction too.
  @Test func smallCountsStayBehindTheirSign() throws {
    let lines = try bold("query", "--format", "csv", "leavers rows area").output
      .split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let west = try #require(lines.first { $0[0] == "W" })
    #expect(west[west.count - 3] == "")
    #expect(west[west.count - 2] == "[c]")
    var least = 0
    var most = 0
    for line in lines.dropFirst() {
      guard let count = Int(line[line.count - 3]) else { continue }
      #expect(count % 5 == 0)
      least += line[0] == "*" ? count - 2 : -count - 2
      most += line[0] == "*" ? count + 2 : -count + 2
    }
    #expect(least <= 1 && most >= 9)
  }

  @Test func formatsAgree() throws {
    let query = "leavers rows sex measure share offence12"
    let csv = try bold("query", "--format", "csv", query)
    let json = try bold("query", "--format", "json", query)
    let text = try bold("query", query)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let cells = try #require(document["cells"] as? [[String: Any]])
    let lines = csv.output.split(separator: "\r\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    try #require(cells.count == lines.count && !cells.isEmpty)
    for (cell, line) in zip(cells, lines) {
      #expect((cell["codes"] as? [String])?.first == line[0])
      #expect("\(cell["numerator"] ?? "")" == (line[3].isEmpty ? line[4] : line[3]))
      if !line[7].isEmpty {
        #expect(text.output.contains("\(line[7])% (\(line[8]) to \(line[9]))"))
      }
    }
    #expect(lines.contains { !$0[7].isEmpty })
    #expect(text.output.contains("Definition: "))
    #expect(text.output.contains("Denominator: Everyone observed for 12 months"))
  }

  @Test func explanationNamesTheQueryAndTheSigns() throws {
    let outcome = try bold("query", "--explain", "leavers rows area")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\nQuery: leavers rows area link medium\n"))
    #expect(outcome.output.contains("\n[c]  "))
  }

  @Test func wordAtFaultIsMarkedUnderTheQuery() throws {
    let outcome = try bold("query", "leavers rows sexx")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count == 4)
    #expect(lines[0].contains("Did you mean \u{201C}sex\u{201D}?"))
    #expect(lines[1] == "  leavers rows sexx")
    #expect(lines[2] == "               ^^^^")
  }

  @Test(arguments: [
    "leavers rows se\u{1B}[31mx", "\u{202E}leavers", "leavers where area=\u{200B}N", "",
    "\u{1F600}",
  ])
  func hostileQueriesCannotActOnTheTerminal(query: String) throws {
    let outcome = try BoldCommand.run("query", "--store", package.store, query)
    #expect(outcome.status == 1)
    let acting = outcome.errors.unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || $0.value == 0x202E || $0.value == 0x200B)
    }
    #expect(acting.isEmpty)
    #expect(outcome.errors.hasPrefix("bold: "))
  }

  /// What is refused, and in which words, is the same whatever the data hold.
  @Test func refusalsDoNotDependOnData() throws {
    let other = try SmallPackage.built(shift: 1)
    for query in [
      "leavers rows sexx", "leavers where area=Q", "leavers rows stage measure share nothing",
      "nobody", "leavers rows", "leavers measure median reoffended to released",
    ] {
      let here = try BoldCommand.run("query", "--store", package.store, query)
      let there = try BoldCommand.run("query", "--store", other.store, query)
      #expect(here.status == 1)
      #expect(here.errors == there.errors)
      #expect(here.errors.wholeMatch(of: /[^0-9]*/) != nil || query.contains("12"))
    }
  }

  @Test func catalogueListsWithoutCounts() throws {
    let outcome = try bold("catalogue")
    #expect(outcome.status == 0)
    for text in [
      "leavers  People who leave prison", "offence12  Proven offence within 12 months",
      "A-1  Owner: Research", "F  Female", "reoffended  Offence (within 12 months",
    ] {
      #expect(outcome.output.contains(text))
    }
    let json = try bold("catalogue", "--format", "json", "leavers")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let pilots = try #require(document["pilots"] as? [[String: Any]])
    #expect(pilots.map { $0["name"] as? String } == ["leavers"])
    #expect(try bold("catalogue", "nobody").status == 1)
  }

  @Test func readersWhoLeaveEndTheCommandQuietly() throws {
    let outcome = try BoldCommand.shell(
      "set -o pipefail; \"$BOLD\" catalogue | head -n 1; \"$BOLD\" query leavers rows sex | true",
      environment: ["BOLD_STORE": package.store])
    #expect(outcome.errors.isEmpty)
    let closed = try BoldCommand.shell(
      "\"$BOLD\" query leavers rows sex >&-", environment: ["BOLD_STORE": package.store])
    #expect(closed.status == 2)
    #expect(closed.errors.contains("standard output"))
  }

  @Test func realDataInThisProcessAreSaidToBe() throws {
    let real = try SmallPackage.built(isSynthetic: false)
    let outcome = try BoldCommand.run("query", "--store", real.store, "leavers rows sex")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("real data"))
    #expect(outcome.output.contains("Project: P-1, Leaving prison"))
    #expect(!outcome.output.contains("SYNTHETIC"))
  }

  @Test func explorerNeedsATerminal() throws {
    let outcome = try bold("explore")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("terminal"))
  }
}

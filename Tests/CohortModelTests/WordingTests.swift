import Foundation
import Testing

@testable import CohortModel

@Suite struct WordingTests {
  @Test(arguments: [
    ("Drug users in custody", "G15"), ("Substance abuse need", "G15"), ("Repeat offenders", "G15"),
    ("Ex-convicts", "G15"), ("Frequent flyers", "G15"), ("Dropped out", "G15"),
    ("Services for the homeless", "G15"), ("Hard-to-reach groups", "G15"),
    ("Committed suicide", "G15"), ("Victim withdrew", "G16"), ("Victim was uncooperative", "G16"),
    ("Unwilling witnesses", "G16"), ("Complainant who refused", "G16"),
  ])
  func wordsAreFound(_ text: String, _ rule: String) {
    #expect(Wording.findings(in: text).map(\.rule) == [rule])
  }

  @Test(arguments: [
    "HM Prison and Probation Service, Offender Management", "Young offender institution",
    "Offender Assessment System", "Domestic abuse", "National Institute on Drug Abuse",
    "Victim not supported to continue", "Criminal justice", "Died by suicide",
    "People experiencing homelessness", "Slept rough", "Homeless household", "Referred to court",
  ])
  func namesAndPlainWordsAreLeftAlone(_ text: String) {
    #expect(Wording.findings(in: text).isEmpty)
  }

  @Test func welshHasItsOwn() {
    #expect(Wording.findings(in: "Troseddwyr", .welsh).first?.advice == "person ag euogfarn")
    #expect(Wording.findings(in: "Pobl ag euogfarn", .welsh).isEmpty)
    #expect(Wording.findings(in: "Troseddwyr").isEmpty)
  }

  @Test func thePageHoldsEveryPreferredTerm() throws {
    let page = try Documentation.text("wording.md")
    for advice in Wording.advice { #expect(page.contains("| \(advice) |"), "\(advice)") }
  }

  /// What the project itself says to people: documents, and the texts of its programs. Words that are
  /// quoted as examples stand in code or quotation marks.
  @Test func theProjectsOwnTextsKeepToThem() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var files = ["README.md", "CONTRIBUTING.md"].map { root.appendingPathComponent($0) }
    for folder in [
      "docs", "Examples", "Sources/bold", "Sources/TerminalCore", "Sources/TableExport",
      "Sources/Tables", "Sources/DisclosureControl/Release", "Sources/SyntheticPackage/Descriptors",
    ] {
      let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
      for case let path as String in paths ?? .init()
      where ["md", "swift", "yaml", "1"].contains(URL(fileURLWithPath: path).pathExtension) {
        files.append(root.appendingPathComponent(folder).appendingPathComponent(path))
      }
    }
    var read = 0
    for file in files {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      read += 1
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let spoken = file.pathExtension == "md" ? Self.withoutQuotations(line) : String(line)
        for finding in Wording.findings(in: spoken) {
          Issue.record(
            "\(file.lastPathComponent):\(number + 1): \(finding.word): better \(finding.advice)")
        }
      }
    }
    #expect(read > 60)
  }

  /// Code and quotations name words, and do not use them.
  private static func withoutQuotations(_ line: Substring) -> String {
    // A block quotation is somebody else's sentence.
    if line.hasPrefix("> ") { return "" }
    return String(line).replacing(/`[^`]*`/, with: "").replacing(/“[^”]*”/, with: "")
      .replacing(/"[^"]*"/, with: "")
  }
}

import Foundation
import Testing

@testable import TerminalCore

@Suite struct KeyTableTests {
  @Test func noKeyHasTwoMeaningsOnAScreen() {
    for screen in KeyScreen.allCases {
      var seen: [Key: Command] = [:]
      for entry in KeyTable.entries(on: screen) {
        for key in entry.keys {
          let before = seen.updateValue(entry.command, forKey: key)
          #expect(before == nil, "\(key.name) on \(screen.rawValue)")
        }
      }
    }
  }

  @Test func everyCommandHasAKey() {
    for command in Command.allCases {
      #expect(KeyTable.entries.contains { $0.command == command }, "\(command.rawValue)")
    }
  }

  /// `make docs` writes the file; a stale one fails.
  @Test func theDocumentationIsOfThisTable() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/keys.md")
    if ProcessInfo.processInfo.environment["RECORD_DOCS"] != nil {
      try KeyTable.markdown.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded docs/keys.md")
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == KeyTable.markdown)
  }
}

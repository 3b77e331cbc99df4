import Foundation
import Testing

/// That nothing but an initialiser within the wall can leave a defence off: not the policy, not the
/// command line, not the environment.
struct DefencesTests {
  /// How `Defences` may be written about outside its own file: handed on, or as a default of all.
  private static let allowed = [
    #"^\s*(private |package )?(let|var) defences: Defences$"#,
    #"^\s*(private |package )?(let|var) defences: Defences = \.all$"#,
    #"^.*\bdefences: Defences = \.all\b.*$"#,
  ]

  @Test func noTargetBeyondDisclosureControlKnowsOfThem() throws {
    for target in try SourceTree.targets where target != "DisclosureControl" {
      for file in try SourceTree.files(of: target) {
        for (number, line) in file.lines.enumerated() {
          #expect(
            line.range(of: "defences", options: .caseInsensitive) == nil,
            "\(file.path):\(number + 1)")
        }
      }
    }
  }

  /// Within DisclosureControl every mention of the type is a parameter or a property whose default
  /// is all of them, and every argument hands on what was given.
  @Test func theyAreHandedOnAndNeverChosen() throws {
    var mentions = 0
    for file in try SourceTree.files(of: "DisclosureControl")
    where !file.path.hasSuffix("/Defences.swift") {
      for (number, line) in file.lines.enumerated() {
        let text = String(line)
        guard !text.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
        let place = "\(file.path):\(number + 1)"
        if text.range(of: #"\bDefences\b"#, options: .regularExpression) != nil {
          mentions += 1
          #expect(
            Self.allowed.contains { text.range(of: $0, options: .regularExpression) != nil },
            "\(place)")
          #expect(!text.contains("public"), "\(place)")
        }
        if let argument = text.range(
          of: #"\bdefences: (?!defences\b|Defences\b|self\.defences\b)"#,
          options: .regularExpression)
        {
          Issue.record("\(place): chooses \(text[argument.upperBound...])")
        }
        // Nor is a set of them changed once it is given.
        #expect(
          text.range(
            of: #"defences\.(remove|insert|subtract|form|update)|defences = (?!defences\b)"#,
            options: .regularExpression) == nil, "\(place)")
      }
    }
    #expect(mentions > 2)
  }

  /// No public declaration takes them: the initialisers that do are `package`.
  @Test func onlyDeclarationsOfThePackageTakeThem() throws {
    var takers = 0
    for file in try SourceTree.files(of: "DisclosureControl") {
      for (number, line) in file.lines.enumerated()
      where line.contains("defences: Defences = .all")
        && !line.contains(" let ") && !line.contains(" var ")
      {
        takers += 1
        let head = file.lines[...number].reversed().first {
          $0.contains("init(") || $0.contains("func ")
        }
        #expect(head?.contains("public") == false, "\(file.path):\(number + 1)")
      }
    }
    #expect(takers > 1)
  }

  /// What protects tables reads neither environment nor arguments.
  @Test(arguments: ["CohortModel", "QueryEngine", "DisclosureControl"])
  func protectionReadsNoEnvironment(target: String) throws {
    for file in try SourceTree.files(of: target) {
      for (number, line) in file.lines.enumerated() {
        #expect(
          line.range(
            of: #"\b(getenv|CommandLine|UserDefaults)\b|\.environment\b"#,
            options: .regularExpression) == nil, "\(file.path):\(number + 1)")
      }
    }
  }
}

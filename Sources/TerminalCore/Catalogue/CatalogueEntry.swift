import CohortModel
import Tables

/// One thing that the catalogue tells of: made of descriptors alone, so that it holds no count.
struct CatalogueEntry: Sendable {
  enum Section: CaseIterable, Sendable {
    case datasets
    case pilots
    case variables
    case outcomes
    case linkLevels
    case faults

    var title: Phrase {
      switch self {
      case .datasets: "Datasets"
      case .pilots: "Pilots"
      case .variables: "Variables"
      case .outcomes: "Outcomes"
      case .linkLevels: "Link levels"
      case .faults: "Known faults and limits"
      }
    }
  }

  enum Subject: Sendable {
    case dataset(String)
    case pilot(String)
    /// A variable or milestone by its name, and the pilots that have it.
    case variable(String, pilots: [String])
    case outcome(String, pilot: String)
    case linkLevel(LinkLevel)
    case fault
  }

  struct Item: Sendable {
    var code: String
    var label: String

    var text: String { label == code ? label : "\(label) (\(code))" }
  }

  var section: Section
  var subject: Subject
  /// As queries call it; empty where they do not.
  var name: String
  var label: String
  /// What else there is to say, a paragraph each.
  var about: [String]
  var codes: [Item] = []
  /// What is looked through, in lower case.
  private let text: String
  private let codeTexts: [String]

  init(
    _ section: Section, _ subject: Subject, name: String, label: String, about: [String],
    codes: [Item] = []
  ) {
    self.section = section
    self.subject = subject
    self.name = name
    self.label = label
    self.about = about.filter { !$0.isEmpty }
    self.codes = codes
    text = ([name, label] + about).joined(separator: "\n").lowercased()
    codeTexts = codes.map { "\($0.code) \($0.label)".lowercased() }
  }

  /// Whether every word stands in its name, label, description or codes.
  func holds(_ words: [String]) -> Bool {
    words.allSatisfy { word in
      text.contains(word) || codeTexts.contains { $0.contains(word) }
    }
  }

  /// The first code for which it is among what was found; nil where its own text says why.
  func foundCode(_ words: [String]) -> Item? {
    let others = words.filter { !text.contains($0) }
    guard !others.isEmpty else { return nil }
    let place =
      codeTexts.firstIndex { code in others.allSatisfy { code.contains($0) } }
      ?? codeTexts.firstIndex { code in others.contains { code.contains($0) } }
    return place.map { codes[$0] }
  }

  /// How well it answers to what was typed: 0 where its name or label is just that, 3 where only its
  /// description or codes hold it.
  func distance(from typed: String) -> Int {
    let names = [name.lowercased(), label.lowercased()]
    if names.contains(typed) { return 0 }
    if names.contains(where: { $0.hasPrefix(typed) }) { return 1 }
    return names.contains { $0.contains(typed) } ? 2 : 3
  }
}

import CohortModel
import Tables

/// A session as a text file that people read and edit, one command on a line, and that
/// `bold replay` runs again. `docs/formats.md` says what may stand in it.
public struct Recording: Hashable, Sendable {
  /// A line that does something, with its number in the file.
  public struct Step: Hashable, Sendable {
    public enum Action: Hashable, Sendable {
      case home
      case pilot(String)
      case query(CohortQuery)
      /// Its tables at all link levels.
      case levels(CohortQuery)
      /// How the table is looked at: `sort`, `sort-descending`, `percent`, `page`; nil takes it
      /// back.
      case setting(String, String?)
      case export(ExportRecord)
    }

    public var line: Int
    public var text: String
    public var action: Action
  }

  public var package: String?
  public var project: String?
  public var release: String?
  public private(set) var steps: [Step] = []

  private static let magic = "# bold recording 1"
  static let settingNames = ScreenPlace.settingNames.sorted()

  // MARK: Writing

  /// How a recording begins.
  static func heading(_ state: ExplorerState) -> [String] {
    var lines = [magic]
    lines.append("package \(KeptText.escaped(state.package.name))")
    if let session = state.catalogue.session {
      lines.append("project \(KeptText.escaped(session.project.id))")
    }
    lines.append("release \(KeptText.escaped(state.catalogue.release))")
    return lines
  }

  /// The commands of journal entries, after a view.
  static func lines(_ entries: [Journal.Entry], after view: ScreenPlace?) -> [String] {
    var before = view
    var lines: [String] = []
    for entry in entries {
      switch entry.event {
      case .export(let record): lines.append("export \(record.text)")
      case .view(let place):
        lines += commands(from: before, to: place)
        before = place
      }
    }
    return lines
  }

  /// What leads from one view to the next.
  private static func commands(from before: ScreenPlace?, to place: ScreenPlace) -> [String] {
    var lines: [String] = []
    var settings = before?.settings ?? [:]
    let isSame =
      before?.kind == place.kind && before?.query == place.query && before?.pilot == place.pilot
    if !isSame {
      settings = [:]
      if let query = place.query {
        let word = place.kind == .levels ? "levels" : "query"
        lines.append("\(word) \(KeptText.escaped(query.text))")
      } else if let pilot = place.pilot {
        lines.append("pilot \(KeptText.escaped(pilot))")
      } else {
        lines.append("home")
      }
    }
    // One way of sorting takes the place of the other.
    for name in settings.keys.sorted() where place.settings[name] == nil {
      if name.hasPrefix("sort"), place.settings.keys.contains(where: { $0.hasPrefix("sort") }) {
        continue
      }
      lines.append("\(name) none")
    }
    for (name, value) in place.settings.sorted(by: { $0.key < $1.key })
    where settings[name] != value {
      lines.append("\(name) \(value)")
    }
    return lines
  }

  // MARK: Reading

  /// Reads a recording.
  ///
  /// - Throws: the first line that cannot be read, and why.
  public init(text: String) throws(RecordingProblem) {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard let first = lines.first, Recording.trimmed(first) == Recording.magic else {
      throw RecordingProblem(line: 1, reason: "A recording begins with \(Recording.magic).")
    }
    for (number, line) in lines.enumerated().dropFirst() {
      let line = Recording.trimmed(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      try read(line, number: number + 1)
    }
  }

  private static func trimmed(_ line: Substring) -> String {
    var characters = line
    while let last = characters.last, last == " " || last == "\r" || last == "\t" {
      characters.removeLast()
    }
    return String(characters.drop { $0 == " " || $0 == "\t" })
  }

  private mutating func read(_ line: String, number: Int) throws(RecordingProblem) {
    let word = String(line.prefix { $0 != " " })
    let rest = line.dropFirst(word.count).drop { $0 == " " }
    func problem(_ reason: String) -> RecordingProblem {
      RecordingProblem(line: number, reason: reason)
    }
    guard let value = KeptText.read(rest) else {
      throw problem("A backslash stands before another one, or before u{…}.")
    }
    func add(_ action: Step.Action) { steps.append(Step(line: number, text: line, action: action)) }
    switch word {
    case "package": package = value
    case "project": project = value
    case "release": release = value
    case "home": add(.home)
    case "pilot": add(.pilot(value))
    case "query", "levels":
      do throws(QueryProblem) {
        let query = try CohortQuery(text: value)
        add(word == "levels" ? .levels(query) : .query(query))
      } catch {
        throw problem(error.description)
      }
    case "export":
      guard let record = ExportRecord(text: rest) else {
        throw problem("After export stands the name of a file, then sha256=… where it is known.")
      }
      add(.export(record))
    case _ where Recording.settingNames.contains(word):
      guard !value.isEmpty else { throw problem("\(word) needs a value, or none.") }
      add(.setting(word, value == "none" ? nil : value))
    default:
      throw problem(
        "\u{201C}\(word)\u{201D} is no command of a recording: home, pilot, query, levels, export, "
          + Recording.settingNames.joined(separator: ", ") + ".")
    }
  }
}

/// Why a recording cannot be read.
public struct RecordingProblem: Error, Hashable, Sendable {
  /// From 1.
  public var line: Int
  public var reason: String
}

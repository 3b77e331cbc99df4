import CohortModel
import Tables

/// A session as it is kept for the next start: queries, views, places of the cursor, commands. No
/// count, no row and no label of data is in it; tables are asked for again.
struct KeptSession: Hashable, Sendable {
  var release: String
  var time: TimeOfDay?
  var screens: [ScreenPlace] = []
  /// The nearest last.
  var past: [[ScreenPlace]] = []
  var marks: [Character: [ScreenPlace]] = [:]
  var journal: [Journal.Entry] = []

  private static let magic = "bold session 1"
  private static let mostSteps = 50
  private static let mostEntries = 500
  private static let mostScreens = 1000

  /// Nil where there is nothing to go on with.
  init?(_ state: ExplorerState) {
    guard state.screens.count > 1 || !state.past.isEmpty || !state.marks.isEmpty else { return nil }
    release = state.catalogue.release
    time = state.timeOfDay
    screens = Remembered.screens(state.screens).places
    past = state.past.suffix(KeptSession.mostSteps).map(\.places)
    marks = state.marks.mapValues(\.places)
    journal = state.journal.entries.suffix(KeptSession.mostEntries)
  }

  // MARK: Text

  func text(identity: SessionIdentity) -> String {
    var lines = [KeptSession.magic] + identity.lines + ["release \(KeptText.escaped(release))"]
    if let time { lines.append("time \(time.text)") }
    func add(_ heading: String, _ places: [ScreenPlace]) {
      lines.append(heading)
      lines += places.map { "  " + $0.text }
    }
    add("screens", screens)
    for step in past { add("past", step) }
    for (letter, places) in marks.sorted(by: { $0.key < $1.key }) { add("mark \(letter)", places) }
    for entry in journal {
      let time = entry.time?.text ?? "-"
      switch entry.event {
      case .view(let place): lines.append("looked \(time) \(place.text)")
      case .export(let record): lines.append("exported \(time) \(record.text)")
      }
    }
    return (lines + ["end"]).map { $0 + "\n" }.joined()
  }

  init(text: String, identity: SessionIdentity) throws(KeptTextProblem) {
    var lines = KeptLines(text)
    try lines.begin(KeptSession.magic, identity)
    release = try lines.value(of: "release")
    if lines.peek?.hasPrefix("time ") ?? false {
      guard let time = TimeOfDay(text: try lines.value(of: "time")) else { throw lines.problem }
      self.time = time
    }
    guard lines.next() == "screens" else { throw lines.problem }
    screens = try KeptSession.places(&lines)
    var isAtEnd = false
    while let line = lines.next() {
      guard !isAtEnd else { throw lines.problem }
      if line == "end" {
        isAtEnd = true
      } else if line == "past" {
        past.append(try KeptSession.places(&lines))
      } else if line.hasPrefix("mark "), let letter = line.dropFirst(5).first,
        line.count == 6, letter.isASCII, letter.isLetter
      {
        marks[letter] = try KeptSession.places(&lines)
      } else if let entry = KeptSession.entry(line) {
        journal.append(entry)
      } else {
        throw lines.problem
      }
    }
    guard isAtEnd, !screens.isEmpty else { throw lines.problem }
  }

  private static func places(_ lines: inout KeptLines) throws(KeptTextProblem) -> [ScreenPlace] {
    var places: [ScreenPlace] = []
    while let line = lines.peek, line.hasPrefix("  ") {
      _ = lines.next()
      guard let place = ScreenPlace(text: String(line.dropFirst(2))), places.count < mostScreens
      else { throw lines.problem }
      places.append(place)
    }
    return places
  }

  private static func entry(_ line: Substring) -> Journal.Entry? {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count == 3 else { return nil }
    let time = TimeOfDay(text: parts[1])
    guard time != nil || parts[1] == "-" else { return nil }
    switch parts[0] {
    case "looked":
      return ScreenPlace(text: String(parts[2])).map { Journal.Entry(time: time, event: .view($0)) }
    case "exported":
      return ExportRecord(text: parts[2]).map { Journal.Entry(time: time, event: .export($0)) }
    default: return nil
    }
  }
}

import CohortModel
import Tables

/// What was looked at and taken away in this session.
struct LogScreen: Sendable {
  var place = DocumentPlace()
}

extension ExplorerState {
  /// The entries of the log that can be opened or read, in the order of the screen.
  var logEntries: [Journal.Entry] { journal.entries }
}

extension Document {
  static func log(
    _ state: ExplorerState, width: Int, style: Style, language: Language
  ) -> Document {
    var document = Document(width: width, style: style, language: language)
    document.add(Span("Looked at and taken away in this session", .heading))
    document.paragraph(
      """
      Times, questions and files; no figure is kept. \
      \(state.keys.name(of: .open, on: .log), "key") opens a view again.
      """, indent: 0, role: .dim)
    document.blank()
    if state.logEntries.isEmpty { document.paragraph("Nothing yet.", indent: 0) }
    for entry in state.logEntries {
      let time = Span(verbatim: (entry.time?.text ?? "     ") + "  ", .dim)
      switch entry.event {
      case .view(let place):
        document.add(time, Span(verbatim: state.title(of: place)), isFocusable: true, name: 1)
        if let query = place.query { document.paragraph(query.text, indent: 7, role: .dim) }
        let settings = place.settingsInWords.map { language.say($0) }.joined(separator: "; ")
        if !settings.isEmpty { document.paragraph(settings, indent: 7, role: .dim) }
      case .export(let record):
        document.add(
          time, Span("Exported: \(record.path, "file")", .heading), isFocusable: true, name: 1)
        if let hash = record.hash { document.paragraph("sha256 \(hash)", indent: 7, role: .dim) }
      }
    }
    return document
  }
}

extension ScreenPlace {
  /// How the table was looked at.
  fileprivate var settingsInWords: [Phrase] {
    settings.sorted { $0.key < $1.key }.map { name, value in
      switch name {
      case "percent": Phrase(english: "% of \(value)")
      case "kind": ChartKind(rawValue: value)?.title ?? Phrase(verbatim: value)
      case "sort": "sorted by column \(value, "number"), lowest first"
      case "sort-descending": "sorted by column \(value, "number"), highest first"
      default: "\(name) \(value)"
      }
    }
  }
}

extension Step {
  mutating func showLog() {
    cancelPending()
    remember()
    state.screens.append(.log(LogScreen()))
    move(.last)
  }

  /// Opens the focused view again, or says what is known of an export.
  mutating func openLogEntry(_ screen: LogScreen) {
    let entries = state.logEntries
    guard entries.indices.contains(screen.place.focus) else {
      state.message = .note("Nothing was looked at yet.")
      return
    }
    switch entries[screen.place.focus].event {
    case .view(let place): open(place)
    case .export: state.message = .note("A file that was written: the view before it opens again.")
    }
  }
}

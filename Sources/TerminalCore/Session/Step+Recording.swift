import CohortModel
import Tables

/// Where the commands of a session are written while it goes on.
struct RecordingPlace: Hashable, Sendable {
  var path: String
  /// How many entries of the journal, and which view, stand in the file.
  var written: Int
  var view: ScreenPlace?
}

/// Commands to add to a file.
public struct RecordingLines: Hashable, Sendable {
  public var path: String
  /// The file is made; where there is one, nothing is written.
  public var isNew: Bool
  public var text: String
}

extension Step {
  /// Writes the session's commands so far to a file, and those that follow as they come. Without a
  /// name the recording ends.
  mutating func record(to path: String) {
    guard !path.isEmpty else {
      let ended = state.recording?.path
      state.recording = nil
      state.message = .note(
        ended.map { "The recording ends here: \($0, "file")" }
          ?? ":record FILE records this session.")
      return
    }
    guard !path.hasSuffix("/"), !path.utf8.contains(0) else {
      state.message = .problem("A recording needs the name of a file.")
      return
    }
    let journal = state.journal
    state.recording = RecordingPlace(
      path: path, written: journal.count, view: journal.lastView)
    let lines = Recording.heading(state) + Recording.lines(journal.entries, after: nil)
    effects.append(.record(RecordingLines(path: path, isNew: true, text: Step.text(lines))))
  }

  mutating func continueRecording() {
    guard var recording = state.recording else { return }
    let journal = state.journal
    let new = Array(journal.entries.suffix(max(0, journal.count - recording.written)))
    let lines = Recording.lines(new, after: recording.view)
    recording.written = journal.count
    recording.view = journal.lastView
    state.recording = recording
    guard !lines.isEmpty else { return }
    effects.append(
      .record(RecordingLines(path: recording.path, isNew: false, text: Step.text(lines))))
  }

  /// The answer to `Effect.record`.
  mutating func recorded(_ lines: RecordingLines, _ problem: String?) {
    guard state.recording?.path == lines.path else { return }
    if let problem {
      state.recording = nil
      state.message = .problem("Not recorded: \(problem, "reason")")
    } else if lines.isNew {
      state.message = .note("Recording this session: \(lines.path, "file")")
    }
  }

  private static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}

import CNcurses
import CTerminalShim
import CohortModel
import Glibc
import Tables
import TerminalCore

/// The explorer as lines of text: a command a line from standard input, what has changed as lines on
/// standard output, and no escape sequence. For screen readers, scripts and terminals that cannot move
/// their cursor. What is asked for is waited for, so that a script's output does not depend on time.
///
/// The session is kept as the screen keeps it, in the same file, after every line: whatever ends the
/// program but `quit`, the end of the input included, the next start offers to go on.
public enum PlainExplorer {
  /// Runs until the input ends or `quit` is typed.
  ///
  /// - Returns: 0; 1 where the service does not answer; 2 where nothing can be written.
  public static func run(
    service: any TableService, exporter: any TableWriting, options: ExplorerOptions = .init()
  ) -> Int32 {
    bold_memory_guard()
    setlocale(LC_ALL, "")
    let isUTF8 = String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
    let style: Style = isUTF8 && !options.isASCII ? .unicode : .ascii
    let catalogue: Catalogue
    do throws(ServiceError) {
      catalogue = try service.catalogue()
    } catch {
      Explorer.complain(Explorer.reason(error))
      return 1
    }
    let (folder, memory) = StateFolder.open(options, catalogue)
    let work = EffectWork(service: service, exporter: exporter, folder: folder)
    var keeping = SessionKeeping(folder: folder)
    var (state, effects) = ExplorerState.start(
      catalogue, size: PlainText.size, today: .today, language: options.languageInForce,
      keys: options.keys, canCopy: false, isLineMode: true, store: options.store, memory: memory)
    let text = PlainText(style: style, form: options.plainTable)
    var next = settle(&state, effects, work)
    // Whoever types is told long answers in parts; a script gets them whole, behind its own lines.
    let isAsked = isatty(STDIN_FILENO) == 1
    var parts = PlainParts(language: state.language)
    func shown(_ answer: PlainAnswer) -> [String] { isAsked ? parts.begin(answer) : answer.lines }
    guard say(shown(text.answer(of: state))) else { return 2 }
    while next != .leave {
      if isAsked, !write("> ") { return 2 }
      guard let line = readLine() else {
        // What the shell says next begins a line of its own.
        return !isAsked || say([""] + text.farewell(to: state)) ? 0 : 2
      }
      if !isAsked, !say(["> " + SafeText.shown(line)]) { return 2 }
      if let more = parts.answer(to: line) {
        if !say(more) { return 2 }
        continue
      }
      let before = state
      state = update(state, .time(SessionKeeping.timeOfDay())).0
      (state, effects) = update(state, .line(line))
      next = settle(&state, effects, work)
      if next == .leave {
        keeping.end(state)
      } else {
        keeping.keepAtOnce(state)
        let answer =
          next == .repeat ? text.answer(of: state) : text.answer(from: before, to: state)
        if !say(shown(answer)) { return 2 }
      }
    }
    return 0
  }

  /// What follows a line.
  private enum Next {
    case answer
    /// All of what is shown is said again.
    case `repeat`
    case leave
  }

  /// Does everything that was asked for, and what that asks for.
  private static func settle(
    _ state: inout ExplorerState, _ effects: [Effect], _ work: EffectWork
  ) -> Next {
    var next = Next.answer
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      if effect == .quit { return .leave }
      if effect == .repaint { next = .repeat }
      guard let input = work.answer(to: effect) else { continue }
      let more: [Effect]
      (state, more) = update(state, input)
      waiting += more
    }
    return next
  }

  private static func say(_ lines: [String]) -> Bool {
    write(lines.map { $0 + "\n" }.joined())
  }

  private static func write(_ text: String) -> Bool {
    WholeWrite.send(Array(text.utf8), to: STDOUT_FILENO) == 0
  }
}

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
    var isLeaving = settle(&state, effects, work)
    guard say(text.lines(of: state)) else { return 2 }
    let isAsked = isatty(STDIN_FILENO) == 1
    while !isLeaving {
      if isAsked, !write("> ") { return 2 }
      guard let line = readLine() else {
        // What the shell says next begins a line of its own.
        return !isAsked || say([""] + text.farewell(to: state)) ? 0 : 2
      }
      let before = state
      state = update(state, .time(SessionKeeping.timeOfDay())).0
      (state, effects) = update(state, .line(line))
      isLeaving = settle(&state, effects, work)
      if isLeaving {
        folder?.forget()
      } else {
        keeping.keepAtOnce(state)
        if !say(text.reply(from: before, to: state)) { return 2 }
      }
    }
    return 0
  }

  /// Does everything that was asked for, and what that asks for. True where the explorer is left.
  private static func settle(
    _ state: inout ExplorerState, _ effects: [Effect], _ work: EffectWork
  ) -> Bool {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      if effect == .quit { return true }
      guard let input = work.answer(to: effect) else { continue }
      let more: [Effect]
      (state, more) = update(state, input)
      waiting += more
    }
    return false
  }

  private static func say(_ lines: [String]) -> Bool {
    write(lines.map { $0 + "\n" }.joined())
  }

  private static func write(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}

import CNcurses
import CTerminalShim
import Glibc
import Tables
import TerminalCore

/// The terminal while the explorer has it: opened by `init`, given back by `close`.
struct Screen: ~Copyable {
  private let handle: OpaquePointer
  private let palette: Palette
  private var shown: Frame?
  private let hasMouse: Bool
  private(set) var size: Size
  let style: Style

  /// Asks the terminal database whether a screen can be drawn, before anything is written.
  static func check() throws(TerminalProblem) -> String {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let pointer = getenv("TERM") else { throw .noTerm }
    let name = String(cString: pointer)
    guard !name.isEmpty else { throw .noTerm }
    var status: Int32 = 0
    guard setupterm(name, STDOUT_FILENO, &status) == OK, status == 1 else { throw .unknown(name) }
    guard Screen.capability("cup") != nil else { throw .cannotMoveCursor(name) }
    return name
  }

  init(term: String, options: ExplorerOptions) throws(TerminalProblem) {
    setlocale(LC_ALL, "")
    let isUTF8 = String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
    style = isUTF8 && !options.isASCII ? .unicode : .ascii
    bold_rescue_arm(STDOUT_FILENO)
    guard let opened = bold_newterm(term) else {
      bold_rescue_disarm()
      throw .notOpened(term)
    }
    handle = opened
    CNcurses.raw()
    noecho()
    nonl()
    let window = bold_stdscr()
    keypad(window, true)
    nodelay(window, true)
    idlok(window, true)
    set_escdelay(50)
    define_key("\u{1B}[200~", KeyReader.pasteBegin)
    define_key("\u{1B}[201~", KeyReader.pasteEnd)
    let noColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    palette = Palette(hasColour: options.hasColour && !noColour, theme: Screen.theme(options))
    hasMouse = options.hasMouse
    if options.hasMouse {
      mousemask(bold_mouse_mask(), nil)
      mouseinterval(0)
    }
    size = Size(rows: 24, columns: 80)
    curs_set(1)
    Screen.write(Screen.pasteOn)
    measure()
  }

  /// Asks the terminal for its size and fits the screen to it.
  mutating func measure() {
    var rows: Int32 = 24
    var columns: Int32 = 80
    if bold_terminal_size(STDOUT_FILENO, &rows, &columns) == 0 {
      resize_term(rows, columns)
    }
    size = Size(rows: Int(rows), columns: Int(columns))
    let sequence = (hasMouse ? Screen.mouseOff : "") + Screen.restoring(rows: rows)
    bold_rescue_sequence(sequence, sequence.utf8.count)
    forget()
  }

  /// What stands on the terminal is not known: the next frame is drawn whole.
  mutating func forget() {
    shown = nil
    clearok(bold_curscr(), true)
  }

  /// Draws what a frame has that the one before had not.
  mutating func draw(_ frame: Frame) {
    guard frame.size == size else { return }
    let before = shown?.size == frame.size ? shown : nil
    if before == nil { werase(bold_stdscr()) }
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[row, column]
        if let before, before[row, column] == cell { continue }
        put(cell, row: Int32(row), column: Int32(column), of: frame)
      }
    }
    wmove(bold_stdscr(), Int32(frame.cursor.row), Int32(frame.cursor.column))
    wrefresh(bold_stdscr())
    shown = frame
  }

  private func put(_ cell: FrameCell, row: Int32, column: Int32, of frame: Frame) {
    let look = palette.look(of: cell.role)
    // The second column of a wide character is drawn with its first.
    guard let first = cell.text.unicodeScalars.first else { return }
    var text = cell.text.unicodeScalars.map { wchar_t($0.value) }
    text.append(0)
    let isKnown =
      first.isASCII || bold_wcwidth(wchar_t(first.value)) == Int32(DisplayWidth.of(first))
    if isKnown, bold_put(row, column, text, look.attributes, look.pair) != ERR { return }
    if row == Int32(frame.size.rows - 1), column == Int32(frame.size.columns - 1) { return }
    // This C library does not know the character, or takes it for wider or narrower.
    for offset in 0..<DisplayWidth.of(first) {
      _ = bold_put(row, column + Int32(offset), [0x3F, 0], look.attributes, look.pair)
    }
  }

  /// Leaves the screen for a shell, and comes back by `resume`.
  func suspend() {
    Screen.write(Screen.pasteOff)
    endwin()
    Screen.leaveLine()
    bold_rescue_discipline()
  }

  mutating func resume() {
    wrefresh(bold_stdscr())
    Screen.write(Screen.pasteOn)
    measure()
  }

  /// Gives the terminal back as it was.
  consuming func close() {
    Screen.write(Screen.pasteOff)
    endwin()
    Screen.leaveLine()
    delscreen(handle)
    bold_rescue_discipline()
    bold_rescue_disarm()
  }

  /// A terminal without a screen of its own for programs keeps what was drawn: the next line is the
  /// shell's.
  private static func leaveLine() {
    if capability("rmcup") == nil { write("\r\n") }
  }

  // MARK: Sequences

  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// Gives a text to the terminal's clipboard (OSC 52). It is written only: what the clipboard holds
  /// is never asked for.
  func copy(_ text: String) {
    Screen.write("\u{1B}]52;c;\(Base64.text(of: Array(text.utf8)))\u{07}")
  }

  private static func theme(_ options: ExplorerOptions) -> Theme {
    guard options.theme == .auto, let value = getenv("COLORFGBG") else { return options.theme }
    return Theme(colourVariable: String(cString: value))
  }

  private static func write(_ text: String) {
    bold_write(text)
  }

  private static func capability(_ name: String) -> String? {
    guard let pointer = tigetstr(name), Int(bitPattern: pointer) != -1 else { return nil }
    return String(cString: pointer)
  }

  /// What leaves every mode that ncurses and this screen switch on, without the delays that
  /// terminals of today do not need.
  private static func restoring(rows: Int32) -> String {
    var text = pasteOff
    if let region = bold_whole_region(rows) { text += withoutDelays(String(cString: region)) }
    for name in ["sgr0", "op", "cnorm", "rmir", "rmkx", "rmcup"] {
      text += capability(name).map(withoutDelays) ?? ""
    }
    return text + "\r\n"
  }

  private static func withoutDelays(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "$") {
      result += rest[..<start]
      guard rest[start...].hasPrefix("$<"), let end = rest[start...].firstIndex(of: ">") else {
        return result + rest[start...]
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

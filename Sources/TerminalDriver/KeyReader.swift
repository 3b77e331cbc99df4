import CNcurses
import TerminalCore

/// Keys as ncurses gives them.
enum KeyReader {
  static let pasteBegin: Int32 = KEY_MAX + 1
  static let pasteEnd: Int32 = KEY_MAX + 2

  /// Every key that has come, up to a limit, so that a flood cannot keep the screen from being
  /// drawn.
  static func readAll(limit: Int = 4096) -> [Input] {
    var inputs: [Input] = []
    while inputs.count < limit, let input = read() { inputs.append(input) }
    return inputs
  }

  private static func read() -> Input? {
    var value: wint_t = 0
    switch wget_wch(bold_stdscr(), &value) {
    case ERR: return nil
    case KEY_CODE_YES:
      if Int32(bitPattern: value) == pasteBegin { return .paste(readPaste()) }
      if Int32(bitPattern: value) == KEY_MOUSE { return mouse() }
      return .key(key(code: Int32(bitPattern: value)))
    default:
      if value == 27 { return .key(afterEscape()) }
      return .key(key(character: value))
    }
  }

  private static func mouse() -> Input {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return .key(.other("This key")) }
    let place = Position(row: Int(event.y), column: Int(event.x))
    if bold_mouse_scrolls_up(event.bstate) { return .mouse(.scrollUp(place)) }
    if bold_mouse_scrolls_down(event.bstate) { return .mouse(.scrollDown(place)) }
    return .mouse(.click(place))
  }

  /// Esc, or a sequence that the terminal database does not know: taken whole, so that its letters
  /// are not taken for keys.
  private static func afterEscape() -> Key {
    guard let next = readCharacter() else { return .escape }
    switch next {
    case 0x5B:
      var isPlain = true
      while let value = readCharacter() {
        if (0x40...0x7E).contains(value) {
          return isPlain ? cursorKey(value) : .other("This key")
        }
        isPlain = false
      }
      return .other("This key")
    case 0x4F: return readCharacter().map(cursorKey) ?? .other("This key")
    default:
      unget_wch(wchar_t(bitPattern: next))
      return .escape
    }
  }

  /// Keys that some terminals send in the other of their two modes.
  private static func cursorKey(_ final: wint_t) -> Key {
    switch final {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    default: .other("This key")
    }
  }

  private static func readCharacter() -> wint_t? {
    var value: wint_t = 0
    return wget_wch(bold_stdscr(), &value) == OK ? value : nil
  }

  private static func readPaste() -> String {
    var text = ""
    var silent = 0
    // The end may come in a later packet, but is not waited for longer than a second.
    while text.utf8.count < 65_536, silent < 20 {
      var value: wint_t = 0
      switch wget_wch(bold_stdscr(), &value) {
      case ERR:
        silent += 1
        napms(50)
      case KEY_CODE_YES:
        if Int32(bitPattern: value) == pasteEnd { return text }
      default:
        silent = 0
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }

  private static func key(character value: wint_t) -> Key {
    switch value {
    case 10, 13: return .enter
    case 9: return .tab
    case 8, 127: return .backspace
    case 1...26:
      return .control(Character(Unicode.Scalar(UInt8(value) + 96)))
    default:
      guard value >= 32, let scalar = Unicode.Scalar(value) else { return .other("This key") }
      return .character(Character(scalar))
    }
  }

  private static func key(code: Int32) -> Key {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_ENTER: .enter
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_BTAB: .backTab
    default: .other("This key")
    }
  }
}

/// What a key does. The raw value is the name by which the command line knows it.
public enum Command: String, CaseIterable, Sendable {
  case up, down, left, right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case lineStart = "line-start"
  case lineEnd = "line-end"
  case open
  case back
  case leave = "quit"
  case help
  case keyMenu = "keys"
  case commandLine = "command"
  case repaint
  case suspend
  case undo, redo

  case rows, columns, pages
  case swap
  case filter
  case percent
  case linkLevel = "link"
  case measure
  case why
  case coarser
  case nextPage = "next-page"
  case previousPage = "previous-page"
  case deeper, shallower
  case fold
  case recode
  case levels = "link-levels"
  case sortAscending = "sort"
  case sortDescending = "sort-descending"
  case find
  case findNext = "find-next"
  case findPrevious = "find-previous"
  case export
  case definition
  case catalogue
  case tour
  case copy
  case copyTable = "copy-table"
  case mark
  case goToMark = "go-to-mark"
  case chart
  case chartBefore = "chart-before"
  case log, views
  // In menus, in lines being typed, and where a file is named.
  case accept, cancel, tick

  /// Those of menus, lines being typed and the naming of a file: they are no commands to be typed.
  static let ofMenus: [Command] = [.accept, .cancel, .tick]

  /// Those that can be typed by their names.
  public static var typed: [Command] { allCases.filter { !ofMenus.contains($0) } }

  /// Moves among columns, or groups side by side.
  var isSideways: Bool {
    switch self {
    case .left, .right, .lineStart, .lineEnd: true
    default: false
    }
  }

  /// Known without being looked up: the menu of keys leaves it out.
  var isMovement: Bool {
    switch self {
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .lineStart, .lineEnd: true
    default: false
    }
  }
}

/// Where a key works.
public enum KeyScreen: String, CaseIterable, Sendable {
  case home = "Home"
  case pilot = "Pilot"
  case pathway = "Pathway"
  case table = "Table"
  case chart = "Chart"
  case levels = "Link levels"
  case export = "Export"
  case catalogue = "Catalogue"
  case log = "Log"
  case reader = "Help and texts"
  case tour = "Tour"
  /// Menus and lines being typed, where characters are text.
  case menu = "Menus and lines"
}

/// A line of the key table.
public struct KeyEntry: Sendable {
  public let keys: [Key]
  /// Empty: every screen.
  public let screens: [KeyScreen]
  public let command: Command
  /// What it does, for the help screen and the documentation.
  public let help: String

  init(_ keys: [Key], on screens: [KeyScreen] = [], _ command: Command, _ help: String) {
    self.keys = keys
    self.screens = screens
    self.command = command
    self.help = help
  }

  /// The same with other keys.
  func with(_ keys: [Key]) -> KeyEntry { KeyEntry(keys, on: screens, command, help) }

  /// What works on every screen does not work where characters are text.
  func works(on screen: KeyScreen) -> Bool {
    screens.isEmpty ? screen != .menu : screens.contains(screen)
  }
}

/// Every key of the explorer as it is where nobody has changed it (`KeyBindings`). Keys are handled, help is shown and `docs/keys.md` is written from
/// this one table.
public enum KeyTable {
  public static let entries: [KeyEntry] = [
    KeyEntry([.up, .character("k")], .up, "Up"),
    KeyEntry([.down, .character("j")], .down, "Down"),
    KeyEntry([.left, .character("h")], on: [.pathway, .table, .levels, .chart], .left, "Left"),
    KeyEntry(
      [.right], on: [.pathway, .table, .levels], .right, "Right"),
    KeyEntry([.right, .character("l")], on: [.chart], .right, "Right"),
    KeyEntry([.pageUp, .control("b")], .pageUp, "A screen up"),
    KeyEntry([.pageDown, .control("f")], .pageDown, "A screen down"),
    KeyEntry([.character("g")], .first, "To the first line"),
    KeyEntry([.character("G")], .last, "To the last line"),
    KeyEntry(
      [.home, .character("0")], on: [.table, .levels, .chart], .lineStart, "To the first column"),
    KeyEntry(
      [.end, .character("$")], on: [.table, .levels, .chart], .lineEnd, "To the last column"),
    KeyEntry([.character("0")], on: [.pathway], .lineStart, "To the first group"),
    KeyEntry([.character("$")], on: [.pathway], .lineEnd, "To the last group"),
    KeyEntry(
      [.home], on: [.home, .pilot, .pathway, .catalogue, .log, .reader], .first, "To the first line"
    ),
    KeyEntry(
      [.end], on: [.home, .pilot, .pathway, .catalogue, .log, .reader], .last, "To the last line"),

    KeyEntry([.enter], on: [.home], .open, "Open this pilot, saved view or view looked at lately"),
    KeyEntry([.enter], on: [.pilot], .open, "Open its pathway"),
    KeyEntry([.enter], on: [.pathway], .open, "Break this stage or ending down by a variable"),
    KeyEntry([.enter], on: [.table], .open, "Drill into this cell: break it down by a variable"),
    KeyEntry([.enter], on: [.export], .accept, "Write the file"),
    KeyEntry(
      [.enter], on: [.catalogue], .open,
      "Open it; a variable becomes the rows of a table, an outcome its share"),
    KeyEntry([.enter], on: [.log], .open, "Open this view again"),
    KeyEntry([.enter], on: [.reader], .back, "Close"),
    KeyEntry([.enter, .right], on: [.tour], .nextPage, "Next page; leaves after the last"),
    KeyEntry([.left], on: [.tour], .previousPage, "The page before"),

    KeyEntry([.character("r")], on: [.table], .rows, "Choose the rows"),
    KeyEntry(
      [.character("c")], on: [.pathway], .columns,
      "Side by side: the codes of a variable, or two groups"),
    KeyEntry([.character("c")], on: [.table], .columns, "Choose the columns"),
    KeyEntry([.character("p")], on: [.table], .pages, "Choose the pages"),
    KeyEntry([.character("x")], on: [.table], .swap, "Swap rows and columns"),
    KeyEntry([.character("f")], on: [.pathway, .table], .filter, "Filter, or take a filter away"),
    KeyEntry(
      [.character("%")], on: [.table, .chart], .percent,
      "Counts, then shares of row, column and total"),
    KeyEntry([.character("l")], on: [.pathway, .table], .linkLevel, "Choose the link level"),
    KeyEntry(
      [.character("o")], on: [.table], .measure,
      "Choose the measure: persons, events, share, median"),
    KeyEntry(
      [.character("L")], on: [.pathway, .table], .levels,
      "How much this table depends on the link level"),
    KeyEntry(
      [.character("R")], on: [.table], .recode, "Recode: put codes of a variable together"),
    KeyEntry([.character("v")], on: [.pathway, .table], .chart, "Draw as a chart"),
    KeyEntry([.character("v")], on: [.chart], .chart, "Next kind of chart"),
    KeyEntry([.character("V")], on: [.chart], .chartBefore, "Kind of chart before"),
    KeyEntry(
      [.character("w")], on: [.pathway, .table, .levels, .chart], .why, "What the sign means"),
    KeyEntry([.character("W")], on: [.table, .levels], .coarser, "Coarser tables that show more"),
    KeyEntry(
      [.character("d")], on: [.table, .levels, .chart], .definition,
      "Definitions, legend and certificate"),
    KeyEntry(
      [.character("d")], on: [.home, .pilot, .pathway], .definition,
      "Definition cards of this pilot's outcomes"),
    KeyEntry([.character("d")], on: [.catalogue], .definition, "All there is to say of this entry"),
    KeyEntry(
      [.character("]")], on: [.table, .levels, .chart], .nextPage, "Next page of the table"),
    KeyEntry(
      [.character("[")], on: [.table, .levels, .chart], .previousPage, "Previous page of the table"),
    KeyEntry([.character("+")], on: [.table], .deeper, "Rows: one more level of the hierarchy"),
    KeyEntry([.character("-")], on: [.table], .shallower, "Rows: one level less"),
    KeyEntry(
      [.character("z")], on: [.table], .fold, "Open or close what stands below this row"),
    KeyEntry(
      [.character("s")], on: [.table], .sortAscending, "Sort rows by shown values, lowest first"),
    KeyEntry(
      [.character("S")], on: [.table], .sortDescending, "Sort rows by shown values, highest first"),
    KeyEntry(
      [.character("/")], on: [.catalogue], .find, "Find: narrows the catalogue while you type"),
    KeyEntry(
      [.character("/")], on: [.home, .pilot, .pathway, .table, .levels, .chart, .log, .reader],
      .find,
      "Find a text"),
    KeyEntry(
      [.character("n")], on: [.home, .pilot, .pathway, .table, .levels, .chart, .log, .reader],
      .findNext, "Find next"),
    KeyEntry(
      [.character("N")], on: [.home, .pilot, .pathway, .table, .levels, .chart, .log, .reader],
      .findPrevious, "Find previous"),
    KeyEntry(
      [.character("e")], on: [.pathway, .table, .levels, .chart], .export, "Export this table"),

    KeyEntry(
      [.character("m")], on: [.home, .pilot, .pathway, .table, .levels, .chart], .mark,
      "Mark this place under a letter"),
    KeyEntry(
      [.character("'")], on: [.home, .pilot, .pathway, .table, .levels, .chart], .goToMark,
      "Go to a mark; the same key again goes back"),
    KeyEntry(
      [.character("C")], .catalogue, "Catalogue: datasets, variables, codes, outcomes, faults"),
    KeyEntry([.character("T")], .tour, "Tour of the explorer, in five pages"),
    KeyEntry(
      [.character("b")], on: [.home, .pilot, .pathway, .table, .levels, .chart, .log], .views,
      "Saved views (:save NAME saves one)"),
    KeyEntry(
      [.character("H")], on: [.home, .pilot, .pathway, .table, .levels, .chart], .log,
      "What was looked at and exported in this session"),
    KeyEntry(
      [.character("y")], on: [.pathway, .table, .levels, .chart], .copy, "Copy the focused figure"),
    KeyEntry(
      [.character("Y")], on: [.pathway, .table, .levels, .chart], .copyTable,
      "Copy the table as shown"),

    KeyEntry([.up, .control("p")], on: [.menu], .up, "Up"),
    KeyEntry([.down, .control("n")], on: [.menu], .down, "Down"),
    KeyEntry([.pageUp], on: [.menu], .pageUp, "A screen up"),
    KeyEntry([.pageDown], on: [.menu], .pageDown, "A screen down"),
    KeyEntry([.home], on: [.menu], .first, "To the first line"),
    KeyEntry([.end], on: [.menu], .last, "To the last line"),
    KeyEntry([.enter], on: [.menu], .accept, "Choose; accept the line; write the file"),
    KeyEntry([.escape], on: [.menu], .cancel, "Close without a choice or a change"),
    KeyEntry(
      [.tab], on: [.menu], .tick, "Mark or unmark, where several can be chosen; complete a word"),

    KeyEntry([.character("u")], .undo, "Undo any change of the view"),
    KeyEntry([.control("r")], .redo, "Redo"),
    KeyEntry(
      [.character(":")], .commandLine, "Type a query or a command, completed and recalled"),
    KeyEntry([.character(" ")], .keyMenu, "Menu of the keys that work here"),
    KeyEntry([.character("?")], .help, "Help for this view"),
    KeyEntry(
      [.escape, .backspace, .character("q"), .control("c")], .back,
      "Back; first stops what is being fetched"),
    KeyEntry([.character("Q")], .leave, "Leave"),
    KeyEntry([.control("l")], .repaint, "Draw the screen again"),
    KeyEntry([.control("z")], .suspend, "Suspend"),
  ]

  static func command(for key: Key, on screen: KeyScreen) -> Command? {
    KeyBindings.standard.command(for: key, on: screen)
  }

  static func entries(on screen: KeyScreen) -> [KeyEntry] {
    entries.filter { $0.works(on: screen) }
  }

  static func names(of entry: KeyEntry) -> String {
    entry.keys.map(\.name).joined(separator: " ")
  }
}

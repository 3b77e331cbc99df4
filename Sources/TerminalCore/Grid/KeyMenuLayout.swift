/// The keys of a screen in columns, no help text cut: one that is too long goes on below. What the
/// window has no room for stands on further pages.
struct KeyMenuLayout: Sendable {
  struct Item: Sendable {
    /// Below the first line of the menu, and from the left.
    var row: Int
    var column: Int
    var key: String
    var lines: [String]
  }

  let pages: [[Item]]
  /// Lines of the menu.
  let height: Int
  /// Where texts begin, from their item's column.
  let textColumn: Int

  private static let narrowestColumn = 38

  init(
    _ screen: KeyScreen, _ keys: KeyBindings = .standard, size: Size, style: Style,
    language: Language
  ) {
    let entries = keys.entries(on: screen).filter { !$0.command.isMovement }
    let names = entries.map { $0.keys[0].name }
    textColumn = min(12, (names.map { style.width(of: $0) }.max() ?? 0) + 2)
    let columnCount = max(1, (size.columns - 2) / KeyMenuLayout.narrowestColumn)
    let columnWidth = (size.columns - 2) / columnCount
    let room = columnWidth - textColumn - 1
    let texts = entries.map { style.wrapped(language.say(Phrase(english: $0.help)), to: room) }
    let most = max(1, size.rows - 5)

    /// The places of all items on pages of columns of `height` lines.
    func placed(height: Int) -> [[Item]] {
      var pages: [[Item]] = [[]]
      var (row, column) = (0, 0)
      for (key, lines) in zip(names, texts) {
        let lines = Array(lines.prefix(height))
        if row + lines.count > height {
          row = 0
          column += 1
        }
        if column == columnCount {
          pages.append([])
          column = 0
        }
        pages[pages.count - 1].append(
          Item(row: row, column: 1 + column * columnWidth, key: key, lines: lines))
        row += lines.count
      }
      return pages
    }
    // As low as it can be on one page.
    let least = (1...most).first { placed(height: $0).count == 1 } ?? most
    height = least
    pages = placed(height: least)
  }
}

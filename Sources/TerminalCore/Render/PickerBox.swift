/// Where a menu stands on a screen, and what it shows.
struct PickerBox {
  let top = 2
  let left: Int
  let width: Int
  let title: String
  /// Lines of items.
  let height: Int
  let items: PickerLines
  /// The first item shown.
  let first: Int

  init(
    _ picker: Picker, size: Size, style: Style, language: Language, keys: KeyBindings
  ) {
    let longest = picker.items.map { style.width(of: $0.label) + 2 * max(0, $0.depth - 1) }.max()
    let details = picker.items.map { style.width(of: $0.detail) }.max() ?? 0
    let wanted = (longest ?? 0) + (details > 0 ? details + 2 : 0) + 6
    title = language.say(picker.heading(keys))
    width = min(size.columns - 4, max(wanted, style.width(of: title) + 6, 36))
    let all = PickerLines(picker.items, width: width, details: details, style: style)
    height = min(size.rows - 7, max(1, picker.items.indices.reduce(0) { $0 + all.height($1) }))
    left = max(0, (size.columns - width) / 2)
    items = PickerLines(picker.matches, width: width, details: details, style: style)
    first = items.first(showing: picker.focus, height: height)
  }

  /// The item on a row of the screen, among the picker's matches.
  func item(at row: Int) -> Int? {
    guard (top + 2..<top + 2 + height).contains(row) else { return nil }
    var end = top + 2
    for number in items.labels.indices.dropFirst(first) {
      end += items.height(number)
      if row < end { return number }
    }
    return nil
  }
}

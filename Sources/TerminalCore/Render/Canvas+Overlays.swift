import Tables

extension Canvas {
  /// A menu in a box over the screen.
  mutating func draw(_ picker: Picker) {
    let matches = picker.matches
    let longest = picker.items.map { style.width(of: $0.label) + 2 * max(0, $0.depth - 1) }.max()
    let details = picker.items.map { style.width(of: $0.detail) }.max() ?? 0
    let wanted = (longest ?? 0) + (details > 0 ? details + 2 : 0) + 6
    let width = min(columns - 4, max(wanted, style.width(of: say(picker.title)) + 6, 36))
    let height = min(rows - 7, max(1, picker.items.count))
    let top = 2
    let left = max(0, (columns - width) / 2)
    box(top: top, left: left, width: width, height: height + 3, title: say(picker.title))
    let prompt = put("Find: ", row: top + 1, column: left + 2, role: .dim)
    let room = left + width - 2 - prompt
    let typed = style.drawable(SafeText.shown(picker.typed))
    let skipped = max(0, DisplayWidth.of(typed) - room + 1)
    let end = put(
      String(typed.unicodeScalars.dropFirst(skipped).map(Character.init)), row: top + 1,
      column: prompt, width: room)
    let first = max(0, min(picker.focus - height / 2, matches.count - height))
    for offset in 0..<height {
      let number = first + offset
      guard matches.indices.contains(number) else { break }
      let item = matches[number]
      let row = top + 2 + offset
      let tick = picker.marked.contains(item.value) ? "*" : " "
      let isFocused = number == picker.focus
      let indent = String(repeating: "  ", count: min(6, max(0, item.depth - 1)))
      let room = width - 6 - (details > 0 ? min(details, width / 3) + 2 : 0)
      put((isFocused ? ">" : " ") + tick + " ", row: row, column: left + 1, role: .key)
      put(indent + item.label, row: row, column: left + 4, width: room)
      if details > 0 {
        let detail = min(details, width / 3)
        put(
          item.detail, row: row, column: left + width - 1 - detail, width: detail, role: .dim)
      }
      if isFocused { mark(row: row, column: left + 1, width: width - 2, role: .focus) }
    }
    if matches.isEmpty {
      put("Nothing contains this.", row: top + 2, column: left + 4, role: .dim)
    }
    if first + height < matches.count {
      put("v", row: top + 1 + height, column: left + width - 1, role: .dim)
    }
    if matches.isEmpty || !picker.typed.isEmpty {
      setCursor(row: top + 1, column: end)
    } else {
      setCursor(row: top + 2 + picker.focus - first, column: left + 4)
    }
  }

  /// The keys that work on a screen, in columns.
  mutating func drawKeyMenu(_ screen: KeyScreen) {
    let entries = KeyTable.entries(on: screen).filter { !$0.command.isMovement }
    let keyWidth = 10
    let perLine = max(1, (columns - 2) / 36)
    let columnWidth = (columns - 2) / perLine
    let wanted = (entries.count + perLine - 1) / perLine
    let height = min(rows - 4, wanted)
    let top = rows - 2 - height - 1
    for row in top..<(rows - 1) { fill(row: row, role: .text) }
    put(
      String(repeating: style.rule, count: columns), row: top, column: 0, role: .dim)
    put(" Keys here ", row: top, column: 2, role: .heading)
    for (number, entry) in entries.enumerated() {
      let row = top + 1 + number % wanted
      guard row < rows - 1 else { continue }
      let column = 1 + number / wanted * columnWidth
      put(entry.keys[0].name, row: row, column: column, width: keyWidth - 1, role: .key)
      put(
        Phrase(english: entry.help), row: row, column: column + keyWidth,
        width: columnWidth - keyWidth - 1)
    }
    setCursor(row: top + 1, column: 1)
  }

  /// The line being typed, with what is wrong with it above.
  mutating func draw(_ prompt: Prompt) {
    let row = rows - 2
    if let problem = prompt.problem {
      let lines = style.wrapped(problem, to: columns)
      for (offset, line) in lines.prefix(4).enumerated() {
        let place = row - min(4, lines.count) + offset
        fill(row: place, role: .text)
        put(line, row: place, column: 0, role: .problem)
      }
    }
    fill(row: row, role: .text)
    let lead = prompt.kind == .command ? ":" : "/"
    put(lead, row: row, column: 0, role: .key)
    let room = columns - 2
    var places: [Int] = [0]
    var shown = ""
    for character in prompt.line.characters {
      let text = style.drawable(SafeText.shown(String(character)))
      shown += text
      places.append(places[places.count - 1] + DisplayWidth.of(text))
    }
    let cursor = places[prompt.line.cursor]
    let skipped = max(0, cursor - room + 1)
    put(
      String(shown.unicodeScalars.dropFirst(skipped).map(Character.init)), row: row, column: 1,
      width: room)
    if let word = prompt.faultyWord, word.upperBound < places.count {
      mark(
        row: row, column: 1 + places[word.lowerBound] - skipped,
        width: places[word.upperBound] - places[word.lowerBound], role: .problem)
    }
    setCursor(row: row, column: 1 + cursor - skipped)
  }

  private mutating func box(top: Int, left: Int, width: Int, height: Int, title: String) {
    let lines: (corner: [String], side: String) =
      style == .unicode
      ? (["┌", "┐", "└", "┘"], "│") : (["+", "+", "+", "+"], "|")
    let rule = String(repeating: style.rule, count: max(0, width - 2))
    for row in top..<(top + height) { fill(row: row, column: left, width: width, role: .text) }
    put(lines.corner[0] + rule + lines.corner[1], row: top, column: left, width: width, role: .dim)
    put(
      lines.corner[2] + rule + lines.corner[3], row: top + height - 1, column: left, width: width,
      role: .dim)
    for row in (top + 1)..<(top + height - 1) {
      put(lines.side, row: row, column: left, role: .dim)
      put(lines.side, row: row, column: left + width - 1, role: .dim)
    }
    put(" \(title) ", row: top, column: left + 2, width: width - 4, role: .heading)
  }
}

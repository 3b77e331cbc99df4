import Tables

extension Canvas {
  /// A menu in a box over the screen.
  mutating func draw(_ picker: Picker, _ keys: KeyBindings) {
    let matches = picker.matches
    let shown = PickerBox(
      picker, size: frame.size, style: style, language: language, keys: keys)
    let (top, left, width, height) = (shown.top, shown.left, shown.width, shown.height)
    box(top: top, left: left, width: width, height: height + 3, title: shown.title)
    let prompt = put("Find: ", row: top + 1, column: left + 2, role: .dim)
    let room = left + width - 2 - prompt
    let typed = style.drawable(SafeText.shown(picker.typed))
    let skipped = max(0, DisplayWidth.of(typed) - room + 1)
    let end = put(
      String(typed.unicodeScalars.dropFirst(skipped).map(Character.init)), row: top + 1,
      column: prompt, width: room)
    let (items, first) = (shown.items, shown.first)
    var row = top + 2
    var cursor = row
    var last = first
    while last < matches.count, row + items.height(last) <= top + 2 + height || last == first {
      let item = matches[last]
      let isFocused = last == picker.focus
      let tick = picker.marked.contains(item.value) ? "*" : " "
      put((isFocused ? ">" : " ") + tick + " ", row: row, column: left + 1, role: .key)
      let lines = min(items.height(last), height)
      for line in 0..<lines {
        if line < items.labels[last].count {
          put(items.labels[last][line], row: row + line, column: left + 4, width: items.labelWidth)
        }
        if line < items.details[last].count {
          put(
            items.details[last][line], row: row + line,
            column: left + width - 1 - items.detailWidth,
            width: items.detailWidth, role: .dim)
        }
        if isFocused { mark(row: row + line, column: left + 1, width: width - 2, role: .focus) }
      }
      if isFocused { cursor = row }
      row += lines
      last += 1
    }
    if matches.isEmpty {
      put("Nothing contains this.", row: top + 2, column: left + 4, role: .dim)
    }
    if last < matches.count {
      put("v", row: top + 1 + height, column: left + width - 1, role: .dim)
    }
    if matches.isEmpty || !picker.typed.isEmpty {
      setCursor(row: top + 1, column: end)
    } else {
      setCursor(row: cursor, column: left + 4)
    }
  }

  /// The keys that work on a screen, in columns.
  mutating func drawKeyMenu(_ screen: KeyScreen, _ keys: KeyBindings, page: Int) {
    let layout = KeyMenuLayout(
      screen, keys, size: frame.size, style: style, language: language)
    let page = min(page, layout.pages.count - 1)
    let top = rows - 2 - layout.height - 1
    for row in top..<(rows - 1) { fill(row: row, role: .text) }
    put(
      String(repeating: style.rule, count: columns), row: top, column: 0, role: .dim)
    let end = put(" Keys here ", row: top, column: 2, role: .heading)
    if layout.pages.count > 1 {
      let key = keys.name(of: .keyMenu)
      let next: Phrase =
        page + 1 < layout.pages.count ? "\(key, "key"): next" : "\(key, "key"): close"
      put(
        "(\(page + 1, "number") of \(layout.pages.count, "count"), \(next, "next")) ", row: top,
        column: end, role: .heading)
    }
    for item in layout.pages[page] {
      put(
        item.key, row: top + 1 + item.row, column: item.column, width: layout.textColumn - 1,
        role: .key)
      for (number, line) in item.lines.enumerated() {
        put(line, row: top + 1 + item.row + number, column: item.column + layout.textColumn)
      }
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
    if prompt.kind == .groupName, prompt.problem == nil {
      fill(row: row - 1, role: .text)
      put(
        "Name of the group (without one: the labels of its codes)", row: row - 1, column: 0,
        role: .text)
    }
    let lead = prompt.kind == .command ? ":" : prompt.kind == .groupName ? ">" : "/"
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
    put(" \(title) " as String, row: top, column: left + 2, width: width - 4, role: .heading)
  }
}

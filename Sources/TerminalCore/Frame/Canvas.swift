import Tables

/// Draws text into a frame, clipped to it. Everything passes ``SafeText`` on its way.
struct Canvas {
  private(set) var frame: Frame
  /// Where marks of a chart stand, for the mouse: later ones lie over those before.
  private(set) var marks: [MarkPlace] = []
  let rows: Int
  let columns: Int
  let style: Style
  let language: Language

  init(size: Size, style: Style, language: Language = .english) {
    frame = Frame(size: size)
    rows = size.rows
    columns = size.columns
    self.style = style
    self.language = language
  }

  func say(_ phrase: Phrase) -> String { language.say(phrase) }

  /// Writes a phrase in the language of the screen, as `put` does a text.
  @discardableResult
  mutating func put(
    _ phrase: Phrase, row: Int, column: Int, width: Int? = nil, role: StyleRole = .text
  ) -> Int {
    put(language.say(phrase) as String, row: row, column: column, width: width, role: role)
  }

  /// Writes `text` at a place, in at most `width` columns; what does not fit ends in an ellipsis.
  /// Returns the column after the text.
  @discardableResult
  @_disfavoredOverload
  mutating func put(
    _ text: some StringProtocol, row: Int, column: Int, width: Int? = nil,
    role: StyleRole = .text
  ) -> Int {
    let text = String(text)
    let limit = min(width ?? Int.max, columns - column)
    guard row >= 0, row < rows, column >= 0, limit > 0 else { return column }
    let shown = fitted(text, to: limit)
    if let end = putASCII(shown, row: row, column: column, role: role) { return end }
    var place = column
    var last = -1
    for scalar in shown.unicodeScalars {
      let width = DisplayWidth.of(scalar)
      if width == 0 {
        if last >= 0 { frame.cells[last].text.unicodeScalars.append(scalar) }
        continue
      }
      guard place + width <= columns else { break }
      last = row * columns + place
      clearHalves(row: row, from: place, to: place + width)
      frame.cells[last] = FrameCell(text: String(Character(scalar)), role: role)
      if width == 2 { frame.cells[last + 1] = FrameCell(text: "", role: role) }
      place += width
    }
    return place
  }

  private static let ascii = (0..<0x80).map { String(Character(Unicode.Scalar(UInt8($0)))) }

  /// Writes a text of ASCII alone, one column a character; nil where it is none. Most texts are, and
  /// are told from others by their bytes.
  private mutating func putASCII(
    _ text: String, row: Int, column: Int, role: StyleRole
  ) -> Int? {
    let count = text.utf8.count
    guard count > 0, column + count <= columns else { return nil }
    let start = row * columns + column
    let isWritten = text.utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      var place = 0
      while place < count, bytes[place] < 0x80 { place += 1 }
      guard place == count else { return false }
      clearHalves(row: row, from: column, to: column + count)
      frame.cells.withUnsafeMutableBufferPointer { cells in
        place = 0
        while place < count {
          cells[start + place] = FrameCell(text: Canvas.ascii[Int(bytes[place])], role: role)
          place += 1
        }
      }
      return true
    }
    return isWritten ?? false ? column + count : nil
  }

  /// A wide character of which something else takes one half goes altogether.
  private mutating func clearHalves(row: Int, from start: Int, to end: Int) {
    let line = row * columns
    if start > 0, frame.cells[line + start].text.isEmpty {
      frame.cells[line + start - 1].text = " "
    }
    if end < columns, frame.cells[line + end].text.isEmpty { frame.cells[line + end].text = " " }
  }

  /// Writes `text` so that it ends before `column + width`.
  mutating func putRight(
    _ text: String, row: Int, column: Int, width: Int, role: StyleRole = .text
  ) {
    let shown = fitted(text, to: width)
    put(shown, row: row, column: column + width - DisplayWidth.of(shown), role: role)
  }

  /// Gives a run of columns a role, whatever stands there.
  mutating func mark(row: Int, column: Int, width: Int, role: StyleRole) {
    guard row >= 0, row < rows else { return }
    for place in max(0, column)..<max(max(0, column), min(columns, column + width)) {
      frame.cells[row * columns + place].role = role
    }
  }

  /// Clears a row in a role.
  mutating func fill(row: Int, column: Int = 0, width: Int? = nil, role: StyleRole) {
    put(
      String(repeating: " ", count: max(0, min(columns - column, width ?? columns))), row: row,
      column: column, role: role)
  }

  /// Notes that a mark stands in a run of columns.
  mutating func note(_ mark: MarkPlace) { marks.append(mark) }

  mutating func setCursor(row: Int, column: Int) {
    frame.cursor = Position(
      row: min(max(0, row), rows - 1), column: min(max(0, column), columns - 1))
  }

  /// `text`, safe and drawable, cut to `width` columns with an ellipsis.
  func fitted(_ text: String, to width: Int) -> String {
    style.fitted(text, to: width)
  }
}

extension Style {
  /// `text`, safe and drawable, cut to `width` columns with an ellipsis.
  func fitted(_ text: String, to width: Int) -> String {
    let shown = drawable(SafeText.shown(text))
    if shown.utf8.count <= width || DisplayWidth.of(shown) <= width { return shown }
    let end = ellipsis
    let room = width - DisplayWidth.of(end)
    guard room > 0 else { return String(end.prefix(max(0, width))) }
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in shown.unicodeScalars {
      let width = DisplayWidth.of(scalar)
      if used + width > room { break }
      result.append(scalar)
      used += width
    }
    return String(result) + end
  }

  /// The columns that `text` takes as it is drawn.
  func width(of text: String) -> Int {
    DisplayWidth.of(drawable(SafeText.shown(text)))
  }

  /// `text` broken at spaces into lines of at most `width` columns. No line is empty but that of an
  /// empty text.
  func wrapped(_ text: String, to width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    for word in drawable(SafeText.shown(text)).split(separator: " ").map(String.init) {
      if line.isEmpty {
        line = word
      } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(word) <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
      while DisplayWidth.of(line) > width {
        let head = prefix(of: line, columns: width)
        lines.append(head)
        line = String(line.unicodeScalars.dropFirst(head.unicodeScalars.count))
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private func prefix(of text: String, columns: Int) -> String {
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let width = DisplayWidth.of(scalar)
      if used + width > columns, !result.isEmpty { break }
      result.append(scalar)
      used += width
    }
    return String(result)
  }
}

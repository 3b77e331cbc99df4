@testable import TerminalCore

/// Digits as they stand on a screen, with what parts thousands and decimals, and a percent sign.
struct ScreenNumber: Hashable {
  var row: Int
  /// From the first column to the one after the last.
  var columns: Range<Int>
  var text: String
  /// An ellipsis follows: the number may go on.
  var isCut: Bool
}

extension Frame {
  /// Every number on the screen, row by row.
  var numbers: [ScreenNumber] {
    var found: [ScreenNumber] = []
    cells.withUnsafeBufferPointer { cells in
      var row = 0
      while row < size.rows {
        let end = (row + 1) * size.columns
        var place = row * size.columns
        while place < end {
          guard Frame.isDigit(cells[place]) else {
            place += 1
            continue
          }
          found.append(Frame.number(in: cells, &place, end: end, row: row, width: size.columns))
        }
        row += 1
      }
    }
    return found
  }

  private static func number(
    in cells: UnsafeBufferPointer<FrameCell>, _ place: inout Int, end: Int, row: Int, width: Int
  ) -> ScreenNumber {
    let first = place
    var text = ""
    while place < end {
      let own = cells[place].text
      let goesOn = (own == "," || own == ".") && place + 1 < end && isDigit(cells[place + 1])
      guard isDigit(cells[place]) || goesOn else { break }
      text += own
      place += 1
    }
    if place < end, cells[place].text == "%" {
      text += "%"
      place += 1
    }
    // The sign between its digits may be the last that there was room for.
    let last = place < end && [",", "."].contains(cells[place].text) ? place + 1 : place
    let isCut =
      last < end
      && (cells[last].text == "…"
        || (cells[last].text == "." && last + 1 < end && cells[last + 1].text == ".")
        || (last > place && cells[place].text == "." && cells[last].text == "."))
    let start = row * width
    return ScreenNumber(
      row: row, columns: (first - start)..<(place - start), text: text, isCut: isCut)
  }

  private static func isDigit(_ cell: FrameCell) -> Bool {
    let bytes = cell.text.utf8
    guard bytes.count == 1, let byte = bytes.first else { return false }
    return byte >= 0x30 && byte <= 0x39
  }

  /// The numbers of a text, as they would stand on a screen.
  static func numbers(in text: String) -> [String] {
    let size = Size(rows: 1, columns: max(1, text.unicodeScalars.count))
    var frame = Frame(size: size)
    for (place, scalar) in text.unicodeScalars.enumerated() {
      frame.cells[place].text = String(Character(scalar))
    }
    return frame.numbers.map(\.text)
  }
}

/// A small comma-separated text (RFC 4180) as rows with their line numbers. For code lists; records
/// are streamed elsewhere.
struct DelimitedText {
  struct Row {
    /// The line where the row begins, from 1.
    var line: Int
    var cells: [String]
  }

  private(set) var rows: [Row] = []
  /// The line of a quotation that does not end.
  private(set) var openQuotation: Int?

  init(_ text: String) {
    var cells: [String] = []
    var cell = ""
    var line = 1
    var start = 1
    var isQuoted = false
    var wasQuoted = false
    func endRow(_ rows: inout [Row]) {
      cells.append(cell)
      if cells != [""] || wasQuoted { rows.append(Row(line: start, cells: cells)) }
      cells = []
      cell = ""
      wasQuoted = false
    }
    var scalars = text.unicodeScalars.makeIterator()
    var pending = scalars.next()
    while let scalar = pending {
      pending = scalars.next()
      if scalar == "\n" { line += 1 }
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if pending == "\"" {
          cell.append("\"")
          pending = scalars.next()
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"" where cell.isEmpty && !wasQuoted:
        isQuoted = true
        wasQuoted = true
        openQuotation = line
      case ",":
        cells.append(cell)
        cell = ""
        wasQuoted = false
      case "\r" where pending == "\n": break
      case "\n", "\r":
        endRow(&rows)
        start = line
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !isQuoted { openQuotation = nil }
    if !cell.isEmpty || !cells.isEmpty || wasQuoted { endRow(&rows) }
  }
}

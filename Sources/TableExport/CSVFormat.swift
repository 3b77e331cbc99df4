import CohortModel
import Tables

/// A protected table as CSV (RFC 4180, UTF-8 without a byte order mark), in long form.
///
/// One line for each place of the table, with the code and label of its entry on every axis, so that
/// any number of nested axes makes a plain rectangle whose columns each hold one kind of thing. A
/// cross-table would put codes in the header, signs among numbers, and need its axes told apart
/// again by every reader. Columns are described in `docs/formats.md`.
public enum CSVFormat {
  public static func bytes(of table: ProtectedTable) -> [UInt8] {
    Array(text(of: table).utf8)
  }

  /// The tables of one query at several link levels, below each other under one header: the link
  /// level is the first field of each line.
  public static func bytes(ofLevels tables: [ProtectedTable]) -> [UInt8] {
    guard let first = tables.first else { return [] }
    var text = line([levelColumn] + header(of: TableView(first)))
    for table in tables {
      let level = table.heading.linkLevel.rawValue
      for fields in rows(of: TableView(table)) { text += line([level] + fields) }
    }
    return Array(text.utf8)
  }

  /// The column of link levels, where a file holds several.
  static let levelColumn = "link_level"

  /// The same with heading and legend above it, in lines that begin with `# `: for readers that can
  /// be told to pass over comments, which RFC 4180 does not know.
  public static func commentedBytes(of table: ProtectedTable) -> [UInt8] {
    let head = TextFormat.promises(of: table) + TextFormat.preamble(of: table)
    let comments = head.map { $0.isEmpty ? "#\r\n" : "# \($0)\r\n" }
    return Array((comments.joined() + text(of: table)).utf8)
  }

  private static func text(of table: ProtectedTable) -> String {
    let view = TableView(table)
    return line(header(of: view)) + rows(of: view).map(line).joined()
  }

  private static func rows(of view: TableView) -> [[String]] {
    let heading = view.table.heading
    return view.pages.indices.flatMap { page in
      view.rows.indices.flatMap { row in
        view.columns.indices.map { column in
          let entries =
            view.pages[page].entries + view.rows[row].entries + view.columns[column].entries
          return entries.flatMap {
            [SpreadsheetText.neutralised($0.code), SpreadsheetText.neutralised($0.label)]
          }
            + [SpreadsheetText.neutralised(heading.unit)]
            + measures(of: view, page: page, row: row, column: column)
            + [heading.isSynthetic ? "true" : "false"]
        }
      }
    }
  }

  private static func header(of view: TableView) -> [String] {
    let axes = view.pageAxes + view.rowAxes + view.columnAxes
    let derived =
      switch view.kind {
      case .count: [String]()
      case .share: ["percent", "percent_lower", "percent_upper", "percent_sign"]
      case .median: ["median_days", "median_more_than_days", "median_sign"]
      }
    return axes.flatMap { axis in
      let name = SpreadsheetText.neutralised(axis.name)
      return [name + "_code", name + "_label"]
    } + ["unit"]
      + view.measureCodes.flatMap { code in
        let name = view.kind == .median ? "days_" + SpreadsheetText.neutralised(code) : code
        return [name, name + "_sign"]
      } + derived + ["synthetic"]
  }

  private static func measures(of view: TableView, page: Int, row: Int, column: Int) -> [String] {
    let published = view.values(page: page, row: row, column: column).flatMap { value in
      if case .count(let count) = value { [String(count), ""] } else { ["", value.sign ?? ""] }
    }
    if view.kind == .count { return published }
    let derived: [String] =
      switch (view.kind, view.figure(page: page, row: row, column: column)) {
      case (_, .share(let share)):
        [share.proportion, share.lower, share.upper].map { DecimalText.tenths($0 * 100) } + [""]
      case (_, .days(.within(let days, _, _))): [DecimalText.tenths(days), "", ""]
      case (_, .days(.moreThan(let days))): ["", String(days), ""]
      case (.share, .sign(let value)): ["", "", "", value.sign ?? ""]
      case (_, .sign(let value)): ["", "", value.sign ?? ""]
      case (_, .count): []
      }
    return published + derived
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20
    }
    guard needsQuotes else { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}

/// A code list of the package, written as one line a code: `code|label|Welsh label|parent`.
struct CodeListText: Sendable {
  var name: String
  private var rows: [[Substring]]

  init(_ name: String, _ lines: String) {
    self.name = name
    rows = lines.split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false)
    }
  }

  /// The CSV file: code, label, label_cy, parent, order.
  var text: String {
    var text = "code,label,label_cy,parent,order\n"
    for (position, row) in rows.enumerated() {
      var cells = (0..<4).map { $0 < row.count ? Self.quoted(row[$0]) : "" }
      if cells[2].isEmpty, let welsh = WelshGlossary.welsh(row[1]) {
        cells[2] = Self.quoted(Substring(welsh))
      }
      text += cells.joined(separator: ",") + ",\(position + 1)\n"
    }
    return text
  }

  private static func quoted(_ cell: Substring) -> String {
    cell.contains(",") ? "\"\(cell)\"" : String(cell)
  }
}

enum CodeListFiles {
  static let all =
    datasets + people + justice + courtsAndNeeds + families + treatment + housing + crime
}

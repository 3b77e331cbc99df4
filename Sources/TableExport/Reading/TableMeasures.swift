import CohortModel
import Tables

/// What the lines of a table hold: names of the values in JSON, and of the columns in CSV.
struct TableMeasures {
  let names: [String]

  init(_ document: JSONPlace) throws(TableFileError) {
    let isMedian = try document.optional("measure")?.string == "median"
    var codes = ["count"]
    for axis in try document.member("axes").elements
    where try axis.member("role").string == AxisRole.measure.rawValue {
      codes = []
      for entry in try axis.member("entries").elements {
        codes.append(try entry.member("code").string)
      }
    }
    names = codes.map { isMedian ? "days_\($0)" : $0 }
  }

  /// The values of every line, in the order of lines and names.
  ///
  /// - Parameter level: only lines of this link level, where a file holds several.
  func values(
    ofCSV bytes: [UInt8], at path: String, level: String? = nil
  ) throws(TableFileError) -> [CellValue] {
    let text = CommaSeparated(bytes)
    func fault(_ line: Int, _ reason: String) -> TableFileError {
      .malformed(path: path, place: "line \(line)", reason: reason)
    }
    guard let header = text.rows.first else { throw fault(1, "the header is missing") }
    var columns: [(value: Int, sign: Int)] = []
    for name in names {
      let column =
        name.hasPrefix("days_")
        ? "days_" + SpreadsheetText.neutralised(String(name.dropFirst("days_".count))) : name
      guard let value = header.firstIndex(of: column),
        let sign = header.firstIndex(of: column + "_sign")
      else { throw fault(1, "a column of the table's measure is missing") }
      columns.append((value, sign))
    }
    let levels = header.firstIndex(of: CSVFormat.levelColumn)
    if level != nil, levels == nil { throw fault(1, "the column of link levels is missing") }
    var values: [CellValue] = []
    for (number, row) in text.rows.enumerated().dropFirst() {
      guard row.count == header.count else {
        throw fault(number + 1, "it has not as many fields as the header")
      }
      if let level, let levels, row[levels] != level { continue }
      for column in columns {
        if let count = Int(row[column.value]), count >= 0, row[column.sign].isEmpty {
          values.append(.count(count))
        } else if row[column.value].isEmpty, let value = CellValue(sign: row[column.sign]) {
          values.append(value)
        } else {
          throw fault(number + 1, "a count or a sign was expected")
        }
      }
    }
    return values
  }
}

/// The fields of a text in RFC 4180.
struct CommaSeparated {
  private(set) var rows: [[String]] = []

  init(_ bytes: [UInt8]) {
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var place = bytes.startIndex
    func endField() {
      row.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      let isQuote = byte == UInt8(ascii: "\"")
      if isQuoted {
        if !isQuote {
          field.append(byte)
        } else if place < bytes.endIndex, bytes[place] == byte {
          field.append(byte)
          place += 1
        } else {
          isQuoted = false
        }
      } else if isQuote {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        endField()
      } else if byte == UInt8(ascii: "\n") {
        endField()
        rows.append(row)
        row = []
      } else if byte != UInt8(ascii: "\r") {
        field.append(byte)
      }
    }
    if !field.isEmpty || !row.isEmpty {
      endField()
      rows.append(row)
    }
  }
}

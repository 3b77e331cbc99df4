import CohortModel
import Crypto
import Glibc
import Tables

/// A published table read back from what `bold` wrote: a JSON document, or a CSV file with its
/// sidecar. Nothing but files is asked.
public struct TableFile: Sendable {
  /// The file that was named, or the CSV file where its sidecar was; with its link level where the
  /// file holds several.
  public let path: String
  public let title: String
  public let query: String
  public let isSynthetic: Bool
  /// Whether the file says by a hash that it is as it was written.
  public let isSealed: Bool
  /// What was promised of the table, in words.
  public let statement: String
  /// The table's certificate.
  public let certificate: String
  public let table: PublishedTable

  /// Files beyond this are not read: 256 MiB.
  private static let mostBytes = 268_435_456

  /// The table of a file; of several link levels the first.
  ///
  /// - Parameter path: a JSON document, a CSV file or its sidecar.
  public static func read(_ path: String) throws(TableFileError) -> TableFile {
    try readAll(path)[0]
  }

  /// The tables of a file: one, or one for each link level.
  ///
  /// - Parameter path: a JSON document, a CSV file or its sidecar.
  public static func readAll(_ path: String) throws(TableFileError) -> [TableFile] {
    if path.hasSuffix(".csv") {
      let csv = try bytes(of: path)
      let sidecar = TableFiles.sidecarPath(of: path)
      guard FileWriter.exists(sidecar) else { throw .noSidecar(path: path) }
      return try tables(csv: csv, at: path, sidecar: try document(at: sidecar))
    }
    let document = try document(at: path)
    if try document.optional("cells") != nil { return [try TableFile(document)] }
    guard path.hasSuffix(".csv.json") else {
      throw .malformed(path: path, place: "cells", reason: "it is missing")
    }
    let table = String(path.dropLast(".json".count))
    return try tables(csv: try bytes(of: table), at: table, sidecar: document)
  }

  private static func tables(
    csv: [UInt8], at path: String, sidecar: JSONPlace
  ) throws(TableFileError) -> [TableFile] {
    let file = try sidecar.member("file")
    guard try file.member("sha256").string == Sidecar.hex(SHA256.hash(data: csv)) else {
      throw .otherTable(path: path, sidecar: sidecar.path)
    }
    let isSealed = try checkHash(sidecar)
    guard let levels = try sidecar.optional("tables") else {
      let values = try TableMeasures(sidecar).values(ofCSV: csv, at: path)
      return [try TableFile(sidecar, path: path, values: values, cells: file, isSealed: isSealed)]
    }
    var tables: [TableFile] = []
    for table in try levels.elements {
      let level = try table.member("link_level").string
      let values = try TableMeasures(table).values(ofCSV: csv, at: path, level: level)
      tables.append(
        try TableFile(
          table, path: "\(path), link level \(level)", values: values, cells: file,
          isSealed: isSealed))
    }
    guard !tables.isEmpty else { throw levels.fault("it holds no table") }
    return tables
  }

  private init(_ document: JSONPlace) throws(TableFileError) {
    let measures = try TableMeasures(document)
    let cells = try document.member("cells")
    var values: [CellValue] = []
    for place in try cells.elements {
      for name in measures.names { values.append(try TableFile.value(place.member(name))) }
    }
    try self.init(
      document, path: document.path, values: values, cells: cells,
      isSealed: Self.checkHash(document))
  }

  private init(
    _ document: JSONPlace, path: String, values: [CellValue], cells: JSONPlace, isSealed: Bool
  ) throws(TableFileError) {
    self.isSealed = isSealed
    var cube = try CubeReader(document).shownCube()
    var count = 1
    for entries in cube.entryNodes {
      let (product, overflows) = count.multipliedReportingOverflow(by: entries.count)
      count = overflows ? .max : product
    }
    guard count == values.count else {
      throw cells.fault("it does not hold a value for every entry of `cube.entries`")
    }
    try CubeConsistency(cube).check(values, cells: cells, cube: document.member("cube"))
    try TableLabels(document).name(&cube)
    self.path = path
    title = try document.optional("title")?.string ?? path
    query = try document.optional("query")?.string ?? ""
    isSynthetic = try document.optional("synthetic")?.boolean ?? false
    let control = try document.member("disclosure_control")
    statement = try control.optional("statement")?.string ?? ""
    certificate = try control.optional("hash")?.string ?? ""
    table = cube.published(values, as: path)
  }

  /// A count, or the sign that stands in its place.
  static func value(_ place: JSONPlace) throws(TableFileError) -> CellValue {
    switch place.value {
    case .integer(let count) where count >= 0: return .count(count)
    case .string(let sign):
      guard let value = CellValue(sign: sign) else { throw place.fault("there is no such sign") }
      return value
    default: throw place.fault("a count or a sign was expected")
    }
  }

  // MARK: Files

  private static func document(at path: String) throws(TableFileError) -> JSONPlace {
    let content = try bytes(of: path)
    let value: JSONValue
    do throws(JSONReader.Fault) {
      value = try JSONReader.value(of: content)
    } catch {
      throw .notJSON(path: path, line: error.line, column: error.column, reason: error.reason)
    }
    let document = JSONPlace(path: path, place: "", value: value)
    guard case .integer(TableDocument.format)? = try document.optional("format")?.value else {
      throw .otherFormat(path: path)
    }
    return document
  }

  /// Whether the document has a hash.
  ///
  /// - Throws: `edited` where it is not that of the document.
  private static func checkHash(_ document: JSONPlace) throws(TableFileError) -> Bool {
    guard case .object(let members) = document.value,
      let hash = try document.optional("hash")?.string
    else { return false }
    let content = members.filter { $0.name != "hash" && $0.name != "created" }
    guard Sidecar.hash(of: content) == hash else { throw .edited(path: document.path) }
    return true
  }

  private static func bytes(of path: String) throws(TableFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, code: errno)
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= mostBytes else { throw .tooLarge(path: path) }
    }
  }
}

import CSQLite
import CohortModel

/// A database in memory, with no more of SQLite than these tests need.
final class SQLiteDatabase {
  struct Failure: Error {
    var message: String
    var statement: String
  }

  private var handle: OpaquePointer?

  init() throws {
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK else {
      throw Failure(message: "cannot open", statement: "")
    }
  }

  deinit { sqlite3_close(handle) }

  func execute(_ statement: String) throws {
    guard sqlite3_exec(handle, statement, nil, nil, nil) == SQLITE_OK else {
      throw failure(statement)
    }
  }

  /// All rows of a statement whose columns are whole numbers.
  func numbers(_ statement: String) throws -> [[Int]] {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, statement, -1, &prepared, nil) == SQLITE_OK else {
      throw failure(statement)
    }
    defer { sqlite3_finalize(prepared) }
    var rows: [[Int]] = []
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW:
        rows.append(
          (0..<sqlite3_column_count(prepared)).map { Int(sqlite3_column_int64(prepared, $0)) })
      case SQLITE_DONE:
        return rows
      default:
        throw failure(statement)
      }
    }
  }

  private func failure(_ statement: String) -> Failure {
    Failure(message: String(cString: sqlite3_errmsg(handle)), statement: statement)
  }
}

extension RecordBook {
  /// A table per resource: `row` (the order of the records), the person at each link level, and
  /// every field as text; a table `codes` of all code lists.
  func database() throws -> SQLiteDatabase {
    let database = try SQLiteDatabase()
    try database.execute("BEGIN; CREATE TABLE codes (list TEXT, code TEXT, parent TEXT)")
    for list in package.codeLists {
      for code in list.codes {
        try database.execute(
          "INSERT INTO codes VALUES (\(list.name.sql), \(code.code.sql), \(code.parent.sql))")
      }
    }
    for resource in package.resources {
      let fields = resource.fields.map { ", \"\($0.name)\" TEXT" }.joined()
      try database.execute(
        "CREATE TABLE \(resource.name) (row INTEGER, high INTEGER, medium INTEGER, low INTEGER"
          + fields + ")")
      for (row, record) in (records[resource.name] ?? []).enumerated() {
        let persons = LinkLevel.allCases.map { "\(person(of: record.atom, at: $0))" }
        let values = resource.fields.map { record.values[$0.name].sql }
        try database.execute(
          "INSERT INTO \(resource.name) VALUES ("
            + (["\(row)"] + persons + values).joined(separator: ", ") + ")")
      }
      for level in LinkLevel.allCases {
        try database.execute(
          "CREATE INDEX \(resource.name)_\(level.rawValue) ON \(resource.name) (\(level.rawValue))")
      }
    }
    try database.execute("COMMIT")
    return database
  }
}

extension String {
  /// As a literal.
  var sql: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

extension String? {
  var sql: String { self?.sql ?? "NULL" }
}

extension [String] {
  /// As the right side of IN.
  var sql: String { "(" + map(\.sql).joined(separator: ", ") + ")" }
}

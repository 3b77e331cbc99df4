import Tables
import TerminalCore

/// What writes an export to disk. The explorer knows no format.
public protocol TableWriting: Sendable {
  /// Writes a protected table, or those of all link levels in one file, whole or not at all.
  ///
  /// - Parameter tables: one, or one for each link level.
  /// - Returns: the files that were written, and the hash of the table's.
  /// - Throws: `.exists` where there is a file and `overwrite` is false; `.failed` with the reason.
  func write(
    _ tables: [ProtectedTable], to path: String, overwrite: Bool
  ) throws(ExportFailure) -> WrittenExport
}

import Tables
import TerminalCore

/// What writes an export to disk. The explorer knows no format.
public protocol TableWriting: Sendable {
  /// Writes a protected table, whole or not at all.
  ///
  /// - Returns: the files that were written, and the hash of the table's.
  /// - Throws: `.exists` where there is a file and `overwrite` is false; `.failed` with the reason.
  func write(
    _ table: ProtectedTable, to path: String, overwrite: Bool
  ) throws(ExportFailure) -> WrittenExport
}

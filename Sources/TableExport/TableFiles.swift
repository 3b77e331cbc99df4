import CohortModel
import Crypto
import Glibc
import Tables

/// An export: a CSV file and, beside it, its sidecar. The explorer and `bold export` both write it
/// here, so that the same table gives the same bytes.
public enum TableFiles {
  /// The path of the sidecar of a CSV file: `table.csv` has `table.csv.json`.
  public static func sidecarPath(of path: String) -> String { path + ".json" }

  /// Writes both files, or neither.
  ///
  /// - Parameters:
  ///   - path: ends in `.csv`.
  ///   - replacing: whether files that are there may be replaced.
  ///   - created: seconds since 1970, for the sidecar.
  /// - Returns: the paths written.
  @discardableResult
  public static func write(
    _ table: ProtectedTable, to path: String, replacing: Bool = false, created: Int
  ) throws(ExportError) -> [String] {
    try write([table], to: path, replacing: replacing, created: created)
  }

  /// The same for the tables of one query at several link levels, in one file.
  ///
  /// - Parameter tables: one, or one for each link level.
  @discardableResult
  public static func write(
    _ tables: [ProtectedTable], to path: String, replacing: Bool = false, created: Int
  ) throws(ExportError) -> [String] {
    let file = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init)
    guard let file, file.hasSuffix(".csv"), file.utf8.count > 4, !path.utf8.contains(0) else {
      throw .name(path: path)
    }
    let sidecar = sidecarPath(of: path)
    if !replacing {
      for place in [path, sidecar] where FileWriter.exists(place) { throw .exists(path: place) }
    }
    let csv = bytes(of: tables)
    let description =
      tables.count == 1
      ? Sidecar.bytes(of: tables[0], file: file, csv: csv, created: timestamp(created))
      : Sidecar.bytes(ofLevels: tables, file: file, csv: csv, created: timestamp(created))
    let stagedTable = try FileWriter.stage(csv, for: path)
    let stagedSidecar: String
    do throws(ExportError) {
      stagedSidecar = try FileWriter.stage(description, for: sidecar)
    } catch {
      unlink(stagedTable)
      throw error
    }
    do throws(ExportError) {
      try FileWriter.publish(stagedSidecar, at: sidecar, replacing: replacing)
    } catch {
      unlink(stagedTable)
      unlink(stagedSidecar)
      throw error
    }
    do throws(ExportError) {
      try FileWriter.publish(stagedTable, at: path, replacing: replacing)
    } catch {
      unlink(stagedTable)
      // Replaced, the old sidecar is gone: the hash of the new one says that it is not the table's.
      if !replacing { unlink(sidecar) }
      throw error
    }
    return [path, sidecar]
  }

  /// SHA-256 of the CSV file of a table, in hex.
  public static func hash(of table: ProtectedTable) -> String {
    hash(of: [table])
  }

  /// The same of the file of tables at several link levels.
  public static func hash(of tables: [ProtectedTable]) -> String {
    Sidecar.hex(SHA256.hash(data: bytes(of: tables)))
  }

  private static func bytes(of tables: [ProtectedTable]) -> [UInt8] {
    tables.count == 1
      ? CSVFormat.bytes(of: tables[0]) : CSVFormat.bytes(ofLevels: tables)
  }

  /// Writes any one file as exports are written: whole, durable, mode 0600.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool = false
  ) throws(ExportError) {
    if !replacing, FileWriter.exists(path) { throw .exists(path: path) }
    let staged = try FileWriter.stage(bytes, for: path)
    do throws(ExportError) {
      try FileWriter.publish(staged, at: path, replacing: replacing)
    } catch {
      unlink(staged)
      throw error
    }
  }

  /// ISO 8601 in UTC: `2026-03-09T14:05:09Z`.
  static func timestamp(_ seconds: Int) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(CalendarDay(rawValue: Int32(days)))T\(clock.joined(separator: ":"))Z"
  }
}

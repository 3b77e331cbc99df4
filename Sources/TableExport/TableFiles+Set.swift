import Glibc
import Tables

extension TableFiles {
  /// Writes the tables of a set, `NAME-1.csv` and on, each with its sidecar.
  ///
  /// Nothing is written where a file is there already and may not be replaced. Each table is written
  /// whole or not at all; where one cannot be, those before it stay.
  ///
  /// - Parameters:
  ///   - folder: made where it is not there.
  ///   - name: of the set.
  ///   - replacing: whether files that are there may be replaced.
  ///   - created: seconds since 1970, for the sidecars.
  /// - Returns: the paths written.
  public static func write(
    _ tables: [ProtectedTable], toFolder folder: String, name: String, replacing: Bool = false,
    created: Int
  ) throws(ExportError) -> [String] {
    var folder = folder
    while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    guard !folder.isEmpty, !folder.utf8.contains(0), !name.utf8.contains(UInt8(ascii: "/")) else {
      throw .system(path: folder, operation: "write to", code: ENOENT)
    }
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw .system(path: folder, operation: "make the folder", code: errno)
    }
    let digits = "\(tables.count)".count
    let paths = tables.indices.map { index in
      let number = "\(index + 1)"
      let padding = String(repeating: "0", count: digits - number.count)
      return "\(folder)/\(name)-\(padding)\(number).csv"
    }
    if !replacing {
      for place in paths.flatMap({ [$0, sidecarPath(of: $0)] }) where FileWriter.exists(place) {
        throw .exists(path: place)
      }
    }
    var written: [String] = []
    for (table, path) in zip(tables, paths) {
      written += try write(table, to: path, replacing: replacing, created: created)
    }
    return written
  }
}

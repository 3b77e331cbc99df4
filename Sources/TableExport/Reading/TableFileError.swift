import CohortModel
import Glibc
import Tables

/// Why a file cannot be read as a published table. Names places in the file, never a value in it.
public enum TableFileError: Error, Hashable, Sendable {
  case unreadable(path: String, code: Int32)
  case tooLarge(path: String)
  case notJSON(path: String, line: Int, column: Int, reason: String)
  /// Written by another version of the format.
  case otherFormat(path: String)
  /// Written before exports carried the definition of their cells, or not a table at all.
  case noCube(path: String)
  /// Something is missing or is not what the format says.
  case malformed(path: String, place: String, reason: String)
  /// The file is not as it was written.
  case edited(path: String)
  /// The table is not the one that its sidecar describes.
  case otherTable(path: String, sidecar: String)
  case noSidecar(path: String)

  /// What is wrong, where, and what to do.
  public var text: String {
    switch self {
    case .unreadable(let path, let code):
      switch code {
      case ENOENT, ENOTDIR:
        "There is no file \(Self.shown(path)). Check its name and its folder."
      case EISDIR:
        "\(Self.shown(path)) is a folder. Name the files in it: its CSV files beside their sidecars, or"
          + " its JSON documents."
      case EACCES, EPERM:
        "\(Self.shown(path)) may not be read. Check who owns it and its mode."
      default:
        "\(Self.shown(path)) cannot be read: \(String(cString: strerror(code))). Check the file and the"
          + " disk that it is on."
      }
    case .tooLarge(let path):
      "\(Self.shown(path)) is larger than any table that bold writes. Give the file of a table."
    case .notJSON(let path, let line, let column, let reason):
      "\(Self.shown(path)):\(line):\(column): not JSON: \(reason). Export the table again."
    case .otherFormat(let path):
      "\(Self.shown(path)), `format`: this program reads format \(TableDocument.format) of tables."
        + " Export the table again with this version, or audit it with the one that wrote it."
    case .noCube(let path):
      "\(Self.shown(path)), `cube`: the definition of the cells is missing. Export the table again;"
        + " docs/formats.md says what a table from elsewhere needs."
    case .malformed(let path, let place, let reason):
      "\(Self.shown(path)), `\(Self.shown(place))`: \(reason). Export the table again."
    case .edited(let path):
      "\(Self.shown(path)), `hash`: the file was changed after it was written. Audit the file as it"
        + " was exported."
    case .otherTable(let path, let sidecar):
      "\(Self.shown(path)) is not the table that \(Self.shown(sidecar)) describes (`file.sha256`):"
        + " one of the two was changed or belongs to another export. Audit both as they were"
        + " exported."
    case .noSidecar(let path):
      "\(Self.shown(path)) has no sidecar \(Self.shown(TableFiles.sidecarPath(of: path))), and without"
        + " it nobody can tell what its cells are. Put the two files of the export in one folder."
    }
  }

  private static func shown(_ text: String) -> String { SafeText.shown(text) }
}

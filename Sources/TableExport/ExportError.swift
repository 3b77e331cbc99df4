/// Why an export was not written. Whatever was there before is as it was.
public enum ExportError: Error, Hashable, Sendable {
  /// A file of that name is there, and replacing it was not asked for.
  case exists(path: String)
  /// Not a name for a CSV file.
  case name(path: String)
  case system(path: String, operation: String, code: Int32)
}

/// Why a Parquet file cannot be read. Holds nothing of the file.
package enum ParquetFault: Error, Equatable, Sendable {
  /// There is no `duckdb` on the path.
  case noConverter
  /// The version is too old, or the program is something else.
  case otherVersion
  /// A step of the system failed.
  case system(code: Int32)
  /// The converter ended with an error.
  case failed

  var message: String {
    switch self {
    case .noConverter:
      "The file is Parquet, which is read through the program duckdb, and that is not on the PATH."
        + " Install it (pip install duckdb-cli), or write the file as CSV."
    case .otherVersion:
      "The file is Parquet, and the program duckdb on the PATH is not version 1 or later."
        + " Install another (pip install duckdb-cli), or write the file as CSV."
    case .system(let code):
      "The program duckdb, by which Parquet is read, could not be started: "
        + BuildError.reason(code)
    case .failed:
      "The program duckdb could not read the file as Parquet. Try it by hand, or write the file as"
        + " CSV."
    }
  }
}

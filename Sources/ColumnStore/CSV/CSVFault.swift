/// Why reading a CSV file had to stop. Holds places, never a value.
package enum CSVError: Error, Equatable, Sendable {
  case unreadable(code: Int32)
  /// A field longer than `CSVReader.longestField`; most often a quote that is never closed.
  case fieldTooLong(line: Int, field: Int)
  /// A record longer than the read buffer.
  case recordTooLong(line: Int)
  /// A Parquet file could not be converted.
  case unconverted(ParquetFault)
  /// What was done with the records failed.
  case stopped(BuildError)
}

/// What is wrong with the bytes of one record; reading goes on after it. Fields count from 0.
package enum CSVFault: Equatable, Sendable {
  case invalidUTF8(field: Int)
  case nulByte(field: Int)
  /// Something other than a comma or the end of the line follows a closing quote.
  case textAfterQuote(field: Int)
  /// The file ends within quotes.
  case unclosedQuote(field: Int)

  package var field: Int {
    switch self {
    case .invalidUTF8(let field), .nulByte(let field), .textAfterQuote(let field),
      .unclosedQuote(let field):
      field
    }
  }
}

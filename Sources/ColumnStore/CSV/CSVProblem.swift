import CohortModel
import Glibc

/// What is wrong with a CSV file, as problems of a package.
enum CSVProblem {
  static func problem(_ error: CSVError, file: String) -> PackageProblem {
    switch error {
    case .unreadable(let code) where code == ENOENT:
      PackageProblem("The file does not exist.", file: file)
    case .unreadable(let code):
      PackageProblem("The file cannot be read: \(BuildError.reason(code))", file: file)
    case .fieldTooLong(let line, let field):
      PackageProblem(
        "A field is longer than 1 MiB. Is a quote never closed?", file: file, line: line,
        column: field + 1)
    case .recordTooLong(let line):
      PackageProblem(
        "A record is longer than 4 MiB. Is a quote never closed?", file: file, line: line)
    case .unconverted(let fault):
      PackageProblem(fault.message, file: file)
    case .stopped(let error):
      PackageProblem(error.description, file: file)
    }
  }

  static func problem(
    _ fault: CSVFault, file: String, line: Int, header: [String],
    severity: PackageProblem.Severity = .error
  ) -> PackageProblem {
    let message =
      switch fault {
      case .invalidUTF8: "The text is not valid UTF-8. Save the file as UTF-8."
      case .nulByte: "The text holds a NUL byte."
      case .textAfterQuote: "Text follows a closing quote. Double the quotes within a quoted field."
      case .unclosedQuote: "A quote is opened and never closed."
      }
    let name = header.indices.contains(fault.field) ? header[fault.field] : nil
    return PackageProblem(
      message, severity: severity, file: file, line: line, column: fault.field + 1, field: name)
  }

  static func ragged(
    file: String, line: Int, found: Int, expected: Int,
    severity: PackageProblem.Severity = .error
  ) -> PackageProblem {
    PackageProblem(
      "The line has \(found) fields; the header has \(expected).", severity: severity, file: file,
      line: line)
  }
}

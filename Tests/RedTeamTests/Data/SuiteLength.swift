import Foundation

/// How long the suite runs: a seeded part within `make test`, all of it in `make redteam`.
enum SuiteLength {
  static let isLong = ProcessInfo.processInfo.environment["BOLD_REDTEAM"] == "long"

  /// A number of cases: the whole, or the part of it that the short form takes.
  static func cases(_ short: Int, long: Int) -> Int { isLong ? long : short }
}

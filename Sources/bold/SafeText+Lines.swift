import Tables

extension SafeText {
  /// Text of several lines through the gate: line feeds stay, all else is shown.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { shown(String($0)) }.joined(separator: "\n")
  }
}

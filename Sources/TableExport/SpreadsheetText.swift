import Tables

/// Text fields as a spreadsheet may open them: none is taken for a formula.
///
/// A program that opens a CSV file runs what begins with `=`, `+`, `-` or `@` (OWASP, "CSV
/// Injection"). Such a field gets a single quote in front, and so does one that begins with single
/// quotes or spaces before such a sign; so the way back is exact: where a field begins with a single
/// quote that is followed by any quotes and spaces and then by such a sign, drop the first quote.
public enum SpreadsheetText {
  /// The text through the gate (`SafeText`), neutralised.
  public static func neutralised(_ text: String) -> String {
    let shown = SafeText.shown(text)
    return isFormula(shown.unicodeScalars) ? "'" + shown : shown
  }

  /// The text that was neutralised.
  public static func restored(_ field: String) -> String {
    guard field.unicodeScalars.first == "'", isFormula(field.unicodeScalars.dropFirst()) else {
      return field
    }
    return String(field.unicodeScalars.dropFirst())
  }

  private static func isFormula(_ text: some Sequence<Unicode.Scalar>) -> Bool {
    guard let first = text.first(where: { $0 != "'" && $0 != " " }) else { return false }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    default: return false
    }
  }
}

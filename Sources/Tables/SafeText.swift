/// The one gate for text that comes from data: labels, names, titles, messages.
///
/// A label may hold anything that a CSV file may hold. Characters that could move the cursor, turn
/// the direction of writing, hide, or draw nothing are shown by their code point (`<202e>`), so that
/// what is seen is what is there. Every screen, export and error passes its labels through here.
public enum SafeText {
  /// `text` on one line, without a character that acts instead of being seen.
  ///
  /// Shown by code point: control and format characters (bidirectional overrides, zero-width
  /// characters), default-ignorable code points, line and paragraph separators, surrogates, private
  /// use and unassigned code points, combining marks that have nothing to stand on, and those beyond
  /// the fourth on one character. Spaces of every width become the plain space.
  public static func shown(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var result = String.UnicodeScalarView()
    var marks = maximumMarks
    for scalar in text.unicodeScalars {
      switch treatment(of: scalar) {
      case .plain:
        result.append(scalar)
        marks = 0
      case .space:
        result.append(" ")
        marks = maximumMarks
      case .mark where marks < maximumMarks:
        result.append(scalar)
        marks += 1
      case .mark, .hidden:
        result.append(contentsOf: "<\(String(scalar.value, radix: 16))>".unicodeScalars)
        marks = maximumMarks
      }
    }
    return String(result)
  }

  private static let maximumMarks = 4

  private enum Treatment {
    case plain
    case space
    case mark
    case hidden
  }

  private static func treatment(of scalar: Unicode.Scalar) -> Treatment {
    if (0x20...0x7E).contains(scalar.value) { return scalar == " " ? .space : .plain }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return .hidden }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return .hidden
    case .spaceSeparator:
      return .space
    case .nonspacingMark, .enclosingMark:
      return .mark
    default:
      return DisplayWidth.of(scalar) == 0 ? .mark : .plain
    }
  }
}

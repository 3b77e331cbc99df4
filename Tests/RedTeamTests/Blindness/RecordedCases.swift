import DisclosureControl
import Testing

/// Small cases in which an attack succeeds when a defence is left off, by number (`SmallCase`): found
/// by going through them in order, and kept, so that the short form knows where to look.
struct RecordedCases: CustomTestStringConvertible, Sendable {
  var name: String
  var defence: Defences
  var numbers: [Int]

  var testDescription: String { name }

  static let all = [
    RecordedCases(
      name: "complementary suppression", defence: .complementarySuppression,
      numbers: [0, 1, 2, 3, 8, 9, 11, 12, 14, 15, 16, 17]),
    RecordedCases(
      name: "rounded values read as intervals", defence: .roundedIntervals,
      numbers: [1, 2, 3, 11, 17, 32, 35, 39, 41, 45, 48, 62]),
    RecordedCases(
      name: "dominance and protection levels", defence: .magnitudes,
      numbers: [26, 147, 184, 304, 402, 981, 1033, 1059, 1141, 1175, 1177, 1223]),
  ]

  /// Small cases in which the promise itself tells something of an unsafe cell.
  static let toldByPromise = [37, 47, 95, 97, 99, 104, 111, 113, 125, 137, 149, 161]
}

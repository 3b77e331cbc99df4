/// Days that stand for something else than a day, in the columns of a cohort's members.
///
/// An undated event sorts after every dated one, and fails every "not later than".
enum MemberDay {
  static let undated = Int32.max
  /// Of a stage: not reached.
  static let notReached = Int32.min
}

/// How often the fields of a source record are missing or wrong, per 10,000 records.
///
/// Chosen to be of the size that linkage studies tell of; they are no estimates of any system.
struct SourceErrors {
  var initialMissing = 60
  var initialMistyped = 70
  var initialsSwapped = 30
  var birthMissing = 60
  var birthSwapped = 120
  var birthDefault = 40
  var birthMistyped = 130
  var sexMissing = 60
  var sexWrong = 40
  var districtMissing = 150

  /// People, per 10,000, whom systems know by two names.
  static let secondFirstName = 400
  static let secondSurnameOfWomen = 1200
  static let secondSurnameOfMen = 150

  static let typical = SourceErrors()

  static func of(_ dataset: SourceDataset, isHardToLink: Bool) -> SourceErrors {
    // In half parts of the typical rate.
    var factor =
      switch dataset {
      case .streets: 6
      case .deaths: 1
      default: 2
      }
    if isHardToLink { factor += max(1, factor / 2) }
    var errors = typical
    for path in [
      \SourceErrors.initialMissing, \.initialMistyped, \.initialsSwapped, \.birthMissing,
      \.birthSwapped, \.birthDefault, \.birthMistyped, \.sexMissing, \.sexWrong,
      \.districtMissing,
    ] {
      errors[keyPath: path] = errors[keyPath: path] * factor / 2
    }
    if isHardToLink { errors.birthDefault *= 2 }
    return errors
  }
}

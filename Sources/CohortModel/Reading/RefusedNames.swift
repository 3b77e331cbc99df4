/// Field names that are refused: identifiers (G10) and scores (G05, G06).
enum RefusedNames {
  /// What a field's name says that it holds, where that may not be imported.
  ///
  /// - Parameter isKey: the field is its resource's person field or a key, or tells cases or units
  ///   of count apart. Then it may be a number that identifies a person or case: keys are replaced
  ///   at import and never stored as they are written.
  static func identifier(_ name: String, isKey: Bool) -> String? {
    let words = words(of: name)
    if words == ["name"] || words == ["names"] || words == ["initial"] { return "a name" }
    for (what, phrases) in always where phrases.contains(where: { contains(words, $0) }) {
      return what
    }
    if !isKey {
      for (what, phrases) in numbers where phrases.contains(where: { contains(words, $0) }) {
        return what
      }
    }
    return nil
  }

  /// Whether a field's name is that of a risk or prediction score.
  static func isScore(_ name: String) -> Bool {
    let words = words(of: name)
    return scores.contains { contains(words, $0) }
  }

  private static let always: [(String, [String])] = [
    (
      "a name",
      [
        "forename", "forenames", "surname", "surnames", "first name", "last name", "full name",
        "middle name", "middle names", "given name", "given names", "family name", "maiden name",
        "birth name", "person name", "initials", "finitial", "sinitial", "alias",
        "first initial", "middle initial", "last initial",
      ]
    ),
    (
      "a date of birth",
      ["dob", "date of birth", "birth date", "birthdate", "dateofbirth", "birthday"]
    ),
    ("an address", ["address", "postcode", "post code", "uprn"]),
    (
      "a means of contact",
      ["phone", "telephone", "mobile", "phonenumber", "email", "e mail", "emailaddress"]
    ),
  ]

  private static let numbers: [(String, [String])] = [
    ("an NHS number", ["nhs number", "nhs no", "nhs num", "nhs id", "nhsnumber", "nhsno"]),
    (
      "a National Insurance number",
      ["ni number", "ni no", "nino", "national insurance", "ninumber"]
    ),
    ("a PNC number", ["pnc", "pncid", "pncnumber"]),
    (
      "a prison number",
      ["prison number", "prison no", "noms number", "noms no", "noms id", "nomis id", "nomsid"]
    ),
    ("a reference number", ["urn", "crn", "case number", "case no", "case ref", "casenumber"]),
  ]

  private static let scores = [
    "decile score", "risk score", "score text", "raw score", "prediction", "predictor", "ogrs",
    "ogrs2", "ogrs3", "ogrs4", "ovp", "ogp", "rsr", "osp", "compas", "propensity",
  ]

  private static func contains(_ words: [String], _ phrase: String) -> Bool {
    let wanted = phrase.split(separator: " ").map(String.init)
    guard wanted.count <= words.count else { return false }
    return (0...(words.count - wanted.count)).contains {
      Array(words[$0..<($0 + wanted.count)]) == wanted
    }
  }

  /// `NHSNumber`, `nhs_number` and `nhs-number` are `nhs number`.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    let letters = Array(name)
    for (position, letter) in letters.enumerated() {
      if !letter.isLetter && !letter.isNumber {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      let following = position + 1 < letters.count ? letters[position + 1] : " "
      let previous = position > 0 ? letters[position - 1] : " "
      if letter.isUppercase, !word.isEmpty, previous.isLowercase || following.isLowercase {
        words.append(word)
        word = ""
      }
      word += letter.lowercased()
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}

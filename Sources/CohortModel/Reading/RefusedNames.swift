/// Names of fields and columns that are refused: identifiers (G10, G11) and scores (G05, G06).
public enum RefusedNames {
  /// What a field's name says that it holds, where that may not be imported.
  ///
  /// - Parameter isKey: the field is its resource's person field or a key, or tells cases or units
  ///   of count apart. Then it may be a number that identifies a person or case: keys are replaced
  ///   at import and never stored as they are written.
  public static func identifier(_ name: String, isKey: Bool) -> String? {
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

  /// The rule against a column of that name: dates of birth (G11), other identifiers (G10); nil where
  /// there is none.
  public static func rule(against name: String) -> String? {
    identifier(name, isKey: false).map { $0 == "a date of birth" ? "G11" : "G10" }
  }

  /// Whether a date is one of birth, by the name of its field.
  public static func isBirth(_ name: String) -> Bool {
    let words = words(of: name)
    return words.contains("birth") || words.contains("born")
  }

  /// Whether a field's name is that of a risk or prediction score.
  public static func isScore(_ name: String) -> Bool {
    let words = words(of: name)
    return scores.contains { contains(words, $0) }
  }

  private static let always: [(String, [String])] = [
    (
      "a name",
      [
        "forename", "forenames", "surname", "surnames", "first name", "last name", "full name",
        "middle name", "middle names", "given name", "given names", "family name", "maiden name",
        "birth name", "person name", "known as", "nickname", "initials", "finitial", "sinitial",
        "alias", "first initial", "middle initial", "last initial", "surname initial",
        "forename initial", "firstname", "lastname", "fullname", "middlename", "givenname",
        "familyname",
      ]
    ),
    (
      "a date of birth",
      ["dob", "date of birth", "birth date", "birthdate", "dateofbirth", "birthday"]
    ),
    (
      "an address",
      [
        "address", "homeaddress", "postcode", "postcodes", "post code", "postal code", "uprn",
        "house number",
      ]
    ),
    (
      "a means of contact",
      [
        "phone", "phones", "telephone", "tel no", "mobile", "phonenumber", "telephonenumber",
        "mobilenumber", "contact number", "email", "emails", "e mail", "emailaddress",
      ]
    ),
  ]

  private static let numbers: [(String, [String])] = [
    (
      "an NHS number",
      ["nhs number", "nhs no", "nhs num", "nhs id", "nhsnumber", "nhsno"]
    ),
    (
      "a National Insurance number",
      [
        "ni number", "ni no", "nino", "national insurance", "ninumber",
        "nationalinsurancenumber",
      ]
    ),
    ("a PNC number", ["pnc", "pncid", "pncno", "pncnumber"]),
    (
      "a prison number",
      [
        "prison number", "prison no", "prisoner number", "prisoner no", "noms number", "noms no",
        "noms id", "nomis number", "nomis no", "nomis id", "nomsid", "prisonnumber", "nomsnumber",
      ]
    ),
    (
      "a reference number",
      [
        "urn", "crn", "case number", "case no", "case num", "case ref", "case reference",
        "casenumber",
      ]
    ),
  ]

  private static let scores = [
    "decile score", "risk score", "risk decile", "score text", "raw score", "prediction",
    "predicted", "predictor", "ogrs", "ogrs2", "ogrs3", "ogrs4", "ovp", "ogp", "rsr", "osp",
    "ospc", "ospi", "compas", "propensity",
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

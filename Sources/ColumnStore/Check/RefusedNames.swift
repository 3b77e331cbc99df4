import CohortModel

/// Columns that are refused for what their names or descriptors say they are.
enum RefusedNames {
  private static let identifiers: Set<String> = [
    "nhsnumber", "nhsno", "nino", "ninumber", "nationalinsurancenumber", "pnc", "pncid", "pncno",
    "pncnumber", "prisonnumber", "nomsnumber", "name", "fullname", "surname", "lastname",
    "familyname", "forename", "forenames", "firstname", "givenname", "middlename", "middlenames",
    "initials", "firstinitial", "surnameinitial", "finitial", "sinitial", "dob", "dateofbirth",
    "birthdate", "birthday", "address", "addressline1", "addressline2", "homeaddress", "postcode",
    "email", "emailaddress", "phone", "phonenumber", "telephone", "telephonenumber", "mobile",
    "mobilenumber",
  ]

  private static let scores: Set<String> = [
    "ogrs", "ogrs2", "ogrs3", "ogrs4", "ovp", "ogp", "rsr", "osp", "ospc", "ospi", "compas",
    "prediction", "predicted", "propensity",
  ]

  /// Problems with the columns in a resource's header that its descriptor does not declare, and with
  /// declared scores. The names of declared fields are `PackageReader`'s to judge: it knows which of
  /// them are keys, which are replaced and never stored.
  static func problems(_ resource: Resource, header: [String]) -> [PackageProblem] {
    var problems: [PackageProblem] = []
    let scores = resource.fields.filter(\.isScore).map(\.name)
    for name in scores + header.filter({ resource.field($0) == nil }) {
      let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      if resource.field(name)?.isScore == true || isScore(words) {
        problems.append(
          PackageProblem(
            "The column is a risk or prediction score. Scores are not taken in: remove it.",
            file: resource.path, field: name, rule: "G05"))
      } else if let rule = identifierRule(name) {
        problems.append(
          PackageProblem(
            "The column is named as an identifier. Remove it, or replace its values by keys "
              + "without meaning and name it so.", file: resource.path, field: name, rule: rule))
      }
    }
    return problems
  }

  /// The rule against columns of that name: dates of birth (G11), other identifiers (G10), or none.
  static func identifierRule(_ name: String) -> String? {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let word = words.joined()
    guard identifiers.contains(word) else { return nil }
    return word == "dob" || word == "dateofbirth" || word.hasPrefix("birth") ? "G11" : "G10"
  }

  private static func isScore(_ words: [String]) -> Bool {
    !scores.isDisjoint(with: words)
      || (words.contains("score")
        && (words.contains("risk") || words.contains("decile")))
      || (words.contains("risk") && words.contains("decile"))
  }
}

/// The Welsh of labels, by their English: one wording has one translation wherever it stands.
///
/// A code list or a pilot that gives a Welsh label of its own keeps it. Official terms are used where
/// there are some (sentencing, the Victims' Code, Housing (Wales) Act 2014).
enum WelshGlossary {
  /// The Welsh of a label; nil where the glossary has none.
  static func welsh(_ label: some StringProtocol) -> String? { entries[String(label)] }

  private static let entries: [String: String] = {
    let parts = [people, justice, families, treatment, housing, housingPilots, crime, crimePilots]
    var entries: [String: String] = [:]
    for line in parts.joined(separator: "\n").split(separator: "\n") {
      let sides = line.split(separator: "|", maxSplits: 1)
      precondition(sides.count == 2, "A line of the glossary is English|Welsh.")
      entries[String(sides[0])] = String(sides[1])
    }
    return entries
  }()
}

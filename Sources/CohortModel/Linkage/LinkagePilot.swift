/// The pilot `linkage`, which every package with links has unless it brings one of that name:
/// everyone in the links, and how well their records are linked.
///
/// It is written as the pilots of a package are, and read by the same reader.
enum LinkagePilot {
  static let file = "pilots/linkage.yaml (made from the links)"

  static func text(_ linkage: LinkageResource) -> String {
    var variables = [
      "datasets: {label: Datasets, label_cy: Setiau data, from: linkage.dataset, at: ever,"
        + " kind: multi-response}",
      "linked: {label: Number of datasets, label_cy: Nifer y setiau data,"
        + " distinct: linkage.dataset, bands: [up to 1, 2+]}",
      "records: {label: Number of records, label_cy: Nifer y cofnodion,"
        + " count: record, bands: [1, 2, 3-4, 5+]}",
      "joined: {label: Where the links change, label_cy: Lle mae'r cysylltiadau'n newid,"
        + " from: linkage.joined, at: ever, kind: multi-response}",
    ]
    var outcomes = [linked, changed]
    for (attribute, codes) in linkage.attributes {
      let name = attribute.rawValue
      let words = words(attribute)
      if !codes.isEmpty, attribute != .birthYear {
        let missing = codes.first { linkage.missingCodes(attribute).contains($0.code) }
        variables.append(
          "\(name): {label: \(words.label), label_cy: \(words.welsh), from: linkage.\(name),"
            + " at: ever\(missing.map { ", missing: \(quoted($0.code))" } ?? "")}")
      }
      variables.append(
        "\(name)_conflict: {label: Different values of \(words.subject),"
          + " label_cy: \(quoted("Gwahanol werthoedd ar gyfer \(words.subjectWelsh)")),"
          + " distinct: linkage.\(name), bands: [up to 1, 2+]}")
      outcomes.append(conflict(name, words))
    }
    return """
      pilot: linkage
      title: How well the records are linked
      title_cy: Pa mor dda y mae'r cofnodion wedi'u cysylltu
      population: Everyone with a record in the links, as persons at the chosen link level
      questions:
        - How many persons are in two datasets or more, by dataset and by group?
        - For how many does it depend on the link level who they are?
        - How often do datasets disagree about a person's sex, ethnicity or year of birth?
      will:
        - Show how far the links can be relied on, for each dataset and group
      will_not:
        - Say which records were linked, or show anything about one person
      events:
        record: {label: Record in a dataset, label_cy: Cofnod mewn set ddata, resource: linkage}
        change: {label: Links change between levels, label_cy: Cysylltiadau'n newid rhwng lefelau,
          resource: linkage, where: {joined: [medium, low]}}
      index: {event: record, choose: first}
      variables:
      \(variables.map { "  \($0)\n" }.joined())outcomes:
      \(outcomes.joined())
      """
  }

  private typealias Words = (
    label: String, welsh: String, subject: String, subjectWelsh: String
  )

  private static func words(_ attribute: PersonAttribute) -> Words {
    switch attribute {
    case .sex: ("Sex", "Rhyw", "sex", "rhyw")
    case .ethnicity: ("Ethnicity", "Ethnigrwydd", "ethnicity", "ethnigrwydd")
    case .birthYear: ("Year of birth", "Blwyddyn geni", "year of birth", "blwyddyn geni")
    case .area: ("Area", "Ardal", "area", "ardal")
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  private static let source = "The links of this package, one record for each source record"

  private static let linked = """
      is_linked:
        label: In two datasets or more
        label_cy: Mewn dwy set ddata neu fwy
        where: {linked: ['2+']}
        card:
          numerator: Persons with records in two datasets or more at the chosen link level
          denominator: All persons with a record in the links
          window: None; the links have no date
          censoring: None
          source: \(source)
          limits:
            - A person in one dataset may have records elsewhere that were not linked
            - A looser level links more and also wrongly joins more

    """

  private static let changed = """
      changes:
        label: Links change between levels
        label_cy: Cysylltiadau'n newid rhwng lefelau
        event: change
        card:
          numerator: Persons with a record that is joined with others at the medium or low level only
          denominator: All persons with a record in the links
          window: None; the links have no date
          censoring: None
          source: \(source)
          limits:
            - Says that the level matters for a person, not which level is right

    """

  private static func conflict(_ name: String, _ words: Words) -> String {
    """
      \(name)_differs:
        label: Datasets disagree on \(words.subject)
        label_cy: \(quoted("Setiau data yn anghytuno ar \(words.subjectWelsh)"))
        where: {\(name)_conflict: ['2+']}
        among: {linked: ['2+']}
        card:
          numerator: Those with two or more different values of \(words.subject) among their records
          denominator: Persons in two datasets or more at the chosen link level
          window: None; the links have no date
          censoring: None
          source: \(source)
          limits:
            - Codes are compared at the top of their lists; missing values disagree with none
            - A conflict may be a wrong link, a wrong entry, or a change in the person's own answer

    """
  }
}

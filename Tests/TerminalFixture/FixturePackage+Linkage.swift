import CohortModel

extension FixturePackage {
  /// The invented package with links, and the pilot that says how well they hold.
  public static let linked: DataPackage = {
    var linked = package
    linked.links = .spine("links.csv")
    guard let linkage = LinkageResource(linked) else { return linked }
    linked.resources.append(linkage.resource)
    linked.codeLists += linkage.codeLists
    linked.pilots.append(pilot)
    return linked
  }()

  private static let isLinked = [FieldCondition(field: "linked", codes: ["2+"])]

  private static let pilot = Pilot(
    name: "linkage", title: "How well the records are linked",
    population: "Everyone with a record in the links",
    questions: ["How many persons are in two datasets or more?"],
    will: ["Show how far the links can be relied on"], willNot: ["Show anything about one person"],
    events: [
      EventDefinition(name: "record", label: "Record in a dataset", resource: "linkage"),
      EventDefinition(
        name: "change", label: "Links change", resource: "linkage",
        conditions: [FieldCondition(field: "joined", codes: ["medium", "low"])]),
    ],
    index: IndexDefinition(event: "record"),
    variables: [
      Variable(
        name: "datasets", label: "Datasets", resource: "linkage", field: "dataset", moment: .ever,
        kind: .multiResponse),
      Variable(
        name: "linked", label: "Number of datasets", resource: "linkage", field: "dataset",
        derivation: .distinct, moment: .ever,
        coding: .bands([Band(lower: nil, upper: 1), Band(lower: 2, upper: nil)])),
      Variable(
        name: "records", label: "Number of records", resource: "linkage", field: "",
        derivation: .count(event: "record", .ever), moment: .ever,
        coding: .bands([Band(lower: 1, upper: 1), Band(lower: 2, upper: nil)])),
      Variable(
        name: "sex_conflict", label: "Different values of sex", resource: "linkage",
        field: "dataset", derivation: .distinct, moment: .ever,
        coding: .bands([Band(lower: nil, upper: 1), Band(lower: 2, upper: nil)])),
    ],
    outcomes: [
      outcome("is_linked", "In two datasets or more", holds: isLinked),
      Outcome(
        name: "changes", label: "Links change between levels", event: "change",
        card: card("Links change between levels")),
      outcome(
        "sex_differs", "Datasets disagree on sex",
        holds: [FieldCondition(field: "sex_conflict", codes: ["2+"])], among: isLinked),
    ])

  private static func outcome(
    _ name: String, _ label: String, holds: [FieldCondition], among: [FieldCondition] = []
  ) -> Outcome {
    Outcome(name: name, label: label, event: "", holds: holds, among: among, card: card(label))
  }

  private static func card(_ name: String) -> DefinitionCard {
    DefinitionCard(
      name: name, numerator: "Those persons", denominator: "All persons in the links",
      window: "None", censoring: "None", source: "The links")
  }
}

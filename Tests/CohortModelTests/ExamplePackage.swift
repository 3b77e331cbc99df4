import CohortModel

/// A package with one of everything that a plan has to deal with.
enum ExamplePackage {
  static let sexes = CodeList(
    name: "sex",
    codes: [Code("F", "Female", welsh: "Benyw"), Code("M", "Male"), Code("N", "Not known")])
  static let areas = CodeList(
    name: "area",
    codes: [
      Code("ENG", "England"), Code("LON", "London", parent: "ENG"),
      Code("CAM", "Camden", parent: "LON"), Code("HAC", "Hackney", parent: "LON"),
      Code("NE", "North East", parent: "ENG"), Code("SE", "South East", parent: "ENG"),
      Code("WAL", "Wales"), Code("NW", "North Wales", parent: "WAL"),
      Code("SW", "South Wales", parent: "WAL"),
    ])
  static let needs = CodeList(
    name: "needs",
    codes: [
      Code("drugs", "Drugs"), Code("opiates", "Opiates", parent: "drugs"),
      Code("housing", "Housing"), Code("debt", "Debt"),
    ])

  static var pilot: Pilot {
    Pilot(
      name: "leavers", title: "Prison leavers",
      events: [
        EventDefinition(name: "release", label: "Release from custody", resource: "releases"),
        EventDefinition(name: "housed", label: "Housed", resource: "housing"),
        EventDefinition(name: "recall", label: "Recall to custody", resource: "recalls"),
        EventDefinition(name: "offence", label: "Proven reoffence", resource: "offences"),
      ],
      index: IndexDefinition(event: "release", choice: .each),
      variables: [
        Variable(
          name: "sex", label: "Sex", resource: "persons", field: "sex", moment: .ever,
          missingCode: "N"),
        Variable(
          name: "age", label: "Age at release", resource: "index", field: "age",
          coding: .bands([
            Band(lower: 18, upper: 20), Band(lower: 21, upper: 24), Band(lower: 25, upper: nil),
          ])),
        Variable(
          name: "year", label: "Year of release", resource: "index", field: "release_date",
          coding: .calendar(.year)),
        Variable(name: "area", label: "Area", resource: "index", field: "area"),
        Variable(
          name: "needs", label: "Support needs", resource: "assessments", field: "need",
          kind: .multiResponse, isSensitive: true),
        Variable(
          name: "tenure", label: "Tenure", resource: "housing", field: "sex",
          moment: .stage("housed")),
      ],
      stages: [
        Stage(name: "released", label: "Released", dropLabel: "Not known to be housed"),
        Stage(
          name: "housed", label: "Housed on the first night", event: "housed",
          window: Window(CalendarSpan(1, .days)),
          branches: [Branch(name: "recalled", label: "Recalled", event: "recall")],
          dropLabel: "Not settled"),
        Stage(name: "settled", label: "Settled at 3 months", event: "housed"),
      ],
      milestones: [
        Milestone(
          name: "recalled", label: "Recalled by 6 weeks", event: "recall",
          span: CalendarSpan(42, .days))
      ],
      outcomes: [
        Outcome(
          name: "reoffended", label: "Proven reoffending within 12 months", event: "offence",
          span: CalendarSpan(12, .months), card: card("Proven reoffending")),
        Outcome(
          name: "young", label: "Reoffending of young adults", event: "offence",
          span: CalendarSpan(12, .months),
          among: [FieldCondition(field: "age", codes: ["18-20"])], card: card("Young")),
      ],
      units: [UnitOfCount(name: "household", label: "Households", keyField: "note")])
  }

  static func card(_ name: String) -> DefinitionCard {
    DefinitionCard(
      name: name, numerator: "n", denominator: "d", window: "w", censoring: "c", source: "s")
  }

  static var package: DataPackage {
    func resource(_ name: String, _ fields: [Field]) -> Resource {
      Resource(
        name: name, title: name.capitalized, path: "data/\(name).csv", agreement: "DSA-1",
        fields: fields, personField: "id", dateField: "date")
    }
    let names = ["releases", "persons", "housing", "recalls", "offences", "assessments"]
    let fields = [
      Field(name: "age", kind: .integer, isRequired: true),
      Field(name: "release_date", kind: .date, isRequired: true),
      Field(name: "area", codeList: "area"), Field(name: "sex", codeList: "sex", isRequired: true),
      Field(name: "need", codeList: "needs"), Field(name: "note"),
    ]
    return DataPackage(
      name: "example", title: "Example", version: "1", isSynthetic: true, owner: "Owner",
      period: Period(first: CalendarDay("2019-01-01")!, last: CalendarDay("2021-12-31")!),
      resources: names.map { resource($0, fields) }, codeLists: [sexes, areas, needs],
      pilots: [pilot],
      agreements: [
        Agreement(
          id: "DSA-1", owner: "Owner", resources: names, pilots: ["leavers"], purpose: "Research",
          expires: CalendarDay("2030-12-31"), minimumFrequency: 12)
      ])
  }
}

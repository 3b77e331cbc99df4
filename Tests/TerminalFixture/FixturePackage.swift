import CohortModel

/// A synthetic package of two pilots, small enough to be read on a screen.
public enum FixturePackage {
  public static let today = CalendarDay("2026-01-15")!

  public static let package = DataPackage(
    name: "fixture", title: "Invented cohorts", version: "2026.1", isSynthetic: true,
    owner: "Analytical unit",
    period: Period(first: CalendarDay("2019-01-01")!, last: CalendarDay("2023-12-31")!),
    coverage: "People whose records carry no date of birth.", resources: resources,
    codeLists: codeLists, pilots: [reoffending, treatment])

  private static let resources: [Resource] = [
    Resource(
      name: "releases", title: "Releases from custody", path: "data/releases.csv", owner: "HMPPS",
      coverage: "Releases of adults.",
      fields: [
        Field(name: "release_date", kind: .date, isRequired: true),
        Field(name: "age", kind: .integer, isRequired: true),
        Field(name: "sex", codeList: "sex", isRequired: true),
        Field(name: "region", codeList: "region", isRequired: true),
        Field(name: "offence", codeList: "offence", isRequired: true),
      ], personField: "id", dateField: "release_date"),
    Resource(
      name: "housing", title: "Accommodation checks", path: "data/housing.csv", owner: "Probation",
      fields: [Field(name: "date", kind: .date)], personField: "id", dateField: "date"),
    Resource(
      name: "courts", title: "Convictions", path: "data/courts.csv", owner: "Courts",
      fields: [Field(name: "date", kind: .date)], personField: "id", dateField: "date"),
  ]

  private static let regions = [
    "North East", "North West", "Yorkshire and The Humber", "East Midlands", "West Midlands",
    "East of England", "London", "South East", "South West",
  ]

  private static let codeLists: [CodeList] = [
    CodeList(
      name: "sex",
      codes: [Code("F", "Female", welsh: "Benyw"), Code("M", "Male", welsh: "Gwryw")]),
    CodeList(
      name: "region",
      codes: regions.enumerated().flatMap { number, name in
        [Code("E\(number)", name)]
          + (1...4).map { Code("E\(number)-\($0)", "\(name) area \($0)", parent: "E\(number)") }
      } + [Code("W", "Wales", welsh: "Cymru"), Code("X", "Not\u{202E} known\u{1B}[2J\u{200B}")]),
    CodeList(
      name: "offence",
      codes: [
        Code("1", "Violence against the person"), Code("2", "Theft", welsh: "Dwyn"),
        Code("3", "Drug offences"),
        Code("4", "Public order"), Code("5", "日本語の罪名 (wide label)"),
      ]),
  ]

  private static let card = DefinitionCard(
    name: "Proven reoffending within 12 months",
    numerator: "Members with an offence in the window that led to a conviction",
    denominator: "Members whose follow-up is complete",
    window: "12 months from release, and 6 months for a conviction",
    censoring: "Members observed for less are left out", source: "Convictions",
    limits: ["Convictions outside England and Wales are not known."])

  private static let reoffending = Pilot(
    name: "reoffending", title: "Reducing reoffending", titleWelsh: "Lleihau aildroseddu",
    population: "Adults released from custody.",
    questions: ["What helps people who leave prison not to reoffend?"],
    will: ["Show what helps, and for whom the way is harder."],
    willNot: ["Show or score a person."],
    events: [
      EventDefinition(
        name: "release", label: "Release from custody", labelWelsh: "Rhyddhau o'r ddalfa",
        resource: "releases"),
      EventDefinition(name: "housed", label: "Housed on the first night", resource: "housing"),
      EventDefinition(name: "recall", label: "Recall to custody", resource: "releases"),
      EventDefinition(name: "reoffence", label: "Proven reoffence", resource: "courts"),
    ],
    index: IndexDefinition(event: "release"), variables: variables,
    stages: [
      Stage(
        name: "released", label: "Released", labelWelsh: "Rhyddhawyd",
        dropLabel: "Not known to be housed", dropLabelWelsh: "Dim llety'n hysbys"),
      Stage(
        name: "housed", label: "Housed on the first night",
        labelWelsh: "Mewn llety ar y noson gyntaf", event: "housed",
        window: Window(CalendarSpan(1, .days)),
        branches: [Branch(name: "recalled", label: "Recalled", event: "recall")],
        dropLabel: "Not settled at 3 months"),
      Stage(
        name: "settled", label: "Settled at 3 months", event: "housed",
        window: Window(CalendarSpan(100, .days)), dropLabel: "Not in work at 6 months"),
      Stage(name: "employed", label: "In work at 6 months", event: "housed"),
    ],
    milestones: [
      Milestone(
        name: "benefit", label: "Benefit claim by 6 weeks", event: "housed",
        span: CalendarSpan(42, .days))
    ],
    outcomes: [
      Outcome(
        name: "reoffended", label: "Proven reoffending within 12 months", event: "reoffence",
        span: CalendarSpan(12, .months), settling: CalendarSpan(6, .months), card: card)
    ])

  private static let variables: [Variable] = [
    Variable(name: "sex", label: "Sex", labelWelsh: "Rhyw", resource: "index", field: "sex"),
    Variable(
      name: "age", label: "Age at release", labelWelsh: "Oedran wrth ryddhau", resource: "index",
      field: "age",
      coding: .bands([
        Band(lower: 18, upper: 20), Band(lower: 21, upper: 24), Band(lower: 25, upper: 29),
        Band(lower: 30, upper: 39), Band(lower: 40, upper: 49), Band(lower: 50, upper: nil),
      ])),
    Variable(
      name: "year", label: "Year of release", resource: "index", field: "release_date",
      coding: .calendar(.year)),
    Variable(
      name: "region", label: "Region", labelWelsh: "Rhanbarth", resource: "index",
      field: "region"),
    Variable(
      name: "offence", label: "Index offence", resource: "index", field: "offence",
      isSensitive: true),
  ]

  private static let treatment = Pilot(
    name: "treatment", title: "Reducing substance misuse",
    population: "Adults sentenced to treatment.",
    questions: ["Do the pathways from probation to treatment work?"],
    events: [
      EventDefinition(name: "sentence", label: "Sentence", resource: "releases"),
      EventDefinition(name: "start", label: "Treatment start", resource: "housing"),
    ],
    index: IndexDefinition(event: "sentence"), variables: Array(variables.prefix(4)),
    stages: [
      Stage(name: "sentenced", label: "Sentenced"),
      Stage(name: "started", label: "In treatment by day 21", event: "start"),
    ])
}

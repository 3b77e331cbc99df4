import CohortModel

/// The worked example of `docs/cohorts.md`: five releases, and what happened before and after.
enum ExamplePilot {
  static func pilot() -> Pilot {
    Pilot(
      name: "example", title: "Example",
      events: [
        EventDefinition(name: "release", label: "Release", resource: "releases"),
        EventDefinition(
          name: "housed", label: "Housed", resource: "checks",
          conditions: [FieldCondition(field: "status", codes: ["H"])]),
        EventDefinition(name: "job", label: "Job", resource: "jobs"),
        EventDefinition(
          name: "reoffence", label: "Proven reoffence", resource: "offences",
          confirmedBy: Confirmation(dateField: "convicted", within: CalendarSpan(18, .months))),
        EventDefinition(name: "recall", label: "Recall", resource: "recalls"),
        EventDefinition(name: "death", label: "Death", resource: "deaths"),
        EventDefinition(
          name: "charge", label: "Charged in the case", resource: "offences",
          matching: [CaseMatch(field: "case", indexField: "case")]),
        EventDefinition(
          name: "employed", label: "Employed", resource: "jobs", isOpenAtIndex: true),
      ],
      index: IndexDefinition(event: "release", choice: .each),
      followUp: FollowUp(censoredBy: ["death"]),
      variables: [
        Variable(name: "offence", label: "Offence", resource: "index", field: "offence"),
        Variable(
          name: "needs", label: "Needs", resource: "checks", field: "need", moment: .ever,
          kind: .multiResponse),
        Variable(
          name: "where", label: "Where housed", resource: "checks", field: "status",
          moment: .stage("housed")),
        Variable(
          name: "year", label: "Year", resource: "index", field: "released",
          coding: .calendar(.year)),
      ] + numbers,
      stages: [
        Stage(
          name: "released", label: "Released",
          branches: [Branch(name: "recalled", label: "Recalled", event: "recall")]),
        Stage(
          name: "housed", label: "Housed", event: "housed",
          window: Window(CalendarSpan(28, .days))),
        Stage(
          name: "working", label: "Working", event: "job",
          window: Window(CalendarSpan(3, .months), of: .previous)),
      ],
      milestones: [
        Milestone(
          name: "job6", label: "Job by 6 weeks", event: "job", span: CalendarSpan(42, .days)),
        Milestone(
          name: "employed6", label: "Employed by 6 weeks", event: "employed",
          span: CalendarSpan(42, .days)),
      ],
      outcomes: [
        Outcome(
          name: "reoffended", label: "Reoffended", event: "reoffence",
          span: CalendarSpan(12, .months), settling: CalendarSpan(6, .months),
          card: DefinitionCard(
            name: "Reoffended", numerator: "", denominator: "", window: "", censoring: "",
            source: "")),
        Outcome(
          name: "died", label: "Died", event: "death", span: CalendarSpan(2, .months),
          isTerminal: true,
          card: DefinitionCard(
            name: "Died", numerator: "", denominator: "", window: "", censoring: "",
            source: "")),
      ],
      units: [UnitOfCount(name: "case", label: "Cases", keyField: "case")])
  }

  /// Numbers of events, of different values and of days.
  private static var numbers: [Variable] {
    func number(
      _ name: String, _ derivation: Variable.Derivation, _ resource: String, field: String = "",
      _ bands: [Band]
    ) -> Variable {
      Variable(
        name: name, label: name, resource: resource, field: field, derivation: derivation,
        moment: .ever, coding: .bands(bands))
    }
    let some = [Band(lower: 0, upper: 0), Band(lower: 1, upper: nil)]
    let years = CalendarSpan(24, .months)
    return [
      number("charges", .count(event: "charge", .within(years)), "offences", some),
      number("earlier", .count(event: "release", .before(years)), "releases", some),
      number(
        "others", .count(event: "release", .ever), "releases",
        [Band(lower: 0, upper: 0), Band(lower: 1, upper: 1), Band(lower: 2, upper: nil)]),
      number(
        "kinds", .distinct, "checks", field: "status",
        [Band(lower: 0, upper: 0), Band(lower: 1, upper: 1), Band(lower: 2, upper: nil)]),
      number(
        "wait", .daysTo(event: "housed", within: CalendarSpan(60, .days)), "checks",
        [Band(lower: 0, upper: 7), Band(lower: 8, upper: 28), Band(lower: 29, upper: nil)]),
      number(
        "gap", .daysSince(event: "release", before: years), "releases",
        [Band(lower: 1, upper: 365), Band(lower: 366, upper: nil)]),
    ]
  }

  static func package() -> DataPackage {
    func resource(
      _ name: String, date: String, _ fields: [Field] = [], end: String? = nil
    ) -> Resource {
      Resource(
        name: name, path: "\(name).csv", fields: [Field(name: date, kind: .date)] + fields,
        personField: "id", dateField: date, endField: end)
    }
    return DataPackage(
      name: "example", title: "Example", version: "1", isSynthetic: true, owner: "Nobody",
      period: Period(first: CalendarDay("2020-01-01")!, last: CalendarDay("2022-12-31")!),
      defaultLinkLevel: .high,
      resources: [
        resource(
          "releases", date: "released",
          [Field(name: "offence", codeList: "offences"), Field(name: "case")]),
        resource(
          "checks", date: "checked",
          [Field(name: "status", codeList: "status"), Field(name: "need", codeList: "needs")]),
        resource("jobs", date: "started", [Field(name: "ended", kind: .date)], end: "ended"),
        resource(
          "offences", date: "committed",
          [Field(name: "convicted", kind: .date), Field(name: "case")]),
        resource("recalls", date: "recalled"), resource("deaths", date: "died"),
      ],
      codeLists: [
        CodeList(
          name: "offences",
          codes: [
            Code("V", "Violence"), Code("V1", "Assault", parent: "V"), Code("T", "Theft"),
          ]),
        CodeList(name: "status", codes: [Code("H", "Housed"), Code("N", "Not housed")]),
        CodeList(name: "needs", codes: [Code("D", "Drugs"), Code("M", "Mental health")]),
      ],
      pilots: [pilot()])
  }

  /// Persons 0 to 3 as in the documentation; 0 and 1 are one person at the medium level, and 0 to 2
  /// at the low level.
  static func book() -> RecordBook {
    let package = package()
    var book = RecordBook(package: package, medium: [0, 0, 1, 2], low: [0, 0, 0, 1])
    func set(_ resource: String, _ list: [(Int, [String: String])]) {
      book.set(list.map { RecordBook.Record($0, $1) }, of: package.resource(resource)!)
    }
    set(
      "releases",
      [
        (0, ["released": "2020-01-31", "offence": "V1", "case": "k1"]),
        (0, ["released": "2021-06-01", "offence": "T", "case": "k2"]),
        (1, ["released": "2020-03-01", "offence": "T", "case": "k1"]),
        (2, ["released": "2022-06-01", "case": "k3"]),
        (3, ["offence": "T"]),
      ])
    set(
      "checks",
      [
        (0, ["checked": "2020-02-28", "status": "H", "need": "D"]),
        (1, ["checked": "2020-03-01", "status": "N", "need": "M"]),
        (1, ["checked": "2020-03-30", "status": "H", "need": "D"]),
        (2, ["checked": "2022-06-02", "status": "H"]),
      ])
    set("jobs", [(0, ["started": "2020-05-28"]), (2, ["started": "2022-06-01"])])
    set(
      "offences",
      [
        (0, ["committed": "2021-01-31", "convicted": "2021-07-31", "case": "k1"]),
        (1, ["committed": "2020-04-01", "convicted": "2021-09-02", "case": "k9"]),
      ])
    set("recalls", [(1, ["recalled": "2020-03-20"])])
    set("deaths", [(2, ["died": "2022-07-15"])])
    return book
  }
}

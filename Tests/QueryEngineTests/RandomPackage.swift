import CohortModel

/// Packages with one pilot each, drawn at random, and records as bad as real ones: missing and
/// impossible dates, ties, events before the index, codes that no list has, persons who are two or
/// three at a stricter link level.
struct RandomPackage {
  private var random: RepeatableRandom
  private static let offences = CodeList(
    name: "offences",
    codes: [
      Code("V", "Violence"), Code("V1", "Assault", parent: "V"), Code("V2", "Other", parent: "V"),
      Code("T", "Theft"), Code("T1", "Burglary", parent: "T"),
      Code("T11", "Dwelling", parent: "T1"), Code("T12", "Other", parent: "T1"),
      Code("T2", "Shoplifting", parent: "T"), Code("D", "Drugs"),
    ])
  private static let sexes = CodeList(
    name: "sexes", codes: [Code("F", "Female"), Code("M", "Male"), Code("N", "Not known")])
  private static let statuses = CodeList(
    name: "statuses",
    codes: [Code("1", "Settled"), Code("2", "Temporary"), Code("3", "None"), Code("9", "Other")])

  private static func resources() -> [Resource] {
    func dated(
      _ name: String, _ fields: [Field], date: String, end: String? = nil
    ) -> Resource {
      Resource(
        name: name, path: "\(name).csv",
        fields: fields + [Field(name: "case"), Field(name: "part", kind: .integer)],
        personField: "id", dateField: date, endField: end)
    }
    return [
      Resource(
        name: "persons", path: "persons.csv",
        fields: [
          Field(name: "sex", codeList: "sexes"), Field(name: "flag", kind: .boolean),
          Field(name: "born", kind: .year), Field(name: "registered", kind: .date),
          Field(name: "need", codeList: "statuses"), Field(name: "case"),
        ], personField: "id"),
      dated(
        "releases",
        [
          Field(name: "released", kind: .date), Field(name: "decided", kind: .date),
          Field(name: "offence", codeList: "offences"), Field(name: "age", kind: .integer),
          Field(name: "licence", kind: .boolean), Field(name: "length", kind: .number),
          Field(name: "sex", codeList: "sexes", isRequired: true),
        ], date: "released", end: "decided"),
      dated(
        "checks",
        [
          Field(name: "checked", kind: .date),
          Field(name: "status", kind: .integer, codeList: "statuses"),
          Field(name: "month", kind: .yearmonth), Field(name: "offence", codeList: "offences"),
          Field(name: "until", kind: .date),
        ], date: "checked", end: "until"),
      dated(
        "offences",
        [
          Field(name: "committed", kind: .date), Field(name: "convicted", kind: .date),
          Field(name: "offence", codeList: "offences"), Field(name: "age", kind: .integer),
        ], date: "committed"),
      dated("deaths", [Field(name: "died", kind: .date)], date: "died"),
    ]
  }

  /// Fields that tell cases apart, and are no variables.
  private static let references: Set<String> = ["case", "part"]

  init(seed: UInt64) { random = RepeatableRandom(seed: seed) }

  mutating func book() -> RecordBook {
    let period = Period(first: day("2020-01-01"), last: day("2022-06-30"))
    let package = DataPackage(
      name: "random", title: "Random", version: "1", isSynthetic: true, owner: "Nobody",
      period: period, resources: RandomPackage.resources(),
      codeLists: [RandomPackage.offences, RandomPackage.sexes, RandomPackage.statuses],
      pilots: [pilot()], policy: DisclosurePolicy(maximumCells: 4_000))
    var medium = [0]
    var low = [0]
    for atom in 1..<random.number(2..<45) {
      let joins = random.chance(0.3)
      medium.append(joins ? medium[atom - 1] : medium[atom - 1] + 1)
      low.append(joins || random.chance(0.3) ? low[atom - 1] : low[atom - 1] + 1)
    }
    var book = RecordBook(package: package, medium: medium, low: low)
    for resource in package.resources {
      var records: [RecordBook.Record] = []
      let most = ["persons": 2, "deaths": 2][resource.name] ?? 5
      for atom in 0..<book.atomCount {
        for _ in 0..<random.number(0..<most) {
          var values: [String: String] = [:]
          for field in resource.fields { values[field.name] = value(of: field) }
          records.append(RecordBook.Record(atom, values))
        }
      }
      book.set(records.shuffled(using: &random), of: resource)
    }
    return book
  }

  private func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

  private mutating func date() -> CalendarDay {
    // Few days, so that many are the same; ends of months, where calendar months are difficult.
    let first = day("2020-01-31")
    if random.chance(0.04) { return day(random.one(of: ["1900-01-01", "2031-05-05"])) }
    if random.chance(0.3) { return first.adding(months: random.number(0..<30)) }
    return first.adding(days: random.number(0..<30) * random.one(of: [1, 7, 28]))
  }

  private mutating func value(of field: Field) -> String? {
    if field.isRequired { return random.one(of: ["F", "M"]) }
    if RandomPackage.references.contains(field.name) {
      return random.chance(0.15) ? nil : random.one(of: ["1", "2", "3"])
    }
    if random.chance(0.1) { return nil }
    switch field.kind {
    case .date: return date().description
    case .yearmonth: return String(date().description.prefix(7))
    case .year: return "\(random.number(1980..<2006))"
    case .boolean: return random.one(of: ["true", "false"])
    case .number: return random.one(of: ["0", "0.5", "2.99", "3", "11.7", "-1.5", "400"])
    case .integer where field.codeList == nil: return "\(random.number(15..<70))"
    case .integer: return random.one(of: ["1", "2", "3", "9", "7"])
    case .string:
      switch field.codeList {
      case "sexes": return random.one(of: ["F", "F", "M", "M", "N", "X"])
      case "statuses": return random.one(of: ["1", "2", "3", "9"])
      default: return random.one(of: ["V1", "V2", "T11", "T12", "T2", "D", "T", "ZZ"])
      }
    }
  }

  // MARK: The pilot

  private mutating func span() -> CalendarSpan {
    random.chance(0.5)
      ? CalendarSpan(random.one(of: [0, 1, 7, 28, 90, 365]), .days)
      : CalendarSpan(random.one(of: [1, 2, 6, 12]), .months)
  }

  private mutating func condition(on resource: Resource) -> FieldCondition? {
    let choices: [String: [String]] = [
      "sex": ["F", "M", "N"], "flag": ["true", "false"], "licence": ["true", "false"],
      "need": ["1", "2", "3"], "status": ["1", "2", "3", "9"],
      "offence": ["V", "T", "T1", "T11", "D", "V2"], "born": ["1990", "1991", "1992", "1993"],
      "month": ["2020-01", "2020-02", "2020-07", "2021-01"], "length": ["3", "0.5", "400"],
    ]
    let fields = resource.fields.map(\.name).filter { choices[$0] != nil }
    guard let field = fields.randomElement(using: &random), let codes = choices[field] else {
      return nil
    }
    return FieldCondition(field: field, codes: random.some(random.number(1..<4), of: codes))
  }

  private mutating func event(_ name: String, among names: [String]) -> EventDefinition {
    let chosen = random.one(of: names)
    let resource = RandomPackage.resources().first { $0.name == chosen }!
    var event = EventDefinition(name: name, label: name, resource: chosen)
    let conditions = random.chance(0.4) ? [condition(on: resource), condition(on: resource)] : []
    event.conditions = conditions.compactMap { $0 }
    let dates = resource.fields.filter { $0.kind == .date && $0.name != resource.dateField }
    if let date = dates.first, random.chance(0.35) {
      if random.chance(0.5) {
        event.dateField = date.name
      } else {
        event.confirmedBy = Confirmation(dateField: date.name, within: span())
      }
    }
    return event
  }

  /// Perhaps of the index record's case only, perhaps open spells as well.
  private mutating func dependent(
    _ event: EventDefinition, on index: EventDefinition
  ) -> EventDefinition {
    func references(_ name: String) -> [String] {
      let resource = RandomPackage.resources().first { $0.name == name }
      return resource?.fields.map(\.name).filter(RandomPackage.references.contains) ?? []
    }
    var event = event
    let resource = RandomPackage.resources().first { $0.name == event.resource }
    event.isOpenAtIndex =
      resource?.endField != nil && event.dateField == nil && random.chance(0.35)
    guard random.chance(0.3) else { return event }
    let fields = references(event.resource)
    for field in random.some(random.number(1..<3), of: fields) {
      event.matching.append(
        CaseMatch(field: field, indexField: random.one(of: references(index.resource))))
    }
    return event
  }

  private mutating func pilot() -> Pilot {
    let all = ["persons", "releases", "checks", "offences", "deaths"]
    var events = [event("index", among: ["releases", "releases", "releases", "checks", "persons"])]
    for number in 0..<6 {
      events.append(dependent(event("e\(number)", among: all), on: events[0]))
    }
    events.append(
      dependent(event("death", among: ["deaths", "deaths", "releases"]), on: events[0]))
    let names = events.map(\.name)
    var stages = [Stage(name: "start", label: "Start")]
    for number in 1..<random.number(1..<5) + 1 where random.chance(0.85) {
      var stage = Stage(name: "s\(number)", label: "S\(number)", event: random.one(of: names))
      if random.chance(0.6) {
        stage.window = Window(span(), of: random.chance(0.5) ? .index : .previous)
      }
      stage.isConcurrent = random.chance(0.3)
      stages.append(stage)
    }
    for number in stages.indices {
      for branch in 0..<random.number(0..<3) {
        stages[number].branches.append(
          Branch(
            name: "b\(branch)", label: "B\(branch)", event: random.one(of: names),
            span: random.chance(0.5) ? span() : nil))
      }
    }
    let variables = (0..<7).map { number in
      random.chance(0.4)
        ? derived("v\(number)", events) : variable("v\(number)", index: events[0].resource, stages)
    }
    let plain = variables.filter { if case .calendar = $0.coding { false } else { true } }
    let card = DefinitionCard(
      name: "o", numerator: "n", denominator: "d", window: "w", censoring: "c", source: "s")
    return Pilot(
      name: "p", title: "P", events: events,
      index: IndexDefinition(event: "index", choice: random.chance(0.5) ? .first : .each),
      followUp: FollowUp(
        until: random.chance(0.4) ? date() : nil, censoredBy: random.chance(0.5) ? ["death"] : []),
      variables: variables, stages: stages,
      milestones: (0..<2).map {
        Milestone(
          name: "m\($0)", label: "M", event: random.one(of: names),
          span: random.chance(0.8) ? span() : nil)
      },
      outcomes: (0..<2).map {
        Outcome(
          name: "o\($0)", label: "O", event: random.one(of: names),
          span: random.chance(0.8) ? span() : nil, settling: random.chance(0.4) ? span() : nil,
          among: random.chance(0.5)
            ? plain.randomElement(using: &random).map { [base($0)] } ?? [] : [],
          isTerminal: random.chance(0.3), card: card)
      },
      units: [UnitOfCount(name: "household", label: "Households", keyField: "case")])
  }

  /// A number of events, of different values or of days.
  private mutating func derived(_ name: String, _ events: [EventDefinition]) -> Variable {
    let event = random.one(of: events)
    var variable = Variable(
      name: name, label: name, resource: event.resource, field: "", moment: .ever,
      coding: .bands([
        Band(lower: 0, upper: 0), Band(lower: 1, upper: 1), Band(lower: 2, upper: 4),
        Band(lower: 6, upper: nil),
      ]))
    let days = Variable.Coding.bands([
      Band(lower: 0, upper: 7), Band(lower: 8, upper: 28), Band(lower: 29, upper: 90),
      Band(lower: 100, upper: nil),
    ])
    switch random.number(0..<6) {
    case 0:
      variable.derivation = .distinct
      let resource = random.one(of: RandomPackage.resources())
      let fields = resource.fields.filter {
        $0.kind != .number && !RandomPackage.references.contains($0.name)
      }
      variable.resource = resource.name
      variable.field = random.one(of: fields).name
    case 1: variable.derivation = .count(event: event.name, .ever)
    case 2: variable.derivation = .count(event: event.name, .within(span()))
    case 3: variable.derivation = .count(event: event.name, .before(span()))
    case 4:
      variable.derivation = .daysTo(event: event.name, within: span())
      variable.coding = days
    default:
      variable.derivation = .daysSince(event: event.name, before: random.chance(0.7) ? span() : nil)
      variable.coding = days
    }
    return variable
  }

  private mutating func base(_ variable: Variable) -> FieldCondition {
    let codes =
      switch variable.field {
      case _ where variable.derivation != .value: ["0", "1", "2-4", "0-7", "NA", "NK"]
      case "sex": ["F", "N", "NK"]
      case "offence": ["V", "T1", "D", "NA", "NK"]
      case "flag", "licence": ["true", "NK"]
      case "need", "status": ["1", "2", "NA"]
      default: ["up to 20", "21-24", "25-39", "NK", "up to 1990"]
      }
    return FieldCondition(field: variable.name, codes: random.some(2, of: codes))
  }

  private mutating func variable(
    _ name: String, index: String, _ stages: [Stage]
  ) -> Variable {
    let resource = random.one(
      of: RandomPackage.resources().filter { $0.name != "deaths" }
        + RandomPackage.resources().filter {
          $0.name == index
        })
    let field = random.one(
      of: resource.fields.filter { !RandomPackage.references.contains($0.name) })
    let moment: Variable.Moment =
      switch random.number(0..<3) {
      case 0: .index
      case 1: .ever
      default: .stage(random.one(of: stages).name)
      }
    var coding = Variable.Coding.codes
    if [.date, .yearmonth].contains(field.kind) {
      coding = .calendar(random.one(of: [.year, .quarter, .month]))
    } else if field.kind == .year {
      coding = .bands([Band(lower: nil, upper: 1990), Band(lower: 1991, upper: nil)])
    } else if field.codeList == nil && field.kind != .boolean {
      coding = .bands([
        Band(lower: nil, upper: 20), Band(lower: 21, upper: 24), Band(lower: 25, upper: 39),
        Band(lower: 50, upper: nil),
      ])
    }
    let isOwn = resource.name == index && random.chance(0.5)
    return Variable(
      name: name, label: name, resource: isOwn ? "index" : resource.name, field: field.name,
      moment: moment, kind: random.chance(0.3) ? .multiResponse : .partition, coding: coding,
      missingCode: field.name == "sex" && random.chance(0.5) ? "N" : nil)
  }

  // MARK: Queries

  /// A query that can be planned.
  mutating func plan(_ package: DataPackage) -> TablePlan {
    while true {
      if let plan = try? TablePlan(query(package), package: package) { return plan }
    }
  }

  private mutating func query(_ package: DataPackage) -> CohortQuery {
    let pilot = package.pilots[0]
    let names =
      pilot.variables.map(\.name) + pilot.milestones.map(\.name) + pilot.outcomes.map(\.name)
      + ["stage"]
    var axes = random.some(random.number(0..<4), of: names).map {
      AxisVariable($0, depth: random.one(of: [nil, 1, 2, 3]))
    }
    var query = CohortQuery(pilot: "p", linkLevel: random.one(of: LinkLevel.allCases))
    query.rows = axes.popLast().map { [$0] } ?? []
    query.columns = axes.popLast().map { [$0] } ?? []
    query.pages = axes.popLast().map { [$0] } ?? []
    if random.chance(0.3) {
      let codes = [
        "F", "M", "V", "T1", "T11", "1", "2", "true", "21-24", "yes", "NK", "not D", "0", "NA",
      ]
      query.filters = [
        Filter(
          variable: random.one(of: names), codes: random.some(random.number(1..<3), of: codes))
      ]
    }
    if random.chance(0.2) {
      query.stage = random.one(of: ["s1", "s2", "start.dropped", "start.censored", "start.b0"])
    }
    if random.chance(0.2), let axis = query.rows.first {
      query.recodes = [
        Recode(
          variable: axis.name,
          groups: [Recode.Group(name: "G", codes: random.one(of: [["V1", "T2"], ["1", "3"]]))])
      ]
    }
    if random.chance(0.3) {
      query.history = [
        EarlierEvent(
          event: random.one(of: pilot.events).name, within: span(), isNegated: random.chance(0.5))
      ]
    }
    if random.chance(0.25) {
      let days = [date(), date()].sorted()
      query.period = Period(first: days[0], last: days[1])
    }
    if random.chance(0.2) { query.unit = "household" }
    switch random.number(0..<6) {
    case 0: query.measure = .events(nil)
    case 1: query.measure = .events(random.one(of: pilot.events).name)
    case 2:
      let first = random.number(0..<2)
      query.measure = .share(
        random.number(0..<3) == 0 ? ["o\(first)", "o\(1 - first)"] : ["o\(first)"])
    case 3:
      query.measure = .median(
        from: random.one(of: pilot.stages).name, to: random.one(of: pilot.stages).name)
    default: query.measure = .persons
    }
    return query
  }
}

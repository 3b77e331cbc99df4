import CohortModel

/// Random queries: of names that need quoting, for the text form, or of the example package's names.
struct RandomQuery {
  var random: RepeatableRandom

  init(seed: UInt64) { random = RepeatableRandom(seed: seed) }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func list<T>(_ most: Int, _ make: (inout RandomQuery) -> T) -> [T] {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in make(&self) }
  }

  private mutating func name() -> String {
    let pieces = [
      "a", "rows", "stage", "to", " ", "\"", "=", ",", ";", ":", "é", "18-20", ".", "within",
    ]
    return (0..<Int.random(in: 0...3, using: &random)).map { _ in
      pieces.randomElement(using: &random)!
    }.joined()
  }

  /// Any query that has a text form, of any names at all.
  mutating func anyNames() -> CohortQuery {
    func axis(_ self: inout RandomQuery) -> AxisVariable {
      let name = self.chance(20) ? "stage" : self.name()
      let depths = [nil, 1, 2, AxisVariable.allLevels]
      return AxisVariable(name, depth: depths.randomElement(using: &self.random)!)
    }
    func codes(_ self: inout RandomQuery) -> [String] { [self.name()] + self.list(2) { $0.name() } }
    func filter(_ self: inout RandomQuery) -> Filter {
      Filter(variable: self.chance(20) ? "stage" : self.name(), codes: codes(&self))
    }
    var query = CohortQuery(pilot: name())
    query.rows = list(3, axis)
    query.columns = list(3, axis)
    query.pages = list(2, axis)
    if chance(30) { query.stage = name() }
    query.filters = list(3, filter)
    if chance(30) { query.comparison = [filter(&self)] + list(1, filter) }
    query.recodes = list(2) { me in
      Recode(
        variable: me.name(),
        groups: [Recode.Group(name: me.name(), codes: codes(&me))]
          + me.list(2) { Recode.Group(name: $0.name(), codes: codes(&$0)) })
    }
    query.history = list(2) { me in
      EarlierEvent(
        event: me.name(),
        within: CalendarSpan(
          Int.random(in: 1...1200, using: &me.random),
          CalendarSpan.Unit.allCases.randomElement(using: &me.random)!),
        isNegated: me.chance(50))
    }
    if chance(30) {
      let first = CalendarDay(rawValue: Int32.random(in: 0...20_000, using: &random))
      query.period = Period(first: first, last: first.adding(days: 100))
    }
    if chance(30) { query.linkLevel = LinkLevel.allCases.randomElement(using: &random) }
    if chance(20) { query.unit = name() }
    switch Int.random(in: 0...4, using: &random) {
    case 0: query.measure = .events(nil)
    case 1: query.measure = .events(name())
    case 2: query.measure = .share((0...Int.random(in: 0...3, using: &random)).map { _ in name() })
    case 3: query.measure = .median(from: name(), to: name())
    default: break
    }
    return query
  }

  /// A query of the example package; it may still be refused.
  mutating func ofExamplePackage() -> CohortQuery {
    let codes = [
      "sex": ["F", "M", "N"], "age": ["18-20", "21-24", "25+", "NK"],
      "year": ["2019", "2020", "2021"],
      "area": ["ENG", "LON", "CAM", "HAC", "NE", "SE", "WAL", "NW", "SW", "NK"],
      "needs": ["drugs", "housing", "debt", "not debt"],
      "recalled": ["yes", "no", "NK"],
      "reoffended": ["base", "yes", "no", "incomplete"],
      "stage": ["housed", "settled", "released.dropped", "housed.recalled", "housed.censored"],
    ]
    let names = codes.keys.sorted().shuffled(using: &random)
    func filter(_ name: String, _ self: inout RandomQuery) -> Filter {
      let all = codes[name]!.shuffled(using: &self.random)
      let count = name == "needs" ? 1 : Int.random(in: 1...min(4, all.count), using: &self.random)
      return Filter(variable: name, codes: Array(all.prefix(count)))
    }
    var query = CohortQuery(pilot: "leavers")
    query.rows = [AxisVariable(names[0], depth: Int.random(in: 1...4, using: &random))]
    if chance(50) { query.columns = [AxisVariable(names[1])] }
    if chance(60) { query.filters = [filter(names[2], &self), filter(names[3], &self)] }
    if chance(20) { query.filters.append(filter(names[0], &self)) }
    if chance(20) { query.comparison = [filter(names[chance(50) ? 2 : 4], &self)] }
    if chance(30) {
      let area = codes["area"]!.shuffled(using: &random)
      query.recodes = [
        Recode(
          variable: "area",
          groups: [
            Recode.Group(name: "one", codes: Array(area[0..<2])),
            Recode.Group(
              name: "two", codes: Array(area[2..<Int.random(in: 3...4, using: &random)])),
          ])
      ]
    }
    if chance(20) {
      query.history = [
        EarlierEvent(event: "recall", within: CalendarSpan(6, .months), isNegated: chance(50)),
        EarlierEvent(event: "housed", within: CalendarSpan(6, .months)),
      ].shuffled(using: &random)
    }
    if chance(20) {
      query.period = Period(first: CalendarDay("2019-06")!, last: CalendarDay("2020-06")!)
    }
    if chance(15) { query.unit = "household" }
    switch Int.random(in: 0...4, using: &random) {
    case 0: query.measure = .events("recall")
    case 1: query.measure = .share(chance(50) ? ["young"] : ["young", "reoffended"])
    case 2: query.measure = .median(from: "released", to: "settled")
    default: break
    }
    return query
  }
}

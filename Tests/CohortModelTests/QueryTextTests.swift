import CohortModel
import Testing

@Suite struct QueryTextTests {
  @Test func readsEveryClause() throws {
    let query = try CohortQuery(
      text: """
        reoffending rows sex area:2 columns stage pages age:all stage housed.dropped \
        where area=LON,"not known" sex=F versus sex=M recode area: North=NE,NW; "The South"=SE \
        had recall within 12 months hadnot housed within 1 day period 2019..2020-02 link low \
        measure median released to housed
        """)
    #expect(
      query
        == CohortQuery(
          pilot: "reoffending",
          period: Period(first: CalendarDay("2019-01-01")!, last: CalendarDay("2020-02-29")!),
          linkLevel: .low, stage: "housed.dropped",
          rows: [AxisVariable("sex"), AxisVariable("area", depth: 2)],
          columns: [AxisVariable("stage")],
          pages: [AxisVariable("age", depth: AxisVariable.allLevels)],
          filters: [
            Filter(variable: "area", codes: ["LON", "not known"]),
            Filter(variable: "sex", codes: ["F"]),
          ],
          recodes: [
            Recode(
              variable: "area",
              groups: [
                Recode.Group(name: "North", codes: ["NE", "NW"]),
                Recode.Group(name: "The South", codes: ["SE"]),
              ])
          ],
          history: [
            EarlierEvent(event: "recall", within: CalendarSpan(12, .months)),
            EarlierEvent(event: "housed", within: CalendarSpan(1, .days), isNegated: true),
          ],
          comparison: [Filter(variable: "sex", codes: ["M"])],
          measure: .median(from: "released", to: "housed")))
  }

  @Test func textReadsBackToTheSameQuery() throws {
    for seed in 0..<2_000 {
      var random = RandomQuery(seed: UInt64(seed))
      let query = random.anyNames()
      #expect(try CohortQuery(text: query.text) == query, "seed \(seed): \(query.text)")
    }
  }

  @Test(arguments: [
    ("p rows reason", "\u{201C}reason\u{201D} begins a clause", "\"reason\""),
    ("p rows sex columns unit", "\u{201C}unit\u{201D} begins a clause", "\"unit\""),
    ("p where period=2019", "\u{201C}period\u{201D} begins a clause", "\"period\""),
    ("p rows sex reason columns age", "a variable called reason", "quotation marks itself"),
  ])
  func namesLikeClausesAreToldOfQuotationMarks(
    _ text: String, _ part: String, _ other: String
  ) throws {
    let problem = try #require(throws: QueryProblem.self) { try CohortQuery(text: text) }
    #expect(problem.message.contains(part) && problem.message.contains(other))
    #expect(problem.message.contains("quotation marks"))
  }

  @Test func aClauseInCapitalsIsNoPilot() throws {
    let problem = try #require(throws: QueryProblem.self) { try CohortQuery(text: "ROWS SEX") }
    #expect(problem.message.contains("\u{201C}ROWS\u{201D} is no pilot"))
    #expect(problem.offset == 0 && problem.suggestion == "rows")
  }

  @Test func stageIsAVariableAndAClause() throws {
    let first = try CohortQuery(text: "p rows stage stage housed")
    #expect(first.rows == [AxisVariable("stage")] && first.stage == "housed")
    let last = try CohortQuery(text: "p rows sex stage columns age")
    #expect(last.rows == [AxisVariable("sex"), AxisVariable("stage")])
    let clause = try CohortQuery(text: "p rows sex stage housed")
    #expect(clause.rows == [AxisVariable("sex")] && clause.stage == "housed")
    let filter = try CohortQuery(text: "p where sex=F stage=housed,settled")
    #expect(filter.filters.map(\.variable) == ["sex", "stage"])
  }

  @Test(arguments: [
    ("rows sex", 0), ("p row sex", 2), ("p rows", 6), ("p where sex", 11), ("p where sex=", 12),
    ("p where sex=F, rows age", 15), ("p where sex=\"F", 12), ("p link strict", 7),
    ("p measure shares x", 10), ("p rows sex:0", 11), ("p had x within 0 days", 15),
    ("p had x within 9999999999999999999999 days", 15), ("p rows sex rows age", 11),
    ("p period 2020-13", 9), ("p period 2019..2020..2021", 9), ("p measure median a b", 19),
    ("", 0),
    ("p recode area North=NE", 14), ("p where sex=F,", 14), ("= rows", 0),
  ])
  func saysWhereTheSyntaxIsWrong(_ text: String, _ offset: Int) {
    #expect {
      try CohortQuery(text: text)
    } throws: { error in
      (error as? QueryProblem)?.offset == offset
    }
  }

  @Test(arguments: [
    ("leaver rows sex", "leaver", 0, "leavers"),
    ("leavers rows sex columns aeg", "aeg", 25, "age"),
    ("leavers rows sex colums age", "colums", 17, "columns"),
    ("leavers where recalled=yes sex=yes", "yes", 31, nil),
    ("leavers rows age where sex=Female", "Female", 27, "F"),
    ("leavers where sex=F versus sex=X", "X", 31, nil),
    ("leavers rows area recode area: North=NE,ZZ", "ZZ", 40, nil),
    ("leavers had recal within 3 months", "recal", 12, "recall"),
    ("leavers stage huosed", "huosed", 14, "housed"),
    ("leavers measure share reofended", "reofended", 22, "reoffended"),
    ("leavers measure median settled to housed", "housed", 34, nil),
  ])
  func pointsAtTheWrongName(_ text: String, _ word: String, _ offset: Int, _ suggestion: String?) {
    #expect {
      try CohortQuery(
        text: text, package: ExamplePackage.package, today: CalendarDay("2026-11-21")!)
    } throws: { error in
      guard let problem = error as? QueryProblem else { return false }
      return problem.word == word && problem.offset == offset
        && (suggestion == nil || problem.suggestion == suggestion)
    }
  }

  @Test(arguments: [
    ("le", ["leavers"]),
    ("leavers ro", ["rows"]),
    ("leavers rows s", ["sex", "stage"]),
    ("leavers rows sex col", ["columns"]),
    ("leavers where sex=", ["F", "M", "N"]),
    ("leavers where sex=fem", ["F"]),
    ("leavers where sex=F,M area=WAL,s", ["SE", "SW"]),
    ("leavers stage hou", ["housed", "housed.recalled", "housed.censored", "housed.dropped"]),
    ("leavers had rec", ["recall"]),
    ("leavers measure share ", ["reoffended", "young"]),
    ("leavers measure median released to s", ["settled"]),
    ("leavers link ", ["high", "medium", "low"]),
    ("nobody rows ", []),
  ])
  func completes(_ text: String, _ expected: [String]) {
    let found = CohortQuery.completions(
      for: text, at: text.count, in: ExamplePackage.package)
    for word in expected { #expect(found.contains(word)) }
    if !expected.isEmpty { #expect(found.first == expected.first) }
    if expected.isEmpty { #expect(found.isEmpty) }
  }
}

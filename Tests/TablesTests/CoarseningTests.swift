import CohortModel
import Tables
import Testing

/// Coarser tables are proposed from what a table publishes.
struct CoarseningTests {
  private static let pilot = Pilot(
    name: "p", title: "Pilot",
    events: [EventDefinition(name: "release", label: "Release", resource: "releases")],
    index: IndexDefinition(event: "release"),
    variables: [
      Variable(
        name: "age", label: "Age", resource: "index", field: "age",
        coding: .bands([
          Band(lower: 18, upper: 20), Band(lower: 21, upper: 24), Band(lower: 25, upper: 29),
          Band(lower: 30, upper: nil),
        ])),
      Variable(name: "sex", label: "Sex", resource: "index", field: "sex"),
      Variable(name: "area", label: "Area", resource: "index", field: "area"),
    ])
  private static let package = DataPackage(
    name: "small", title: "Small", version: "1", isSynthetic: true, owner: "Nobody",
    period: Period(first: CalendarDay("2019")!, last: CalendarDay("2023-12-31")!),
    coverage: "Everyone.",
    resources: [
      Resource(
        name: "releases", title: "Releases", path: "data/releases.csv",
        fields: [
          Field(name: "person", isRequired: true),
          Field(name: "date", kind: .date, isRequired: true),
          Field(name: "age", kind: .integer), Field(name: "sex", codeList: "sexes"),
          Field(name: "area", codeList: "areas"),
        ], personField: "person", dateField: "date")
    ],
    codeLists: [
      CodeList(name: "sexes", codes: [Code("F", "Female"), Code("M", "Male")]),
      CodeList(
        name: "areas",
        codes: [
          Code("E", "England"), Code("W", "Wales"), Code("E1", "One", parent: "E"),
          Code("E2", "Two", parent: "E"), Code("E3", "Three", parent: "E"),
          Code("W1", "North", parent: "W"), Code("W2", "South", parent: "W"),
        ]),
    ], pilots: [pilot], policy: .standard)

  private func proposals(
    _ query: CohortQuery, mayAsk: (CohortQuery) -> Bool = { Self.mayAsk($0) },
    value: ([String]) -> CellValue
  ) throws -> [Coarsening] {
    let plan = try TablePlan(query, package: Self.package)
    let axes = plan.axes.map { axis in
      TableAxis(
        role: axis.role, name: axis.name, label: axis.label,
        entries: axis.entries.map { AxisEntry(code: $0.code, label: $0.label, depth: $0.depth) })
    }
    let places = axes.reduce([[String]()]) { places, axis in
      places.flatMap { place in axis.entries.map { place + [$0.code] } }
    }
    var table = LiteralTables.table(axes, places.map(value))
    table.query = plan.query
    table.cube = ShownCube(plan, package: "small", release: "ab12")
    return Coarsening.proposals(for: table, of: Self.pilot, mayAsk: mayAsk)
  }

  private static func mayAsk(_ query: CohortQuery) -> Bool {
    (try? TablePlan(query, package: package)) != nil
  }

  @Test func nothingIsProposedWhereNothingIsConfidential() throws {
    let query = CohortQuery(pilot: "p", rows: [AxisVariable("age")])
    #expect(try proposals(query) { _ in .count(20) }.isEmpty)
  }

  /// The young are hidden: 30 of the 100 are left for two bands, enough for one.
  @Test func bandsThatAreHiddenArePutTogetherWithTheirNeighbours() throws {
    let query = CohortQuery(pilot: "p", rows: [AxisVariable("age")])
    let counts: [String: Int] = ["*": 100, "25-29": 40, "30+": 30, "NK": 0]
    let found = try proposals(query) { codes in counts[codes[0]].map { .count($0) } ?? .confidential
    }
    let first = try #require(found.first)
    #expect(first.change == .putTogether(variable: "age", codes: ["18-20", "21-24"]))
    #expect(first.text == "Put together 18 to 20 and 21 to 24 of Age")
    #expect(first.expectation == "about 5 of 5 cells shown, now 4 of 6")
    #expect(
      first.query.text.contains("recode age: \"18-20 to 21-24\"=18-20,21-24"),
      "\(first.query.text)")
  }

  /// The margins say that too few are left: no group of hidden codes would be shown.
  @Test func tooFewPersonsMakeNoGroup() throws {
    let query = CohortQuery(pilot: "p", rows: [AxisVariable("age")])
    let counts: [String: Int] = ["*": 75, "25-29": 40, "30+": 30, "NK": 0]
    let found = try proposals(query) { codes in counts[codes[0]].map { .count($0) } ?? .confidential
    }
    for proposal in found {
      #expect(proposal.change != .putTogether(variable: "age", codes: ["18-20", "21-24"]))
    }
  }

  /// Ages have an order: hidden ends are not put together over what lies between them. What is not
  /// known stays by itself.
  @Test func groupsOfAgesHaveNoHoles() throws {
    let query = CohortQuery(pilot: "p", rows: [AxisVariable("age")], columns: [AxisVariable("sex")])
    let found = try proposals(query) { codes in
      ["18-20", "30+", "NK"].contains(codes[0]) ? .confidential : .count(200)
    }
    for case .putTogether(let variable, let codes) in found.map(\.change) where variable == "age" {
      #expect(codes == ["18-20", "21-24"] || codes == ["25-29", "30+"] || codes.count == 3)
      #expect(!codes.contains("NK"))
    }
  }

  @Test func aVariableIsLeftOutOrShownByItsUpperLevels() throws {
    let query = CohortQuery(
      pilot: "p", rows: [AxisVariable("area", depth: 2)], columns: [AxisVariable("sex")])
    let found = try proposals(query) { codes in
      codes[0].count == 2 || codes[1] != "*" ? .confidential : .count(50)
    }
    let changes = found.map(\.change)
    #expect(
      changes.contains(.leaveOut(variable: "sex")) || changes.contains(.leaveOut(variable: "area")))
    #expect(changes.contains(.upperLevels(variable: "area", depth: 1)))
    for proposal in found {
      #expect(
        proposal.expected.published * proposal.present.cells
          > proposal.present.published * proposal.expected.cells)
      #expect(Self.mayAsk(proposal.query))
    }
  }

  @Test func whatMayNotBeAskedIsNotProposed() throws {
    let query = CohortQuery(pilot: "p", rows: [AxisVariable("age")])
    let found = try proposals(query, mayAsk: { $0.recodes.isEmpty }) { codes in
      codes[0].hasPrefix("18") || codes[0].hasPrefix("21") ? .confidential : .count(100)
    }
    #expect(found.isEmpty)
  }

  /// A group that is put together with a code is taken apart first.
  @Test func groupsGrow() throws {
    let query = CohortQuery(
      pilot: "p", rows: [AxisVariable("age")],
      recodes: [Recode(variable: "age", groups: [.init(name: "Young", codes: ["18-20", "21-24"])])])
    let counts: [String: Int] = ["*": 100, "30+": 60, "NK": 0]
    let found = try proposals(query) { codes in counts[codes[0]].map { .count($0) } ?? .confidential
    }
    let recode = try #require(found.first?.query.recodes.first)
    #expect(recode.groups.map(\.codes) == [["18-20", "21-24", "25-29"]])
  }
}

import CohortModel
import Testing

/// A variable of several codes does not stand beside what follows from its codes.
struct SharedRecordsTests {
  private static func package(isRequired: Bool = false) -> DataPackage {
    func resource(_ name: String, dataset: String, _ fields: [Field]) -> Resource {
      Resource(
        name: name, title: name, path: "data/\(name).csv", dataset: dataset,
        fields: [Field(name: "person", isRequired: true), Field(name: "date", kind: .date)]
          + fields, personField: "person", dateField: "date")
    }
    let pilot = Pilot(
      name: "p", title: "Pilot",
      events: [
        EventDefinition(name: "release", label: "Release", resource: "releases"),
        EventDefinition(
          name: "hotel", label: "Hotel", resource: "placements",
          conditions: [FieldCondition(field: "kind", codes: ["BB"])]),
        EventDefinition(name: "placement", label: "Placement", resource: "placements"),
        EventDefinition(name: "visit", label: "Visit", resource: "visits"),
      ],
      index: IndexDefinition(event: "release"),
      variables: [
        Variable(name: "sex", label: "Sex", resource: "index", field: "sex"),
        Variable(
          name: "kinds", label: "Kinds", resource: "placements", field: "kind", moment: .ever,
          kind: .multiResponse),
        Variable(
          name: "last_kind", label: "Last kind", resource: "placements", field: "kind",
          moment: .ever),
        Variable(
          name: "place", label: "Place", resource: "placements", field: "place", moment: .ever),
      ],
      milestones: [
        Milestone(name: "hotel_ever", label: "Hotel", event: "hotel"),
        Milestone(name: "placed", label: "Placed", event: "placement"),
        Milestone(name: "visited", label: "Visited", event: "visit"),
      ])
    return DataPackage(
      name: "small", title: "Small", version: "1", isSynthetic: true, owner: "Nobody",
      period: Period(first: CalendarDay("2019")!, last: CalendarDay("2023-12-31")!),
      coverage: "Everyone.",
      resources: [
        resource("releases", dataset: "prison", [Field(name: "sex", codeList: "sexes")]),
        resource(
          "placements", dataset: "housing",
          [
            Field(name: "kind", codeList: "kinds", isRequired: isRequired),
            Field(name: "place", codeList: "sexes"),
          ]),
        resource("visits", dataset: "housing", []),
      ],
      codeLists: [
        CodeList(name: "sexes", codes: [Code("F", "Female"), Code("M", "Male")]),
        CodeList(name: "kinds", codes: [Code("BB", "Bed and breakfast"), Code("HO", "Hostel")]),
      ], pilots: [pilot], policy: .standard)
  }

  private func isRefused(_ text: String, isRequired: Bool = false) throws -> Bool {
    do throws(QueryProblem) {
      _ = try TablePlan(CohortQuery(text: text), package: Self.package(isRequired: isRequired))
      return false
    } catch {
      #expect(error.message.contains("told from the same records"), "\(error.message)")
      return true
    }
  }

  @Test(
    "An event of records with one of the codes, and the same field by one code, are refused",
    arguments: [
      "p rows kinds columns hotel_ever", "p rows kinds where hotel_ever=yes",
      "p rows hotel_ever columns sex where kinds=HO", "p rows kinds columns last_kind",
      "p rows kinds had hotel within 12 months",
    ])
  func refused(_ text: String) throws {
    #expect(try isRefused(text))
  }

  @Test(
    "Other fields, other resources and the codes alone are not",
    arguments: [
      "p rows kinds", "p rows kinds columns sex", "p rows kinds columns place",
      "p rows kinds columns visited", "p rows kinds columns placed",
      "p rows hotel_ever columns sex",
    ])
  func answered(_ text: String) throws {
    #expect(try !isRefused(text))
  }

  /// Where every record has a code, any event of these records is at least one code.
  @Test func anyEventTellsOfFieldsThatEveryRecordHas() throws {
    #expect(try isRefused("p rows kinds columns placed", isRequired: true))
    #expect(try !isRefused("p rows kinds columns visited", isRequired: true))
  }
}

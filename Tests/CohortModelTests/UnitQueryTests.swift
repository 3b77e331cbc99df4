import CohortModel
import Testing

/// The clause `unit` and what is planned for it.
@Suite struct UnitQueryTests {
  private let package = ExamplePackage.package

  private func plan(_ text: String) throws -> TablePlan {
    try TablePlan(
      CohortQuery(text: text), package: package, today: CalendarDay("2025-01-01")!)
  }

  @Test func theUnitIsReadAndWritten() throws {
    let query = try CohortQuery(text: "leavers unit household rows sex measure share reoffended")
    #expect(query.unit == "household")
    #expect(query.text == "leavers rows sex unit household measure share reoffended")
    // Persons are what is counted anyway.
    #expect(try CohortQuery(text: "leavers unit persons").text == "leavers")
    // A name like the clause stands in quotation marks.
    #expect(try CohortQuery(text: "p rows \"unit\" unit \"unit\"").unit == "unit")
    #expect(throws: QueryProblem.self) { try CohortQuery(text: "p unit a unit b") }
  }

  @Test func unitsAreCountedInThePlaceOfPersons() throws {
    let table = try plan("leavers rows sex columns age unit household")
    #expect(table.counting == .units("household"))
    #expect(table.unit == "Households")
    #expect(table.title == "Households by Sex and Age at release")
    #expect(table.axes.last?.label == "Households")
    let share = try plan("leavers rows sex unit household measure share reoffended")
    #expect(share.counting == .units("household") && share.unit == "Households")
    #expect(share.axes.last?.entries.map(\.code) == ["numerator", "denominator"])
    #expect(try plan("leavers rows sex").counting == .persons)
    #expect(try plan("leavers rows sex unit household") != plan("leavers rows sex"))
  }

  @Test(arguments: [
    ("leavers unit housold", "Did you mean \u{201C}household"),
    ("leavers unit household measure events", "by themselves"),
    ("leavers unit household measure events recall", "by themselves"),
    ("leavers unit household measure median released to housed", "none of their own"),
  ])
  func whatCannotBeCountedIsRefused(_ text: String, _ message: String) throws {
    let error = try #require(
      throws: QueryProblem.self,
      performing: { try CohortQuery(text: text, package: package) })
    #expect(error.description.contains(message), "\(error)")
    #expect(error.offset == 13)
  }

  @Test func aPilotWithoutUnitsSaysSo() throws {
    var package = package
    package.pilots[0].units = []
    let error = try #require(
      throws: QueryProblem.self,
      performing: { try CohortQuery(text: "leavers unit household", package: package) })
    #expect(error.message.contains("persons only"))
  }

  @Test func unitsAreOffered() {
    func found(_ text: String) -> [String] {
      CohortQuery.completions(for: text, at: text.count, in: package)
    }
    #expect(found("leavers un") == ["unit"])
    #expect(found("leavers unit ") == ["persons", "household"])
    #expect(found("leavers unit h") == ["household"])
    #expect(found("leavers unit household ").contains("measure"))
  }

  /// An agreement that lists fields has to list the key, and whatever else cases are told apart by.
  @Test func agreementsAreAboutKeysAndCountedEvents() throws {
    var package = package
    let pilot = package.pilots[0]
    package.pilots[0].events.append(
      EventDefinition(
        name: "case", label: "Of the case", resource: "offences",
        conditions: [FieldCondition(field: "area", codes: ["LON"])],
        matching: [CaseMatch(field: "note", indexField: "note")]))
    package.pilots[0].variables.append(
      Variable(
        name: "cases", label: "Cases", resource: "offences", field: "",
        derivation: .count(event: "case", .ever), moment: .ever,
        coding: .bands([Band(lower: 0, upper: 0), Band(lower: 1, upper: nil)])))
    func isAllowed(_ text: String, _ fields: [String]) -> Bool {
      package.agreements[0].fields = fields
      return
        (try? TablePlan(
          CohortQuery(text: text), package: package, today: CalendarDay("2025-01-01")!)) != nil
    }
    #expect(pilot.units.count == 1)
    #expect(!isAllowed("leavers unit household", ["releases.age"]))
    #expect(isAllowed("leavers unit household", ["releases.note"]))
    #expect(isAllowed("leavers", ["releases.age"]))
    let all = ["offences.area", "offences.note", "releases.note"]
    #expect(isAllowed("leavers rows cases", all))
    for field in all {
      #expect(!isAllowed("leavers rows cases", all.filter { $0 != field }), "without \(field)")
    }
  }
}

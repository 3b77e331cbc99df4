import CohortModel
import Foundation
import Testing

/// Numbers of events and days, records of one case, open spells, final outcomes and units of count:
/// the worked example of the documentation with a little of each.
@Suite struct CountAndCaseReadingTests {
  static let events = "  recall: {label: Recall to custody"
  static let variables = "variables:\n"
  static let field = "{\"name\": \"conviction_date\", \"type\": \"date\"}"

  /// The example with these lines put before others, and with a crime reference on both sides.
  private func reading(
    events: String = "", variables: String = "", outcome: String = "", units: String = "",
    change: (old: String, new: String)? = nil
  ) throws -> PackageReading {
    var files = try Documentation.example()
    var pilot = try #require(files["pilots/leavers.yaml"])
    let old = CountAndCaseReadingTests.self
    pilot.replace(old.events, with: events + old.events)
    pilot.replace(old.variables, with: old.variables + variables)
    pilot.replace("    settling: 6 months\n", with: "    settling: 6 months\n" + outcome)
    if !units.isEmpty {
      let own = try #require(pilot.range(of: "units:\n"))
      pilot.replaceSubrange(own.lowerBound..., with: units)
    }
    if let change {
      #expect(pilot.contains(change.old))
      pilot.replace(change.old, with: change.new)
    }
    files["pilots/leavers.yaml"] = pilot
    var package = try #require(files["datapackage.json"])
    package.replace(
      old.field, with: old.field + ", {\"name\": \"crime_ref\", \"type\": \"string\"}")
    package.replace(
      "{\"name\": \"area\", \"type\"",
      with: "{\"name\": \"case_ref\", \"type\": \"string\"}, {\"name\": \"area\", \"type\"")
    files["datapackage.json"] = package
    return try TemporaryPackage(files).read()
  }

  private static let matched =
    "  charged: {label: Charged, resource: offences, matching: {crime_ref: case_ref}}\n"
  private static let open =
    "  inside: {label: In custody, resource: releases, open_at_index: true}\n"

  @Test func everyKindIsRead() throws {
    let reading = try reading(
      events: Self.matched + Self.open,
      variables: """
          often: {label: Offences, count: reoffence, within: 12 months, bands: [0, 1, 2+]}
          earlier: {label: Earlier, count: recall, before: 24 months, bands: [0, 1+]}
          all: {label: All, count: charged, bands: [0, 1+]}
          different: {label: Places, distinct: accommodation.status, bands: [up to 1, 2+]}
          wait: {label: Wait, days_to: housed, within: 365 days, bands: [0-7, 8-28, 29+]}
          gap: {label: Gap, days_since: recall, before: 24 months, bands: [1-28, 29+], sensitive: true}

        """,
      outcome: "    terminal: true\n",
      units: "units:\n  household: {label: Households, label_cy: Aelwydydd, key: case_ref}\n")
    #expect(reading.problems == [])
    let package = try #require(reading.package)
    let pilot = try #require(package.pilot("leavers"))
    func derivation(_ name: String) -> Variable.Derivation? { pilot.variable(name)?.derivation }
    #expect(derivation("often") == .count(event: "reoffence", .within(CalendarSpan(12, .months))))
    #expect(derivation("earlier") == .count(event: "recall", .before(CalendarSpan(24, .months))))
    #expect(derivation("all") == .count(event: "charged", .ever))
    #expect(derivation("different") == .distinct)
    #expect(derivation("wait") == .daysTo(event: "housed", within: CalendarSpan(365, .days)))
    #expect(derivation("gap") == .daysSince(event: "recall", before: CalendarSpan(24, .months)))
    #expect(derivation("sex") == .value)
    #expect(pilot.variable("often")?.resource == "offences")
    #expect(pilot.variable("different")?.field == "status")
    #expect(pilot.variable("gap")?.isSensitive == true)
    #expect(
      pilot.variable("often")?.coding
        == .bands([Band(lower: 0, upper: 0), Band(lower: 1, upper: 1), Band(lower: 2, upper: nil)]))
    #expect(
      pilot.event("charged")?.matching
        == [CaseMatch(field: "crime_ref", indexField: "case_ref")])
    #expect(pilot.event("inside")?.isOpenAtIndex == true)
    #expect(pilot.outcome("reoffended")?.isTerminal == true)
    #expect(
      pilot.unit("household")
        == UnitOfCount(
          name: "household", label: "Households", labelWelsh: "Aelwydydd", keyField: "case_ref"))
    #expect(package.keyFields == ["offences": ["crime_ref"], "releases": ["case_ref"]])
  }

  @Test(arguments: [
    ("often: {label: O, count: reoffence}", "shown in bands"),
    ("often: {label: O, bands: [0, 1+]}", "one of from, count"),
    ("often: {label: O, count: reoffense, bands: [0, 1+]}", "Did you mean \u{201C}reoffence"),
    ("often: {label: O, count: housed, from: index.age, bands: [0, 1+]}", "one thing"),
    ("often: {label: O, count: housed, within: 1 day, before: 1 day, bands: [0]}", "not both"),
    ("often: {label: O, count: housed, at: ever, bands: [0, 1+]}", "has no \u{201C}at"),
    ("often: {label: O, count: housed, missing: 0, bands: [0, 1+]}", "has no \u{201C}missing"),
    ("wait: {label: W, days_to: housed, bands: [0, 1+]}", "give within"),
    ("wait: {label: W, days_to: housed, before: 3 days, bands: [0, 1+]}", "give within"),
    ("gap: {label: G, days_since: housed, within: 3 days, bands: [0, 1+]}", "give before"),
    ("many: {label: M, distinct: index.area, bands: [0, 1+]}", "name the resource"),
    ("many: {label: M, distinct: persons.sax, bands: [0, 1+]}", "Did you mean \u{201C}sex"),
    ("many: {label: M, distinct: persens.sex, bands: [0, 1+]}", "Did you mean \u{201C}persons"),
    ("many: {label: M, distinct: persons.sex, within: 1 day, bands: [0]}", "whenever they are"),
    ("age2: {label: A, from: index.age, within: 1 day, bands: [0, 1+]}", "has no \u{201C}within"),
    ("case: {label: C, distinct: releases.case_ref, bands: [0, 1+]}", "stored as a key"),
  ])
  func aVariableIsRefused(_ text: String, _ message: String) throws {
    let reading = try reading(
      events: Self.matched, variables: "  \(text)\n",
      units: "units:\n  household: {label: Households, key: case_ref}\n")
    #expect(reading.package == nil)
    let problem = try #require(reading.errors.first)
    #expect(problem.message.contains(message), "\(reading.errors)")
    #expect(problem.file == "pilots/leavers.yaml" && (problem.line ?? 0) > 20)
  }

  @Test(arguments: [
    ("  charged: {label: C, resource: offences, matching: {crime: case_ref}}\n", "no field"),
    ("  charged: {label: C, resource: offences, matching: {crime_ref: case}}\n", "no field"),
    (
      "  charged: {label: C, resource: offences, matching: {offence_date: case_ref}}\n",
      "no reference"
    ),
    ("  charged: {label: C, resource: offences, matching: {crime_ref: area}}\n", "no reference"),
    (
      "  charged: {label: C, resource: offences, matching: {record: case_ref}}\n",
      "belong together anyway"
    ),
    (
      "  charged: {label: C, resource: offences, matching: {crime_ref: case_ref},"
        + " where: {crime_ref: [A]}}\n",
      "stored as a key"
    ),
    ("  inside: {label: I, resource: offences, open_at_index: true}\n", "have no end"),
    (
      "  inside: {label: I, resource: releases, date: recall_date, open_at_index: true}\n",
      "leave \u{201C}date\u{201D} out"
    ),
  ])
  func anEventIsRefused(_ events: String, _ message: String) throws {
    let reading = try reading(
      events: events, units: "units:\n  household: {label: Households, key: case_ref}\n")
    #expect(reading.errors.contains { $0.message.contains(message) }, "\(reading.errors)")
  }

  @Test(arguments: [
    (", choose: first", ", matching: {a: b}", "no key of the index"),
    (
      "label: Release from custody, resource: releases",
      "label: Release, resource: releases, open_at_index: true", "cannot be the index"
    ),
    (
      "label: Release from custody, resource: releases",
      "label: Release, resource: releases, matching: {case_ref: case_ref}", "no other index record"
    ),
  ])
  func theIndexIsRefused(_ old: String, _ new: String, _ message: String) throws {
    let reading = try reading(
      units: "units:\n  household: {label: Households, key: case_ref}\n", change: (old, new))
    #expect(reading.errors.contains { $0.message.contains(message) }, "\(reading.errors)")
  }

  /// A reference number that nothing is matched by would enter the store as it is.
  @Test func aReferenceIsRefusedUnlessItIsAKey() throws {
    let plain = try reading()
    #expect(plain.errors.map(\.rule) == ["G10"])
    #expect(plain.errors.first?.message.contains("case_ref") == true)
    let key = try reading(units: "units:\n  household: {label: Households, key: case_ref}\n")
    #expect(key.problems == [])
  }

  @Test(arguments: [
    ("persons: {label: P, key: case_ref}", "take another name"),
    ("household: {label: P, key: ages}", "no field"),
    ("household: {label: P, key: area}", "no ref"),
    ("household: {label: P}", "missing"),
  ])
  func aUnitIsRefused(_ unit: String, _ message: String) throws {
    let reading = try reading(units: "units:\n  \(unit)\n")
    #expect(reading.errors.contains { $0.message.contains(message) }, "\(reading.errors)")
  }
}

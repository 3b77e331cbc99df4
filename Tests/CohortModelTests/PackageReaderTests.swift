import CohortModel
import Foundation
import Testing

/// The worked example of the documentation, with changes.
private func reading(_ changes: [(file: String, old: String, new: String)] = []) throws
  -> PackageReading
{
  var files = try Documentation.example()
  for change in changes {
    let text = try #require(files[change.file])
    #expect(text.contains(change.old), "\(change.old) is in \(change.file)")
    files[change.file] = text.replacing(change.old, with: change.new, maxReplacements: 1)
  }
  return try TemporaryPackage(files).read()
}

@Suite struct PackageReaderTests {
  @Test func theWorkedExampleHasNoProblem() throws {
    let reading = try reading()
    #expect(reading.problems == [])
    let package = try #require(reading.package)
    #expect(
      package.fileResources.map(\.name) == ["persons", "releases", "accommodation", "offences"])
    #expect(package.resource("linkage")?.fields.map(\.name) == ["dataset", "joined"])
    #expect(
      package.codeLists.map(\.name) == [
        "accommodation", "areas", "persons.sex", "linkage.dataset", "linkage.joined",
      ])
    #expect(package.codeList("areas")?.code("LON")?.parent == "ENG")
    #expect(package.resource("releases")?.orderedDates == ["release_date", "recall_date"])
    #expect(package.resource("accommodation")?.consentField == "consented")
    let pilot = try #require(package.pilot("leavers"))
    #expect(
      pilot.event("housed")?.conditions == [FieldCondition(field: "status", codes: ["1", "2"])])
    #expect(
      pilot.event("reoffence")?.confirmedBy
        == Confirmation(dateField: "conviction_date", within: CalendarSpan(18, .months)))
    #expect(pilot.stages.map(\.name) == ["released", "housed"])
    #expect(pilot.stages[1].window == Window(CalendarSpan(1, .days), of: .index))
    #expect(pilot.variable("first_night")?.moment == .stage("housed"))
    #expect(pilot.variable("year")?.coding == .calendar(.year))
    #expect(
      pilot.variable("age")?.coding
        == .bands([
          Band(lower: 18, upper: 20), Band(lower: 21, upper: 24), Band(lower: 25, upper: 29),
          Band(lower: 30, upper: 39), Band(lower: 40, upper: 49), Band(lower: 50, upper: nil),
        ]))
    #expect(pilot.outcome("reoffended")?.card.limits.count == 2)
    #expect(package.policy.profile == .tenFive)
  }

  @Test func thePolicySaysHowComplementaryCellsAreChosen() throws {
    let change =
      "suppression: {method: optimal, optimal_cells: 90, work: 5000, costs: {sex: 4, age: 0.5}}"
    let reading = try reading([("policy.yaml", "profile: 10-5", change)])
    let policy = try #require(reading.package).policy.suppression
    #expect(
      policy
        == SuppressionPolicy(
          method: .optimal, optimalCells: 90, work: 5_000, costs: ["sex": 4, "age": 0.5]))
    #expect(DisclosurePolicy.standard.suppression.method == .automatic)
  }

  @Test(arguments: [
    "leavers rows age columns sex measure share reoffended", "leavers rows stage columns area:2",
    "leavers rows first_night pages year where area=LON measure median released to housed",
    "leavers rows recalled had recall within 12 months link high measure events reoffence",
  ])
  func theWorkedExampleAnswers(_ text: String) throws {
    let package = try #require(try reading().package)
    let query = try CohortQuery(text: text, package: package, today: TemporaryPackage.today)
    let plan = try TablePlan(query, package: package, today: TemporaryPackage.today)
    #expect(plan.axes.count > 1)
  }

  /// One mistake each: the file, line and a part of the message, and that no package comes of it.
  @Test(arguments: [
    ("datapackage.json", "\"format\": 1,", "\"format\": 1,,", "not valid JSON", ""),
    ("datapackage.json", "\"format\": 1,", "\"format\": 2,", "format 1", ""),
    ("datapackage.json", "\"owner\": \"Ministry of Justice\",", "", "missing", ""),
    ("datapackage.json", "\"coverage\": \"People", "\"coverige\": \"People", "coverage", ""),
    ("datapackage.json", "\"synthetic\": true", "\"synthetic\": \"yes\"", "true or false", ""),
    ("datapackage.json", "\"version\": \"2026.1\"", "\"version\": 2026", "a text", ""),
    ("datapackage.json", "2019-01-01", "2019-13-01", "a day", ""),
    (
      "datapackage.json", "\"last\": \"2023-12-31\"", "\"last\": \"2018-12-31\"",
      "before it begins", ""
    ),
    (
      "datapackage.json", "\"default_link_level\": \"medium\"",
      "\"default_link_level\": \"middle\"", "medium", ""
    ),
    (
      "datapackage.json", "\"path\": \"data/persons.csv\"", "\"path\": \"../persons.csv\"",
      "out of the package", ""
    ),
    (
      "datapackage.json", "\"links\": \"links.csv\"", "\"links\": \"/etc/passwd\"",
      "out of the package", ""
    ),
    ("datapackage.json", "\"name\": \"offences\"", "\"name\": \"releases\"", "Two resources", ""),
    ("datapackage.json", "\"type\": \"integer\"", "\"type\": \"int\"", "integer", ""),
    ("datapackage.json", "\"codelist\": \"areas\"", "\"codelist\": \"area\"", "areas", ""),
    ("datapackage.json", "\"date\": \"release_date\"", "\"date\": \"age\"", "integer", ""),
    ("datapackage.json", "\"person\": \"case_record\"", "\"person\": \"case\"", "no field", ""),
    ("datapackage.json", "\"consent\": \"consented\"", "\"consent\": \"status\"", "boolean", ""),
    ("datapackage.json", "\"resource\": \"persons\"", "\"resource\": \"person\"", "persons", ""),
    (
      "datapackage.json", "{\"name\": \"age\",", "{\"name\": \"date_of_birth\",", "date of birth",
      "G10"
    ),
    (
      "datapackage.json", "{\"name\": \"consented\", \"type\": \"boolean\"}",
      "{\"name\": \"NHSNumber\", \"type\": \"string\"}", "NHS number", "G10"
    ),
    (
      "datapackage.json", "{\"name\": \"recall_date\", \"type\": \"date\"}",
      "{\"name\": \"ogrs3\", \"type\": \"integer\"}", "score", "G05/G06"
    ),
    (
      "datapackage.json", "\"maximum\": 110}}", "\"maximum\": 110}, \"bold\": {\"score\": true}}",
      "score", "G05/G06"
    ),
    (
      "datapackage.json", "\"agreement\": \"DSA-2\"", "\"agreement\": \"DSA-3\"", "no agreement",
      "G02"
    ),
    ("codelists/areas.csv", "LON,London,Llundain,ENG,2", "LON,London,Llundain,ING,2", "parent", ""),
    (
      "codelists/areas.csv", "ENG,England,Lloegr,,1", "ENG,England,Lloegr,LON,1", "above itself", ""
    ),
    ("codelists/areas.csv", "NE,North East", "LON,North East", "already", ""),
    ("codelists/areas.csv", "WAL,Wales,Cymru,,4", "WAL,Wales,Cymru,4", "cells", ""),
    ("codelists/areas.csv", "code,label", "kode,label", "names the columns", ""),
    ("pilots/leavers.yaml", "population:", "  population:", "not well formed", ""),
    ("pilots/leavers.yaml", "population:", "populaton:", "population", ""),
    (
      "pilots/leavers.yaml", "resource: accommodation", "resource: acommodation", "accommodation",
      ""
    ),
    ("pilots/leavers.yaml", "status: [1, 2]", "status: [1, 7]", "no code", ""),
    ("pilots/leavers.yaml", "where: {status:", "where: {state:", "no field", ""),
    ("pilots/leavers.yaml", "date: recall_date", "date: age", "dates nothing", ""),
    ("pilots/leavers.yaml", "index: {event: release", "index: {event: realease", "release", ""),
    ("pilots/leavers.yaml", "until: 2023-12-31", "until: 2024-12-31", "outside the period", ""),
    ("pilots/leavers.yaml", ", event: housed, within: 1 day of index", "", "never be reached", ""),
    ("pilots/leavers.yaml", "1 day of index", "1 day of release", "window", ""),
    (
      "pilots/leavers.yaml", "name: recalled, label: Recalled, event: recall",
      "name: dropped, label: Recalled, event: recall", "meaning of its own", ""
    ),
    (
      "pilots/leavers.yaml", "event: housed, within: 1 day of index}", "event: recall}",
      "never be taken", ""
    ),
    ("pilots/leavers.yaml", "from: persons.sex", "from: persons.gender", "no field", ""),
    (
      "pilots/leavers.yaml", "from: index.age, bands: [18-20", "from: index.age, bands: [18-21",
      "before the one before it ends", ""
    ),
    (
      "pilots/leavers.yaml", "from: index.release_date, by: year", "from: index.age, by: year",
      "of dates", ""
    ),
    (
      "pilots/leavers.yaml", "from: accommodation.status, at: stage housed",
      "from: releases.area, at: stage housed", "reached by records", ""
    ),
    (
      "pilots/leavers.yaml", "  recalled: {label: Recalled within 6 weeks",
      "  sex: {label: Recalled within 6 weeks", "Two things", ""
    ),
    (
      "pilots/leavers.yaml",
      "      censoring: Members observed for less are shown as follow-up incomplete and are in neither\n",
      "", "censoring", "G17"
    ),
    (
      "pilots/leavers.yaml", "window: 12 months from release, and 6 months for the court",
      "window: \"\"", "window", "G17"
    ),
    (
      "pilots/leavers.yaml", "label: Proven reoffending within 12 months", "label: Success rate",
      "what happened", "G18"
    ),
    (
      "pilots/leavers.yaml", "settling: 6 months", "settling: 6 months\n    beside: housd",
      "no other outcome", ""
    ),
    (
      "pilots/leavers.yaml", "settling: 6 months", "settling: 6 months\n    polarity: bad",
      "positive, adverse", ""
    ),
    (
      "datapackage.json", "{\"name\": \"recall_date\", \"type\": \"date\"}",
      "{\"name\": \"recall_date\", \"type\": \"date\", \"bold\": {\"counted\": \"weeks\"}}",
      "give the type integer", ""
    ),
    ("pilots/leavers.yaml", "questions:", "minimum_frequency: 5\nquestions:", "never lower", "G12"),
    ("pilots/leavers.yaml", "questions:", "will: [x]\nquestions:", "given twice", ""),
    ("pilots/leavers.yaml", "title: Leaving", "title: &a Leaving", "Anchors", ""),
    ("agreements.yaml", "expires: 2030-12-31", "expires: 2025-12-31", "expired", "G02"),
    ("agreements.yaml", "pilots: [leavers]", "pilots: [leaver]", "leavers", ""),
    (
      "agreements.yaml", "resources: [persons, releases, accommodation]",
      "resources: [persons, releases, housing]", "no resource", ""
    ),
    ("policy.yaml", "profile: 10-5", "profile: none", "switched off", "G12"),
    (
      "policy.yaml", "profile: 10-5", "profile: cell-key\ncell_key: {variance: 2}",
      "take one above 2", "G12"
    ),
    (
      "policy.yaml", "profile: 10-5",
      "profile: cell-key\ncell_key: {maximum_noise: 3, lowest: 2, variance: 1}",
      "take one above 1", "G12"
    ),
    ("policy.yaml", "profile: 10-5", "cell_key: {maximum_noise: 9}", "from 1 to 7", ""),
    ("policy.yaml", "profile: 10-5", "cell_key: {maximum_breakdowns: 19}", "at most 18", "G12"),
    ("policy.yaml", "profile: 10-5", "cell_key: {variance: 5}", "above 3.12", "G12"),
    (
      "policy.yaml", "profile: 10-5", "cell_key: {lowest: 1, variance: 0.1}", "hides no count",
      "G12"
    ),
    (
      "policy.yaml", "profile: 10-5", "profile: cell-key\nminimum_frequency: 5", "never lower",
      "G12"
    ),
    ("policy.yaml", "profile: 10-5", "minimum_frequency: 5", "never lower", "G12"),
    ("policy.yaml", "profile: 10-5", "minimum_frequency: 11", "fewer than three", "G12"),
    (
      "policy.yaml", "profile: 10-5", "structural_zeros: [{sex: [M], pregnant: [yes]}]", "pregnant",
      ""
    ),
    ("policy.yaml", "profile: 10-5", "elapsed_bins: [7, 7]", "larger", ""),
    ("policy.yaml", "maximum_dimensions: 4", "maximum_dimensions: 9", "from 1 to 4", ""),
    ("policy.yaml", "profile: 10-5", "suppression: {method: none}", "scalable", ""),
    ("policy.yaml", "profile: 10-5", "suppression: {seconds: 3}", "no key", ""),
    ("policy.yaml", "profile: 10-5", "suppression: {work: 0}", "500", ""),
    ("policy.yaml", "profile: 10-5", "suppression: {costs: {sxe: 4}}", "sex", ""),
    ("policy.yaml", "profile: 10-5", "suppression: {costs: {sex: 0}}", "1000", ""),
  ])
  func mistakesAreErrors(
    _ file: String, _ old: String, _ new: String, _ part: String, _ rule: String
  )
    throws
  {
    let reading = try reading([(file, old, new)])
    #expect(reading.package == nil)
    let hit = reading.errors.filter {
      $0.message.contains(part) && (rule.isEmpty || $0.rule == rule)
    }
    #expect(!hit.isEmpty, "\(reading.problems)")
    #expect(hit.contains { $0.line != nil }, "\(hit)")
  }

  @Test func theNoiseOfThePolicyIsThatOfItsProfile() throws {
    let standard = try reading([("policy.yaml", "profile: 10-5", "profile: cell-key")])
    #expect(standard.package?.policy.profile == .cellKey)
    let own = try reading([
      (
        "policy.yaml", "profile: 10-5",
        "profile: cell-key\nminimum_frequency: 12\ncell_key: {maximum_noise: 4, variance: 2,"
          + " lowest: 2, maximum_variables: 2, maximum_breakdowns: 12}"
      )
    ])
    let profile = try #require(own.package?.policy.profile)
    #expect(profile.minimumFrequency == 12)
    #expect(
      profile.cellKey
        == CellKeyParameters(
          maximumNoise: 4, variance: 2, lowest: 2, maximumVariables: 2,
          maximumBreakdowns: 12))
  }

  @Test(arguments: [
    ("pilots/leavers.yaml", "will: [Show protected counts and rates]\n", "", "G19"),
    ("pilots/leavers.yaml", "label: Recalled within 6 weeks", "label: Addicts recalled", "G15"),
    ("pilots/leavers.yaml", "drop_label: Not known to be housed", "drop_label: Dropped out", "G15"),
    ("pilots/leavers.yaml", "Does a home", "Which victims who refused", "G16"),
    ("codelists/areas.csv", "NE,North East", "NE,Ex-offenders", "G15"),
    ("codelists/areas.csv", "WAL,Wales,Cymru", "WAL,Wales,Troseddwyr", "G15"),
    ("agreements.yaml", "Research on leaving prison", "Research on addicts", "G15"),
    ("datapackage.json", "\"label_cy\": \"Benyw\"", "\"label_cy\": \"Y digartref\"", "G15"),
    ("datapackage.json", "Private prisons before 2020", "Rough sleepers", "G15"),
    (
      "agreements.yaml", "resources: [offences], pilots: [leavers]",
      "resources: [offences], pilots: []", "G01"
    ),
    ("datapackage.json", "\"agreement\": \"DSA-2\",", "", "G02"),
    ("pilots/leavers.yaml", "    settling: 6 months\n", "    polarity: adverse\n", "G22"),
    ("datapackage.json", "  \"version\": \"2026.1\",\n", "", "G17"),
  ])
  func warningsDoNotStopTheBuild(_ file: String, _ old: String, _ new: String, _ rule: String)
    throws
  {
    let reading = try reading([(file, old, new)])
    #expect(reading.package != nil, "\(reading.errors)")
    #expect(
      reading.problems.contains { $0.rule == rule && $0.severity == .warning },
      "\(reading.problems)")
  }

  @Test func placesAreExact() throws {
    let reading = try reading([
      ("pilots/leavers.yaml", "resource: offences", "resource: offence"),
      ("policy.yaml", "profile: 10-5", "profil: 10-5"),
    ])
    let example = try Documentation.example()
    let lines = try #require(example["pilots/leavers.yaml"]).split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("resource: offences") }) + 1
    let problem = try #require(reading.problems.first { $0.file == "pilots/leavers.yaml" })
    #expect(problem.line == line && problem.column == 5 && problem.field == "resource")
    #expect(problem.message.contains("\u{201C}offences\u{201D}"))
    #expect(reading.problems.map(\.file) == reading.problems.map(\.file).sorted())
    #expect(reading.problems.contains { $0.file == "policy.yaml" && $0.line == 1 })
  }

  @Test func realPackagesNeedAgreements() throws {
    let reading = try reading([
      ("datapackage.json", "\"synthetic\": true", "\"synthetic\": false"),
      ("datapackage.json", "\"agreement\": \"DSA-2\",", ""),
    ])
    #expect(reading.errors.contains { $0.rule == "G02" })
  }

  @Test func keysMayBeNumbersOfPersons() throws {
    // The person field may be a prison number: it is replaced at import. A second one may not.
    let keyed = try reading([
      ("datapackage.json", "{\"name\": \"record\",", "{\"name\": \"pnc_number\","),
      ("datapackage.json", "\"person\": \"record\"", "\"person\": \"pnc_number\""),
    ])
    #expect(keyed.problems == [])
  }
}

@Suite struct SyntaxPlaceTests {
  @Test(arguments: [
    ("{\n\"é\": 1,,\n\"b\": 2}", 2, 8), ("{\n\"a\" 1}", 2, 5), ("[1,\n 2", 2, 3),
    ("{\"a\":\n \"x\ny\"}", 2, 4),
  ])
  func jsonErrorsHaveAPlace(_ text: String, _ line: Int, _ column: Int) throws {
    let package = try TemporaryPackage(["datapackage.json": text])
    let problem = try #require(
      package.read().problems.first { $0.file == "datapackage.json" })
    #expect([problem.line, problem.column] == [line, column])
  }
}

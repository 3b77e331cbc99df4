import CohortModel
import ColumnStore
import Foundation
import Testing

/// A package of one resource with rows of every fault.
struct FaultyPackage {
  let directory: TemporaryDirectory
  let package: DataPackage

  static let header = "person,key,start,end,kind,optional,amount,consent\n"

  init(rows: [String], links: [String]? = nil) throws {
    directory = try TemporaryDirectory()
    try directory.write(FaultyPackage.header + rows.map { $0 + "\n" }.joined(), to: "spells.csv")
    try directory.write("code\nX\nY\n", to: "codes.csv")
    try directory.write(
      "source_dataset,record_id,high,medium,low\n"
        + (links ?? ["spells,p1,h1,m1,l1", "spells,p2,h2,m1,l1", "other,z,h9,m9,l9"])
        .map { $0 + "\n" }.joined(), to: "links.csv")
    let spells = Resource(
      name: "spells", path: "spells.csv",
      fields: [
        Field(name: "person", isRequired: true), Field(name: "key", isUnique: true),
        Field(name: "start", kind: .date, isRequired: true), Field(name: "end", kind: .date),
        Field(name: "kind", codeList: "kinds", isRequired: true),
        Field(name: "optional", codeList: "kinds"),
        Field(name: "amount", kind: .number, minimum: "0", maximum: "10.5"),
        Field(name: "consent", kind: .boolean),
      ],
      primaryKey: ["key"],
      foreignKeys: [ForeignKey(fields: ["kind"], resource: "codes", referencedFields: ["code"])],
      personField: "person", dateField: "start", endField: "end",
      orderedDates: ["start", "end"], isSpell: true, consentField: "consent")
    let codes = Resource(
      name: "codes", path: "codes.csv", fields: [Field(name: "code")], personField: "code")
    package = DataPackage(
      name: "faulty", title: "Faulty", version: "1", isSynthetic: true, owner: "Nobody",
      period: Period(first: CalendarDay("2020-01-01")!, last: CalendarDay("2020-12-31")!),
      links: .spine("links.csv"), resources: [spells, codes],
      codeLists: [
        CodeList(name: "kinds", codes: [Code("X", "X"), Code("Y", "Y"), Code("Z", "Z")])
      ],
      pilots: [
        Pilot(
          name: "pilot", title: "Pilot",
          events: [EventDefinition(name: "spell", label: "Spell", resource: "spells")],
          index: IndexDefinition(event: "spell"),
          variables: ["kind", "optional", "amount"].map {
            Variable(name: $0, label: $0, resource: "index", field: $0)
          })
      ])
  }

  func build(memory: Int = 1 << 20) throws -> BuildReport {
    try StoreBuilder.build(
      package,
      BuildOptions(
        package: directory.path, store: directory.path + "/store", memoryLimit: memory))
  }

  func check() -> CheckReport {
    PackageChecker.check(package, directory: directory.path, data: nil)
  }
}

private let rows = [
  "p1,1,2020-01-05,2020-02-01,X,Y,1.5,true",
  "p1,2,2020-01-20,2020-03-01,X,Q,3,true",  // overlaps; unknown optional code
  "p2,3,2020-05-01,2020-04-01,Y,,2,true",  // ends before it starts
  "p2,4,2021-05-01,,Y,,2,true",  // outside the period
  "p9,5,2020-05-01,,Y,,2,true",  // unlinked
  "p1,6,2020-05-01,,Q,,2,true",  // unknown code in a required field
  "p1,7,2020-02-30,,X,,2,true",  // no date
  "p1,8,2020-02-03,,X,,10.6,true",  // above the maximum
  "p1,9,2020-02-03,,X,,-0.1,true",  // below the minimum
  "p1,10,,,X,,1,true",  // required
  "p1,11,2020-02-03,,X,,1,false",  // no consent
  "p1,12,2020-02-03,,X,,1,",  // no consent
  ",13,2020-02-03,,X,,1,true",  // no person
  "p1,14,2020-02-03,,X",  // ragged
  "p1,1,2020-02-03,,X,,1,true",  // duplicate key
  "p1,16,2020-06-03,,Z,,1,true",  // unresolved foreign key
  "p1,17,2020-06-03,,X,\u{0},1,true",  // NUL
]

@Suite("What becomes of faulty records")
struct RejectionTests {
  @Test("every record is accounted for, by its first fault", arguments: [1 << 20, 1 << 10])
  func accountsForEveryRecord(memory: Int) throws {
    let faulty = try FaultyPackage(rows: rows)
    let report = try faulty.build(memory: memory)
    let spells = try #require(report.resources.first { $0.resource == "spells" })
    #expect(spells.rowsRead == rows.count)
    #expect(
      spells.rejected == [
        .unlinked: 1, .unknownCode: 1, .badType: 1, .outOfRange: 2, .missingRequired: 1,
        .withoutConsent: 2, .withoutPerson: 1, .ragged: 1, .duplicateKey: 1, .unresolvedKey: 1,
        .malformed: 1,
      ])
    #expect(spells.rowsKept == 4)
    #expect(spells.rowsRead == spells.rowsKept + spells.rejected.values.reduce(0, +))
    #expect(spells.unknownCodes.map { "\($0.field) \($0.count)" } == ["optional 1"])
    #expect(spells.endsBeforeStart == 1)
    #expect(spells.datesOutOfOrder == 1)
    #expect(spells.outsidePeriod == 1)
    #expect(spells.overlappingSpells == 1)
    #expect(report.persons.links == 3)
    #expect(report.persons.linksOfOtherDatasets == 1)
    #expect(report.text.contains("rejected, no consent: 2"))
    #expect(report.text.contains("spells (spells): 17 records read, 4 kept"))
    let saved = try Data(
      contentsOf: URL(fileURLWithPath: faulty.directory.path + "/store/build-report.json"))
    #expect(try JSONDecoder().decode(BuildReport.self, from: saved) == report)
    let table = try CohortStore.open(faulty.directory.path + "/store").table("spells")
    #expect(table.rowCount == 4)
    guard case .integers(let amounts)? = table.columns["amount"] else {
      Issue.record("numbers are not stored as whole numbers")
      return
    }
    #expect(amounts.pointer.sorted() == [1, 2, 2, 3])
  }

  @Test("a check finds the same faults in one run, with line, column and field, without values")
  func checkFindsFaults() throws {
    let report = try FaultyPackage(rows: rows).check()
    #expect(report.isUsable)
    #expect(!report.isSound)
    func has(_ line: Int, _ field: String?, _ part: String) -> Bool {
      report.problems.contains {
        $0.line == line && $0.field == field && $0.message.contains(part)
          && $0.file == "spells.csv"
      }
    }
    #expect(has(3, "optional", "not in the list"))
    #expect(has(7, "kind", "not in the list"))
    #expect(has(8, "start", "not a date"))
    #expect(has(9, "amount", "above the maximum 10.5"))
    #expect(has(10, "amount", "below the minimum 0"))
    #expect(has(11, "start", "required"))
    #expect(has(14, "person", "required"))
    #expect(has(15, nil, "5 fields; the header has 8"))
    #expect(has(16, "key", "not unique"))
    #expect(has(16, nil, "primary key"))
    #expect(has(17, nil, "foreign key"))
    #expect(has(18, "optional", "NUL"))
    #expect(report.problems.contains { $0.file == "links.csv" && $0.field == "source_dataset" })
    #expect(!report.problems.contains { $0.message.contains("2020-02-30") })
  }

  @Test("links that contradict each other refuse the build, with the line")
  func refusesContradictingLinks() throws {
    let cases: [([String], String)] = [
      (["spells,p1,h1,m1,l1", "spells,p1,h1,m1,l1"], "record_id"),
      (["spells,p1,h1,m1,l1", "spells,p1,h2,m2,l2"], "record_id"),
      (["spells,p1,h1,m1,l1", "spells,p2,h1,m2,l1"], "high"),
      (["spells,p1,h1,m1,l1", "spells,p2,h2,m1,l2"], "medium"),
    ]
    for (links, field) in cases {
      let faulty = try FaultyPackage(rows: rows, links: links)
      let error = #expect(throws: BuildError.self) { try faulty.build() }
      guard case .refused(let problems)? = error else {
        Issue.record("not refused: \(links)")
        continue
      }
      #expect(problems.contains { $0.file == "links.csv" && $0.field == field })
      #expect(faulty.check().problems.contains { $0.file == "links.csv" && $0.field == field })
      #expect(!faulty.check().isUsable)
      #expect(!faulty.directory.names.contains { $0.contains("store") })
    }
  }

  @Test("at most twenty problems of a kind, then a count")
  func boundsProblems() throws {
    let many = (0..<50).map { "p1,\($0),2020-01-05,,X,,99,true" }
    let problems = try FaultyPackage(rows: many).check().problems.filter { $0.field == "amount" }
    #expect(problems.count == 21)
    #expect(problems.last?.message.hasSuffix("(30 more like this)") == true)
  }
}

@Suite("Identifiers")
struct IdentifierTests {
  @Test(
    "a column of identifiers refuses check and build",
    arguments: [
      ["943 476 5919", "9434765919", "943 476 5870"],
      ["AB123456C", "JG 10 37 59 A", "CE123456D"],
      ["a@example.org", "b.c@example.co.uk", "d@example.com"],
      ["SW1A 1AA", "M1 1AE", "CF103NQ"],
      ["07700 900123", "+44 20 7946 0018", "(029) 2018 0123"],
      ["2001/1234567A", "98/12345B", "1999/0000001C"],
    ])
  func refusesIdentifiers(values: [String]) throws {
    let rows = values.enumerated().map { "p1,\($1),2020-01-0\($0 + 1),,X,,1,true" }
    let faulty = try FaultyPackage(rows: rows)
    let report = faulty.check()
    #expect(report.problems.contains { $0.field == "key" && $0.rule == "G10" })
    #expect(!report.problems.contains { values.contains($0.message) })
    #expect(throws: BuildError.self) { try faulty.build() }
  }

  @Test("whole numbers, codes and dates are no identifiers")
  func sparesMeasures() throws {
    var generator = SeededGenerator(1)
    for digits in [4, 6, 9, 10, 11] {
      let low = Int(pow(10, Double(digits - 1)))
      let rows = (0..<200).map { _ in
        "p1,\(Int.random(in: low..<low * 10, using: &generator)),2020-01-05,,X,,1,true"
      }
      let problems = try FaultyPackage(rows: rows).check().problems
      #expect(!problems.contains { $0.rule == "G10" }, "\(digits) digits")
    }
    let rows = (0..<50).map { "p1,E1200\(1000 + $0),2020-01-05,,X,,1,true" }
    #expect(!(try FaultyPackage(rows: rows).check().problems.contains { $0.rule == "G10" }))
  }

  @Test("a declared score, and an undeclared column named as an identifier, refuse the build")
  func refusesScoresAndNames() throws {
    let faulty = try FaultyPackage(rows: [])
    var package = faulty.package
    package.resources[0].fields[6].isScore = true
    try faulty.directory.write(
      String(FaultyPackage.header.dropLast()) + ",surname\n", to: "spells.csv")
    let error = #expect(throws: BuildError.self) {
      try StoreBuilder.build(
        package,
        BuildOptions(package: faulty.directory.path, store: faulty.directory.path + "/store"))
    }
    guard case .refused(let problems)? = error else { return }
    #expect(problems.contains { $0.field == "amount" && $0.rule == "G05" })
    #expect(problems.contains { $0.field == "surname" && $0.rule == "G10" })
  }
}

import CohortModel
import DisclosureControl
import Foundation
import Tables
import Testing

/// The attacks of the *Handbook on Statistical Disclosure Control* and of OpenSAFELY's guidance, on
/// their own numbers: microdata are made that give the published tables, and asked through `Release`.
@Suite(.enabled(if: SharedVectors.exist)) struct HandbookTests {
  static let profiles =
    ["10-5", "srs-10", "opensafely-7-5"] + (SuiteLength.isLong ? ["published-5", "llc-10"] : [])

  /// So many persons of each combination of codes.
  static func persons(_ groups: [([String: String], Int)]) -> [InventedPersons.Person] {
    groups.flatMap { codes, count in
      [InventedPersons.Person](repeating: InventedPersons.Person(codes), count: max(0, count))
    }
  }

  static func source(
    _ traits: [InventedPersons.Trait], _ groups: [([String: String], Int)], _ profile: String
  ) throws -> InventedPersons {
    let named = try #require(DisclosureProfile.named(profile))
    return InventedPersons(traits, persons(groups), policy: DisclosurePolicy(profile: named))
  }

  /// Every cell of `finest` below the minimum stays open in what is shown.
  static func expectOpen(
    _ shown: [ShownCells], _ source: InventedPersons, _ finest: String, _ note: String
  ) throws {
    let inquiry = Inquiry(source)
    let plan = try inquiry.plan(finest)
    let knowledge = Knowledge(shown, about: plan)
    var asked = 0
    for (nodes, count) in Count.cells(of: source, plan)
    where (1..<plan.minimumFrequency).contains(count) {
      asked += 1
      #expect(
        knowledge.leavesOpen(knowledge.atoms(nodes: nodes), 1...(plan.minimumFrequency - 1)),
        "\(note): nodes \(nodes)")
    }
    #expect(asked > 0, "\(note): nothing small to find")
  }

  // MARK: Geography

  static let places = InventedPersons.Trait("place", ["core", "strip", "elsewhere"])

  static func geography(_ profile: String) throws -> InventedPersons {
    var groups: [([String: String], Int)] = []
    for record in try SharedVectors.records("handbook/differencing_geography.csv") {
      let (new, old) = (try #require(Int(record[2])), try #require(Int(record[3])))
      let codes = ["band": record[0], "sex": record[1]]
      groups.append((codes.merging(["place": "core"]) { $1 }, new))
      groups.append((codes.merging(["place": "strip"]) { $1 }, old - new))
      groups.append((codes.merging(["place": "elsewhere"]) { $1 }, 200 + 3 * new))
    }
    return try source(
      [
        places, InventedPersons.Trait("band", ["More than 30", "16-30", "15 or less"]),
        InventedPersons.Trait("sex", ["Male", "Female"]),
      ], groups, profile)
  }

  /// Two boundaries of one area, 2 men and 1 woman apart: in one table the strip is a row of it.
  @Test(arguments: profiles) func geographyInOneTable(profile: String) throws {
    let source = try Self.geography(profile)
    let answer = try Inquiry(source).ask("p rows band columns sex pages place")
    try Self.expectOpen(
      [answer.shown], source, "p rows band columns sex pages place", profile)
  }

  // MARK: Recode

  static func recode(_ profile: String) throws -> InventedPersons {
    let records = try SharedVectors.records("handbook/differencing_recode.csv")
    func count(_ table: String, _ sex: String, _ band: String) throws -> Int {
      try #require(records.first { $0[..<3] == [table, sex, band] }.flatMap { Int($0[3]) })
    }
    var groups: [([String: String], Int)] = []
    for sex in ["Male", "Female"] {
      let (first, second) = (try count("T1", sex, "<20"), try count("T2", sex, "<25"))
      groups.append((["sex": sex, "age": "under 20"], first))
      groups.append((["sex": sex, "age": "20-24"], second - first))
      groups.append((["sex": sex, "age": "25-39"], try count("T2", sex, "25-39")))
      for band in ["40-59", "60-69", "70+"] {
        groups.append((["sex": sex, "age": band], try count("T1", sex, band)))
      }
    }
    return try source(
      [
        InventedPersons.Trait(
          "age", ["under 20", "20-24", "25-39", "40-59", "60-69", "70+"]),
        InventedPersons.Trait("sex", ["Male", "Female"]),
      ], groups, profile)
  }

  static let recodes = [
    "p rows age columns sex recode age: \"to 19\"=\"under 20\"; \"20 to 39\"=\"20-24\",\"25-39\"",
    "p rows age columns sex recode age: \"to 24\"=\"under 20\",\"20-24\"",
  ]

  /// The finest ages in one table: the man of 20 to 24 is a cell of it.
  @Test(arguments: profiles) func recodeInOneTable(profile: String) throws {
    let source = try Self.recode(profile)
    let answer = try Inquiry(source).ask("p rows age columns sex")
    try Self.expectOpen([answer.shown], source, "p rows age columns sex", profile)
  }

  /// Each of the two banded tables by itself.
  @Test(arguments: profiles) func eitherRecodeAlone(profile: String) throws {
    let source = try Self.recode(profile)
    for text in Self.recodes {
      let answer = try Inquiry(source).ask(text)
      try Self.expectOpen([answer.shown], source, text, "\(profile), \(text)")
    }
  }

  // MARK: Linking

  static func linking(_ profile: String) throws -> InventedPersons {
    let facts = Dictionary(
      try SharedVectors.records("handbook/differencing_linking.csv").map {
        ($0[0].trimmingCharacters(in: .whitespaces), Int($0[1]) ?? 0)
      }, uniquingKeysWith: { first, _ in first })
    func fact(_ name: String) throws -> Int { try #require(facts[name]) }
    let both = try fact("Living and working in area")
    let men = try fact("Males living and working in A")
    let outMen = try fact("Males living in A working elsewhere")
    let outWomen = try fact("DERIVED females living in A working elsewhere")
    let inMen = try fact("Males working in A living elsewhere")
    let inWomen = try fact("DERIVED females working in A living elsewhere")
    return try source(
      [
        InventedPersons.Trait("lives", ["here", "elsewhere"]),
        InventedPersons.Trait("works", ["here", "elsewhere", "nowhere"]),
        InventedPersons.Trait("sex", ["Male", "Female"]),
      ],
      [
        (["lives": "here", "works": "here", "sex": "Male"], men),
        (["lives": "here", "works": "here", "sex": "Female"], both - men),
        (["lives": "here", "works": "elsewhere", "sex": "Male"], outMen),
        (["lives": "here", "works": "elsewhere", "sex": "Female"], outWomen),
        (["lives": "elsewhere", "works": "here", "sex": "Male"], inMen),
        (["lives": "elsewhere", "works": "here", "sex": "Female"], inWomen),
        (["lives": "here", "works": "nowhere", "sex": "Male"], 5),
        (["lives": "here", "works": "nowhere", "sex": "Female"], try fact("Not employed") - 5),
        (["lives": "elsewhere", "works": "elsewhere", "sex": "Male"], 400),
        (["lives": "elsewhere", "works": "elsewhere", "sex": "Female"], 380),
        (["lives": "elsewhere", "works": "nowhere", "sex": "Male"], 40),
        (["lives": "elsewhere", "works": "nowhere", "sex": "Female"], 60),
      ], profile)
  }

  /// Where people live and work, by sex: the women follow from everyone and the men.
  @Test(arguments: profiles) func linkingInOneTable(profile: String) throws {
    let source = try Self.linking(profile)
    let text = "p rows lives columns works pages sex"
    try Self.expectOpen([try Inquiry(source).ask(text).shown], source, text, profile)
  }

  /// The men alone are a slice of the table of both sexes: what they leave out is judged with them.
  @Test(arguments: profiles) func menAloneAreASlice(profile: String) throws {
    let source = try Self.linking(profile)
    let answer = try Inquiry(source).ask("p rows lives columns works where sex=Male")
    try Self.expectOpen(
      [answer.shown], source, "p rows lives columns works pages sex", profile)
  }

  // MARK: Total minus one sex

  static func disease(_ profile: String) throws -> InventedPersons {
    var groups: [([String: String], Int)] = []
    for record in try SharedVectors.records("opensafely/differencing_total_minus_male.csv")
    where record[0] != "Total" {
      let numbers = try record.dropFirst().map { try #require(Int($0)) }
      for (sex, ill, all) in [("M", numbers[2], numbers[3]), ("F", numbers[4], numbers[5])] {
        groups.append((["age": record[0], "sex": sex, "ill": "yes"], ill))
        groups.append((["age": record[0], "sex": sex, "ill": "no"], all - ill))
      }
    }
    return try source(
      [
        InventedPersons.Trait("age", ["21-30", "31-40", "41-50", "51+"]),
        InventedPersons.Trait("sex", ["F", "M"]),
        InventedPersons.Trait("ill", ["yes", "no"], isSensitive: true),
      ], groups, profile)
  }

  @Test(arguments: profiles) func totalMinusOneSexInOneTable(profile: String) throws {
    let source = try Self.disease(profile)
    let finest = "p rows age columns ill pages sex"
    try Self.expectOpen([try Inquiry(source).ask(finest).shown], source, finest, profile)
    let men = try Inquiry(source).ask("p rows age columns ill where sex=M")
    try Self.expectOpen([men.shown], source, finest, "\(profile), men")
  }

  // MARK: Redaction and rounding

  /// The table with one redacted cell of OpenSAFELY's example, through its own profile.
  @Test func redactionUpToSevenWithRounding() throws {
    var groups: [([String: String], Int)] = []
    for record in try SharedVectors.records("opensafely/redact7_round5.csv")
    where record[0] != "Total" {
      let (ill, all) = (try #require(Int(record[1])), try #require(Int(record[2])))
      groups.append((["age": record[0], "ill": "yes"], ill))
      groups.append((["age": record[0], "ill": "no"], all - ill))
    }
    let source = try Self.source(
      [
        InventedPersons.Trait("age", ["21-30", "31-40", "41-50", "51+"]),
        InventedPersons.Trait("ill", ["yes", "no"]),
      ], groups, "opensafely-7-5")
    let answer = try Inquiry(source).ask("p rows age columns ill")
    #expect(answer.table.value(["21-30", "yes"]) == .confidential)
    try Self.expectOpen([answer.shown], source, "p rows age columns ill", "opensafely-7-5")
  }

  /// Suppressing to 5 and rounding to 5 publishes a 5 that is 6 or 7: no policy may say so.
  @Test func thresholdFiveWithRoundingFive() throws {
    for record in try SharedVectors.records("opensafely/threshold5_round5_leak.csv") {
      let words = record[0].components(separatedBy: CharacterSet.decimalDigits.inverted)
        .compactMap(Int.init)
      let minimum = record[0].contains("<=") ? words[0] + 1 : words[0]
      let profile = DisclosureProfile(
        name: "rule", minimumFrequency: minimum, roundingBase: words[1])
      #expect(profile.isSound(minimumFrequency: minimum) == (record[2] != "6 or 7 only"))
      let lowest = try #require(Int(record[1]))
      let plan = Shapes.plan([Shapes.flat(2)], profile)
      let interval = ShownCells(cube: [], plan: plan).interval(.count(lowest))
      #expect(
        record[2] == (interval.lower == 6 ? "6 or 7 only" : "\(interval.lower)..\(interval.upper!)")
      )
    }
  }

  // MARK: Audit

  /// The τ-ARGUS manual's table of 2 × 3, whose first cell an attacker bounds to 3 … 6: ours does too,
  /// so it is not blind.
  @Test func theManualsIntervalIsFound() throws {
    let records = try SharedVectors.records("handbook/audit_tauargus_manual_2_15.csv")
    let plan = Shapes.plan(
      [Shapes.flat(3), Shapes.flat(2)],
      DisclosureProfile(name: "exact", minimumFrequency: 1, roundingBase: 1))
    var cube = [CellValue](repeating: .confidential, count: 12)
    for (row, record) in records.prefix(4).enumerated() {
      for (column, text) in record[1...3].enumerated() {
        let place = (row == 3 ? 0 : row + 1) * 3 + (column == 2 ? 0 : column + 1)
        cube[place] = Int(text).map { .count($0) } ?? .confidential
      }
    }
    let (facts, crossing) = Crossing.facts([ShownCells(cube: cube, plan: plan)])
    let first = crossing.atoms(table: 0, nodes: [1, 1])
    let interval = try #require(IntegerProgramme(facts).interval(of: first))
    #expect(interval.lower.rounded() == 3 && interval.upper?.rounded() == 6)
    #expect(IntegerProgramme.allows(facts, first, 2, 2) == false)
    #expect(IntegerProgramme.allows(facts, first, 7, nil) == false)
  }

  // MARK: Means

  /// A mean beside perturbed counts gives the true count away. There are no means, and what is
  /// computed of days or events is computed of published values.
  @Test func thereAreNoMeans() throws {
    let source = try Self.recode("10-5")
    for text in [
      "p rows sex measure mean", "p rows sex measure mean age", "p rows sex measure sum",
      "p rows sex measure average",
    ] {
      #expect(throws: (any Error).self, "\(text)") { try Inquiry(source).ask(text) }
    }
  }
}

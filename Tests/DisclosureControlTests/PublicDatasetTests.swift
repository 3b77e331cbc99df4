import CohortModel
import ColumnStore
import DisclosureControl
import Foundation
import QueryEngine
import Tables
import Testing

/// The public datasets described under `Examples/`, from their files to protected tables: the numbers
/// that others have published of them come out inside, and only protected ones outside.
@Suite struct PublicDatasetTests {
  /// A store of an example, built in a temporary folder that goes with it.
  final class Built {
    let report: BuildReport
    let store: CohortStore
    let release: Release
    private let folder: URL

    init(_ example: String) throws {
      folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("bold-\(example)-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let path = folder.appendingPathComponent("store").path
      report = try StoreBuilder.build(
        BuildOptions(
          package: PublicDatasetTests.examples.appendingPathComponent(example).path, store: path,
          data: SharedData.root.appendingPathComponent("data/\(example)").path)
      ) { _ in }
      store = try CohortStore.open(path)
      release = try Release.open(path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The engine's own count of one cell of a query's cube, by the code of one node per dimension;
    /// the whole of a dimension that is not named.
    func count(_ text: String, _ codes: [String] = []) throws -> Int {
      let plan = try TablePlan(
        CohortQuery(text: text, package: store.package), package: store.package)
      let space = CellSpace(plan.dimensions)
      var nodes = plan.fixedNodes
      for (dimension, planned) in plan.dimensions.enumerated() {
        for code in codes {
          if let node = planned.structure.node(code) { nodes[dimension] = node }
        }
      }
      return try CohortEngine(source: store).count(plan).persons[space.cell(nodes)]
    }

    /// What the engine counts in all, where events are counted.
    func total(_ text: String) throws -> Int {
      let plan = try TablePlan(
        CohortQuery(text: text, package: store.package), package: store.package)
      return try CohortEngine(source: store).count(plan).totals?[0] ?? 0
    }

    func view(_ text: String) throws -> TableView {
      TableView(try release.table(for: CohortQuery(text: text, package: store.package)))
    }
  }

  static let examples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples")

  static func isThere(_ name: String) -> Bool { SharedData.exists("data/\(name)") }

  @Test(.enabled(if: isThere("compas_broward")))
  func broward() throws {
    let built = try Built("compas_broward")
    // Larson et al. (2016) and the notes of the extract; see Examples/compas_broward/README.md.
    #expect(try built.count("two_year") == 11_757)
    #expect(try built.count("two_year where in_two_year_file=1") == 7_214)
    #expect(try built.count("two_year measure share reoffended_2_years", ["yes"]) == 3_251)
    #expect(try built.count("two_year measure share reoffended_2_years", ["base"]) == 7_214)
    #expect(try built.count("two_year measure share reoffended_propublica", ["yes"]) == 2_809)
    let filtered = "columns reoffended_propublica"
    for (variable, code, expected) in [
      ("ethnic_group", "African-American", 3_175), ("ethnic_group", "Caucasian", 2_103),
      ("ethnic_group", "Hispanic", 509), ("ethnic_group", "Other", 343),
      ("ethnic_group", "Asian", 31), ("ethnic_group", "Native American", 11),
      ("sex", "Male", 4_997), ("sex", "Female", 1_175),
      ("age_category", "25 - 45", 3_532), ("age_category", "Greater than 45", 1_293),
      ("age_category", "Less than 25", 1_347),
    ] {
      #expect(
        try built.count("two_year rows \(variable) \(filtered)", [code, "base"]) == expected,
        "\(variable) \(code)")
    }
    #expect(try built.count("two_year where in_violent_file=1") == 4_743)
    #expect(try built.count("two_year measure share violent_propublica", ["base"]) == 4_020)
    #expect(try built.count("two_year measure share violent_propublica", ["yes"]) == 652)

    // Outside: rounded, and hidden where groups are small.
    let view = try built.view("two_year measure share reoffended_propublica")
    guard case .share(let share) = view.figure(page: 0, row: 0, column: 0) else {
      Issue.record("no share")
      return
    }
    #expect(abs(share.proportion - 0.4551) < 0.002)
    let groups = try built.release.table(
      for: CohortQuery(
        text: "two_year rows ethnic_group columns reoffended_propublica",
        package: built.store.package))
    #expect(groups.cells.contains(.confidential))
    for cell in groups.cells {
      if case .count(let count) = cell { #expect(count % 5 == 0 && (count == 0 || count >= 10)) }
    }

    // Faults.
    let spells = try #require(built.report.resources.first { $0.resource == "custody_spells" })
    #expect(spells.rowsRead == 20_015 && spells.overlappingSpells > 0)
    let charges = try #require(built.report.resources.first { $0.resource == "charges" })
    #expect(charges.undated == 2_600)
    let persons = try #require(built.report.resources.first { $0.resource == "persons" })
    #expect(persons.missing.contains { $0.field == "two_year_recid" && $0.count == 4_543 })
  }

  @Test(.enabled(if: isThere("compas_broward")))
  func scoresAreRefused() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bold-refused-\(UUID().uuidString)").path
    let refused = BuildOptions(
      package: Self.examples.appendingPathComponent("compas_broward_refused").path, store: folder,
      data: SharedData.root.appendingPathComponent("data/compas_broward").path)
    #expect(throws: BuildError.self) { try StoreBuilder.build(refused) { _ in } }
    #expect(!FileManager.default.fileExists(atPath: folder))
    let report = PackageChecker.check(refused.package, data: refused.data)
    #expect(!report.isSound)
    #expect(
      report.problems.filter { $0.rule?.contains("G05") == true }.map(\.field)
        == ["decile_score", "score_text"])
  }

  @Test(.enabled(if: isThere("london_homicide_victims")))
  func london() throws {
    let built = try Built("london_homicide_victims")
    #expect(try built.count("homicide") == 838)
    for (year, expected) in [
      ("2006", 172), ("2007", 163), ("2008", 155), ("2009", 130), ("2010", 124), ("2011", 94),
    ] {
      #expect(try built.count("homicide rows years:all", [year]) == expected, "\(year)")
    }
    for (borough, expected) in [
      ("Lambeth", 79), ("Newham", 56), ("Southwark", 49), ("Kingston", 4),
      ("Kensington & Chelsea", 2), ("Richmond", 1),
    ] {
      #expect(try built.count("homicide rows borough:all", [borough]) == expected, "\(borough)")
    }
    for (band, expected) in [("18-24", 190), ("25-34", 188), ("16-17", 46), ("5-9", 5)] {
      #expect(try built.count("homicide rows age:all", [band]) == expected, "\(band)")
    }

    // A coarse table is useful: every cell is shown.
    let coarse = try built.view("homicide rows borough columns years")
    #expect(coarse.rows.count >= 6 && coarse.columns.count >= 3)
    let shown = coarse.rows.indices.filter { row in
      coarse.columns.indices.allSatisfy { column in
        if case .count = coarse.figure(page: 0, row: row, column: column) { return true }
        return false
      }
    }
    #expect(shown.count >= 6)
  }

  /// Borough by year: 157 of 192 cells are small. Nothing is recovered from what is shown, margins
  /// and rounding included, by linear programming over the relations of the table.
  @Test(.enabled(if: isThere("london_homicide_victims")))
  func boroughByYear() throws {
    let built = try Built("london_homicide_victims")
    let query = try CohortQuery(
      text: "homicide rows borough:all columns years:all", package: built.store.package)
    let plan = try TablePlan(query, package: built.store.package)
    let raw = try CohortEngine(source: built.store).count(plan)
    let table = try built.release.table(for: query)
    let space = CellSpace(plan.dimensions)
    let reading = PublishedReading(profile: plan.profile, minimumFrequency: 10)
    // Which cell of the cube each shown cell is.
    var intervals = [(lower: Double, upper: Double?)](repeating: (0, nil), count: space.cellCount)
    var shown = Set<Int>()
    var position = 0
    func place(_ axis: Int, _ nodes: [Int: Int]) {
      guard axis < plan.axes.count else {
        let cell = space.cell(nodes)
        let interval = reading.interval(table.cells[position])
        intervals[cell] = (Double(interval.lower), interval.upper.map(Double.init))
        shown.insert(cell)
        position += 1
        return
      }
      for entry in plan.axes[axis].entries {
        place(axis + 1, nodes.merging(entry.nodes) { $1 })
      }
    }
    place(0, plan.fixedNodes)
    #expect(position == table.cells.count)
    let attacker = LinearAttacker(intervals: intervals, relations: CellRelation.all(in: space))
    var unsafe = 0
    for cell in shown where (1...9).contains(raw.persons[cell]) {
      unsafe += 1
      let interval = try #require(attacker.feasibleInterval(ofCell: cell))
      #expect(
        interval.lower <= 1 + 1e-6 && (interval.upper ?? .infinity) >= 9 - 1e-6, "\(interval)")
    }
    #expect(unsafe >= 157)
  }

  @Test(.enabled(if: isThere("rossi_tarp"), "the data are not there"))
  func tarp() throws {
    let built = try Built("rossi_tarp")
    // Rossi, Berk and Lenihan (1980), as in the notes of the extract.
    #expect(try built.count("aid") == 432)
    let share = "measure share arrested_52_weeks"
    #expect(try built.count("aid \(share)", ["yes"]) == 114)
    #expect(try built.count("aid \(share)", ["base"]) == 432)
    for (aid, arrested) in [("yes", 48), ("no", 66)] {
      let query = "aid where aid=\(aid)"
      #expect(try built.count(query, [aid]) == 216)
      #expect(try built.count("\(query) columns arrested", [aid, "1"]) == arrested)
    }
    // All who were not arrested are at week 52, and so are some who were.
    #expect(try built.count("aid where arrested=0 columns at_52", ["0", "yes"]) == 318)
    #expect(try built.count("aid columns at_52", ["yes"]) == 322)
    #expect(try built.total("aid measure events week") == 19_809)
    #expect(try built.total("aid measure events work") == 9_278)

    // Outside: both definitions side by side, and no more than what passed.
    let view = try built.view("aid rows aid measure share arrested_52_weeks in_work_52_weeks")
    #expect(view.table.definitions.count == 2)
    for row in view.rows.indices {
      for case .count(let count) in view.values(page: 0, row: row, column: 0) {
        #expect(count % 5 == 0 && (count == 0 || count >= 10))
      }
    }
    guard case .share(let all) = view.figure(page: 0, row: 0, column: 0) else {
      Issue.record("no share")
      return
    }
    #expect(abs(all.proportion - 0.264) < 0.012)
    // An adverse outcome alone names the one that belongs beside it.
    let alone = try built.view("aid measure share arrested_52_weeks")
    #expect(alone.table.legend.contains { $0.meaning.contains("in_work_52_weeks") })
  }

  @Test(.enabled(if: isThere("help_detox_homeless"), "the data are not there"))
  func help() throws {
    let built = try Built("help_detox_homeless")
    // Samet and others (2003), Saitz and others (2004), and the notes of the extract.
    #expect(try built.count("clinic") == 470)
    for arm in ["1", "0"] { #expect(try built.count("clinic columns arm", [arm]) == 235) }
    #expect(try built.count("clinic where answers=1+", ["1+"]) == 400)
    #expect(try built.total("clinic measure events enrolment") == 1_472)
    for (event, interviews) in [
      ("month_6", 254), ("month_12", 217), ("month_18", 254), ("month_24", 277),
    ] {
      #expect(try built.total("clinic measure events \(event)") == interviews, "\(event)")
    }
    for (variable, code, expected) in [
      ("housing", "homeless", 209), ("housing", "housed", 244), ("substance", "alcohol", 177),
      ("substance", "cocaine", 152), ("substance", "heroin", 124), ("sex", "male", 346),
      ("sex", "female", 107), ("complete", "1", 453),
    ] {
      let query =
        "clinic where complete=1"
        + (variable == "complete" ? "" : " columns \(variable)")
      #expect(try built.count(query, ["1", code]) == expected, "\(variable) \(code)")
    }
    let homeless = "clinic where complete=1 housing=homeless columns sex"
    #expect(try built.count(homeless, ["1", "homeless", "male"]) == 169)
    #expect(try built.count(homeless, ["1", "homeless", "female"]) == 40)

    // Two definitions of linked, each with its base.
    let record = "measure share linked_record"
    #expect(try built.count("clinic \(record)", ["yes"]) == 167)
    #expect(try built.count("clinic \(record)", ["base"]) == 447)
    for (arm, linked, known) in [("0", 36, 215), ("1", 131, 232)] {
      #expect(try built.count("clinic rows arm \(record)", [arm, "yes"]) == linked)
      #expect(try built.count("clinic rows arm \(record)", [arm, "base"]) == known)
    }
    let report = "clinic measure share linked_self_report"
    #expect(try built.count(report, ["yes"]) == 253)
    #expect(try built.count(report, ["base"]) == 400)

    let view = try built.view("clinic rows arm measure share linked_record linked_self_report")
    #expect(
      view.columns.map { $0.entries.last?.code } == ["linked_record", "linked_self_report"])
    #expect(view.table.definitions.map(\.denominator).count == 2)
    #expect(view.table.definitions[0].limits.contains { $0.contains("69 %") })
    var shares: [Int: Double] = [:]
    for column in 0..<2 {
      if case .share(let share) = view.figure(page: 0, row: 0, column: column) {
        shares[column] = share.proportion
      }
    }
    #expect(abs((shares[0] ?? 0) - 0.374) < 0.012 && abs((shares[1] ?? 0) - 0.632) < 0.012)

    // Faults.
    let persons = try #require(built.report.resources.first { $0.resource == "persons" })
    #expect(persons.missing.contains { $0.field == "linked_admin_12m" && $0.count == 23 })
    #expect(try built.count("clinic columns substance", ["missing"]) == 1)
    #expect(try built.total("clinic measure events jail_over_184") == 48)
    // More nights in shelters and streets than six months have, and nights in jail called months.
    let rows = try String(
      contentsOf: SharedData.root.appendingPathComponent(
        "data/help_detox_homeless/interviews.csv"), encoding: .utf8
    ).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.count { (Int($0[4]) ?? 0) + (Int($0[5]) ?? 0) > 184 } == 34)
    #expect(rows.compactMap { Int($0[6]) }.max() == 455)
  }
}

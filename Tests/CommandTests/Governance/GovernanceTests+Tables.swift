import Foundation
import Testing

// What a table may show.
extension GovernanceTests {
  @Test func G20_children_and_families() throws {
    for query in [
      "children rows area:2", "children rows area:all", "children where area=S2",
      "children where area=N versus area=S1", "children rows area recode area: Coast=N1,S1",
    ] {
      let outcome = try package.run("query", query)
      #expect(outcome.status == 1, "\(query)")
      #expect(outcome.errors.contains("no geography below region"), "\(query)")
      let elsewhere = query.replacingOccurrences(of: "children", with: "leavers")
      #expect(try package.run("query", elsewhere).status == 0, "\(query)")
    }
    let table = try package.table("children rows area columns sex")
    let control = try #require(table["disclosure_control"] as? [String: Any])
    #expect(control["minimum_frequency"] as? Int == 20)
    for value in try values(table).values {
      #expect(Int(value).map { $0 == 0 || $0 >= 20 } ?? true)
    }
    for (old, new) in [
      ("minimum_frequency: 20", "minimum_frequency: 10"),
      ("from: people.area, at: ever, geography: true", "from: people.area, at: ever"),
    ] {
      let outcome = try check([("pilots/children.yaml", old, new)])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("G20"))
    }
    let none = try GovernedPackage.built([
      ("pilots/children.yaml", "geography: region", "geography: none")
    ])
    #expect(try none.run("query", "children rows area").errors.contains("show no geography"))
    let unsafe = try check([
      ("pilots/children.yaml", "safeguards: {about", "# safeguards: {about")
    ])
    #expect(unsafe.output.contains("G20"))
  }

  @Test func G21_macro_level_only() throws {
    // The finest table has as many lines as it has cells, and no value of fewer than the minimum.
    for query in ["leavers rows sex area:2 need", "leavers rows area:2 columns debt pages sex"] {
      let table = try package.table(query)
      let cells = try values(table)
      let lines = try package.run("query --format csv", query).output
        .split(whereSeparator: \.isNewline)
      #expect(lines.count == cells.count + 1)
      #expect(cells.values.contains("[c]"))
      for value in cells.values {
        #expect(value == "[c]" || Int(value).map { $0 == 0 || $0 >= 13 } == true)
      }
    }
    // No format, and no command, gives records.
    for format in ["rows", "records", "parquet"] {
      #expect(try package.run("query --format \(format)", "leavers").status == 2)
    }
  }

  @Test func G22_shows_what_helps_too() throws {
    let alone = try check([
      (
        "pilots/leavers.yaml", "    within: 12 months\n    card:",
        "    within: 12 months\n    polarity: adverse\n    card:"
      )
    ])
    #expect(alone.output.contains("G22"))
  }

  @Test func G23_data_errors_are_common() throws {
    // Values that are missing are counted as such, and each table says how strictly it was linked.
    let table = try package.run("query", "leavers rows sex").output
    #expect(table.contains("Link level: medium."))
    #expect(table.contains("Not known"))
    for level in ["high", "low"] {
      let sensitivity = try package.run("query", "leavers rows sex link \(level)")
      #expect(sensitivity.output.contains("Link level: \(level)."))
    }
  }

  @Test func G25_groups_not_ranked() throws {
    // Groups stand in the order of their code list, whatever their counts and shares.
    let order = ["*", "N", "N1", "N2", "S", "S1", "S2", "NK"]
    for store in [package, try GovernedPackage.shifted.get()] {
      for query in ["leavers rows area:2", "leavers rows area:2 measure share offence12"] {
        let cells = try #require(try store.table(query)["cells"] as? [[String: Any]])
        #expect(cells.compactMap { ($0["codes"] as? [String])?.first } == order)
      }
    }
    #expect(try package.run("query", "leavers rows area sort").status == 1)
  }
}

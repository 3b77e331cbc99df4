import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

/// What a protected table says of its own cells, for attackers and audits.
@Suite struct PublishedTableTests {
  let source = SmallSource(persons: 1_500, seed: 3)

  @Test func cellsAreThoseOfTheAxesUnderTheirNodes() throws {
    let query = CohortQuery(
      pilot: "p", rows: [AxisVariable("region", depth: 2)], columns: [AxisVariable("sex")],
      filters: [Filter(variable: "region", codes: ["E1", "W1"])])
    let table = try Release(source: source).table(for: query)
    let published = table.published
    let region = try #require(
      published.dimensions.firstIndex { $0.source == .variable("region") })
    let sex = try #require(published.dimensions.firstIndex { $0.source == .variable("sex") })
    #expect(published.cells.count >= table.cells.count)
    let (rows, columns) = (table.axes[0].entries, table.axes[1].entries)
    for (index, cell) in published.cells.prefix(table.cells.count).enumerated() {
      #expect(cell.value == table.cells[index])
      let column = columns[index % columns.count].code
      #expect(published.dimensions[sex].structure.nodes[cell.nodes[sex]].code == column)
      let row = rows[index / columns.count].code
      let node = published.dimensions[region].structure.nodes[cell.nodes[region]]
      // The total of the table is of those who are kept.
      #expect(row == "*" ? node.slots.count == 2 : node.code == row)
    }
  }

  @Test(arguments: [
    "reoffending rows drug_need columns sex", "reoffending rows drug_need where sex=F",
    "homelessness rows sex columns slept_rough measure share prevented",
  ])
  func whatIsNotKnownIsACellOnceOnly(text: String) throws {
    let source = FollowUpReleaseTests.store.source
    let query = try CohortQuery(text: text, package: source.package)
    let table = try Release(source: source).table(for: query)
    let published = table.published
    #expect(!table.heading.missing.isEmpty)
    let nodes = published.cells.map(\.nodes)
    #expect(Set(nodes).count == nodes.count)
    for missing in table.heading.missing {
      let dimension = try #require(
        published.dimensions.firstIndex {
          $0.source == .variable(missing.code) || $0.source == .milestone(missing.code)
        })
      let variable = source.package.pilot(query.pilot)?.variable(missing.code)
      let node = try #require(
        published.dimensions[dimension].structure.node(variable?.missingCode ?? "NK"))
      // Beside what holds for every cell.
      let fixed = try #require(table.cube).fixedNodes
      #expect(
        published.cells.contains { cell in
          cell.value == missing.part
            && cell.nodes.indices.allSatisfy {
              cell.nodes[$0] == ($0 == dimension ? node : fixed[$0, default: 0])
            }
        })
    }
  }

  @Test func profileIsTheOneThatHeld() throws {
    var policy = DisclosurePolicy.standard
    policy.profile = DisclosureProfile(name: "own", minimumFrequency: 12, roundingBase: 0)
    let table = try Release(source: SmallSource(persons: 400, seed: 1, policy: policy))
      .table(for: CohortQuery(pilot: "p", rows: [AxisVariable("sex")]))
    #expect(table.published.profile.minimumFrequency == 12)
    #expect(table.published.profile.roundingBase == 1)
    #expect(table.published.population.unit == "persons")
    #expect(table.published.population.release == source.release)
  }
}

import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

@Suite struct ReleaseTests {
  let source = SmallSource(persons: 1_500, seed: 3)

  func crossed(
    rows: String, columns: String, filters: [Filter] = []
  ) -> CohortQuery {
    CohortQuery(
      pilot: "p", rows: [AxisVariable(rows, depth: 2)], columns: [AxisVariable(columns, depth: 2)],
      filters: filters)
  }

  func value(_ table: ProtectedTable, _ codes: [String: String]) throws -> CellValue {
    var index = 0
    for axis in table.axes {
      let place = codes[axis.name].flatMap { code in
        axis.entries.firstIndex { $0.code == code }
      }
      index = index * axis.entries.count + (axis.role == .measure ? 0 : try #require(place))
    }
    return table.cells[index]
  }

  func persons(_ codes: [String: String]) -> Int {
    source.persons.count { person in
      let region = SmallSource.regions[person.region]
      let sex = SmallSource.sexes[person.sex]
      return (codes["region"] == "*" || region.hasPrefix(codes["region"]!))
        && (codes["sex"] == "*" || sex == codes["sex"]!)
    }
  }

  @Test func publishedCellsAreRoundedCountsAndSmallOnesAreHidden() throws {
    let table = try Release(source: source).table(for: crossed(rows: "region", columns: "sex"))
    var hidden = 0
    for region in ["*", "E", "E1", "E2", "E3", "W", "W1", "W2"] {
      for sex in ["*", "F", "M"] {
        let codes = ["region": region, "sex": sex]
        let count = persons(codes)
        switch try value(table, codes) {
        case .count(let published):
          #expect(count == 0 || count >= 10)
          #expect(published % 5 == 0 && abs(published - count) <= 2)
        case .confidential: hidden += 1
        default: Issue.record("an unexpected sign")
        }
      }
    }
    #expect(hidden > 0 && hidden < 12)
    #expect(table.legend.first?.sign == "[c]")
    #expect(table.heading.unit == "Persons" && table.heading.isSynthetic)
    #expect(table.certificate.minimumFrequency == 10 && table.certificate.hash.count == 64)
  }

  @Test func transposedTablesAndSlicesShowTheSame() throws {
    let release = Release(source: source)
    let table = try release.table(for: crossed(rows: "region", columns: "sex"))
    let transposed = try release.table(for: crossed(rows: "sex", columns: "region"))
    let again = try Release(source: source).table(for: crossed(rows: "region", columns: "sex"))
    #expect(again == table)
    for region in ["*", "E", "E1", "E2", "E3", "W", "W1", "W2"] {
      for sex in ["*", "F", "M"] {
        let codes = ["region": region, "sex": sex]
        #expect(try value(table, codes) == value(transposed, codes))
      }
    }
    #expect(table.certificate.hash != transposed.certificate.hash)
  }

  @Test func explanationsDoNotTellPrimaryFromSecondary() throws {
    let release = Release(source: source)
    let table = try release.table(for: crossed(rows: "region", columns: "sex"))
    let text = try release.explanation(of: .confidential, in: table)
    #expect(text == "Confidential: fewer than 10 persons, or needed to protect such a cell.")
    for entry in table.legend where entry.sign == "[c]" { #expect(entry.meaning == text) }
    #expect(try release.explanation(of: .count(15), in: table) == "Rounded to the nearest 5.")
  }

  @Test func refusalsComeFromTheQuery() throws {
    let release = Release(source: source)
    #expect(throws: ServiceError.self) {
      try release.table(for: CohortQuery(pilot: "p", rows: [AxisVariable("colour")]))
    }
    do throws(ServiceError) {
      _ = try Release.open("/nonexistent")
      Issue.record("opened a store that is not there")
    } catch {
      guard case .storeUnusable = error else {
        Issue.record("another error")
        return
      }
    }
  }

  @Test func countsThatDoNotAddUpAreNeverShown() throws {
    struct Miscounting: CountingBackend {
      let engine: CohortEngine
      func count(_ plan: TablePlan) throws -> RawCube {
        var persons = try engine.count(plan).persons
        persons[0] += 1
        return RawCube(plan: plan, persons: persons)
      }
    }
    let release = Release(
      source: source, backend: Miscounting(engine: CohortEngine(source: source)))
    #expect(throws: ServiceError.self) {
      try release.table(for: crossed(rows: "region", columns: "sex"))
    }
  }

  @Test func agreedMinimaApplyToTheWholeTable() throws {
    var policy = DisclosurePolicy.standard
    policy.profile = .srsTen
    let exact = SmallSource(persons: 1_500, seed: 3, policy: policy)
    let table = try Release(source: exact).table(for: crossed(rows: "region", columns: "sex"))
    #expect(table.certificate.roundingBase == 1)
    #expect(table.cells.contains(.count(1_500)))
    #expect(
      !table.cells.contains { if case .count(let n) = $0 { (1..<10).contains(n) } else { false } })
  }
}

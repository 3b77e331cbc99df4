import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

/// Households in the place of persons: magnitudes whose contributors are persons.
@Suite struct UnitTests {
  let source = SmallSource(persons: 1_500, seed: 3)

  /// The persons with whom households are counted, in a region and of a sex, seen again or not.
  private func firsts(_ region: String, _ sex: String, isSeen: Bool) -> Int {
    var order = Array(source.persons.indices)
    order.sort { ($0 % 700, $0) < ($1 % 700, $1) }
    var known: Set<Int> = []
    let counted = order.filter { known.insert(source.household($0)).inserted }
    return counted.count { person in
      let own = source.persons[person]
      return (region == "*" || SmallSource.regions[own.region].hasPrefix(region))
        && (sex == "*" || SmallSource.sexes[own.sex] == sex)
        && (!isSeen || source.isSeen(person))
    }
  }

  @Test(arguments: [false, true])
  func publishedNumbersAreOfTenPersonsAtLeast(isShare: Bool) throws {
    let query = CohortQuery(
      pilot: "p", rows: [AxisVariable("region", depth: 2)], columns: [AxisVariable("sex")],
      unit: "household", measure: isShare ? .share(["seen"]) : .persons)
    let table = try Release(source: source).table(for: query)
    #expect(table.heading.unit == "Households")
    #expect(table.heading.title.contains(isShare ? "Seen again" : "Households by"))
    #expect(table.certificate.statement.contains("one or two persons"))
    let rows = table.axes[0].entries.map(\.code)
    let columns = table.axes[1].entries.map(\.code)
    let measures = table.axes[2].entries.map(\.code)
    #expect(measures == (isShare ? ["numerator", "denominator"] : ["count"]))
    var published = 0
    var hidden = 0
    for (place, cell) in table.cells.enumerated() {
      let measure = measures[place % measures.count]
      let column = columns[place / measures.count % columns.count]
      let row = rows[place / measures.count / columns.count]
      let exact = firsts(row, column, isSeen: measure == "numerator")
      switch cell {
      case .count(let count):
        // Everybody has one household at most here, so that households are persons.
        #expect(exact == 0 || exact >= 10, "\(row) \(column) \(measure)")
        #expect(abs(count - exact) <= 2 && count % 5 == 0, "\(row) \(column) \(measure)")
        published += 1
      case .confidential: hidden += 1
      default: Issue.record("an unexpected sign")
      }
    }
    #expect(published > 8 && hidden > 0)
  }

  @Test func householdsOfOnePersonAreHiddenHoweverMany() throws {
    // Nine persons with three households each: 27 households, and too few persons.
    let plan = TablePlan(
      query: CohortQuery(pilot: "p", unit: "household"), linkLevel: .medium,
      counting: .units("household"), dimensions: Fixture.plan([Fixture.flat(2)]).dimensions,
      fixedNodes: [:], axes: [], minimumFrequency: 10, profile: .tenFive)
    let cube = RawCube(
      plan: plan, persons: [59, 9, 50], totals: [127, 27, 100], largest: [3, 3, 2],
      secondLargest: [3, 3, 2])
    let problem = try ProtectionProblem(
      cube: cube, policy: .standard, release: "r", secret: [7])
    #expect(problem.statuses[1] == .unsafe)
    #expect(problem.requirements.map(\.range) == [18...36])
    let cells = try TableProtection(plan: plan).protect(problem).cells
    #expect(cells[1] == .confidential)
    // Its complement, or the total, is hidden with it.
    #expect(cells.count { $0 == .confidential } >= 2)
  }
}

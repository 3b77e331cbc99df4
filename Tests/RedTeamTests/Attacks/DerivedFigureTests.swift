import CohortModel
import DisclosureControl
import Tables
import Testing

/// Figures made of others: means, shares, totals over counts, medians, and the order in which they
/// stand.
@Suite struct DerivedFigureTests {
  static let traits = [
    InventedPersons.Trait("area", ["A", "B", "C", "D"]),
    InventedPersons.Trait("sex", ["F", "M"]),
  ]

  static func source(_ number: Int, _ profile: String = "10-5") throws -> InventedPersons {
    var random = RepeatableRandom(UInt64(number) + 4_000)
    let persons = (0..<260).map { _ -> InventedPersons.Person in
      var person = InventedPersons.Person([
        "area": ["A", "A", "A", "A", "B", "B", "B", "C", "D"].randomElement(using: &random)!,
        "sex": random.once(in: 8) ? "F" : "M",
      ])
      person.visits = random.once(in: 3) ? random.number(1...9) : 0
      person.isHelped = random.once(in: 4)
      return person
    }
    return InventedPersons(
      traits, persons, policy: DisclosurePolicy(profile: try #require(.named(profile))))
  }

  /// Handbook: a mean of true values beside a count with noise of 2 gives the count, because few
  /// numbers of persons make a whole total of it. The attack works on the handbook's figures.
  @Test(.enabled(if: SharedVectors.exist)) func countFromMean() throws {
    let records = try SharedVectors.records("handbook/mean_attack.csv")
    func numbers(_ name: String) throws -> [Double] {
      try #require(records.first { $0[0] == name }).dropFirst().compactMap(Double.init)
    }
    let (published, means) = (
      try numbers("published_perturbed_count_D2"), try numbers("published_original_mean")
    )
    let recovered = try numbers("ATTACK_recovers_count").map(Int.init)
    for (place, mean) in means.enumerated() {
      let near = Int(published[place]) - 2...Int(published[place]) + 2
      // The mean has four decimals at most.
      let fitting = near.filter { count in
        let total = (mean * Double(count)).rounded()
        return abs(total / Double(count) - mean) < 0.000_06
      }
      #expect(fitting == [recovered[place]])
    }
  }

  /// A published total over a published number of persons: every number of persons that rounds to the
  /// published one remains, because the total is rounded by itself. And no total stands where there
  /// are fewer persons than the minimum.
  @Test(arguments: 0..<3) func meanTimesCount(number: Int) throws {
    let source = try Self.source(number)
    let inquiry = Inquiry(source)
    let persons = try inquiry.ask("p rows area columns sex")
    let events = try inquiry.ask("p rows area columns sex measure events visit")
    let reading = ShownCells(persons.table, plan: persons.plan)
    var both = 0
    for (cell, shown) in persons.table.cells.enumerated() {
      guard case .count(let total) = events.table.cells[cell], total > 0 else { continue }
      let nodes = reading.cells[cell].nodes
      let true_ = Count.cells(of: source, persons.plan).first { $0.nodes == nodes }!.count
      #expect(true_ >= 10, "a total of fewer persons than the minimum")
      guard case .count(let count) = shown else { continue }
      both += 1
      let interval = reading.interval(.count(count))
      let totals = reading.interval(.count(total))
      // Whoever divides has as many pairs as there are of the two intervals.
      #expect((interval.upper ?? 0) - interval.lower >= 2)
      #expect((totals.upper ?? 0) - totals.lower >= 2)
    }
    #expect(both > 2)
  }

  /// Shares say what numerator and denominator say, and nothing is shared out of what is hidden.
  @Test(arguments: 0..<3) func shares(number: Int) throws {
    let source = try Self.source(number)
    let answer = try Inquiry(source).ask("p rows area columns sex measure share helped")
    let view = TableView(answer.table)
    var told = 0
    for row in view.rows.indices {
      for column in view.columns.indices {
        let place = 2 * (row * view.columns.count + column)
        let figure = view.figure(page: 0, row: row, column: column)
        let pair = answer.table.cells[place...place + 1]
        if pair.contains(.confidential) {
          #expect(!figure.text.contains("%"))
          continue
        }
        guard case .count(let part)? = pair.first, case .count(let whole)? = pair.last else {
          continue
        }
        told += 1
        // Every pair of true counts that rounds to these has the same text.
        #expect(
          figure
            == Share.figure(.count(part), of: .count(whole), under: answer.table.certificate))
      }
    }
    #expect(told > 2)
  }

  /// Rows stand in the order of the code list, whatever is in them.
  @Test func orderOfRows() throws {
    let few = try Self.source(1)
    let turned = InventedPersons(
      Self.traits,
      few.persons.map { person in
        var other = person
        other.codes["area"] = [["A": "D", "B": "C", "C": "B", "D": "A"][person.codes["area"]![0]]!]
        return other
      }, policy: few.package.policy)
    for text in [
      "p rows area columns sex", "p rows area measure share helped", "p rows sex area",
      "p rows area measure events visit",
    ] {
      let (one, other) = (try Inquiry(few).ask(text).table, try Inquiry(turned).ask(text).table)
      #expect(one.axes == other.axes, "\(text)")
      #expect(one.cells != other.cells, "\(text)")
    }
  }
}

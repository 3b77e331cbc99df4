import CohortModel
import DisclosureControl
import Tables
import Testing

/// One table at three link levels, one less the other. Asked one after another that works
/// (`SubtractionTests`); with how far the levels are in the place of their figures it does not.
@Suite struct LinkLevelTests {
  private static let text = "p rows area columns age"

  /// What is found of small cells and of small differences between levels.
  struct Finding {
    var asked = 0
    var exact = 0
    var narrowed = 0
    var shown = 0
    /// Levels of which only a distance is told.
    var distances = 0
  }

  private typealias Width = (lower: Int, upper: Int?)

  /// - Parameters:
  ///   - levels: what is shown at each.
  ///   - truth: the true tables.
  private static func attack(
    _ tables: [ProtectedTable], truth: [ShownCells], plan: TablePlan, into finding: inout Finding
  ) throws {
    let small = 1...(plan.minimumFrequency - 1)
    // Everything that one level says of a cell: between levels nothing adds up.
    var known: [LinkLevel: [Width]] = [:]
    for table in tables {
      let shown = ShownCells(table, plan: plan)
      let knowledge = Knowledge([shown], about: plan)
      known[table.heading.linkLevel] = try shown.cells.map {
        let width = try #require(knowledge.width(knowledge.atoms(nodes: $0.nodes)))
        return (width.lower, width.upper)
      }
      finding.shown += table.cells.count { if case .count = $0 { true } else { false } }
    }
    // A distance with noise excludes nothing; how likely it makes what is `LevelDistanceTests`.
    for table in tables {
      for other in table.heading.otherLevels ?? [] {
        known[other.level] = table.cells.map { _ in (0, nil) }
        finding.distances += 1
      }
    }
    let levels = LinkLevel.allCases
    func number(_ level: Int, _ cell: Int) -> Int {
      if case .count(let count) = truth[level].cells[cell].value { count } else { 0 }
    }
    for level in levels.indices {
      let here = try #require(known[levels[level]])
      for cell in here.indices {
        if small.contains(number(level, cell)) {
          finding.asked += 1
          let width = here[cell]
          if width.lower == width.upper { finding.exact += 1 }
          if width.lower > 1 || (width.upper ?? .max) < small.upperBound { finding.narrowed += 1 }
        }
        for other in levels.indices where other != level {
          let difference = number(level, cell) - number(other, cell)
          guard small.contains(difference) else { continue }
          finding.asked += 1
          let (more, less) = (here[cell], try #require(known[levels[other]])[cell])
          let least = more.lower - (less.upper ?? 1_000_000)
          let most = (more.upper ?? 1_000_000) - less.lower
          #expect((least...most).contains(difference))
          if least == most { finding.exact += 1 }
          if least > 1 || most < small.upperBound { finding.narrowed += 1 }
        }
      }
    }
  }

  @Test(arguments: ["10-5", "srs-10"]) func besideOneAnother(profile: String) throws {
    let named = try #require(DisclosureProfile.named(profile))
    let levels = LinkLevel.allCases
    var (apart, together) = (Finding(), Finding())
    for number in 0..<SuiteLength.cases(3, long: 20) {
      let inquiry = Inquiry(SubtractionTests.source(number, named, without: 0))
      let exact = Inquiry(
        SubtractionTests.source(number, SubtractionTests.truth, without: 0))
      let texts = levels.map { "\(Self.text) link \($0.rawValue)" }
      let truth = try texts.map { try exact.ask($0).shown }
      let plan = try inquiry.plan(Self.text)
      let single = try texts.map { try inquiry.ask($0).table }
      let joint = try inquiry.release.tables(for: CohortQuery(text: Self.text), at: levels)
      try Self.attack(single, truth: truth, plan: plan, into: &apart)
      try Self.attack(joint, truth: truth, plan: plan, into: &together)
      for table in joint {
        let own = try #require(
          single.first { $0.heading.linkLevel == table.heading.linkLevel })
        for (cell, value) in table.cells.enumerated() where value != .confidential {
          #expect(value == own.cells[cell])
        }
      }
    }
    print(
      "link levels, \(profile): of \(together.asked) small cells and differences one by one"
        + " \(apart.exact) exactly, \(apart.narrowed) narrowed, together \(together.exact) and"
        + " \(together.narrowed); cells shown \(apart.shown) and \(together.shown)"
        + ", \(together.distances) distances"
    )
    #expect(together.asked > 10)
    #expect(together.exact == 0 && together.narrowed == 0)
    #expect(apart.narrowed > 0, "one by one they give nothing away: this shows nothing")
    #expect(together.shown > 0)
  }
}

import CohortModel
import DisclosureControl
import Tables
import Testing

/// One table at three link levels, one less the other. Asked one after another that works
/// (`SubtractionTests`); put side by side as one problem it does not.
@Suite struct LinkLevelTests {
  private static let text = "p rows area columns age"

  /// What is found of small cells and of small differences between levels.
  struct Finding {
    var asked = 0
    var exact = 0
    var narrowed = 0
    var shown = 0
  }

  /// - Parameters:
  ///   - levels: what is shown at each.
  ///   - truth: the true tables.
  private static func attack(
    _ levels: [ShownCells], truth: [ShownCells], plan: TablePlan, into finding: inout Finding
  ) throws {
    let small = 1...(plan.minimumFrequency - 1)
    // Everything that one level says of a cell: between levels nothing adds up.
    let known = try levels.map { level in
      let knowledge = Knowledge([level], about: plan)
      return try level.cells.map { try #require(knowledge.width(knowledge.atoms(nodes: $0.nodes))) }
    }
    func number(_ level: Int, _ cell: Int) -> Int {
      if case .count(let count) = truth[level].cells[cell].value { count } else { 0 }
    }
    for level in levels.indices {
      for cell in levels[level].cells.indices {
        if case .count = levels[level].cells[cell].value { finding.shown += 1 }
        if small.contains(number(level, cell)) {
          finding.asked += 1
          let width = known[level][cell]
          if width.lower == width.upper { finding.exact += 1 }
          if width.lower > 1 || (width.upper ?? .max) < small.upperBound { finding.narrowed += 1 }
        }
        for other in levels.indices where other != level {
          let difference = number(level, cell) - number(other, cell)
          guard small.contains(difference) else { continue }
          finding.asked += 1
          let (more, less) = (known[level][cell], known[other][cell])
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
      try Self.attack(
        single.map { ShownCells($0, plan: plan) }, truth: truth, plan: plan, into: &apart)
      try Self.attack(
        joint.map { ShownCells($0, plan: plan) }, truth: truth, plan: plan, into: &together)
      for (table, own) in zip(joint, single) {
        for (cell, value) in table.cells.enumerated() where value != .confidential {
          #expect(value == own.cells[cell])
        }
        // What one level hides all of them hide.
        #expect(
          table.cells.map { $0 == .confidential } == joint[0].cells.map { $0 == .confidential })
      }
    }
    print(
      "link levels, \(profile): of \(together.asked) small cells and differences one by one"
        + " \(apart.exact) exactly, \(apart.narrowed) narrowed, together \(together.exact) and"
        + " \(together.narrowed); cells shown \(apart.shown) and \(together.shown)")
    #expect(together.asked > 10)
    #expect(together.exact == 0 && together.narrowed == 0)
    #expect(apart.narrowed > 0, "one by one they give nothing away: this shows nothing")
    #expect(together.shown > 0)
  }
}

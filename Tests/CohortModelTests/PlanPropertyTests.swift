import CohortModel
import Testing

@Suite struct PlanPropertyTests {
  /// Over random queries: relations are true and complete, slots partition what can happen, entries
  /// name nodes, every cell fixes every dimension, and the canonical query gives the same plan.
  @Test func plansOfRandomQueriesAreSound() throws {
    let package = ExamplePackage.package
    let today = CalendarDay("2026-11-21")!
    var planned = 0
    for seed in 0..<1_500 {
      var random = RandomQuery(seed: UInt64(seed))
      let query = random.ofExamplePackage()
      guard let plan = try? TablePlan(query, package: package, today: today) else { continue }
      planned += 1
      let again = try TablePlan(plan.query, package: package, today: today)
      #expect(again == plan, "seed \(seed)")
      #expect(try CohortQuery(text: plan.query.text) == plan.query, "seed \(seed)")
      for dimension in plan.dimensions {
        let structure = dimension.structure
        #expect(StructureAlgebra.relationsHold(structure), "seed \(seed)")
        #expect(StructureAlgebra.relationsAreComplete(structure), "seed \(seed)")
        #expect(dimension.slotCodes.count == structure.slotCount)
        #expect(Set(structure.nodes.map(\.code)).count == structure.nodes.count)
        let codes = dimension.slotCodes.flatMap { $0 }
        #expect(Set(codes).count == codes.count)
        if structure.kind == .partition {
          #expect(structure.nodes[0].slots == Array(0..<structure.slotCount))
        }
      }
      for axis in plan.axes {
        let keys = Set(axis.entries.map { Set($0.nodes.keys) })
        #expect(keys.count == 1, "seed \(seed)")
        #expect(Set(axis.entries.map(\.nodes)).count == axis.entries.count, "seed \(seed)")
      }
      let fixed = plan.axes.flatMap { $0.entries[0].nodes.keys } + plan.fixedNodes.keys
      #expect(fixed.sorted() == Array(plan.dimensions.indices), "seed \(seed)")
    }
    #expect(planned > 300)
  }

  /// An axis that is filtered shows what the filter keeps, and nothing that it leaves out.
  @Test func filteredAxesStayWithinTheFilter() throws {
    for seed in 0..<300 {
      var random = RandomQuery(seed: UInt64(seed))
      var query = random.ofExamplePackage()
      query.measure = .persons
      guard
        let plan = try? TablePlan(
          query, package: ExamplePackage.package, today: CalendarDay("2026-11-21")!)
      else { continue }
      for axis in plan.axes where axis.entries[0].code == "*" {
        let (number, total) = axis.entries[0].nodes.first!
        let structure = plan.dimensions[number].structure
        let kept = Set(structure.nodes[total].slots)
        for entry in axis.entries where structure.kind == .partition {
          #expect(kept.isSuperset(of: structure.nodes[entry.nodes[number]!].slots))
        }
      }
    }
  }
}

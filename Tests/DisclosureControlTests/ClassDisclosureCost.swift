import CohortModel
import DisclosureControl
import QueryEngine
import Tables

/// Tables of a pilot's sensitive variables, alone and by two others, with the rule and without it.
struct ClassDisclosureCost {
  let store: SyntheticStore

  private struct Sum {
    var safe = 0
    var published = 0
    var zeros = 0
    var shownZeros = 0
  }

  func measure(_ pilot: Pilot) throws {
    let package = store.source.package
    let sensitive = pilot.variables.filter(\.isSensitive).map(\.name)
    let others = ["sex", "age"].filter { pilot.variable($0) != nil }
    var sums = [true: Sum(), false: Sum()]
    var tables = 0
    for name in sensitive {
      for others in [[]] + others.map({ [$0] }) + (others.count > 1 ? [others] : []) {
        let text =
          "\(pilot.name) rows \(name)"
          + (others.isEmpty ? "" : " columns " + others.joined(separator: " "))
        guard let plan = try? TablePlan(try CohortQuery(text: text), package: package),
          plan.cellCount <= 3_000
        else { continue }
        tables += 1
        let cube = try CohortEngine(source: store.source).count(plan)
        for isDefended in [true, false] {
          let problem = try ProtectionProblem(
            cube: cube, policy: package.policy, release: "r", secret: store.source.secret,
            impossible: ImpossibleCombinations(plan, package: package),
            defences: isDefended ? .all : Defences.all.subtracting(.classDisclosure))
          let cells = try TableProtection(plan: plan, sums: CodeSums(plan, package: package))
            .protect(problem).cells
          for cell in cells.indices {
            let isShown = cells[cell] != .confidential
            if cube.persons[cell] == 0 {
              sums[isDefended]!.zeros += 1
              if isShown { sums[isDefended]!.shownZeros += 1 }
            } else if cube.persons[cell] >= plan.minimumFrequency {
              sums[isDefended]!.safe += 1
              if isShown { sums[isDefended]!.published += 1 }
            }
          }
        }
      }
    }
    guard tables > 0, let with = sums[true], let without = sums[false] else { return }
    print(
      "class disclosure \(pilot.name): \(tables) tables of \(sensitive.joined(separator: ", "));"
        + " cells of the minimum or more: \(with.safe), published \(with.published) with the rule,"
        + " \(without.published) without; zeros: \(with.zeros), shown \(with.shownZeros) with,"
        + " \(without.shownZeros) without")
  }
}

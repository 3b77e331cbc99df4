import CohortModel
import ColumnStore
import QueryEngine

/// Whether the combinations that a policy declares impossible are empty in the data.
///
/// Their zeros are published without protection. One record that holds such a combination would make
/// the declaration a statement about a person, so the store is not built.
enum DeclaredZeros {
  /// One problem for each combination and pilot that holds it, at whatever link level.
  static func problems(in store: CohortStore) -> [PackageProblem] {
    let engine = CohortEngine(source: store)
    var problems: [PackageProblem] = []
    for (number, combination) in store.package.policy.structuralZeros.enumerated() {
      for pilot in store.package.pilots {
        guard
          let message = fault(
            of: combination, number: number + 1, in: pilot, of: store.package, engine: engine)
        else { continue }
        problems.append(
          PackageProblem(message, file: "policy.yaml", field: "structural_zeros", rule: "G12"))
      }
    }
    return problems
  }

  private static func fault(
    of combination: [FieldCondition], number: Int, in pilot: Pilot, of package: DataPackage,
    engine: CohortEngine
  ) -> String? {
    guard var plan = plan(of: combination, in: pilot, package) else { return nil }
    let space = CellSpace(plan.dimensions)
    let zeros = StructuralZeros([combination], space: space)
    let names = combination.map { "\u{201C}\($0.field)\u{201D}" }.joined(separator: " with ")
    for level in LinkLevel.allCases {
      plan.linkLevel = level
      do throws(EngineError) {
        let cube = try engine.count(plan)
        if cube.persons.indices.contains(where: { cube.persons[$0] != 0 && zeros.contains($0) }) {
          return "Combination \(number) (\(names)) is declared impossible, but records of the pilot"
            + " \u{201C}\(pilot.name)\u{201D} hold it. Mend the records, or take the declaration out."
        }
      } catch {
        switch error {
        // No table of the pilot can have these variables: its agreements do not cover their records.
        case .store(.unknownResource), .unknown, .unknownField: return nil
        default:
          return "Whether combination \(number) (\(names)) is empty in the pilot"
            + " \u{201C}\(pilot.name)\u{201D} cannot be counted. Declare fewer variables or codes at"
            + " once."
        }
      }
    }
    return nil
  }

  /// Index events by the combination's variables, each in full; nil where the pilot lacks one.
  private static func plan(
    of combination: [FieldCondition], in pilot: Pilot, _ package: DataPackage
  ) -> TablePlan? {
    // Limits on tables are none on what is looked at here.
    var package = package
    package.policy.maximumCells = .max
    var whole: TablePlan?
    for condition in combination {
      guard pilot.variable(condition.field) != nil,
        let part = TablePlan(
          asked: CohortQuery(
            pilot: pilot.name, rows: [AxisVariable(condition.field, depth: .max)]),
          package: package)
      else { return nil }
      if whole == nil { whole = part } else { whole?.dimensions += part.dimensions }
    }
    whole?.counting = .indexEvents
    whole?.profile.cellKey = nil
    return whole
  }
}

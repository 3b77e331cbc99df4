import CohortModel
import ColumnStore
import DisclosureControl
import Foundation
import QueryEngine
import Tables

/// A store whose cubes are counted and protected without being released.
struct Views {
  struct Outcome {
    var cells: [CellValue]
    var persons: [Int]
    var minimum: Int
    /// Of protection and audit; counting is not part of it.
    var seconds: Double
  }

  let source: CohortStore
  private let engine: CohortEngine
  private let session: Session?
  private let defences: Defences
  private let policy: DisclosurePolicy

  /// - Parameter method: in the place of the policy's.
  init(
    store: String, defences: Defences = .all, method: SuppressionPolicy.Method? = nil
  ) throws {
    self.defences = defences
    source = try CohortStore.open(store)
    engine = CohortEngine(source: source)
    session = try source.package.session(for: .ofThisProcess())
    var policy = source.package.policy
    policy.suppression.method = method ?? policy.suppression.method
    self.policy = policy
  }

  func plan(_ text: String) throws -> TablePlan {
    try TablePlan(CohortQuery(text: text), package: source.package, session: session)
  }

  func protect(_ plan: TablePlan) throws -> Outcome {
    let cube = try engine.count(plan)
    var cells: [CellValue] = []
    let spent = try seconds {
      let problem = try ProtectionProblem(
        cube: cube, policy: policy, release: source.release, secret: source.secret,
        impossible: ImpossibleCombinations(plan, package: source.package), defences: defences)
      cells =
        try TableProtection(
          plan: plan, sums: CodeSums(plan, package: source.package), defences: defences
        )
        .protect(problem).cells
    }
    return Outcome(
      cells: cells, persons: cube.persons, minimum: plan.minimumFrequency, seconds: spent)
  }
}

/// Queries that are given.
struct NamedQueries {
  let store: String
  let defences: Defences
  let queries: [String]

  func run() throws {
    let views = try Views(store: store, defences: defences)
    print("| query | cells | seconds | published | of cells ≥ minimum | of persons |")
    print("| --- | --: | --: | --: | --: | --: |")
    for text in queries {
      let plan = try views.plan(text)
      let outcome = try views.protect(plan)
      var published = Published()
      published.add(outcome.cells, persons: outcome.persons, minimum: outcome.minimum)
      print(
        "| `\(text)` | \(plan.cellCount) | \(String(format: "%.2f", outcome.seconds)) |"
          + " \(published.text) |")
    }
  }
}

/// Seeded views of one to three variables of a pilot.
struct RandomViews {
  let store: String
  let defences: Defences
  let method: SuppressionPolicy.Method?
  /// Of a view, margins included.
  let mostCells: Int
  let count: Int
  let seed: UInt64

  func run() throws {
    let views = try Views(store: store, defences: defences, method: method)
    var random = SeededRandom(seed)
    let pilots = views.source.package.pilots
    var all = Published()
    var byNumber: [String: (published: Published, times: [Double])] = [:]
    var slowest: (seconds: Double, text: String) = (0, "")
    var done = 0
    while done < count {
      let pilot = pilots[Int.random(in: 0..<pilots.count, using: &random)]
      let number = Int.random(in: 1...3, using: &random)
      let names = (pilot.variables.map(\.name) + (pilot.stages.isEmpty ? [] : ["stage"]))
        .shuffled(using: &random).prefix(number)
      let text =
        pilot.name
        + zip(["rows", "columns", "pages"], names).map { " \($0) \"\($1)\"" }.joined()
      guard names.count == number, let plan = try? views.plan(text),
        plan.cellCount <= mostCells
      else { continue }
      done += 1
      let outcome = try views.protect(plan)
      all.add(outcome.cells, persons: outcome.persons, minimum: outcome.minimum)
      for name in ["\(number)", pilot.name] {
        byNumber[name, default: (Published(), [])].published.add(
          outcome.cells, persons: outcome.persons, minimum: outcome.minimum)
        byNumber[name]?.times.append(outcome.seconds)
      }
      if outcome.seconds > slowest.seconds { slowest = (outcome.seconds, text) }
    }
    print(
      "| variables, pilot | views | cells published | of cells ≥ minimum | of persons | median ms | p99 ms |"
    )
    print("| --- | --: | --: | --: | --: | --: | --: |")
    for (number, entry) in byNumber.sorted(by: { $0.key < $1.key }) {
      line(number, entry.published, entry.times)
    }
    line("all", all, (1...3).flatMap { byNumber["\($0)"]?.times ?? [] })
    print("slowest: \(slowest.text), \(Int(1_000 * slowest.seconds)) ms")
  }

  private func line(_ name: String, _ published: Published, _ times: [Double]) {
    let sorted = times.sorted()
    func quantile(_ share: Double) -> String {
      String(
        format: "%.1f", 1_000 * sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))])
    }
    print(
      "| \(name) | \(times.count) | \(published.text) | \(quantile(0.5)) | \(quantile(0.99)) |")
  }
}

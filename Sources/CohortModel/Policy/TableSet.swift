/// Tables that a policy names beforehand, and that are protected together: what is published of all of
/// them gives no small cell of any of them away.
///
/// All declared tables of one cohort are one problem, whichever set they are in. A table of a set that
/// is asked alone is shown as it is in the set.
public struct TableSet: Hashable, Codable, Sendable {
  public enum Rounding: String, Codable, CaseIterable, Sendable {
    /// Each cell by itself.
    case independent
    /// So that published values add up.
    case additive
  }

  public var name: String
  public var label: String
  public var rounding: Rounding
  public var queries: [CohortQuery]

  public init(
    name: String, label: String, rounding: Rounding = .independent, queries: [CohortQuery]
  ) {
    self.name = name
    self.label = label
    self.rounding = rounding
    self.queries = queries
  }

  /// Most tables of a set.
  public static let mostQueries = 20
}

extension DisclosurePolicy {
  public func tableSet(_ name: String) -> TableSet? { tableSets.first { $0.name == name } }

  /// The sets that have tables of a pilot.
  public func tableSets(of pilot: String) -> [TableSet] {
    tableSets.filter { $0.queries.contains { $0.pilot == pilot } }
  }
}

extension DataPackage {
  /// The plans of all tables that the policy declares of a pilot, each once, whoever may ask them:
  /// what is published of one of them does not depend on who asks, nor on the day.
  ///
  /// Their minimum frequency is the highest that policy, pilot, safeguards and the agreements of what
  /// they draw on give any of them.
  public func declaredPlans(of pilot: String) throws(QueryProblem) -> [TablePlan] {
    var plans: [TablePlan] = []
    for query in policy.tableSets(of: pilot).flatMap(\.queries) where query.pilot == pilot {
      do throws(QueryFault) {
        plans.append(
          try TablePlan(
            resolving: query, package: self, session: nil, today: .today, authorises: false))
      } catch {
        throw error.problem
      }
    }
    let drawn = Set(plans.flatMap(\.resources))
    let minima =
      plans.map(\.minimumFrequency)
      + agreements.filter { !drawn.isDisjoint(with: $0.resources) }.compactMap(\.minimumFrequency)
    for index in plans.indices {
      plans[index].minimumFrequency = plans[index].profile.soundMinimum(from: minima.max() ?? 0)
    }
    return plans
  }
}

import CohortModel
import Tables

/// The linkage tables of one level and what is made of them, for one minimum.
struct LinkageOfLevel: Sendable {
  struct Key: Hashable, Sendable {
    var level: LinkLevel
    var minimumFrequency: Int
  }

  var family: LinkageFamily
  var figures: LinkageFigures
}

extension Release {
  /// The plans of a level's linkage tables; nil where the package has none, or linkage is not
  /// agreed.
  ///
  /// - Parameter minimum: the minimum frequency of whoever asks, where it is above the policy's.
  func linkagePlans(
    at level: LinkLevel, minimum: Int, package: DataPackage
  ) -> [(subject: LinkageSubject, plan: TablePlan)]? {
    let subjects = LinkageSubject.all(in: package)
    var plans: [(subject: LinkageSubject, plan: TablePlan)] = []
    for subject in subjects {
      guard
        var plan = try? TablePlan(subject.query(at: level), package: package).inCanonicalOrder
      else { return nil }
      plan.minimumFrequency = max(
        plan.minimumFrequency, plan.profile.soundMinimum(from: minimum))
      plans.append((subject, plan))
    }
    return plans.isEmpty ? nil : plans
  }
}

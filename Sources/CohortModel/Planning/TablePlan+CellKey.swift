extension TablePlan {
  /// The plan of a query that was answered before, whoever asked it; nil where it has none any more.
  /// What is answered now is planned with the session instead, which decides whether it may be asked.
  public init?(asked query: CohortQuery, package: DataPackage) {
    do throws(QueryFault) {
      try self.init(
        resolving: query, package: package, session: nil, today: .today, authorises: false)
    } catch {
      return nil
    }
  }

  /// Noise keyed by persons is noise for numbers of persons alone, and averages out the more cells a
  /// person is in. Depends on query and policy only.
  static func checkCellKey(
    _ profile: DisclosureProfile, counting: Counting, dimensions: [PlannedDimension]
  ) throws(QueryFault) {
    guard let parameters = profile.cellKey else { return }
    guard counting == .persons else {
      throw QueryFault(
        "Under the profile \(profile.name.quoted) only persons are counted: the noise is made for"
          + " numbers of persons. Count persons.",
        at: .whole)
    }
    let most = parameters.maximumVariables
    guard dimensions.count > most else { return }
    throw QueryFault(
      "Under the profile \(profile.name.quoted) a table may cross \(most) variables, its filters,"
        + " conditions, period and outcomes included; this one crosses \(dimensions.count). Leave some"
        + " out.",
      at: .whole)
  }
}

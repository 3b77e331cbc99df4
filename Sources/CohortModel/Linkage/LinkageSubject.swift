/// What a linkage table is about. The tables of one link level are shown together, so they are
/// protected together (docs/decisions/0005-linkage-together.md).
public enum LinkageSubject: Hashable, Sendable {
  /// Per dataset who is in another one as well.
  case datasets
  /// The same by what the datasets say of the person.
  case group(PersonAttribute)
  /// How many records persons have.
  case records
  /// Whose links change between link levels.
  case changes
  /// On whom datasets disagree.
  case conflict(PersonAttribute)

  /// The tables that a package has, in the order in which they are shown; none where it has no links,
  /// or brings a pilot `linkage` that defines them otherwise.
  public static func all(in package: DataPackage) -> [LinkageSubject] {
    guard let pilot = package.pilot(LinkageResource.name), isStandard(pilot) else { return [] }
    var subjects: [LinkageSubject] = [.datasets]
    subjects += PersonAttribute.compared.filter { pilot.variable($0.rawValue) != nil }
      .map { .group($0) }
    subjects += [.records, .changes]
    subjects += PersonAttribute.compared.filter { pilot.outcome(conflictOutcome($0)) != nil }
      .map { .conflict($0) }
    return subjects
  }

  /// The query of the table at a link level.
  public func query(at level: LinkLevel) -> CohortQuery {
    var query = CohortQuery(pilot: LinkageResource.name, linkLevel: level)
    query.measure = .share(Self.linkedOutcome)
    switch self {
    case .datasets: query.rows = [AxisVariable("datasets")]
    case .group(let attribute): query.rows = [AxisVariable(attribute.rawValue)]
    case .records: query.rows = [AxisVariable("records")]
    case .changes:
      query.rows = [AxisVariable(Self.linkedVariable)]
      query.measure = .share("changes")
    case .conflict(let attribute): query.measure = .share(Self.conflictOutcome(attribute))
    }
    return query
  }

  // MARK: What all of them share

  /// The outcome that somebody is in two datasets or more, and the variable that it is about.
  static let linkedOutcome = "is_linked"
  static let linkedVariable = "linked"
  static let linkedCode = "2+"

  static func conflictOutcome(_ attribute: PersonAttribute) -> String {
    "\(attribute.rawValue)_differs"
  }

  /// Who is in two datasets or more stands in every one of these tables: per table the dimension
  /// that says so, and the codes of its nodes that count all of those who are, or are not.
  public var sharedDimension: (source: PlannedDimension.Source, codes: [String]) {
    switch self {
    case .datasets, .group, .records:
      (.outcome(Self.linkedOutcome), ["yes", "no", "base"])
    case .changes: (.variable(Self.linkedVariable), ["up to 1", Self.linkedCode])
    case .conflict(let attribute):
      (.outcome(Self.conflictOutcome(attribute)), ["base", "outside"])
    }
  }

  /// Whether the pilot means by its names what these tables need.
  private static func isStandard(_ pilot: Pilot) -> Bool {
    guard let linked = pilot.variable(linkedVariable), linked.derivation == .distinct,
      linked.resource == LinkageResource.name, linked.field == LinkageResource.datasetField,
      linked.coding == .bands([Band(lower: nil, upper: 1), Band(lower: 2, upper: nil)]),
      let outcome = pilot.outcome(linkedOutcome), outcome.among.isEmpty,
      let index = pilot.event(pilot.index.event),
      index.resource == LinkageResource.name, index.conditions.isEmpty,
      pilot.variable("datasets")?.kind == .multiResponse, pilot.variable("records") != nil,
      pilot.outcome("changes")?.among.isEmpty == true
    else { return false }
    let isLinked = [FieldCondition(field: linkedVariable, codes: [linkedCode])]
    return outcome.holds == isLinked
      && PersonAttribute.compared.allSatisfy { attribute in
        pilot.outcome(conflictOutcome(attribute)).map { $0.among == isLinked } ?? true
      }
  }
}

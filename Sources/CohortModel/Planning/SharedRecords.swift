/// Whether two things on one table are told from the same records in a way that makes one follow from
/// the other: an event that only records with a certain code are, and the codes that somebody has.
///
/// Between variables of one code each such relations are worked out and given to the attacker. Of a
/// variable with any number of codes they are sums and bounds over several codes at once, which he is
/// not given; so tables that would need them are refused. Depends on descriptors alone.
struct SharedRecords {
  let pilot: Pilot
  let package: DataPackage

  /// The first variable of several codes, and what stands beside it and tells of its codes.
  func conflict(_ dimensions: [PlannedDimension]) -> (codes: Variable, beside: PlannedDimension)? {
    // The tables of the links have rules of their own.
    guard pilot.name != LinkageResource.name else { return nil }
    for dimension in dimensions where dimension.structure.kind == .multiResponse {
      guard case .variable(let name) = dimension.source, let codes = pilot.variable(name) else {
        continue
      }
      for other in dimensions where other.source != dimension.source && tells(other, of: codes) {
        return (codes, other)
      }
    }
    return nil
  }

  private func tells(_ other: PlannedDimension, of codes: Variable) -> Bool {
    if case .variable(let name) = other.source, let variable = pilot.variable(name) {
      if resource(variable) == resource(codes), variable.field == codes.field,
        !codes.field.isEmpty
      {
        return true
      }
      if variable.event == nil, tellsOfDataset(resource(variable), codes) { return true }
    }
    return events(of: other.source).contains { event in
      tellsOfDataset(event.resource, codes)
        || event.resource == resource(codes)
          && (isRequired(codes) || event.conditions.contains { $0.field == codes.field })
    }
  }

  /// Of which datasets somebody has records follows from every record of one of them; of that of the
  /// index event everybody has.
  private func tellsOfDataset(_ resource: String, _ codes: Variable) -> Bool {
    guard codes.resource == LinkageResource.name, codes.field == LinkageResource.datasetField else {
      return false
    }
    return package.resource(resource)?.dataset != package.resource(indexResource)?.dataset
  }

  private var indexResource: String { pilot.event(pilot.index.event)?.resource ?? "" }

  private func resource(_ variable: Variable) -> String {
    variable.resource == "index" ? indexResource : variable.resource
  }

  private func isRequired(_ codes: Variable) -> Bool {
    package.resource(resource(codes))?.fields.first { $0.name == codes.field }?.isRequired ?? false
  }

  private func events(of source: PlannedDimension.Source) -> [EventDefinition] {
    let names: [String] =
      switch source {
      case .variable(let name): [pilot.variable(name)?.event].compactMap { $0 }
      case .milestone(let name): [pilot.milestone(name)?.event].compactMap { $0 }
      case .outcome(let name): [pilot.outcome(name)?.event].compactMap { $0 }
      case .history(let earlier): [earlier.event]
      case .stage, .elapsed:
        pilot.stages.flatMap { [$0.event].compactMap { $0 } + $0.branches.map(\.event) }
      case .period: []
      }
    return names.compactMap(pilot.event)
  }
}

extension TablePlan {
  static func checkSharedRecords(
    _ dimensions: [PlannedDimension], pilot: Pilot, package: DataPackage
  ) throws(QueryFault) {
    let shared = SharedRecords(pilot: pilot, package: package)
    guard let (codes, beside) = shared.conflict(dimensions) else { return }
    throw QueryFault(
      "\(codes.label.quoted), of which somebody may have several codes, and"
        + " \(beside.label.quoted) are told from the same records: one says something of the other"
        + " that protection does not take into account. Leave one of them out.",
      at: .axis(codes.name))
  }
}

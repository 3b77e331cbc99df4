/// What the cells of a table hold, checked against the rest of the query.
struct PlannedMeasure {
  let counting: TablePlan.Counting
  private let measure: Measure
  /// Those whose shares the table shows, in the order asked.
  let outcomes: [Outcome]
  private let pilot: Pilot
  /// What is counted in the place of persons.
  private let unitOfCount: UnitOfCount?

  init(_ resolver: QueryResolver) throws(QueryFault) {
    pilot = resolver.pilot
    measure = resolver.query.measure
    unitOfCount = try PlannedMeasure.unit(resolver)
    let members = unitOfCount.map { TablePlan.Counting.units($0.name) } ?? .persons
    switch measure {
    case .persons:
      counting = members
      outcomes = []
    case .events(let name):
      outcomes = []
      if let name {
        guard pilot.event(name) != nil else {
          throw QueryFault(
            "\(name.quoted) is no event of \(pilot.name.quoted).", at: .measure(name), word: name,
            suggestion: NearestName.of(name, among: pilot.events.map(\.name)))
        }
        counting = .events(name)
      } else {
        counting = .indexEvents
      }
    case .share(let names):
      counting = members
      outcomes = try SharedOutcomes(names, resolver).outcomes
    case .median(let from, let to):
      counting = .persons
      outcomes = []
      var positions: [Int] = []
      for name in [from, to] {
        guard let position = pilot.stages.firstIndex(where: { $0.name == name }) else {
          throw QueryFault(
            "\(name.quoted) is no stage of \(pilot.name.quoted).", at: .measure(name), word: name,
            suggestion: NearestName.of(name, among: pilot.stages.map(\.name)))
        }
        positions.append(position)
      }
      guard positions[0] < positions[1] else {
        throw QueryFault(
          "\(to.quoted) does not come after \(from.quoted); a median goes forward.",
          at: .measure(to), word: to)
      }
    }
  }

  private static func unit(_ resolver: QueryResolver) throws(QueryFault) -> UnitOfCount? {
    guard let name = resolver.query.unit else { return nil }
    let pilot = resolver.pilot
    guard let unit = pilot.unit(name) else {
      throw QueryFault(
        pilot.units.isEmpty
          ? "\(pilot.name.quoted) counts persons only; leave the unit out."
          : "\(name.quoted) is no unit of \(pilot.name.quoted).",
        at: .unit(name), word: name,
        suggestion: NearestName.of(
          name, among: pilot.units.map(\.name) + [CohortQuery.personsUnit]))
    }
    switch resolver.query.measure {
    case .persons, .share: return unit
    case .events:
      throw QueryFault(
        "Events are counted by themselves, whatever the unit; leave the unit out.", at: .unit(name),
        word: name)
    case .median:
      throw QueryFault(
        "Days are those of a person's pathway, and \(unit.label.quoted) have none of their own;"
          + " leave the unit out.", at: .unit(name), word: name)
    }
  }

  /// The measure's own dimensions: one for each outcome, so that several definitions are counted,
  /// and protected, in their full crossing. The table shows its margins.
  func dimensions(policy: DisclosurePolicy) -> [PlannedDimension] {
    switch measure {
    case .persons, .events: return []
    case .share:
      let tree = outcomes.count > 1 ? CodeTree.outcomeSideBySide : .outcome
      let cut = tree.cut(depth: .max, sets: [])
      return outcomes.map {
        PlannedDimension(
          source: .outcome($0.name), label: $0.label, slotCodes: cut.slotCodes,
          structure: cut.structure)
      }
    case .median(let from, let to):
      let cut = CodeTree.elapsed(bins: policy.elapsedBins).cut(depth: .max, sets: [])
      return [
        PlannedDimension(
          source: .elapsed(from: from, to: to),
          label: "Days from \(label(from)) to \(label(to))", slotCodes: cut.slotCodes,
          structure: cut.structure)
      ]
    }
  }

  private func label(_ stage: String) -> String { (pilot.stage(stage)?.label ?? stage).quoted }

  /// The last axis.
  ///
  /// - Parameter first: the number of the first of the measure's own dimensions.
  func axis(first: Int, dimensions: [PlannedDimension]) -> PlannedAxis {
    switch measure {
    case .persons, .events: return countAxis
    case .share:
      return PlannedAxis(
        role: .measure, name: "measure", label: outcomes.map(\.label).joined(separator: "; "),
        entries: dimensions.enumerated().flatMap { shareEntries($0.offset, first, $0.element) })
    case .median:
      guard let structure = dimensions.first?.structure else { return countAxis }
      func entry(_ code: String, _ label: String, _ node: Int) -> PlannedEntry {
        PlannedEntry(code: code, label: label, depth: 0, nodes: [first: node])
      }
      let bins = structure.relations.first { structure.nodes[$0.whole].code == "reached" }
      return PlannedAxis(
        role: .measure, name: "measure", label: dimensions[0].label,
        entries: [entry(CodeTree.wholeCode, "All bins", bins?.whole ?? 0)]
          + (bins?.parts ?? []).map {
            entry(structure.nodes[$0].code, structure.nodes[$0].label, $0)
          })
    }
  }

  /// `numerator` and `denominator`; of several outcomes `NAME.numerator` with the outcome's label.
  private func shareEntries(
    _ position: Int, _ first: Int, _ dimension: PlannedDimension
  ) -> [PlannedEntry] {
    let outcome = outcomes[position]
    let prefix = outcomes.count > 1 ? outcome.name + "." : ""
    let structure = dimension.structure
    func nodes(_ code: String) -> [Int: Int] {
      // The other outcomes are left whole.
      var nodes = Dictionary(uniqueKeysWithValues: outcomes.indices.map { (first + $0, 0) })
      nodes[first + position] = structure.node(code) ?? 0
      return nodes
    }
    return [
      PlannedEntry(
        code: prefix + "numerator", label: outcomes.count > 1 ? outcome.label : "Yes",
        labelWelsh: outcomes.count > 1 ? outcome.labelWelsh : nil, depth: 0,
        nodes: nodes("yes")),
      PlannedEntry(
        code: prefix + "denominator", label: "Follow-up complete", depth: 0, nodes: nodes("base")),
    ]
  }

  private var countAxis: PlannedAxis {
    PlannedAxis(
      role: .measure, name: "measure", label: unit(pilot),
      entries: [PlannedEntry(code: "count", label: unit(pilot), depth: 0, nodes: [:])])
  }

  /// "Persons", "Index events", or the label of the counted event or unit.
  func unit(_ pilot: Pilot) -> String {
    switch measure {
    case .persons, .share, .median: unitOfCount?.label ?? "Persons"
    case .events(nil): "Index events"
    case .events(let name?): pilot.event(name)?.label ?? name
    }
  }

  /// The card of every outcome that the table shows, filters by or measures.
  func definitions(_ resolver: QueryResolver) -> [DefinitionCard] {
    var shown = outcomes
    for subject in resolver.subjects {
      if case .outcome(let outcome) = subject.subject { shown.append(outcome) }
    }
    return shown.map { outcome in
      var card = outcome.card
      card.code = outcome.name
      return card
    }
  }

  /// The positive outcome that belongs beside an adverse one, where the table does not show it (G22).
  var notes: [String] {
    outcomes.compactMap { outcome in
      guard outcome.polarity == .adverse, let beside = outcome.beside.flatMap(pilot.outcome),
        !outcomes.contains(beside)
      else { return nil }
      return "\(outcome.label.quoted) is an adverse outcome; beside it stands"
        + " \(beside.label.quoted): measure share \(outcome.name) \(beside.name)."
    }
  }
}

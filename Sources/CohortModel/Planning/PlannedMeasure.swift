/// What the cells of a table hold, checked against the rest of the query.
struct PlannedMeasure {
  let counting: TablePlan.Counting
  private let measure: Measure
  private let outcome: Outcome?
  private let pilot: Pilot

  init(_ resolver: QueryResolver) throws(QueryFault) {
    pilot = resolver.pilot
    measure = resolver.query.measure
    switch measure {
    case .persons:
      counting = .persons
      outcome = nil
    case .events(let name):
      outcome = nil
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
    case .share(let name):
      counting = .persons
      guard let found = pilot.outcome(name) else {
        throw QueryFault(
          "\(name.quoted) is no outcome of \(pilot.name.quoted); a share needs one.",
          at: .measure(name), word: name,
          suggestion: NearestName.of(name, among: pilot.outcomes.map(\.name)))
      }
      outcome = found
      if resolver.number(of: name) != nil {
        throw QueryFault(
          "The table shows the share with \(found.label.quoted), so it cannot be crossed or"
            + " filtered by it as well. Count persons instead.",
          at: .measure(name), word: name)
      }
    case .median(let from, let to):
      counting = .persons
      outcome = nil
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

  func dimension(policy: DisclosurePolicy) -> PlannedDimension? {
    switch measure {
    case .persons, .events: return nil
    case .share(let name):
      let cut = CodeTree.outcome.cut(depth: .max, sets: [])
      return PlannedDimension(
        source: .outcome(name), label: outcome?.label ?? name, slotCodes: cut.slotCodes,
        structure: cut.structure)
    case .median(let from, let to):
      let cut = CodeTree.elapsed(bins: policy.elapsedBins).cut(depth: .max, sets: [])
      return PlannedDimension(
        source: .elapsed(from: from, to: to),
        label: "Days from \(label(from)) to \(label(to))", slotCodes: cut.slotCodes,
        structure: cut.structure)
    }
  }

  private func label(_ stage: String) -> String { (pilot.stage(stage)?.label ?? stage).quoted }

  /// The last axis; `number` is that of the measure's own dimension, where it has one.
  func axis(number: Int, dimension: PlannedDimension?) -> PlannedAxis {
    func entry(_ code: String, _ label: String, _ node: Int) -> PlannedEntry {
      PlannedEntry(code: code, label: label, depth: 0, nodes: [number: node])
    }
    guard let structure = dimension?.structure else { return countAxis }
    switch measure {
    case .persons, .events: return countAxis
    case .share:
      return PlannedAxis(
        role: .measure, name: "measure", label: outcome?.label ?? "",
        entries: [
          entry("numerator", "Yes", structure.node("yes") ?? 0),
          entry("denominator", "Follow-up complete", structure.node("base") ?? 0),
        ])
    case .median:
      let bins = structure.relations.first { structure.nodes[$0.whole].code == "reached" }
      return PlannedAxis(
        role: .measure, name: "measure", label: dimension?.label ?? "",
        entries: [entry(CodeTree.wholeCode, "All bins", bins?.whole ?? 0)]
          + (bins?.parts ?? []).map {
            entry(structure.nodes[$0].code, structure.nodes[$0].label, $0)
          })
    }
  }

  private var countAxis: PlannedAxis {
    PlannedAxis(
      role: .measure, name: "measure", label: unit(pilot),
      entries: [PlannedEntry(code: "count", label: unit(pilot), depth: 0, nodes: [:])])
  }

  /// "Persons", "Index events" or the label of the counted event.
  func unit(_ pilot: Pilot) -> String {
    switch measure {
    case .persons, .share, .median: "Persons"
    case .events(nil): "Index events"
    case .events(let name?): pilot.event(name)?.label ?? name
    }
  }

  /// The card of every outcome that the table shows, filters by or measures.
  func definitions(_ resolver: QueryResolver) -> [DefinitionCard] {
    var cards = outcome.map { [$0.card] } ?? []
    for subject in resolver.subjects {
      if case .outcome(let outcome) = subject.subject { cards.append(outcome.card) }
    }
    return cards
  }
}

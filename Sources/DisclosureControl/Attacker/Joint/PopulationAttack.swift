import CohortModel
import Tables

/// The attack on the tables of one population.
struct PopulationAttack {
  private let tables: [PublishedTable]
  private let members: [Int]
  private let assumptions: JointAttack.Assumptions
  private let refinement: CommonRefinement
  private let isLayered: Bool

  init(_ tables: [PublishedTable], members: [Int], _ assumptions: JointAttack.Assumptions) {
    self.tables = tables
    self.members = members
    self.assumptions = assumptions
    refinement = CommonRefinement(
      members.map { tables[$0].dimensions },
      indexDates: assumptions.package?.indexDates(of: tables[members[0]].population.pilot) ?? [])
    isLayered = Set(members.map { tables[$0].population.unit }).count > 1
  }

  private func layer(_ table: PublishedTable) -> Int {
    isLayered && table.population.unit == "index events" ? 1 : 0
  }

  /// A cell with all that the tables say of it.
  private struct Known {
    var cell: JointSystem.Cell
    var interval: PublishedInterval
    var appearances: [(table: Int, index: Int)]
    var values: Set<CellValue>
    /// Two tables that treat values alike show different ones.
    var disagrees = false
    var minimum: Int
    /// Of a difference: its name.
    var difference: String?
  }

  func run(
    into findings: inout JointAttackFindings, cells results: inout [[JointAttackFindings.Cell?]]
  ) {
    var known = knownCells()
    for cell in known where cell.disagrees {
      findings.contradictions.append(
        JointAttackFindings.Contradiction(
          tables: cell.appearances.map { tables[$0.table].name }, name: name(cell)))
    }
    let differences = assumptions.seeksDifferences ? self.differences(of: known) : []
    known += differences
    let blocks = AtomBlocks(
      refinement, tables: Array(members.indices), mostAtoms: assumptions.mostAtoms)
    let system = JointSystem(
      refinement, blocks: blocks, cells: known.map(\.cell), layers: isLayered ? 2 : 1,
      impossible: assumptions.package.map {
        ImpossibleClasses(refinement, plans: members.map { tables[$0].plan }, package: $0)
      } ?? .none)
    // Cells of which no block tells apart what they hold are left out.
    if system.cells.count < known.count {
      let placed = Set(system.cells)
      known.removeAll { !placed.contains($0.cell) }
    }
    let isHidden = known.map { cell in !cell.values.contains(where: \.isShown) }
    var reach = JointReach(
      system: system.attack, intervals: known.map(\.interval),
      targets: known.indices.filter { isHidden[$0] }, enough: known.map(\.minimum))
    reach.run()
    if reach.isContradictory {
      findings.contradictions.append(
        JointAttackFindings.Contradiction(
          tables: members.map { tables[$0].name }, name: ""))
    }
    findings.systems.append(
      JointAttackFindings.System(
        tables: members.map { tables[$0].name }, atoms: system.attack.atomCount,
        blocks: blocks.blocks.count, isExact: system.isExact && differencesAreAll(system, known),
        isUndecided: reach.isUndecided))
    guard !reach.isContradictory else { return }
    for (number, cell) in known.enumerated() where isHidden[number] {
      guard let range = reach.range(of: number) else { continue }
      let finding = finding(cell, range)
      if cell.difference != nil {
        if finding.outcome != .open { findings.cells.append(finding) }
      }
      for (table, index) in cell.appearances {
        var own = finding
        own.table = tables[table].name
        own.index = index
        own.name = tables[table].name(of: tables[table].cells[index])
        results[table][index] = own
      }
    }
  }

  private func differencesAreAll(_ system: JointSystem, _ known: [Known]) -> Bool {
    system.cells.count == known.count
  }

  private func name(_ cell: Known) -> String {
    if let difference = cell.difference { return difference }
    guard let (table, index) = cell.appearances.first else { return "" }
    return tables[table].name(of: tables[table].cells[index])
  }

  private func finding(
    _ cell: Known, _ range: JointReach.Range
  ) -> JointAttackFindings.Cell {
    let promised = cell.minimum - 1
    let outcome: JointAttackFindings.Cell.Outcome
    if range.least > promised || range.greatest == 0 || range.values >= promised {
      outcome = .open
    } else {
      outcome = range.values == 1 ? .exact : .narrow
    }
    return JointAttackFindings.Cell(
      table: nil, index: nil, name: name(cell), least: range.least, greatest: range.greatest,
      possibleValues: range.values, outcome: outcome)
  }

  // MARK: Cells

  private func knownCells() -> [Known] {
    var places: [JointSystem.Cell: Int] = [:]
    var known: [Known] = []
    struct Place: Hashable {
      var known: Int
      var steps: Int
    }
    var shownBefore: [Place: CellValue] = [:]
    for (number, member) in members.enumerated() {
      let table = tables[member]
      let reading = PublishedReading(
        profile: table.profile, minimumFrequency: table.profile.minimumFrequency)
      for (index, shown) in table.cells.enumerated() {
        let cell = JointSystem.Cell(
          layer: layer(table), box: refinement.box(table: number, nodes: shown.nodes))
        let place = places[cell] ?? known.count
        if place == known.count {
          places[cell] = place
          known.append(
            Known(
              cell: cell, interval: .hidden, appearances: [], values: [],
              minimum: table.profile.minimumFrequency))
        }
        known[place].interval = known[place].interval.intersection(reading.interval(shown.value))
        known[place].appearances.append((member, index))
        known[place].minimum = max(known[place].minimum, table.profile.minimumFrequency)
        guard shown.value.isShown else { continue }
        known[place].values.insert(shown.value)
        // Values that were moved so that they add up may differ from those that were not.
        let steps = table.profile.additiveSteps ?? 0
        if let other = shownBefore[Place(known: place, steps: steps)], other != shown.value {
          known[place].disagrees = true
        }
        shownBefore[Place(known: place, steps: steps)] = shown.value
      }
    }
    if assumptions.takesHiddenToBePositive {
      for place in known.indices where known[place].values.isEmpty {
        known[place].interval.lower = max(1, known[place].interval.lower)
      }
    }
    return known
  }

  /// What one shown cell holds beyond another that lies in it: who the tables let one subtract.
  private func differences(of known: [Known]) -> [Known] {
    let shown = known.indices.filter { !known[$0].values.isEmpty }
    return CellDifferences(
      shown.map { (known[$0].cell, Set(known[$0].appearances.map(\.table))) }, refinement,
      known: Set(known.map(\.cell))
    ).found.map { difference in
      let (whole, part) = (known[shown[difference.whole]], known[shown[difference.part]])
      return Known(
        cell: difference.cell, interval: .hidden, appearances: [], values: [],
        minimum: max(whole.minimum, part.minimum),
        difference: "\(name(whole)) less \(name(part))")
    }
  }
}

extension PublishedTable {
  /// As much of a plan as its definitions are read from.
  var plan: TablePlan {
    let counting: TablePlan.Counting =
      switch population.unit {
      case "persons": .persons
      case "index events": .indexEvents
      case let unit where unit.hasPrefix("events "): .events(String(unit.dropFirst(7)))
      case let unit where unit.hasPrefix("units "): .units(String(unit.dropFirst(6)))
      default: .persons
      }
    return TablePlan(
      query: CohortQuery(pilot: population.pilot), linkLevel: population.linkLevel,
      counting: counting, dimensions: dimensions, fixedNodes: [:], axes: [],
      minimumFrequency: profile.minimumFrequency, profile: profile)
  }
}

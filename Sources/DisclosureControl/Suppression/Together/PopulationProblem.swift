import CohortModel
import QueryEngine

/// What several tables of one population pose together: their cells, each once; what one table holds
/// beyond another where that is small; who is in the atoms; and what all of them require.
struct PopulationProblem {
  typealias Cell = JointSystem.Cell

  private(set) var system: JointSystem
  /// By cell of the system. True values, of atoms and differences too.
  private(set) var values: [Int] = []
  private(set) var costs: [Int] = []
  /// From the start.
  private(set) var isHidden: [Bool] = []
  /// Cells that a table shows and whose value not everyone knows anyway.
  private(set) var canHide: [Bool] = []
  private(set) var isOfTable: [Bool] = []
  private(set) var requirements: [Requirement] = []
  private(set) var insiders: [Insider] = []
  /// By cell what an unsafe one in its place may be; nil where nothing is promised.
  private var rooms: [PromisedRoom?] = []
  /// The true database.
  private(set) var point: [Int]

  /// Insiders are looked for in so many atoms; where there are more, in those of few people: what one
  /// of many knows is less than what a published value leaves open.
  private static let mostInsiders = 600

  /// - Parameter hidden: cells that are hidden already.
  init(_ population: PopulationProtection, hidden: Set<Cell>) throws {
    let (members, refinement) = (population.members, population.refinement)
    let minimum = members[0].plan.minimumFrequency
    var shown = ShownCells(population)
    let blocks = AtomBlocks(refinement, tables: population.tables, mostAtoms: .max)
    let counts = try (0..<population.layers).map { layer in
      try BlockCounts(
        blocks, refinement, like: Self.plan(ofLayer: layer, population), count: population.count)
    }
    let atoms = counts.flatMap(\.values)
    let differences = CellDifferences(Array(zip(shown.cells, shown.tables)), refinement).found
      .map(\.cell).filter { blocks.terms(of: $0.box) != nil }
    let known = Set(shown.cells + differences)
    let inhabited =
      population.defences.contains(.insiders) && minimum > 2
      ? Self.inhabited(
        blocks, refinement, atoms, layers: population.layers, known: known, minimum: minimum)
      : []
    let all = shown.cells + differences + inhabited
    system = JointSystem(
      refinement, blocks: blocks, cells: all, layers: population.layers,
      answered: Self.answered(blocks, refinement, atoms, layers: population.layers),
      impossible: population.package.map {
        ImpossibleClasses(refinement, plans: population.plans, package: $0)
      } ?? .none)
    guard system.cells.count == all.count else { throw InconsistentTable() }
    point = [Int](repeating: 0, count: system.attack.atomCount)
    for (atom, column) in system.columns.enumerated() {
      if let column {
        point[column] = atoms[atom]
      } else if atoms[atom] != 0 {
        throw InconsistentTable()
      }
    }
    values = all.indices.map { system.attack.value(ofCell: $0, at: point) }
    guard shown.values.indices.allSatisfy({ values[$0] == shown.values[$0] }) else {
      throw InconsistentTable()
    }
    shown.settle(isImpossible: { system.isImpossible($0) })
    for cell in all.indices {
      let isShown = cell < shown.cells.count && !shown.isUnshown[cell]
      isOfTable.append(cell < shown.cells.count)
      costs.append(cell < shown.cells.count ? shown.costs[cell] : 1)
      let isKnownZero = cell < shown.cells.count && shown.isKnownZero[cell]
      canHide.append(isShown && !isKnownZero)
      isHidden.append(!isShown || (!isKnownZero && hidden.contains(all[cell])))
    }
    requirements = shown.requirements
    for requirement in requirements { isHidden[requirement.cell] = true }
    let small = SmallCells(
      minimumFrequency: minimum, areZerosUnsafe: members[0].plan.profile.zeros == .unsafe,
      possibleValues: nil)
    rooms = shown.rooms
    for place in differences.indices {
      let cell = shown.cells.count + place
      let room = PromisedRoom(
        range: small.all,
        kind: all[cell].layer == 0 && members[0].plan.counting == .persons
          ? .eachValue : .interval, minimum: minimum)
      let isSmall = (1..<max(2, minimum)).contains(values[cell])
      if isSmall { requirements.append(room.requirement(of: cell)) }
      rooms.append(population.defences.contains(.promise) && !isSmall ? room : nil)
    }
    rooms += inhabited.map { _ in nil }
    for requirement in requirements
    where requirement.range.lowerBound < rooms[requirement.cell]?.minimum ?? 0 {
      rooms[requirement.cell] = nil
    }
    let largest = counts.flatMap(\.largest)
    guard population.defences.contains(.insiders), minimum > 2 else { return }
    insiders = system.columns.enumerated().compactMap { atom, column in
      guard let column, atoms[atom] > 0, !system.attack.atomCells[column].isEmpty else {
        return nil
      }
      return Insider(atom: column, own: largest[atom])
    }
  }

  /// Hidden cells that no requirement is about.
  func complements(_ isHidden: [Bool]) -> [PromiseAudit.Complement] {
    isHidden.indices.compactMap { cell in
      isHidden[cell]
        ? rooms[cell].map { PromiseAudit.Complement(cell: cell, room: $0) } : nil
    }
  }

  private static func plan(ofLayer layer: Int, _ population: PopulationProtection) -> TablePlan {
    var plan = population.members[0].plan
    guard population.layers > 1 else { return plan }
    plan.counting = layer == 0 ? .persons : .indexEvents
    return population.members.first { $0.plan.counting == plan.counting }?.plan ?? plan
  }

  /// Atoms that somebody is in and that no table shows as cells: he knows that he is.
  private static func inhabited(
    _ blocks: AtomBlocks, _ refinement: CommonRefinement, _ values: [Int], layers: Int,
    known: Set<Cell>, minimum: Int
  ) -> [Cell] {
    var found: [(cell: Cell, value: Int)] = []
    var seen = known
    for layer in 0..<layers {
      for block in blocks.blocks {
        for atom in 0..<block.atomCount {
          let value = values[layer * blocks.atomCount + block.offset + atom]
          guard value > 0 else { continue }
          var parts = [CellBox.Part?](repeating: nil, count: refinement.axes.count)
          for (number, axis) in block.axes.enumerated() {
            let group = atom / block.strides[number] % block.groups[number].count
            let classes = block.groups[number][group]
            if refinement.axes[axis].kind == .multiResponse
              ? group > 0 : classes.count < refinement.axes[axis].classCount
            {
              parts[axis] = CellBox.Part(classes: classes)
            }
          }
          let cell = Cell(layer: layer, box: CellBox(parts: parts))
          if seen.insert(cell).inserted { found.append((cell, value)) }
        }
      }
    }
    let few = found.count <= mostInsiders ? found : found.filter { $0.value < minimum }
    return few.map(\.cell)
  }

  /// Multi-response axes of which everyone has a code: who sees the table knows what the variable
  /// means, and is given it wherever it is so.
  private static func answered(
    _ blocks: AtomBlocks, _ refinement: CommonRefinement, _ values: [Int], layers: Int
  ) -> Set<Int> {
    Set(
      refinement.axes.indices.filter { axis in
        refinement.axes[axis].kind == .multiResponse
          && blocks.rowsOfAnswers([axis]).allSatisfy { row in
            (0..<layers).allSatisfy { layer in
              row.reduce(0) {
                $0 + values[layer * blocks.atomCount + $1.column] * $1.coefficient
              } >= 0
            }
          }
      })
  }
}

/// The cells of all tables, each once.
private struct ShownCells {
  var cells: [JointSystem.Cell] = []
  var values: [Int] = []
  var costs: [Int] = []
  /// The tables that have it.
  var tables: [Set<Int>] = []
  /// Stands in no table at all.
  var isUnshown: [Bool] = []
  /// Zero, and shown as such in some table whatever happens.
  var isKnownZero: [Bool] = []
  var requirements: [Requirement] = []
  /// What an unsafe cell in its place may be.
  var rooms: [PromisedRoom?] = []

  init(_ population: PopulationProtection) {
    var places: [JointSystem.Cell: Int] = [:]
    var required: [Int: Requirement] = [:]
    for (number, member) in population.members.enumerated() {
      let problem = member.problem
      for (cell, what) in population.cells[number].enumerated() {
        let place = places[what] ?? cells.count
        if place == cells.count {
          places[what] = place
          cells.append(what)
          values.append(problem.values[cell])
          costs.append(max(1, problem.costs[cell]))
          tables.append([])
          isUnshown.append(true)
          isKnownZero.append(false)
          rooms.append(problem.room)
        }
        tables[place].insert(number)
        if problem.statuses[cell] == .publishedZero { isKnownZero[place] = true }
        if problem.statuses[cell] != .unshown { isUnshown[place] = false }
      }
      for requirement in problem.requirements {
        let place = places[population.cells[number][requirement.cell]]!
        required[place] = requirement.covering(required[place], cell: place)
      }
    }
    requirements = required.keys.sorted().map { required[$0]! }
  }

  /// What one table shows as zero and another has to hide is hidden, unless the definitions of all
  /// tables together make it zero: then there is nothing to hide.
  mutating func settle(isImpossible: (Int) -> Bool) {
    for cell in cells.indices where isImpossible(cell) { isKnownZero[cell] = true }
    requirements.removeAll { isImpossible($0.cell) }
    for requirement in requirements { isKnownZero[requirement.cell] = false }
  }
}

extension Requirement {
  /// What both ask for.
  fileprivate func covering(_ other: Requirement?, cell: Int) -> Requirement {
    var both = self
    both.cell = cell
    guard let other else { return both }
    both.range =
      min(range.lowerBound, other.range.lowerBound)...max(range.upperBound, other.range.upperBound)
    if other.kind == .eachValue { both.kind = .eachValue }
    return both
  }
}

extension JointSystem {
  /// Nobody can be in the cell.
  fileprivate func isImpossible(_ cell: Int) -> Bool {
    switch attack.places[cell] {
    case .atom: false
    case .sum(let row): attack.rows.range(ofRow: row).isEmpty
    }
  }
}

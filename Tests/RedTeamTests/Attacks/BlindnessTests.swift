import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

/// Each defence left off in turn: an attack must then succeed, and must fail with all of them on.
/// (The enumeration does this for complementary suppression, rounded intervals and magnitudes.)
@Suite struct BlindnessTests {
  /// Whoever takes it that a table with `[c]` has somebody behind one of them is right wherever zeros
  /// are hidden for no reason but need.
  @Test(arguments: [true, false]) func hiddenZeros(isDefended: Bool) throws {
    let defences = isDefended ? Defences.all : Defences.all.subtracting(.hiddenZeros)
    var tables = 0
    var wrong = 0
    for number in 0..<500 {
      let small = SmallCase(number)
      guard small.plan.profile.zeros == .eligible, !small.isMagnitude,
        small.plan.sideBySide.isEmpty
      else { continue }
      guard try small.cells(defences).contains(.confidential) else { continue }
      tables += 1
      let minimum = small.plan.minimumFrequency
      if !small.values.contains(where: { (1..<minimum).contains($0) }) { wrong += 1 }
    }
    #expect(tables > 60)
    #expect(isDefended ? wrong > 0 : wrong == 0)
  }

  /// Nobody of a group has a code of a sensitive variable, and the table says so.
  @Test(arguments: [true, false]) func classDisclosure(isDefended: Bool) throws {
    let defences = isDefended ? Defences.all : Defences.all.subtracting(.classDisclosure)
    var told = 0
    var asked = 0
    for number in 0..<60 {
      var random = RepeatableRandom(UInt64(number) + 900)
      var plan = Shapes.plan([Shapes.flat(4), Shapes.flat(3)], .srsTen)
      plan.dimensions[1].isSensitive = true
      let atoms = (0..<12).map { _ in random.once(in: 4) ? 0 : random.number(8...40) }
      let crossing = Crossing([plan.dimensions])
      let shown = ShownCells(
        cube: [CellValue](repeating: .confidential, count: plan.cellCount), plan: plan)
      let persons = shown.cells.map {
        crossing.atoms(table: 0, nodes: $0.nodes).reduce(0) { $0 + atoms[$1] }
      }
      let problem = try ProtectionProblem(
        cube: RawCube(plan: plan, persons: persons), policy: .standard, release: "r",
        secret: [9], defences: defences)
      let cells = try TableProtection(plan: plan, defences: defences).protect(problem).cells
      let facts = Crossing.facts([ShownCells(cube: cells, plan: plan)]).facts
      for (cell, place) in shown.cells.enumerated()
      where place.nodes[1] != 0 && persons[cell] == 0 && persons[cell - place.nodes[1]] > 0 {
        asked += 1
        let atoms = crossing.atoms(table: 0, nodes: place.nodes)
        if IntegerProgramme.allows(facts, atoms, 1, nil) == false { told += 1 }
      }
    }
    #expect(asked > 50)
    #expect(isDefended ? told == 0 : told > 0)
  }

  /// The men of a table, and everyone: where each is protected by itself the women follow.
  @Test(arguments: [true, false]) func cubeWholeBeforeSlice(isDefended: Bool) throws {
    var told = 0
    var asked = 0
    for number in 0..<40 {
      var random = RepeatableRandom(UInt64(number) + 300)
      let whole = Shapes.plan([Shapes.flat(3), Shapes.flat(3), Shapes.flat(2)], .srsTen)
      let alone = Shapes.plan([Shapes.flat(3), Shapes.flat(3)], .srsTen)
      // Few women.
      let atoms = (0..<18).map { $0 % 2 == 0 ? random.number(0...12) : random.number(8...60) }
      let crossing = Crossing([whole.dimensions])
      var shown = ShownCells(
        cube: [CellValue](repeating: .confidential, count: whole.cellCount), plan: whole)
      let persons = shown.cells.map {
        crossing.atoms(table: 0, nodes: $0.nodes).reduce(0) { $0 + atoms[$1] }
      }
      func protect(_ plan: TablePlan, _ persons: [Int]) throws -> [CellValue] {
        try TableProtection(plan: plan).protect(
          try ProtectionProblem(
            cube: RawCube(plan: plan, persons: persons), policy: .standard, release: "r",
            secret: [9])
        ).cells
      }
      let all = try protect(whole, persons)
      let slices = try [0, 2].map { node in
        try protect(alone, stride(from: node, to: persons.count, by: 3).map { persons[$0] })
      }
      for (cell, place) in shown.cells.enumerated() where place.nodes[2] != 1 {
        shown.cells[cell].value =
          isDefended ? all[cell] : slices[place.nodes[2] / 2][cell / 3]
      }
      let facts = Crossing.facts([shown]).facts
      for (cell, place) in shown.cells.enumerated()
      where place.nodes[2] == 1 && (1...9).contains(persons[cell]) {
        asked += 1
        let atoms = crossing.atoms(table: 0, nodes: place.nodes)
        if IntegerProgramme.allows(facts, atoms, 1, 1) != true
          || IntegerProgramme.allows(facts, atoms, 9, 9) != true
        {
          told += 1
        }
      }
    }
    #expect(asked > 100)
    #expect(isDefended ? told == 0 : told > 0)
  }
}

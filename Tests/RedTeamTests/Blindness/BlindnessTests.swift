import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

/// Each defence left off in turn: an attack must then succeed, and must fail with all of them on.
/// Otherwise the suite is blind. Caps on breakdowns of noisy counts are in `AveragedNoiseTests`.
@Suite struct BlindnessTests {
  /// The optimum takes longer in a debug build, and shows no more here.
  static let policy: DisclosurePolicy = {
    var policy = DisclosurePolicy.standard
    policy.suppression.method = .scalable
    return policy
  }()

  /// Every database of a recorded case is tried.
  @Test(arguments: RecordedCases.all)
  func withoutItTheRecordedCasesAreBroken(recorded: RecordedCases) throws {
    var broken = 0
    for number in recorded.numbers.prefix(SuiteLength.cases(6, long: 12)) {
      let small = SmallCase(number, .scalable)
      var whole = Withstanding(small, try small.cells())
      #expect(whole.breaches(stopAtFirst: true).isEmpty, "case \(number)")
      var attack = Withstanding(
        small, try small.cells(Defences.all.subtracting(recorded.defence)))
      if !attack.breaches(stopAtFirst: true).isEmpty { broken += 1 }
    }
    #expect(broken > 0)
  }

  /// Somebody who reasons from what is promised of every unsafe cell.
  @Test(arguments: [true, false]) func promise(isDefended: Bool) throws {
    let defences = isDefended ? Defences.all : Defences.all.subtracting(.promise)
    var told = 0
    for number in RecordedCases.toldByPromise.prefix(SuiteLength.cases(6, long: 12)) {
      let small = SmallCase(number, .scalable)
      var attack = Withstanding(small, try small.cells(defences))
      if attack.breachByPromise() != nil { told += 1 }
    }
    #expect(isDefended ? told == 0 : told > 0)
  }

  /// Somebody who knows where he is counted himself.
  ///
  /// Where each of 1 … t − 1 must remain possible he learns nothing exactly: in the linear programme,
  /// between the true database and one in which his own cell is larger and the other cell different,
  /// there is always a third that suits him. So this asks for the least that could be promised: that
  /// one other value remains possible, above or below, as it happens.
  @Test(arguments: [true, false]) func insiders(isDefended: Bool) throws {
    let defences = isDefended ? Defences.all : Defences.all.subtracting(.insiders)
    var told = 0
    var asked = 0
    for number in RecordedInsiders.numbers {
      let small = SmallCase(number, .scalable)
      let told1 = try RecordedInsiders.givenAway(small, defences)
      asked += told1.asked
      told += told1.told
    }
    #expect(asked > 10)
    #expect(isDefended ? told == 0 : told > 0)
  }

  /// Whoever takes it that a table with `[c]` has somebody behind one of them is right wherever zeros
  /// are hidden for no reason but need.
  @Test(arguments: [true, false]) func hiddenZeros(isDefended: Bool) throws {
    let defences = isDefended ? Defences.all : Defences.all.subtracting(.hiddenZeros)
    var tables = 0
    var wrong = 0
    for number in 0..<200 {
      let small = SmallCase(number, .scalable)
      guard small.plan.profile.zeros == .eligible, !small.isMagnitude,
        small.plan.sideBySide.isEmpty
      else { continue }
      guard try small.cells(defences).contains(.confidential) else { continue }
      tables += 1
      let minimum = small.plan.minimumFrequency
      if !small.values.contains(where: { (1..<minimum).contains($0) }) { wrong += 1 }
    }
    #expect(tables > 30)
    #expect(isDefended ? wrong > 0 : wrong == 0)
  }

  /// Years outside the period: whoever hides one of their zeros hides nothing.
  @Test(arguments: [true, false]) func definitionalZeros(isDefended: Bool) throws {
    let defences = isDefended ? Defences.all : Defences.all.subtracting(.definitionalZeros)
    var told = 0
    var asked = 0
    for number in RecordedYears.numbers {
      let answer = try RecordedYears.givenAway(number, defences)
      asked += answer.asked
      told += answer.told
    }
    #expect(asked > 10)
    #expect(isDefended ? told == 0 : told > 0)
  }

  /// Nobody of a group has a code of a sensitive variable, and the table says so.
  @Test(arguments: [true, false]) func classDisclosure(isDefended: Bool) throws {
    let defences = isDefended ? Defences.all : Defences.all.subtracting(.classDisclosure)
    var told = 0
    var asked = 0
    for number in 0..<30 {
      var random = RepeatableRandom(UInt64(number) + 900)
      var plan = Shapes.plan([Shapes.flat(4), Shapes.flat(3)], .srsTen)
      plan.dimensions[1].isSensitive = true
      let atoms = (0..<12).map { _ in random.once(in: 4) ? 0 : random.number(8...40) }
      let cube = Shapes.cube(plan, atoms)
      let problem = try ProtectionProblem(
        cube: cube.raw, policy: Self.policy, release: "r", secret: [9], defences: defences)
      let cells = try TableProtection(plan: plan, defences: defences).protect(problem).cells
      let facts = Crossing.facts([ShownCells(cube: cells, plan: plan)]).facts
      let persons = cube.raw.persons
      for (cell, place) in cube.shown.cells.enumerated()
      where place.nodes[1] != 0 && persons[cell] == 0 && persons[cell - place.nodes[1]] > 0 {
        asked += 1
        let atoms = cube.crossing.atoms(table: 0, nodes: place.nodes)
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
    for number in 0..<16 {
      var random = RepeatableRandom(UInt64(number) + 300)
      let whole = Shapes.plan([Shapes.flat(3), Shapes.flat(3), Shapes.flat(2)], .srsTen)
      let alone = Shapes.plan([Shapes.flat(3), Shapes.flat(3)], .srsTen)
      // Few women.
      let atoms = (0..<18).map { $0 % 2 == 0 ? random.number(0...12) : random.number(8...60) }
      let cube = Shapes.cube(whole, atoms)
      let persons = cube.raw.persons
      func protect(_ plan: TablePlan, _ persons: [Int]) throws -> [CellValue] {
        try TableProtection(plan: plan).protect(
          try ProtectionProblem(
            cube: RawCube(plan: plan, persons: persons), policy: Self.policy, release: "r",
            secret: [9])
        ).cells
      }
      let all = try protect(whole, persons)
      let slices = try [0, 2].map { node in
        try protect(alone, stride(from: node, to: persons.count, by: 3).map { persons[$0] })
      }
      var shown = cube.shown
      for (cell, place) in shown.cells.enumerated() where place.nodes[2] != 1 {
        shown.cells[cell].value =
          isDefended ? all[cell] : slices[place.nodes[2] / 2][cell / 3]
      }
      let facts = Crossing.facts([shown]).facts
      for (cell, place) in shown.cells.enumerated()
      where place.nodes[2] == 1 && (1...9).contains(persons[cell]) {
        asked += 1
        let atoms = cube.crossing.atoms(table: 0, nodes: place.nodes)
        if IntegerProgramme.allows(facts, atoms, 1, 1) != true
          || IntegerProgramme.allows(facts, atoms, 9, 9) != true
        {
          told += 1
        }
      }
    }
    #expect(asked > 40)
    #expect(isDefended ? told == 0 : told > 0)
  }

  /// Noisy counts without the minimum: small cells stand there to be read.
  @Test(arguments: [true, false]) func noiseThreshold(isDefended: Bool) throws {
    let defences = isDefended ? Defences.all : Defences.all.subtracting(.noiseThreshold)
    var random = RepeatableRandom(41)
    let plan = Shapes.plan([Shapes.flat(4), Shapes.flat(3)], .cellKey)
    let parameters = try #require(plan.profile.cellKey)
    var read = 0
    for _ in 0..<10 {
      let cube = Shapes.cube(plan, (0..<12).map { _ in random.number(0...14) })
      let keys = (0..<12).map { _ in random.next() }
      let sums = cube.shown.cells.map { cell in
        cube.crossing.atoms(table: 0, nodes: cell.nodes).reduce(UInt64(0)) { $0 &+ keys[$1] }
      }
      let problem = try ProtectionProblem(
        cube: cube.raw, policy: DisclosurePolicy(profile: plan.profile), release: "r",
        secret: [9])
      let cells = try CellKeyProtection(
        parameters, minimum: plan.minimumFrequency, secret: [9], defences: defences
      ).cells(of: problem, keySums: sums)
      for (cell, count) in zip(cells, cube.raw.persons) {
        // With noise of 5 at most, one of 1 to 4 is certain to be small.
        if case .count(let shown) = cell, count > 0, shown + 5 < 10 { read += 1 }
      }
    }
    #expect(isDefended ? read == 0 : read > 0)
  }
}

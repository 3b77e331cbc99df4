/// What walks by switches propose, and the check makes of it.
extension TableAudit {
  /// Whether a walk met the value.
  func isMet(_ cell: Int, _ value: Int) -> Bool {
    let index = witnesses.index(of: attacker.system.places[cell])
    return witnesses.lowest[index] <= value && value <= witnesses.highest[index]
  }

  /// Whether walks met every value of the range.
  func isMet(_ requirement: Requirement) -> Bool {
    isMet(requirement.cell, requirement.range.lowerBound)
      && isMet(requirement.cell, requirement.range.upperBound)
  }

  /// Walks to both ends of what every requirement asks for.
  mutating func walkToEnds() {
    guard let search = search() else { return }
    let atoms = search.space.atoms()
    for requirement in requirements {
      let place = Int(search.space.places[requirement.cell])
      for end in [requirement.range.upperBound, requirement.range.lowerBound]
      where !isMet(requirement.cell, end) {
        _ = search.walk(place, by: end - anchor[requirement.cell], opens: false)
        check(search, atoms)
      }
    }
  }

  /// The cells of which no walk shows all that their requirement asks for.
  consuming func cellsWithoutWalks() -> [Int] {
    walkToEnds()
    return requirements.filter { !isMet($0) }.map(\.cell)
  }

  /// The cells for which no walk shows another value that leaves every insider his part.
  mutating func withoutDifferences(_ cells: [Int]) -> [Int] {
    func isOpen(_ cell: Int) -> Bool {
      !witnesses.differs[witnesses.index(of: attacker.system.places[cell])]
    }
    let open = cells.filter(isOpen)
    guard !open.isEmpty, let search = search() else { return open }
    for insider in insiders where point[insider.atom] - 1 < insider.own {
      for cell in attacker.system.atomCells[insider.atom] { search.keep(cell) }
    }
    let atoms = search.space.atoms()
    for cell in open where isOpen(cell) {
      _ = search.differ(Int(search.space.places[cell]), opens: false)
      check(search, atoms)
    }
    return open.filter(isOpen)
  }

  private func search() -> SwitchSearch? {
    attacker.system.switches.flatMap {
      SwitchSearch($0, point: point, intervals: attacker.intervals)
    }
  }

  /// Has the databases along a walk checked, and takes the walk back.
  private mutating func check(_ search: SwitchSearch, _ atoms: [Int32]) {
    var next = search.settled[...]
    for (number, step) in search.steps.enumerated() {
      var changes: [(atom: Int, amount: Int)] = []
      for place in step.legs {
        let leg = search.stepLegs[place]
        let atom = atoms[Int(step.origin + leg.offset)]
        if atom >= 0 { changes.append((Int(atom), Int(leg.sign))) }
      }
      witnesses.take(changes, times: Int(step.times))
      if next.first == number + 1 {
        next.removeFirst()
        witnesses.note()
      }
    }
    witnesses.restart()
    search.takeBack()
  }
}

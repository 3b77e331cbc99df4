extension LifeCourse {
  /// A community or suspended sentence order, its requirements, and the way into treatment.
  func liveThroughOrders() {
    var random = random(7)
    var sentence = random.within(SamplePeriod.days)
    for order in 0..<(random.chance(150) ? 2 : 1) {
      guard sentence <= lastDay else { return }
      if !disposalDays.contains(where: { abs($0 - sentence) < 200 }) {
        sentence = liveThroughOrder(sentence, number: order, &random)
      }
      sentence += 30 + random.below(500)
    }
  }

  /// One order; returns its last day.
  private func liveThroughOrder(
    _ sentence: Int, number: Int, _ random: inout RandomStream
  ) -> Int {
    let offence = random.choose(OffenceGroups.choice)
    let previous = random.choose(PreviousOffences.choice(offending: person.offending))
    let type = random.chance(600) ? "CO" : "SSO"
    let start = sentence + random.early(0...12)
    let length = random.choose(Weighted([(182, 100), (365, 550), (547, 200), (730, 150)]))
    let isTreatment = random.chance(person.substance * 11 - 30)
    // More alcohol than drugs among older people.
    let isAlcohol = random.chance(alcoholChance(on: sentence))
    var risk = 318 + PreviousOffences.risk(previous) + Self.ageRisk(person.age(on: sentence))
    risk += (person.housing - 50) * 2

    var requirement = isAlcohol ? "ATR" : "DRR"
    if isTreatment {
      let engaged = isAlcohol ? 485 : 340
      let isEngaged = random.chance(engaged + (55 - person.housing) * 2)
      isSentencedToTreatment = true
      if treatment.contains(where: { $0.contains(sentence) }) {
        risk -= 30
      } else if isEngaged {
        let completed = enterTreatment(on: sentence, isAlcohol: isAlcohol, &random)
        risk += completed ? -120 : -10
      } else {
        risk += 60
      }
    } else {
      requirement = random.choose(Self.otherRequirements)
    }
    disposalDays.append(sentence)
    goToCourt(for: type, on: sentence, length: nil, offence: offence)
    if random.chance(280) { writeAssessment(on: sentence + random.early(0...60), setting: "COMM") }
    writeDisposal(
      type, on: sentence, length: nil, offence: offence, previous: previous, &random)
    let conviction = reoffend(
      after: sentence, life: Circumstances(risk: risk, offence: offence), &random)
    let planned = start + length
    let isRevoked = conviction.map { $0 < planned } ?? false && random.chance(520)
    let last = isRevoked ? conviction! : planned
    let id = sources.id(.probation, variant: number)
    writeOrder(id, sentence: sentence, start: start, last: last, isRevoked, &random)
    let all = isTreatment ? [requirement, random.chance(520) ? "RAR" : ""] : [requirement]
    for requirement in all where !requirement.isEmpty {
      let file = records[.requirements]
      file.field(id)
      file.field(day: sentence)
      file.field(type)
      file.field(requirement)
      file.field(OffenceGroups.codes[offence])
      file.field(PreviousOffences.codes[previous])
      writeAge(sentence, to: file, &random)
      let isLate = random.chance(4)
      file.field(day: end(isLate ? sentence - 5 : start + random.below(10)))
      let ended = end(last)
      file.field(day: ended)
      file.field(
        ended == nil
          ? ""
          : isRevoked
            ? "F" : random.choose(Weighted([("C", 540), ("E", 240), ("N", 160), ("O", 60)])))
      file.endRow()
    }
    return last
  }

  /// How likely the requirement is for alcohol: by what is known of the person, else by age.
  private func alcoholChance(on day: Int) -> Int {
    switch substance {
    case "AO": 950
    case "NB": 600
    case nil: 424 + (person.age(on: day) - 34) * 8
    default: 50
    }
  }

  private func writeOrder(
    _ id: Int, sentence: Int, start: Int, last: Int, _ isRevoked: Bool,
    _ random: inout RandomStream
  ) {
    guard start <= lastDay else { return }
    let file = records[.orders]
    file.field(id)
    file.field(day: random.chance(6) ? nil : sentence)
    file.field(day: start)
    let ended = end(last)
    file.field(day: ended)
    file.field(
      ended == nil
        ? (person.death != nil ? "D" : "")
        : isRevoked ? "R" : random.chance(120) ? "B" : "E")
    file.field(ProbationAreas.recorded(region: person.region, &random))
    // The index of deprivation is England's; for Wales the system writes 0.
    file.field(person.isWelsh ? 0 : max(1, 10 - (person.housing + random.below(30)) / 12))
    file.endRow()
  }

  private static let otherRequirements = Weighted([
    ("RAR", 430), ("UPW", 330), ("ACP", 80), ("CUR", 100), ("MHTR", 20), ("AAMR", 40),
  ])
}

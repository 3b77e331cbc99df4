extension LifeCourse {
  /// Applications for help with housing, the duties owed, and how they ended. Some come back.
  func liveThroughHomelessness() {
    var random = random(9)
    var fromPrison = !releasesWithoutHome.isEmpty && random.chance(620)
    var assessment =
      fromPrison
      ? releasesWithoutHome[0] + random.early(0...60) : random.within(SamplePeriod.days)
    var securedBefore = false
    for application in 0..<4 {
      guard assessment <= lastDay else { break }
      let (last, isSecured) = writeApplication(
        assessment, number: application, fromPrison: fromPrison, again: securedBefore, &random)
      fromPrison = false
      securedBefore = isSecured
      guard random.chance((isSecured ? 0 : 60) + max(20, person.housing * 6 - 180)) else { break }
      assessment = last + 25 + random.early(0...700)
    }
    writeOutreach(&random)
  }

  private func writeApplication(
    _ assessment: Int, number: Int, fromPrison: Bool, again: Bool, _ random: inout RandomStream
  ) -> (last: Int, isSecured: Bool) {
    let id = sources.id(.housing, variant: number)
    let outcome = random.choose(fromPrison ? Self.outcomesFromPrison : Self.outcomes)
    let file = records[.applications]
    file.field(id)
    let approach = assessment - random.early(0...14)
    file.field(day: random.chance(5) ? assessment + 4 : random.chance(20) ? nil : approach)
    file.field(day: random.chance(1) ? assessment - 3650 : assessment)
    file.field(outcome)
    file.field(fromPrison && random.chance(900) ? "9" : random.choose(Self.reasons))
    file.field(
      fromPrison
        ? "INST" : random.chance(person.housing * 3 - 110) ? "NFA" : random.choose(Self.tenures))
    let hasChildren = random.chance(person.sex == .female ? 480 : 130)
    file.field(hasChildren ? "FAM" : random.chance(110) ? "CPL" : "ONE")
    file.field(random.chance(900) ? person.area : Areas.rest(of: Areas.regions[person.region]))
    writeAge(assessment, to: file, &random)
    file.field(
      fromPrison
        ? (random.chance(640) ? "PRIS" : "PROB")
        : random.choose(Weighted([("SELF", 830), ("HOSP", 35), ("SOC", 60), ("OTH", 75)])))
    file.endRow()
    writeSupportNeeds(id, on: assessment, number: number, fromPrison: fromPrison, &random)
    guard outcome == "P" || outcome == "R" else { return (assessment + 30, false) }
    return liveThroughDuties(
      id, from: assessment, isPrevention: outcome == "P", again: again,
      hasChildren: hasChildren, &random)
  }

  private func liveThroughDuties(
    _ id: Int, from start: Int, isPrevention: Bool, again: Bool, hasChildren: Bool,
    _ random: inout RandomStream
  ) -> (last: Int, isSecured: Bool) {
    var day = start
    let ease = (55 - person.housing) * 3 + (treatment.contains { $0.contains(start) } ? 60 : 0)
    if isPrevention {
      let isSecured = random.chance(525 + ease)
      let last = day + random.within(14...90)
      let ending = isSecured ? "P1" : random.choose(Self.preventionEnds)
      writeDuty(id, "PREV", day, last, ending, again, &random)
      guard !isSecured, ending == "P2", last <= lastDay else { return (last, isSecured) }
      day = last
    }
    let isSecured = random.chance(345 + ease)
    let last = day + (random.chance(500) ? 56 : random.within(10...110))
    let ending = isSecured ? "R1" : random.choose(Self.reliefEnds)
    writeDuty(id, "REL", day, last, ending, again && !isPrevention, &random)
    if random.chance(hasChildren ? 420 : 170) {
      writePlacement(id, from: day + random.below(10), to: last, &random)
    }
    guard !isSecured, ending == "R2", last <= lastDay, random.chance(hasChildren ? 840 : 330)
    else { return (last, isSecured) }
    let end = last + random.early(40...900)
    let isSettled = random.chance(720)
    let mainEnding = isSettled ? "M1" : random.choose(Self.mainEnds)
    writeDuty(id, "MAIN", last + random.below(8), end, mainEnding, false, &random)
    if random.chance(820) {
      // Now and then a new placement starts before the last one ends.
      let from = last + (random.chance(20) ? -6 : random.below(14))
      writePlacement(id, from: from, to: end, &random)
    }
    return (end, isSettled)
  }

  private func writeDuty(
    _ id: Int, _ duty: String, _ start: Int, _ last: Int, _ ending: String, _ again: Bool,
    _ random: inout RandomStream
  ) {
    guard start <= lastDay else { return }
    let file = records[.duties]
    file.field(id)
    file.field(duty)
    file.field(day: start)
    let isEnded = last <= lastDay
    file.field(day: isEnded ? (random.chance(3) ? start - 2 : last) : nil)
    file.field(isEnded ? ending : "")
    file.field(again ? "true" : "false")
    file.endRow()
  }

  private func writePlacement(
    _ id: Int, from start: Int, to last: Int, _ random: inout RandomStream
  ) {
    guard start <= lastDay, start <= last else { return }
    let file = records[.placements]
    file.field(id)
    file.field(day: start)
    file.field(day: end(last))
    file.field(random.choose(Self.placementKinds))
    file.endRow()
  }

  private func writeSupportNeeds(
    _ id: Int, on day: Int, number: Int, fromPrison: Bool, _ random: inout RandomStream
  ) {
    let age = person.age(on: day)
    let chances: [(String, Int)] = [
      ("MH", person.health * 5 - 20), ("PH", person.health * 2 + age), ("DA", 110),
      ("DRUG", person.substance * 4 - 130), ("ALC", person.substance * 3 - 90),
      ("OFF", fromPrison ? 850 : person.offending * 3 - 110),
      ("REP", number > 0 ? 520 : person.housing * 2 - 100),
      ("RS", person.housing * 4 - 190), ("LD", 50), ("YP", age < 26 ? 420 : 0),
      ("CARE", age < 30 ? 90 : 12), ("EET", 60), ("ABU", 35), ("HMF", 12),
      ("OLD", age > 60 ? 300 : 0), ("ASY", 22), ("MS", 6),
    ]
    for (need, chance) in chances where random.chance(chance) {
      let file = records[.supportNeeds]
      file.field(id)
      file.field(day: day)
      file.field(need)
      file.endRow()
    }
  }

  private func writeOutreach(_ random: inout RandomStream) {
    let isNear = person.region == Areas.london
    guard random.chance((person.housing * 5 - 260) * (isNear ? 3 : 1)) else { return }
    var day = random.within(SamplePeriod.days)
    for contact in 0...random.early(0...6) {
      guard day <= lastDay else { return }
      let file = records[.outreach]
      file.field(sources.id(.streets, variant: contact))
      file.field(day: day)
      file.field(contact == 0 ? "NEW" : random.chance(650) ? "BED" : "ACT")
      file.endRow()
      day += 3 + random.early(0...200)
    }
  }

  private static let outcomes = Weighted([
    ("P", 440), ("R", 463), ("N", 60), ("W", 22), ("I", 15),
  ])
  private static let outcomesFromPrison = Weighted([
    ("P", 90), ("R", 840), ("N", 40), ("W", 20), ("I", 10),
  ])
  private static let reasons = Weighted([
    ("1", 255), ("2", 190), ("3", 45), ("4", 45), ("5", 120), ("6", 75), ("7", 25), ("8", 45),
    ("9", 15), ("10", 40), ("11", 12), ("12", 5), ("13", 128),
  ])
  private static let tenures = Weighted([
    ("PRS", 280), ("FF", 330), ("SRL", 70), ("SRP", 70), ("SUP", 70), ("OO", 20), ("SO", 5),
    ("INST", 35), ("NFA", 60), ("NK", 60),
  ])
  private static let preventionEnds = Weighted([
    ("P2", 500), ("P3", 130), ("P4", 230), ("P5", 90), ("P6", 10), ("P7", 10), ("P8", 10),
    ("P9", 20),
  ])
  private static let reliefEnds = Weighted([
    ("R2", 660), ("R3", 170), ("R4", 90), ("R5", 20), ("R6", 10), ("R7", 15), ("R8", 10),
    ("R9", 5), ("R10", 20),
  ])
  private static let mainEnds = Weighted([("M2", 400), ("M3", 250), ("M4", 150), ("M9", 200)])
  private static let placementKinds = Weighted([
    ("BB", 170), ("NP", 270), ("HOS", 110), ("LEA", 250), ("LA", 170), ("OTH", 30),
  ])
}

extension LifeCourse {
  /// The court case that led to a disposal: before magistrates, and for some in the Crown Court.
  func goToCourt(for disposal: String, on sentenced: Int, length: Int?, offence: Int) {
    guard disposal != "CAUT", courtCases < 8 else { return }
    var random = random(40 + UInt64(courtCases))
    let reference = number * 32 + courtCases * 4
    courtCases += 1
    // Most fines come from the Single Justice Procedure, which the extract does not have.
    if disposal == "FINE", random.chance(790) { return }
    let goesUp = random.chance(
      length.map { Self.sentToCrown[$0] }
        ?? (disposal == "SSO" ? 330 : disposal == "CO" ? 90 : 5))
    let sent = goesUp ? sentenced - random.early(30...420) : sentenced
    let hearing = sent - random.early(0...120)
    var result = CaseResult(
      offence: offence, outcome: "CONV", disposal: disposal, hearing: hearing, completed: sent)
    if goesUp { (result.outcome, result.disposal) = ("COMMIT", "") }
    writeMagistrates(result, reference: reference, &random)
    if goesUp {
      result = CaseResult(
        offence: offence, outcome: "CONV", disposal: disposal, hearing: sent,
        completed: sentenced)
      writeCrown(result, reference: reference, &random)
    }
    // Some cases of other days end without a conviction.
    if random.chance(80) {
      let day = sentenced - random.within(200...900)
      result = CaseResult(
        offence: random.choose(OffenceGroups.choice),
        outcome: random.chance(550) ? "DISC" : "ACQ", disposal: "", hearing: day - 60,
        completed: day)
      writeMagistrates(result, reference: reference + 2, &random)
    }
  }

  private struct CaseResult {
    var offence: Int
    var outcome: String
    var disposal: String
    var hearing: Int
    var completed: Int
  }

  private func writeMagistrates(
    _ result: CaseResult, reference: Int, _ random: inout RandomStream
  ) {
    guard isOnOldSystem(result.completed, &random) else { return }
    let plea = plea(&random)
    // Now and then one case has the defendant twice, under two ids.
    for copy in 0...(random.chance(14) ? 1 : 0) {
      let file = records[.magistratesCases]
      file.field(
        copy == 1
          ? sources.secondId(.magistrates)
          : sources.id(.magistrates, variant: result.completed))
      file.field(permutations.cases.place(of: reference))
      file.field(day: random.chance(3) ? result.completed + 8 : result.hearing)
      file.field(day: result.completed)
      // The offence with the most serious disposal stands for the case.
      file.field(random.chance(6) ? "" : OffenceGroups.codes[result.offence])
      file.field(plea)
      file.field(result.outcome)
      file.field(result.disposal)
      writeCourtAge(result.completed, to: file, &random)
      file.endRow()
    }
  }

  private func writeCrown(_ result: CaseResult, reference: Int, _ random: inout RandomStream) {
    guard isOnOldSystem(result.completed, &random) else { return }
    let id = sources.id(.crown, variant: result.completed)
    let file = records[.crownCases]
    file.field(id)
    file.field(permutations.cases.place(of: reference + 1))
    file.field(day: result.hearing)
    file.field(day: result.completed)
    file.field(random.chance(740) ? "T" : random.chance(930) ? "S" : "A")
    file.field(plea(&random))
    file.field(result.outcome)
    file.field(result.disposal)
    writeCourtAge(result.completed, to: file, &random)
    file.endRow()
    writeJourney(reference: reference, &random)
    var offences = [result.offence]
    while offences.count < 4, random.chance(330) {
      let other = random.choose(OffenceGroups.choice)
      if !offences.contains(other) { offences.append(other) }
    }
    for offence in offences {
      let file = records[.crownOffences]
      file.field(id)
      file.field(day: result.hearing)
      file.field(OffenceGroups.codes[offence])
      file.endRow()
    }
  }

  /// The two cases as one; a few are not found.
  private func writeJourney(reference: Int, _ random: inout RandomStream) {
    guard !random.chance(40) else { return }
    let file = records.courtJourneys
    file.field("0.\(99 - random.early(0...19))")
    file.field(permutations.cases.place(of: reference))
    file.field("")
    file.field(permutations.cases.place(of: reference + 1))
    file.endRow()
  }

  /// Cases moved to the Common Platform court by court from mid-2021; the extracts do not have
  /// them.
  private func isOnOldSystem(_ day: Int, _ random: inout RandomStream) -> Bool {
    let sinceMove = max(0, day - Self.commonPlatform)
    guard random.chance(max(240, 1000 - sinceMove * 4 / 5)) else { return false }
    return day >= SamplePeriod.days.lowerBound && day <= lastDay
  }

  /// Free text at the counter: any two digits now and then.
  private func writeCourtAge(_ day: Int, to file: BufferedFile, _ random: inout RandomStream) {
    if random.chance(8) {
      file.field(random.below(100))
    } else {
      writeAge(day, to: file, &random)
    }
  }

  private func plea(_ random: inout RandomStream) -> String {
    random.choose(Weighted([("G", 680), ("NG", 240), ("N", 80)]))
  }

  /// Cases of families and of money and homes.
  func liveThroughOtherCourts() {
    var random = random(32)
    let familyDay = random.within(SamplePeriod.days.lowerBound...Self.familyEnd)
    if random.chance(person.sex == .female ? 60 + person.health / 2 : 35 + person.health / 3),
      familyDay <= lastDay
    {
      let file = records[.familyCases]
      file.field(sources.id(.family))
      file.field(day: familyDay)
      file.field(random.choose(Self.familyTypes))
      file.field(random.chance(460) ? "APP" : "RESP")
      file.endRow()
    }
    let civilDay = random.within(SamplePeriod.days.lowerBound...Self.civilEnd)
    if random.chance(20 + person.housing * 3 / 2), civilDay <= lastDay {
      let file = records[.civilCases]
      file.field(sources.id(.civil))
      file.field(day: civilDay)
      file.field(random.chance(person.housing * 6) ? "POSL" : random.choose(Self.civilTypes))
      file.field(random.choose(Self.civilStages))
      file.endRow()
    }
  }

  private static let commonPlatform = 18_809  // 1 July 2021
  private static let familyEnd = 18_658  // 31 January 2021
  private static let civilEnd = 19_023  // 31 January 2022
  private static let sentToCrown = [40, 180, 700, 850, 970, 1000, 1000, 1000]
  private static let familyTypes = Weighted([
    ("PRIV", 480), ("PUB", 190), ("DIV", 190), ("DV", 120), ("ADOP", 20),
  ])
  private static let civilTypes = Weighted([
    ("SPEC", 800), ("UNSP", 70), ("POSM", 60), ("RET", 70),
  ])
  private static let civilStages = Weighted([
    ("CLAIM", 330), ("DEF", 60), ("JUDG", 430), ("WARR", 180),
  ])
}

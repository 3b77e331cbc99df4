extension LifeCourse {
  /// Up to five times in custody: reception, courses, release, home, work, and what came after.
  func liveThroughCustody() {
    var random = random(5)
    var previous = random.choose(PreviousOffences.choice(offending: person.offending))
    var length = random.choose(Self.firstLengths)
    var reception = SamplePeriod.days.lowerBound - 700 + random.below(2400)
    for journey in 0..<5 {
      let served = random.within(Self.daysServed[length])
      if journey == 0, reception + served < SamplePeriod.days.lowerBound {
        reception = SamplePeriod.days.lowerBound - served + random.below(1900)
      }
      // A conviction can come too late in the period for the sentence to begin.
      guard reception <= lastDay else { return }
      let release = reception + served
      let id = sources.id(.prison, variant: journey)
      custody.append(
        CustodySpell(reception: reception, release: end(release), length: length))
      let sentenced = writeSpells(id, from: reception, to: release, &random)
      if random.chance(length == 0 ? 330 : 620) {
        writeAssessment(on: sentenced + random.early(3...50), setting: "PRIS")
      }
      let skills = writeCourses(id, from: reception, to: min(release, lastDay), &random)
      guard release <= lastDay else { return }
      let life = writeRelease(
        CustodyEnd(
          id: id, reception: reception, sentenced: sentenced, release: release, length: length,
          previous: previous, skills: skills), &random)
      disposalDays.append(release)
      guard let conviction = reoffend(after: release, life: life, &random) else { return }
      previous = min(previous + 1, PreviousOffences.codes.count - 1)
      guard random.chance(470) else { return }
      length = random.choose(Self.laterLengths)
      reception = conviction + random.below(20)
    }
  }

  /// What bears on reoffending after a release.
  struct Circumstances {
    var risk: Int
    var offence: Int
  }

  /// What is known on the day of a release.
  private struct CustodyEnd {
    var id: Int
    var reception: Int
    var sentenced: Int
    var release: Int
    var length: Int
    var previous: Int
    /// Courses in skills and work that were completed.
    var skills: Int
  }

  /// The spells of one journey: for some on remand, then under sentence. Returns the day of the
  /// sentence.
  private func writeSpells(
    _ id: Int, from reception: Int, to release: Int, _ random: inout RandomStream
  ) -> Int {
    var sentenced = reception
    if random.chance(340) {
      sentenced = min(reception + random.early(7...200), (reception + release) / 2)
      writeSpell(id, from: reception, to: sentenced, reason: "R", &random)
    }
    // Now and then a spell begins before the last one is over.
    let start = sentenced == reception || random.chance(6) ? sentenced : sentenced + 1
    writeSpell(id, from: start, to: release, reason: "S", &random)
    return sentenced
  }

  private func writeSpell(
    _ id: Int, from day: Int, to last: Int, reason: String, _ random: inout RandomStream
  ) {
    // Few spells that began before the period are in the extract.
    guard day <= lastDay, day >= SamplePeriod.days.lowerBound || random.chance(30) else { return }
    let file = records[.receptions]
    file.field(id)
    file.field(day: day)
    file.field(day: end(last))
    file.field(reason)
    writeAge(day, to: file, &random)
    file.endRow()
  }

  /// Courses in custody; returns how many in skills and work were completed.
  private func writeCourses(
    _ id: Int, from reception: Int, to last: Int, _ random: inout RandomStream
  ) -> Int {
    guard last - reception > 60, random.chance(620) else { return 0 }
    var skills = 0
    for _ in 0...random.below(2) {
      let start = reception + 14 + random.below(max(1, last - reception - 40))
      guard start >= SamplePeriod.days.lowerBound else { continue }
      let isCompleted = random.chance(640)
      let end = start + 14 + random.below(90)
      let file = records[.courses]
      file.field(id)
      file.field(day: start)
      // Some ends are written before the start.
      file.field(day: random.chance(5) ? start - 3 : end <= last ? end : nil)
      let course = random.choose(Self.courses)
      file.field(course)
      file.field(end <= last && isCompleted ? "true" : "false")
      file.endRow()
      if end <= last, isCompleted, ["EM", "VT", "ESK"].contains(course) { skills += 1 }
    }
    return skills
  }

  private func writeRelease(
    _ end: CustodyEnd, _ random: inout RandomStream
  ) -> Circumstances {
    let (id, release, length) = (end.id, end.release, end.length)
    let offence = random.choose(OffenceGroups.choice)
    let age = person.age(on: release)
    let home = writeAccommodation(id, after: release, &random)
    let file = records[.releases]
    for _ in 0...(random.chance(3) ? 1 : 0) {
      file.field(id)
      file.field(day: random.chance(3) ? release + 9 : random.chance(6) ? nil : end.reception)
      file.field(day: release)
      writeAge(release, to: file, &random)
      file.field(random.chance(12) ? "99" : OffenceGroups.codes[offence])
      file.field(random.chance(15) ? "" : String(length + 1))
      file.field(PreviousOffences.codes[end.previous])
      file.field(random.chance(90) ? "M" : random.chance(person.housing * 10 - 80) ? "Y" : "N")
      file.field(random.chance(90) ? "M" : random.chance(person.substance * 10) ? "Y" : "N")
      file.field(length < 7 && random.chance(960) ? "true" : "false")
      // Sentences of less than two years have supervision after the licence.
      file.field(length < 3 && random.chance(970) ? "true" : "false")
      file.field(childrenIdentified)
      file.field(home.firstNight)
      file.field(home.threeMonths)
      file.endRow()
    }
    writeDisposal(
      "CUST", on: release, length: length, offence: offence, previous: end.previous, &random)
    goToCourt(for: "CUST", on: end.sentenced, length: length, offence: offence)
    var risk = Self.risks[length] + PreviousOffences.risk(end.previous) + Self.ageRisk(age)
    risk += (person.substance - 60) * 2
    risk += home.risk
    risk += writeWork(after: release, skills: end.skills, &random)
    if random.chance(person.substance * 5) {
      risk +=
        enterTreatment(
          from: release + random.early(3...90), source: "PRIS", &random) ? -110 : 30
    }
    if length > 0, random.chance(risk / 3 + 40) {
      let recall = release + random.early(7...300)
      if recall <= lastDay {
        let recalls = records[.recalls]
        recalls.field(id)
        recalls.field(day: recall)
        recalls.field(random.choose(Self.recallReasons))
        recalls.endRow()
        let back = recall + (random.chance(640) ? 28 : random.early(29...300))
        writeSpell(id, from: recall, to: back, reason: "C", &random)
      }
    }
    return Circumstances(risk: risk, offence: offence)
  }

  /// The checks on the first night and at three months; returns what they say, and what the
  /// home adds to the risk.
  private func writeAccommodation(
    _ id: Int, after release: Int, _ random: inout RandomStream
  ) -> (firstNight: String, threeMonths: String, risk: Int) {
    let isHomeless = random.chance(person.housing * 4 - 90)
    let first =
      isHomeless
      ? (random.chance(420) ? "5" : "4")
      : random.choose(Weighted([("1", 686), ("2", 180), ("3", 134)]))
    let firstNight = random.chance(80) ? "9" : first
    writeCheck(id, "N", status: firstNight, on: release, random.chance(8))
    if isHomeless, releasesWithoutHome.count < 2 { releasesWithoutHome.append(release) }
    let isSettled = random.chance((isHomeless ? 497 : 906) - person.housing * 2)
    let later =
      isSettled ? "1" : random.choose(Weighted([("2", 45), ("3", 10), ("4", 30), ("5", 15)]))
    let check = release + 85 + random.below(12)
    var threeMonths = ""
    if check <= lastDay, random.chance(940) {
      threeMonths = random.chance(40) ? "9" : later
      writeCheck(id, "3", status: threeMonths, on: check, false)
    }
    return (firstNight, threeMonths, (isHomeless ? 90 : -10) + (isSettled ? -45 : 60))
  }

  private func writeCheck(_ id: Int, _ check: String, status: String, on day: Int, _ isBefore: Bool)
  {
    let file = records[.accommodation]
    file.field(id)
    file.field(day: isBefore ? day - 1 : day)
    file.field(check)
    file.field(status)
    file.endRow()
  }

  /// Benefit claims and jobs in the year after, and pay in the sixth month; returns what they add
  /// to the risk.
  private func writeWork(
    after release: Int, skills: Int, _ random: inout RandomStream
  ) -> Int {
    var risk = 0
    if random.chance(640) { writeWork("B", on: release + random.early(0...60)) }
    var isInWork = random.chance(max(20, 30 - person.housing / 5))
    if random.chance(390 - person.housing * 2 + skills * 45) {
      let start = release + random.early(7...300)
      writeWork("J", on: start)
      isInWork = start < release + 182 && random.chance(690)
      risk = -70
    }
    let pay = release + 183
    if isInWork, pay <= lastDay {
      let file = records[.earnings]
      file.field(sources.id(.hmrc))
      file.field(day: pay)
      file.field(random.choose(Weighted([("1", 300), ("2", 450), ("3", 250)])))
      file.endRow()
    }
    return risk
  }

  func writeWork(_ kind: String, on day: Int) {
    guard day <= lastDay, day >= SamplePeriod.days.lowerBound else { return }
    let file = records[.work]
    file.field(sources.id(.dwp))
    file.field(day: day)
    file.field(kind)
    file.endRow()
  }

  static func ageRisk(_ age: Int) -> Int {
    switch age {
    case ..<21: 70
    case ..<25: 40
    case ..<30: 20
    case ..<40: 0
    case ..<50: -40
    default: -110
    }
  }

  // Per thousand by length of sentence; the rest of the risk is about even over everyone.
  private static let risks = [708, 580, 350, 235, 160, 105, 70, 60]
  private static let daysServed = [
    10...90, 90...180, 180...360, 360...720, 720...1500, 1500...2400, 1300...2400, 1800...2400,
  ]
  private static let firstLengths = Weighted([
    (0, 330), (1, 110), (2, 170), (3, 190), (4, 150), (5, 30), (6, 10), (7, 10),
  ])
  private static let laterLengths = Weighted([(0, 620), (1, 150), (2, 130), (3, 80), (4, 20)])
  private static let courses = Weighted([
    ("EM", 250), ("VT", 250), ("ESK", 260), ("THK", 140), ("SUB", 60), ("REL", 40),
  ])
  private static let recallReasons = Weighted([
    ("NC", 450), ("CH", 330), ("TOUCH", 150), ("OTH", 70),
  ])
}

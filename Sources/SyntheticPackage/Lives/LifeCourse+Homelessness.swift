extension LifeCourse {
  /// Applications for help with housing, the duties owed, and how they ended. Some come back: those
  /// whose housing is unsettled, and the more so the more often they have been there.
  func liveThroughHomelessness() {
    var random = random(9)
    var releases = releasesWithoutHome.filter { _ in random.chance(620) }
    var release = releases.isEmpty ? nil : releases.removeFirst()
    var assessment =
      release.map { $0 + random.early(0...60) } ?? random.within(SamplePeriod.days)
    var securedBefore = false
    var unsecured: Int?
    for application in 0..<5 {
      guard assessment <= lastDay else { break }
      let household = housingCase(
        on: assessment, number: application, release: release, again: securedBefore, &random)
      let course = writeApplication(household, &random)
      securedBefore = course.isSecured
      if !course.isSecured { unsecured = unsecured ?? course.last }
      release = releases.first { $0 > course.last }
      if let next = release, random.chance(560) {
        releases.removeAll { $0 <= next }
        assessment = next + random.early(0...60)
        continue
      }
      release = nil
      let isTreated = treatment.contains { $0.contains(course.last) }
      let again =
        (course.isSecured ? 0 : 60) + max(20, person.housing * 6 - 180) + application * 80
        - (isTreated ? 90 : 0)
      guard random.chance(min(again, 860)) else { break }
      assessment = course.last + 25 + random.early(0...700)
    }
    liveOnTheStreets(after: unsecured)
  }

  /// How a case went: its last day so far, and whether it ended with a home.
  struct HousingCourse {
    var last: Int
    var isSecured: Bool
  }

  private func housingCase(
    on day: Int, number application: Int, release: Int?, again: Bool,
    _ random: inout RandomStream
  ) -> HousingCase {
    var adults = [(life: self, id: sources.id(.housing, variant: application))]
    if let partner, partner.lastDay >= day, release == nil, random.chance(880) {
      adults.append((partner, partner.sources.id(.housing)))
      partner.isInPartnersCase = true
    }
    let isWithChildren = random.chance(person.sex == .female || adults.count > 1 ? 900 : 230)
    return HousingCase(
      reference: permutations.households.place(of: number * 8 + application), adults: adults,
      children: isWithChildren && release == nil ? householdChildren(on: day) : [],
      assessment: day, release: release, again: again, isWelsh: person.isWelsh,
      earlier: application)
  }

  private func writeApplication(
    _ household: HousingCase, _ random: inout RandomStream
  ) -> HousingCourse {
    let day = household.assessment
    let fromPrison = household.release != nil
    let outcome = assess(household, &random)
    let reason =
      fromPrison && random.chance(900) ? "9" : Self.reason(outcome, household.isWelsh, &random)
    let approach = day - random.early(0...14)
    let approached = random.chance(5) ? day + 4 : random.chance(20) ? nil : approach
    // A year of entry ten years back: an error of typing.
    let assessed = random.chance(1) ? day - 3650 : day
    let tenure =
      fromPrison
      ? "INST" : random.chance(person.housing * 3 - 110) ? "NFA" : random.choose(Self.tenures)
    let area = random.chance(930) ? person.area : Areas.elsewhere(in: person.region, &random)
    let source = source(household, &random)
    let deprivation = household.isWelsh ? 0 : person.deprivation
    household.write(on: day, to: records[.applications]) { file in
      file.field(household.isWelsh ? HousingLaw.wales : HousingLaw.england)
      file.field(day: approached)
      file.field(day: assessed)
      file.field(outcome)
      file.field(reason)
      file.field(tenure)
      file.field(household.household)
      file.field(area)
      writeAge(day, to: file, &random)
      file.field(source)
      // The English index has no Welsh areas, and the extract writes 0 for what is missing.
      file.field(random.chance(15) ? "" : String(deprivation))
    }
    writeHousehold(household)
    let needs = writeSupportNeeds(household, &random)
    let review = writeReview(household, outcome: outcome, &random)
    guard outcome == "P" || outcome == "R" else {
      return HousingCourse(last: max(day + 30, review ?? 0), isSecured: false)
    }
    return liveThroughDuties(
      household, isPrevention: outcome == "P", needs: needs, &random)
  }

  /// Threatened or homeless already: the more unsettled, the likelier the second.
  private func assess(_ household: HousingCase, _ random: inout RandomStream) -> String {
    if random.chance(92) { return random.choose(Self.noDuty) }
    if household.release != nil { return random.chance(100) ? "P" : "R" }
    let threatened = 458 + (66 - person.housing) * 6 + (household.hasChildren ? 60 : -22)
    return random.chance(threatened) ? "P" : "R"
  }

  private static func reason(
    _ outcome: String, _ isWelsh: Bool, _ random: inout RandomStream
  ) -> String {
    let reason = random.choose(outcome == "P" ? reasonsIfThreatened : reasonsIfHomeless)
    // Assured shorthold tenancies are no category of the Welsh returns.
    return isWelsh && (reason == "2" || reason == "3") ? "14" : reason
  }

  private func source(_ household: HousingCase, _ random: inout RandomStream) -> String {
    if household.release != nil { return random.chance(640) ? "PRIS" : "PROB" }
    if treatment.contains(where: { $0.contains(household.assessment) }), random.chance(120) {
      return "TREAT"
    }
    return random.choose(Self.sourcesOfCases)
  }

  /// Who is in the household: adults and children, each with an id.
  private func writeHousehold(_ household: HousingCase) {
    let file = records[.householdPeople]
    let day = household.assessment
    for (position, adult) in household.adults.enumerated() {
      file.field(adult.id)
      file.field(household.reference)
      file.field(day: day)
      file.field(position == 0 ? "MAIN" : "PART")
      file.field(adult.life.person.age(on: day))
      file.endRow()
    }
    for child in household.children {
      file.field(child.id)
      file.field(household.reference)
      file.field(day: day)
      file.field("CHILD")
      file.field(max(0, 1970 + day * 400 / 146_097 - child.birthYear))
      file.endRow()
    }
  }

  /// Writes the support needs; returns how many there are.
  private func writeSupportNeeds(
    _ household: HousingCase, _ random: inout RandomStream
  ) -> [String] {
    let day = household.assessment
    let age = person.age(on: day)
    let chances: [(String, Int)] = [
      ("MH", person.health * 5 - 20), ("PH", person.health * 2 + age), ("DA", 110),
      ("DRUG", person.substance * 4 - 130), ("ALC", person.substance * 3 - 90),
      ("OFF", household.release != nil ? 850 : person.offending * 3 - 110),
      ("REP", household.earlier > 0 ? 520 : person.housing * 2 - 100),
      ("RS", person.housing * 4 - 190), ("LD", 50), ("YP", age < 26 ? 420 : 0),
      ("CARE", age < 30 ? 90 : 12), ("EET", 60), ("ABU", 35), ("HMF", 12),
      ("OLD", age > 60 ? 300 : 0), ("ASY", 22), ("MS", 6),
    ]
    let needs = chances.filter { random.chance($0.1) }.map(\.0)
    for need in needs {
      household.write(on: day, to: records[.supportNeeds]) { file in
        file.field(day: day)
        file.field(need)
      }
    }
    return needs
  }

  /// A review of the decision, now and then; returns the day it was decided.
  private func writeReview(
    _ household: HousingCase, outcome: String, _ random: inout RandomStream
  ) -> Int? {
    let isOwed = outcome == "P" || outcome == "R"
    guard random.chance(isOwed ? 14 : 130) else { return nil }
    let asked = household.assessment + random.within(2...21)
    guard asked <= lastDay else { return nil }
    let decided = asked + random.within(14...70)
    let isDecided = decided <= lastDay
    let result = random.choose(Self.reviewResults)
    let matter = isOwed ? random.choose(Self.mattersIfOwed) : "ELIG"
    household.write(on: asked, to: records[.reviews]) { file in
      file.field(day: asked)
      file.field(day: isDecided ? decided : nil)
      file.field(matter)
      file.field(isDecided ? result : "")
    }
    return isDecided ? decided : asked
  }

  private static let noDuty = Weighted([("N", 62), ("W", 22), ("I", 16)])
  private static let reasonsIfThreatened = Weighted([
    ("1", 230), ("2", 404), ("3", 45), ("4", 60), ("5", 60), ("6", 55), ("7", 15), ("8", 40),
    ("10", 25), ("11", 15), ("12", 5), ("13", 50),
  ])
  private static let reasonsIfHomeless = Weighted([
    ("1", 290), ("2", 100), ("3", 40), ("4", 30), ("5", 170), ("6", 80), ("7", 40), ("8", 60),
    ("9", 15), ("10", 60), ("11", 8), ("12", 7), ("13", 100),
  ])
  private static let tenures = Weighted([
    ("PRS", 280), ("FF", 330), ("SRL", 70), ("SRP", 70), ("SUP", 70), ("OO", 20), ("SO", 5),
    ("INST", 35), ("NFA", 60), ("NK", 60),
  ])
  private static let sourcesOfCases = Weighted([
    ("SELF", 830), ("HOSP", 35), ("SOC", 60), ("OTH", 75),
  ])
  private static let reviewResults = Weighted([("UP", 640), ("OVER", 210), ("WD", 150)])
  private static let mattersIfOwed = Weighted([("END", 480), ("SUIT", 360), ("PRIO", 160)])
}

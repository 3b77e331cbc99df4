extension LifeCourse {
  /// What is kept of a treatment journey for the records of a death.
  struct WrittenJourney {
    var start: Int
    var last: Int?
    var substance: String
    var ending: String
    var consent: Bool
  }

  /// Death registrations and the Homicide Index cover the whole country. Most people in them were
  /// never in prison, probation or treatment: for those this is all there is. Returns whether the
  /// person is one of them.
  func liveInRegistersOnly() -> Bool {
    var random = random(30)
    let day = random.within(SamplePeriod.days)
    switch random.below(100_000) {
    case ..<Self.suicidesAlone: writeDeath("SUIC", on: day, &random)
    case ..<(Self.suicidesAlone + Self.victimsAlone):
      writeDeath("HOM", on: day, &random)
      writeHomicide("V", on: day, &random)
    case ..<(Self.suicidesAlone + Self.victimsAlone + Self.suspectsAlone):
      writeHomicide("S", on: day, &random)
    default:
      return false
    }
    return true
  }

  /// The registration of a death, and what treatment services had written last.
  func writeDeath(on day: Int) {
    var random = random(3)
    let journey = journeys.last { $0.start <= day }
    let isInContact = journey.map { ($0.last ?? day) > day - 365 } ?? false
    let cause: String
    if random.chance(person.substance * (isInContact ? 4 : 2)) {
      cause = "DRUG"
    } else if random.chance(person.health + (isInContact ? 165 : 0)) {
      cause = "SUIC"
    } else if random.chance(person.offending * 4 / 5) {
      cause = "HOM"
    } else {
      cause = random.chance(8) ? "" : "OTH"
    }
    writeDeath(cause, on: day, &random)
    if cause == "HOM" { writeHomicide("V", on: day, &random) }
    if let journey {
      let contact = max(journey.start, (journey.last ?? day) - random.early(0...30))
      let file = records[.lastContacts]
      file.field(sources.id(.treatment, variant: journey.start))
      file.field(journey.consent ? "true" : "false")
      file.field(day: contact)
      file.field(journey.substance)
      file.field(journey.ending)
      file.endRow()
    }
  }

  /// Few are ever suspected of a homicide; more of those with much offending behind them.
  func writeSuspicion() {
    var random = random(34)
    guard random.chance(person.offending / 20), random.chance(560) else { return }
    let day = random.within(SamplePeriod.days)
    if day <= lastDay { writeHomicide("S", on: day, &random) }
  }

  private func writeDeath(_ cause: String, on day: Int, _ random: inout RandomStream) {
    let file = records[.deaths]
    file.field(sources.id(.deaths))
    file.field(day: day)
    file.field(cause)
    file.field(person.sex == .female ? "F" : "M")
    writeAge(day, to: file, &random)
    file.field(Areas.regions[person.region].code)
    file.endRow()
  }

  private func writeHomicide(_ role: String, on day: Int, _ random: inout RandomStream) {
    let file = records[.homicideIndex]
    file.field(sources.id(.homicide))
    file.field(day: day)
    file.field(role)
    file.field(random.chance(5) ? "N" : person.sex == .female ? "F" : "M")
    writeAge(day, to: file, &random)
    file.endRow()
  }

  // In 100,000 persons of the package.
  private static let suicidesAlone = 305
  private static let victimsAlone = 310
  private static let suspectsAlone = 115
}

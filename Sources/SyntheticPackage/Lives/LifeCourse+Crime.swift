extension LifeCourse {
  /// Crimes against this person that were recorded, and how far each case went.
  func liveThroughCrime() {
    var random = random(10)
    var day = random.within(SamplePeriod.days)
    for crime in 0..<4 {
      guard day <= lastDay || crime == 0 else { return }
      writeCrime(min(day, lastDay), number: crime, &random)
      guard random.chance(110 + person.housing * 2) else { return }
      day += 20 + random.early(0...900)
    }
  }

  /// How crimes of one type go, per thousand.
  struct CrimeType: Sendable {
    var code: String
    var suspect: Int
    /// The victim is not supported to continue before the police decide.
    var withdrawal: Int
    var charge: Int
    var support: Int
  }

  private func writeCrime(_ recorded: Int, number: Int, _ random: inout RandomStream) {
    let id = sources.id(.police, variant: number)
    let type = random.choose(Self.types)
    let contact = writeSupport(type, after: recorded, &random)
    let wait = random.early(3...300)
    let hasSuspect = random.chance(type.suspect)
    // Attrition grows with the time waited, and falls where support came early.
    var withdrawal = type.withdrawal * (640 + wait * 4) / 1000
    if let contact, contact < recorded + wait { withdrawal = withdrawal * 7 / 10 }
    let suspect = recorded + random.early(0...max(1, wait / 2))
    var decided = recorded + wait
    var outcome: String
    if random.chance(withdrawal) {
      outcome = hasSuspect ? "16" : "14"
    } else if !hasSuspect {
      outcome = "18"
    } else if random.chance(type.charge) {
      let referral = recorded + wait * 6 / 10
      (outcome, decided) = prosecute(referral, &random)
    } else {
      outcome = random.choose(Self.otherOutcomes)
    }
    let isDecided = decided <= SamplePeriod.days.upperBound
    let file = records[.crimes]
    file.field(id)
    let incident = recorded - (random.chance(130) ? random.early(10...2500) : random.early(0...5))
    file.field(day: random.chance(4) ? recorded + 2 : random.chance(15) ? nil : incident)
    file.field(day: recorded)
    file.field(type.code)
    file.field(random.chance(920) ? person.area : Areas.rest(of: Areas.regions[person.region]))
    writeAge(recorded, to: file, &random)
    file.field(random.choose(Self.channels))
    let isKnown = hasSuspect && suspect <= SamplePeriod.days.upperBound
    file.field(day: isKnown ? (random.chance(3) ? recorded - 4 : suspect) : nil)
    file.field(day: isDecided ? decided : nil)
    file.field(isDecided ? (random.chance(3) ? "23" : outcome) : "0")
    file.endRow()
  }

  /// Contact with a support service; returns its day, where there was one.
  private func writeSupport(
    _ type: CrimeType, after recorded: Int, _ random: inout RandomStream
  ) -> Int? {
    guard random.chance(type.support) else { return nil }
    let referral = recorded + random.early(0...14)
    let contact = referral + random.early(1...70)
    guard contact <= lastDay else { return nil }
    writeContact(
      type.code.utf8.first == 0x32
        ? "ISVA" : type.code == "1D" ? "IDVA" : random.chance(850) ? "GEN" : "RJ",
      referral: random.chance(4) ? contact + 3 : referral, contact: contact, &random)
    return contact
  }

  private func writeContact(
    _ service: String, referral: Int, contact: Int, _ random: inout RandomStream
  ) {
    let file = records[.supportContacts]
    file.field(sources.id(.services, variant: contact))
    file.field(day: random.chance(20) ? nil : referral)
    file.field(day: contact)
    file.field(service)
    file.endRow()
  }

  /// The case before the CPS and the courts; returns the police outcome and its day.
  private func prosecute(_ referral: Int, _ random: inout RandomStream) -> (String, Int) {
    let end = SamplePeriod.days.upperBound
    guard referral <= end else { return ("0", end + 1) }
    let wait = random.early(1...210)
    let decided = referral + wait
    var decision = "CH"
    if random.chance(100 + wait) {
      decision = "VNS"
    } else if random.chance(210) {
      decision = random.chance(700) ? "NFAE" : "NFAP"
    }
    let isDecided = decided <= end
    let file = records[.prosecutions]
    file.field(sources.id(.cps))
    file.field(day: referral)
    file.field(day: isDecided ? (random.chance(4) ? referral - 1 : decided) : nil)
    file.field(isDecided ? decision : "")
    file.endRow()
    switch decision {
    case "CH":
      writeCourtCase(after: decided, &random)
      return (random.chance(970) ? "1" : "1A", decided)
    case "VNS": return ("16", decided)
    case "NFAE": return ("15", decided)
    default: return ("9", decided)
    }
  }

  private func writeCourtCase(after charge: Int, _ random: inout RandomStream) {
    let end = SamplePeriod.days.upperBound
    let hearing = charge + random.within(14...70)
    guard hearing <= end else { return }
    let goesToTrial = random.chance(520)
    let wait = goesToTrial ? random.within(60...620) : random.within(0...90)
    let listed = hearing + wait / 2 + 1
    let completed = hearing + wait
    var outcome = "CONV_PLEA"
    var ended = ""
    // After a year of waiting, victims are less often supported to the end.
    if goesToTrial, random.chance(wait > 365 ? 130 : 30) {
      outcome = "DISC"
      ended = "VA"
    } else if goesToTrial {
      outcome = random.choose(Self.trialOutcomes)
      ended = outcome == "DISC" ? "OR" : ""
    }
    let isOver = completed <= end
    let file = records[.courtCases]
    file.field(sources.id(.courts))
    file.field(day: hearing)
    file.field(
      day: goesToTrial && listed <= end ? (random.chance(5) ? hearing - 9 : listed) : nil)
    file.field(day: isOver ? completed : nil)
    file.field(isOver ? outcome : "OPEN")
    file.field(isOver ? ended : "")
    file.endRow()
    if isOver, outcome.hasPrefix("CONV"), random.chance(300) {
      let contact = completed + random.early(10...90)
      if contact <= lastDay {
        writeContact("VCS", referral: completed, contact: contact, &random)
      }
    }
  }

  private static let types = Weighted<CrimeType>([
    (CrimeType(code: "1A", suspect: 760, withdrawal: 470, charge: 511, support: 300), 130),
    (CrimeType(code: "1B", suspect: 720, withdrawal: 450, charge: 294, support: 240), 150),
    (CrimeType(code: "1C", suspect: 740, withdrawal: 420, charge: 248, support: 330), 90),
    (CrimeType(code: "1D", suspect: 900, withdrawal: 520, charge: 449, support: 520), 60),
    (CrimeType(code: "2A", suspect: 800, withdrawal: 440, charge: 201, support: 640), 18),
    (CrimeType(code: "2B", suspect: 700, withdrawal: 310, charge: 232, support: 560), 27),
    (CrimeType(code: "3A", suspect: 330, withdrawal: 210, charge: 573, support: 260), 25),
    (CrimeType(code: "4A", suspect: 120, withdrawal: 50, charge: 651, support: 170), 90),
    (CrimeType(code: "4B", suspect: 70, withdrawal: 60, charge: 465, support: 60), 110),
    (CrimeType(code: "4C", suspect: 160, withdrawal: 110, charge: 434, support: 80), 150),
    (CrimeType(code: "5A", suspect: 260, withdrawal: 180, charge: 325, support: 90), 100),
    (CrimeType(code: "8A", suspect: 560, withdrawal: 260, charge: 232, support: 100), 50),
  ])
  private static let otherOutcomes = Weighted([
    ("15", 330), ("3", 60), ("8", 130), ("10", 50), ("20", 30), ("21", 40), ("22", 30),
    ("12", 10), ("17", 20), ("5", 10),
  ])
  private static let trialOutcomes = Weighted([
    ("CONV_PLEA", 330), ("CONV_TRIAL", 330), ("ACQ", 240), ("DISC", 60), ("STAYED", 20),
    ("WITHDRAWN", 20),
  ])
  private static let channels = Weighted([
    ("PHONE", 520), ("ONLINE", 210), ("DESK", 70), ("OFFICER", 130), ("THIRD", 70),
  ])
}

extension LifeCourse {
  /// Crimes against this person that were recorded, and how far each case went.
  func liveThroughCrime() {
    var random = random(10)
    var day = random.within(SamplePeriod.days)
    for number in 0..<4 {
      guard day <= lastDay || number == 0 else { return }
      writeCrime(min(day, lastDay), number: number, &random)
      guard random.chance(110 + person.housing * 2) else { return }
      day += 20 + random.early(0...900)
    }
  }

  private func writeCrime(_ recorded: Int, number: Int, _ random: inout RandomStream) {
    let crime = recordedCrime(on: recorded, number: number, &random)
    let support = reachSupport(crime, &random)
    let isInformed = random.chance(620)
    let wait = random.early(3...300)
    let hasSuspect = random.chance(crime.type.suspect)
    // Attrition grows with the time waited, and falls where support came early and the victim was
    // kept informed.
    var withdrawal = crime.type.withdrawal * (542 + wait * 48 / 10) / 1000
    if let support, support < recorded + min(wait, 42) { withdrawal = withdrawal * 64 / 100 }
    withdrawal = withdrawal * (isInformed ? 92 : 113) / 100
    let suspect = recorded + random.early(0...max(1, wait / 2))
    var course = PoliceCourse(outcome: "18", decided: recorded + wait)
    if random.chance(withdrawal) {
      course.outcome = hasSuspect ? "16" : "14"
    } else if hasSuspect, random.chance(crime.type.referral) {
      course = prosecute(
        crime, referral: recorded + wait * 6 / 10, isSupported: support != nil, &random)
    } else if hasSuspect {
      course.outcome = random.choose(Self.otherOutcomes)
    }
    write(crime, course, suspect: hasSuspect ? suspect : nil, &random)
    if crime.hasRights {
      deliverEarlyRights(crime, decided: course.decided, isInformed: isInformed, &random)
    }
  }

  private func recordedCrime(
    on recorded: Int, number: Int, _ random: inout RandomStream
  ) -> RecordedCrime {
    let type = random.choose(CrimeType.choice)
    var victims = [self]
    if let partner, type.isAgainstHouseholds, partner.lastDay >= recorded, random.chance(420) {
      victims.append(partner)
    }
    let reported = recorded - random.choose(Self.daysToRecord)
    let delay = random.chance(type.isSexual ? 420 : 110) ? 10...2500 : 0...5
    return RecordedCrime(
      reference: permutations.crimes.place(of: self.number * 4 + number), type: type,
      victims: victims, number: number, incident: reported - random.early(delay),
      reported: reported, recorded: recorded, hasRights: Areas.sendsRights(person.region))
  }

  /// What the police decided, and when.
  struct PoliceCourse {
    var outcome: String
    var decided: Int
    /// The Crown Prosecution Service had the case.
    var isByCPS = false
  }

  private func write(
    _ crime: RecordedCrime, _ course: PoliceCourse, suspect: Int?, _ random: inout RandomStream
  ) {
    let recorded = crime.recorded
    let isDecided = course.decided <= SamplePeriod.days.upperBound
    let incident = random.chance(4) ? recorded + 2 : random.chance(15) ? nil : crime.incident
    let area = random.chance(940) ? person.area : Areas.elsewhere(in: person.region, &random)
    let channel = random.choose(Self.channels)
    let known = suspect.map { random.chance(3) ? recorded - 4 : $0 }
      .flatMap { $0 <= SamplePeriod.days.upperBound ? $0 : nil }
    let outcome = isDecided ? (random.chance(3) ? "23" : course.outcome) : "0"
    crime.write(.police, to: records[.crimes]) { file, victim in
      file.field(day: incident)
      file.field(day: crime.reported)
      file.field(day: recorded)
      file.field(crime.type.code)
      file.field(area)
      victim.writeAge(recorded, to: file, &random)
      file.field(channel)
      file.field(day: known)
      file.field(day: isDecided ? course.decided : nil)
      file.field(outcome)
      file.field(isDecided ? (course.isByCPS ? "CPS" : "POL") : "")
      file.field(crime.hasRights ? "true" : "false")
    }
  }

  private static let daysToRecord = Weighted([(0, 620), (1, 210), (2, 80), (3, 40), (7, 50)])
  private static let otherOutcomes = Weighted([
    ("15", 205), ("3", 60), ("8", 130), ("10", 50), ("20", 30), ("21", 40), ("22", 30),
    ("12", 10), ("17", 20), ("5", 10), ("2", 8), ("4", 4), ("6", 4), ("7", 3), ("11", 5),
    ("13", 4),
  ])
  private static let channels = Weighted([
    ("PHONE", 520), ("ONLINE", 210), ("DESK", 70), ("OFFICER", 130), ("THIRD", 70),
  ])
}

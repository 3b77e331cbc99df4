extension LifeCourse {
  /// The case before the CPS and the courts; returns the police outcome that follows, and its day.
  func prosecute(
    _ crime: RecordedCrime, referral: Int, isSupported: Bool, _ random: inout RandomStream
  ) -> PoliceCourse {
    let end = SamplePeriod.days.upperBound
    guard referral <= end else {
      return PoliceCourse(outcome: "0", decided: end + 1, isByCPS: true)
    }
    let wait = random.early(1...210)
    let decided = referral + wait
    var decision = "CH"
    if random.chance((76 + wait * 13 / 10) * (isSupported ? 80 : 106) / 100) {
      decision = "VNS"
    } else if random.chance(210) {
      decision = random.chance(700) ? "NFAE" : "NFAP"
    }
    let isDecided = decided <= end
    // A decision before the referral: an error of entry.
    let written = isDecided ? (random.chance(4) ? referral - 1 : decided) : nil
    crime.write(.cps, to: records[.prosecutions]) { file, _ in
      file.field(day: referral)
      file.field(day: written)
      file.field(isDecided ? decision : "")
    }
    switch decision {
    case "CH":
      goToCourt(crime, charge: decided, isSupported: isSupported, &random)
      return PoliceCourse(outcome: random.chance(970) ? "1" : "1A", decided: decided, isByCPS: true)
    case "VNS": return PoliceCourse(outcome: "16", decided: decided, isByCPS: true)
    case "NFAE": return PoliceCourse(outcome: "15", decided: decided, isByCPS: true)
    default: return PoliceCourse(outcome: "9", decided: decided, isByCPS: true)
    }
  }

  private func goToCourt(
    _ crime: RecordedCrime, charge: Int, isSupported: Bool, _ random: inout RandomStream
  ) {
    let end = SamplePeriod.days.upperBound
    let hearing = charge + random.within(14...70)
    guard hearing <= end else { return }
    let goesToTrial = random.chance(crime.type.isSexual ? 780 : 500)
    let postponements = goesToTrial ? random.choose(Self.postponements) : 0
    let wait =
      goesToTrial ? random.within(60...480) + postponements * 75 : random.within(0...90)
    let listed = hearing + wait / 2 + 1
    let completed = hearing + wait
    // After a year of waiting, and with each postponement, fewer are supported to the end.
    let withdrawal =
      (wait > 365 ? 38 : 14) + postponements * 11 - (isSupported ? 9 : 0)
    var outcome = "CONV_PLEA"
    var ended = ""
    if goesToTrial, random.chance(withdrawal) {
      outcome = "DISC"
      ended = random.choose(Self.endsWithoutSupport)
    } else if goesToTrial {
      outcome = random.choose(Self.trialOutcomes)
      ended = outcome == "DISC" ? "OR" : ""
    }
    let isOver = completed <= end
    let isListed = goesToTrial && listed <= end
    let needsMeasures = crime.type.isSexual || crime.type.isDomestic
    let hasMeasures = goesToTrial && random.chance(needsMeasures ? 640 : 110)
    let hasStatement = random.chance(isSupported ? 620 : 380)
    let writtenListing = isListed ? (random.chance(5) ? hearing - 9 : listed) : nil
    crime.write(.courts, to: records[.courtCases]) { file, _ in
      file.field(day: hearing)
      file.field(day: writtenListing)
      file.field(day: isOver ? completed : nil)
      file.field(isOver ? outcome : "OPEN")
      file.field(isOver ? ended : "")
      file.field(postponements)
      file.field(hasMeasures ? "true" : "false")
      file.field(hasStatement ? "true" : "false")
    }
    let scheme =
      isOver && outcome.hasPrefix("CONV") ? informAfterSentence(crime, completed, &random) : nil
    if crime.hasRights {
      deliverLateRights(
        crime, statement: hasStatement ? hearing : nil, listed: isListed ? listed : nil,
        completed: isOver ? completed : nil, scheme: scheme, &random)
    }
  }

  /// The victim contact scheme, mostly after violence and sexual offences; returns its day.
  private func informAfterSentence(
    _ crime: RecordedCrime, _ completed: Int, _ random: inout RandomStream
  ) -> Int? {
    let isServed = crime.type.code.utf8.first == 0x31 || crime.type.isSexual
    guard random.chance(isServed ? 460 : 40) else { return nil }
    let contact = completed + random.early(10...90)
    guard contact <= lastDay else { return nil }
    writeContact(crime, "VCS", referral: completed, contact: contact, &random)
    return contact
  }

  private static let postponements = Weighted([(0, 560), (1, 250), (2, 120), (3, 50), (4, 20)])
  private static let endsWithoutSupport = Weighted([("VA", 700), ("VNA", 200), ("VE", 100)])
  private static let trialOutcomes = Weighted([
    ("CONV_PLEA", 330), ("CONV_TRIAL", 330), ("ACQ", 240), ("DISC", 60), ("STAYED", 20),
    ("WITHDRAWN", 20),
  ])
}

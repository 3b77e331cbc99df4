/// The twelve offence groups of the reoffending tables.
enum OffenceGroups {
  static let codes = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]

  static let choice = Weighted([
    (0, 210), (1, 35), (2, 30), (3, 225), (4, 30), (5, 95), (6, 40), (7, 70), (8, 45), (9, 25),
    (10, 105), (11, 90),
  ])
}

/// Bands of previous offences, and what they mean for the risk of another.
enum PreviousOffences {
  static let codes = ["0", "1-2", "3-6", "7-10", "11+"]

  static func choice(offending: Int) -> Weighted<Int> {
    Weighted([
      (0, 20 + (99 - offending) * 3), (1, 20 + (99 - offending) * 2), (2, 150),
      (3, 60 + offending), (4, 20 + offending * 4),
    ])
  }

  static func risk(_ band: Int) -> Int { [-205, -95, -25, 20, 100][band] }
}

extension LifeCourse {
  /// What follows an index date: for some, offences within a year, and their convictions. Returns
  /// the day of the first conviction that a court can punish with custody.
  func reoffend(
    after index: Int, life: Circumstances, _ random: inout RandomStream
  ) -> Int? {
    guard random.chance(min(max(life.risk, 25), 930)) else {
      // Some offend later than the year that counts, or are convicted too late.
      if random.chance(70) {
        let offence = index + 370 + random.below(400)
        writeOffence(on: offence, convicted: offence + 30 + random.below(250), &random)
      }
      return nil
    }
    var count = 1
    while count < 9, random.chance(640) { count += 1 }
    var first: Int?
    for number in 0..<count {
      let offence = index + 1 + random.early(number == 0 ? 0...362 : 0...364)
      let conviction = min(offence + 14 + random.early(0...260), index + 545)
      let written = random.chance(number == 0 ? 5 : 40) ? conviction + 260 : conviction
      writeOffence(on: offence, convicted: written, &random)
      first = first ?? written
    }
    return first
  }

  private func writeOffence(on day: Int, convicted: Int, _ random: inout RandomStream) {
    guard day <= lastDay, convicted <= SamplePeriod.days.upperBound else { return }
    let file = records[.offences]
    file.field(sources.id(.pnc, variant: day))
    file.field(day: day)
    // A conviction before its offence: an error of entry.
    file.field(day: random.chance(3) ? day - 20 : convicted)
    file.field(OffenceGroups.codes[random.choose(OffenceGroups.choice)])
    file.endRow()
  }

  func writeDisposal(
    _ disposal: String, on day: Int, length: Int?, offence: Int, previous: Int,
    _ random: inout RandomStream
  ) {
    let file = records[.disposals]
    file.field(sources.id(.pnc, variant: day))
    file.field(day: day)
    file.field(disposal)
    file.field(length.map { String($0 + 1) } ?? "")
    file.field(OffenceGroups.codes[offence])
    file.field(PreviousOffences.codes[previous])
    writeAge(day, to: file, &random)
    file.field(random.chance(8) ? "N" : person.sex == .female ? "F" : "M")
    file.endRow()
  }

  /// A caution, a fine or a discharge, and what came after.
  func liveThroughOtherDisposals() {
    var random = random(6)
    let day = random.within(SamplePeriod.days)
    guard day <= lastDay, !disposalDays.contains(where: { abs($0 - day) < 800 }) else { return }
    disposalDays.append(day)
    let previous = max(0, random.choose(PreviousOffences.choice(offending: person.offending)) - 1)
    let isJuvenile = person.age(on: day) < 18
    let disposal = random.choose(isJuvenile ? Self.juvenileDisposals : Self.otherDisposals)
    let offence = random.choose(OffenceGroups.choice)
    goToCourt(for: disposal, on: day, length: nil, offence: offence)
    writeDisposal(disposal, on: day, length: nil, offence: offence, previous: previous, &random)
    let base = isJuvenile ? 318 : disposal == "CAUT" ? 155 : 245
    let risk =
      base + PreviousOffences.risk(previous) + Self.ageRisk(person.age(on: day))
      + (person.substance - 50) * 2
    _ = reoffend(
      after: day, life: Circumstances(risk: risk, offence: offence), &random)
  }

  private static let juvenileDisposals = Weighted([
    ("YCP", 450), ("CAUT", 390), ("DISCH", 110), ("OTH", 50),
  ])
  private static let otherDisposals = Weighted([
    ("FINE", 560), ("CAUT", 260), ("DISCH", 130), ("OTH", 50),
  ])
}

extension LifeCourse {
  /// The duties owed one after another: prevention, relief, the main duty; and how each ended. A home
  /// is found oftener with early help, in treatment, and with fewer needs.
  func liveThroughDuties(
    _ household: HousingCase, isPrevention: Bool, needs: [String],
    _ random: inout RandomStream
  ) -> HousingCourse {
    var day = household.assessment
    let early = writeActivities(household, from: day, needs: needs, &random)
    let isTreated = treatment.contains { $0.contains(day) }
    let ease =
      (55 - person.housing) * 3 + (isTreated ? 90 : 0) + (early ? 60 : -30)
      - max(0, needs.count - 1) * 22
    if isPrevention {
      let isSecured = random.chance(520 + ease)
      var ending = isSecured ? "P1" : random.choose(Self.preventionEnds)
      if household.isWelsh, ending == "P8" { ending = "P3" }
      let last = day + Self.days(ending, &random)
      writeDuty(household, "PREV", day, last, ending, again: household.again, &random)
      guard !isSecured, ending == "P2", last <= lastDay else {
        return HousingCourse(last: last, isSecured: isSecured)
      }
      day = last
    }
    let isSecured = random.chance(385 + ease)
    var ending = isSecured ? "R1" : random.choose(Self.reliefEnds)
    if household.isWelsh, ending == "R9" { ending = "R3" }
    let last = day + Self.days(ending, &random)
    let again = household.again && !isPrevention
    writeDuty(household, "REL", day, last, ending, again: again, &random)
    if random.chance(household.isInPriorityNeed ? 520 : 90) {
      writePlacements(household, from: day + random.below(10), to: last, &random)
    }
    guard !isSecured, ending == "R2", last <= lastDay,
      random.chance(household.hasChildren ? 950 : household.isInPriorityNeed ? 570 : 130)
    else { return HousingCourse(last: last, isSecured: isSecured) }
    return liveThroughMainDuty(household, after: last, &random)
  }

  /// Temporary accommodation, often for long, until an offer is accepted or the duty ends.
  private func liveThroughMainDuty(
    _ household: HousingCase, after relief: Int, _ random: inout RandomStream
  ) -> HousingCourse {
    let end = relief + random.early(40...900)
    let isSettled = random.chance(720)
    let ending = isSettled ? "M1" : random.choose(Self.mainEnds)
    writeDuty(household, "MAIN", relief + random.below(8), end, ending, again: false, &random)
    if random.chance(820) {
      // Now and then a new placement starts before the last one ends.
      let from = relief + (random.chance(20) ? -6 : random.below(14))
      writePlacements(household, from: from, to: end, &random)
    }
    return HousingCourse(last: end, isSecured: isSettled && end <= lastDay)
  }

  /// How long a duty stands that ends so. 56 days is what the law gives prevention and relief.
  private static func days(_ ending: String, _ random: inout RandomStream) -> Int {
    switch ending {
    case "P1": random.chance(820) ? random.within(7...56) : random.within(57...120)
    case "P2": random.within(7...60)
    case "P4", "R2": 56 + random.early(0...21)
    case "R1": random.chance(700) ? random.within(4...56) : random.within(57...120)
    default: random.within(10...90)
    }
  }

  private func writeDuty(
    _ household: HousingCase, _ duty: String, _ start: Int, _ last: Int, _ ending: String,
    again: Bool, _ random: inout RandomStream
  ) {
    guard start <= lastDay else { return }
    let isEnded = last <= lastDay
    // An end before the start: an error of entry.
    let written = isEnded ? (random.chance(3) ? start - 2 : last) : nil
    household.write(on: start, to: records[.duties]) { file in
      file.field(duty)
      file.field(day: start)
      file.field(day: written)
      file.field(isEnded ? ending : "")
      file.field(again ? "true" : "false")
    }
  }

  /// Placements one after another: the longer a stay, the more moves.
  private func writePlacements(
    _ household: HousingCase, from start: Int, to last: Int, _ random: inout RandomStream
  ) {
    var day = start
    var kind = random.choose(
      household.hasChildren ? Self.firstPlacements : Self.firstPlacementsAlone)
    for _ in 0..<4 {
      guard day <= lastDay, day <= last else { return }
      let moves = last - day > 60 && random.chance(kind == "BB" ? 800 : 260)
      let leaves =
        moves ? day + random.within(kind == "BB" ? 14...60 : 60...max(61, last - day)) : last
      let until = min(leaves, last)
      household.write(on: day, to: records[.placements]) { file in
        file.field(day: day)
        file.field(day: end(until))
        file.field(kind)
      }
      guard moves, until < last else { return }
      day = until + 1
      kind = random.choose(Self.laterPlacements)
    }
  }

  /// What the authority did for the household, and with which of its needs it helped; returns
  /// whether help came within two weeks.
  private func writeActivities(
    _ household: HousingCase, from start: Int, needs: [String], _ random: inout RandomStream
  ) -> Bool {
    var earliest = Int.max
    let wanted = 1 + random.below(needs.count > 2 ? 3 : 2)
    for number in 0..<wanted {
      let day = start + random.early(0...50)
      guard day <= lastDay else { continue }
      let need = number < needs.count && random.chance(420) ? needs[number] : ""
      let activity = random.choose(need.isEmpty ? Self.activities : Self.activitiesForNeeds)
      earliest = min(earliest, day)
      household.write(on: day, to: records[.activities]) { file in
        file.field(day: day)
        file.field(activity)
        file.field(need)
      }
    }
    return earliest <= start + 14
  }

  private static let preventionEnds = Weighted([
    ("P2", 470), ("P3", 130), ("P4", 250), ("P5", 95), ("P6", 10), ("P7", 10), ("P8", 10),
    ("P9", 25),
  ])
  private static let reliefEnds = Weighted([
    ("R2", 660), ("R3", 170), ("R4", 90), ("R5", 20), ("R6", 10), ("R7", 15), ("R8", 10),
    ("R9", 5), ("R10", 20),
  ])
  private static let mainEnds = Weighted([("M2", 400), ("M3", 250), ("M4", 150), ("M9", 200)])
  private static let firstPlacements = Weighted([
    ("BB", 210), ("NP", 320), ("HOS", 60), ("LEA", 230), ("LA", 160), ("OTH", 20),
  ])
  private static let firstPlacementsAlone = Weighted([
    ("BB", 330), ("NP", 220), ("HOS", 250), ("LEA", 90), ("LA", 70), ("OTH", 40),
  ])
  private static let laterPlacements = Weighted([
    ("NP", 330), ("HOS", 70), ("LEA", 370), ("LA", 210), ("OTH", 20),
  ])
  private static let activities = Weighted([
    ("ADV", 260), ("MED", 150), ("DHP", 90), ("DEBT", 80), ("FIND", 270), ("SOC", 150),
  ])
  private static let activitiesForNeeds = Weighted([
    ("SUPP", 560), ("REF", 310), ("SUPH", 130),
  ])
}

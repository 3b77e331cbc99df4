extension LifeCourse {
  /// Treatment under an order: already in it on the day of the sentence, or into it afterwards.
  /// Returns whether the first journey is completed.
  func enterTreatment(on sentence: Int, isAlcohol: Bool, _ random: inout RandomStream) -> Bool {
    let isAlready = random.chance(300)
    let start =
      isAlready
      ? sentence - random.within(5...150)
      : sentence
        + (random.chance(isAlcohol ? 370 : 429) ? random.within(1...21) : random.early(22...330))
    guard max(start, sentence) <= lastDay else { return false }
    let drawn =
      isAlcohol
      ? random.choose(Weighted([("AO", 678), ("NB", 254), ("NO", 40), ("OP", 28)]))
      : random.choose(Weighted([("OP", 58), ("NO", 24), ("NB", 18)]))
    let substance = substance ?? drawn
    self.substance = substance
    let journey = Journey(
      start: start, source: isAlready ? "SELF" : isAlcohol ? "PROB" : "DRR",
      substance: substance, notBefore: sentence + 30)
    let ending = writeJourney(journey, &random)
    return ["80", "81", "82"].contains(ending)
  }

  /// Treatment after release; returns whether it was completed or goes on.
  func enterTreatment(from day: Int, source: String, _ random: inout RandomStream) -> Bool {
    guard day <= lastDay, !treatment.contains(where: { $0.contains(day) }) else { return false }
    let drawn = random.choose(Self.substances)
    let substance = substance ?? drawn
    self.substance = substance
    let journey = Journey(
      start: day, source: source, substance: substance, notBefore: day + 14)
    let ending = writeJourney(journey, &random)
    return ending.isEmpty || ["80", "81", "82"].contains(ending)
  }

  /// Treatment without an order.
  func enterTreatmentAlone() {
    // Whoever is sentenced to treatment comes into it by that way or not at all.
    guard !isSentencedToTreatment else { return }
    var random = random(8)
    let day = random.within(SamplePeriod.days)
    let source = random.choose(Weighted([("SELF", 620), ("GP", 190), ("HOSP", 90), ("OTH", 100)]))
    _ = enterTreatment(from: day, source: source, &random)
  }

  struct Journey {
    var start: Int
    var source: String
    var substance: String
    /// It ends no earlier than this.
    var notBefore: Int
  }

  /// Writes a journey, and perhaps a second one soon after; returns how the first ended, empty
  /// where it is open.
  private func writeJourney(
    _ journey: Journey, _ random: inout RandomStream, isAgain: Bool = false
  ) -> String {
    let remaining = SamplePeriod.days.upperBound - journey.start
    let isOpen = random.chance(remaining < 365 ? 610 : remaining < 730 ? 240 : 82)
    let length = random.early(40...560)
    var last: Int? = max(journey.start + length, journey.notBefore)
    var ending =
      random.chance(487)
      ? random.choose(Weighted([("80", 40), ("81", 40), ("82", 20)]))
      : random.choose(
        Weighted([("85", 82), ("86", 9), ("88", 4), ("83", 2), ("84", 2), ("87", 1)]))
    if journey.substance == "AO", ending == "80" { ending = "81" }
    if isOpen || last! > lastDay {
      last = nil
      ending = ""
    }
    // Death in treatment: a few end so, and so does what was open at a death.
    if let death = person.death, last == nil {
      last = death
      ending = "89"
    } else if last != nil, random.chance(12) {
      ending = "89"
    }
    let consent = !random.chance(22)
    let file = records[.journeys]
    file.field(sources.id(.treatment, variant: journey.start))
    file.field(consent ? "true" : "false")
    file.field(person.isWelsh ? "WNDSM" : "NDTMS")
    let referral = journey.start - random.early(0...25)
    file.field(day: random.chance(5) ? journey.start + 6 : random.chance(12) ? nil : referral)
    file.field(day: journey.start)
    file.field(day: last)
    file.field(ending)
    file.field(random.chance(6) ? "" : journey.substance)
    file.field(housingNeed(&random))
    file.field(journey.source)
    file.field(random.choose(Self.modalities))
    file.endRow()
    journeys.append(
      WrittenJourney(
        start: journey.start, last: last, substance: journey.substance, ending: ending,
        consent: consent))
    treatment.append(journey.start...max(journey.start, last ?? lastDay))
    if let last, ending != "89", !isAgain {
      let isCompleted = ["80", "81", "82"].contains(ending)
      if random.chance(isCompleted ? 110 : 300) {
        let again = last + random.within(22...240)
        // Some services open the new journey before they close the old.
        let start = random.chance(20) ? last - 10 : again
        if start <= lastDay, start > journey.start {
          let next = Journey(
            start: start, source: "SELF", substance: journey.substance, notBefore: start + 14)
          _ = writeJourney(next, &random, isAgain: true)
        }
      }
    }
    return ending
  }

  private func housingNeed(_ random: inout RandomStream) -> String {
    if random.chance(20) { return "" }
    if random.chance(person.housing * 4 - 120) { return "1" }
    return random.chance(person.housing * 3) ? "2" : "3"
  }

  private static let substances = Weighted([("OP", 540), ("NO", 98), ("NB", 101), ("AO", 261)])
  private static let modalities = Weighted([
    ("4", 540), ("2", 300), ("3", 40), ("1", 50), ("6", 20), ("12", 50),
  ])
}

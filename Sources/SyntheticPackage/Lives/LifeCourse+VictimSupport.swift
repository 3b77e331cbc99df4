extension LifeCourse {
  /// Referral to a support service, and contacts with it; returns the day of the first contact.
  func reachSupport(_ crime: RecordedCrime, _ random: inout RandomStream) -> Int? {
    guard random.chance(crime.type.support) else { return nil }
    let referral = crime.recorded + random.early(0...14)
    let service =
      crime.type.isSexual
      ? "ISVA" : crime.type.isDomestic ? "IDVA" : random.chance(880) ? "GEN" : "RJ"
    writeReferral(crime, service, on: referral, &random)
    let contact = referral + random.early(1...70)
    // Sooner reached is oftener reached; a longer wait, and fewer can be found or still want it.
    guard random.chance(890 - (contact - referral) * 5), contact <= lastDay else { return nil }
    var day = contact
    for _ in 0...random.early(0...(service == "GEN" ? 2 : 4)) {
      guard day <= lastDay else { break }
      writeContact(
        crime, service, referral: random.chance(4) ? contact + 3 : referral, contact: day,
        &random)
      day += 5 + random.early(0...60)
    }
    return contact
  }

  private func writeReferral(
    _ crime: RecordedCrime, _ service: String, on day: Int, _ random: inout RandomStream
  ) {
    guard day <= lastDay else { return }
    let file = records[.supportReferrals]
    file.field(sources.id(.services, variant: crime.number))
    file.field(crime.reference)
    file.field(day: day)
    file.field(service)
    file.field(random.choose(Self.referrers))
    file.endRow()
  }

  func writeContact(
    _ crime: RecordedCrime, _ service: String, referral: Int, contact: Int,
    _ random: inout RandomStream
  ) {
    let file = records[.supportContacts]
    file.field(sources.id(.services, variant: crime.number))
    file.field(crime.reference)
    file.field(day: random.chance(20) ? nil : referral)
    file.field(day: contact)
    file.field(service)
    file.endRow()
  }

  /// Rights of the Victims' Code delivered while the police have the case.
  func deliverEarlyRights(
    _ crime: RecordedCrime, decided: Int, isInformed: Bool, _ random: inout RandomStream
  ) {
    if random.chance(110) { deliver("1", of: crime, on: crime.reported) }
    if crime.recorded - crime.reported <= 1 { deliver("2", of: crime, on: crime.recorded) }
    if random.chance(680) { deliver("3", of: crime, on: crime.reported) }
    if random.chance(crime.type.support) { deliver("4", of: crime, on: crime.recorded + 2) }
    if random.chance(210) { deliver("5", of: crime, on: crime.recorded + random.below(14)) }
    if isInformed { deliver("6", of: crime, on: (crime.recorded + decided) / 2) }
    if random.chance(isInformed ? 860 : 480) {
      deliver("9", of: crime, on: decided + random.below(8))
    }
    if random.chance(11) { deliver("12", of: crime, on: decided + random.below(60)) }
  }

  /// Rights that belong to the court and to the time after a sentence.
  func deliverLateRights(
    _ crime: RecordedCrime, statement: Int?, listed: Int?, completed: Int?, scheme: Int?,
    _ random: inout RandomStream
  ) {
    if let statement { deliver("7", of: crime, on: statement) }
    if let listed, random.chance(820) { deliver("8", of: crime, on: listed - 14) }
    if let completed, random.chance(160) { deliver("10", of: crime, on: completed + 20) }
    if let scheme { deliver("11", of: crime, on: scheme) }
  }

  private func deliver(_ right: String, of crime: RecordedCrime, on day: Int) {
    guard day <= SamplePeriod.days.upperBound else { return }
    crime.write(.police, to: records[.rights]) { file, _ in
      file.field(day: day)
      file.field(right)
    }
  }

  private static let referrers = Weighted([("POL", 760), ("SELF", 130), ("HEAL", 60), ("OTH", 50)])
}

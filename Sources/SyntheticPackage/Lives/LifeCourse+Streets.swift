import CohortModel

extension LifeCourse {
  /// Spells of sleeping rough. Outreach teams of London write down each contact; everywhere in
  /// England an authority's count on one night of the autumn may find the person.
  func liveOnTheStreets(after unsecured: Int?) {
    var random = random(11)
    guard !person.isWelsh else { return }
    guard random.chance(person.housing * 10 - 620 + (unsecured == nil ? 0 : 160)) else { return }
    var start = unsecured.map { $0 + random.early(0...120) } ?? random.within(SamplePeriod.days)
    for spell in 0...random.early(0...3) {
      let last = min(start + random.early(7...240), lastDay)
      guard start <= last else { return }
      if person.region == Areas.london { writeContacts(start, last, spell: spell, &random) }
      writeSnapshots(start...last, &random)
      start = last + 20 + random.early(0...500)
    }
  }

  private func writeContacts(
    _ start: Int, _ last: Int, spell: Int, _ random: inout RandomStream
  ) {
    var day = start
    var contact = 0
    while day <= last, contact < 8 {
      let file = records[.outreach]
      file.field(sources.id(.streets, variant: contact))
      file.field(day: day)
      file.field(contact + spell == 0 ? "NEW" : random.chance(650) ? "BED" : "ACT")
      file.endRow()
      day += 2 + random.early(0...70)
      contact += 1
    }
  }

  private func writeSnapshots(_ spell: ClosedRange<Int>, _ random: inout RandomStream) {
    for night in Self.snapshotNights where spell.contains(night) && random.chance(760) {
      let file = records[.snapshots]
      file.field(sources.id(.streets))
      file.field(day: night)
      file.field(person.area)
      file.endRow()
    }
  }

  /// The nights of the counts: one in each autumn of the period.
  private static let snapshotNights = (2019...2023).map { year in
    Int(CalendarDay(year: year, month: 11, day: 9 + (year * 7) % 12)!.rawValue)
  }
}

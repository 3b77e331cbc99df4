import CohortModel

/// A person as one system wrote them down; nil and empty are missing.
struct SourceRecord {
  var firstInitial: Character?
  var surnameInitial: Character?
  var birthDate: CalendarDay?
  var sex: String
  var district: String

  init(of person: SourcePerson, errors: SourceErrors, _ random: inout RandomStream) {
    func fails(_ rate: Int) -> Bool { random.below(10_000) < rate }
    // The name and the address of one time or the other.
    let isLater = random.chance(400)
    firstInitial = person.firstInitials[random.chance(400) ? person.firstInitials.count - 1 : 0]
    surnameInitial = person.surnameInitials[isLater ? person.surnameInitials.count - 1 : 0]
    district = person.districts[isLater ? person.districts.count - 1 : 0]
    birthDate = Self.written(person.birthDate, errors, &random)
    sex = (person.sex == .female) != fails(errors.sexWrong) ? "F" : "M"

    if fails(errors.initialMistyped) {
      firstInitial = Initials.mistyped(firstInitial!, &random)
    }
    if fails(errors.initialMistyped) {
      surnameInitial = Initials.mistyped(surnameInitial!, &random)
    }
    if fails(errors.initialsSwapped) { swap(&firstInitial, &surnameInitial) }
    if fails(errors.initialMissing) { firstInitial = nil }
    if fails(errors.initialMissing) { surnameInitial = nil }
    if fails(errors.birthMissing) { birthDate = nil }
    if fails(errors.sexMissing) { sex = "" }
    if fails(errors.districtMissing) { district = "" }
  }

  private static func written(
    _ date: CalendarDay, _ errors: SourceErrors, _ random: inout RandomStream
  ) -> CalendarDay {
    let (year, month, day) = date.civil
    let draw = random.below(10_000)
    var least = 0
    func isNext(_ rate: Int) -> Bool {
      least += rate
      return draw < least
    }
    if isNext(errors.birthSwapped) {
      return CalendarDay(year: year, month: day, day: month) ?? date
    }
    if isNext(errors.birthDefault) { return CalendarDay(year: year, month: 1, day: 1)! }
    if isNext(errors.birthMistyped) {
      let step = random.chance(500) ? 1 : -1
      switch random.below(10) {
      case ..<5: return CalendarDay(year: year, month: month, day: day + step) ?? date
      case ..<7: return CalendarDay(year: year, month: month + step, day: day) ?? date
      case ..<9: return CalendarDay(year: year + step, month: month, day: day) ?? date
      default: return CalendarDay(year: year + 10 * step, month: month, day: day) ?? date
      }
    }
    return date
  }
}

import CohortModel

/// What identifies an invented person, in truth: names that changed, a birth date, addresses.
struct SourcePerson {
  /// One initial, or two for people known by two names.
  var firstInitials: [Character]
  var surnameInitials: [Character]
  var birthDate: CalendarDay
  var sex: TruePerson.Sex
  /// One district, or two for people who moved.
  var districts: [String]

  init(_ person: TruePerson, _ random: inout RandomStream) {
    sex = person.sex
    let names = Initials.first[person.sex]!
    let surnames = Initials.surnames(ethnicity: person.ethnicity)
    firstInitials = [random.choose(names)]
    if random.below(10_000) < SourceErrors.secondFirstName {
      firstInitials.append(random.choose(names))
    }
    surnameInitials = [random.choose(surnames)]
    let changed =
      person.sex == .female
      ? SourceErrors.secondSurnameOfWomen : SourceErrors.secondSurnameOfMen
    if random.below(10_000) < changed { surnameInitials.append(random.choose(surnames)) }
    birthDate = Self.day(in: person.birthYear, &random)
    districts = [Self.district(in: person.area, &random)]
    if random.chance(100 + person.housing * 4) {
      let region =
        random.chance(750) ? Areas.regions[person.region] : Areas.regions[random.below(10)]
      let place = random.below(region.authorities.count * 2)
      let area =
        place < region.authorities.count
        ? region.authorities[place].code : Areas.rest(of: region)
      districts.append(Self.district(in: area, &random))
    }
  }

  /// A child of a person: most have the surname and the address of the parent that is known.
  init(
    childBornIn birthYear: Int, isGirl: Bool, of parent: SourcePerson, ethnicity: String,
    _ random: inout RandomStream
  ) {
    sex = isGirl ? .female : .male
    firstInitials = [random.choose(Initials.first[sex]!)]
    surnameInitials =
      random.chance(700)
      ? [parent.surnameInitials[0]] : [random.choose(Initials.surnames(ethnicity: ethnicity))]
    birthDate = Self.day(in: birthYear, &random)
    districts = parent.districts
  }

  private static func day(in year: Int, _ random: inout RandomStream) -> CalendarDay {
    let start = CalendarDay(year: year, month: 1, day: 1)!.rawValue
    let end = CalendarDay(year: year + 1, month: 1, day: 1)!.rawValue
    return CalendarDay(rawValue: start + Int32(random.below(Int(end - start))))
  }

  /// A local authority is a district; the rest of a region has thirty invented ones.
  private static func district(in area: String, _ random: inout RandomStream) -> String {
    guard area.hasSuffix("R") else { return area }
    let number = 1 + random.early(0...29)
    return area + (number < 10 ? "0" : "") + String(number)
  }
}

/// Someone as they are, before any system writes about them. All factors are 0 … 99; a shared
/// adversity runs through them, so that what is seen in one dataset says something about others.
struct TruePerson {
  enum Sex { case female, male }

  var sex: Sex
  /// A code of the 18+1 list.
  var ethnicity: String
  var birthYear: Int
  var region: Int
  var area: String
  /// How unsettled housing is.
  var housing: Int
  /// How much alcohol or drugs trouble them.
  var substance: Int
  /// How much offending there is in the past, and is to be expected.
  var offending: Int
  /// How poor health is.
  var health: Int
  /// The day of death within the period.
  var death: Int?

  init(random: inout RandomStream) {
    let adversity = random.below(100)
    housing = Self.factor(adversity, &random)
    substance = Self.factor(adversity, &random)
    offending = Self.factor(adversity, &random)
    health = Self.factor(adversity, &random)
    sex = random.chance(250 + (99 - offending) * 4) ? .female : .male
    ethnicity = random.choose(Self.ethnicities)
    birthYear =
      random.chance(52)
      ? random.within(2003...2009) : 2000 - random.early(0...58) + random.below(3)
    region = random.choose(Areas.regionChoice)
    let authorities = Areas.regions[region].authorities
    area =
      random.chance(400) && region != Areas.wales
      ? Areas.rest(of: Areas.regions[region]) : authorities[random.below(authorities.count)].code
    let risk = 4 + health / 3 + substance / 5 + max(0, 1985 - birthYear) / 2
    death = random.chance(risk) ? random.within(SamplePeriod.days) : nil
  }

  /// Age in whole years at a day, by the year of birth alone.
  func age(on day: Int) -> Int { 1970 + day * 400 / 146_097 - birthYear }

  /// Too young for adult services in most of the period.
  var isYoung: Bool { birthYear > 2002 }

  var isWelsh: Bool { region == Areas.wales }

  /// Chances that depend on what linkage depends on: fewer matches on names and addresses.
  var isHardToLink: Bool { ethnicity.utf8.first != 0x57 || housing > 80 }

  private static func factor(_ shared: Int, _ random: inout RandomStream) -> Int {
    (shared * 3 + random.below(100) * 2) / 5
  }

  private static let ethnicities = Weighted([
    ("W1", 700), ("W2", 10), ("W3", 10), ("W4", 3), ("W9", 55), ("M1", 22), ("M2", 8), ("M3", 6),
    ("M9", 9), ("A1", 17), ("A2", 24), ("A3", 9), ("A4", 3), ("A9", 16), ("B1", 35), ("B2", 32),
    ("B9", 18), ("O2", 8), ("O9", 15),
  ])
}

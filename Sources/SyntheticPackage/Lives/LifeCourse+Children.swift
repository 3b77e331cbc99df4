import CohortModel

/// One time in custody, for what a child lives through.
struct CustodySpell {
  var reception: Int
  var release: Int?
  var length: Int
}

/// A child of a prisoner whom one of two sources names.
struct ChildOfPrisoner {
  var position: Int
  var birthYear: Int
  var isGirl: Bool

  func age(on day: Int) -> Int { 1970 + day * 400 / 146_097 - birthYear }
}

extension LifeCourse {
  /// How far the person is known to have children: most parents are (`S` declared it, `B` benefit
  /// records say so, `SB` both), many are not, and nothing in the data tells those from people
  /// without children (`N`).
  var childrenIdentified: String {
    var random = random(33)
    let age = 2021 - person.birthYear
    let isParent = random.chance(age < 21 ? 330 : age < 25 ? 640 : age < 45 ? 890 : 800)
    let isDeclared = random.chance(person.sex == .female ? 500 : 420)
    let isOnBenefit = random.chance(person.sex == .female ? 550 : 380)
    guard isParent, isDeclared || isOnBenefit else { return "N" }
    return isDeclared && isOnBenefit ? "SB" : isDeclared ? "S" : "B"
  }

  /// The children that are known, and what their schools and social workers wrote around a parent's
  /// reception and release.
  func writeChildren() {
    guard !custody.isEmpty, childrenIdentified != "N" else { return }
    var random = random(36)
    let first = max(person.birthYear + 16, 2002)
    let last = min(person.birthYear + 45, 2021)
    guard first <= last else { return }
    for position in 0..<random.choose(Self.numbersOfChildren) {
      let child = ChildOfPrisoner(
        position: position, birthYear: random.within(first...last), isGirl: random.chance(490))
      let spells = custody.filter {
        (0...17).contains(child.age(on: $0.reception))
          && SamplePeriod.days.contains($0.reception)
      }
      guard !spells.isEmpty else { continue }
      var identities = ChildIdentities(
        parent: number, child: position, seed: seed, permutations: permutations)
      for spell in spells { writeSpell(spell, of: child, identities, &random) }
      // Schools and social care of England only.
      if !person.isWelsh, random.chance(930) {
        writeSchool(of: child, spells, &identities, &random)
      }
      identities.writeLinks(to: records.links, isHardToLink: person.isHardToLink)
      children.append((child, identities))
    }
  }

  private func writeSpell(
    _ spell: CustodySpell, of child: ChildOfPrisoner, _ identities: ChildIdentities,
    _ random: inout RandomStream
  ) {
    let file = records[.parentalCustody]
    file.field(identities.family)
    file.field(day: spell.reception)
    file.field(day: spell.release.flatMap { $0 <= SamplePeriod.days.upperBound ? $0 : nil })
    file.field(childrenIdentified)
    file.field(person.sex == .female ? "M" : "F")
    file.field(random.chance(15) ? "" : String(spell.length + 1))
    file.field(random.chance(20) ? "" : Areas.regions[person.region].code)
    file.field(child.age(on: spell.reception))
    file.field(child.isGirl ? "F" : "M")
    file.endRow()
  }

  private func writeSchool(
    of child: ChildOfPrisoner, _ spells: [CustodySpell], _ identities: inout ChildIdentities,
    _ random: inout RandomStream
  ) {
    let reception = spells[0].reception
    let release = spells[0].release
    let strain = person.housing / 2 + person.health / 4
    let hasNeed = random.chance(210 + strain)
    // Absence goes on from year to year.
    let leaning = random.below(100)
    let year = 1970 + reception * 400 / 146_097
    for end in (year - 1)...(year + 2) {
      let day = Int(CalendarDay(year: end, month: 7, day: 20)!.rawValue)
      let age = end - child.birthYear
      guard (5...16).contains(age), SamplePeriod.days.contains(day) else { continue }
      // The school year in which the parent goes in is the hardest; it eases after the return.
      let isAway = day > reception && (release.map { day < $0 + 120 } ?? true)
      let absent = 10 + strain * 2 + leaning * 12 / 5 + (age > 11 ? 70 : 0) + (isAway ? 120 : 0)
      let file = records[.schoolYears]
      file.field(identities.useEducation())
      file.field(day: day)
      file.field(random.chance(absent / 6) ? "V" : random.chance(absent) ? "P" : "N")
      let isExamined = age == 11 || age == 16 || age == 7
      let reached = 560 - strain * 2 - (isAway ? 70 : 0) - (hasNeed ? 180 : 0)
      file.field(isExamined ? (random.chance(reached) ? "E" : "B") : "")
      file.field(hasNeed ? (random.chance(220) ? "E" : "K") : "N")
      file.endRow()
    }
    let age = child.age(on: reception)
    if (6...16).contains(age), random.chance((age > 10 ? 130 : 30) + strain) {
      let day = reception + random.within(-330...420)
      writeIfObserved(day) {
        let file = records[.exclusions]
        file.field(identities.useEducation())
        file.field(day: day)
        file.field(random.chance(950) ? "S" : "X")
        file.endRow()
      }
    }
    if random.chance(170 + strain * 2 + (person.sex == .female ? 130 : 0)) {
      let start = reception + random.within(-360...420)
      let kind = random.chance(person.sex == .female ? 240 : 100) ? "CLA" : nil
      let last = start + 60 + random.below(500)
      writeIfObserved(start) {
        let file = records[.careEpisodes]
        file.field(identities.useEducation())
        file.field(day: start)
        file.field(day: last <= SamplePeriod.days.upperBound ? last : nil)
        file.field(kind ?? (random.chance(800) ? "CIN" : "CPP"))
        file.endRow()
      }
    }
  }

  private func writeIfObserved(_ day: Int, _ write: () -> Void) {
    if SamplePeriod.days.contains(day) { write() }
  }

  private static let numbersOfChildren = Weighted([(1, 490), (2, 310), (3, 145), (4, 55)])
}

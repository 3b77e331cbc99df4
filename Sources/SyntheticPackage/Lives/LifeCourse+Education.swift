extension LifeCourse {
  /// Other courts, the school record of adults young enough to have one, and rare suspicions.
  func liveThroughSchoolAndCourts() {
    if !person.isYoung { liveThroughOtherCourts() }
    writePupil()
    writeSuspicion()
  }

  /// The share between justice and education: England, born after August 1985, on the Police
  /// National Computer.
  private func writePupil() {
    var random = random(35)
    guard (1986...2007).contains(person.birthYear), !person.isWelsh,
      !sources.idsUsed(.pnc).isEmpty, random.chance(560)
    else { return }
    let strain = (person.offending + person.housing) / 2
    let isExcluded = random.chance(strain * 2 - 50)
    let file = records[.pupils]
    file.field(sources.id(.education))
    file.field(
      random.chance(50) ? "" : random.chance(620 - strain * 5 - (isExcluded ? 130 : 0)) ? "E" : "B")
    file.field(isExcluded ? "X" : random.chance(strain * 8) ? "S" : "N")
    file.field(random.chance(strain * 2) ? "V" : random.chance(strain * 7) ? "P" : "N")
    file.field(random.chance(90) ? "E" : random.chance(330) ? "K" : "N")
    file.field(
      random.chance(person.housing * 2) ? "CLA" : random.chance(person.housing * 3) ? "CIN" : "N")
    file.endRow()
  }
}

extension LifeCourse {
  /// An assessment of needs, at a reception or at the start of an order. Questions are answered
  /// from how things are; `M` is missing.
  func writeAssessment(on day: Int, setting: String) {
    var random = RandomStream(seed: seed, person: number, subject: 50 &+ UInt64(day) << 8)
    guard day <= lastDay, day >= SamplePeriod.days.lowerBound else { return }
    let id = sources.id(.oasys, variant: day)
    let hasNoHome = random.chance(person.housing * 5 - 170)
    let levels = (0..<3).map { _ in level(person.housing, &random) }
    let finance = person.housing * 9 / 130 + random.below(3)
    let usesDrugs = random.chance(person.substance * 11 - 60)
    let drinks = random.chance(person.substance * 7 - 60)
    let selfHarm = random.chance(person.health * 4 - 80)
    let file = records[.assessments]
    file.field(id)
    file.field(day: day)
    file.field(setting)
    file.field(hasNoHome ? "N" : random.chance(person.housing * 4) ? "T" : "P")
    file.field(
      random.chance(80) ? "M" : random.chance(hasNoHome ? 820 : person.housing * 3) ? "N" : "Y")
    file.field(hasNoHome ? "Y" : "N")
    for level in levels { file.field(random.chance(30) ? "M" : String(level)) }
    file.field(min(8, levels.reduce(hasNoHome ? 2 : 0, +)))
    file.field(min(9, finance))
    file.field(usesDrugs ? "Y" : "N")
    file.field(usesDrugs && random.chance(620) ? "Y" : "N")
    file.field(drinks && random.chance(700) ? "Y" : "N")
    file.field(selfHarm ? "2" : "0")
    file.field(String(level(person.health, &random)))
    file.endRow()
    let found = [
      ("ACC", hasNoHome || levels[0] == 2), ("EET", random.chance(person.housing * 6 + 80)),
      ("FIN", finance > 5), ("REL", random.chance(person.health * 5)),
      ("LIFE", random.chance(person.offending * 6)), ("DRUG", usesDrugs && random.chance(800)),
      ("ALC", drinks), ("EMO", selfHarm || random.chance(person.health * 3)),
      ("THK", random.chance(person.offending * 7)),
    ]
    for (need, isFound) in found where isFound {
      let file = records[.needs]
      file.field(id)
      file.field(day: day)
      file.field(need)
      file.endRow()
    }
  }

  /// 0 no problem, 1 some, 2 significant.
  private func level(_ factor: Int, _ random: inout RandomStream) -> Int {
    random.chance(factor * 6 - 180) ? 2 : random.chance(factor * 7) ? 1 : 0
  }
}

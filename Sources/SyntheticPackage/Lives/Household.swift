/// Who lives with whom. Neighbours in number may be couples: they live in one place, and the housing
/// of one is that of the other. Children are known to the housing system alone, under ids of their own.
extension TruePerson {
  /// Whether two people may be a couple, by what they are.
  func mayLive(with other: TruePerson, _ random: inout RandomStream) -> Bool {
    abs(birthYear - other.birthYear) < 16 && max(birthYear, other.birthYear) < 2003
      && (sex != other.sex || random.chance(90))
  }

  /// Shares the home of a partner.
  mutating func moveIn(with partner: TruePerson) {
    region = partner.region
    area = partner.area
    housing = (housing + partner.housing) / 2
  }

  /// Tenth of the English index of deprivation where the person lives; 1 is the most deprived.
  var deprivation: Int { 1 + min(9, (99 - (housing * 3 + substance + health) / 5) / 10) }
}

extension LifeCourse {
  /// The next person, and whether the two are a couple: then that one lives where this one does.
  static func pair(
    _ number: Int, seed: UInt64, permutations: Permutations, records: RecordFiles
  ) -> (first: LifeCourse, second: LifeCourse) {
    let first = LifeCourse(
      number: number, seed: seed, permutations: permutations, records: records)
    var random = RandomStream(seed: seed, person: number, subject: 14)
    let second = LifeCourse(
      number: number + 1, seed: seed, permutations: permutations, records: records
    ) { person in
      guard random.chance(900), person.mayLive(with: first.person, &random) else { return false }
      person.moveIn(with: first.person)
      return true
    }
    if second.isLivingWithFirst { first.partner = second }
    return (first, second)
  }

  /// The children who would be in the household on a day.
  func householdChildren(on day: Int) -> [(id: Int, birthYear: Int)] {
    var random = random(13)
    var children: [(id: Int, birthYear: Int)] = []
    let year = 1970 + day * 400 / 146_097
    for child in 0...random.early(0...2) {
      let birthYear = person.birthYear + 18 + random.early(0...22)
      guard birthYear <= year, year - birthYear < 18 else { continue }
      children.append((permutations.child(child, of: number), birthYear))
      childrenInHousing[child] = birthYear
    }
    return children
  }

  /// The rows of `links.csv` of the children: each is a person of one record.
  func writeChildrenLinks() {
    for child in childrenInHousing.keys.sorted() {
      let file = records.links
      file.field(SourceDataset.housing.rawValue)
      file.field(permutations.child(child, of: number))
      for level in permutations.clusters {
        file.field(
          level.place(
            of: number * SourceIdentities.parts + SourceIdentities.firstHouseholdChildPart + child)
        )
      }
      file.endRow()
    }
  }
}

/// The ids by which the systems know one person, and how a linkage puts them together.
///
/// Each system has ids of its own. Some people have two in one system. The linkage splits some ids
/// from the rest of the person (most at `high`, fewest at `low`), joins a few pairs of different
/// people at the looser levels, and leaves a few ids out. Now and then a system gives the second of a
/// pair of people the first one's id: two people under one, which no link level can part.
final class SourceIdentities {
  private let number: Int
  private let permutations: Permutations
  private let hasSecondId: UInt32
  private let sharesId: UInt32
  private var used: [(dataset: SourceDataset, second: Bool)] = []
  private let seed: UInt64
  private let isHardToLink: Bool

  init(number: Int, seed: UInt64, person: TruePerson, permutations: Permutations) {
    self.number = number
    self.seed = seed
    isHardToLink = person.isHardToLink
    self.permutations = permutations
    var random = RandomStream(seed: seed, person: number, subject: 20)
    var flags: UInt32 = 0
    for position in SourceDataset.allCases.indices
    where random.chance(isHardToLink ? 22 : 11) {
      flags |= 1 << UInt32(position)
    }
    hasSecondId = flags
    var shared: UInt32 = 0
    if number % 2 == 1 {
      for position in SourceDataset.allCases.indices where random.chance(2) {
        shared |= 1 << UInt32(position)
      }
    }
    sharesId = shared
  }

  var isEmpty: Bool { used.isEmpty }

  /// The person's id in a system. Where there are two, `variant` says which record has which.
  func id(_ dataset: SourceDataset, variant: Int = 0) -> Int {
    let hasSecond = hasSecondId >> UInt32(dataset.position) & 1 == 1
    let second = hasSecond && variant % 2 == 1
    if !used.contains(where: { $0 == (dataset, second) }) { used.append((dataset, second)) }
    return place(dataset, second)
  }

  /// A second id in a system, also of a person who otherwise has one.
  func secondId(_ dataset: SourceDataset) -> Int {
    if !used.contains(where: { $0 == (dataset, true) }) { used.append((dataset, true)) }
    return place(dataset, true)
  }

  /// The ids under which the system has records of the person.
  func idsUsed(_ dataset: SourceDataset) -> [Int] {
    used.filter { $0.dataset == dataset }.map { place(dataset, $0.second) }
  }

  /// Every id that was used, in the order of systems.
  var records: [(dataset: SourceDataset, isSecond: Bool, id: Int)] {
    used.sorted {
      ($0.dataset.position, $0.second ? 1 : 0) < ($1.dataset.position, $1.second ? 1 : 0)
    }
    .map { ($0.dataset, $0.second, place($0.dataset, $0.second)) }
  }

  /// The rows of `links.csv`: dataset, id, and the cluster at each level.
  func writeLinks(to file: BufferedFile) {
    var random = RandomStream(seed: seed, person: number, subject: 21)
    let ordered = used.sorted {
      ($0.dataset.position, $0.second ? 1 : 0) < ($1.dataset.position, $1.second ? 1 : 0)
    }
    // Pairs of neighbours may be joined; both members of a pair draw the same number.
    var pair = RandomStream(seed: seed, person: number / 2, subject: 22)
    let draw = pair.below(1000)
    let joined = number / 2 * 2
    let cluster = [number, draw < 1 ? joined : number, draw < 8 ? joined : number]
    for (position, source) in ordered.enumerated() {
      let isUnlinked = random.chance(3)
      let splitDraw = random.below(1000)
      // The id of two people is in the links once, as the first one's.
      if isUnlinked || isShared(source.dataset) { continue }
      let chances = Self.splits(isHardToLink: isHardToLink, isSecond: source.second)
      file.field(source.dataset.rawValue)
      file.field(place(source.dataset, source.second))
      for level in 0..<3 {
        // The first source stays with the person, so that the person keeps one main cluster.
        let isSplit = position > 0 && splitDraw < chances[level]
        let owner = isSplit ? number : cluster[level]
        let part = isSplit ? 1 + source.dataset.position * 2 + (source.second ? 1 : 0) : 0
        file.field(permutations.clusters[level].place(of: owner * Self.parts + part))
      }
      file.endRow()
    }
  }

  /// How often in a thousand an id stands apart at each level.
  private static func splits(isHardToLink: Bool, isSecond: Bool) -> [Int] {
    if isSecond { return [420, 230, 110] }
    return isHardToLink ? [75, 32, 12] : [32, 12, 4]
  }

  private func place(_ dataset: SourceDataset, _ second: Bool) -> Int {
    let owner = isShared(dataset) ? number - 1 : number
    return permutations.sources[dataset.position].place(of: owner * 2 + (second ? 1 : 0))
  }

  private func isShared(_ dataset: SourceDataset) -> Bool {
    sharesId >> UInt32(dataset.position) & 1 == 1
  }

  /// Room for the clusters of one person: the person, each id split off, and the children.
  static let parts = 64
  /// From here on the parts are those of children.
  static let firstChildPart = 52
  /// From here on those of children whom the housing system alone knows.
  static let firstHouseholdChildPart = 60
}

/// The permutations of a package: one for each system's ids, one for each level's clusters, one for
/// the references of cases.
struct Permutations {
  let sources: [KeyedPermutation]
  let clusters: [KeyedPermutation]
  /// References of court cases, thirty-two for each person.
  let cases: KeyedPermutation
  let persons: Int
  /// References of household cases, eight for each person.
  let households: KeyedPermutation
  /// References of crimes, four for each person.
  let crimes: KeyedPermutation
  private let children: KeyedPermutation

  init(persons: Int, seed: UInt64) {
    sources = SourceDataset.allCases.enumerated().map { position, dataset in
      // Systems that know children have room for four of each person's.
      let places = dataset == .education || dataset == .families ? 6 : 2
      return KeyedPermutation(
        count: persons * places, key: RandomStream.mix(seed &+ UInt64(position) &+ 100))
    }
    clusters = (0..<3).map {
      KeyedPermutation(
        count: persons * SourceIdentities.parts, key: RandomStream.mix(seed &+ UInt64($0) &+ 200))
    }
    cases = KeyedPermutation(count: persons * 32, key: RandomStream.mix(seed &+ 300))
    self.persons = persons
    households = KeyedPermutation(count: persons * 8, key: RandomStream.mix(seed &+ 301))
    crimes = KeyedPermutation(count: persons * 4, key: RandomStream.mix(seed &+ 302))
    children = KeyedPermutation(count: persons * 4, key: RandomStream.mix(seed &+ 303))
  }

  /// The id of a person's child in the housing system, beyond the ids of adults.
  func child(_ child: Int, of number: Int) -> Int {
    sources[SourceDataset.housing.position].count + children.place(of: number * 4 + child)
  }
}

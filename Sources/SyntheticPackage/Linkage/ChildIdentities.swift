/// The ids of a child of a prisoner: one in the extract of families, one at school.
struct ChildIdentities {
  let family: Int
  private let education: Int
  private let parent: Int
  private let child: Int
  private let permutations: Permutations
  private let seed: UInt64
  private var isAtSchool = false

  init(parent: Int, child: Int, seed: UInt64, permutations: Permutations) {
    self.parent = parent
    self.child = child
    self.seed = seed
    self.permutations = permutations
    // Ids of children lie beyond the two of each adult.
    let value = permutations.persons * 2 + parent * 4 + child
    family = permutations.sources[SourceDataset.families.position].place(of: value)
    education = permutations.sources[SourceDataset.education.position].place(of: value)
  }

  /// The child's id at school, which is then one of the linked ones.
  mutating func useEducation() -> Int {
    isAtSchool = true
    return education
  }

  /// Every id that was used.
  var records: [(dataset: SourceDataset, id: Int)] {
    [(.families, family)] + (isAtSchool ? [(.education, education)] : [])
  }

  /// The rows of `links.csv`. A child's records are split as those of others are.
  func writeLinks(to file: BufferedFile, isHardToLink: Bool) {
    var random = RandomStream(seed: seed, person: parent, subject: 24 + UInt64(child) << 8)
    let draw = random.below(1000)
    let chances = isHardToLink ? [90, 40, 16] : [45, 18, 6]
    write(.families, family, to: file) { _ in 0 }
    if isAtSchool { write(.education, education, to: file) { draw < chances[$0] ? 1 : 0 } }
  }

  private func write(
    _ dataset: SourceDataset, _ id: Int, to file: BufferedFile, split: (Int) -> Int
  ) {
    file.field(dataset.rawValue)
    file.field(id)
    for level in 0..<3 {
      let part = SourceIdentities.firstChildPart + child * 2 + split(level)
      file.field(permutations.clusters[level].place(of: parent * SourceIdentities.parts + part))
    }
    file.endRow()
  }
}

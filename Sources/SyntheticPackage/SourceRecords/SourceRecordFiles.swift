import CohortModel

/// The folder of person records as the systems hold them, and the truth about them.
final class SourceRecordFiles {
  /// Its name, beside the package.
  static let name = "source_records"

  private let folder: PackageFolder
  private let files: [BufferedFile]
  private let truth: BufferedFile
  private let seed: UInt64
  private let persons: Int
  private let people: KeyedPermutation
  /// Ids of the person before, some of whose are shared with the next.
  private var before: Set<[Int]> = []

  init(beside package: String, persons: Int, seed: UInt64) throws(SyntheticPackageError) {
    self.seed = seed
    self.persons = persons
    // An adult, up to four children known to prisons or schools, up to three known to housing.
    people = KeyedPermutation(count: persons * 8, key: RandomStream.mix(seed &+ 400))
    folder = try PackageFolder(replacing: Self.path(beside: package), subfolders: [])
    do throws(SyntheticPackageError) {
      try folder.write(
        SourceRecordDocument.text(persons: persons, seed: seed), to: PackageFolder.marker)
      var files: [BufferedFile] = []
      for dataset in SourceDataset.allCases {
        let file = try folder.file("\(dataset.rawValue).csv")
        file.put("record_id,first_initial,surname_initial,birth_date,sex,district\n")
        files.append(file)
      }
      self.files = files
      truth = try folder.file("truth.csv")
    } catch {
      folder.discard()
      throw error
    }
    truth.put("source_dataset,record_id,person\n")
  }

  /// The folder's path for a package at a path.
  static func path(beside package: String) -> String {
    var path = package
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }

  /// The records of a person, and of the children that are known, under all ids that were used.
  ///
  /// Where a system has two people under one id, it holds the names of the first.
  func write(_ life: LifeCourse) {
    var random = RandomStream(seed: seed, person: life.number, subject: 1000)
    let person = SourcePerson(life.person, &random)
    var written: Set<[Int]> = []
    for (dataset, isSecond, id) in life.sources.records {
      guard !before.contains([dataset.position, id]) else { continue }
      written.insert([dataset.position, id])
      var random = RandomStream(
        seed: seed, person: life.number,
        subject: 1001 + UInt64(dataset.position) * 2 + (isSecond ? 1 : 0))
      write(
        SourceRecord(
          of: person, errors: .of(dataset, isHardToLink: life.person.isHardToLink), &random),
        dataset, id: id, person: life.number)
    }
    before = written
    for (child, ids) in life.children {
      var random = RandomStream(
        seed: seed, person: life.number, subject: 2000 + UInt64(child.position))
      let source = SourcePerson(
        childBornIn: child.birthYear, isGirl: child.isGirl, of: person,
        ethnicity: life.person.ethnicity, &random)
      for (dataset, id) in ids.records {
        write(
          SourceRecord(
            of: source, errors: .of(dataset, isHardToLink: life.person.isHardToLink), &random),
          dataset, id: id, person: persons + life.number * 4 + child.position)
      }
    }
    for (child, birthYear) in life.childrenInHousing.sorted(by: { $0.key < $1.key }) {
      var random = RandomStream(seed: seed, person: life.number, subject: 3000 + UInt64(child))
      let source = SourcePerson(
        childBornIn: birthYear, isGirl: random.chance(490), of: person,
        ethnicity: life.person.ethnicity, &random)
      write(
        SourceRecord(
          of: source, errors: .of(.housing, isHardToLink: life.person.isHardToLink), &random),
        .housing, id: life.permutations.child(child, of: life.number),
        person: persons * 5 + life.number * 3 + child)
    }
  }

  private func write(_ record: SourceRecord, _ dataset: SourceDataset, id: Int, person: Int) {
    let file = files[dataset.position]
    file.field(id)
    file.field(record.firstInitial.map(String.init) ?? "")
    file.field(record.surnameInitial.map(String.init) ?? "")
    file.field(day: record.birthDate.map { Int($0.rawValue) })
    file.field(record.sex)
    file.field(record.district)
    file.endRow()
    truth.field(dataset.rawValue)
    truth.field(id)
    truth.field(people.place(of: person))
    truth.endRow()
  }

  func check() throws(SyntheticPackageError) {
    for file in files + [truth] { try file.check() }
  }

  func commit() throws(SyntheticPackageError) {
    for file in files + [truth] { try file.finish() }
    try folder.commit()
  }

  func discard() { folder.discard() }
}

import CohortModel

/// The folder of person records as the systems hold them, and the truth about them.
final class SourceRecordFiles {
  /// Its name, beside the package.
  static let name = "source_records"

  private let folder: PackageFolder
  private let files: [BufferedFile]
  private let truth: BufferedFile
  private let seed: UInt64
  private let people: KeyedPermutation

  init(beside package: String, persons: Int, seed: UInt64) throws(SyntheticPackageError) {
    self.seed = seed
    people = KeyedPermutation(count: persons, key: RandomStream.mix(seed &+ 300))
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

  /// The records of a person under all ids that were used for them.
  func write(_ life: LifeCourse) {
    var random = RandomStream(seed: seed, person: life.number, subject: 1000)
    let person = SourcePerson(life.person, &random)
    let number = people.place(of: life.number)
    for (dataset, isSecond, id) in life.sources.records {
      let place = dataset.position
      var random = RandomStream(
        seed: seed, person: life.number, subject: 1001 + UInt64(place) * 2 + (isSecond ? 1 : 0))
      let record = SourceRecord(
        of: person, errors: .of(dataset, isHardToLink: life.person.isHardToLink), &random)
      let file = files[place]
      file.field(id)
      file.field(record.firstInitial.map(String.init) ?? "")
      file.field(record.surnameInitial.map(String.init) ?? "")
      file.field(day: record.birthDate.map { Int($0.rawValue) })
      file.field(record.sex)
      file.field(record.district)
      file.endRow()
      truth.field(dataset.rawValue)
      truth.field(id)
      truth.field(number)
      truth.endRow()
    }
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

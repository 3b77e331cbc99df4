import CohortModel

/// Data packages of invented people: linked records for every pilot, with the faults of real ones.
///
/// The same seed and number of persons give the same bytes on any machine: random numbers come from
/// SplitMix64 keyed by person and subject, all arithmetic is in integers, and nothing depends on
/// the order of a dictionary. People are made one at a time, so memory does not grow with them.
public enum SyntheticPackage {
  /// The most people a package may have; source ids have room for two of each.
  public static let maximumPersons = 50_000_000

  /// Where the source records of a package at a path are written.
  public static func sourceRecords(beside directory: String) -> String {
    SourceRecordFiles.path(beside: directory)
  }

  /// Writes a whole package: records, links, code lists, pilots, agreements and policy.
  ///
  /// The package is written beside `directory` and put in its place when it is whole. A folder that
  /// holds anything is replaced only if an earlier package of this kind was written there.
  ///
  /// - Parameters:
  ///   - directory: The folder of the package; it need not exist, its parent must.
  ///   - persons: True persons, 1 … `maximumPersons`. Each has records in one or more datasets.
  ///   - seed: Names the package; the same seed gives the same bytes.
  ///   - sourceRecords: Write, beside the package, the person records as each system holds them and
  ///     the truth about them, for a linkage to be tried on. They are no part of the package.
  ///   - progress: Called now and then with the number of persons done.
  public static func write(
    to directory: String, persons: Int, seed: UInt64, sourceRecords: Bool = false,
    progress: (Int) -> Void = { _ in }
  ) throws(SyntheticPackageError) {
    guard (1...maximumPersons).contains(persons) else {
      throw .personsOutOfRange(persons, 1...maximumPersons)
    }
    let folder = try PackageFolder(replacing: directory)
    var sourceFiles: SourceRecordFiles?
    do throws(SyntheticPackageError) {
      for (path, text) in DescriptorFiles.all(persons: persons, seed: seed) {
        try folder.write(text, to: path)
      }
      if sourceRecords {
        sourceFiles = try SourceRecordFiles(beside: directory, persons: persons, seed: seed)
      }
      let records = try RecordFiles(in: folder)
      let permutations = Permutations(persons: persons, seed: seed)
      for number in stride(from: 0, to: persons, by: 2) {
        let (first, second) = LifeCourse.pair(
          number, seed: seed, permutations: permutations, records: records)
        if number + 1 == persons { first.partner = nil }
        for life in [first, second] where life.number < persons {
          life.write()
          sourceFiles?.write(life)
        }
        if number % 1024 == 1022, number + 1 < persons {
          try records.check()
          try sourceFiles?.check()
          progress(number + 2)
        }
      }
      try records.close()
      try sourceFiles?.commit()
      sourceFiles = nil
      try folder.commit()
    } catch {
      sourceFiles?.discard()
      folder.discard()
      throw error
    }
    progress(persons)
  }
}

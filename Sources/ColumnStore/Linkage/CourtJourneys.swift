import CohortModel

/// Which cases of the magistrates' courts went on to the Crown Court (`mags_crown_journey` of Data
/// First): the cases of both that belong together get one key, so that events are matched by it.
///
/// A case may have several defendants and a defendant several cases, so keys go by connected
/// components; events are matched within a person, which keeps defendants apart. All is in
/// memory: about a hundred bytes a case.
final class CourtJourneys {
  static let columns = [
    LinkColumn("estimated_match_score"), LinkColumn("mc_case_id", isIdentifier: true),
    LinkColumn("mc_defendant_id", isOptional: true, mayBeEmpty: true),
    LinkColumn("cc_defendant_on_case_id", mayBeEmpty: true, isIdentifier: true),
  ]

  private var numbers: [UInt64: UInt32] = [:]
  private var shared: [UInt64] = []
  /// Journeys that were taken in, and those that were too unsure.
  private(set) var journeys = 0
  private(set) var unsure = 0
  private(set) var input: BuildReport.Input?

  /// - Parameters:
  ///   - keys: of references, without journeys.
  ///   - threshold: the lowest match score that is believed.
  init(
    _ name: String, path: String, keys: ReferenceKeys, threshold: Double,
    report: (PackageProblem) -> Void
  ) throws(BuildError) {
    let digest = InputDigest()
    let magistrates = keys.on(.magistrates)
    let crown = keys.on(.crown)
    var pairs: [(UInt32, UInt32)] = []
    var all: [UInt64] = []
    var numbers: [UInt64: UInt32] = [:]
    func number(_ key: UInt64) -> UInt32 {
      if let number = numbers[key] { return number }
      let number = UInt32(all.count)
      numbers[key] = number
      all.append(key)
      return number
    }
    let table = LinkTable(
      path: path, name: name, columns: CourtJourneys.columns, digest: digest)
    try table.read(report: report, dropped: { _, _ in }) { (record, _) in
      guard let score = MatchScore.number(record[0]), (0...1).contains(score) else {
        report(
          PackageProblem(
            "The match score is not a number from 0 to 1.", file: name, line: record.line,
            field: "estimated_match_score"))
        return
      }
      // Without a defendant at the Crown Court the case ended where it began.
      if record[3].isEmpty { return }
      guard score >= threshold else {
        unsure += 1
        return
      }
      journeys += 1
      pairs.append((number(magistrates.key(record[1])), number(crown.key(record[3]))))
    }
    let sets = DisjointSets(count: all.count)
    for (left, right) in pairs { sets.join(left, right) }
    // The least key of a component, which does not depend on the order of the file.
    var least = all
    for index in all.indices {
      let root = Int(sets.root(UInt32(index)))
      least[root] = min(least[root], all[index])
    }
    shared = all.indices.map { least[Int(sets.root(UInt32($0)))] }
    self.numbers = numbers
    input = digest.input(name)
  }

  /// The key that a case shares with those that it went on to or came from.
  func key(_ key: UInt64) -> UInt64 { numbers[key].map { shared[Int($0)] } ?? key }
}

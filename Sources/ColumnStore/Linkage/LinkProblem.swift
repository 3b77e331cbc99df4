import CohortModel

/// The datasets that resources belong to, with the digests from which their records start.
struct LinkDatasets {
  private let known: [(name: [UInt8], seed: RecordDigest)]

  init(_ package: DataPackage) {
    known = Set(package.fileResources.map(\.dataset)).sorted().map {
      (Array($0.utf8), RecordDigest.seed(dataset: $0))
    }
  }

  @inline(__always)
  func seed(_ name: Bytes) -> (seed: RecordDigest, isKnown: Bool) {
    for dataset in known where dataset.name.count == name.count {
      if dataset.name.elementsEqual(name) { return (dataset.seed, true) }
    }
    return (RecordDigest.seed(dataset: String(decoding: name, as: UTF8.self)), false)
  }
}

/// What is wrong with the files of a linkage, as problems of a package.
enum LinkProblem {
  static func problem(
    _ breach: SpineBuilder.Breach, _ file: String, _ line: Int, fields: PackageLinks.Levels<String>
  ) -> PackageProblem {
    switch breach {
    case .duplicateRecord:
      duplicate(file, line)
    case .highInTwoMedium:
      PackageProblem(
        "The “high” cluster lies in more than one “medium” cluster.", file: file, line: line,
        field: fields.high)
    case .mediumInTwoLow:
      PackageProblem(
        "The “medium” cluster lies in more than one “low” cluster.", file: file, line: line,
        field: fields.medium)
    }
  }

  static func duplicate(_ file: String, _ line: Int, field: String = "record_id")
    -> PackageProblem
  {
    PackageProblem(
      "The record of this dataset is listed more than once.", file: file, line: line, field: field)
  }

  /// A column that says nothing about who is who: linkage programs write their inputs out with their
  /// clusters.
  static func dropped(_ column: String, isPersonal: Bool, _ file: String, _ place: Int)
    -> PackageProblem
  {
    let message =
      isPersonal
      ? "The column holds personal data. It is dropped; leave it out of the file."
      : "The column is not one of the linkage. It is dropped."
    let rule = RefusedNames.rule(against: column) ?? (isPersonal ? "G10" : "G14")
    return PackageProblem(
      message, severity: .warning, file: file, line: 1, column: place + 1, field: column,
      rule: rule)
  }

  static func duplicates(_ count: Int, _ file: String) -> PackageProblem {
    PackageProblem(
      "\(count) records are listed more than once, in different clusters.", file: file,
      field: "record_id")
  }
}

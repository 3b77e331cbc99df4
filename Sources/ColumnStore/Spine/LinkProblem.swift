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

/// What is wrong with the person spine, as problems of a package.
enum LinkProblem {
  static func problem(_ breach: SpineBuilder.Breach, _ file: String, _ line: Int)
    -> PackageProblem
  {
    switch breach {
    case .duplicateRecord:
      PackageProblem(
        "The record of this dataset is listed more than once.", file: file, line: line,
        field: "record_id")
    case .highInTwoMedium:
      PackageProblem(
        "The “high” cluster lies in more than one “medium” cluster.", file: file, line: line,
        field: "high")
    case .mediumInTwoLow:
      PackageProblem(
        "The “medium” cluster lies in more than one “low” cluster.", file: file, line: line,
        field: "medium")
    }
  }

  /// A column that says nothing about who is who: linkage programs write their inputs out with their
  /// clusters.
  static func dropped(_ column: String, _ file: String, _ place: Int) -> PackageProblem {
    let rule = RefusedNames.identifierRule(column)
    let message =
      rule == nil
      ? "The column is not one of a person spine. It is dropped."
      : "The column is named as one of personal data. It is dropped; leave it out of the file."
    return PackageProblem(
      message, severity: .warning, file: file, line: 1, column: place + 1, field: column,
      rule: rule ?? "G14")
  }

  static func duplicates(_ count: Int, _ file: String) -> PackageProblem {
    PackageProblem(
      "\(count) records are listed more than once, in different clusters.", file: file,
      field: "record_id")
  }
}

import CohortModel

/// Checks the person spine: each record once, clusters within clusters, known datasets.
struct LinkCheck {
  let name: String
  let path: String
  let memory: Int
  let temporary: TemporaryFolder

  func run(_ package: DataPackage, into list: inout ProblemList) throws(BuildError) {
    var problems = list
    let builder = SpineBuilder(temporary: temporary, memory: memory)
    let records = KeySet(memory: memory, temporary: temporary)
    let datasets = LinkDatasets(package)
    let cluster = RecordDigest.seed(dataset: "cluster")
    var census = IdentifierCensus(LinkFile.columns, missingValues: [])
    var rows = 0
    try LinkFile(path: path, name: name).read {
      problems.add($0)
    } each: {
      (record, _) throws(BuildError) in
      if IdentifierCensus.samples(row: rows) { census.add(record) }
      rows += 1
      let (seed, isKnown) = datasets.seed(record.dataset)
      if !isKnown {
        problems.add(
          PackageProblem(
            "No resource belongs to this dataset.", severity: .warning, file: name,
            line: record.line, field: "source_dataset"))
      }
      let digest = RecordDigest(of: record.record, from: seed)
      try records.add(digest, row: record.line)
      try builder.add(
        digest, high: RecordDigest(of: record.high, from: cluster).first,
        medium: RecordDigest(of: record.medium, from: cluster).first,
        low: RecordDigest(of: record.low, from: cluster).first, line: record.line)
    }
    try records.duplicates { problems.add(LinkProblem.problem(.duplicateRecord, name, $0)) }
    builder.breach = { breach, line in
      if breach != .duplicateRecord { problems.add(LinkProblem.problem(breach, name, line)) }
    }
    try builder.check()
    problems.add(census.problems(file: name, isInOrder: false))
    list = problems
  }
}

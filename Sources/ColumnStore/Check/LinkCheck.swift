import CohortModel

/// Checks the links of a package: each record once, clusters within clusters, known datasets, and
/// what the form of the files demands.
struct LinkCheck {
  let folder: String
  let data: String?
  let memory: Int
  let temporary: TemporaryFolder

  func run(_ package: DataPackage, into list: inout ProblemList) throws(BuildError) {
    let found = FoundProblems(list)
    defer { list = found.list }
    if let path = package.optOutsPath {
      _ = try OptOuts(
        path, of: package, folder: folder, data: data, report: { found.list.add($0) })
    }
    guard let links = package.links else { return }
    if let path = links.journey {
      _ = try CourtJourneys(
        path, path: ResourceFile.locate(path, package: folder, data: data),
        keys: ReferenceKeys(secret: [0]), threshold: 0, report: { found.list.add($0) })
    }
    let builder = SpineBuilder(temporary: temporary, memory: memory)
    let records = KeySet(memory: memory, temporary: temporary)
    let source = LinkImport(
      links, of: package, folder: folder, data: data, memory: memory, temporary: temporary,
      report: { found.list.add($0) })
    try source.read { (record) throws(BuildError) in
      try records.add(record.digest, row: record.line)
      try builder.add(
        record.digest, high: record.high, medium: record.medium, low: record.low,
        line: record.line)
    }
    let (file, fields) = source.breachPlace
    try records.duplicates { found.list.add(LinkProblem.duplicate(file, $0)) }
    builder.breach = { breach, line in
      if breach != .duplicateRecord {
        found.list.add(LinkProblem.problem(breach, file, line, fields: fields))
      }
    }
    try builder.check()
  }

  /// The problems, for several closures to add to.
  private final class FoundProblems {
    var list: ProblemList

    init(_ list: ProblemList) { self.list = list }
  }
}

import CohortModel

/// Source records whose persons opted out (G27): source_dataset, record_id.
///
/// They are held in memory, some forty bytes each.
struct OptOuts {
  private(set) var records: Set<RecordDigest> = []
  private(set) var input: BuildReport.Input?

  /// Nobody opted out.
  init() {}

  /// Reads the file; other columns are dropped.
  init(
    _ name: String, of package: DataPackage, folder: String, data: String?,
    report: (PackageProblem) -> Void
  ) throws(BuildError) {
    let digest = InputDigest()
    let datasets = LinkDatasets(package)
    // Without links all resources share one person id.
    let shared = package.links == nil ? RecordDigest.seed(dataset: "") : nil
    let table = LinkTable(
      path: ResourceFile.locate(name, package: folder, data: data), name: name,
      columns: [LinkColumn("source_dataset"), LinkColumn("record_id")], digest: digest)
    var found: Set<RecordDigest> = []
    try table.read(report: report, dropped: { _, _ in }) { (record, _) in
      let (seed, isKnown) = datasets.seed(record[0])
      if !isKnown {
        report(
          PackageProblem(
            "No resource belongs to this dataset.", severity: .warning, file: name,
            line: record.line, field: "source_dataset"))
      }
      found.insert(RecordDigest(of: record[1], from: shared ?? seed))
    }
    records = found
    input = digest.input(name)
  }

  var isEmpty: Bool { records.isEmpty }

  @inline(__always)
  func contains(_ record: RecordDigest) -> Bool { !records.isEmpty && records.contains(record) }
}

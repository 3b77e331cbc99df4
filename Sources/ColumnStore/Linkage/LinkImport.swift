import CohortModel

/// Reads the links of a package, in whatever form they are, as records with their clusters.
final class LinkImport {
  /// A source record with the digests of its clusters at the three levels.
  struct LinkedRecord {
    var digest: RecordDigest
    var high: UInt64
    var medium: UInt64
    var low: UInt64
    var line: Int
  }

  let package: DataPackage
  let links: PackageLinks
  let memory: Int
  let temporary: TemporaryFolder
  private let folder: String
  private let data: String?
  private let datasets: LinkDatasets
  /// The dataset of records whose files have no column for it.
  private let namedDataset: [UInt8]
  private let clusterSeed = RecordDigest.seed(dataset: "cluster")
  private let report: (PackageProblem) -> Void
  /// Is told the file and the bytes read of it, now and then.
  private let progress: (String, Int) -> Void

  /// Called for every record with its dataset, in the order of the files.
  var seen: (RecordDigest, Bytes) throws(BuildError) -> Void = { _, _ in }
  /// Records of the links, and those of datasets that no resource belongs to.
  private(set) var records = 0
  private(set) var recordsOfOtherDatasets = 0
  /// Pairs of records that were compared, where pairs were read.
  var pairs = 0
  private(set) var droppedColumns: [String] = []
  private(set) var personalColumns: [String] = []
  private(set) var inputs: [BuildReport.Input] = []

  /// - Parameters:
  ///   - folder: the package.
  ///   - memory: bytes that sorting may take at once.
  init(
    _ links: PackageLinks, of package: DataPackage, folder: String, data: String?, memory: Int,
    temporary: TemporaryFolder, report: @escaping (PackageProblem) -> Void,
    progress: @escaping (String, Int) -> Void = { _, _ in }
  ) {
    self.links = links
    self.package = package
    self.folder = folder
    self.data = data
    self.memory = memory
    self.temporary = temporary
    self.report = report
    self.progress = progress
    datasets = LinkDatasets(package)
    namedDataset = Array((links.dataset ?? "").utf8)
  }

  /// Reads all records, each with its clusters. Records that come twice are the spine's to find.
  func read(_ each: (LinkedRecord) throws(BuildError) -> Void) throws(BuildError) {
    switch links.format {
    case .spine, .lookup: try readLookup(each)
    case .xjsLink: try readLinkIDs(each)
    case .splinkClusters: try readClusters(each)
    case .splinkPredictions: try readPredictions(each)
    }
  }

  /// The file by which a breach of the spine is called, and its columns of clusters.
  var breachPlace: (file: String, fields: PackageLinks.Levels<String>) {
    switch links.format {
    case .spine: (links.path ?? "", .init(high: "high", medium: "medium", low: "low"))
    case .lookup:
      (
        links.path ?? "",
        .init(high: "cluster_high", medium: "cluster_medium", low: "cluster_low")
      )
    case .xjsLink: (links.path ?? "", .init(high: "xjs_link", medium: "xjs_link", low: "xjs_link"))
    case .splinkClusters:
      (
        links.clusters?.high ?? "",
        .init(high: "cluster_id", medium: "cluster_id", low: "cluster_id")
      )
    case .splinkPredictions:
      (links.records ?? "", .init(high: "unique_id", medium: "unique_id", low: "unique_id"))
    }
  }

  // MARK: Columns

  var recordColumn: String { package.linkageModel?.recordColumn ?? "unique_id" }
  var datasetColumn: String { package.linkageModel?.datasetColumn ?? "source_dataset" }

  /// The column of source datasets, which a file may lack where one dataset is named for all.
  var datasetRole: LinkColumn {
    LinkColumn(datasetColumn, "source_dataset", isOptional: links.dataset != nil)
  }

  // MARK: Files

  /// Reads a file of the linkage.
  func table(
    _ name: String, _ columns: [LinkColumn],
    isExpected: @escaping (String) -> Bool = { _ in false },
    each: (LinkTable.Record) throws(BuildError) -> Void
  ) throws(BuildError) {
    let digest = InputDigest()
    let compared = Set(package.linkageModel?.comparedFields ?? [])
    let conditions = (package.linkageModel?.comparisons ?? []).flatMap(\.levels).map(\.condition)
    let table = LinkTable(
      path: ResourceFile.locate(name, package: folder, data: data), name: name, columns: columns,
      isExpected: isExpected,
      isPersonal: { column in
        let field = LinkImport.withoutSide(column)
        return compared.contains(field) || RefusedNames.rule(against: field) != nil
          || conditions.contains {
            $0.contains("\"\(field)_l\"") || $0.contains("\"\(field)_r\"")
          }
      }, digest: digest)
    var rows = 0
    try table.read(report: report) { column, isPersonal in
      if !droppedColumns.contains(column) { droppedColumns.append(column) }
      if isPersonal, !personalColumns.contains(column) { personalColumns.append(column) }
    } each: { (record, bytes) throws(BuildError) in
      try each(record)
      rows += 1
      if rows & 0xFFFF == 0 { progress(name, bytes) }
    }
    inputs.append(digest.input(name))
  }

  /// A column of pairs without the side that it is of.
  static func withoutSide(_ column: String) -> String {
    column.hasSuffix("_l") || column.hasSuffix("_r") ? String(column.dropLast(2)) : column
  }

  // MARK: Digests

  /// The digest of a record of a dataset; of the dataset of all records where the field is empty.
  func digest(_ record: Bytes, dataset: Bytes) -> RecordDigest {
    guard dataset.isEmpty, !namedDataset.isEmpty else {
      return RecordDigest(of: record, from: datasets.seed(dataset).seed)
    }
    return namedDataset.withUnsafeBufferPointer {
      RecordDigest(of: record, from: datasets.seed($0).seed)
    }
  }

  /// Counts a record, and warns where no resource belongs to its dataset.
  func count(_ digest: RecordDigest, dataset: Bytes, _ file: String, _ line: Int)
    throws(BuildError)
  {
    records += 1
    guard dataset.isEmpty, !namedDataset.isEmpty else {
      try count(digest, datasetNamed: dataset, file, line)
      return
    }
    try namedDataset.withUnsafeBufferPointer { (name) throws(BuildError) in
      try count(digest, datasetNamed: name, file, line)
    }
  }

  private func count(_ digest: RecordDigest, datasetNamed name: Bytes, _ file: String, _ line: Int)
    throws(BuildError)
  {
    try seen(digest, name)
    guard !datasets.seed(name).isKnown else { return }
    recordsOfOtherDatasets += 1
    report(
      PackageProblem(
        "No resource belongs to this dataset.", severity: .warning, file: file, line: line,
        field: "source_dataset"))
  }

  /// The digest of a cluster, which is not kept: persons get keys from their records.
  func cluster(_ id: Bytes) -> UInt64 { RecordDigest(of: id, from: clusterSeed).first }

  func tell(_ problem: PackageProblem) { report(problem) }
}

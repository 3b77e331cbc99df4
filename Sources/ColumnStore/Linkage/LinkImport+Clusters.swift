import CohortModel

extension LinkImport {
  /// Splink's cluster tables, a file for each level: every record is in each of them once.
  ///
  /// The rows of all three are sorted by record, so that memory is fixed whatever their number.
  func readClusters(_ each: (LinkedRecord) throws(BuildError) -> Void) throws(BuildError) {
    guard let files = links.clusters else { return }
    let rows = ExternalSorter(width: 5, keyWidth: 3, memory: memory, temporary: temporary)
    var earlier: [String: [Int]] = [:]
    for (number, level) in LinkLevel.allCases.enumerated() {
      earlier[files[level], default: []].append(number)
    }
    for (number, level) in LinkLevel.allCases.enumerated() {
      let name = files[level]
      // The same file may stand for several levels; it is read once.
      guard let levels = earlier[name], levels.first == number else { continue }
      let columns = [
        datasetRole, LinkColumn(recordColumn, isIdentifier: true),
        LinkColumn("cluster_id", isIdentifier: true),
      ]
      try table(name, columns) { (record) throws(BuildError) in
        let digest = digest(record[1], dataset: record[0])
        if number == 0 { try count(digest, dataset: record[0], name, record.line) }
        let cluster = cluster(record[2])
        for level in levels {
          let words = try rows.append()
          words[0] = digest.first
          words[1] = digest.second
          words[2] = UInt64(level)
          words[3] = cluster
          words[4] = UInt64(record.line)
        }
      }
    }
    try join(try rows.sorted(), files, each)
  }

  private func join(
    _ rows: SortedRecords, _ files: PackageLinks.Levels<String>,
    _ each: (LinkedRecord) throws(BuildError) -> Void
  ) throws(BuildError) {
    var clusters: [UInt64?] = [nil, nil, nil]
    var current: RecordDigest?
    var line = 0
    var isIncomplete = [false, false, false]
    func finish() throws(BuildError) {
      guard let current else { return }
      for (number, level) in LinkLevel.allCases.enumerated()
      where clusters[number] == nil && !isIncomplete[number] {
        isIncomplete[number] = true
        tell(
          PackageProblem(
            "Records of another level's file are not in this one. Each of the three has all records,"
              + " those without a link included.",
            file: files[level], field: recordColumn))
      }
      guard let high = clusters[0], let medium = clusters[1], let low = clusters[2] else { return }
      try each(
        LinkedRecord(digest: current, high: high, medium: medium, low: low, line: line))
    }
    while let words = try rows.next() {
      let digest = RecordDigest(first: words[0], second: words[1])
      let level = Int(words[2])
      if digest != current {
        try finish()
        current = digest
        clusters = [nil, nil, nil]
        line = Int(words[4])
      } else if clusters[level] != nil {
        let file = files[LinkLevel.allCases[level]]
        // A file that stands for several levels is told of once.
        if !LinkLevel.allCases[..<level].contains(where: { files[$0] == file }) {
          tell(LinkProblem.duplicate(file, Int(words[4]), field: recordColumn))
        }
      }
      clusters[level] = words[3]
    }
    try finish()
  }
}

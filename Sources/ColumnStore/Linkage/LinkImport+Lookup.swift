import CohortModel

extension LinkImport {
  /// A person spine, or a lookup as the Ministry of Justice publishes it: a row for each record with
  /// its clusters at the three levels.
  func readLookup(_ each: (LinkedRecord) throws(BuildError) -> Void) throws(BuildError) {
    guard let name = links.path else { return }
    let isSpine = links.format == .spine
    let columns = [
      datasetRole,
      isSpine
        ? LinkColumn("record_id", isIdentifier: true)
        : LinkColumn("person_id", recordColumn, isIdentifier: true),
      LinkColumn(isSpine ? "high" : "cluster_high", isIdentifier: true),
      LinkColumn(isSpine ? "medium" : "cluster_medium", isIdentifier: true),
      LinkColumn(isSpine ? "low" : "cluster_low", isIdentifier: true),
    ]
    try table(name, columns) { (record) throws(BuildError) in
      let digest = digest(record[1], dataset: record[0])
      try count(digest, dataset: record[0], name, record.line)
      try each(
        LinkedRecord(
          digest: digest, high: cluster(record[2]),
          medium: cluster(record[3]), low: cluster(record[4]), line: record.line))
    }
  }

  /// One link id for each record, as in Data First. A record without one is a person of its own.
  func readLinkIDs(_ each: (LinkedRecord) throws(BuildError) -> Void) throws(BuildError) {
    guard let name = links.path else { return }
    let columns = [
      datasetRole, LinkColumn("record_id", "person_id", recordColumn, isIdentifier: true),
      LinkColumn("xjs_link", mayBeEmpty: true, isIdentifier: true),
    ]
    try table(name, columns) { (record) throws(BuildError) in
      let digest = digest(record[1], dataset: record[0])
      try count(digest, dataset: record[0], name, record.line)
      let person = record[2].isEmpty ? alone(digest) : cluster(record[2])
      try each(
        LinkedRecord(
          digest: digest, high: person, medium: person, low: person, line: record.line))
    }
  }

  /// The cluster of a record that is linked to no other.
  private func alone(_ digest: RecordDigest) -> UInt64 {
    withUnsafeBytes(of: (digest.first, digest.second)) {
      RecordDigest(
        of: $0.bindMemory(to: UInt8.self), from: RecordDigest.seed(dataset: "alone")
      ).first
    }
  }
}

import CohortModel

extension LinkImport {
  /// Splink's pairs, and all records: the clusters of each level are the connected components of the
  /// pairs whose match probability reaches its threshold.
  ///
  /// 1. Records, sorted by digest, get numbers.
  /// 2. The ends of the pairs, sorted by digest, get the numbers of their records.
  /// 3. Pairs, the surest first, join records; after each level the clusters are written down.
  ///
  /// Memory is fixed but for four bytes a record in step 3.
  func readPredictions(_ each: (LinkedRecord) throws(BuildError) -> Void) throws(BuildError) {
    guard let thresholds = links.thresholds, let pairs = links.predictions,
      let records = links.records
    else { return }
    let numbered = try readRecords(records)
    let ends = ExternalSorter(width: 4, keyWidth: 2, memory: memory / 2, temporary: temporary)
    try readPairs(pairs, thresholds, into: ends)
    let edges = ExternalSorter(width: 2, keyWidth: 1, memory: memory / 2, temporary: temporary)
    try number(ends, numbered, pairs, into: edges)
    let labels = try clusters(of: edges, count: numbered.count)
    let reader = RecordFileReader(numbered.file, width: 3, count: numbered.count)
    let levels = labels.map { RecordFileReader($0, width: 1, count: numbered.count) }
    while let words = try reader.next() {
      let digest = RecordDigest(first: words[0], second: words[1])
      let line = Int(words[2])
      guard let high = try levels[0].next()?.pointee, let medium = try levels[1].next()?.pointee,
        let low = try levels[2].next()?.pointee
      else { return }
      try each(LinkedRecord(digest: digest, high: high, medium: medium, low: low, line: line))
    }
  }

  /// Records in order of their digests: digest, line.
  private func readRecords(_ name: String) throws(BuildError) -> (file: OutputFile, count: Int) {
    let rows = ExternalSorter(width: 3, keyWidth: 3, memory: memory / 2, temporary: temporary)
    let columns = [datasetRole, LinkColumn(recordColumn, "record_id", isIdentifier: true)]
    try table(name, columns) { (record) throws(BuildError) in
      let digest = digest(record[1], dataset: record[0])
      try count(digest, dataset: record[0], name, record.line)
      let words = try rows.append()
      words[0] = digest.first
      words[1] = digest.second
      words[2] = UInt64(record.line)
    }
    guard rows.count < Int(UInt32.max) - 1 else { throw .tooManyRecords(resource: "links") }
    let file = try temporary.file()
    let writer = RecordFileWriter(file, width: 3, temporary: temporary)
    let sorted = try rows.sorted()
    var previous: RecordDigest?
    while let words = try sorted.next() {
      let digest = RecordDigest(first: words[0], second: words[1])
      if digest == previous {
        tell(LinkProblem.duplicate(name, Int(words[2]), field: recordColumn))
        continue
      }
      previous = digest
      try writer.append().update(from: words, count: 3)
    }
    try writer.flush()
    return (file, writer.count)
  }

  /// Both ends of each pair: digest, number of the pair and side, line and strictest level reached
  /// (3 for high, 0 for none).
  private func readPairs(
    _ name: String, _ thresholds: PackageLinks.Levels<Double>, into ends: ExternalSorter
  ) throws(BuildError) {
    let datasetIsOptional = links.dataset != nil
    let columns = [
      LinkColumn("match_weight"), LinkColumn("match_probability"),
      LinkColumn(recordColumn + "_l", isIdentifier: true),
      LinkColumn(recordColumn + "_r", isIdentifier: true),
      LinkColumn(datasetColumn + "_l", isOptional: datasetIsOptional),
      LinkColumn(datasetColumn + "_r", isOptional: datasetIsOptional),
    ]
    let prefixes = package.linkageModel?.calculationPrefixes ?? ["mw_", "bf_", "gamma_", "tf_"]
    try table(
      name, columns,
      isExpected: { column in column == "match_key" || prefixes.contains(where: column.hasPrefix) }
    ) { (record) throws(BuildError) in
      func refuse(_ message: String, _ field: String) {
        tell(PackageProblem(message, file: name, line: record.line, field: field))
      }
      guard let probability = MatchScore.number(record[1]), (0...1).contains(probability) else {
        refuse("The match probability is not a number from 0 to 1.", "match_probability")
        return
      }
      guard let weight = MatchScore.number(record[0]) else {
        refuse("The match weight is not a number.", "match_weight")
        return
      }
      guard MatchScore.agree(weight: weight, probability: probability) else {
        refuse(
          "The match probability is not the one of the match weight, 2^w / (1 + 2^w).",
          "match_probability")
        return
      }
      let left = digest(record[2], dataset: record[4])
      let right = digest(record[3], dataset: record[5])
      guard left != right else {
        refuse("The pair names one record twice.", recordColumn + "_r")
        return
      }
      let level =
        probability >= thresholds.high
        ? 3 : probability >= thresholds.medium ? 2 : probability >= thresholds.low ? 1 : 0
      for (side, end) in [left, right].enumerated() {
        let words = try ends.append()
        words[0] = end.first
        words[1] = end.second
        words[2] = UInt64(2 * pairs + side)
        words[3] = UInt64(record.line) << 2 | UInt64(level)
      }
      pairs += 1
    }
  }

  /// Replaces the ends by the numbers of their records: level (surest first), pair and side; number.
  private func number(
    _ ends: ExternalSorter, _ records: (file: OutputFile, count: Int), _ name: String,
    into edges: ExternalSorter
  ) throws(BuildError) {
    let reader = RecordFileReader(records.file, width: 3, count: records.count)
    let sorted = try ends.sorted()
    var record: RecordDigest?
    var next: UInt32 = 0
    while let words = try sorted.next() {
      let digest = RecordDigest(first: words[0], second: words[1])
      while record == nil || record! < digest, let following = try reader.next() {
        record = RecordDigest(first: following[0], second: following[1])
        next += 1
      }
      guard record == digest else {
        tell(
          PackageProblem(
            "The pair names a record that is not in “\(links.records ?? "")”.", file: name,
            line: Int(words[3] >> 2), field: recordColumn + (words[2] & 1 == 0 ? "_l" : "_r")))
        continue
      }
      let level = words[3] & 3
      guard level > 0 else { continue }
      let place = try edges.append()
      place[0] = (3 - level) << 56 | words[2]
      place[1] = UInt64(next - 1)
    }
  }

  /// For each level the cluster of every record, in their order: the number of its first record.
  private func clusters(of edges: ExternalSorter, count: Int) throws(BuildError) -> [OutputFile] {
    let sets = DisjointSets(count: count)
    let sorted = try edges.sorted()
    var files: [OutputFile] = []
    var open: (pair: UInt64, record: UInt32)?
    while let words = try sorted.next() {
      let pair = words[0] >> 1
      while files.count < Int(words[0] >> 56) { files.append(try save(sets, count: count)) }
      let record = UInt32(truncatingIfNeeded: words[1])
      // An end alone is one whose other end is unknown, which refuses the build.
      if let open, open.pair == pair { sets.join(open.record, record) }
      open = (pair, record)
    }
    while files.count < 3 { files.append(try save(sets, count: count)) }
    return files
  }

  private func save(_ sets: DisjointSets, count: Int) throws(BuildError) -> OutputFile {
    let file = try temporary.file()
    let writer = RecordFileWriter(file, width: 1, temporary: temporary)
    for record in 0..<count {
      try writer.append().pointee = UInt64(sets.root(UInt32(truncatingIfNeeded: record)))
    }
    try writer.flush()
    return file
  }
}

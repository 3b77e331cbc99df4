import CohortModel
import ColumnStore
import Foundation
import Testing

/// The ten tests that an importer of Splink's output has to pass, on real files of Splink 4.0.16 and
/// 5.0.0 where they are there. `LinkFormTests` has small ones of the same kind that always run.
@Suite("Splink's own files", .enabled(if: SplinkFiles.exist))
struct SplinkImportTests {
  private static let three = "link_and_dedupe/"

  /// Records of three systems with Splink's clusters at three thresholds.
  private func clusters(
    changing change: (String, String) -> String = { $1 }, model: LinkageModel? = nil
  ) throws -> LinkedPackage {
    let names = ["clusters_099.csv", "clusters_095.csv", "clusters_08.csv"]
    var files: [String: String] = [:]
    for name in names {
      files[name] = change(name, try SplinkFiles.text(SplinkImportTests.three + name))
    }
    let rows = SplinkFiles.rows(try SplinkFiles.text(SplinkImportTests.three + names[0]))
    return try LinkedPackage(
      PackageLinks(
        format: .splinkClusters, clusters: .init(high: names[0], medium: names[1], low: names[2])),
      model: try model ?? SplinkFiles.model(SplinkImportTests.three + "model.json"),
      records: rows.map { ($0["source_dataset"]!, $0["unique_id"]!) }, files: files)
  }

  private func file(_ level: LinkLevel) -> String {
    switch level {
    case .high: "clusters_099.csv"
    case .medium: "clusters_095.csv"
    case .low: "clusters_08.csv"
    }
  }

  /// What a cluster file says of each record.
  private func cluster(_ path: String) throws -> (String, String) -> String {
    var clusters: [String: String] = [:]
    for row in SplinkFiles.rows(try SplinkFiles.text(path)) {
      clusters["\(row["source_dataset"] ?? "all")/\(row["unique_id"]!)"] = row["cluster_id"]!
    }
    return { clusters["\($0)/\($1)"] ?? "none" }
  }

  /// The pairs of the three systems, with all records.
  private func predictions(
    changing change: (String) -> String = { $0 }, records: (String) -> String = { $0 }
  ) throws -> LinkedPackage {
    let all = try SplinkFiles.text(SplinkImportTests.three + "clusters_08.csv")
    let pairs = change(try SplinkFiles.text(SplinkImportTests.three + "predictions.csv"))
    return try LinkedPackage(
      PackageLinks(
        format: .splinkPredictions, predictions: "predictions.csv",
        thresholds: .init(high: 0.99, medium: 0.95, low: 0.8), records: "records.csv"),
      model: try SplinkFiles.model(SplinkImportTests.three + "model.json"),
      records: SplinkFiles.rows(all).map { ($0["source_dataset"]!, $0["unique_id"]!) },
      files: ["predictions.csv": pairs, "records.csv": records(all)])
  }

  @Test(
    "1. predictions, minimal: their components are Splink's clusters",
    arguments: [1 << 20, 1 << 12])
  func importer1Minimal(memory: Int) throws {
    let linked = try predictions()
    let report = try linked.build(memory: memory)
    #expect(report.persons.pairs == 876)
    for level in LinkLevel.allCases {
      let cluster = try cluster(SplinkImportTests.three + file(level))
      #expect(try linked.persons(at: level) == linked.expected(cluster), "\(level)")
    }
    let one = try SplinkFiles.text("fake_1000_dedupe/clusters_095_full.csv")
    let deduplicated = try LinkedPackage(
      PackageLinks(
        format: .splinkPredictions, predictions: "p.csv",
        thresholds: .init(high: 0.95, medium: 0.95, low: 0.95), records: "r.csv", dataset: "all"),
      model: try SplinkFiles.model("fake_1000_dedupe/model.json"),
      records: SplinkFiles.rows(one).map { ("all", $0["unique_id"]!) },
      files: [
        "p.csv": try SplinkFiles.text("fake_1000_dedupe/predictions_minimal.csv"), "r.csv": one,
      ])
    try deduplicated.build(memory: memory)
    #expect(
      try deduplicated.persons(at: .low)
        == deduplicated.expected(cluster("fake_1000_dedupe/clusters_095_full.csv")))
  }

  @Test("1. predictions of Splink 4, with all columns: Bayes factors are no match weights")
  func importer1Fourth() throws {
    let text = try SplinkFiles.text("splink4_for_comparison/predictions_v4_first50.csv")
    let pairs = SplinkFiles.rows(text)
    let ids = Set(pairs.flatMap { [$0["unique_id_l"]!, $0["unique_id_r"]!] }).sorted()
    let model = try SplinkFiles.model("splink4_for_comparison/model_v4.json")
    #expect(model.generation == 4)
    let linked = try LinkedPackage(
      PackageLinks(
        format: .splinkPredictions, predictions: "p.csv",
        thresholds: .init(high: 0.99, medium: 0.9, low: 0.5), records: "r.csv", dataset: "all"),
      model: model, records: ids.map { ("all", $0) },
      files: ["p.csv": text, "r.csv": "unique_id\n" + ids.map { $0 + "\n" }.joined()])
    let report = try linked.build()
    let personal = Set(report.persons.personalColumns)
    #expect(personal.isSuperset(of: ["first_name_l", "surname_r", "dob_l", "city_r", "email_l"]))
    #expect(!report.persons.droppedColumns.contains { $0.hasPrefix("bf_") || $0 == "match_key" })
    // Components by brute force.
    for (level, threshold) in [(LinkLevel.high, 0.99), (.medium, 0.9), (.low, 0.5)] {
      var labels = Dictionary(uniqueKeysWithValues: ids.map { ($0, $0) })
      for pair in pairs where Double(pair["match_probability"]!)! >= threshold {
        let (left, right) = (labels[pair["unique_id_l"]!]!, labels[pair["unique_id_r"]!]!)
        for id in ids where labels[id] == right { labels[id] = left }
      }
      #expect(try linked.persons(at: level) == linked.expected { (_, id) in labels[id]! })
    }
  }

  @Test("2. renamed id columns are read by the model")
  func importer2Renamed() throws {
    let renamed = try clusters { _, text in
      let end = text.firstIndex(of: "\n")!
      let header = text[..<end].replacing("unique_id", with: "rec")
        .replacing("source_dataset", with: "system")
      return String(header) + String(text[end...])
    }
    let errors = try renamed.refusals()
    #expect(errors.contains { $0.field == "unique_id" && $0.line == 1 })
    var known = renamed
    known.package.linkageModel = try SplinkFiles.model(
      SplinkImportTests.three + "model.json",
      replacing: ["\"unique_id\"": "\"rec\"", "\"source_dataset\"": "\"system\""])
    try known.build()
    #expect(
      try known.persons(at: .medium)
        == known.expected(cluster(SplinkImportTests.three + "clusters_095.csv")))
  }

  @Test("3. personal columns of clusters are dropped, and a notice says which")
  func importer3Personal() throws {
    let linked = try clusters()
    let report = try linked.build()
    let columns = ["first_initial", "surname_initial", "dob", "sex", "lad"]
    #expect(Set(report.persons.droppedColumns) == Set(columns))
    #expect(Set(report.persons.personalColumns).isSuperset(of: ["first_initial", "dob"]))
    #expect(report.text.contains("Of these, personal data: first_initial"))
    let notices = linked.check().problems.filter { $0.rule == "G10" || $0.rule == "G11" }
    #expect(Set(notices.compactMap(\.field)).isSuperset(of: ["first_initial", "dob"]))
    #expect(notices.allSatisfy { $0.severity == .warning && $0.line == 1 })
    let said = "\(report)\(report.text)\(linked.check())"
    let dates = SplinkFiles.rows(try SplinkFiles.text(SplinkImportTests.three + file(.low)))
      .compactMap { $0["dob"] }.filter { !$0.isEmpty }
    #expect(!dates.isEmpty)
    #expect(!dates.contains { said.contains($0) })
  }

  @Test("4. cluster ids that are numbers, and ones that are text")
  func importer4Kinds() throws {
    let text = try SplinkFiles.text("fake_1000_dedupe/clusters_095_full.csv")
    let numbers = try LinkedPackage(
      PackageLinks(
        format: .splinkClusters, clusters: .init(high: "c.csv", medium: "c.csv", low: "c.csv"),
        dataset: "all"), model: try SplinkFiles.model("fake_1000_dedupe/model.json"),
      records: SplinkFiles.rows(text).map { ("all", $0["unique_id"]!) }, files: ["c.csv": text])
    let report = try numbers.build()
    #expect(report.persons.links == 1000)
    #expect(report.persons.high == 417)
    #expect(
      try numbers.persons(at: .high)
        == numbers.expected(cluster("fake_1000_dedupe/clusters_095_full.csv")))
    let texts = try clusters()
    try texts.build()
    for level in LinkLevel.allCases {
      let cluster = try cluster(SplinkImportTests.three + file(level))
      #expect(try texts.persons(at: level) == texts.expected(cluster), "\(level)")
    }
  }

  @Test("5. neither cluster ids nor record ids are in the store")
  func importer5Keys() throws {
    let linked = try clusters()
    try linked.build()
    let files = try linked.storeBytes()
    for needle in ["-__-", "PN00000", "prison_nomis-__-PN00000", "1989-05-05"] {
      for (name, bytes) in files {
        #expect(bytes.range(of: Data(needle.utf8)) == nil, "\(needle) in \(name)")
      }
    }
  }

  @Test("6. a record that comes twice is refused")
  func importer6Duplicate() throws {
    let linked = try clusters { name, text in
      guard name == "clusters_095.csv" else { return text }
      let second = text.split(separator: "\n")[1]
      return text + second + "\n"
    }
    let errors = try linked.refusals()
    #expect(errors.map(\.file) == ["clusters_095.csv"])
    #expect(errors.first?.line == 856)
    let pairs = try predictions(records: { $0 + $0.split(separator: "\n")[1] + "\n" })
    #expect(try pairs.refusals().contains { $0.file == "records.csv" && $0.line == 856 })
  }

  @Test("7. a pair that names an unknown record is refused")
  func importer7Unknown() throws {
    let linked = try predictions(records: { text in
      text.split(separator: "\n").filter { !$0.contains(",PN00003,") }.joined(separator: "\n")
    })
    let errors = try linked.refusals()
    #expect(errors.contains { $0.file == "predictions.csv" && $0.line == 2 })
    #expect(errors.first?.field == "unique_id_l")
    #expect(!"\(errors)".contains("PN00003"))
  }

  @Test(
    "8. a match probability that cannot be, or is not that of the match weight, is refused",
    arguments: ["1.5", "-0.1", "nan", "", "0.5"])
  func importer8Probability(value: String) throws {
    let linked = try predictions { text in
      var lines = text.split(separator: "\n").map(String.init)
      var fields = lines[3].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      fields[1] = value
      lines[3] = fields.joined(separator: ",")
      return lines.joined(separator: "\n") + "\n"
    }
    let errors = try linked.refusals()
    #expect(errors.map(\.line) == [4])
    #expect(errors.map(\.field) == ["match_probability"])
  }

  @Test("9. clusters of one are persons")
  func importer9Single() throws {
    for linked in [try clusters(), try predictions()] {
      let report = try linked.build()
      let persons: [Int] = [report.persons.low, report.persons.medium, report.persons.high]
      #expect(persons == [392, 418, 526])
      #expect(try linked.persons(at: .high).count { $0.count == 1 } > 100)
      #expect(try linked.persons(at: .low).map(\.count).reduce(0, +) == 854)
    }
  }

  @Test("the lookup of the same linkage makes the same persons")
  func lookup() throws {
    let text = try SplinkFiles.text(SplinkImportTests.three + "person_lookup_moj_style.csv")
    let linked = try LinkedPackage(
      PackageLinks(format: .lookup, path: "lookup.csv"),
      records: SplinkFiles.rows(text).map { ($0["source_dataset"]!, $0["person_id"]!) },
      files: ["lookup.csv": text])
    let report = try linked.build()
    let persons: [Int] = [report.persons.low, report.persons.medium, report.persons.high]
    #expect(persons == [392, 418, 526])
    for level in LinkLevel.allCases {
      let cluster = try cluster(SplinkImportTests.three + file(level))
      #expect(try linked.persons(at: level) == linked.expected(cluster), "\(level)")
    }
  }
}

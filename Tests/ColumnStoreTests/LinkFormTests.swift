import CohortModel
import ColumnStore
import Foundation
import Testing

private let records = [("a", "1"), ("a", "2"), ("a", "3"), ("b", "1"), ("b", "2")]

private func weight(_ probability: Double) -> Double { log2(probability / (1 - probability)) }

private func pair(_ left: String, _ right: String, _ probability: Double) -> String {
  "\(weight(probability)),\(probability),\(left),\(right),0\n"
}

private let pairHeader =
  "match_weight,match_probability,source_dataset_l,unique_id_l,source_dataset_r,unique_id_r,match_key\n"

private let all = "unique_id,source_dataset\n1,a\n2,a\n3,a\n1,b\n2,b\n"

private func predicted(_ pairs: String, header: String = pairHeader, records text: String = all)
  throws -> LinkedPackage
{
  try LinkedPackage(
    PackageLinks(
      format: .splinkPredictions, predictions: "p.csv",
      thresholds: .init(high: 0.99, medium: 0.9, low: 0.5), records: "r.csv"),
    records: records, files: ["p.csv": header + pairs, "r.csv": text])
}

private func clustered(_ high: String, _ medium: String, _ low: String) throws -> LinkedPackage {
  let header = "cluster_id,unique_id,source_dataset\n"
  return try LinkedPackage(
    PackageLinks(
      format: .splinkClusters, clusters: .init(high: "h.csv", medium: "m.csv", low: "l.csv")),
    records: records,
    files: ["h.csv": header + high, "m.csv": header + medium, "l.csv": header + low])
}

@Suite("The forms of links")
struct LinkFormTests {
  @Test("pairs make persons through a chain, and the level decides")
  func chains() throws {
    let linked = try predicted(
      pair("a,1", "b,1", 0.995) + pair("b,1", "a,2", 0.95) + pair("a,2", "a,3", 0.6)
        + pair("a,3", "b,2", 0.1))
    let report = try linked.build()
    #expect(report.persons.links == 5)
    #expect(report.persons.pairs == 4)
    #expect(try linked.persons(at: .high) == [[0, 3], [1], [2], [4]])
    #expect(try linked.persons(at: .medium) == [[0, 1, 3], [2], [4]])
    #expect(try linked.persons(at: .low) == [[0, 1, 2, 3], [4]])
    #expect(linked.check().isUsable)
  }

  @Test("the probability of a threshold reaches it")
  func thresholds() throws {
    let linked = try predicted(pair("a,1", "b,1", 0.5))
    try linked.build()
    #expect(try linked.persons(at: .low).contains([0, 3]))
  }

  @Test("components of random pairs are those of brute force", arguments: 1...6)
  func randomPairs(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let ids = (0..<120).map { "x\($0)" }
    let pairs = (0..<140).map { _ in
      (
        Int.random(in: 0..<120, using: &generator), Int.random(in: 0..<119, using: &generator),
        Double.random(in: 0.01...0.9999, using: &generator)
      )
    }.map { ($0, $1 >= $0 ? $1 + 1 : $1, $2) }
    let linked = try LinkedPackage(
      PackageLinks(
        format: .splinkPredictions, predictions: "p.csv",
        thresholds: .init(high: 0.9, medium: 0.7, low: 0.4), records: "r.csv", dataset: "a"),
      records: ids.map { ("a", $0) },
      files: [
        "p.csv": "match_weight,match_probability,unique_id_l,unique_id_r\n"
          + pairs.map { "\(weight($0.2)),\($0.2),\(ids[$0.0]),\(ids[$0.1])\n" }.joined(),
        "r.csv": "unique_id\n" + ids.map { $0 + "\n" }.joined(),
      ])
    try linked.build(memory: 1 << 12)
    for (level, threshold) in [(LinkLevel.high, 0.9), (.medium, 0.7), (.low, 0.4)] {
      var labels = Array(0..<120)
      for (left, right, probability) in pairs where probability >= threshold {
        let (kept, gone) = (labels[left], labels[right])
        labels = labels.map { $0 == gone ? kept : $0 }
      }
      #expect(
        try linked.persons(at: level)
          == linked.expected { "\(labels[Int($1.dropFirst())!])" }, "\(level)")
    }
  }

  @Test("clusters of three files are joined by record, in whatever order")
  func clusters() throws {
    let linked = try clustered(
      "a-1,1,a\na-2,2,a\na-3,3,a\na-1,1,b\nb-2,2,b\n",
      "b-2,2,b\na-1,1,b\na-1,1,a\na-1,2,a\na-3,3,a\n",
      "a-1,1,a\na-1,2,a\na-1,3,a\na-1,1,b\nb-2,2,b\n")
    let report = try linked.build()
    #expect(report.persons.links == 5)
    #expect(try linked.persons(at: .high) == [[0, 3], [1], [2], [4]])
    #expect(try linked.persons(at: .medium) == [[0, 1, 3], [2], [4]])
    #expect(try linked.persons(at: .low) == [[0, 1, 2, 3], [4]])
    #expect(linked.check().isUsable)
  }

  @Test("levels that do not nest, lack records or have them twice are refused")
  func refusesClusters() throws {
    let single = "1,1,a\n2,2,a\n3,3,a\n4,1,b\n5,2,b\n"
    let cases: [(LinkedPackage, String, String)] = [
      (
        try clustered("1,1,a\n1,2,a\n3,3,a\n4,1,b\n5,2,b\n", single, single), "h.csv",
        "more than one “medium”"
      ),
      (
        try clustered(single, "1,1,a\n1,2,a\n3,3,a\n4,1,b\n5,2,b\n", single), "h.csv",
        "more than one “low”"
      ),
      (try clustered(single, single, "1,1,a\n2,2,a\n3,3,a\n4,1,b\n"), "l.csv", "not in this one"),
      (try clustered(single, single + "6,2,b\n", single), "m.csv", "more than once"),
    ]
    for (linked, file, part) in cases {
      let errors = try linked.refusals()
      #expect(errors.contains { $0.file == file && $0.message.contains(part) }, "\(errors)")
      #expect(linked.check().problems.contains { $0.file == file && $0.message.contains(part) })
      #expect(!FileManager.default.fileExists(atPath: linked.store))
    }
  }

  @Test("full predictions: calculations are passed over, retained columns dropped and named")
  func fullPredictions() throws {
    let header =
      "match_weight,match_probability,source_dataset_l,unique_id_l,source_dataset_r,unique_id_r,"
      + "match_key,gamma_dob,mw_dob,tf_city_l,dob_l,dob_r,prayer_l\n"
    let linked = try predicted(
      String(pair("a,1", "b,1", 0.995).dropLast()) + ",1,3.5,0.1,1999-01-01,1999-01-01,ZQCANARY\n",
      header: header)
    let report = try linked.build()
    #expect(report.persons.droppedColumns == ["dob_l", "dob_r", "prayer_l"])
    #expect(report.persons.personalColumns == ["dob_l", "dob_r"])
    #expect(!"\(report)\(linked.check())".contains("ZQCANARY"))
    #expect(try linked.persons(at: .high).contains([0, 3]))
  }

  @Test(
    "pairs that cannot be are refused with line and column, and without a value",
    arguments: [
      (pair("a,1", "b,ZQ9", 0.9), "unique_id_r", "not in “r.csv”"),
      (pair("ZQ,1", "b,1", 0.1), "unique_id_l", "not in “r.csv”"),
      (pair("a,1", "a,1", 0.9), "unique_id_r", "twice"),
      ("1.0,0.9,a,1,b,1,0\n", "match_probability", "2^w"),
      ("x,0.9,a,1,b,1,0\n", "match_weight", "not a number"),
      ("1.0,0x1,a,1,b,1,0\n", "match_probability", "from 0 to 1"),
      ("1.0,2,a,1,b,1,0\n", "match_probability", "from 0 to 1"),
      ("3.17,,a,1,b,1,0\n", "match_probability", "missing"),
    ])
  func refusesPairs(row: String, field: String, part: String) throws {
    let errors = try predicted(row).refusals()
    #expect(errors.count == 1)
    #expect(errors.first?.line == 2)
    #expect(errors.first?.field == field)
    #expect(errors.first?.message.contains(part) == true, "\(errors)")
    #expect(!"\(errors)".contains("ZQ"))
  }

  @Test("link ids: the same persons at all levels, and one for each record without an id")
  func linkIDs() throws {
    let linked = try LinkedPackage(
      PackageLinks(format: .xjsLink, path: "x.csv"), records: records,
      files: [
        "x.csv": "xjs_link,source_dataset,person_id\nk1,a,1\n,a,2\n,a,3\nk1,b,1\nk2,b,2\n"
      ])
    try linked.build()
    for level in LinkLevel.allCases {
      #expect(try linked.persons(at: level) == [[0, 3], [1], [2], [4]])
    }
  }

  @Test("a file without a header is refused, and its first line is not shown")
  func noHeader() throws {
    let linked = try LinkedPackage(
      PackageLinks(format: .lookup, path: "l.csv"), records: records,
      files: ["l.csv": "ZQCANARY,a,1,1,1\n"])
    let errors = try linked.refusals()
    #expect(errors.map(\.line) == [1])
    #expect(!"\(errors)\(linked.check())".contains("ZQCANARY"))
  }

  @Test("record ids and clusters that look like identifiers of people are refused")
  func identifiers() throws {
    let linked = try LinkedPackage(
      PackageLinks(format: .lookup, path: "l.csv"), records: records,
      files: [
        "l.csv": "person_id,source_dataset,cluster_high,cluster_medium,cluster_low\n"
          + "9434765919,a,1,1,1\n9434765870,a,2,2,2\n4010232137,a,3,3,3\n"
      ])
    let errors = try linked.refusals()
    #expect(errors.map(\.field) == ["person_id"])
    #expect(errors.map(\.rule) == ["G10"])
  }
}

import CohortModel
import ColumnStore
import Foundation
import Testing

@Suite("Persons from build to build")
struct PersonChangesTests {
  /// Clusters of records `0...`: a record of `nil` is not in the links.
  private func spine(_ clusters: [[Int?]]) -> String {
    var text = "source_dataset,record_id,high,medium,low\n"
    for record in clusters[0].indices {
      guard let high = clusters[0][record], let medium = clusters[1][record],
        let low = clusters[2][record]
      else { continue }
      text += "a,x\(record),h\(high),m\(medium),l\(low)\n"
    }
    return text
  }

  private func package(_ count: Int, _ clusters: [[Int?]]) throws -> LinkedPackage {
    try LinkedPackage(
      .spine("links.csv"), records: (0..<count).map { ("a", "x\($0)") },
      files: ["links.csv": spine(clusters)])
  }

  private func numbers(_ changes: BuildReport.LevelChanges) -> [Int] {
    [
      changes.unchanged, changes.merged, changes.split, changes.parts, changes.new, changes.gone,
    ]
  }

  @Test("SipHash-2-4 of the authors' vector")
  func vector() {
    let keys = RecordKeys(first: 0x0706_0504_0302_0100, second: 0x0f0e_0d0c_0b0a_0908)
    #expect(
      keys.key(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908) == 0x3f2a_cc7f_57c2_9bdb)
  }

  @Test("merged, split, new, gone and unchanged persons are told")
  func kinds() throws {
    func all(_ clusters: [Int?]) -> [[Int?]] { [clusters, clusters, clusters] }
    // 0,1 | 2,3 | 4,5 | 6 | 7        then        0,1 (8) | 2 | 3 | 4,5,6 | 9
    let linked = try package(10, all([0, 0, 1, 1, 2, 2, 3, 4, nil, nil]))
    #expect(try linked.build().persons.changes == nil)
    try linked.directory.write(
      spine(all([5, 5, 6, 7, 8, 8, 8, nil, 5, 9])), to: "links.csv")
    let report = try linked.build()
    let changes = try #require(report.persons.changes)
    #expect(numbers(changes.high) == [1, 1, 1, 2, 1, 1])
    #expect(changes.low == changes.high)
    #expect(report.text.contains("high: 1 the same, 1 merged of several, 1 split"))
    let saved = try Data(
      contentsOf: URL(fileURLWithPath: linked.store + "/build-report.json"))
    #expect(try JSONDecoder().decode(BuildReport.self, from: saved) == report)
    #expect(try linked.build().persons.changes?.medium.unchanged == 5)
    #expect(StoreVerifier.verify(linked.store) == [])
  }

  @Test("random re-linkages against brute force", arguments: 1...8, [1 << 20, 1 << 12])
  func random(seed: Int, memory: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let count = 60
    func clusters() -> [[Int?]] {
      var levels: [[Int?]] = [[], [], []]
      for _ in 0..<count {
        let low = Int.random(in: 0..<12, using: &generator)
        let medium = low * 2 + Int.random(in: 0..<2, using: &generator)
        let high = medium * 2 + Int.random(in: 0..<2, using: &generator)
        let isThere = Int.random(in: 0..<6, using: &generator) > 0
        for (level, cluster) in [high, medium, low].enumerated() {
          levels[level].append(isThere ? cluster : nil)
        }
      }
      return levels
    }
    let before = clusters()
    let now = clusters()
    let linked = try package(count, before)
    try linked.build(memory: memory)
    try linked.directory.write(spine(now), to: "links.csv")
    let changes = try #require(try linked.build(memory: memory).persons.changes)
    for (level, found) in [changes.high, changes.medium, changes.low].enumerated() {
      var sources: [Int: Set<Int>] = [:]
      var targets: [Int: Set<Int>] = [:]
      for record in 0..<count {
        guard let old = before[level][record], let new = now[level][record] else { continue }
        sources[new, default: []].insert(old)
        targets[old, default: []].insert(new)
      }
      let split = targets.filter { $0.value.count > 1 }
      let single = sources.filter { $0.value.count == 1 }
      let parts = single.filter { split[$0.value.first!] != nil }
      let expected = [
        single.count - parts.count, sources.count - single.count, split.count, parts.count,
        Set(now[level].compactMap { $0 }).count - sources.count,
        Set(before[level].compactMap { $0 }).count - targets.count,
      ]
      #expect(numbers(found) == expected, "level \(level)")
    }
  }

  @Test("persons keep their place through a re-linkage that names its clusters anew")
  func keepsKeys() throws {
    let clusters = (0..<40).map { Optional($0 / 3) }
    let linked = try package(40, [clusters, clusters, clusters])
    try linked.build()
    let before = try linked.storeBytes()
    let renamed = clusters.map { $0.map { 100 - $0 } }
    try linked.directory.write(spine([renamed, renamed, renamed]), to: "links.csv")
    let report = try linked.build()
    #expect(report.keptSecret)
    #expect(report.persons.changes?.low.unchanged == 14)
    for name in ["person-map.data", "spine.data", "table-1.data"] {
      #expect(try linked.storeBytes()[name] == before[name])
    }
  }

  @Test("each person has the key of its smallest source record, at every level")
  func personKeys() throws {
    func clusters(_ size: Int) -> [Int?] { (0..<60).map { $0 / size } }
    let linked = try package(60, [clusters(1), clusters(2), clusters(6)])
    func keys() throws -> [[UInt64]] {
      let store = try CohortStore.open(linked.store)
      return try LinkLevel.allCases.map { Array(try store.personKeys(at: $0).pointer) }
    }
    /// Per record its persons' keys at the three levels.
    func map() throws -> [UInt64: [UInt64]] {
      let words = try Data(contentsOf: URL(fileURLWithPath: linked.store + "/person-map.data"))
        .withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
      return stride(from: 0, to: words.count, by: 4).reduce(into: [:]) {
        $0[words[$1]] = Array(words[($1 + 1)...($1 + 3)])
      }
    }
    try linked.build()
    let before = try keys()
    let records = try map()
    #expect(before.map(\.count) == [60, 30, 10])
    for (level, keys) in before.enumerated() {
      #expect(Set(keys).count == keys.count)
      #expect(Set(keys) == Set(records.values.map { $0[level] }))
    }
    // A person at a looser level has the key of one of those it consists of.
    for keys in records.values {
      let whole = records.values.filter { $0[2] == keys[2] }
      #expect(whole.contains { $0[0] == keys[2] } && whole.contains { $0[1] == keys[2] })
    }
    // Records 54 … 59 fall apart, and nobody else's key changes.
    try linked.directory.write(
      spine([clusters(1), clusters(2), (0..<60).map { $0 < 54 ? $0 / 6 : 10 + $0 / 2 }]),
      to: "links.csv")
    try linked.build()
    let after = try map()
    #expect(try keys().map(\.count) == [60, 30, 12])
    let changed = records.filter { after[$0.key] != $0.value }
    #expect(changed.count == 4 && Set(changed.values.map { $0[2] }).count == 1)
    #expect(Set(before[2]).isSubset(of: Set(try keys()[2])))
  }

  @Test("what a store remembers is for its owner alone and names nobody")
  func isKeyed() throws {
    let linked = try package(3, [[0, 0, 1], [0, 0, 1], [0, 0, 1]])
    try linked.build()
    let path = linked.store + "/person-map.data"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let first = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(first.count == 3 * 32)
    // Under another secret nothing of it comes back.
    try FileManager.default.removeItem(atPath: linked.store)
    #expect(try linked.build().persons.changes == nil)
    let second = try Data(contentsOf: URL(fileURLWithPath: path))
    let words = first.withUnsafeBytes { Set($0.bindMemory(to: UInt64.self)) }
    #expect(second.withUnsafeBytes { words.isDisjoint(with: $0.bindMemory(to: UInt64.self)) })
  }

  @Test("a store of an older format is not compared with, and has to be built again")
  func otherFormat() throws {
    let linked = try package(3, [[0, 0, 1], [0, 0, 1], [0, 0, 1]])
    try linked.build()
    let sum = try String(contentsOfFile: linked.store + "/manifest.sum", encoding: .utf8)
    try linked.directory.write(
      "bold-store 1 " + sum.split(separator: " ")[2], to: "store/manifest.sum")
    #expect(StoreVerifier.verify(linked.store).first?.contains("Build it again") == true)
    let report = try linked.build()
    #expect(report.keptSecret)
    #expect(report.persons.changes == nil)
  }
}

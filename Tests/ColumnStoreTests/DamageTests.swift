import CohortModel
import ColumnStore
import Foundation
import Testing

@Suite("Damaged stores")
struct DamageTests {
  /// All that a reader can see of a store.
  private func everything(_ path: String) throws -> [String] {
    let store = try CohortStore.open(path)
    var seen = [store.release, "\(store.package)", "\(store.secret)"]
    seen.append("\(Array(store.spine.mediumStarts.pointer))")
    seen.append("\(Array(store.spine.lowStarts.pointer))")
    for level in LinkLevel.allCases {
      seen.append("\(Array(try store.personKeys(at: level).pointer))")
    }
    for resource in ["events", "sexes"] {
      let table = try store.table(resource)
      seen.append("\(Array(table.offsets.pointer))")
      for field in table.columns.keys.sorted() {
        seen.append((0..<table.rowCount).map { value(table.columns[field], $0) }.joined())
      }
    }
    return seen
  }

  @Test("a flipped bit is found and named, or changes nothing that is read")
  func flippedBits() throws {
    let sample = SamplePackage(seed: 1, persons: 15, events: 60)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    try build(sample, in: directory)
    let path = directory.path + "/store"
    let whole = try everything(path)
    var generator = SeededGenerator(7)
    for file in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
      let url = URL(fileURLWithPath: path + "/" + file)
      let bytes = try Data(contentsOf: url)
      for _ in 0..<80 {
        var damaged = bytes
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        try damaged.write(to: url)
        do {
          #expect(try everything(path) == whole, "\(file), byte \(place)")
        } catch let error as StoreError {
          #expect(!error.explanation.isEmpty)
        }
        #expect(!StoreVerifier.verify(path).isEmpty, "\(file), byte \(place)")
      }
      try bytes.write(to: url)
    }
    #expect(try everything(path) == whole)
  }

  @Test("a truncated or lengthened file is found and named")
  func truncatedFiles() throws {
    let sample = SamplePackage(seed: 2, persons: 15, events: 60)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    try build(sample, in: directory)
    let path = directory.path + "/store"
    var generator = SeededGenerator(9)
    for file in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
      let url = URL(fileURLWithPath: path + "/" + file)
      let bytes = try Data(contentsOf: url)
      let lengths =
        [0, 1, bytes.count - 1]
        + (0..<30).map { _ in Int.random(in: 0..<bytes.count, using: &generator) }
      for length in lengths {
        try bytes.prefix(length).write(to: url)
        let problems = StoreVerifier.verify(path)
        #expect(problems.count == 1)
        #expect(problems.first?.contains(file.hasPrefix("manifest") ? "manifest" : file) == true)
        if file != "build-report.json" {
          #expect(throws: StoreError.self) { try everything(path) }
        }
      }
      try (bytes + [0]).write(to: url)
      #expect(!StoreVerifier.verify(path).isEmpty, "\(file)")
      try bytes.write(to: url)
    }
    #expect(StoreVerifier.verify(path) == [])
  }

  /// Places of the whole numbers in a JSON value.
  private func numbers(_ value: Any, at path: [Any] = []) -> [(path: [Any], value: Int)] {
    switch value {
    case let members as [String: Any]:
      members.keys.sorted().flatMap { numbers(members[$0]!, at: path + [$0]) }
    case let items as [Any]:
      items.enumerated().flatMap { numbers($1, at: path + [$0]) }
    case let number as NSNumber: [(path, number.intValue)]
    default: []
    }
  }

  private func replacing(_ value: Any, at path: ArraySlice<Any>, with number: Int) -> Any {
    guard let step = path.first else { return number }
    if var members = value as? [String: Any], let key = step as? String {
      members[key] = replacing(members[key]!, at: path.dropFirst(), with: number)
      return members
    }
    if var items = value as? [Any], let index = step as? Int {
      items[index] = replacing(items[index], at: path.dropFirst(), with: number)
      return items
    }
    return value
  }

  @Test("numbers in a manifest that cannot be true, under a sum that fits, lead nowhere")
  func absurdManifests() throws {
    let sample = SamplePackage(seed: 3, persons: 15, events: 60)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    try build(sample, in: directory)
    let path = directory.path + "/store"
    let whole = try everything(path)
    let url = URL(fileURLWithPath: path + "/manifest.json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    let places = ["files", "spine", "tables", "report"].flatMap {
      numbers(json[$0]!, at: [$0])
    }
    #expect(places.count > 80)
    var refused = 0
    for (place, value) in places {
      for absurd in [
        -1, 0, value + 1, value &+ 64, 2 * value, 1 << 31, 1 << 32 - 1, 1 << 62, Int.max - 63,
        Int.max, Int.min,
      ] where absurd != value {
        let damaged = try JSONSerialization.data(
          withJSONObject: replacing(json, at: place[...], with: absurd))
        try damaged.write(to: url)
        try directory.write(StoreManifest.sumLine(damaged), to: "store/manifest.sum")
        do throws(StoreError) {
          let store = try CohortStore.open(path)
          for resource in ["events", "sexes"] { _ = try store.table(resource) }
          for level in LinkLevel.allCases { _ = try store.personKeys(at: level) }
          if place.first as? String != "report" {
            #expect(try! everything(path) == whole, "\(place) \(absurd)")
          }
        } catch { refused += 1 }
      }
    }
    #expect(refused > 5 * places.count)
  }

  @Test("no store, another format, and a folder of something else are told apart")
  func noStore() throws {
    let directory = try TemporaryDirectory()
    #expect(throws: StoreError.missing(path: directory.path + "/store")) {
      try CohortStore.open(directory.path + "/store")
    }
    try directory.write("x", to: "store/x")
    #expect(throws: StoreError.self) { try CohortStore.open(directory.path + "/store") }
    try directory.write("bold-store 99 abc\n", to: "store/manifest.sum")
    #expect(
      throws: StoreError.otherVersion(
        path: directory.path + "/store", found: 99, expected: StoreManifest.currentFormat)
    ) { try CohortStore.open(directory.path + "/store") }
  }

  @Test("CRC-32C of known texts")
  func checksums() {
    func crc(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { Checksum.of($0) } }
    #expect(crc(Array("123456789".utf8)) == 0xE306_9283)
    // RFC 3720, appendix B.4.
    #expect(crc(Array(repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(crc(Array(repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(crc(Array(0..<32)) == 0x46DD_794E)
    var pieces = Checksum()
    for byte in Array("123456789".utf8) {
      withUnsafeBytes(of: byte) { pieces.update($0) }
    }
    #expect(pieces.value == 0xE306_9283)
  }
}

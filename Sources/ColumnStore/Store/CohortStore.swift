import CohortModel
import Crypto
import Foundation
import Synchronization

/// A store on disk, mapped into memory.
///
/// Opening checks the manifest, the secret, the sizes of all files and the person spine. The segments
/// of a table are checked against their checksums, and their contents for what would lead a reader
/// out of bounds, when the table is first asked for.
package final class CohortStore: RecordSource {
  package let path: String
  package let package: DataPackage
  package let release: String
  package let spine: PersonSpine
  package let secret: [UInt8]
  let manifest: StoreManifest
  private let files: [MappedFile]
  private let opened = Mutex<[String: RecordTable]>([:])

  /// Opens a store.
  package static func open(_ path: String) throws(StoreError) -> CohortStore {
    try CohortStore(StoreFolder.readable(path))
  }

  /// Everything that can be checked: as `open` and all tables, and what only a full check reads.
  package static func verify(_ path: String) throws(StoreError) {
    let store = try open(path)
    for table in store.manifest.tables { _ = try store.table(table.resource) }
    try store.verifyWhole()
  }

  private init(_ path: String) throws(StoreError) {
    self.path = path
    manifest = try CohortStore.readManifest(path)
    release = manifest.release
    package = manifest.package
    secret = try CohortStore.readSecret(path, manifest)
    var files: [MappedFile] = []
    for entry in manifest.files {
      guard !entry.name.contains("/"), !entry.name.isEmpty else {
        throw .damaged(file: StoreFile.manifest, segment: "files", reason: "names another folder")
      }
      let file = try MappedFile(folder: path, name: entry.name)
      guard file.bytes.count == entry.bytes else {
        throw .damaged(
          file: entry.name, segment: "",
          reason: "has \(file.bytes.count) bytes instead of \(entry.bytes)")
      }
      files.append(file)
    }
    self.files = files
    let reader = SegmentReader(files: files)
    spine = try reader.spine(manifest.spine)
    try reader.checkPersonKeys(manifest.spine)
    for table in manifest.tables { try reader.checkPlaces(table, atoms: spine.atomCount) }
    try reader.checkPlace(manifest.personMap)
    let names = manifest.tables.map(\.resource)
    guard Set(names).count == names.count else {
      throw .damaged(file: StoreFile.manifest, segment: "tables", reason: "names one table twice")
    }
  }

  package func table(_ resource: String) throws(StoreError) -> RecordTable {
    guard let entry = manifest.tables.first(where: { $0.resource == resource }) else {
      throw .unknownResource(resource)
    }
    let reader = SegmentReader(files: files)
    let atoms = spine.atomCount
    let result = opened.withLock { tables -> Result<RecordTable, StoreError> in
      if let table = tables[resource] { return .success(table) }
      do throws(StoreError) {
        let table = try reader.table(entry, atoms: atoms)
        tables[resource] = table
        return .success(table)
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  package func personKeys(at level: LinkLevel) throws(StoreError) -> Buffer<UInt64> {
    try SegmentReader(files: files).personKeys(manifest.spine, at: level)
  }

  /// Which person each source record belongs to, in keys (see `PersonMap`).
  func personMap() throws(StoreError) -> Buffer<UInt64> {
    try SegmentReader(files: files).personMap(manifest.personMap)
  }

  /// Resources that have records here.
  package var resources: [String] { manifest.tables.map(\.resource) }

  private static func readManifest(_ path: String) throws(StoreError) -> StoreManifest {
    let sum = try readWhole(path, StoreFile.sum, limit: 256)
    let parts = String(decoding: sum, as: UTF8.self).split(
      separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "bold-store", let format = Int(parts[1]) else {
      throw .damaged(file: StoreFile.sum, segment: "", reason: "is not the sum of a manifest")
    }
    guard format == StoreManifest.currentFormat else {
      throw .otherVersion(path: path, found: format, expected: StoreManifest.currentFormat)
    }
    let bytes = try readWhole(path, StoreFile.manifest, limit: 1 << 30)
    guard Data(StoreManifest.sumLine(bytes).utf8) == sum else {
      throw .damaged(
        file: StoreFile.manifest, segment: "", reason: "does not match \(StoreFile.sum)")
    }
    let manifest: StoreManifest
    do {
      manifest = try JSONDecoder().decode(StoreManifest.self, from: bytes)
    } catch {
      throw .damaged(file: StoreFile.manifest, segment: "", reason: "cannot be read")
    }
    guard manifest.format == format else {
      throw .damaged(file: StoreFile.manifest, segment: "format", reason: "is not \(format)")
    }
    return manifest
  }

  private static func readSecret(_ path: String, _ manifest: StoreManifest) throws(StoreError)
    -> [UInt8]
  {
    let secret = [UInt8](try readWhole(path, StoreFile.secret, limit: 4096))
    guard secret.count == StoreFile.secretBytes else {
      throw .damaged(file: StoreFile.secret, segment: "", reason: "has the wrong length")
    }
    guard StoreManifest.secretCheck(secret) == manifest.secretCheck else {
      throw .damaged(
        file: StoreFile.secret, segment: "", reason: "is not the one that the store was built with")
    }
    return secret
  }

  static func readWhole(_ folder: String, _ name: String, limit: Int) throws(StoreError) -> Data {
    let file = try MappedFile(folder: folder, name: name)
    guard file.bytes.count <= limit else {
      throw .damaged(file: name, segment: "", reason: "is too long")
    }
    return Data(file.bytes)
  }

  /// Checks that only a full verification makes: the report, the release, the order of records.
  private func verifyWhole() throws(StoreError) {
    if let report = manifest.report {
      let bytes = try CohortStore.readWhole(path, StoreFile.report, limit: 1 << 30)
      let crc = bytes.withUnsafeBytes { Checksum.of($0) }
      guard bytes.count == report.bytes, crc == report.crc else {
        throw .damaged(file: StoreFile.report, segment: "", reason: "has another checksum")
      }
    }
    guard (try? manifest.computedRelease()) == manifest.release else {
      throw .damaged(
        file: StoreFile.manifest, segment: "release", reason: "is not the digest of the contents")
    }
    _ = try personMap()
    for level in LinkLevel.allCases { _ = try personKeys(at: level) }
    try verifyPadding()
    for entry in manifest.tables {
      guard let date = manifest.package.resource(entry.resource)?.dateField else { continue }
      let table = try table(entry.resource)
      guard case .days(let days)? = table.columns[date] else { continue }
      for atom in 0..<spine.atomCount {
        let rows = Int(table.offsets[atom])..<Int(table.offsets[atom + 1])
        for row in rows.dropFirst() where days[row] < days[row - 1] {
          throw .damaged(
            file: manifest.files[entry.offsets.file].name, segment: "\(entry.resource).\(date)",
            reason: "is not in order of date")
        }
      }
    }
  }

  /// What lies between segments is zero.
  private func verifyPadding() throws(StoreError) {
    var segments = [
      manifest.spine.mediumStarts, manifest.spine.lowStarts, manifest.spine.personKeys.high,
      manifest.spine.personKeys.medium, manifest.spine.personKeys.low, manifest.personMap.entries,
    ]
    for table in manifest.tables {
      segments.append(table.offsets)
      for column in table.columns {
        segments.append(column.values)
        if let dictionary = column.dictionary { segments.append(dictionary) }
      }
    }
    for number in files.indices {
      var end = 0
      let inFile = segments.filter { $0.file == number }.sorted { $0.offset < $1.offset }
      let ranges = inFile.map { $0.offset..<$0.offset + $0.bytes }
      for range in ranges + [files[number].bytes.count..<files[number].bytes.count] {
        for place in end..<max(end, range.lowerBound) where files[number].bytes[place] != 0 {
          throw .damaged(
            file: files[number].name, segment: "", reason: "has bytes between its segments")
        }
        end = max(end, range.upperBound)
      }
    }
  }
}

import CohortModel
import Crypto
import Foundation
import Glibc

/// Builds a store from a data package.
package enum StoreBuilder {
  /// Reads, validates, re-keys and sorts the records of a package, and puts the store in place in one
  /// step. A store that was there before stays as it is until then, whatever happens.
  ///
  /// Memory is bounded by `BuildOptions.memoryLimit`, whatever the size of the input. Temporary disk
  /// is at most about the size of the records in binary form, three times; it is freed however the
  /// process ends, and its sum is in the report.
  ///
  /// - Parameters:
  ///   - verify: looks at the whole store before it is put in place; what it throws stops the build.
  ///   - progress: called a few times a second.
  /// - Returns: what became of every record; also in the store, as `build-report.json`.
  @discardableResult
  package static func build(
    _ options: BuildOptions, verify: (CohortStore) throws(BuildError) -> Void = { _ in },
    progress: (BuildProgress) -> Void = { _ in }
  ) throws(BuildError) -> BuildReport {
    let reading = PackageReader.read(options.package)
    guard let package = reading.package else { throw .refused(reading.problems) }
    return try build(package, options, verify: verify, progress: progress)
  }

  /// The same for descriptors that were read already.
  ///
  /// - Parameter steps: the system calls, of which a test can make any fail.
  @discardableResult
  package static func build(
    _ package: DataPackage, _ options: BuildOptions, steps: SystemSteps = SystemSteps(),
    verify: (CohortStore) throws(BuildError) -> Void = { _ in },
    progress: (BuildProgress) -> Void = { _ in }
  ) throws(BuildError) -> BuildReport {
    try withoutActuallyEscaping(progress) { (progress) throws(BuildError) in
      let folder = try StoreFolder(target: options.store, steps: steps)
      do throws(BuildError) {
        let build = StoreBuild(
          package: package, options: options, folder: folder, steps: steps, progress: progress)
        let report = try build.run()
        try verify(opened(folder.path))
        try folder.publish()
        return report
      } catch {
        if error != .abandoned { folder.discard() }
        throw error
      }
    }
  }

  private static func opened(_ path: String) throws(BuildError) -> CohortStore {
    do throws(StoreError) {
      return try CohortStore.open(path)
    } catch {
      throw .system(operation: "read", path: path, code: EIO)
    }
  }
}

/// One build, from files to files.
private final class StoreBuild {
  let package: DataPackage
  /// What of it may be read.
  let agreed: DataPackage
  let options: BuildOptions
  let folder: StoreFolder
  let steps: SystemSteps
  let temporary: TemporaryFolder
  let progress: (BuildProgress) -> Void
  let started = ContinuousClock.now
  var bytesTotal = 0
  var bytesBefore = 0
  var rowsBefore = 0
  var linkProblems = ProblemList()
  /// What was read of the links.
  var linkSource: LinkImport?
  /// Cases of the courts that belong together.
  var journeys: CourtJourneys?
  /// Records of persons of whom nothing is kept.
  var optOuts = OptOuts()

  init(
    package: DataPackage, options: BuildOptions, folder: StoreFolder, steps: SystemSteps,
    progress: @escaping (BuildProgress) -> Void
  ) {
    self.package = package
    agreed = package.agreedPart
    self.options = options
    self.folder = folder
    self.steps = steps
    self.progress = progress
    temporary = TemporaryFolder(path: options.temporary ?? folder.path, steps: steps)
  }

  /// A third of the memory for the persons, a third for sorting, the rest for keys and buffers.
  var share: Int { max(options.memoryLimit / 3, 1 << 16) }

  func run() throws(BuildError) -> BuildReport {
    let usage = FieldUsage(package)
    let files = agreed.fileResources.map {
      ResourceFile($0, package: options.package, data: options.data)
    }
    let sums = FileSums(package, folder: options.package)
    let problems =
      sums.problems
      + files.flatMap {
        $0.problems + RefusedColumns.problems($0.resource, header: $0.header)
      }
    guard !problems.contains(where: { $0.severity == .error }) else { throw .refused(problems) }
    bytesTotal = files.reduce(linkBytes) { $0 + size($1.path) }

    let kept = folder.previousSecret()
    let secret = kept ?? SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    try steps.writeFile(folder.path + "/" + StoreFile.secret, secret)
    let keys = PersonKeys(secret: secret)
    let map = PersonMap(keys: RecordKeys(secret: secret), memory: share, temporary: temporary)
    try readOptOuts()
    let references = ReferenceKeys(secret: secret)
    try readJourneys(references)

    let linkage = LinkageRecords(
      agreed, usage: usage, memory: share / 4, temporary: temporary)
    let foreignKeys = ForeignKeys(files, memory: share / 4, temporary: temporary)
    let relevant = files.filter {
      usage.uses($0.resource.name) || !$0.resource.primaryKey.isEmpty
        || !foreignKeys.isEmpty || package.links == nil
        || linkage?.reads($0.resource) == true
    }
    let loaders = relevant.map {
      ResourceLoader(
        $0, package: package, usage: usage, references: references,
        journeys: journeys,
        linkage: linkage, memory: share, temporary: temporary)
    }
    let spineFile = try steps.createFile(folder.path + "/" + StoreFile.spine)
    let spine: SpineBuilder.Result
    if let links = package.links {
      let builder = SpineBuilder(
        temporary: temporary, memory: share, personCapacity: options.personCapacity,
        optOuts: optOuts)
      linkSource = try readLinks(links, into: builder, linkage)
      spine = try builder.build(keys: keys, into: spineFile, number: 0, map: map)
      try map.spill()
      try read(loaders, members: spine.members, foreignKeys)
    } else {
      spine = try readWithoutLinks(loaders, keys, foreignKeys, spineFile, map)
    }
    try spineFile.sync()

    for loader in loaders { try loader.excludeDuplicates() }
    try foreignKeys.unresolved { resource, row in
      loaders.first { $0.resource.name == resource }?.excludeUnresolved(row)
    }
    var manifest = StoreManifest(
      format: StoreManifest.currentFormat, release: "", built: "", report: nil,
      secretCheck: StoreManifest.secretCheck(secret), package: package,
      files: [.init(name: StoreFile.spine, bytes: spine.fileBytes)],
      spine: .init(
        atoms: spine.atoms, mediumPersons: spine.mediumPersons, lowPersons: spine.lowPersons,
        mediumStarts: spine.mediumStarts, lowStarts: spine.lowStarts,
        personKeys: spine.personKeys),
      tables: [],
      personMap: .init(
        records: 0, entries: .init(file: 0, offset: 0, bytes: 0, width: 8, crc: 0)))
    let order = try spineOrder(spine)
    for loader in loaders {
      loader.finishReport()
      if usage.uses(loader.resource.name) {
        try write(loader, spine, order, into: &manifest)
      }
    }
    if let linkage { try write(linkage, spine, order, usage, into: &manifest) }
    let changes = try write(map, into: &manifest)
    return try finish(&manifest, loaders, spine, changes, sums, kept: kept != nil)
  }

  /// The size of all files of the links.
  private var linkBytes: Int {
    (package.links?.paths ?? []).reduce(0) {
      $0 + size(ResourceFile.locate($1, package: options.package, data: options.data))
    }
  }

  private func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private func tell(_ phase: BuildProgress.Phase, _ name: String, bytes: Int, rows: Int) {
    progress(
      BuildProgress(
        phase: phase, name: name, bytesDone: bytesBefore + bytes, bytesTotal: bytesTotal,
        rows: rowsBefore + rows))
  }

  // MARK: Persons

  private func readJourneys(_ keys: ReferenceKeys) throws(BuildError) {
    guard let path = package.links?.journey else { return }
    journeys = try CourtJourneys(
      path, path: ResourceFile.locate(path, package: options.package, data: options.data),
      keys: keys, threshold: package.links?.thresholds?.low ?? 0,
      report: { [unowned self] in linkProblems.add($0) })
    guard !linkProblems.hasErrors else { throw .refused(linkProblems.all) }
  }

  private func readOptOuts() throws(BuildError) {
    guard let path = package.optOutsPath else { return }
    optOuts = try OptOuts(
      path, of: package, folder: options.package, data: options.data,
      report: { [unowned self] in linkProblems.add($0) })
    guard !linkProblems.hasErrors else { throw .refused(linkProblems.all) }
  }

  /// Writes the person map, and compares it with that of the store before.
  private func write(_ map: PersonMap, into manifest: inout StoreManifest)
    throws(BuildError) -> BuildReport.Changes?
  {
    let earlier = try? CohortStore.open(folder.target)
    var changes: PersonChanges?
    if let earlier, earlier.manifest.secretCheck == manifest.secretCheck,
      let entries = try? earlier.personMap()
    {
      changes = PersonChanges(from: entries, memory: share, temporary: temporary)
    }
    let file = try steps.createFile(folder.path + "/" + StoreFile.personMap)
    let segment = try map.write(into: file, number: manifest.files.count) {
      (entry) throws(BuildError) in try changes?.add(entry)
    }
    try file.sync()
    manifest.files.append(.init(name: StoreFile.personMap, bytes: segment.bytes))
    manifest.personMap = .init(records: map.count, entries: segment)
    guard let changes, let before = earlier?.manifest.spine else { return nil }
    let now = manifest.spine
    return try changes.counts(
      before: [before.atoms, before.mediumPersons, before.lowPersons],
      now: [now.atoms, now.mediumPersons, now.lowPersons])
  }

  private func readLinks(
    _ links: PackageLinks, into builder: SpineBuilder, _ linkage: LinkageRecords?
  ) throws(BuildError) -> LinkImport {
    let source = LinkImport(
      links, of: agreed, folder: options.package, data: options.data, memory: share,
      temporary: temporary, report: { [unowned self] in linkProblems.add($0) },
      progress: { [unowned self] name, bytes in tell(.linking, name, bytes: bytes, rows: 0) })
    let (file, fields) = source.breachPlace
    builder.breach = { [unowned self] breach, line in
      linkProblems.add(LinkProblem.problem(breach, file, line, fields: fields))
    }
    source.seen = { (record, dataset) throws(BuildError) in
      try linkage?.add(record, dataset: dataset)
    }
    try source.read { (record) throws(BuildError) in
      try builder.add(
        record.digest, high: record.high, medium: record.medium, low: record.low,
        line: record.line)
    }
    bytesBefore += linkBytes
    tell(.linking, file, bytes: 0, rows: 0)
    guard !linkProblems.hasErrors else { throw .refused(linkProblems.all) }
    return source
  }

  private func read(
    _ loaders: [ResourceLoader], members: PersonMembers, _ foreignKeys: ForeignKeys
  ) throws(BuildError) {
    var duplicates = 0
    let table = members.parts == 1 ? try members.table(part: 0) { duplicates += 1 } : nil
    if duplicates > 0 {
      linkProblems.add(LinkProblem.duplicates(duplicates, package.links?.paths.first ?? ""))
    }
    guard !linkProblems.hasErrors else { throw .refused(linkProblems.all) }
    for loader in loaders {
      if let table {
        try read(loader, into: .persons(table), foreignKeys)
      } else {
        let (spool, count) = try readSpool(loader, foreignKeys)
        try resolve(loader, spool, count: count, members)
      }
      if loaders.count > 1 { try loader.spill() }
      try foreignKeys.spill()
    }
  }

  /// Persons by the id that all resources share.
  private func readWithoutLinks(
    _ loaders: [ResourceLoader], _ keys: PersonKeys, _ foreignKeys: ForeignKeys,
    _ spineFile: OutputFile, _ map: PersonMap
  ) throws(BuildError) -> SpineBuilder.Result {
    let persons = SharedPersons(
      temporary: temporary, memory: share, personCapacity: options.personCapacity)
    var spools: [(OutputFile, Int)] = []
    for loader in loaders {
      spools.append(
        try readSpool(loader, foreignKeys) { (digest) throws(BuildError) in
          try persons.add(digest)
        })
      try foreignKeys.spill()
    }
    let spine = try persons.build(
      keys: keys, temporary: temporary, into: spineFile, optOuts: optOuts, map: map)
    try map.spill()
    for (loader, spool) in zip(loaders, spools) {
      try resolve(loader, spool.0, count: spool.1, spine.members)
      if loaders.count > 1 { try loader.spill() }
    }
    return spine
  }

  // MARK: Records

  private func read(
    _ loader: ResourceLoader, into destination: ResourceLoader.Destination,
    _ foreignKeys: ForeignKeys,
    person: (RecordDigest) throws(BuildError) -> Void = { _ in }
  ) throws(BuildError) {
    try loader.read(into: destination, person: person, foreignKeys: foreignKeys) { bytes, rows in
      tell(.reading, loader.resource.name, bytes: bytes, rows: rows)
    }
    bytesBefore += size(loader.file.path)
    rowsBefore += loader.report.rowsRead
  }

  private func readSpool(
    _ loader: ResourceLoader, _ foreignKeys: ForeignKeys,
    person: (RecordDigest) throws(BuildError) -> Void = { _ in }
  ) throws(BuildError) -> (OutputFile, Int) {
    let spool = try temporary.file()
    let writer = RecordFileWriter(spool, width: loader.layout.width + 2, temporary: temporary)
    try read(loader, into: .spool(writer), foreignKeys, person: person)
    try writer.flush()
    return (spool, writer.count)
  }

  private func resolve(
    _ loader: ResourceLoader, _ spool: OutputFile, count: Int, _ members: PersonMembers
  ) throws(BuildError) {
    for part in 0..<members.parts {
      var duplicates = 0
      let table = try members.table(part: part) { duplicates += 1 }
      if duplicates > 0 {
        throw .refused([LinkProblem.duplicates(duplicates, package.links?.paths.first ?? "")])
      }
      try loader.resolve(spool, count: count, members: members, part: part, table: table)
    }
  }

  private func spineOrder(_ spine: SpineBuilder.Result) throws(BuildError) -> SpineOrder {
    do throws(StoreError) {
      let file = try MappedFile(folder: folder.path, name: StoreFile.spine)
      return SpineOrder(
        mediumStarts: file.buffer(spine.mediumStarts, as: UInt32.self),
        lowStarts: file.buffer(spine.lowStarts, as: UInt32.self))
    } catch {
      throw .system(operation: "read", path: folder.path, code: EIO)
    }
  }

  private func write(
    _ loader: ResourceLoader, _ spine: SpineBuilder.Result, _ order: SpineOrder,
    into manifest: inout StoreManifest
  ) throws(BuildError) {
    let name = loader.resource.name
    tell(.writing, name, bytes: 0, rows: 0)
    let number = manifest.files.count
    let fileName = StoreFile.table(number - 1)
    let file = try steps.createFile(folder.path + "/" + fileName)
    let writer = ResourceWriter(
      loader, rows: loader.sorter.count - loader.excluded.count, atoms: spine.atoms, file: file,
      number: number)
    let table = try writer.write(try loader.sorter.sorted(), spine: order) { rows in
      tell(.writing, name, bytes: 0, rows: 0)
    }
    try file.sync()
    manifest.files.append(.init(name: fileName, bytes: size(folder.path + "/" + fileName)))
    manifest.tables.append(table)
  }

  /// The table of the resource that no file holds.
  private func write(
    _ linkage: LinkageRecords, _ spine: SpineBuilder.Result, _ order: SpineOrder,
    _ usage: FieldUsage, into manifest: inout StoreManifest
  ) throws(BuildError) {
    tell(.writing, LinkageResource.name, bytes: 0, rows: 0)
    let number = manifest.files.count
    let fileName = StoreFile.table(number - 1)
    let file = try steps.createFile(folder.path + "/" + fileName)
    let writer = LinkageWriter(
      linkage: linkage.linkage, usage: usage, file: file, number: number)
    let table = try writer.write(
      try linkage.records(of: spine.members), spine: order, atoms: spine.atoms)
    try file.sync()
    manifest.files.append(.init(name: fileName, bytes: size(folder.path + "/" + fileName)))
    manifest.tables.append(table)
  }

  // MARK: The end

  /// Every file of the package with its digest. Those that were not read for their records are read
  /// for it now.
  private func inputs(_ loaders: [ResourceLoader]) throws(BuildError) -> [BuildReport.Input] {
    var inputs = try InputDigest.descriptors(of: options.package)
    if let model = package.links?.model {
      inputs.append(try InputDigest.input(model, at: options.package + "/" + model))
    }
    inputs += linkSource?.inputs ?? []
    if let input = journeys?.input { inputs.append(input) }
    if let input = optOuts.input { inputs.append(input) }
    for resource in agreed.fileResources {
      if let loader = loaders.first(where: { $0.resource.name == resource.name }) {
        inputs.append(loader.digest.input(resource.path))
      } else {
        let place = ResourceFile.locate(
          resource.path, package: options.package, data: options.data)
        inputs.append(try InputDigest.input(resource.path, at: place))
      }
    }
    return inputs
  }

  private func finish(
    _ manifest: inout StoreManifest, _ loaders: [ResourceLoader], _ spine: SpineBuilder.Result,
    _ changes: BuildReport.Changes?, _ sums: FileSums, kept: Bool
  ) throws(BuildError) -> BuildReport {
    tell(.finishing, package.name, bytes: 0, rows: 0)
    var inputs = try inputs(loaders)
    let differences = try sums.differences(
      inputs, folder: options.package, data: options.data)
    guard differences.isEmpty else { throw .refused(differences) }
    for place in inputs.indices { inputs[place].isListed = sums.lists(inputs[place].path) }
    do {
      manifest.built = Date.now.formatted(.iso8601)
      manifest.release = try manifest.computedRelease()
      let seconds = Double((ContinuousClock.now - started) / .milliseconds(1)) / 1000
      let report = BuildReport(
        package: package.name, version: package.version, release: manifest.release,
        built: manifest.built, seconds: seconds, keptSecret: kept,
        temporaryBytes: temporary.bytesWritten,
        storeBytes: manifest.files.reduce(0) { $0 + $1.bytes },
        persons: .init(
          high: manifest.spine.atoms, medium: manifest.spine.mediumPersons,
          low: manifest.spine.lowPersons, links: linkSource?.records ?? 0,
          pairs: linkSource?.pairs ?? 0,
          linksOfOtherDatasets: linkSource?.recordsOfOtherDatasets ?? 0,
          droppedColumns: linkSource?.droppedColumns ?? [],
          personalColumns: linkSource?.personalColumns ?? [], optedOut: spine.optedOut,
          optedOutRecords: spine.optedOutRecords, journeys: journeys?.journeys ?? 0,
          unsureJourneys: journeys?.unsure ?? 0, changes: changes),
        resources: loaders.map(\.report), inputs: inputs)
      let reportBytes = [UInt8](try report.encoded())
      manifest.report = .init(
        bytes: reportBytes.count, crc: reportBytes.withUnsafeBytes { Checksum.of($0) })
      let bytes = try manifest.encoded()
      try steps.writeFile(folder.path + "/" + StoreFile.report, reportBytes)
      try steps.writeFile(folder.path + "/" + StoreFile.manifest, [UInt8](bytes))
      try steps.writeFile(
        folder.path + "/" + StoreFile.sum, Array(StoreManifest.sumLine(bytes).utf8))
      return report
    } catch let error as BuildError {
      throw error
    } catch {
      throw .system(operation: "write", path: folder.path, code: EINVAL)
    }
  }
}

import CohortModel
import Foundation
import TableExport
import Tables
import Testing

/// Tables read back from the files that were written of them.
@Suite struct TableFileTests {
  let folder: TemporaryFolder
  let csv: String
  let json: String

  init() throws {
    folder = try TemporaryFolder()
    csv = folder.path + "/t.csv"
    json = folder.path + "/t.json"
    try TableFiles.write(ExportedTables.counts, to: csv, created: 1)
    try TableFiles.write(TableDocument.bytes(of: ExportedTables.counts), to: json)
  }

  private func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func error(reading path: String) -> TableFileError? {
    do throws(TableFileError) {
      _ = try TableFile.read(path)
      return nil
    } catch {
      return error
    }
  }

  @Test func bothFormsGiveTheTableBack() throws {
    let written = ExportedTables.counts.published
    for path in [csv, csv + ".json", json] {
      let read = try TableFile.read(path)
      #expect(read.isSealed && read.isSynthetic)
      #expect(read.table.cells == written.cells)
      #expect(read.table.population == written.population)
      #expect(read.table.profile == written.profile)
      for (one, other) in zip(read.table.dimensions, written.dimensions) {
        #expect(one.source == other.source)
        #expect(one.slotCodes == other.slotCodes.map { $0.map(SafeText.shown) })
        #expect(one.structure.relations == other.structure.relations)
        #expect(
          one.structure.nodes.map(\.label)
            == other.structure.nodes.map {
              $0.depth == 0 ? "*" : SafeText.shown($0.label)
            })
        #expect(one.structure.nodes.map(\.depth) == other.structure.nodes.map(\.depth))
      }
    }
    #expect(try TableFile.read(csv + ".json").path == csv)
  }

  /// The tables of several link levels in one file, with the level as the first field of a line.
  @Test func linkLevelsComeBack() throws {
    let tables = LinkLevel.allCases.map { level -> ProtectedTable in
      var table = ExportedTables.counts
      table.heading.linkLevel = level
      table.cube?.population.linkLevel = level
      if level == .low { table.cells[0] = .count(95) }
      return table
    }
    let path = folder.path + "/levels.csv"
    let written = try TableFiles.write(tables, to: path, created: 1)
    #expect(written == [path, path + ".json"])
    for path in written {
      let read = try TableFile.readAll(path)
      #expect(read.map(\.table.cells) == tables.map(\.published.cells))
      #expect(read.map(\.table.population.linkLevel) == LinkLevel.allCases)
      #expect(read.count { $0.isSealed } == 3)
      #expect(Set(read.map(\.path)).count == 3)
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 1 + 3 * 12)
    #expect(lines[0].hasPrefix("link_level,sex_code,sex_label,"))
    #expect(lines[1].hasPrefix("high,*,") && lines[36].hasPrefix("low,M,"))
    let sidecar = try String(contentsOfFile: path + ".json", encoding: .utf8)
    #expect(sidecar.contains("each protected by itself"))
    // A line that says another level is missed where it belongs.
    try edit(path, "\r\nlow,M,", "\r\nhigh,M,")
    guard case .otherTable? = error(reading: path) else {
      Issue.record("an edited file was read")
      return
    }
  }

  @Test func theNoiseOfCountsComesBack() throws {
    var table = ExportedTables.counts
    for stay in [nil, 0.25] {
      table.cube?.profile.cellKey = CellKeyParameters(variance: 2.5, stay: stay)
      table.certificate.maximumNoise = 5
      try TableFiles.write(
        TableDocument.bytes(of: table), to: folder.path + "/noise.json", replacing: true)
      let read = try TableFile.read(folder.path + "/noise.json")
      #expect(read.isSealed && read.table.profile == table.published.profile)
    }
    table.cube?.profile.cellKey?.variance = 0.5
    try TableFiles.write(
      TableDocument.bytes(of: table), to: folder.path + "/noise.json", replacing: true)
    guard case .malformed? = error(reading: folder.path + "/noise.json") else {
      Issue.record("noise that no table has was read")
      return
    }
  }

  @Test func everyKindOfDimensionComesBack() throws {
    let span = CalendarSpan(12, .months)
    let sources: [PlannedDimension.Source] = [
      .stage, .milestone("m"), .outcome("o"), .elapsed(from: "a", to: "b"),
      .history(EarlierEvent(event: "e", within: span)),
      .period(Period(first: CalendarDay("2019")!, last: CalendarDay("2020-12-31")!)),
    ]
    for source in sources {
      var dimension = ExportedTables.dimension("x", ["a", "b"])
      dimension.source = source
      dimension.isSensitive = true
      dimension.structure = CodeStructure(
        kind: .multiResponse, slotCount: 2,
        nodes: [
          CodeNode(code: "*", label: "", depth: 0, parent: nil, slots: [0]),
          CodeNode(code: "b", label: "", depth: 1, parent: 0, slots: [1]),
          CodeNode(code: "not b", label: "", depth: 1, parent: 0, slots: [0], minusSlots: [1]),
        ], relations: [CodeRelation(whole: 0, parts: [1, 2])])
      dimension.slotCodes = [[], ["b", "c"]]
      var table = ExportedTables.table(
        dimension, ExportedTables.dimension("sex", ["F", "M"]),
        (0..<9).map { .count(10 + $0) })
      table.cube?.fixedNodes = [1: 2]
      table.cube?.furtherCells = [PublishedTable.Cell(nodes: [1, 0], value: .low)]
      try TableFiles.write(TableDocument.bytes(of: table), to: json, replacing: true)
      var read = try TableFile.read(json).table.dimensions[0]
      #expect(try TableFile.read(json).table.cells == table.published.cells)
      read.label = dimension.label
      for node in read.structure.nodes.indices {
        read.structure.nodes[node].label = ""
      }
      #expect(read == dimension)
    }
  }

  @Test func sharesAndMediansHoldTheirValuesInOrder() throws {
    for example in [ExampleTables.shares, ExampleTables.sideBySide, ExampleTables.medians] {
      var table = example
      let sex = ExportedTables.dimension("sex", ["F", "M"])
      table.cube = ExportedTables.counts.cube
      table.cube?.dimensions = [sex, ExportedTables.dimension("other", ["1", "2", "3", "4"])]
      table.cube?.entryNodes = [
        table.axes[0].entries.indices.map { [0: $0] },
        table.axes[1].entries.indices.map { [1: $0] },
      ]
      try TableFiles.write(table, to: csv, replacing: true, created: 1)
      try TableFiles.write(TableDocument.bytes(of: table), to: json, replacing: true)
      #expect(try TableFile.read(csv).table.cells.map(\.value) == table.cells)
      #expect(try TableFile.read(json).table.cells.map(\.value) == table.cells)
    }
  }

  @Test func changedFilesAreNamed() throws {
    try edit(json, "\"count\": 30", "\"count\": 31")
    #expect(error(reading: json) == .edited(path: json))
    try edit(csv, ",30,", ",31,")
    #expect(error(reading: csv) == .otherTable(path: csv, sidecar: csv + ".json"))
    try edit(csv, ",31,", ",30,")
    #expect(error(reading: csv) == nil)
    try edit(csv + ".json", "\"rounding_base\": 1", "\"rounding_base\": 5")
    #expect(error(reading: csv) == .edited(path: csv + ".json"))
  }

  @Test func whatIsMissingIsNamedByItsPlace() throws {
    try FileManager.default.removeItem(atPath: csv + ".json")
    #expect(error(reading: csv) == .noSidecar(path: csv))
    for name in ["/none.json", "/none.csv", "/none.csv.json"] {
      let path = folder.path + name
      #expect(error(reading: path) == .unreadable(path: path, code: 2))
      #expect(
        error(reading: path)?.text == "There is no file \(path). Check its name and its folder.")
    }
    for path in [folder.path, folder.path + "/tables.csv"] {
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      #expect(error(reading: path)?.text.hasPrefix("\(path) is a folder. Name the files") == true)
    }
    try edit(json, "\"format\": 1", "\"format\": 2")
    #expect(error(reading: json) == .otherFormat(path: json))
    try edit(json, "\"format\": 2,", "\"format\": 1 ,,")
    guard case .notJSON(_, 2, 16, _) = error(reading: json) else {
      Issue.record("\(error(reading: json)?.text ?? "read")")
      return
    }
    var table = ExportedTables.counts
    table.cube = nil
    try TableFiles.write(TableDocument.bytes(of: table), to: json, replacing: true)
    #expect(error(reading: json) == .noCube(path: json))
  }

  /// What is not sealed by a hash is read as well, and may hold anything.
  @Test(arguments: [
    (#""slots":["F","M"]"#, #""slots":["F"]"#, "cube.dimensions[0].nodes[0].slots[1]"),
    (#""relations":[[0,1,2]]"#, #""relations":[[0,7]]"#, "cube.dimensions[0].relations[0][1]"),
    (#""relations":[[0,1,2]]"#, #""relations":[]"#, "cube.dimensions[0].relations"),
    (#""relations":[[0,1,2]]"#, #""relations":[[0,1]]"#, "cube.dimensions[0].relations[0]"),
    (#""relations":[[0,1,2]]"#, #""relations":[[1,2]]"#, "cube.dimensions[0].relations[0]"),
    (#""rounding_base": 1"#, #""rounding_base": 7"#, "cells"),
    (#"[[0,0]]"#, #"[[9,0]]"#, "cube.entries[0][0][0][0]"),
    (#"[[[0,0]],"#, "[", "cells"),
    (#""count": 30"#, #""count": -1"#, "cells[2].count"),
    (#""count": "[c]""#, #""count": "[d]""#, "cells[5].count"),
    (#""link_level": "medium""#, #""link_level": "some""#, "link_level"),
    (
      #""minimum_frequency": 10"#, #""minimum_frequency": 0"#,
      "disclosure_control.minimum_frequency"
    ),
  ])
  func faultsAreNamedByTheirPlace(old: String, new: String, place: String) throws {
    try edit(json, "\"hash\": \"", "\"note\": \"")
    try edit(json, "\"note\": \"9f\"", "\"hash\": \"9f\"")
    #expect(try TableFile.read(json).isSealed == false)
    try edit(json, old, new)
    guard case .malformed(_, let found, _) = error(reading: json) else {
      Issue.record("\(error(reading: json)?.text ?? "read")")
      return
    }
    #expect(found == place)
  }

  /// In a hierarchy each level has its relation, and one of them alone is not enough.
  @Test func everyRelationOfAHierarchyIsNeeded() throws {
    var area = ExportedTables.dimension("area", ["N1", "N2", "S"])
    area.structure = CodeStructure(
      slotCount: 3,
      nodes: [
        CodeNode(code: "*", label: "", depth: 0, parent: nil, slots: [0, 1, 2]),
        CodeNode(code: "N", label: "", depth: 1, parent: 0, slots: [0, 1]),
        CodeNode(code: "N1", label: "", depth: 2, parent: 1, slots: [0]),
        CodeNode(code: "N2", label: "", depth: 2, parent: 1, slots: [1]),
        CodeNode(code: "S", label: "", depth: 1, parent: 0, slots: [2]),
      ], relations: [])
    let levels = [
      CodeRelation(whole: 0, parts: [1, 4]), CodeRelation(whole: 1, parts: [2, 3]),
    ]
    // What follows from the two says nothing that they do not say.
    let both = CodeRelation(whole: 0, parts: [2, 3, 4])
    for (relations, isWhole) in [
      (levels, true), (levels + [both], true), ([levels[0], both], true), ([levels[0]], false),
      ([levels[1]], false), ([both], false), ([], false),
    ] {
      area.structure.relations = relations
      var table = ExportedTables.table(
        area, ExportedTables.dimension("sex", ["F", "M"]), (0..<15).map { .count(10 + $0) })
      table.cube?.fixedNodes = [:]
      try TableFiles.write(TableDocument.bytes(of: table), to: json, replacing: true)
      if isWhole {
        #expect(error(reading: json) == nil, "\(relations)")
      } else {
        #expect(
          error(reading: json)?.text.contains("a relation is missing") == true, "\(relations)")
      }
    }
  }

  /// Bytes at random in the place of others: an error or a table, never an end.
  @Test func damageIsNeverFatal() throws {
    let original = try folder.content("t.json")
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<400 {
      var bytes = original
      for _ in 0...next(3) { bytes[next(bytes.count)] = UInt8(next(256)) }
      if next(4) == 0 { bytes.removeSubrange(next(bytes.count)...) }
      try Data(bytes).write(to: URL(fileURLWithPath: json))
      if let error = error(reading: json) { #expect(error.text.contains(json)) }
    }
  }
}

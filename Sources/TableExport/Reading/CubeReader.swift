import CohortModel
import Tables

/// Reads `cube`, with the profile and the population that stand beside it: the way back from
/// `CubeDocument`. Labels are those of the axes; what no axis shows is called by its code.
struct CubeReader {
  private let document: JSONPlace
  private let cube: JSONPlace

  init(_ document: JSONPlace) throws(TableFileError) {
    self.document = document
    guard let cube = try document.optional("cube") else {
      throw .noCube(path: document.path)
    }
    self.cube = cube
  }

  func shownCube() throws(TableFileError) -> ShownCube {
    var dimensions: [PlannedDimension] = []
    for place in try cube.member("dimensions").elements {
      dimensions.append(try dimension(place))
    }
    var entries: [[[Int: Int]]] = []
    for axis in try cube.member("entries").elements {
      var own: [[Int: Int]] = []
      for entry in try axis.elements { own.append(try pairs(entry, dimensions)) }
      entries.append(own)
    }
    var further: [PublishedTable.Cell] = []
    for place in try cube.optional("further")?.elements ?? [] {
      further.append(try furtherCell(place, dimensions))
    }
    return ShownCube(
      population: try population(), profile: try profile(), dimensions: dimensions,
      fixedNodes: try cube.optional("fixed").map { place throws(TableFileError) in
        try pairs(place, dimensions)
      } ?? [:],
      entryNodes: entries, furtherCells: further)
  }

  private func population() throws(TableFileError) -> PublishedTable.Population {
    let level = try document.member("link_level")
    guard let linkLevel = LinkLevel(rawValue: try level.string) else {
      throw level.fault("there is no such link level")
    }
    return PublishedTable.Population(
      package: try cube.member("package").string, release: try document.member("release").string,
      pilot: try document.member("pilot").member("name").string,
      unit: try cube.member("counted").string, linkLevel: linkLevel)
  }

  private func profile() throws(TableFileError) -> DisclosureProfile {
    let control = try document.member("disclosure_control")
    let minimum = try control.member("minimum_frequency")
    let base = try control.member("rounding_base")
    let zeros = try cube.member("zeros")
    guard (1...1_000_000).contains(try minimum.integer) else {
      throw minimum.fault("a minimum is a number from 1 on")
    }
    guard (1...1_000_000).contains(try base.integer) else {
      throw base.fault("a base is a number from 1 on")
    }
    guard let treatment = DisclosureProfile.Zeros(rawValue: try zeros.string) else {
      throw zeros.fault("zeros are published, eligible or unsafe")
    }
    return DisclosureProfile(
      name: try control.member("profile").string, minimumFrequency: try minimum.integer,
      roundingBase: try base.integer, zeros: treatment, cellKey: try noise(),
      additiveSteps: try additiveSteps())
  }

  /// By how many bases counts were moved so that they add up; nil where they were not.
  private func additiveSteps() throws(TableFileError) -> Int? {
    guard let place = try cube.optional("additive_steps") else { return nil }
    guard (0...100).contains(try place.integer) else {
      throw place.fault("a number of bases from 0 to 100 was expected")
    }
    return try place.integer
  }

  /// The noise of the counts; nil where they carry none.
  private func noise() throws(TableFileError) -> CellKeyParameters? {
    guard let place = try cube.optional("cell_key") else { return nil }
    let parameters = CellKeyParameters(
      maximumNoise: try place.member("maximum_noise").integer,
      variance: try place.member("variance").number, lowest: try place.member("lowest").integer,
      stay: try place.optional("stay")?.number,
      maximumVariables: try place.member("maximum_variables").integer,
      maximumBreakdowns: try place.member("maximum_breakdowns").integer)
    if let fault = parameters.fault { throw place.fault(fault) }
    return parameters
  }

  private func dimension(_ place: JSONPlace) throws(TableFileError) -> PlannedDimension {
    var slotCodes: [[String]] = []
    for slot in try place.member("slots").elements {
      if case .string(let code) = slot.value {
        slotCodes.append([code])
      } else {
        slotCodes.append(try slot.strings)
      }
    }
    let slots = slotCodes.indices
    let list = try place.member("nodes")
    var nodes: [CodeNode] = []
    for element in try list.elements {
      let parent = try element.optional("parent").map { above throws(TableFileError) in
        try above.index(in: 0..<nodes.count)
      }
      let code = try element.member("code").string
      nodes.append(
        CodeNode(
          code: code, label: code, depth: parent.map { nodes[$0].depth + 1 } ?? 0, parent: parent,
          slots: try element.member("slots").indices(in: slots),
          minusSlots: try element.optional("minus").map { minus throws(TableFileError) in
            try minus.indices(in: slots)
          } ?? []))
    }
    guard !nodes.isEmpty else { throw list.fault("node 0, the whole, is missing") }
    var relations: [CodeRelation] = []
    for element in try place.member("relations").elements {
      let numbers = try element.indices(in: nodes.indices)
      guard numbers.count > 1 else { throw element.fault("a node and its parts were expected") }
      relations.append(CodeRelation(whole: numbers[0], parts: Array(numbers.dropFirst())))
    }
    let isMultiResponse = try place.optional("multi_response")?.boolean ?? false
    let source = try source(place.member("source"))
    return PlannedDimension(
      source: source.source, label: source.name, slotCodes: slotCodes,
      structure: CodeStructure(
        kind: isMultiResponse ? .multiResponse : .partition, slotCount: slotCodes.count,
        nodes: nodes, relations: relations),
      isSensitive: try place.optional("sensitive")?.boolean ?? false)
  }

  private func source(
    _ place: JSONPlace
  ) throws(TableFileError) -> (source: PlannedDimension.Source, name: String) {
    func text(_ name: String) throws(TableFileError) -> String? {
      try place.optional(name)?.string
    }
    if let name = try text("variable") { return (.variable(name), name) }
    if let name = try text("milestone") { return (.milestone(name), name) }
    if let name = try text("outcome") { return (.outcome(name), name) }
    if try place.optional("stage") != nil { return (.stage, "stage") }
    if let stages = try place.optional("elapsed") {
      let names = try stages.strings
      guard names.count == 2 else { throw stages.fault("two stages were expected") }
      return (.elapsed(from: names[0], to: names[1]), "days from \(names[0]) to \(names[1])")
    }
    if let event = try text("history") {
      let unit = try place.member("unit")
      guard let spanUnit = CalendarSpan.Unit(rawValue: try unit.string) else {
        throw unit.fault("days or months were expected")
      }
      return (
        .history(
          EarlierEvent(
            event: event, within: CalendarSpan(try place.member("count").integer, spanUnit),
            isNegated: try place.member("negated").boolean)), event
      )
    }
    let period = try place.member("period")
    let days = try period.strings.compactMap { CalendarDay($0) }
    guard days.count == 2 else { throw period.fault("two days were expected") }
    return (.period(Period(first: days[0], last: days[1])), "index event")
  }

  private func pairs(
    _ place: JSONPlace, _ dimensions: [PlannedDimension]
  ) throws(TableFileError) -> [Int: Int] {
    var nodes: [Int: Int] = [:]
    for pair in try place.elements {
      let numbers = try pair.elements
      guard numbers.count == 2 else { throw pair.fault("a dimension and a node were expected") }
      let dimension = try numbers[0].index(in: dimensions.indices)
      nodes[dimension] = try numbers[1].index(in: dimensions[dimension].structure.nodes.indices)
    }
    return nodes
  }

  private func furtherCell(
    _ place: JSONPlace, _ dimensions: [PlannedDimension]
  ) throws(TableFileError) -> PublishedTable.Cell {
    let parts = try place.elements
    guard parts.count == 2 else { throw place.fault("nodes and a value were expected") }
    let places = try parts[0].elements
    guard places.count == dimensions.count else {
      throw parts[0].fault("a node of every dimension was expected")
    }
    var nodes: [Int] = []
    for (number, node) in places.enumerated() {
      nodes.append(try node.index(in: dimensions[number].structure.nodes.indices))
    }
    return PublishedTable.Cell(nodes: nodes, value: try TableFile.value(parts[1]))
  }
}

import CohortModel
import Tables

/// Answers any query with invented numbers: a function of the query alone. Counts below ten are
/// hidden and all are rounded to five, so that every sign of a real table comes up.
public struct FixtureService: TableService {
  private let package: DataPackage
  public let session: Session?
  /// Called before a table is made, on the thread that asked.
  private let delay: @Sendable (CohortQuery) -> Void
  /// How many times as large its numbers are.
  private let scale: Int
  /// Smaller counts are hidden.
  private let smallest: Int

  public init(
    package: DataPackage = FixturePackage.package, session: Session? = nil, scale: Int = 1,
    smallest: Int = 10,
    delay: @escaping @Sendable (CohortQuery) -> Void = { _ in }
  ) {
    self.package = package
    self.session = session
    self.delay = delay
    self.scale = scale
    self.smallest = smallest
  }

  public func catalogue() throws(ServiceError) -> Catalogue {
    Catalogue(
      package: package, release: "0f1e2d3c4b5a69788796", isInProcess: true, session: session)
  }

  public func table(for query: CohortQuery) throws(ServiceError) -> ProtectedTable {
    delay(query)
    let plan: TablePlan
    do {
      plan = try TablePlan(
        query, package: package, session: session, today: FixturePackage.today)
    } catch {
      throw .refused(error)
    }
    return ProtectedTable(
      heading: heading(of: plan), query: plan.query,
      axes: plan.axes.map { axis in
        TableAxis(
          role: axis.role, name: axis.name, label: axis.label,
          entries: axis.entries.map {
            AxisEntry(
              code: $0.code, label: $0.label, labelWelsh: $0.labelWelsh, depth: $0.depth)
          })
      },
      cells: cells(of: plan),
      legend: [
        LegendEntry(
          sign: "[c]", meaning: "fewer than 10 persons, or needed to protect such a cell"),
        LegendEntry(sign: "[low]", meaning: "rounds to zero but is not zero"),
      ],
      definitions: plan.definitions,
      certificate: PublicCertificate(
        profile: plan.profile.name, minimumFrequency: plan.minimumFrequency,
        roundingBase: plan.profile.roundingBase, statement: "Invented numbers: nobody to protect.",
        hash: "9c3fa1"),
      cube: ShownCube(plan, package: package.name, release: "0f1e2d3c4b5a69788796"))
  }

  /// What differs by fewer than ten persons is hidden, as what one level hides. Of a table with
  /// filters the other levels are said to be near.
  public func tables(
    for query: CohortQuery, at levels: [LinkLevel]
  ) throws(ServiceError) -> [ProtectedTable] {
    var tables: [ProtectedTable] = []
    for level in levels {
      var asked = query
      asked.linkLevel = level
      tables.append(try table(for: asked))
    }
    if !query.filters.isEmpty {
      let own = levels.firstIndex(of: query.linkLevel ?? package.defaultLinkLevel) ?? 0
      var table = tables[own]
      table.heading.otherLevels = levels.indices.filter { $0 != own }.map { other in
        OtherLevel(level: levels[other], persons: other < own ? 10 : 50, noise: 14)
      }
      return [table]
    }
    for cell in tables.first?.cells.indices ?? 0..<0 {
      let counts = tables.compactMap { table -> Int? in
        if case .count(let count) = table.cells[cell] { count } else { nil }
      }
      let differences = counts.flatMap { count in counts.map { abs(count - $0) } }
      guard counts.count < tables.count || differences.contains(where: { 1..<10 ~= $0 }) else {
        continue
      }
      for table in tables.indices { tables[table].cells[cell] = .confidential }
    }
    return tables
  }

  /// As asked for one by one: invented numbers give nobody away.
  public func times(beside pathway: CohortQuery) throws(ServiceError) -> [ProtectedTable] {
    let stages = package.pilot(pathway.pilot)?.stages.map(\.name) ?? []
    var tables: [ProtectedTable] = []
    for (from, to) in zip(stages, stages.dropFirst()) {
      var query = pathway
      query.rows = []
      query.measure = .median(from: from, to: to)
      tables.append(try table(for: query))
    }
    return tables
  }

  public func explanation(
    of value: CellValue, in table: ProtectedTable
  ) throws(ServiceError) -> String {
    if case .count = value { return "As counted." }
    return "Confidential: fewer than 10 persons, or needed to protect such a cell."
  }

  public func export(
    _ query: CohortQuery, as format: String
  ) throws(ServiceError) -> ProtectedTable {
    try table(for: query)
  }

  public func export(
    _ query: CohortQuery, at levels: [LinkLevel], as format: String
  ) throws(ServiceError) -> [ProtectedTable] {
    try tables(for: query, at: levels)
  }

  public func exportFailed(_ table: ProtectedTable, as format: String) throws(ServiceError) {}

  private func heading(of plan: TablePlan) -> TableHeading {
    TableHeading(
      title: plan.title, package: package.title, release: "0f1e2d3c4b5a69788796",
      isSynthetic: package.isSynthetic, pilot: plan.query.pilot,
      pilotTitle: package.pilot(plan.query.pilot)?.title ?? "", unit: plan.unit,
      period: plan.query.period ?? package.period, linkLevel: plan.linkLevel,
      conditions: plan.conditionPhrases, coverage: package.coverage, datasets: plan.datasets)
  }

  /// What is behind the cells of a table, which nobody may see.
  public func rawCounts(for query: CohortQuery) throws -> [Int] {
    let plan = try TablePlan(
      query, package: package, session: session, today: FixturePackage.today)
    return amounts(of: plan).map { Int($0) }
  }

  private func cells(of plan: TablePlan) -> [CellValue] {
    amounts(of: plan).map { count in
      count < Double(smallest) ? .confidential : .count(Int((count / 5).rounded()) * 5)
    }
  }

  private func amounts(of plan: TablePlan) -> [Double] {
    let shares = plan.dimensions.map(FixtureService.shares)
    let looseness: [LinkLevel: Double] = [.high: 1.02, .low: 0.97]
    let members =
      Double(scale) * (plan.query.pilot == "reoffending" ? 48_350 : 9_120)
      * looseness[plan.linkLevel, default: 1]
    var places: [[Int: Int]] = [plan.fixedNodes]
    for axis in plan.axes {
      places = places.flatMap { nodes in
        axis.entries.map { nodes.merging($0.nodes) { _, new in new } }
      }
    }
    return places.map { nodes in nodes.reduce(members) { $0 * shares[$1.key][$1.value] } }
  }

  /// Per node of a dimension, the share of members: slots have weights by their codes.
  private static func shares(_ dimension: PlannedDimension) -> [Double] {
    let weights = dimension.slotCodes.map { codes in Double(3 + hash(codes.joined()) % 97) }
    let structure = dimension.structure
    let total = max(1, weights.reduce(0, +))
    return structure.nodes.map { node in
      if structure.kind == .multiResponse {
        let share = node.slots.contains(0) ? 1 : node.slots.reduce(0) { $0 + weights[$1] / 120 }
        return share - node.minusSlots.reduce(0) { $0 + weights[$1] / 120 }
      }
      return node.slots.reduce(0) { $0 + weights[$1] } / total
    }
  }

  /// FNV-1a.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}

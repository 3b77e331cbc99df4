import CohortModel

/// Which cells a table shows, by their definition: the planned dimensions of the cube that it is a
/// slice of, and the nodes that its axes stand for. Definitions and published values only.
///
/// With the values of the table this makes a `PublishedTable`; exports carry it (`cube` in
/// `docs/formats.md`), so that an audit needs nothing but files.
public struct ShownCube: Hashable, Codable, Sendable {
  public var population: PublishedTable.Population
  /// Profile, with the minimum and the base that held for the table.
  public var profile: DisclosureProfile
  public var dimensions: [PlannedDimension]
  /// Nodes (dimension → node) that hold for every shown cell.
  public var fixedNodes: [Int: Int]
  /// Per axis and entry of the table the nodes that it stands for.
  public var entryNodes: [[[Int: Int]]]
  /// Cells that are published beside those of the axes, such as how many values are not known.
  public var furtherCells: [PublishedTable.Cell]

  public init(
    population: PublishedTable.Population, profile: DisclosureProfile,
    dimensions: [PlannedDimension], fixedNodes: [Int: Int], entryNodes: [[[Int: Int]]],
    furtherCells: [PublishedTable.Cell] = []
  ) {
    self.population = population
    self.profile = profile
    self.dimensions = dimensions
    self.fixedNodes = fixedNodes
    self.entryNodes = entryNodes
    self.furtherCells = furtherCells
  }

  /// Of a plan.
  ///
  /// - Parameters:
  ///   - package: the name of the data package.
  ///   - release: of the store.
  public init(
    _ plan: TablePlan, package: String, release: String,
    furtherCells: [PublishedTable.Cell] = []
  ) {
    var profile = plan.profile
    profile.minimumFrequency = plan.minimumFrequency
    profile.roundingBase = max(1, profile.roundingBase)
    self.init(
      population: PublishedTable.Population(
        package: package, release: release, pilot: plan.query.pilot,
        unit: plan.counting.canonicalName, linkLevel: plan.linkLevel),
      profile: profile, dimensions: plan.dimensions, fixedNodes: plan.fixedNodes,
      entryNodes: plan.axes.map { $0.entries.map(\.nodes) }, furtherCells: furtherCells)
  }

  /// Per shown cell its node in every dimension, row-major over the axes.
  public var cellNodes: [[Int]] {
    var nodes = [self.nodes(fixedNodes)]
    for entries in entryNodes {
      nodes = nodes.flatMap { fixed in
        entries.map { entry in
          var own = fixed
          for (dimension, node) in entry where own.indices.contains(dimension) {
            own[dimension] = node
          }
          return own
        }
      }
    }
    return nodes
  }

  /// A node of every dimension, the whole where none is given.
  public func nodes(_ fixed: [Int: Int]) -> [Int] {
    dimensions.indices.map { fixed[$0, default: 0] }
  }
}

extension ProtectedTable {
  /// The table as an attacker has it. Without cells where the definition of its cells is not known.
  public var published: PublishedTable { published(as: query.text) }

  /// - Parameter name: for reports, such as the file's.
  public func published(as name: String) -> PublishedTable {
    guard let cube else {
      return PublishedTable(
        name: name,
        population: PublishedTable.Population(
          package: heading.package, release: heading.release, pilot: heading.pilot,
          unit: heading.unit, linkLevel: heading.linkLevel),
        profile: DisclosureProfile(
          name: certificate.profile, minimumFrequency: certificate.minimumFrequency,
          roundingBase: certificate.roundingBase),
        dimensions: [], cells: [])
    }
    return cube.published(cells, as: name)
  }
}

extension ShownCube {
  /// The published table of these values.
  ///
  /// - Parameter values: of the cells that the axes show, row-major.
  public func published(_ values: [CellValue], as name: String) -> PublishedTable {
    let shown = zip(cellNodes, values).map { PublishedTable.Cell(nodes: $0, value: $1) }
    return PublishedTable(
      name: name, population: population, profile: profile, dimensions: dimensions,
      cells: shown + furtherCells)
  }
}

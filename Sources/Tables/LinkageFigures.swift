import CohortModel

/// How well the records of a package are linked, at one link level: made of the linkage tables that
/// a service gives, and of nothing else. One level only: what two levels show together is not
/// protected together.
public struct LinkageFigures: Hashable, Codable, Sendable {
  /// Shares by the codes of one variable, everyone first.
  public struct Breakdown: Hashable, Codable, Sendable {
    public var name: String
    public var label: String
    public var shares: [PublishedShare]
  }

  public var level: LinkLevel
  /// Of those in each dataset, who is in another one as well.
  public var datasets: Breakdown
  /// The same by sex and by ethnicity.
  public var groups: [Breakdown]
  /// By number of records: `whole` persons, `part` of them in two datasets or more.
  public var records: Breakdown
  public var changes: PublishedShare
  public var conflicts: [PublishedShare]
  /// What each of these shares means (G17).
  public var definitions: [DefinitionCard]
  public var legend: [LegendEntry]
  public var certificate: PublicCertificate
  public var isSynthetic: Bool

  /// The queries whose tables the figures are made of; none where a package has no links.
  public static func queries(
    of package: DataPackage, at level: LinkLevel
  ) -> [(subject: LinkageSubject, query: CohortQuery)] {
    LinkageSubject.all(in: package).map { ($0, $0.query(at: level)) }
  }

  /// Asks a service for the tables.
  ///
  /// - Returns: nil where the package has no links.
  /// - Throws: `refused` where linkage is not agreed, and whatever the service throws.
  public static func asked(
    of service: any TableService, package: DataPackage, at level: LinkLevel
  ) throws(ServiceError) -> LinkageFigures? {
    var tables: [(subject: LinkageSubject, table: ProtectedTable)] = []
    for (subject, query) in queries(of: package, at: level) {
      tables.append((subject, try service.table(for: query)))
    }
    return LinkageFigures(tables)
  }

  /// - Parameter tables: all of a package's linkage tables at one level, in their order.
  public init?(_ tables: [(subject: LinkageSubject, table: ProtectedTable)]) {
    guard let first = tables.first?.table,
      let datasets = tables.first(where: { $0.subject == .datasets })?.table.breakdown,
      let records = tables.first(where: { $0.subject == .records })?.table.breakdown,
      let changes = tables.first(where: { $0.subject == .changes })?.table.breakdown?.shares.first
    else { return nil }
    level = first.heading.linkLevel
    isSynthetic = first.heading.isSynthetic
    certificate = first.certificate
    self.datasets = datasets
    self.records = records
    self.changes = PublishedShare(
      code: "changes", label: changes.label, part: changes.part, whole: changes.whole)
    groups = []
    conflicts = []
    definitions = []
    legend = []
    for (subject, table) in tables {
      switch subject {
      case .group: if let group = table.breakdown { groups.append(group) }
      case .conflict(let attribute):
        guard var share = table.breakdown?.shares.first else { continue }
        share.code = attribute.rawValue
        share.label = table.definitions.first?.name ?? attribute.rawValue
        conflicts.append(share)
      case .changes: self.changes.label = table.definitions.first?.name ?? changes.label
      case .datasets, .records: break
      }
      for card in table.definitions where !definitions.contains(card) { definitions.append(card) }
      for entry in table.legend where !legend.contains(entry) { legend.append(entry) }
    }
  }

  /// Persons in two datasets or more, of all.
  public var linked: PublishedShare {
    datasets.shares.first
      ?? PublishedShare(code: "*", label: "", part: .notAvailable, whole: .notAvailable)
  }

  /// The part of the figures that stands on a table that draws on these datasets.
  public func note(datasets names: Set<String>) -> LinkageNote {
    LinkageNote(
      level: level, linked: linked,
      datasets: datasets.shares.dropFirst().filter { names.contains($0.code) },
      changes: changes, conflicts: conflicts)
  }
}

extension ProtectedTable {
  /// A table of shares by one variable, or of one share alone.
  fileprivate var breakdown: LinkageFigures.Breakdown? {
    guard axes.last?.entries.map(\.code) == ["numerator", "denominator"], axes.count <= 2 else {
      return nil
    }
    let rows =
      axes.count == 2 ? axes[0].entries : [AxisEntry(code: "*", label: "Total", depth: 0)]
    guard cells.count == 2 * rows.count else { return nil }
    return LinkageFigures.Breakdown(
      name: axes.count == 2 ? axes[0].name : "",
      label: axes.count == 2 ? axes[0].label : heading.title,
      shares: rows.enumerated().map { place, entry in
        PublishedShare(
          code: entry.code, label: entry.label, labelWelsh: entry.labelWelsh,
          part: cells[2 * place], whole: cells[2 * place + 1])
      }.filter { $0.code != "NK" || $0.whole != .count(0) })
  }
}

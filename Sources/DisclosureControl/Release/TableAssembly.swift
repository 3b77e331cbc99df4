import CohortModel
import Tables

/// Puts together what an analyst gets: the shown slice of a protected cube, with its heading, legend
/// and certificate.
struct TableAssembly {
  let plan: TablePlan
  let package: DataPackage
  let release: String
  var session: Session?
  /// Labels of the table sets that the table is protected with.
  var sets: [String] = []

  /// - Parameter linkage: what is said of the links behind the table, where that is known.
  func table(of cube: [CellValue], linkage: LinkageNote? = nil) -> ProtectedTable {
    let space = CellSpace(plan.dimensions)
    var withheld = WithheldCohorts()
    var shown = ShownCube(plan, package: package.name, release: release)
    let cells = shown.cellNodes.map { numbers in
      let nodes = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($0, $1) })
      guard let until = plan.followUpIncomplete(nodes) else { return cube[space.cell(nodes)] }
      withheld.add(plan.calendarLabel(nodes), until: until)
      return .notAvailable
    }
    let certificate = Certification(
      plan: plan, policy: package.policy, release: release, freeBreakdowns: freeBreakdowns,
      sets: sets
    )
    .certificate(of: cells)
    var heading = heading
    heading.linkage = linkage
    let missing = missing(in: cube)
    heading.missing = missing.map(\.share)
    let places = Set(shown.cellNodes)
    shown.furtherCells = missing.flatMap { [$0.whole, $0.part] }.reduce(into: []) { further, cell in
      if !places.contains(cell.nodes), !further.contains(cell) { further.append(cell) }
    }
    var table = ProtectedTable(
      heading: heading, query: plan.query, axes: axes, cells: cells, legend: [],
      definitions: plan.definitions,
      certificate: certificate, cube: shown)
    table.legend =
      SignTexts(certificate).legend(
        of: cells + (hasLowShares(table) ? [.low] : []), withheld: withheld.text)
      + cellKeyNotes + plan.notes.map { LegendEntry(sign: "", meaning: $0) }
    return table
  }

  /// Whether a share is shown as `[low]`, which no count need be.
  private func hasLowShares(_ table: ProtectedTable) -> Bool {
    let view = TableView(table)
    guard view.kind == .share else { return false }
    return view.pages.indices.contains { page in
      view.rows.indices.contains { row in
        view.columns.indices.contains { column in
          view.figure(page: page, row: row, column: column) == .sign(.low)
        }
      }
    }
  }

  /// What is shown of a cohort under the profile cell-key whatever is asked.
  private var freeBreakdowns: Int {
    plan.profile.cellKey != nil && plan.query.pilot == LinkageResource.name
      ? Breakdowns.ofLinkage(package).count : 0
  }

  /// What noise means for figures made of two counts.
  private var cellKeyNotes: [LegendEntry] {
    guard plan.profile.cellKey != nil, case .share = plan.query.measure else { return [] }
    return [
      LegendEntry(
        sign: "",
        meaning: "Noise may leave a part above its whole: such a share is shown as 100%.")
    ]
  }

  private var axes: [TableAxis] {
    plan.axes.map { axis in
      TableAxis(
        role: axis.role, name: axis.name, label: axis.label,
        entries: axis.entries.map {
          AxisEntry(code: $0.code, label: $0.label, labelWelsh: $0.labelWelsh, depth: $0.depth)
        })
    }
  }

  private var heading: TableHeading {
    TableHeading(
      title: plan.title, package: package.title, release: release,
      isSynthetic: package.isSynthetic, pilot: plan.query.pilot,
      pilotTitle: package.pilot(plan.query.pilot)?.title ?? plan.query.pilot, unit: plan.unit,
      period: plan.query.period ?? package.period, linkLevel: plan.linkLevel,
      conditions: plan.conditionPhrases, coverage: package.coverage, datasets: plan.datasets,
      provenance: provenance)
  }

  private var provenance: TableProvenance {
    let pilot = package.pilot(plan.query.pilot)
    return TableProvenance(
      author: session.map { TableAuthor($0) }, reason: plan.query.reason,
      datasets: plan.resources.compactMap { package.resource($0).map { DatasetLine($0) } },
      will: pilot?.will ?? [], willNot: pilot?.willNot ?? [])
  }
}

import CohortModel
import Tables

/// Puts together what an analyst gets: the shown slice of a protected cube, with its heading, legend
/// and certificate.
struct TableAssembly {
  let plan: TablePlan
  let package: DataPackage
  let release: String
  var session: Session?

  /// - Parameter linkage: what is said of the links behind the table, where that is known.
  func table(of cube: [CellValue], linkage: LinkageNote? = nil) -> ProtectedTable {
    let space = CellSpace(plan.dimensions)
    var withheld = WithheldCohorts()
    let cells = shownNodes.map { nodes in
      guard let until = plan.followUpIncomplete(nodes) else { return cube[space.cell(nodes)] }
      withheld.add(plan.calendarLabel(nodes), until: until)
      return .notAvailable
    }
    let certificate = Certification(plan: plan, release: release).certificate(of: cells)
    var heading = heading
    heading.linkage = linkage
    heading.missing = missing(in: cube)
    return ProtectedTable(
      heading: heading, query: plan.query, axes: axes, cells: cells,
      legend: SignTexts(certificate).legend(of: cells, withheld: withheld.text)
        + plan.notes.map { LegendEntry(sign: "", meaning: $0) },
      definitions: plan.definitions,
      certificate: certificate)
  }

  /// The nodes of the cells that the axes show, row-major over the axes.
  private var shownNodes: [[Int: Int]] {
    var nodes = [plan.fixedNodes]
    for axis in plan.axes {
      nodes = nodes.flatMap { fixed in
        axis.entries.map { entry in fixed.merging(entry.nodes) { _, own in own } }
      }
    }
    return nodes
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

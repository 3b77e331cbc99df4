import CohortModel
import Tables

extension TableAssembly {
  /// Per variable of the table the share of those counted whose value is not known: cells of the
  /// table's own cube, protected with it. Nothing is said of variables that a filter fixes.
  func missing(in cube: [CellValue]) -> [MissingValues] {
    let space = CellSpace(plan.dimensions)
    let pilot = package.pilot(plan.query.pilot)
    let shown = Set(plan.axes.flatMap { $0.entries.flatMap { $0.nodes.keys } })
    return plan.dimensions.indices.compactMap { number in
      let dimension = plan.dimensions[number]
      guard dimension.structure.kind == .partition, plan.fixedNodes[number, default: 0] == 0,
        shown.contains(number)
      else { return nil }
      let code: String
      switch dimension.source {
      case .variable(let name): code = pilot?.variable(name)?.missingCode ?? "NK"
      case .milestone: code = "NK"
      default: return nil
      }
      guard
        let node = dimension.structure.nodes.indices.dropFirst().first(where: { index in
          let slots = dimension.structure.nodes[index].slots
          return slots.count == 1 && dimension.slotCodes[slots[0]] == [code]
        })
      else { return nil }
      var nodes = plan.fixedNodes
      guard plan.followUpIncomplete(nodes) == nil else { return nil }
      func cell() -> PublishedTable.Cell {
        PublishedTable.Cell(
          nodes: plan.dimensions.indices.map { nodes[$0, default: 0] },
          value: cube[space.cell(nodes)])
      }
      let whole = cell()
      nodes[number] = node
      return MissingValues(
        code: nameOfDimension(dimension), label: dimension.label, part: cell(), whole: whole)
    }.sorted { $0.code < $1.code }
  }

  private func nameOfDimension(_ dimension: PlannedDimension) -> String {
    switch dimension.source {
    case .variable(let name), .milestone(let name): name
    default: ""
    }
  }
}

/// How many values of a variable are not known, with the cells that say so.
struct MissingValues {
  let code: String
  let label: String
  let part: PublishedTable.Cell
  let whole: PublishedTable.Cell

  var share: PublishedShare {
    PublishedShare(code: code, label: label, part: part.value, whole: whole.value)
  }
}

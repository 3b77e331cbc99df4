import CohortModel
import Tables

/// Which cells a table shows, as JSON: `cube` in `docs/formats.md`. Codes and numbers; labels stand
/// in the axes, profile and link level beside it.
enum CubeDocument {
  static func value(of cube: ShownCube) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("package", .shown(cube.population.package)),
      .init("counted", .shown(cube.population.unit)),
      .init("zeros", .string(cube.profile.zeros.rawValue)),
    ]
    if let parameters = cube.profile.cellKey {
      members.append(.init("cell_key", .compact(noise(parameters))))
    }
    if let steps = cube.profile.additiveSteps {
      members.append(.init("additive_steps", .integer(steps)))
    }
    members += [
      .init("dimensions", .array(cube.dimensions.map { .compact(dimension($0)) })),
      .init("fixed", .compact(pairs(cube.fixedNodes))),
      .init("entries", .array(cube.entryNodes.map { .compact(.array($0.map(pairs))) })),
      .init(
        "further",
        .array(
          cube.furtherCells.map {
            .compact(.array([numbers($0.nodes), TableDocument.json($0.value)]))
          })),
    ]
    return .object(members)
  }

  /// The noise of the counts, in the keys of the policy.
  private static func noise(_ parameters: CellKeyParameters) -> JSONValue {
    .members([
      "maximum_noise": .integer(parameters.maximumNoise),
      "variance": .number("\(parameters.variance)"), "lowest": .integer(parameters.lowest),
      "stay": parameters.stay.map { .number("\($0)") } ?? .null,
      "maximum_variables": .integer(parameters.maximumVariables),
      "maximum_breakdowns": .integer(parameters.maximumBreakdowns),
    ])
  }

  private static func dimension(_ dimension: PlannedDimension) -> JSONValue {
    let structure = dimension.structure
    var members: [JSONValue.Member] = [.init("source", source(dimension.source))]
    if structure.kind == .multiResponse { members.append(.init("multi_response", .boolean(true))) }
    if dimension.isSensitive { members.append(.init("sensitive", .boolean(true))) }
    members += [
      .init("slots", .array(dimension.slotCodes.map(codes))),
      .init("nodes", .array(structure.nodes.map(node))),
      .init(
        "relations", .array(structure.relations.map { numbers([$0.whole] + $0.parts) })),
    ]
    return .object(members)
  }

  /// The codes of one slot: mostly one.
  private static func codes(_ codes: [String]) -> JSONValue {
    codes.count == 1 ? .shown(codes[0]) : .shown(codes)
  }

  private static func node(_ node: CodeNode) -> JSONValue {
    var members: [JSONValue.Member] = [.init("code", .shown(node.code))]
    if let parent = node.parent { members.append(.init("parent", .integer(parent))) }
    members.append(.init("slots", numbers(node.slots)))
    if !node.minusSlots.isEmpty { members.append(.init("minus", numbers(node.minusSlots))) }
    return .object(members)
  }

  private static func source(_ source: PlannedDimension.Source) -> JSONValue {
    switch source {
    case .variable(let name): .members(["variable": .shown(name)])
    case .stage: .members(["stage": .boolean(true)])
    case .milestone(let name): .members(["milestone": .shown(name)])
    case .outcome(let name): .members(["outcome": .shown(name)])
    case .elapsed(let from, let to): .members(["elapsed": .shown([from, to])])
    case .history(let event):
      .members([
        "history": .shown(event.event), "count": .integer(event.within.count),
        "unit": .string(event.within.unit.rawValue), "negated": .boolean(event.isNegated),
      ])
    case .period(let period):
      .members(["period": .shown([period.first.description, period.last.description])])
    }
  }

  /// Dimension and node, by dimension.
  private static func pairs(_ nodes: [Int: Int]) -> JSONValue {
    .array(nodes.sorted { $0.key < $1.key }.map { numbers([$0.key, $0.value]) })
  }

  private static func numbers(_ numbers: [Int]) -> JSONValue {
    .array(numbers.map { .integer($0) })
  }
}

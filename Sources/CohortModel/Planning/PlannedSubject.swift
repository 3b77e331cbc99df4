/// One thing that a query crosses, shows or filters by, with everything that the query wants of it.
struct PlannedSubject {
  var name: String
  var subject: Subject
  var tree: CodeTree
  /// Levels to show; nil where it stands on no axis.
  var depth: Int?
  /// Tree nodes of the filter and of the comparison's filter; of a multi-response variable one
  /// node, negative where its complement is meant.
  var filter: [Int]?
  var comparison: [Int]?

  /// The dimension, and the nodes that the filters fix in it.
  func planned() -> (
    dimension: PlannedDimension, filter: Int, comparison: Int
  ) {
    if subject.isMultiResponse {
      let (structure, slotCodes) = CodeStructure.multiResponse(tree)
      let dimension = PlannedDimension(
        source: subject.source, label: subject.label, slotCodes: slotCodes, structure: structure,
        isSensitive: subject.isSensitive)
      func node(_ set: [Int]?) -> Int {
        set?.first.flatMap { index in
          structure.node((index < 0 ? "not " : "") + tree.nodes[abs(index)].code)
        } ?? 0
      }
      return (dimension, node(filter), node(comparison))
    }
    let sets = [filter, comparison].compactMap { $0 }
    let isWhole: Bool = if case .variable = subject { false } else { true }
    let cut = tree.cut(depth: isWhole ? .max : depth ?? 1, sets: sets)
    let dimension = PlannedDimension(
      source: subject.source, label: subject.label, slotCodes: cut.slotCodes,
      structure: cut.structure, isSensitive: subject.isSensitive)
    return (
      dimension, filter == nil ? 0 : cut.setNodes[0],
      comparison == nil ? 0 : cut.setNodes[filter == nil ? 0 : 1]
    )
  }

  /// What an axis shows: the total (or the filter's part of it), then nodes within it in list order.
  func entries(of dimension: PlannedDimension, at number: Int, total: Int) -> [PlannedEntry] {
    let structure = dimension.structure
    let whole = structure.nodes[total]
    var entries = [
      PlannedEntry(
        code: CodeTree.wholeCode, label: whole.label, labelWelsh: whole.labelWelsh, depth: 0,
        nodes: [number: total])
    ]
    let within = Set(whole.slots)
    var places: [String: Int] = [:]
    for (place, node) in structure.nodes.enumerated() where places[node.code] == nil {
      places[node.code] = place
    }
    for node in tree.nodes.dropFirst() {
      let level = node.level
      guard level <= depth ?? 1, let place = places[node.code], place != total, isShown(node),
        total == 0 || within.isSuperset(of: structure.nodes[place].slots)
      else { continue }
      entries.append(
        PlannedEntry(
          code: node.code, label: node.label, labelWelsh: node.labelWelsh, depth: level,
          nodes: [number: place]))
    }
    return entries
  }

  /// An outcome whose base is the whole cohort has nobody outside it.
  private func isShown(_ node: CodeTree.Node) -> Bool {
    if case .outcome(let outcome) = subject, node.code == "outside" {
      return !outcome.among.isEmpty
    }
    return true
  }
}

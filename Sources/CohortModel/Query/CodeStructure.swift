/// The codes of one dimension of a table: what is counted (slots), what can be shown (nodes), and
/// how nodes add up (relations). The node at 0 is always the whole.
///
/// For a partition every member falls in exactly one slot and a node is the sum of its slots. For a
/// multi-response variable slot 0 holds every member once and slot *k* those who have code *k*;
/// "without the code" is slot 0 minus slot *k*.
public struct CodeStructure: Hashable, Codable, Sendable {
  public var kind: Variable.Kind
  /// Number of counting slots.
  public var slotCount: Int
  public var nodes: [CodeNode]
  public var relations: [CodeRelation]

  public init(
    kind: Variable.Kind = .partition, slotCount: Int, nodes: [CodeNode],
    relations: [CodeRelation]
  ) {
    self.kind = kind
    self.slotCount = slotCount
    self.nodes = nodes
    self.relations = relations
  }

  public func node(_ code: String) -> Int? { nodes.firstIndex { $0.code == code } }
}

public struct CodeNode: Hashable, Codable, Sendable {
  /// Unique within the structure; the whole is `*`.
  public var code: String
  public var label: String
  public var labelWelsh: String?
  /// 0 for the whole, 1 for its parts, and so on.
  public var depth: Int
  public var parent: Int?
  /// Slots that add up to this node.
  public var slots: [Int]
  /// Slots to take off (multi-response complements only).
  public var minusSlots: [Int]

  public init(
    code: String, label: String, labelWelsh: String? = nil, depth: Int, parent: Int?,
    slots: [Int], minusSlots: [Int] = []
  ) {
    self.code = code
    self.label = label
    self.labelWelsh = labelWelsh
    self.depth = depth
    self.parent = parent
    self.slots = slots
    self.minusSlots = minusSlots
  }
}

/// `whole` = Σ `parts`, by node index.
public struct CodeRelation: Hashable, Codable, Sendable {
  public var whole: Int
  public var parts: [Int]

  public init(whole: Int, parts: [Int]) {
    self.whole = whole
    self.parts = parts
  }
}

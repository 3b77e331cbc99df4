/// What a pilot can count in the place of persons: households, cases.
///
/// A unit is a key that index events have. It is counted once, at the first index event that has it,
/// and the person of that index event is the one to whom it belongs.
public struct UnitOfCount: Hashable, Codable, Sendable {
  public var name: String
  public var label: String
  public var labelWelsh: String?
  /// A field of the index event's resource. Stored as a key, never as it is written.
  public var keyField: String

  public init(name: String, label: String, labelWelsh: String? = nil, keyField: String) {
    self.name = name
    self.label = label
    self.labelWelsh = labelWelsh
    self.keyField = keyField
  }
}

/// The codes that a field may hold, in their order, perhaps as a hierarchy.
public struct CodeList: Hashable, Codable, Sendable {
  public var name: String
  public var codes: [Code]

  public init(name: String, codes: [Code]) {
    self.name = name
    self.codes = codes
  }

  public func code(_ value: String) -> Code? { codes.first { $0.code == value } }
}

public struct Code: Hashable, Codable, Sendable {
  public var code: String
  public var label: String
  /// The Welsh label, where there is one.
  public var labelWelsh: String?
  /// The code above it; nil at the top. Data may hold any code that has no children.
  public var parent: String?

  public init(_ code: String, _ label: String, welsh: String? = nil, parent: String? = nil) {
    self.code = code
    self.label = label
    self.labelWelsh = welsh
    self.parent = parent
  }
}

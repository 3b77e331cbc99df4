/// What a data owner has agreed to: which variables of a dataset, for which pilots, until when.
public struct Agreement: Hashable, Codable, Sendable {
  public var id: String
  public var owner: String
  /// Resources that it covers.
  public var resources: [String]
  /// Pilots whose purpose it allows.
  public var pilots: [String]
  /// Fields that may be used (`resource.field`); empty means all fields of its resources.
  public var fields: [String]
  /// What was asked for and not agreed to, or not yet: a resource, or `resource.field`.
  public var notAgreed: [String]
  /// Whether its records are published, so that anyone may use them.
  public var isPublic: Bool
  public var purpose: String
  public var starts: CalendarDay?
  public var expires: CalendarDay?
  /// Raises the minimum frequency for every table that uses its resources.
  public var minimumFrequency: Int?

  public init(
    id: String, owner: String, resources: [String], pilots: [String], fields: [String] = [],
    notAgreed: [String] = [], isPublic: Bool = false, purpose: String,
    starts: CalendarDay? = nil, expires: CalendarDay? = nil,
    minimumFrequency: Int? = nil
  ) {
    self.id = id
    self.owner = owner
    self.resources = resources
    self.pilots = pilots
    self.fields = fields
    self.notAgreed = notAgreed
    self.isPublic = isPublic
    self.purpose = purpose
    self.starts = starts
    self.expires = expires
    self.minimumFrequency = minimumFrequency
  }
}

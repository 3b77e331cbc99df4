/// A data package as its owner describes it: everything but the data.
///
/// A Frictionless Data Package (v2) with Table Schemas, and what it needs beyond them under `bold`
/// keys. Read by `PackageReader`; the format is documented in `docs/data-package.md`.
public struct DataPackage: Hashable, Codable, Sendable {
  public var name: String
  public var title: String
  public var version: String
  /// Invented records only. Everything shown or exported says so.
  public var isSynthetic: Bool
  public var owner: String
  /// The period that the records cover. Follow-up ends with it unless a pilot says otherwise.
  public var period: Period
  public var refreshed: CalendarDay?
  /// Who cannot appear in this package.
  public var coverage: String
  /// Who is the same person; nil where the resources share one person id, which then stands for all
  /// three levels.
  public var links: PackageLinks?
  /// How the records were linked, where the links name a model.
  public var linkageModel: LinkageModel?
  /// Path of the source records whose persons opted out (source_dataset, record_id).
  public var optOutsPath: String?
  public var defaultLinkLevel: LinkLevel
  public var resources: [Resource]
  public var codeLists: [CodeList]
  public var pilots: [Pilot]
  public var agreements: [Agreement]
  /// Users and projects; nil where a synthetic package has none.
  public var register: Register?
  public var policy: DisclosurePolicy

  public init(
    name: String, title: String, version: String, isSynthetic: Bool, owner: String,
    period: Period, refreshed: CalendarDay? = nil, coverage: String = "",
    links: PackageLinks? = nil, linkageModel: LinkageModel? = nil, optOutsPath: String? = nil,
    defaultLinkLevel: LinkLevel = .medium, resources: [Resource] = [],
    codeLists: [CodeList] = [], pilots: [Pilot] = [], agreements: [Agreement] = [],
    register: Register? = nil,
    policy: DisclosurePolicy = .standard
  ) {
    self.name = name
    self.title = title
    self.version = version
    self.isSynthetic = isSynthetic
    self.owner = owner
    self.period = period
    self.refreshed = refreshed
    self.coverage = coverage
    self.links = links
    self.linkageModel = linkageModel
    self.optOutsPath = optOutsPath
    self.defaultLinkLevel = defaultLinkLevel
    self.resources = resources
    self.codeLists = codeLists
    self.pilots = pilots
    self.agreements = agreements
    self.register = register
    self.policy = policy
  }

  public func resource(_ name: String) -> Resource? { resources.first { $0.name == name } }
  public func codeList(_ name: String) -> CodeList? { codeLists.first { $0.name == name } }
  public func pilot(_ name: String) -> Pilot? { pilots.first { $0.name == name } }
  public func agreement(_ id: String) -> Agreement? { agreements.first { $0.id == id } }

  /// Whether the resource's own agreement has it as not agreed. Its records are not loaded.
  public func isNotAgreed(_ resource: Resource) -> Bool {
    resource.agreement.flatMap(agreement)?.notAgreed.contains(resource.name) ?? false
  }

  /// Whether the resource's own agreement has the field, or all of the resource, as not agreed.
  public func isNotAgreed(_ field: Field, of resource: Resource) -> Bool {
    isNotAgreed(resource)
      || resource.agreement.flatMap(agreement)?.notAgreed
        .contains("\(resource.name).\(field.name)") ?? false
  }
}

extension DataPackage {
  /// Whether a variable is taken from what is not agreed, so that every table with it is refused.
  public func isNotAgreed(_ variable: Variable, in pilot: Pilot) -> Bool {
    guard let resource = pilot.resourceName(of: variable).flatMap(resource) else { return false }
    return resource.field(variable.field).map { isNotAgreed($0, of: resource) }
      ?? isNotAgreed(resource)
  }

  /// The package without what is not agreed: what may be read and stored. A column of a field that is
  /// not agreed is then one that nobody declared, which is dropped and reported.
  public var agreedPart: DataPackage {
    var package = self
    package.resources = resources.filter { !isNotAgreed($0) }.map { resource in
      var part = resource
      part.fields = resource.fields.filter { !isNotAgreed($0, of: resource) }
      part.orderedDates = resource.orderedDates.filter { part.field($0) != nil }
      part.foreignKeys = resource.foreignKeys.filter { key in
        key.fields.allSatisfy { part.field($0) != nil }
      }
      return part
    }
    return package
  }
}

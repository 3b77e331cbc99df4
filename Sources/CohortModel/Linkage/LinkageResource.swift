/// The resource `linkage`, which no file holds: one record without a date for each source record of
/// the links whose dataset is in the package. It is made when a store is built, and described when
/// the package is read, so that pilots can ask how well the records are linked.
public struct LinkageResource: Sendable {
  /// Reserved: no file of a package can be called so.
  public static let name = "linkage"
  /// A code list of this name, where the package has one, gives the datasets their labels.
  public static let datasetList = "datasets"

  public static let datasetField = "dataset"
  public static let joinedField = "joined"

  /// How the person of a record changes from one link level to the next looser one.
  public enum Joined: String, CaseIterable, Sendable {
    /// Alone, or with the same records at all levels.
    case high
    /// Has more records at the level `medium` than at `high`.
    case medium
    /// The same at `high` and `medium`, and has more records at `low`.
    case low
  }

  /// Where an attribute of a dataset's records comes from.
  public struct Source: Hashable, Sendable {
    public var resource: String
    public var field: String
    public var attribute: PersonAttribute
  }

  /// The names of the datasets, in order; their codes are these.
  public let datasets: [String]
  /// The attributes that some dataset gives, each with its codes (none where it is a number).
  public let attributes: [(attribute: PersonAttribute, codes: [Code])]
  public let sources: [Source]
  /// Fields that say an attribute and cannot be compared with the others that do.
  public let incomparable: [Source]
  private let package: DataPackage

  /// nil where the package has no links: then its resources share one person id.
  public init?(_ package: DataPackage) {
    guard package.hasLinks else { return nil }
    self.package = package
    let files = package.fileResources
    datasets = Set(files.map(\.dataset)).sorted()
    var attributes: [(attribute: PersonAttribute, codes: [Code])] = []
    var sources: [Source] = []
    var incomparable: [Source] = []
    for attribute in PersonAttribute.compared {
      var reference: [Code]?
      for resource in files {
        for field in resource.fields where field.attribute == attribute {
          let source = Source(resource: resource.name, field: field.name, attribute: attribute)
          guard let codes = LinkageResource.topCodes(of: field, in: package) else {
            incomparable.append(source)
            continue
          }
          if reference == nil {
            reference = codes
            attributes.append((attribute, codes))
          }
          let known = Set(reference?.map(\.code) ?? [])
          // The same list, or one whose top codes are all among the first one's.
          if codes.isEmpty == known.isEmpty, known.isSuperset(of: codes.map(\.code)) {
            sources.append(source)
          } else {
            incomparable.append(source)
          }
        }
      }
    }
    self.attributes = attributes
    self.sources = sources
    self.incomparable = incomparable
  }

  /// Codes without a parent; none where the field holds whole numbers; nil where it holds neither.
  private static func topCodes(of field: Field, in package: DataPackage) -> [Code]? {
    if let list = field.codeList.flatMap({ package.codeList($0) }) {
      return list.codes.filter { $0.parent == nil }
    }
    return field.kind == .integer || field.kind == .year ? [] : nil
  }

  /// Codes that stand for a missing value: those that pilots declare so for the attribute's fields,
  /// and NK.
  public func missingCodes(_ attribute: PersonAttribute) -> Set<String> {
    var missing: Set<String> = ["NK"]
    let fields = sources.filter { $0.attribute == attribute }
    for pilot in package.pilots {
      for variable in pilot.variables {
        guard let code = variable.missingCode else { continue }
        let resource = pilot.resourceName(of: variable)
        if fields.contains(where: { $0.resource == resource && $0.field == variable.field }) {
          missing.insert(code)
        }
      }
    }
    return missing
  }

  /// Per code that data may hold the place of its top code among the attribute's codes; those that
  /// stand for a missing value are left out.
  public func places(of source: Source) -> [String: Int] {
    guard let codes = attributes.first(where: { $0.attribute == source.attribute })?.codes,
      let list = package.resource(source.resource)?.field(source.field)?.codeList
        .flatMap({ package.codeList($0) })
    else { return [:] }
    let missing = missingCodes(source.attribute)
    let parents = Dictionary(
      list.codes.compactMap { code in code.parent.map { (code.code, $0) } },
      uniquingKeysWith: { first, _ in first })
    var places: [String: Int] = [:]
    for code in list.codes {
      var top = code.code
      var steps = 0
      while let parent = parents[top], steps < list.codes.count {
        top = parent
        steps += 1
      }
      if missing.contains(code.code) || missing.contains(top) { continue }
      places[code.code] = codes.firstIndex { $0.code == top }
    }
    return places
  }

  // MARK: Descriptors

  /// The resource as pilots see it.
  public var resource: Resource {
    var fields = [
      Field(
        name: LinkageResource.datasetField, title: "Dataset of the record",
        codeList: listName(LinkageResource.datasetField), isRequired: true)
    ]
    for (attribute, codes) in attributes {
      let source = sources.first { $0.attribute == attribute }
      let field = source.flatMap { package.resource($0.resource)?.field($0.field) }
      fields.append(
        Field(
          name: attribute.rawValue, title: "What the dataset says",
          kind: codes.isEmpty ? field?.kind ?? .integer : .string,
          codeList: codes.isEmpty ? nil : listName(attribute.rawValue)))
    }
    fields.append(
      Field(
        name: LinkageResource.joinedField, title: "Where the record's person changes",
        codeList: listName(LinkageResource.joinedField), isRequired: true))
    return Resource(
      name: LinkageResource.name, title: "Linkage of the records", path: "",
      owner: package.owner, agreement: package.links?.agreement,
      coverage: "Every source record of the links whose dataset is in this package.",
      refreshed: package.refreshed, fields: fields, personField: "", isDerived: true)
  }

  /// The code lists of its fields, called `linkage.FIELD`.
  public var codeLists: [CodeList] {
    let labels = package.codeList(LinkageResource.datasetList)
    var lists = [
      CodeList(
        name: listName(LinkageResource.datasetField),
        codes: datasets.map { name in
          let known = labels?.code(name)
          return Code(name, known?.label ?? name, welsh: known?.labelWelsh)
        })
    ]
    for (attribute, codes) in attributes where !codes.isEmpty {
      lists.append(CodeList(name: listName(attribute.rawValue), codes: codes))
    }
    lists.append(
      CodeList(
        name: listName(LinkageResource.joinedField),
        codes: [
          Code(
            Joined.high.rawValue, "Same person at all link levels",
            welsh: "Yr un person ar bob lefel gysylltu"),
          Code(
            Joined.medium.rawValue, "Joined with others at the medium level",
            welsh: "Wedi\u{2019}i gysylltu ag eraill ar y lefel ganolig"),
          Code(
            Joined.low.rawValue, "Joined with others at the low level",
            welsh: "Wedi\u{2019}i gysylltu ag eraill ar y lefel isel"),
        ]))
    return lists
  }

  private func listName(_ field: String) -> String { "\(LinkageResource.name).\(field)" }
}

extension DataPackage {
  /// Whether links say who is the same person.
  public var hasLinks: Bool { links != nil }

  /// Resources whose records are in files.
  public var fileResources: [Resource] { resources.filter { !$0.isDerived } }
}

extension PackageDraft {
  func readDataPackage() {
    guard let whole = descriptor("datapackage.json"), let root = whole.mapping(.package) else {
      return
    }
    package.name = root.text("name")
    package.title = root.optionalText("title") ?? package.name
    package.version = root.optionalText("version") ?? ""
    checkWording(root["title"])
    if let own = root["bold"]?.mapping(.packageExtension) { readExtension(own) }
    for item in root["resources"]?.list ?? [] {
      guard let mapping = item.mapping(.resource), let resource = resource(mapping) else {
        continue
      }
      if resourcePlaces[resource.name] != nil {
        mapping["name"]?.report("Two resources are called \(resource.name.quoted).")
        continue
      }
      resourcePlaces[resource.name] = mapping["bold"] ?? item
      package.resources.append(resource)
    }
    for item in root["resources"]?.list ?? [] { checkReferences(of: item) }
    if package.resources.isEmpty, let place = root["resources"] {
      place.report("A package has at least one resource.")
    }
    addLinkage()
  }

  private func readExtension(_ own: DescriptorMapping) {
    if let format = own["format"], let number = format.integer(in: 0...1_000_000), number != 1 {
      format.report("This program reads format 1.")
    }
    package.isSynthetic = own.boolean("synthetic")
    package.owner = own.text("owner")
    package.coverage = own.text("coverage")
    package.refreshed = own["refreshed"]?.day
    checkWording(own["coverage"])
    if let period = own["period"]?.mapping(.period), let first = period["first"]?.day,
      let last = period["last"]?.day
    {
      if first <= last, last.civil.year - first.civil.year <= 150 {
        package.period = Period(first: first, last: last)
      } else {
        period.whole.report("A period does not end before it begins, nor last over 150 years.")
      }
    }
    if let links = own["links"] { readLinks(links) }
    package.optOutsPath = own["opt_outs"].flatMap(checkedPath)
    if let level = own["default_link_level"]?.choice(LinkLevel.self) {
      package.defaultLinkLevel = level
    }
  }

  private func resource(_ mapping: DescriptorMapping) -> Resource? {
    let name = mapping.text("name")
    guard !name.isEmpty, let schema = mapping["schema"]?.mapping(.schema) else { return nil }
    if let place = mapping["name"] { checkName(name, "a resource", at: place) }
    if name == LinkageResource.name {
      mapping["name"]?.report(
        "\u{201C}\(name)\u{201D} is made from the links when a store is built; take another name.")
    }
    if name == "index" {
      mapping["name"]?.report(
        "\u{201C}index\u{201D} stands for the index event's own resource; take another name.")
    }
    if let encoding = mapping["encoding"], let text = encoding.text,
      !["utf-8", "utf8"].contains(text.lowercased())
    {
      encoding.report("Files are read as UTF-8 only.")
    }
    let path = mapping.text("path")
    if let place = mapping["path"], folder.leadsOut(path) {
      place.report(PackageFolder.Fault.outside.message)
    }
    let own = mapping["bold"]?.mapping(.resourceExtension)
    let person = own?.text("person") ?? ""
    let primaryKey = schema.texts("primaryKey")
    let foreignKeys = (schema["foreignKeys"]?.list ?? []).compactMap(foreignKey)
    let keys = Set([person] + primaryKey + foreignKeys.flatMap(\.fields))
    var fields: [Field] = []
    for item in schema["fields"]?.list ?? [] {
      guard let field = field(item, resource: name, keys: keys) else { continue }
      if fields.contains(where: { $0.name == field.name }) {
        item.report("Two fields are called \(field.name.quoted).", field: field.name)
      } else {
        fields.append(field)
      }
    }
    var missing = schema["missingValues"]?.list?.compactMap(missingValue) ?? [""]
    if !missing.contains("") { missing.append("") }
    checkWording(mapping["title"])
    return Resource(
      name: name, title: mapping.optionalText("title") ?? "", path: path,
      dataset: own?.optionalText("dataset"), owner: own?.optionalText("owner") ?? package.owner,
      agreement: own?.optionalText("agreement"), coverage: own?.optionalText("coverage") ?? "",
      refreshed: own?["refreshed"]?.day ?? package.refreshed, fields: fields,
      primaryKey: primaryKey, foreignKeys: foreignKeys, missingValues: missing,
      personField: person, dateField: own?.optionalText("date"),
      endField: own?.optionalText("end"), orderedDates: own?.texts("order") ?? [],
      isSpell: own?.boolean("spells") ?? false, consentField: own?.optionalText("consent"))
  }

  private func missingValue(_ item: Descriptor) -> String? {
    if case .scalar(let scalar) = item.node { return scalar.string }
    item.report("A missing value is a text.")
    return nil
  }

  private func foreignKey(_ item: Descriptor) -> ForeignKey? {
    guard let key = item.mapping(.foreignKey),
      let reference = key["reference"]?.mapping(.reference)
    else { return nil }
    let fields = key.texts("fields")
    let referenced = reference.texts("fields")
    if fields.count != referenced.count || fields.isEmpty {
      item.report("A foreign key names as many fields on both sides, at least one.")
    }
    return ForeignKey(
      fields: fields, resource: reference.optionalText("resource") ?? "",
      referencedFields: referenced)
  }

  private func field(_ item: Descriptor, resource: String, keys: Set<String>) -> Field? {
    guard let mapping = item.mapping(.field) else { return nil }
    let name = mapping.text("name")
    guard !name.isEmpty else { return nil }
    if name.contains(".") || name.contains(where: \.isNewline) {
      mapping["name"]?.report("The name of a field has no dot and no line break.")
    }
    if let what = RefusedNames.identifier(name, isKey: true) {
      item.report(
        "\(name.quoted) is called like \(what). Identifiers are refused: leave the field out of"
          + " the extract, or rename it if it is something else.",
        field: name, rule: "G10")
    } else if !keys.contains(name), let what = RefusedNames.identifier(name, isKey: false) {
      referenceNames.append((resource, name, what, item))
    }
    let own = mapping["bold"]?.mapping(.fieldExtension)
    let isScore = own?.boolean("score") ?? false
    let type = mapping["type"]?.choice(Field.Kind.self) ?? .string
    if type == .date, RefusedNames.isBirth(name), RefusedNames.rule(against: name) == nil {
      item.report(
        "\(name.quoted) is called like a date of birth. Give the year of birth, or an age.",
        field: name, rule: "G11")
    }
    if isScore || RefusedNames.isScore(name) {
      item.report(
        "\(name.quoted) is a risk or prediction score. Scores are refused: leave the field out of"
          + " the extract.",
        field: name, rule: "G05/G06")
    }
    if let format = mapping["format"], let text = format.text, text != "default" {
      format.report("Formats of one's own are not read: write dates as 2024-06-30.")
    }
    let constraints = mapping["constraints"]?.mapping(.constraints)
    var list = own?.optionalText("codelist")
    if let place = own?["codelist"], let wanted = list {
      if package.codeList(wanted) == nil {
        place.report(
          "There is no code list \(wanted.quoted) in codelists/."
            + Descriptor.hint(wanted, among: package.codeLists.map(\.name)))
      }
      if mapping["categories"] != nil {
        place.report("A field has a code list or categories, not both.")
      }
    } else if let categories = mapping["categories"] {
      list = readCategories(categories, name: "\(resource).\(name)")
    }
    var kind = type
    let clock = own?["counted"]?.choice(Clock.self)
    if let place = own?["counted"] {
      if kind != .integer || list != nil || constraints?["minimum"] != nil
        || constraints?["maximum"] != nil
      {
        place.report(
          "Days, weeks or months since day zero are whole numbers: give the type integer, and neither"
            + " codes nor limits.")
      }
      kind = .date
    }
    if list != nil, ![.string, .integer, .year].contains(kind) {
      item.report("A field with codes is a string or an integer.", field: name)
    }
    return Field(
      name: name, title: mapping.optionalText("title") ?? "", kind: kind, codeList: list,
      isRequired: constraints?.boolean("required") ?? false,
      isUnique: constraints?.boolean("unique") ?? false,
      minimum: constraints?["minimum"]?.literal, maximum: constraints?["maximum"]?.literal,
      pattern: constraints?.optionalText("pattern"), isScore: isScore, clock: clock,
      attribute: own?["attribute"]?.choice(PersonAttribute.self),
      journey: own?["journey"].flatMap(journeySide))
  }

  /// Categories written in the field become a code list called `resource.field`.
  private func readCategories(_ place: Descriptor, name: String) -> String? {
    var codes: [Code] = []
    for item in place.list ?? [] {
      var code: Code?
      if case .scalar = item.node {
        code = item.literal.map { Code($0, $0) }
      } else if let mapping = item.mapping(.category), let value = mapping["value"]?.literal {
        code = Code(
          value, mapping["label"]?.literal ?? value, welsh: mapping["label_cy"]?.literal)
      }
      guard let code else { continue }
      if codes.contains(where: { $0.code == code.code }) || code.code.isEmpty || code.code == "*" {
        item.report("Categories differ, are not empty and not *.")
      } else {
        codes.append(code)
      }
    }
    guard !codes.isEmpty else { return nil }
    package.codeLists.append(CodeList(name: name, codes: codes))
    return name
  }

  /// Field names that a resource's keys and `bold` refer to, once all resources are known.
  private func checkReferences(of item: Descriptor) {
    guard case .mapping(let node) = item.node, let name = node["name"]?.string,
      let resource = package.resource(name)
    else { return }
    let quiet = ProblemLog()
    func place(_ path: String...) -> Descriptor {
      var current = Descriptor(
        node: item.node, mark: item.mark, file: item.file, field: item.field, isJSON: true,
        log: quiet)
      for key in path {
        guard case .mapping(let mapping) = current.node, let next = mapping[key] else { break }
        current = current.child(next, field: key)
      }
      return Descriptor(
        node: current.node, mark: current.mark, file: item.file, field: current.field,
        isJSON: true, log: log)
    }
    func check(_ field: String, _ place: Descriptor, kinds: [Field.Kind]? = nil) {
      guard let found = resource.field(field) else {
        place.report(
          "\(field.quoted) is no field of \(name.quoted)."
            + Descriptor.hint(field, among: resource.fields.map(\.name)))
        return
      }
      if let kinds, !kinds.contains(found.kind) {
        place.report(
          "\(field.quoted) has the type \(found.kind.rawValue); here it has to be "
            + kinds.map(\.rawValue).joined(separator: " or ") + ".")
      }
    }
    if !resource.personField.isEmpty { check(resource.personField, place("bold", "person")) }
    let dates: [Field.Kind] = [.date, .yearmonth]
    if let date = resource.dateField { check(date, place("bold", "date"), kinds: dates) }
    if let end = resource.endField {
      check(end, place("bold", "end"), kinds: dates)
      if resource.dateField == nil {
        place("bold", "end").report("A resource with an end has a date, too.")
      }
    }
    for field in resource.orderedDates { check(field, place("bold", "order"), kinds: dates) }
    if resource.isSpell, resource.endField == nil {
      place("bold", "spells").report("Spells have an end field.")
    }
    if let consent = resource.consentField {
      check(consent, place("bold", "consent"), kinds: [.boolean])
    }
    for field in resource.primaryKey { check(field, place("schema", "primaryKey")) }
    for key in resource.foreignKeys {
      for field in key.fields { check(field, place("schema", "foreignKeys")) }
      guard let other = key.resource.isEmpty ? resource : package.resource(key.resource) else {
        place("schema", "foreignKeys").report(
          "There is no resource \(key.resource.quoted)."
            + Descriptor.hint(key.resource, among: package.resources.map(\.name)))
        continue
      }
      for field in key.referencedFields where other.field(field) == nil {
        place("schema", "foreignKeys").report(
          "\(field.quoted) is no field of \(other.name.quoted)."
            + Descriptor.hint(field, among: other.fields.map(\.name)))
      }
    }
  }
}

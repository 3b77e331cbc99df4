import CohortModel
import Tables

extension CatalogueEntry {
  /// Everything that a package declares, section by section.
  ///
  /// - Parameters:
  ///   - package: the package, labelled in the language.
  ///   - original: the same as it is declared, by which variables are told apart; nil: `package` is.
  static func all(
    of package: DataPackage, declared original: DataPackage? = nil, today: CalendarDay,
    language: Language
  ) -> [CatalogueEntry] {
    package.resources.filter { !$0.isDerived }.map {
      dataset($0, package: package, today: today, language)
    }
      + package.pilots.map { pilot($0, package: package, language) }
      + variables(of: package, declared: original ?? package, language)
      + package.pilots.flatMap { pilot in
        pilot.outcomes.map { outcome($0, pilot: pilot, language) }
      }
      + LinkLevel.allCases.map { level($0, package: package, language) }
      + faults(of: package, language)
  }

  private static func dataset(
    _ resource: Resource, package: DataPackage, today: CalendarDay, _ language: Language
  ) -> CatalogueEntry {
    var about: [String] = []
    if !resource.owner.isEmpty { about.append(language.say("Owner: \(resource.owner, "owner")")) }
    about += resource.agreementTexts(in: package, today: today, language)
    if !resource.coverage.isEmpty {
      about.append(language.say("Coverage: \(resource.coverage, "coverage")"))
    }
    if let day = resource.refreshed {
      about.append(language.say("Refreshed: \(day.description, "day")"))
    }
    let fields = resource.fields.map { field in
      field.title.isEmpty || field.title == field.name
        ? field.name : "\(field.name) (\(field.title))"
    }
    about.append(language.say("Fields: \(fields.joined(separator: ", "), "fields")"))
    return CatalogueEntry(
      .datasets, .dataset(resource.name), name: resource.name, label: resource.title, about: about)
  }

  private static func pilot(
    _ pilot: Pilot, package: DataPackage, _ language: Language
  ) -> CatalogueEntry {
    CatalogueEntry(
      .pilots, .pilot(pilot.name), name: pilot.name, label: pilot.title,
      about: [pilot.population, pilot.periodText(in: package, language)] + pilot.questions)
  }

  /// Variables and milestones: of one name and declared label there is one entry, whichever pilots
  /// have it. Two that are declared apart may have one label in another language, and stay two.
  private static func variables(
    of package: DataPackage, declared: DataPackage, _ language: Language
  ) -> [CatalogueEntry] {
    struct Key: Hashable {
      var name: String
      var declaredLabel: String
    }
    var order: [Key] = []
    var labels: [Key: String] = [:]
    var pilots: [Key: [String]] = [:]
    var codes: [Key: [Item]] = [:]
    var marks: [Key: [String]] = [:]
    func add(
      _ key: Key, label: String, pilot: Pilot, codes items: [Item], marks own: [String]
    ) {
      if pilots[key] == nil { order.append(key) }
      labels[key] = labels[key] ?? label
      pilots[key, default: []].append(pilot.name)
      let known = Set(codes[key, default: []].map(\.code))
      codes[key, default: []] += items.filter { !known.contains($0.code) }
      for mark in own where marks[key]?.contains(mark) != true {
        marks[key, default: []].append(mark)
      }
    }
    for (pilot, original) in zip(package.pilots, declared.pilots) {
      for (variable, declared) in zip(pilot.variables, original.variables) {
        let key = Key(name: declared.name, declaredLabel: declared.label)
        var own: [String] = []
        if variable.kind == .multiResponse { own.append(language.say("several may apply")) }
        if variable.isSensitive { own.append(language.say("sensitive")) }
        if package.isNotAgreed(variable, in: pilot) { own.append(language.say("not agreed")) }
        add(
          key, label: variable.label, pilot: pilot,
          codes: self.codes(of: variable, in: pilot, package: package), marks: own)
      }
      for (milestone, own) in zip(pilot.milestones, original.milestones) {
        add(
          Key(name: own.name, declaredLabel: own.label), label: milestone.label, pilot: pilot,
          codes: [], marks: [language.say("milestone")])
      }
    }
    return order.map { key in
      let names = pilots[key] ?? []
      let titles = names.map { package.pilot($0)?.title ?? $0 }
      return CatalogueEntry(
        .variables, .variable(key.name, pilots: names), name: key.name,
        label: labels[key] ?? key.declaredLabel,
        about: [
          (marks[key] ?? []).joined(separator: ", "),
          language.say("In: \(titles.joined(separator: ", "), "pilots")"),
        ],
        codes: codes[key] ?? [])
    }
  }

  private static func codes(
    of variable: Variable, in pilot: Pilot, package: DataPackage
  ) -> [Item] {
    switch variable.coding {
    case .bands(let bands): return bands.map { Item(code: $0.code, label: $0.code) }
    case .calendar(let unit): return [Item(code: unit.rawValue, label: unit.rawValue)]
    case .codes:
      let field = pilot.resourceName(of: variable).flatMap(package.resource)?
        .field(variable.field)
      let list = field?.codeList.flatMap(package.codeList)
      return (list?.codes ?? []).map { Item(code: $0.code, label: $0.label) }
    }
  }

  private static func outcome(
    _ outcome: Outcome, pilot: Pilot, _ language: Language
  ) -> CatalogueEntry {
    let card = outcome.card
    return CatalogueEntry(
      .outcomes, .outcome(outcome.name, pilot: pilot.name), name: outcome.name,
      label: outcome.label,
      about: [
        language.say("In: \(pilot.title, "pilots")"),
        language.say("Numerator: \(card.numerator, "text")"),
        language.say("Denominator: \(card.denominator, "text")"),
        card.window.isEmpty ? "" : language.say("Window: \(card.window, "text")"),
      ])
  }

  private static func level(
    _ level: LinkLevel, package: DataPackage, _ language: Language
  ) -> CatalogueEntry {
    CatalogueEntry(
      .linkLevels, .linkLevel(level), name: level.rawValue,
      label: language.say(level.meaning),
      about: [level == package.defaultLinkLevel ? language.say("The level of this package.") : ""])
  }

  /// What descriptors say is missing or may be wrong.
  private static func faults(of package: DataPackage, _ language: Language) -> [CatalogueEntry] {
    func fault(_ name: String, _ label: Phrase, _ about: [String] = []) -> CatalogueEntry {
      CatalogueEntry(.faults, .fault, name: name, label: language.say(label), about: about)
    }
    var faults: [CatalogueEntry] = []
    if !package.coverage.isEmpty {
      faults.append(fault(package.name, "Who cannot appear", [package.coverage]))
    }
    if package.optOutsPath != nil {
      faults.append(
        fault(
          package.name,
          "People who opted out are left out, with every record that may be theirs"))
    }
    for resource in package.resources where !resource.isDerived {
      if package.isNotAgreed(resource) {
        faults.append(fault(resource.name, "Not agreed: no record of it is here", [resource.title]))
      } else {
        let fields = resource.fields.filter { package.isNotAgreed($0, of: resource) }.map(\.name)
        if !fields.isEmpty {
          faults.append(
            fault(
              resource.name, "Not agreed: \(fields.joined(separator: ", "), "fields")",
              [resource.title]))
        }
      }
      if resource.consentField != nil {
        faults.append(fault(resource.name, "Only records with consent", [resource.title]))
      }
      if !resource.orderedDates.isEmpty {
        faults.append(
          fault(
            resource.name,
            "Dates may be out of order: \(resource.orderedDates.joined(separator: ", "), "fields")",
            [resource.title, language.say("The build report says how often.")]))
      }
      if resource.isSpell {
        faults.append(
          fault(
            resource.name, "Spells of one person may overlap",
            [resource.title, language.say("The build report says how often.")]))
      }
    }
    return faults + limits(of: package, language)
  }

  /// The limits of definition cards, each once.
  private static func limits(of package: DataPackage, _ language: Language) -> [CatalogueEntry] {
    var order: [String] = []
    var outcomes: [String: [Outcome]] = [:]
    for outcome in package.pilots.flatMap(\.outcomes) {
      for limit in outcome.card.limits {
        if outcomes[limit] == nil { order.append(limit) }
        outcomes[limit, default: []].append(outcome)
      }
    }
    return order.map { limit in
      let labels = (outcomes[limit] ?? []).map(\.label)
      return CatalogueEntry(
        .faults, .fault, name: outcomes[limit]?.first?.name ?? "", label: limit,
        about: [language.say("Definition: \(labels.joined(separator: ", "), "outcome")")])
    }
  }
}

extension Resource {
  /// What was agreed with its owner, and until when.
  func agreementTexts(
    in package: DataPackage, today: CalendarDay, _ language: Language
  ) -> [String] {
    guard let id = agreement else { return [] }
    guard let agreement = package.agreement(id) else {
      return [language.say("Agreement: \(id, "agreement")")]
    }
    var texts: [String] = []
    if let last = agreement.expires {
      texts.append(
        last < today
          ? language.say("Agreement: \(id, "agreement"), ended on \(last.description, "day")")
          : language.say("Agreement: \(id, "agreement"), until \(last.description, "day")"))
    } else {
      texts.append(language.say("Agreement: \(id, "agreement"), without an end"))
    }
    if !agreement.purpose.isEmpty {
      texts.append(language.say("Purpose: \(agreement.purpose, "purpose")"))
    }
    return texts
  }
}

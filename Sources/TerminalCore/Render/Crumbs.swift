import CohortModel
import Tables

extension ExplorerState {
  /// A screen's name in the way from home.
  func crumb(_ screen: Screen) -> String {
    switch screen {
    case .home: return "bold"
    case .pilot(let screen): return package.pilot(screen.pilot)?.title ?? screen.pilot
    case .pathway(let screen): return pathwayCrumb(screen.query)
    case .table(let screen): return crumb(screen.query)
    case .chart(let screen): return language.say(screen.kind.title)
    case .levels(let screen): return language.say("Link levels: \(crumb(screen.query), "table")")
    case .export: return language.say("Export")
    case .catalogue: return language.say("Catalogue")
    case .log: return language.say("Log")
    }
  }

  func pathwayCrumb(_ query: CohortQuery) -> String {
    let pilot = package.pilot(query.pilot)
    let names = query.columns.map { CodeChoices.label(of: $0.name, in: pilot, language) }
    if let comparison = query.comparison {
      let groups = [query.filters, comparison].map { filters in
        // What both groups have in common is no part of their names.
        filters.filter { !(query.filters.contains($0) && comparison.contains($0)) }
          .flatMap { filter in filter.codes.map { codeLabel($0, of: filter.variable, in: pilot) } }
          .joined(separator: ", ")
      }.map { $0.isEmpty ? language.say("All") : $0 }
      return language.say("Pathway of \(groups[0], "group") and \(groups[1], "other")")
    }
    return names.isEmpty
      ? language.say("Pathway")
      : language.say("Pathway by \(names.joined(separator: ", "), "variable")")
  }

  func crumb(_ query: CohortQuery) -> String {
    let pilot = package.pilot(query.pilot)
    func labels(_ variables: [AxisVariable]) -> String {
      variables.map { CodeChoices.label(of: $0.name, in: pilot, language) }.joined(separator: ", ")
    }
    let axes = [query.rows, query.columns, query.pages].filter { !$0.isEmpty }.map(labels)
    let cross = axes.isEmpty ? language.say("Total") : axes.joined(separator: language.say(" by "))
    guard let stage = query.stage else { return cross }
    return "\(stageLabel(stage, in: pilot)): \(cross)"
  }

  /// A stage by its label, or an ending with its stage ("Housed: dropped").
  func stageLabel(_ code: String, in pilot: Pilot?) -> String {
    let parts = code.split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = parts.first, let stage = pilot?.stage(first) else { return code }
    guard parts.count > 1 else { return stage.label }
    switch parts[1] {
    case "dropped": return "\(stage.label), \(stage.dropLabel.lowercasingFirst)"
    case "censored": return language.say("\(stage.label, "stage"), follow-up incomplete")
    default:
      let branch = stage.branches.first { $0.name == parts[1] }?.label ?? parts[1]
      return "\(stage.label), \(branch.lowercasingFirst)"
    }
  }

  /// The names of the screens from home. A table that was typed says of which pilot it is, where
  /// the screen before it is of another.
  var crumbs: [String] {
    screens.indices.map { place in
      let own = crumb(screens[place])
      guard place > 0, let name = screens[place].query?.pilot,
        screens[place - 1].pilotName != name
      else { return own }
      return "\(package.pilot(name)?.title ?? name): \(own)"
    }
  }

  /// A filter as it is shown: `Sex: Female, Male`.
  func chip(_ filter: Filter) -> String {
    let pilot = screen.pilotName.flatMap { package.pilot($0) }
    let label = CodeChoices.label(of: filter.variable, in: pilot, language)
    let codes = filter.codes.map { codeLabel($0, of: filter.variable, in: pilot) }
    return "\(label): \(codes.joined(separator: ", "))"
  }

  private func codeLabel(_ code: String, of name: String, in pilot: Pilot?) -> String {
    codeList(of: name, in: pilot)?.code(code)?.label ?? code
  }

  /// The codes of the last row variable that have others below them.
  func codesAboveOthers(in query: CohortQuery) -> Set<String> {
    guard let name = query.rows.last?.name,
      let list = codeList(of: name, in: package.pilot(query.pilot))
    else { return [] }
    return Set(list.codes.compactMap(\.parent))
  }

  private func codeList(of name: String, in pilot: Pilot?) -> CodeList? {
    guard let pilot, let variable = pilot.variable(name) else { return nil }
    let resource =
      variable.resource == "index" ? pilot.event(pilot.index.event)?.resource : variable.resource
    let field = resource.flatMap { package.resource($0) }?.field(variable.field)
    return field?.codeList.flatMap { package.codeList($0) }
  }

  /// What narrows a query, one phrase each.
  func chips(_ query: CohortQuery) -> [String] { narrowings(of: query).map(\.text) }

  /// The parts of a query that narrow or regroup it, with the phrase that each is shown by.
  func narrowings(of query: CohortQuery) -> [(part: Narrowing, text: String)] {
    let pilot = package.pilot(query.pilot)
    var parts: [(part: Narrowing, text: String)] = []
    if let stage = query.stage {
      parts.append((.stage, language.say("Stage: \(stageLabel(stage, in: pilot), "stage")")))
    }
    parts += query.filters.map { (.filter($0), chip($0)) }
    if let period = query.period {
      parts.append((.period, language.say("\(period.first, "first") to \(period.last, "last")")))
    }
    for event in query.history {
      let label = pilot?.event(event.event)?.label ?? event.event
      let span = language.say(event.within)
      let text =
        event.isNegated
        ? language.say("had no \(label, "event") within \(span, "time")")
        : language.say("had \(label, "event") within \(span, "time")")
      parts.append((.history(event), text))
    }
    if let comparison = query.comparison {
      let groups = comparison.map(chip).joined(separator: "; ")
      parts.append((.comparison, language.say("versus \(groups, "group")")))
    }
    if let level = query.linkLevel, level != package.defaultLinkLevel {
      parts.append((.linkLevel, language.say("Link level: \(level.rawValue, "level")")))
    }
    parts += query.recodes.map { recode in
      let label = CodeChoices.label(of: recode.variable, in: pilot, language)
      return (.recode(recode.variable), language.say("recoded: \(label, "variable")"))
    }
    return parts
  }
}

extension String {
  /// With a small first letter, unless the word is a name in capitals (`NFA`, `CPS decision`).
  fileprivate var lowercasingFirst: String {
    let second = dropFirst().first
    guard let first, second.map({ $0.isLowercase || !$0.isLetter }) ?? true else { return self }
    return first.lowercased() + dropFirst()
  }
}

import CohortModel
import Tables

/// Menus, and what a choice does.
extension Step {
  var pilot: Pilot? { state.screen.pilotName.flatMap { state.package.pilot($0) } }

  mutating func chooseBreakdown(
    of label: String, stage: String?, filters: [Filter], from query: CohortQuery
  ) {
    guard let pilot else { return }
    let fixed = Set(filters.filter { $0.codes.count == 1 }.map(\.variable))
    let items = CodeChoices.variables(of: pilot, state.language).filter { item in
      !fixed.contains(item.value) && !(item.value == TableView.stageAxis && stage != nil)
    }
    state.overlay = .picker(
      Picker(
        title: "Break down: \(label, "group")", purpose: .breakDown(stage: stage, filters: filters),
        items: items))
  }

  mutating func chooseAxis(_ role: AxisRole) {
    if case .pathway(let screen) = state.screen {
      chooseSideBySide(screen)
      return
    }
    guard case .table(let screen) = state.screen, let pilot else { return }
    let names: (title: String, now: [AxisVariable])
    switch role {
    case .row: names = ("Rows", screen.query.rows)
    case .column: names = ("Columns", screen.query.columns)
    case .page, .measure: names = ("Pages", screen.query.pages)
    }
    var items = CodeChoices.variables(of: pilot, state.language)
    if !names.now.isEmpty { items.append(Picker.Item(value: "", label: say("(none)"))) }
    var picker = Picker(
      title: Phrase(english: names.title), purpose: .axis(role), items: items,
      allowsSeveral: true)
    if let first = names.now.first {
      picker.focus = items.firstIndex { $0.value == first.name } ?? 0
    }
    state.overlay = .picker(picker)
  }

  mutating func chooseFilter() {
    guard let query = state.screen.query, let pilot else { return }
    var items = state.narrowings(of: query).map { part, text in
      Picker.Item(value: part.name, label: say("Take away: \(text, "filter")"))
    }
    items += CodeChoices.variables(of: pilot, state.language).filter {
      $0.value != TableView.stageAxis
    }
    state.overlay = .picker(Picker(title: "Filter by", purpose: .filterVariable, items: items))
  }

  mutating func chooseLinkLevel() {
    let now = state.screen.query?.linkLevel ?? state.package.defaultLinkLevel
    let items = LinkLevel.allCases.map { level in
      Picker.Item(value: level.rawValue, label: level.rawValue, detail: say(level.meaning))
    }
    var picker = Picker(title: "Link level", purpose: .linkLevel, items: items)
    picker.focus = LinkLevel.allCases.firstIndex(of: now) ?? 0
    state.overlay = .picker(picker)
  }

  /// Tables in the place of this one that can be expected to show more, the best first.
  mutating func chooseCoarserTable() {
    guard let table = coarsened else { return }
    let proposals = coarserTables(than: table)
    guard !proposals.isEmpty else {
      state.message = .note(
        table.cells.contains(.confidential)
          ? "No coarser table would show more." : "Nothing here is confidential.")
      return
    }
    let items = proposals.map { proposal in
      Picker.Item(
        value: proposal.query.text, label: state.language.text(of: proposal, from: table),
        detail: state.language.say(service: proposal.briefExpectation))
    }
    let queries = Dictionary(
      proposals.map { ($0.query.text, $0.query) }, uniquingKeysWith: { first, _ in first })
    state.overlay = .picker(
      Picker(
        title: "Coarser tables: cells shown (estimates)", purpose: .coarser(queries),
        items: items))
    state.message = .note("Take one in this table's place, not beside it.")
  }

  /// The table that coarser ones are proposed for.
  var coarsened: ProtectedTable? {
    switch state.screen {
    case .table(let screen): screen.view.table
    case .levels(let screen): screen.view.table
    default: nil
    }
  }

  /// Tables in the place of one that can be expected to show more, the best first.
  func coarserTables(than table: ProtectedTable) -> [Coarsening] {
    guard let pilot = state.package.pilot(table.query.pilot) else { return [] }
    return Coarsening.proposals(for: table, of: pilot) { query in
      (try? TablePlan(
        query, package: state.package, session: state.catalogue.session, today: state.today)) != nil
    }
  }

  mutating func chooseMeasure() {
    guard let pilot else { return }
    var items = [Picker.Item(value: "persons", label: say("Persons"))]
    items += pilot.units.map {
      Picker.Item(value: "unit \($0.name)", label: $0.label, detail: $0.name)
    }
    items.append(Picker.Item(value: "index", label: say("Index events")))
    if !pilot.events.isEmpty {
      items.append(Picker.Item(value: "events", label: say("Events of a kind")))
    }
    if !pilot.outcomes.isEmpty {
      items.append(Picker.Item(value: "share", label: say("Share with an outcome")))
    }
    if pilot.stages.count > 1 {
      items.append(Picker.Item(value: "median", label: say("Median days between stages")))
    }
    state.overlay = .picker(Picker(title: "Measure", purpose: .measure, items: items))
  }

  /// A key while a menu is open.
  mutating func pick(_ key: Key, _ picker: Picker) {
    if case .recode(let draft) = picker.purpose, pickForRecode(key, picker, draft) { return }
    var picker = picker
    let last = max(0, picker.matches.count - 1)
    switch key {
    case .escape:
      state.overlay = nil
      return
    case .enter:
      let chosen = picker.chosen
      if chosen.isEmpty {
        state.message = .note("Nothing in this menu contains what was typed.")
      } else {
        state.overlay = nil
        choose(chosen, picker.purpose)
        return
      }
    case .up, .control("p"): picker.focus = max(0, picker.focus - 1)
    case .down, .control("n"): picker.focus = min(last, picker.focus + 1)
    case .pageUp: picker.focus = max(0, picker.focus - 10)
    case .pageDown: picker.focus = min(last, picker.focus + 10)
    case .home: picker.focus = 0
    case .end: picker.focus = last
    case .tab: mark(&picker)
    case .backspace:
      if picker.typed.isEmpty {
        state.overlay = nil
        return
      }
      picker.typed.removeLast()
      picker.focus = 0
    case .control("u"):
      picker.typed = ""
      picker.focus = 0
    case .character(let character):
      if picker.typed.count < 100 { picker.typed.append(character) }
      picker.focus = 0
    default:
      state.message = .note(
        """
        Type to narrow the menu, \(keyName(.accept), "accept") chooses, \
        \(keyName(.cancel), "cancel") closes it.
        """)
    }
    state.overlay = .picker(picker)
  }

  private mutating func mark(_ picker: inout Picker) {
    let matches = picker.matches
    guard picker.allowsSeveral else {
      state.message = .note("Only one can be chosen here: \(keyName(.accept), "key").")
      return
    }
    guard matches.indices.contains(picker.focus) else { return }
    let value = matches[picker.focus].value
    if picker.marked.remove(value) == nil { picker.marked.insert(value) }
    picker.focus = min(matches.count - 1, picker.focus + 1)
  }

  mutating func choose(_ items: [Picker.Item], _ purpose: Picker.Purpose) {
    guard let value = items.first?.value else { return }
    switch purpose {
    case .breakDown(let stage, let filters):
      guard var query = state.screen.query else { return }
      // One of two groups is drilled into alone.
      if case .pathway = state.screen { query.comparison = nil }
      query.stage = stage
      query.filters = filters
      query.rows = [AxisVariable(value)]
      query.columns = []
      query.pages = []
      ask(query, .push(.table))
    case .recodeVariable: openRecode(of: value)
    case .recode: break
    case .axis(let role): setAxis(role, items.map(\.value).filter { !$0.isEmpty })
    case .sideBySide: putSideBySide(items.map(\.value))
    case .groupVariable: chooseGroups(of: value)
    case .rowsOfPilot(let variable): askForRows(variable, of: value)
    case .groupCodes(let variable): compare(variable, items.map(\.value))
    case .filterVariable:
      let parts = (state.screen.query ?? state.pending?.query).map(state.narrowings(of:)) ?? []
      if let part = parts.first(where: { $0.part.name == value })?.part {
        requery { $0.takeAway(part) }
      } else {
        chooseCodes(of: value)
      }
    case .filterCodes(let variable):
      requery { query in
        query.filters.removeAll { $0.variable == variable }
        query.filters.append(Filter(variable: variable, codes: items.map(\.value)))
      }
    case .linkLevel: requery { $0.linkLevel = LinkLevel(rawValue: value) }
    case .measure: chooseMeasure(value)
    case .eventsMeasure: remeasure(.events(value), unit: nil)
    case .shareMeasure: measureShares(of: items.map(\.value))
    case .medianFrom:
      let stage = items.first?.label ?? value
      chooseStage("Median days from \(stage, "stage") to", .medianTo(value), after: value)
    case .medianTo(let from): remeasure(.median(from: from, to: value), unit: nil)
    case .coarser(let queries):
      guard let wanted = queries[value] else { return }
      let showsAllLevels = if case .levels = state.screen { true } else { false }
      requery { query in
        let level = query.linkLevel
        query = wanted
        // Where all of them are shown the query goes on saying what it said of them.
        if showsAllLevels { query.linkLevel = level }
      }
    case .savedView: openView(named: value)
    }
  }

  private mutating func chooseMeasure(_ value: String) {
    guard let pilot else { return }
    switch value {
    case "persons": remeasure(.persons, unit: nil)
    case _ where value.hasPrefix("unit "):
      remeasure(.persons, unit: String(value.dropFirst("unit ".count)))
    case "index": remeasure(.events(nil), unit: nil)
    case "events":
      let items = pilot.events.map {
        Picker.Item(value: $0.name, label: $0.label, detail: $0.name)
      }
      state.overlay = .picker(Picker(title: "Events", purpose: .eventsMeasure, items: items))
    case "share":
      let items = pilot.outcomes.map {
        Picker.Item(value: $0.name, label: $0.label, detail: $0.name)
      }
      state.overlay = .picker(
        Picker(
          title: "Share with", purpose: .shareMeasure, items: items,
          allowsSeveral: true))
    default: chooseStage("Median days from", .medianFrom, after: nil)
    }
  }

  /// Shares side by side; an adverse outcome chosen alone with the positive one that belongs beside
  /// it, where the table may show both (G22).
  private mutating func measureShares(of names: [String]) {
    var names = names
    if names.count == 1, let outcome = pilot?.outcome(names[0]), outcome.polarity == .adverse,
      let beside = outcome.beside, var query = state.pending?.query ?? state.screen.query
    {
      query.measure = .share([outcome.name, beside])
      let mayShowBoth = (try? TablePlan(query, package: state.package, today: state.today)) != nil
      if mayShowBoth { names.append(beside) }
    }
    requery { $0.measure = .share(names) }
  }

  private mutating func remeasure(_ measure: Measure, unit: String?) {
    requery { query in
      query.measure = measure
      query.unit = unit
    }
  }

  private mutating func chooseStage(
    _ title: Phrase, _ purpose: Picker.Purpose, after name: String?
  ) {
    guard let pilot else { return }
    var stages = pilot.stages[...]
    if let name, let place = stages.firstIndex(where: { $0.name == name }) {
      stages = stages[(place + 1)...]
    } else {
      stages = stages.dropLast()
    }
    let items = stages.map { Picker.Item(value: $0.name, label: $0.label, detail: $0.name) }
    state.overlay = .picker(Picker(title: title, purpose: purpose, items: items))
  }

  private mutating func chooseCodes(of variable: String) {
    guard let pilot else { return }
    let label = CodeChoices.label(of: variable, in: pilot)
    let items: [Picker.Item]
    do {
      items = try CodeChoices.codes(
        of: variable, in: pilot, package: state.package, today: state.today, state.language)
    } catch {
      state.message = .problem(error.phrase)
      return
    }
    var picker = Picker(
      title: Phrase(verbatim: label), purpose: .filterCodes(variable),
      items: items,
      allowsSeveral: true)
    let now = state.screen.query?.filters.first { $0.variable == variable }
    picker.marked = Set(now?.codes ?? [])
    state.overlay = .picker(picker)
  }

  private mutating func setAxis(_ role: AxisRole, _ names: [String]) {
    requery { query in
      let known = Dictionary(
        (query.rows + query.columns + query.pages).map { ($0.name, $0) },
        uniquingKeysWith: { first, _ in first })
      let variables = names.map { known[$0] ?? AxisVariable($0) }
      // A variable stands on one axis: here, and no longer where it was.
      query.rows.removeAll { names.contains($0.name) }
      query.columns.removeAll { names.contains($0.name) }
      query.pages.removeAll { names.contains($0.name) }
      switch role {
      case .row: query.rows = variables
      case .column: query.columns = variables
      case .page, .measure: query.pages = variables
      }
    }
  }
}

extension LinkLevel {
  var meaning: Phrase {
    switch self {
    case .high: "strictest: fewest false links, most persons"
    case .medium: "between the two"
    case .low: "loosest: fewest missed links, fewest persons"
    }
  }
}

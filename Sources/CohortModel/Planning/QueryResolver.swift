/// Resolves a query against the descriptors: finds every name, puts the query into canonical form,
/// and collects what each dimension has to hold.
struct QueryResolver {
  let package: DataPackage
  let pilot: Pilot
  private(set) var query: CohortQuery
  /// In the order of the dimensions.
  private(set) var subjects: [PlannedSubject] = []
  private var numberByName: [String: Int] = [:]

  init(_ query: CohortQuery, package: DataPackage) throws(QueryFault) {
    guard let pilot = package.pilot(query.pilot) else {
      throw QueryFault(
        "There is no pilot \(query.pilot.quoted) in this package.", at: .pilot, word: query.pilot,
        suggestion: NearestName.of(query.pilot, among: package.pilots.map(\.name)))
    }
    self.package = package
    self.pilot = pilot
    self.query = query
    self.query.linkLevel = query.linkLevel ?? package.defaultLinkLevel
    try resolveStageClause()
    try checkFilterNames()
    self.query.filters = inPilotOrder(self.query.filters)
    self.query.comparison = self.query.comparison.map(inPilotOrder)
    try addSubjects()
    try resolveFilters()
    try resolvePeriodAndHistory()
  }

  /// `where stage=housed` is `stage housed`.
  private mutating func resolveStageClause() throws(QueryFault) {
    if let position = query.filters.firstIndex(where: { $0.variable == "stage" }),
      query.filters[position].codes.count == 1, query.comparison == nil
    {
      guard query.stage == nil else {
        throw QueryFault(
          "The stage is asked for twice; keep one.", at: .filter("stage", code: nil),
          word: "stage")
      }
      query.stage = query.filters.remove(at: position).codes[0]
    }
    if query.stage != nil,
      (query.filters + (query.comparison ?? [])).contains(where: { $0.variable == "stage" })
    {
      throw QueryFault(
        "The stage is asked for twice; keep one.", at: .filter("stage", code: nil), word: "stage")
    }
    if query.stage != nil, pilot.stages.isEmpty {
      throw QueryFault("This pilot has no stages.", at: .stage, word: "stage")
    }
  }

  private func subject(_ name: String, at place: QueryPlace) throws(QueryFault) -> Subject {
    if let subject = Subject(name, in: pilot) { return subject }
    let names = Subject.names(in: pilot)
    let byLabel = names.first {
      Subject($0, in: pilot)?.label.lowercased() == name.lowercased()
    }
    throw QueryFault(
      "\(name.quoted) is no variable, milestone or outcome of \(pilot.name.quoted).", at: place,
      word: name,
      suggestion: byLabel ?? NearestName.of(name, among: names)
        ?? NearestName.of(name, among: QueryClause.allCases.map(\.rawValue)))
  }

  private func checkFilterNames() throws(QueryFault) {
    for (filters, isComparison) in [(query.filters, false), (query.comparison ?? [], true)] {
      var seen: Set<String> = []
      for filter in filters {
        let place: QueryPlace =
          isComparison
          ? .comparison(filter.variable, code: nil) : .filter(filter.variable, code: nil)
        _ = try subject(filter.variable, at: place)
        guard seen.insert(filter.variable).inserted else {
          throw QueryFault(
            "\(filter.variable.quoted) is filtered twice; give all its codes after one =, with commas.",
            at: place, word: filter.variable)
        }
        if filter.codes.isEmpty {
          throw QueryFault(
            "The filter on \(filter.variable.quoted) names no code.", at: place,
            word: filter.variable)
        }
      }
    }
    if query.comparison?.isEmpty == true {
      throw QueryFault("A comparison needs at least one filter.", at: .whole)
    }
  }

  private func inPilotOrder(_ filters: [Filter]) -> [Filter] {
    let names = Subject.names(in: pilot)
    func rank(_ filter: Filter) -> Int { names.firstIndex(of: filter.variable) ?? names.count }
    return filters.sorted { rank($0) < rank($1) }
  }

  private mutating func addSubjects() throws(QueryFault) {
    query.recodes = query.recodes.filter { !$0.groups.isEmpty && isUsed($0.variable) }
    for keyPath in [\CohortQuery.pages, \.rows, \.columns] {
      for (position, axis) in query[keyPath: keyPath].enumerated() {
        guard numberByName[axis.name] == nil else {
          throw QueryFault(
            "\(axis.name.quoted) stands on the table twice; leave one of them out.",
            at: .axis(axis.name), word: axis.name)
        }
        try addSubject(axis.name, at: .axis(axis.name))
        let number = subjects.count - 1
        let usual = subjects[number].subject.defaultDepth(subjects[number].tree)
        let levels = subjects[number].subject.isMultiResponse ? 1 : subjects[number].tree.levelCount
        let depth = min(max(1, axis.depth ?? usual), levels)
        subjects[number].depth = depth
        query[keyPath: keyPath][position].depth = depth == usual ? nil : depth
      }
    }
    for filter in query.filters {
      try addSubject(filter.variable, at: .filter(filter.variable, code: nil))
    }
    if query.stage != nil { try addSubject("stage", at: .stage) }
    for filter in query.comparison ?? [] {
      try addSubject(filter.variable, at: .comparison(filter.variable, code: nil))
    }
    query.recodes = query.recodes.sorted {
      (numberByName[$0.variable] ?? 0) < (numberByName[$1.variable] ?? 0)
    }
  }

  private func isUsed(_ name: String) -> Bool {
    (query.pages + query.rows + query.columns).contains { $0.name == name }
      || (query.filters + (query.comparison ?? [])).contains { $0.variable == name }
      || Subject(name, in: pilot) == nil
  }

  private mutating func addSubject(_ name: String, at place: QueryPlace) throws(QueryFault) {
    guard numberByName[name] == nil else { return }
    let subject = try subject(name, at: place)
    guard var tree = subject.tree(pilot: pilot, package: package) else {
      throw QueryFault(
        "\(name.quoted) has no codes: its field has no code list. The package has to give it one.",
        at: place, word: name)
    }
    let positions = query.recodes.indices.filter { query.recodes[$0].variable == name }
    if positions.count > 1 {
      throw QueryFault(
        "\(name.quoted) is recoded twice; put all groups into one recode.",
        at: .recode(name, word: nil), word: name)
    }
    if let position = positions.first {
      tree = try recode(position, subject: subject, tree: tree)
    }
    numberByName[name] = subjects.count
    subjects.append(PlannedSubject(name: name, subject: subject, tree: tree))
  }

  /// The recoded tree; the groups take the order of their first codes.
  private mutating func recode(
    _ position: Int, subject: Subject, tree: CodeTree
  ) throws(QueryFault) -> CodeTree {
    let recode = query.recodes[position]
    guard case .variable(let variable) = subject, variable.kind == .partition else {
      throw QueryFault(
        "\(subject.label) cannot be recoded: only variables with one code for each person can.",
        at: .recode(recode.variable, word: nil), word: recode.variable)
    }
    do throws(CodeTree.RecodeFault) {
      let recoded = try tree.recoded(by: recode.groups)
      query.recodes[position].groups = recode.groups
        .map { group in
          let indices = group.codes.compactMap { tree.index(of: $0) }.sorted()
          return (
            indices.first ?? 0,
            Recode.Group(name: group.name, codes: indices.map { tree.nodes[$0].code })
          )
        }
        .sorted { $0.0 < $1.0 }
        .map { $0.1 }
      return recoded
    } catch {
      let place = QueryPlace.recode(recode.variable, word: error.word)
      if error.message == "unknown", let word = error.word {
        throw unknownCode(word, of: subject.label, in: tree, recoded: nil, at: place)
      }
      throw QueryFault(error.message, at: place, word: error.word)
    }
  }

  private func unknownCode(
    _ code: String, of label: String, in tree: CodeTree, recoded: Recode?, at place: QueryPlace
  ) -> QueryFault {
    if let group = recoded?.groups.first(where: { $0.codes.contains(code) }) {
      return QueryFault(
        "\(code.quoted) is in the group \(group.name.quoted); filter by the group.", at: place,
        word: code, suggestion: group.name)
    }
    let byLabel = tree.nodes.first { $0.label.lowercased() == code.lowercased() }?.code
    let suggestion =
      byLabel.flatMap { $0 == CodeTree.wholeCode ? nil : $0 }
      ?? NearestName.of(code, among: tree.codes)
    return QueryFault(
      "\(code.quoted) is no code of \(label).", at: place, word: code, suggestion: suggestion)
  }

  /// Finds the codes of every filter, puts them in list order, and drops filters that leave nobody
  /// out.
  private mutating func resolveFilters() throws(QueryFault) {
    if let stage = query.stage, let number = numberByName["stage"] {
      let set = try nodes([stage], of: number, at: { _ in .stage })
      subjects[number].filter = set
      query.stage = set == [0] ? nil : stage
    }
    for (position, filter) in query.filters.enumerated() {
      guard let number = numberByName[filter.variable] else { continue }
      let set = try nodes(
        filter.codes, of: number, at: { .filter(filter.variable, code: $0) })
      subjects[number].filter = set
      query.filters[position].codes = codes(set, of: number)
    }
    var comparison = query.comparison
    for (position, filter) in (query.comparison ?? []).enumerated() {
      guard let number = numberByName[filter.variable] else { continue }
      let set = try nodes(
        filter.codes, of: number, at: { .comparison(filter.variable, code: $0) })
      subjects[number].comparison = set
      comparison?[position].codes = codes(set, of: number)
    }
    query.comparison = comparison
    try checkComparison()
    if query.comparison == nil {
      dropFiltersOfEveryone()
      moveStageFilter()
    }
  }

  /// A filter on the stage that comes down to one code is the stage clause.
  private mutating func moveStageFilter() {
    guard let position = query.filters.firstIndex(where: { $0.variable == "stage" }),
      query.filters[position].codes.count == 1
    else { return }
    query.stage = query.filters.remove(at: position).codes[0]
  }

  private func nodes(
    _ codes: [String], of number: Int, at place: (String) -> QueryPlace
  ) throws(QueryFault) -> [Int] {
    let subject = subjects[number]
    let recode = query.recodes.first { $0.variable == subject.name }
    var indices: [Int] = []
    for code in codes {
      if let index = subject.tree.index(of: code) {
        indices.append(index)
      } else if subject.subject.isMultiResponse, code.hasPrefix("not "),
        let index = subject.tree.index(of: String(code.dropFirst(4)))
      {
        indices.append(-index)
      } else {
        throw unknownCode(
          code, of: subject.subject.label, in: subject.tree, recoded: recode, at: place(code))
      }
    }
    guard subject.subject.isMultiResponse else { return subject.tree.outermost(indices) }
    guard Set(indices).count == 1, let index = indices.first else {
      throw QueryFault(
        "A person may have several codes of \(subject.subject.label); filter by one of them.",
        at: place(codes[1]), word: codes[1])
    }
    guard subject.tree.nodes[abs(index)].depth == 1 else {
      throw QueryFault(
        "\(subject.subject.label) is counted by its top codes only.", at: place(codes[0]),
        word: codes[0],
        suggestion: subject.tree.ancestors(of: abs(index)).last.map { subject.tree.nodes[$0].code })
    }
    if subject.depth != nil {
      throw QueryFault(
        "A person may have several codes of \(subject.subject.label), so it cannot be shown and"
          + " filtered at once. Take it from the table, or drop the filter.",
        at: place(codes[0]), word: codes[0])
    }
    return [index]
  }

  private func codes(_ set: [Int], of number: Int) -> [String] {
    let tree = subjects[number].tree
    return set.map { index in
      if index == 0 { return tree.wholeAlias ?? CodeTree.wholeCode }
      return (index < 0 ? "not " : "") + tree.nodes[abs(index)].code
    }
  }

  private func checkComparison() throws(QueryFault) {
    guard query.comparison != nil else { return }
    for subject in subjects where subject.filter != nil || subject.comparison != nil {
      guard subject.depth == nil || (subject.name == "stage" && query.stage != nil) else {
        throw QueryFault(
          "\(subject.subject.label) is compared, so it cannot stand on an axis as well.",
          at: .comparison(subject.name, code: nil), word: subject.name)
      }
    }
  }

  private mutating func dropFiltersOfEveryone() {
    for number in subjects.indices {
      guard let set = subjects[number].filter, !subjects[number].subject.isMultiResponse else {
        continue
      }
      let tree = subjects[number].tree
      let held = set.reduce(0) { $0 + tree.heldCodes(under: $1).count }
      guard held == tree.heldCodes(under: 0).count else { continue }
      subjects[number].filter = nil
      query.filters.removeAll { $0.variable == subjects[number].name }
    }
    subjects.removeAll { $0.depth == nil && $0.filter == nil }
    query.recodes.removeAll { recode in !subjects.contains { $0.name == recode.variable } }
    numberByName = [:]
    for (number, subject) in subjects.enumerated() { numberByName[subject.name] = number }
  }

  func number(of name: String) -> Int? { numberByName[name] }

  private mutating func resolvePeriodAndHistory() throws(QueryFault) {
    if let period = query.period {
      guard period.first <= period.last else {
        throw QueryFault("The period ends before it begins.", at: .period)
      }
      guard period.first <= package.period.last, period.last >= package.period.first else {
        throw QueryFault(
          "The period lies outside the records, which cover \(package.period.first) to"
            + " \(package.period.last).",
          at: .period)
      }
    }
    var seen: [EarlierEvent] = []
    for event in query.history {
      let place = QueryPlace.history(event.event)
      guard pilot.event(event.event) != nil else {
        throw QueryFault(
          "\(event.event.quoted) is no event of \(pilot.name.quoted).", at: place,
          word: event.event,
          suggestion: NearestName.of(event.event, among: pilot.events.map(\.name)))
      }
      guard (1...event.within.unit.most).contains(event.within.count) else {
        throw QueryFault(
          "A span is 1 to \(event.within.unit.most) \(event.within.unit.rawValue).", at: place,
          word: event.event)
      }
      if seen.contains(where: { $0.event == event.event && $0.within == event.within }) {
        throw QueryFault(
          "The condition on \(event.event.quoted) is given twice.", at: place, word: event.event)
      }
      seen.append(event)
    }
    query.history.sort {
      ($0.event, $0.within.unit.rawValue, $0.within.count)
        < ($1.event, $1.within.unit.rawValue, $1.within.count)
    }
  }
}

extension CalendarSpan.Unit {
  /// The longest span that a query or a pilot may name: a hundred years.
  var most: Int {
    switch self {
    case .days: 36_525
    case .months: 1_200
    }
  }
}

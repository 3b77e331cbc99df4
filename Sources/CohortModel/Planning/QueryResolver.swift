/// Resolves a query against the descriptors: finds every name, puts the query into canonical form,
/// and collects what each dimension has to hold.
struct QueryResolver {
  let package: DataPackage
  let pilot: Pilot
  var query: CohortQuery
  /// In the order of the dimensions.
  var subjects: [PlannedSubject] = []
  var numberByName: [String: Int] = [:]

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

  func subject(_ name: String, at place: QueryPlace) throws(QueryFault) -> Subject {
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

  func inPilotOrder(_ filters: [Filter]) -> [Filter] {
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
      let reason =
        if case .outcome = subject {
          "an outcome's yes, no and incomplete belong to bases that must not be added"
        } else {
          "only variables with one code for each person can"
        }
      throw QueryFault(
        "\(subject.label) cannot be recoded: \(reason).",
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

  func unknownCode(
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

  func number(of name: String) -> Int? { numberByName[name] }
}

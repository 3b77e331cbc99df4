// Filters, the stage clause and the comparison.
extension QueryResolver {
  /// `where stage=housed` is `stage housed`.
  mutating func resolveStageClause() throws(QueryFault) {
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

  func checkFilterNames() throws(QueryFault) {
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

  /// Finds the codes of every filter, puts them in list order, and drops filters that leave nobody
  /// out.
  mutating func resolveFilters() throws(QueryFault) {
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
}

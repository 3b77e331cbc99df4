extension CohortQuery {
  /// What can be written at a place of a query's text: whole words, in the pilot's order, those
  /// that begin like the word before the place. Codes are found by their labels, too.
  ///
  /// - Parameter offset: the place, in characters from the beginning.
  public static func completions(
    for text: String, at offset: Int, in package: DataPackage
  ) -> [String] {
    let head = text.prefix(max(0, min(offset, QueryToken.longestText)))
    var (tokens, open) = QueryToken.split(head)
    var beginning = ""
    if let open {
      beginning = open.text
    } else if let last = tokens.last, last.kind == .word, last.end == head.count {
      beginning = last.text
      tokens.removeLast()
    }
    open = nil
    let wanted = beginning.lowercased()
    return QueryCompletion(tokens, package: package).candidates
      .filter {
        wanted.isEmpty || $0.word.lowercased().hasPrefix(wanted)
          || ($0.label?.lowercased().hasPrefix(wanted) ?? false)
      }
      .map { $0.isPlain ? $0.word : QueryToken.written($0.word) }
  }
}

/// What can follow the beginning of a query.
private struct QueryCompletion {
  struct Candidate {
    var word: String
    var label: String?
    /// A word of the language, never in quotation marks.
    var isPlain = false
  }

  private(set) var candidates: [Candidate] = []

  init(_ tokens: [QueryToken], package: DataPackage) {
    guard let first = tokens.first else {
      candidates = package.pilots.map { Candidate(word: $0.name, label: $0.title) }
      return
    }
    guard let pilot = package.pilot(first.text) else { return }
    let (clause, tail) = QueryCompletion.lastClause(tokens.dropFirst())
    guard let clause else {
      candidates = clauses()
      return
    }
    switch clause {
    case .rows, .columns, .pages:
      if tail.last?.isSign(":") == true {
        candidates = plain(["1", "2", "3", "all"])
      } else {
        candidates = variables(pilot) + (tail.isEmpty ? [] : clauses())
      }
    case .stage:
      candidates = tail.isEmpty ? stages(pilot) : clauses()
    case .where, .versus, .recode:
      candidates = valuesOrNext(clause, tail, pilot: pilot, package: package)
    case .had, .hadnot:
      switch tail.count {
      case 0: candidates = events(pilot)
      case 1: candidates = plain(["within"])
      case 2: candidates = plain(["3", "6", "12", "24"])
      case 3: candidates = plain(["days", "months"])
      default: candidates = clauses()
      }
    case .period:
      candidates =
        tail.isEmpty
        ? plain(["\(package.period.first)..\(package.period.last)"]) : clauses()
    case .link:
      candidates = tail.isEmpty ? plain(LinkLevel.allCases.map(\.rawValue)) : clauses()
    case .unit:
      candidates =
        tail.isEmpty
        ? [Candidate(word: CohortQuery.personsUnit, isPlain: true)]
          + pilot.units.map { Candidate(word: $0.name, label: $0.label) } : clauses()
    case .measure: candidates = measures(tail, pilot: pilot)
    case .reason: candidates = tail.isEmpty ? [] : clauses()
    }
  }

  /// The clause that the place is in, and what of it is already there.
  private static func lastClause(
    _ tokens: ArraySlice<QueryToken>
  ) -> (QueryClause?, [QueryToken]) {
    var clause: QueryClause?
    var tail: [QueryToken] = []
    for (position, token) in zip(tokens.indices, tokens) {
      let isValue = tail.last.map { $0.isSign("=") || $0.isSign(",") } ?? false
      let isFirstOfAxis =
        tail.isEmpty && token.clause == .stage
        && [.rows, .columns, .pages, .where, .versus].contains(clause)
      let isFilter =
        [.where, .versus].contains(clause) && position + 1 < tokens.endIndex
        && tokens[position + 1].isSign("=")
      if let next = token.clause, !isValue, !isFirstOfAxis, !isFilter {
        clause = next
        tail = []
      } else {
        tail.append(token)
      }
    }
    return (clause, tail)
  }

  private func plain(_ words: [String]) -> [Candidate] {
    words.map { Candidate(word: $0, isPlain: true) }
  }

  private func clauses() -> [Candidate] { plain(QueryClause.allCases.map(\.rawValue)) }

  private func variables(_ pilot: Pilot) -> [Candidate] {
    Subject.names(in: pilot).map {
      Candidate(word: $0, label: Subject($0, in: pilot)?.label, isPlain: $0 == "stage")
    }
  }

  private func stages(_ pilot: Pilot) -> [Candidate] {
    let tree = CodeTree(stages: pilot.stages)
    return tree.codes.map { code in
      Candidate(word: code, label: tree.index(of: code).map { tree.nodes[$0].label })
    }
  }

  private func events(_ pilot: Pilot) -> [Candidate] {
    pilot.events.map { Candidate(word: $0.name, label: $0.label) }
  }

  private func valuesOrNext(
    _ clause: QueryClause, _ tail: [QueryToken], pilot: Pilot, package: DataPackage
  ) -> [Candidate] {
    guard let last = tail.last else {
      return clause == .recode
        ? variables(pilot).filter { pilot.variable($0.word)?.kind == .partition }
        : variables(pilot)
    }
    guard last.kind == .sign else {
      return clause == .recode ? clauses() : variables(pilot) + clauses()
    }
    guard last.isSign("=") || last.isSign(",") else { return [] }
    let name: String?
    if clause == .recode {
      name = tail.first?.text
    } else {
      let sign = tail.lastIndex { $0.isSign("=") } ?? 0
      name = sign > 0 ? tail[sign - 1].text : nil
    }
    guard let name, let subject = Subject(name, in: pilot),
      let tree = subject.tree(pilot: pilot, package: package)
    else { return [] }
    return tree.codes.map { code in
      Candidate(word: code, label: tree.index(of: code).map { tree.nodes[$0].label })
    }
  }

  private func measures(_ tail: [QueryToken], pilot: Pilot) -> [Candidate] {
    guard let kind = tail.first?.text else {
      return plain(["persons", "events", "share", "median"])
    }
    switch (kind, tail.count) {
    case ("events", 1): return events(pilot) + clauses()
    case ("share", let count):
      let taken = Set(tail.dropFirst().map(\.text))
      let rest = count > Measure.mostOutcomes ? [] : pilot.outcomes
      return rest.filter { !taken.contains($0.name) }
        .map { Candidate(word: $0.name, label: $0.label) } + (count == 1 ? [] : clauses())
    case ("median", 1), ("median", 3):
      return pilot.stages.map { Candidate(word: $0.name, label: $0.label) }
    case ("median", 2): return plain(["to"])
    default: return clauses()
    }
  }
}

extension AxisVariable {
  /// As many levels as there are (`:all`).
  public static let allLevels = Int.max
}

extension CohortQuery {
  /// The word for the unit that is counted where no other is named.
  static let personsUnit = "persons"

  /// A reason is a phrase, not a word.
  static let shortestReason = 3
  static let longestReason = 300
}

extension CohortQuery {
  /// Reads the text form. Checks the syntax alone; `init(text:package:)` checks the names as well.
  ///
  /// - Throws: what is wrong, with the word and its place in characters.
  public init(text: String) throws(QueryProblem) {
    self = try QueryParser(text).query
  }

  /// Reads the text form and resolves it against a package. Whether it may be asked is for the
  /// service to say, which keeps a log of it.
  ///
  /// - Throws: what is wrong, with the word and its place in characters where it is about a word.
  public init(
    text: String, package: DataPackage, today: CalendarDay = .today
  ) throws(QueryProblem) {
    let parser = try QueryParser(text)
    do throws(QueryFault) {
      _ = try TablePlan(
        resolving: parser.query, package: package, session: nil, today: today,
        authorises: false)
    } catch {
      var problem = error.problem
      problem.offset = parser.offsets[error.place]
      if problem.offset == nil, case .recode(let variable, _) = error.place {
        problem.offset = parser.offsets[.recode(variable, word: nil)]
      }
      throw problem
    }
    self = parser.query
  }

  /// The one text form: clauses in a fixed order, defaults left out. `init(text:)` reads it back.
  public var text: String {
    var words = [QueryToken.written(pilot)]
    func add(_ clause: QueryClause, _ rest: [String]) {
      if !rest.isEmpty { words += [clause.rawValue] + rest }
    }
    add(.rows, CohortQuery.written(rows))
    add(.columns, CohortQuery.written(columns))
    add(.pages, CohortQuery.written(pages))
    add(.stage, stage.map { [QueryToken.written($0)] } ?? [])
    add(.where, CohortQuery.written(filters))
    add(.versus, CohortQuery.written(comparison ?? []))
    for recode in recodes where !recode.groups.isEmpty {
      let groups = recode.groups.map { group in
        QueryToken.written(group.name) + "="
          + group.codes.map(QueryToken.written).joined(separator: ",")
      }
      add(.recode, [QueryToken.written(recode.variable) + ":", groups.joined(separator: "; ")])
    }
    for event in history {
      add(
        event.isNegated ? .hadnot : .had,
        [
          QueryToken.written(event.event), "within", "\(event.within.count)",
          event.within.unit.rawValue,
        ])
    }
    add(.period, period.map { ["\($0.first)..\($0.last)"] } ?? [])
    add(.link, linkLevel.map { [$0.rawValue] } ?? [])
    add(.unit, unit.map { [QueryToken.written($0)] } ?? [])
    switch measure {
    case .persons: break
    case .events(let name):
      add(.measure, ["events"] + (name.map { [QueryToken.written($0)] } ?? []))
    case .share(let outcomes): add(.measure, ["share"] + outcomes.map(QueryToken.written))
    case .median(let from, let to):
      add(.measure, ["median", QueryToken.written(from), "to", QueryToken.written(to)])
    }
    add(.reason, reason.map { [QueryToken.quoted($0)] } ?? [])
    return words.joined(separator: " ")
  }

  private static func written(_ axis: [AxisVariable]) -> [String] {
    axis.enumerated().map { position, variable in
      let name =
        variable.name == "stage" && position == 0 ? "stage" : QueryToken.written(variable.name)
      guard let depth = variable.depth else { return name }
      return name + (depth == AxisVariable.allLevels ? ":all" : ":\(depth)")
    }
  }

  private static func written(_ filters: [Filter]) -> [String] {
    filters.map { filter in
      (filter.variable == "stage" ? "stage" : QueryToken.written(filter.variable)) + "="
        + filter.codes.map(QueryToken.written).joined(separator: ",")
    }
  }
}

/// Reads a query's text clause by clause, and remembers where each name stood.
struct QueryParser {
  private let tokens: [QueryToken]
  private let end: Int
  private var position = 0
  private var seen: Set<QueryClause> = []
  private(set) var query = CohortQuery(pilot: "")
  private(set) var offsets: [QueryPlace: Int] = [:]

  init(_ text: String) throws(QueryProblem) {
    tokens = try QueryToken.tokens(of: text)
    end = text.count
    guard let pilot = tokens.first, pilot.kind != .sign, pilot.clause == nil else {
      throw QueryProblem(
        "A query begins with its pilot.", word: tokens.first?.text, offset: 0)
    }
    query.pilot = pilot.text
    offsets[.pilot] = pilot.offset
    position = 1
    while let token = next { try parseClause(token) }
  }

  private var next: QueryToken? { position < tokens.count ? tokens[position] : nil }

  private func problem(_ message: String, at token: QueryToken?, suggestion: String? = nil)
    -> QueryProblem
  {
    QueryProblem(
      message, word: token?.text, offset: token?.offset ?? end, suggestion: suggestion)
  }

  private mutating func take(_ sign: Character) -> Bool {
    guard next?.isSign(sign) == true else { return false }
    position += 1
    return true
  }

  private mutating func require(_ sign: Character, after what: String) throws(QueryProblem) {
    guard take(sign) else { throw problem("After \(what) comes \(sign).", at: next) }
  }

  /// What to do where a variable was expected and a word of the language came.
  private func inQuotationMarks(_ token: QueryToken?) -> String {
    guard let token, token.clause != nil else { return "" }
    return
      " \(token.text.quoted) begins a clause; a variable of that name stands in quotation marks:"
      + " \"\(token.text)\"."
  }

  /// A name or code; a clause word only in quotation marks.
  private mutating func word(_ what: String) throws(QueryProblem) -> QueryToken {
    guard let token = next, token.kind != .sign, token.clause == nil else {
      let isClause = next?.clause != nil
      throw problem(
        "Here comes \(what)\(isClause ? "; one called like a clause stands in \"\"" : "").",
        at: next)
    }
    position += 1
    return token
  }

  private mutating func parseClause(_ token: QueryToken) throws(QueryProblem) {
    guard let clause = token.clause else {
      if position == 1, let meant = QueryClause(rawValue: query.pilot.lowercased()) {
        throw problem(
          "\(query.pilot.quoted) is no pilot. Clauses are written in small letters.",
          at: tokens[0], suggestion: meant.rawValue)
      }
      throw problem(
        "\(token.text.quoted) begins no clause. Clauses are "
          + QueryClause.allCases.map(\.rawValue).joined(separator: ", ") + ".",
        at: token,
        suggestion: NearestName.of(
          token.text, among: QueryClause.allCases.map(\.rawValue)))
    }
    position += 1
    switch clause {
    case .recode, .had, .hadnot: break
    default:
      guard seen.insert(clause).inserted else {
        throw problem("\(clause.rawValue.quoted) is given twice.", at: token)
      }
    }
    switch clause {
    case .rows: query.rows = try axis()
    case .columns: query.columns = try axis()
    case .pages: query.pages = try axis()
    case .stage:
      let stage = try word("a stage")
      query.stage = stage.text
      offsets[.stage] = stage.offset
    case .where: query.filters = try filters { .filter($0, code: $1) }
    case .versus: query.comparison = try filters { .comparison($0, code: $1) }
    case .recode: query.recodes.append(try recode())
    case .had, .hadnot: query.history.append(try earlierEvent(isNegated: clause == .hadnot))
    case .period: query.period = try period()
    case .link:
      let level = try word("high, medium or low")
      guard let linkLevel = LinkLevel(rawValue: level.text) else {
        throw problem(
          "A link level is high, medium or low.", at: level,
          suggestion: NearestName.of(level.text, among: LinkLevel.allCases.map(\.rawValue)))
      }
      query.linkLevel = linkLevel
    case .unit:
      let unit = try word("persons, or a unit of the pilot")
      offsets[.unit(unit.text)] = unit.offset
      query.unit = unit.text == CohortQuery.personsUnit ? nil : unit.text
    case .measure: query.measure = try measure()
    case .reason: query.reason = try reason()
    }
  }

  /// Variables, each perhaps with the number of its levels.
  ///
  /// `stage` is both a variable and a clause. It is the variable where it comes first, stands in
  /// quotation marks, or is followed by no name.
  private mutating func axis() throws(QueryProblem) -> [AxisVariable] {
    var variables: [AxisVariable] = []
    while let token = next, token.kind != .sign,
      token.clause == nil || isStageVariable(token, isFirst: variables.isEmpty)
    {
      position += 1
      var variable = AxisVariable(token.text)
      offsets[.axis(token.text)] = token.offset
      if take(":") {
        let levels = try word("a number of levels, or all")
        if levels.text == "all" {
          variable.depth = AxisVariable.allLevels
        } else if let depth = Int(levels.text), depth > 0 {
          variable.depth = depth
        } else {
          throw problem("After : comes a number of levels, or all.", at: levels)
        }
      }
      variables.append(variable)
    }
    if variables.isEmpty {
      throw problem("Here comes a variable.\(inQuotationMarks(next))", at: next)
    }
    return variables
  }

  private func isStageVariable(_ token: QueryToken, isFirst: Bool) -> Bool {
    guard token.clause == .stage else { return false }
    guard !isFirst, position + 1 < tokens.count else { return true }
    let following = tokens[position + 1]
    return following.isSign(":") || following.clause != nil
  }

  private mutating func filters(
    _ place: (String, String?) -> QueryPlace
  ) throws(QueryProblem) -> [Filter] {
    var filters: [Filter] = []
    while let token = next, token.kind != .sign,
      filters.isEmpty || (position + 1 < tokens.count && tokens[position + 1].isSign("="))
    {
      guard token.clause == nil || token.clause == .stage else {
        throw problem("Here comes VARIABLE=CODE.\(inQuotationMarks(token))", at: token)
      }
      position += 1
      offsets[place(token.text, nil)] = token.offset
      try require("=", after: token.text)
      var codes: [String] = []
      for code in try self.codes() {
        offsets[place(token.text, code.text)] = code.offset
        codes.append(code.text)
      }
      filters.append(Filter(variable: token.text, codes: codes))
    }
    if filters.isEmpty { throw problem("Here comes VARIABLE=CODE.", at: next) }
    return filters
  }

  private mutating func codes() throws(QueryProblem) -> [QueryToken] {
    var codes = [try word("a code")]
    while take(",") { codes.append(try word("a code")) }
    return codes
  }

  private mutating func recode() throws(QueryProblem) -> Recode {
    let variable = try word("a variable")
    offsets[.recode(variable.text, word: nil)] = variable.offset
    offsets[.recode(variable.text, word: variable.text)] = variable.offset
    try require(":", after: variable.text)
    var recode = Recode(variable: variable.text, groups: [])
    repeat {
      let name = try word("the name of a group")
      offsets[.recode(variable.text, word: name.text)] = name.offset
      try require("=", after: name.text)
      var codes: [String] = []
      for code in try self.codes() {
        offsets[.recode(variable.text, word: code.text)] = code.offset
        codes.append(code.text)
      }
      recode.groups.append(Recode.Group(name: name.text, codes: codes))
    } while take(";")
    return recode
  }

  private mutating func earlierEvent(isNegated: Bool) throws(QueryProblem) -> EarlierEvent {
    let event = try word("an event")
    offsets[.history(event.text)] = event.offset
    let within = try word("within, as in \u{201C}within 12 months\u{201D}")
    guard within.text == "within" else {
      throw problem(
        "After the event comes a span, as in \u{201C}within 12 months\u{201D}.", at: within)
    }
    let number = try word("a number of days or months")
    let unit = try word("days or months")
    guard let kind = CalendarSpan.Unit(word: unit.text) else {
      throw problem("A span is in days or months.", at: unit)
    }
    guard let count = Int(number.text), (1...kind.most).contains(count) else {
      throw problem("A span is 1 to \(kind.most) \(kind.rawValue).", at: number)
    }
    return EarlierEvent(
      event: event.text, within: CalendarSpan(count, kind), isNegated: isNegated)
  }

  private mutating func period() throws(QueryProblem) -> Period {
    let token = try word("a period, as in 2019-01..2021-12")
    offsets[.period] = token.offset
    guard let period = Period(text: token.text) else {
      throw problem(
        "A period is FIRST..LAST, each a day, month or year: 2019-01..2021-12.", at: token)
    }
    return period
  }

  /// A text in quotation marks.
  private mutating func reason() throws(QueryProblem) -> String {
    guard let token = next, token.kind == .quoted else {
      throw problem(
        "After reason comes a text in \"\"; a variable called reason stands in quotation marks itself.",
        at: next)
    }
    position += 1
    let words = token.text.split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ")
    guard words.count >= CohortQuery.shortestReason, text.count <= CohortQuery.longestReason else {
      throw problem(
        "A reason has \(CohortQuery.shortestReason) words or more, and at most"
          + " \(CohortQuery.longestReason) characters.", at: token)
    }
    return text
  }

  /// Outcomes to stand side by side. `A+B`, which no outcome can be called, stays one word, and is
  /// refused for what it means.
  private mutating func outcomes() throws(QueryProblem) -> [String] {
    var names: [String] = []
    repeat {
      let name = try word("an outcome")
      if let last = names.last, name.text.hasPrefix("+") || last.hasSuffix("+") {
        offsets[.measure(last + name.text)] = offsets[.measure(last)]
        names[names.count - 1] += name.text
      } else {
        offsets[.measure(name.text)] = name.offset
        names.append(name.text)
      }
    } while next.map { $0.kind != .sign && $0.clause == nil } ?? false
    if let sign = next, sign.kind == .sign {
      throw problem("Outcomes stand side by side with spaces between them: share A B.", at: sign)
    }
    return names
  }

  private mutating func measure() throws(QueryProblem) -> Measure {
    let token = try word("a measure: persons, events, share or median")
    switch token.text {
    case "persons": return .persons
    case "events":
      guard let name = next, name.kind != .sign, name.clause == nil else { return .events(nil) }
      position += 1
      offsets[.measure(name.text)] = name.offset
      return .events(name.text)
    case "share":
      return .share(try outcomes())
    case "median":
      let from = try word("a stage")
      offsets[.measure(from.text)] = from.offset
      let to = try word("to, and a later stage")
      guard to.text == "to" else {
        throw problem("A median is written STAGE to STAGE.", at: to)
      }
      let last = try word("a stage")
      offsets[.measure(last.text)] = last.offset
      return .median(from: from.text, to: last.text)
    default:
      throw problem(
        "A measure is persons, events, share OUTCOME … or median STAGE to STAGE.", at: token,
        suggestion: NearestName.of(token.text, among: ["persons", "events", "share", "median"]))
    }
  }
}

extension CalendarSpan.Unit {
  /// `days`, `day`, `months`, `month`.
  init?(word: String) {
    switch word {
    case "day", "days": self = .days
    case "month", "months": self = .months
    default: return nil
    }
  }
}

extension Period {
  /// `2019-01-01..2021-12-31`; a month or a year stands for all of it, and one alone for itself.
  init?(text: String) {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
    let ends: [Substring]
    switch pieces.count {
    case 1: ends = [pieces[0], pieces[0]]
    case 3 where pieces[1].isEmpty: ends = [pieces[0], pieces[2]]
    default: return nil
    }
    guard let first = CalendarDay(ends[0]), let start = CalendarDay(ends[1]) else { return nil }
    switch ends[1].split(separator: "-").count {
    case 1: self.init(first: first, last: start.adding(months: 12).adding(days: -1))
    case 2: self.init(first: first, last: start.adding(months: 1).adding(days: -1))
    default: self.init(first: first, last: start)
    }
  }
}

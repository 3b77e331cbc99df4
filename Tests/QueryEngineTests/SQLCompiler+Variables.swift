import CohortModel

extension SQLCompiler {
  /// m, code: the codes of those members to whom the variable applies and who have a value.
  func codes(_ variable: Variable) -> String {
    if variable.derivation != .value { return derivedCodes(variable) }
    let name = variable.resource == "index" ? indexEvent.resource : variable.resource
    let code = code("t.\"\(variable.field)\"", variable)
    let value = "t.\"\(variable.field)\" IS NOT NULL"
    let date = resource(name).dateField.map { "t.\"\($0)\"" }
    let joined = "member JOIN \(name) AS t ON t.\(person) = member.person"
    let order = "ORDER BY \(date.map { "\($0) IS NOT NULL DESC, \($0) DESC, " } ?? "")t.row DESC"
    func latest(_ from: String, _ condition: String, ifValue: Bool) -> String {
      """
      SELECT m, code FROM (SELECT m, \(code) AS code, \(value) AS has,
        ROW_NUMBER() OVER (PARTITION BY m \(order)) AS place
        FROM \(from) WHERE \(condition)\(ifValue ? " AND \(value)" : ""))
      WHERE place = 1 AND has
      """
    }
    func all(_ from: String, _ condition: String) -> String {
      "SELECT m, \(code) AS code FROM \(from) WHERE \(value) AND \(condition)"
    }
    let isMulti = variable.kind == .multiResponse
    if variable.moment == .ever {
      return isMulti ? all(joined, "1") : latest(joined, "1", ifValue: true)
    }
    // The table of the moment, with its day and its row.
    var at = "(SELECT m, day, row FROM member)"
    var event = indexEvent
    var isIndex = true
    if case .stage(let stage) = variable.moment {
      let number = pilot.stages.firstIndex { $0.name == stage }!
      at = "stage\(number)"
      event = self.event(ofStage: number)
      isIndex = number == 0
    }
    let atMoment = "\(joined) JOIN \(at) AS at USING (m)"
    if event.resource == name {
      guard isMulti else { return all(atMoment, "t.row = at.row") }
      let isDated = dateField(event) != nil
      if !isDated && isIndex { return all(atMoment, "t.row = at.row") }
      let together =
        "EXISTS (SELECT 1 FROM \(events(event.name)) AS e"
        + " WHERE e.row = t.row AND e.person = member.person AND \(isConfirmed(event.name))"
        + isOfSameCase(event.name).map { " AND \($0)" }.joined()
        + (isDated ? " AND \(day(event.name)) = at.day)" : ")")
      return all(
        atMoment, isDated ? "(\(together) OR (at.day IS NULL AND t.row = at.row))" : together)
    }
    guard let date else {
      return isMulti ? all(atMoment, "1") : latest(atMoment, "1", ifValue: true)
    }
    let before = "\(date) <= at.day"
    return isMulti ? all(atMoment, before) : latest(atMoment, before, ifValue: false)
  }

  /// m, code: the bands of numbers that are known.
  private func derivedCodes(_ variable: Variable) -> String {
    let name = variable.event ?? ""
    func isDated() -> Bool { dateField(pilot.event(name)!) != nil }
    func number(
      _ what: String, from: String = "'0000'", through: String = "'9999'", known: String = "1"
    ) -> String {
      "SELECT m, (SELECT \(what) FROM \(events(name)) AS e WHERE "
        + happens(
          name, from: from, through: through,
          except: own(name, indexEvent, row: "member.row"))
        + ") AS n FROM member WHERE \(known)"
    }
    let numbers: String
    switch variable.derivation {
    case .value, .distinct:
      numbers =
        "SELECT m, (SELECT COUNT(DISTINCT \"\(variable.field)\") FROM \(variable.resource) AS t"
        + " WHERE t.\(person) = member.person) AS n FROM member"
    case .count(_, .ever):
      numbers = number("COUNT(*)")
    case .count(_, .within(let span)):
      let last = end("member.day", span)
      numbers = number(
        "COUNT(*)", from: "member.day", through: last,
        known: isDated() ? "member.ends >= \(last)" : "1")
    case .count(_, .before(let span)):
      numbers = number(
        "COUNT(*)", from: end("member.day", CalendarSpan(-span.count, span.unit)),
        through: "date(member.day, '-1 days')", known: isDated() ? "member.day IS NOT NULL" : "0")
    case .daysTo(_, let span):
      let last = end("member.day", span)
      numbers = number(
        "julianday(MIN(\(day(name)))) - julianday(member.day)", from: "member.day", through: last,
        known: isDated() ? "member.ends >= \(last)" : "0")
    case .daysSince(_, let span):
      numbers = number(
        "julianday(member.day) - julianday(MAX(\(day(name))))",
        from: span.map { end("member.day", CalendarSpan(-$0.count, $0.unit)) } ?? "'0000'",
        through: "date(member.day, '-1 days')", known: isDated() ? "member.day IS NOT NULL" : "0")
    }
    return "SELECT m, CASE WHEN n IS NULL THEN 'NA' ELSE \(code("n", variable)) END AS code"
      + " FROM (\(numbers))"
  }

  private func code(_ value: String, _ variable: Variable) -> String {
    switch variable.coding {
    case .codes: return value
    case .bands(let bands):
      let whole = "CAST(\(value) AS INTEGER)"
      let number = "(\(whole) - (CAST(\(value) AS REAL) < \(whole)))"
      let cases = bands.map { band in
        "WHEN \(number) BETWEEN \(band.lower ?? -1_000_000) AND \(band.upper ?? 1_000_000)"
          + " THEN \(band.code.sql)"
      }
      return "CASE \(cases.joined(separator: " ")) ELSE '?' END"
    case .calendar(let unit):
      switch unit {
      case .year: return "substr(\(value), 1, 4)"
      case .quarter:
        return "substr(\(value), 1, 4) || '-Q' || ((substr(\(value), 6, 2) + 2) / 3)"
      case .month: return "substr(\(value), 1, 7)"
      }
    }
  }
}

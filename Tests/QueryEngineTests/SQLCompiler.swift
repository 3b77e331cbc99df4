import CohortModel
import QueryEngine

/// Compiles a plan to one SQL statement over the tables of `RecordBook.database()`: what another
/// backend would run. Written from `docs/cohorts.md`, in sets rather than loops.
///
/// Dates are ISO texts, which compare as dates do. A member is numbered `m`.
struct SQLCompiler {
  let package: DataPackage
  let pilot: Pilot
  let plan: TablePlan
  /// The column that holds the person.
  var person: String { plan.linkLevel.rawValue }
  var indexEvent: EventDefinition { pilot.event(pilot.index.event)! }

  init(_ plan: TablePlan, package: DataPackage) {
    self.plan = plan
    self.package = package
    pilot = package.pilot(plan.query.pilot)!
  }

  /// Rows: a node per dimension, persons, total, largest and second largest contribution. Cells to
  /// which nobody contributes have no row.
  func statement() -> String {
    var parts = ["member AS MATERIALIZED (\(members()))"]
    if needsPathway { parts += pathway() }
    for (number, dimension) in plan.dimensions.enumerated() {
      parts += self.dimension(dimension, number)
    }
    let nodes = plan.dimensions.indices.map { "d\($0).node AS n\($0)" }
    let joins = plan.dimensions.indices.map { " JOIN d\($0) USING (m)" }.joined()
    let names = plan.dimensions.indices.map { "n\($0)" }
    func list(_ columns: [String]) -> String { columns.joined(separator: ", ") }
    let byPerson = list(names + ["person"])
    let byCell = names.isEmpty ? "" : " PARTITION BY \(list(names))"
    return """
      WITH \(parts.joined(separator: ",\n")),
      amounts AS (SELECT member.*, \(amount) AS amount FROM member),
      given AS (SELECT \(list(nodes + ["person", "amount"])) FROM amounts\(joins)
        WHERE amount > 0),
      by_person AS (SELECT \(byPerson), SUM(amount) AS amount FROM given GROUP BY \(byPerson)),
      ranked AS (SELECT *, ROW_NUMBER() OVER (\(byCell) ORDER BY amount DESC) AS place
        FROM by_person)
      SELECT \(list(names + ["COUNT(*)", "SUM(amount)", "MAX(amount)"])),
        COALESCE(MAX(CASE WHEN place = 2 THEN amount END), 0)
      FROM ranked \(names.isEmpty ? "HAVING COUNT(*) > 0" : "GROUP BY \(list(names))")
      """
  }

  var amount: String {
    switch plan.counting {
    case .persons: return "number = 1"
    case .indexEvents: return "1"
    case .units(let name):
      let key = "\"\(pilot.unit(name)!.keyField)\""
      return """
        m IN (SELECT m FROM (SELECT m, ROW_NUMBER() OVER (PARTITION BY i.\(key)
          ORDER BY o.day IS NULL, o.day, o.person, o.row) AS place
          FROM member AS o JOIN \(indexEvent.resource) AS i ON i.row = o.row
          WHERE i.\(key) IS NOT NULL) WHERE place = 1)
        """
    case .events(let name):
      return "CASE WHEN number = 1 THEN (SELECT COUNT(*) FROM \(events(name)) AS e"
        + " WHERE \(happens(name, from: "member.day", through: "member.ends"))) ELSE 0 END"
    }
  }

  // MARK: Events

  func resource(_ name: String) -> Resource { package.resource(name)! }

  func dateField(_ event: EventDefinition) -> String? {
    event.dateField ?? resource(event.resource).dateField
  }

  /// Records of an event: person, row, day, confirmed, ended, the keys that have to agree.
  func events(_ name: String) -> String {
    let event = pilot.event(name)!
    let conditions = event.conditions.map { condition in
      let list = resource(event.resource).field(condition.field)?.codeList
      return "\"\(condition.field)\" IN (\(below(condition.codes, list)))"
    }
    let day = dateField(event).map { "\"\($0)\"" } ?? "NULL"
    let confirmed = event.confirmedBy.map { "\"\($0.dateField)\"" } ?? "NULL"
    let ended = resource(event.resource).endField.map { "\"\($0)\"" } ?? "NULL"
    let keys = event.matching.enumerated().map { ", \"\($1.field)\" AS key\($0)" }.joined()
    return "(SELECT \(person) AS person, row, \(day) AS day, \(confirmed) AS confirmed,"
      + " \(ended) AS ended\(keys) FROM \(event.resource)"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")) + ")"
  }

  /// These codes and all below them.
  func below(_ codes: [String], _ list: String?) -> String {
    let roots = codes.map { "(\($0.sql))" }.joined(separator: ", ")
    return "WITH RECURSIVE below(code) AS (VALUES \(roots) UNION SELECT codes.code FROM codes"
      + " JOIN below ON codes.parent = below.code WHERE codes.list = \(list.sql))"
      + " SELECT code FROM below"
  }

  /// The last day within a span of a day; calendar months end where the month does.
  func end(_ day: String, _ span: CalendarSpan) -> String {
    func signed(_ number: Int) -> String { (number < 0 ? "" : "+") + "\(number)" }
    switch span.unit {
    case .days: return "date(\(day), '\(signed(span.count)) days')"
    case .months:
      return "min(date(\(day), '\(signed(span.count)) months'), date(\(day), 'start of month',"
        + " '\(signed(span.count + 1)) months', '-1 days'))"
    }
  }

  func isConfirmed(_ name: String, index: String = "member.day") -> String {
    guard let confirmation = pilot.event(name)!.confirmedBy else { return "1" }
    return "COALESCE(e.confirmed BETWEEN COALESCE(\(day(name, index: index)), \(index)) AND"
      + " \(end(index, confirmation.within)) AND \(index) IS NOT NULL, 0)"
  }

  /// The day of event `e`: that of the index for a spell that was open then.
  func day(
    _ name: String, index: String = "member.day", started: String = "e.day",
    ended: String = "e.ended"
  ) -> String {
    guard pilot.event(name)!.isOpenAtIndex else { return started }
    return "CASE WHEN \(started) < \(index) AND (\(ended) IS NULL OR \(ended) >= \(index))"
      + " THEN \(index) ELSE \(started) END"
  }

  /// Whether the keys of event `e` are those of the index record.
  func isOfSameCase(_ name: String) -> [String] {
    pilot.event(name)!.matching.enumerated().map { number, match in
      "e.key\(number) = (SELECT \"\(match.indexField)\" FROM \(indexEvent.resource) AS i"
        + " WHERE i.row = member.row)"
    }
  }

  /// Whether event `e` is one of the member's within these days.
  func happens(
    _ name: String, from: String = "'0000'", through: String = "'9999'", except: String? = nil
  ) -> String {
    var terms = ["e.person = member.person", isConfirmed(name)] + isOfSameCase(name)
    if dateField(pilot.event(name)!) != nil {
      terms.append("\(day(name)) BETWEEN \(from) AND \(through)")
      if let except { terms.append("e.row <> \(except)") }
    }
    return terms.joined(separator: " AND ")
  }

  /// The row to leave out where the event is dated by the same field of the same resource.
  func own(_ name: String, _ other: EventDefinition, row: String) -> String? {
    let event = pilot.event(name)!
    return event.resource == other.resource && dateField(event) == dateField(other) ? row : nil
  }

  // MARK: Members

  func members() -> String {
    let observed = (pilot.followUp.until ?? package.period.last).description.sql
    let choice = pilot.index.choice == .first ? "WHERE number = 1" : ""
    let numbered = """
      SELECT person, row, day, ROW_NUMBER() OVER (PARTITION BY person
        ORDER BY day IS NULL, day, row) AS number
      FROM \(events(indexEvent.name)) AS e WHERE \(isConfirmed(indexEvent.name, index: "e.day"))
      """
    let censoring = pilot.followUp.censoredBy.filter { dateField(pilot.event($0)!) != nil }
      .map { name in
        "SELECT \(day(name)) AS day FROM \(events(name)) AS e WHERE "
          + happens(
            name, from: "member.day", through: observed,
            except: own(name, indexEvent, row: "member.row"))
      }
    let censored =
      censoring.isEmpty
      ? "NULL" : "(SELECT MIN(day) FROM (\(censoring.joined(separator: " UNION ALL "))))"
    return """
      SELECT *, COALESCE(censored, \(observed)) AS ends FROM (
        SELECT ROW_NUMBER() OVER () AS m, *, \(censored) AS censored
        FROM (\(numbered)) AS member \(choice))
      """
  }

  // MARK: Pathway

  var needsPathway: Bool {
    plan.dimensions.contains { dimension in
      switch dimension.source {
      case .stage, .elapsed: true
      case .variable(let name): isAtStage(pilot.variable(name)!)
      case .outcome(let name):
        pilot.outcome(name)!.among.contains { isAtStage(pilot.variable($0.field)!) }
      case .milestone, .history, .period: false
      }
    }
  }

  func isAtStage(_ variable: Variable) -> Bool {
    if case .stage = variable.moment { true } else { false }
  }

  func event(ofStage number: Int) -> EventDefinition {
    number == 0 ? indexEvent : pilot.event(pilot.stages[number].event!)!
  }

  /// Per stage those who reached it, with day and row; then the leaf of each member.
  func pathway() -> [String] {
    var parts = ["stage0 AS MATERIALIZED (SELECT m, day, row FROM member)"]
    var leaves: [String] = []
    for (number, stage) in pilot.stages.enumerated().dropFirst() {
      let event = event(ofStage: number)
      let isDated = dateField(event) != nil
      var last = "member.ends"
      if let window = stage.window {
        let anchor = window.anchor == .index ? "member.day" : "before.day"
        last = "min(\(last), \(end(anchor, window.span)))"
      }
      let from = stage.isConcurrent ? "member.day" : "before.day"
      let first =
        "SELECT row FROM (SELECT e.row AS row, \(day(event.name)) AS placed"
        + " FROM \(events(event.name)) AS e WHERE "
        + happens(event.name, from: from, through: last) + ") ORDER BY placed, row LIMIT 1"
      let ended = resource(event.resource).endField.map { "t.\"\($0)\"" } ?? "NULL"
      let day =
        isDated
        ? "(SELECT "
          + day(
            event.name, index: "found.indexed", started: "t.\"\(dateField(event)!)\"",
            ended: ended) + " FROM \(event.resource) AS t WHERE t.row = found.row)"
        : "found.before"
      parts.append(
        """
        stage\(number) AS MATERIALIZED (SELECT m, \(day) AS day, row FROM (
          SELECT m, before.day AS before, member.day AS indexed, (\(first)) AS row
          FROM stage\(number - 1) AS before JOIN member USING (m)) AS found
        WHERE row IS NOT NULL)
        """)
      leaves.append(leaf(before: number))
    }
    let last = pilot.stages.count - 1
    leaves.append("SELECT m, \(pilot.stages[last].name.sql) AS code FROM stage\(last)")
    parts.append("leaf AS MATERIALIZED (\(leaves.joined(separator: " UNION ALL ")))")
    return parts
  }

  func leaf(before next: Int) -> String {
    let stage = pilot.stages[next - 1]
    let cases = stage.branches.map { branch in
      let last = branch.span.map { "min(member.ends, \(end("at.day", $0)))" } ?? "member.ends"
      let happens = happens(
        branch.event, from: "at.day", through: last,
        except: own(branch.event, event(ofStage: next - 1), row: "at.row"))
      return "WHEN EXISTS (SELECT 1 FROM \(events(branch.event)) AS e WHERE \(happens))"
        + " THEN '\(stage.name).\(branch.name)'"
    }
    var censored = "0"
    if dateField(event(ofStage: next)) != nil {
      if let window = pilot.stages[next].window {
        let anchor = window.anchor == .index ? "member.day" : "at.day"
        censored = "at.day IS NULL OR member.ends < \(end(anchor, window.span))"
      } else {
        censored = "at.day IS NULL OR member.censored IS NOT NULL OR member.ends < at.day"
      }
    }
    return """
      SELECT m, CASE \(cases.joined(separator: " ")) WHEN \(censored)
        THEN '\(stage.name).censored' ELSE '\(stage.name).dropped' END AS code
      FROM stage\(next - 1) AS at JOIN member USING (m)
      WHERE m NOT IN (SELECT m FROM stage\(next))
      """
  }

  // MARK: Dimensions

  /// Common table expressions, the last of which is `d<number>` (m, node).
  func dimension(_ dimension: PlannedDimension, _ number: Int) -> [String] {
    let structure = dimension.structure
    switch dimension.source {
    case .variable(let name):
      let variable = pilot.variable(name)!
      let codes = "codes\(number) AS MATERIALIZED (\(codes(variable)))"
      return [codes]
        + (variable.kind == .partition
          ? partition(structure, slot: variableSlots(variable, dimension, number), number)
          : multiResponse(variable, dimension, number))
    case .stage:
      let cases = dimension.slotCodes.enumerated().map { (slot, codes) in
        "WHEN code IN \(codes.sql) THEN \(slot)"
      }
      return partition(
        structure, slot: "SELECT m, CASE \(cases.joined(separator: " ")) END AS slot FROM leaf",
        number)
    case .milestone(let name):
      return partition(structure, slot: milestone(pilot.milestone(name)!), number)
    case .outcome(let name):
      // Side by side, incomplete and outside are one.
      let last = structure.slotCount - 1
      let slot = "SELECT m, min(slot, \(last)) AS slot FROM (\(outcome(pilot.outcome(name)!)))"
      return partition(structure, slot: slot, number)
    case .elapsed(let from, let to):
      return partition(structure, slot: elapsed(from, to, dimension), number)
    case .history(let earlier):
      let isDated = dateField(pilot.event(earlier.event)!) != nil
      let start = end(
        "member.day", CalendarSpan(-earlier.within.count, earlier.within.unit))
      let had =
        "EXISTS (SELECT 1 FROM \(events(earlier.event)) AS e WHERE "
        + happens(earlier.event, from: start, through: "date(member.day, '-1 days')") + ")"
      return partition(
        structure,
        slot: "SELECT m, CASE WHEN \(isDated ? had : "0") THEN 0 ELSE 1 END AS slot FROM member",
        number)
    case .period(let period):
      let within = "day BETWEEN '\(period.first)' AND '\(period.last)'"
      return partition(
        structure, slot: "SELECT m, CASE WHEN \(within) THEN 0 ELSE 1 END AS slot FROM member",
        number)
    }
  }

  func partition(_ structure: CodeStructure, slot: String, _ number: Int) -> [String] {
    let pairs = structure.nodes.enumerated().flatMap { (node, definition) in
      definition.slots.map { "(\($0), \(node))" }
    }
    return [
      "nodes\(number)(slot, node) AS (VALUES \(pairs.joined(separator: ", ")))",
      "d\(number) AS MATERIALIZED (SELECT m, node FROM (\(slot)) JOIN nodes\(number) USING (slot))",
    ]
  }

  func multiResponse(
    _ variable: Variable, _ dimension: PlannedDimension, _ number: Int
  ) -> [String] {
    func having(_ slot: Int) -> String {
      let codes = dimension.slotCodes[slot]
      let having = "SELECT m FROM codes\(number) WHERE code IN \(codes.sql)"
      guard codes.contains(variable.missingCode ?? "NK") else { return having }
      // Also those to whom it applies and who have none of the codes.
      let applies =
        if case .stage(let name) = variable.moment { stageTable(name) } else { "member" }
      let listed = Array(dimension.slotCodes.joined())
      return having + " UNION SELECT m FROM \(applies) WHERE m NOT IN"
        + " (SELECT m FROM codes\(number) WHERE code IN \(listed.sql))"
    }
    let nodes = dimension.structure.nodes.enumerated().map { (node, definition) in
      var rows = "SELECT m, \(node) AS node FROM member"
      if let slot = definition.slots.first, slot > 0 { rows += " WHERE m IN (\(having(slot)))" }
      if let slot = definition.minusSlots.first { rows += " WHERE m NOT IN (\(having(slot)))" }
      return rows
    }
    return ["d\(number) AS MATERIALIZED (\(nodes.joined(separator: " UNION ALL ")))"]
  }

  func variableSlots(
    _ variable: Variable, _ dimension: PlannedDimension, _ number: Int
  ) -> String {
    func slot(_ code: String) -> Int? { dimension.slotCodes.firstIndex { $0.contains(code) } }
    let cases = dimension.slotCodes.enumerated().map { (slot, codes) in
      "WHEN c.code IN \(codes.sql) THEN \(slot)"
    }
    let missing = variable.missingCode.flatMap { slot($0) } ?? slot("NK") ?? -1
    let reached =
      if case .stage(let name) = variable.moment {
        "WHEN m NOT IN (SELECT m FROM \(stageTable(name))) THEN \(slot("NA") ?? -1) "
      } else { "" }
    return "SELECT m, CASE \(reached)\(cases.joined(separator: " ")) ELSE \(missing) END AS slot"
      + " FROM member LEFT JOIN codes\(number) AS c USING (m)"
  }

  func stageTable(_ name: String) -> String {
    "stage\(pilot.stages.firstIndex { $0.name == name }!)"
  }

  // MARK: Milestones, outcomes, time

  func happened(_ name: String, through: String) -> String {
    "EXISTS (SELECT 1 FROM \(events(name)) AS e WHERE "
      + happens(
        name, from: "member.day", through: through,
        except: own(name, indexEvent, row: "member.row")) + ")"
  }

  func milestone(_ milestone: Milestone) -> String {
    let end = milestone.span.map { self.end("member.day", $0) }
    let happened = happened(
      milestone.event, through: end.map { "min(member.ends, \($0))" } ?? "member.ends")
    guard dateField(pilot.event(milestone.event)!) != nil else {
      return "SELECT m, CASE WHEN \(happened) THEN 0 ELSE 1 END AS slot FROM member"
    }
    return "SELECT m, CASE WHEN \(happened) THEN 0 WHEN day IS NULL OR"
      + " member.ends < \(end ?? "member.day") THEN 2 ELSE 1 END AS slot FROM member"
  }

  func outcome(_ outcome: Outcome) -> String {
    let outside = outcome.among.map { condition in
      let variable = pilot.variable(condition.field)!
      let name = variable.resource == "index" ? indexEvent.resource : variable.resource
      let list =
        variable.derivation == .value ? resource(name).field(variable.field)?.codeList : nil
      let codes = below(condition.codes, list)
      var others: [String] = []
      let reached =
        if case .stage(let stage) = variable.moment {
          "m IN (SELECT m FROM \(stageTable(stage)))"
        } else { "1" }
      if condition.codes.contains("NA") { others.append("NOT \(reached)") }
      if condition.codes.contains(variable.missingCode ?? "NK") {
        others.append("(\(reached) AND m NOT IN (SELECT m FROM (\(self.codes(variable)))))")
      }
      return (["m IN (SELECT m FROM (\(self.codes(variable))) WHERE code IN (\(codes)))"] + others)
        .joined(separator: " OR ")
    }.map { "WHEN NOT (\($0)) THEN 3 " }.joined()
    let observed = (pilot.followUp.until ?? package.period.last).description.sql
    let ends = outcome.isTerminal ? observed : "member.ends"
    let end = outcome.span.map { self.end("member.day", $0) } ?? "member.day"
    let known = outcome.settling.map { self.end(end, $0) } ?? end
    let happened = happened(
      outcome.event, through: outcome.span == nil ? ends : "min(\(ends), \(end))")
    let incomplete =
      dateField(pilot.event(outcome.event)!) == nil
      ? "" : "WHEN member.day IS NULL OR \(ends) < \(known) THEN 2 "
    return "SELECT m, CASE \(outside)\(incomplete)WHEN \(happened) THEN 0 ELSE 1 END AS slot"
      + " FROM member"
  }

  func elapsed(_ from: String, _ to: String, _ dimension: PlannedDimension) -> String {
    let days = "(julianday(ended.day) - julianday(started.day))"
    let bounds = dimension.slotCodes.dropLast(2).enumerated().map { (slot, codes) in
      "WHEN \(days) <= \(codes[0]) THEN \(slot)"
    }
    let count = dimension.slotCodes.count
    return "SELECT m, CASE WHEN \(days) IS NULL THEN \(count - 1)"
      + " \(bounds.joined(separator: " ")) ELSE \(count - 2) END AS slot FROM member"
      + " LEFT JOIN \(stageTable(from)) AS started USING (m)"
      + " LEFT JOIN \(stageTable(to)) AS ended USING (m)"
  }

  // MARK: Cube

  func cube(in database: SQLiteDatabase) throws -> RawCube {
    var cells = [[Int]](repeating: [0, 0, 0, 0], count: plan.cellCount)
    for row in try database.numbers(statement()) {
      let cell = zip(plan.dimensions, row).reduce(0) {
        $0 * $1.0.structure.nodes.count + $1.1
      }
      cells[cell] = Array(row.suffix(4))
    }
    let persons = cells.map { $0[0] }
    if plan.counting == .persons { return RawCube(plan: plan, persons: persons) }
    return RawCube(
      plan: plan, persons: persons, totals: cells.map { $0[1] }, largest: cells.map { $0[2] },
      secondLargest: cells.map { $0[3] })
  }
}

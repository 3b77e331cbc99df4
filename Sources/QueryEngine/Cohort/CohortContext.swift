import CohortModel
import ColumnStore

/// What a cohort is made from: the records, and the pilot and link level that say how.
struct CohortContext: Sendable {
  let source: any RecordSource
  let package: DataPackage
  let pilot: Pilot
  let level: LinkLevel

  var period: Period { package.period }

  /// The last day of observation where no event ends it before.
  var observationEnd: Int32 { (pilot.followUp.until ?? package.period.last).rawValue }

  func event(_ name: String) throws(EngineError) -> EventDefinition {
    guard let event = pilot.event(name) else { throw .unknown(.event, name) }
    return event
  }

  func resource(_ name: String) throws(EngineError) -> Resource {
    guard let resource = package.resource(name) else { throw .unknown(.resource, name) }
    return resource
  }

  func table(_ resource: String) throws(EngineError) -> RecordTable {
    do {
      return try source.table(resource)
    } catch {
      throw .store(error)
    }
  }

  /// The keys of all persons at the cohort's level, which those of cells are sums of.
  func personKeys() throws(EngineError) -> Buffer<UInt64> {
    let spine = source.spine
    let count = spine.starts(at: level).map { $0.count - 1 } ?? spine.atomCount
    do throws(StoreError) {
      let keys = try source.personKeys(at: level)
      guard keys.count == count else { throw .unknownResource("person keys") }
      return keys
    } catch {
      throw .store(error)
    }
  }

  /// The field that dates an event; nil where it has no date.
  func dateField(of event: EventDefinition) throws(EngineError) -> String? {
    if let field = event.dateField { return field }
    return try resource(event.resource).dateField
  }

  func days(_ field: String, of table: RecordTable) throws(EngineError) -> Buffer<Int32> {
    guard let column = table.columns[field] else {
      throw .unknownField(resource: table.resource, field: field)
    }
    guard case .days(let days) = column else {
      throw .notADate(resource: table.resource, field: field)
    }
    return days
  }

  /// The keys of a field by which cases or units of count are told apart.
  func keys(_ field: String, of table: RecordTable) throws(EngineError) -> Buffer<UInt64> {
    guard case .keys(let keys)? = table.columns[field] else {
      throw .unknownField(resource: table.resource, field: field)
    }
    return keys
  }

  /// The last days of the spells of a resource.
  func spellEnds(of table: RecordTable) throws(EngineError) -> Buffer<Int32> {
    guard let field = try resource(table.resource).endField else {
      throw .unknownField(resource: table.resource, field: "end")
    }
    return try days(field, of: table)
  }

  /// The dates by which the records of a resource are ordered; nil where they have none.
  func recordDays(of table: RecordTable) throws(EngineError) -> Buffer<Int32>? {
    guard let field = try resource(table.resource).dateField else { return nil }
    return try days(field, of: table)
  }

  /// The first row of every person, with the row count at the end: the atoms of a person are
  /// neighbours, and so are their rows.
  func personRows(of table: RecordTable) -> Buffer<UInt32> {
    guard let starts = source.spine.starts(at: level) else { return table.offsets }
    return .filled(count: starts.count) { rows in
      for person in 0..<starts.count { rows[person] = table.offsets[Int(starts[person])] }
    }
  }
}

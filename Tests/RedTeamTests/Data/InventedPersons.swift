import CohortModel
import ColumnStore

/// A package of invented persons in memory, with the variables that an attack needs. Nothing of it
/// is ever on a disk.
final class InventedPersons: RecordSource {
  struct Trait: Sendable {
    var name: String
    var codes: [Code]
    /// Anybody may have any number of the codes.
    var isMultiple = false
    var isSensitive = false

    init(_ name: String, _ codes: [String], isMultiple: Bool = false, isSensitive: Bool = false) {
      self.init(
        name, codes.map { Code($0, $0) }, isMultiple: isMultiple, isSensitive: isSensitive)
    }

    init(_ name: String, _ codes: [Code], isMultiple: Bool = false, isSensitive: Bool = false) {
      self.name = name
      self.codes = codes
      self.isMultiple = isMultiple
      self.isSensitive = isSensitive
    }

    /// Codes that records may hold: those without children.
    var leaves: [String] {
      codes.map(\.code).filter { code in !codes.contains { $0.parent == code } }
    }
  }

  struct Person: Sendable {
    var codes: [String: [String]]
    /// Days after the start of 2020.
    var day = 100
    var isHelped = false
    var visits = 0
    /// Whether a loose link makes this record one person with the record before it.
    var continues = false

    init(_ codes: [String: String]) {
      self.codes = codes.mapValues { [$0] }
    }
  }

  let package: DataPackage
  let release: String
  let spine: PersonSpine
  let secret: [UInt8]
  let persons: [Person]
  private let traits: [Trait]

  private static let start = 18_262

  init(
    _ traits: [Trait], _ persons: [Person], policy: DisclosurePolicy = .standard,
    release: String = "0123abcd", secret: [UInt8] = Array(1...32)
  ) {
    self.traits = traits
    self.persons = persons
    self.release = release
    self.secret = secret
    let firsts = persons.indices.filter { $0 == 0 || !persons[$0].continues }
    spine = PersonSpine(
      atomCount: persons.count,
      mediumStarts: Buffer((0...persons.count).map { UInt32($0) }),
      lowStarts: Buffer(firsts.map { UInt32($0) } + [UInt32(persons.count)]))
    package = Self.descriptors(traits, policy)
  }

  /// One random number for each person that a link level makes of the records.
  func personKeys(at level: LinkLevel) throws(StoreError) -> Buffer<UInt64> {
    let firsts =
      level == .low
      ? persons.indices.filter { $0 == 0 || !persons[$0].continues } : Array(persons.indices)
    return Buffer(
      firsts.map { first in
        var random = RepeatableRandom(UInt64(first) &* 7_919 &+ UInt64(secret.first ?? 0))
        return random.next()
      })
  }

  func table(_ resource: String) throws(StoreError) -> RecordTable {
    if resource == "people" { return people }
    if resource == "visits" {
      return rows("visits", persons.map { [Int](repeating: 0, count: $0.visits) }) { person, _ in
        ["date": Int32(Self.start + self.persons[person].day + 1)]
      }
    }
    guard let trait = traits.first(where: { $0.isMultiple && $0.name == resource }) else {
      throw .unknownResource(resource)
    }
    let dictionary = [""] + trait.leaves
    var offsets: [UInt32] = [0]
    var values: [UInt8] = []
    for person in persons {
      for code in person.codes[trait.name] ?? [] {
        values.append(UInt8(dictionary.firstIndex(of: code) ?? 0))
      }
      offsets.append(UInt32(values.count))
    }
    return RecordTable(
      resource: resource, rowCount: values.count, offsets: Buffer(offsets),
      columns: ["code": .codes8(Buffer(values), dictionary: dictionary)])
  }

  private var people: RecordTable {
    var columns: [String: Column] = [
      "date": .days(Buffer(persons.map { Int32(Self.start + $0.day) })),
      "helped": .days(
        Buffer(
          persons.map { $0.isHelped ? Int32(Self.start + $0.day + 10) : Column.missingDay })),
    ]
    for trait in traits where !trait.isMultiple {
      let dictionary = [""] + trait.leaves
      columns[trait.name] = .codes8(
        Buffer(
          persons.map { person in
            UInt8((person.codes[trait.name]?.first).flatMap { dictionary.firstIndex(of: $0) } ?? 0)
          }), dictionary: dictionary)
    }
    return RecordTable(
      resource: "people", rowCount: persons.count,
      offsets: Buffer((0...persons.count).map { UInt32($0) }), columns: columns)
  }

  private func rows(
    _ resource: String, _ own: [[Int]], _ days: (Int, Int) -> [String: Int32]
  ) -> RecordTable {
    var offsets: [UInt32] = [0]
    var dates: [Int32] = []
    for (person, records) in own.enumerated() {
      for record in records.indices { dates.append(days(person, record)["date"] ?? 0) }
      offsets.append(UInt32(dates.count))
    }
    return RecordTable(
      resource: resource, rowCount: dates.count, offsets: Buffer(offsets),
      columns: ["date": .days(Buffer(dates))])
  }

  private static func descriptors(
    _ traits: [Trait], _ policy: DisclosurePolicy
  ) -> DataPackage {
    var resources = [
      Resource(
        name: "people", path: "data/people.csv",
        fields: [
          Field(name: "person", isRequired: true), Field(name: "date", kind: .date),
          Field(name: "helped", kind: .date),
        ] + traits.filter { !$0.isMultiple }.map { Field(name: $0.name, codeList: $0.name) },
        personField: "person", dateField: "date"),
      Resource(
        name: "visits", path: "data/visits.csv",
        fields: [Field(name: "person", isRequired: true), Field(name: "date", kind: .date)],
        personField: "person", dateField: "date"),
    ]
    for trait in traits where trait.isMultiple {
      resources.append(
        Resource(
          name: trait.name, path: "data/\(trait.name).csv",
          fields: [
            Field(name: "person", isRequired: true), Field(name: "code", codeList: trait.name),
          ], personField: "person"))
    }
    let card = DefinitionCard(
      name: "Helped", numerator: "Those helped", denominator: "Everyone observed for 30 days",
      window: "30 days", censoring: "Left out", source: "Invented")
    let pilot = Pilot(
      name: "p", title: "Pilot",
      events: [
        EventDefinition(name: "start", label: "Start", resource: "people"),
        EventDefinition(
          name: "helped", label: "Helped", resource: "people", dateField: "helped"),
        EventDefinition(name: "visit", label: "Visit", resource: "visits"),
      ],
      index: IndexDefinition(event: "start"),
      variables: traits.map { trait in
        trait.isMultiple
          ? Variable(
            name: trait.name, label: trait.name, resource: trait.name, field: "code",
            moment: .ever, kind: .multiResponse, isSensitive: trait.isSensitive)
          : Variable(
            name: trait.name, label: trait.name, resource: "index", field: trait.name,
            isSensitive: trait.isSensitive)
      } + [
        Variable(
          name: "year", label: "Year", resource: "index", field: "date", coding: .calendar(.year))
      ],
      stages: [
        Stage(name: "started", label: "Started"),
        Stage(name: "helped", label: "Helped", event: "helped"),
      ],
      outcomes: [
        Outcome(
          name: "helped", label: "Helped within 30 days", event: "helped",
          span: CalendarSpan(30, .days), card: card)
      ])
    return DataPackage(
      name: "invented", title: "Invented", version: "1", isSynthetic: true, owner: "Nobody",
      period: Period(
        first: CalendarDay(year: 2019, month: 1, day: 1)!,
        last: CalendarDay(year: 2025, month: 12, day: 31)!),
      coverage: "Everyone invented.", resources: resources,
      codeLists: traits.map { CodeList(name: $0.name, codes: $0.codes) }, pilots: [pilot],
      policy: policy)
  }
}

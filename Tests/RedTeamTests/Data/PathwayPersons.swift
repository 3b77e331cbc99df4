import CohortModel
import ColumnStore

/// Invented persons who come to two stages, or do not, after so many days, in two groups.
final class PathwayPersons: RecordSource {
  struct Person: Sendable {
    var group: Int
    /// Days to the first stage, and from there to the second; nil where it is not reached.
    var first: Int?
    var second: Int?
  }

  static let bins = [7, 14]
  static let groups = ["A", "B", "C"]

  let package: DataPackage
  let release = "0123abcd"
  let spine: PersonSpine
  let secret: [UInt8] = Array(1...32)
  let persons: [Person]
  /// The first stage is reached within 16 days of the start or not at all, the second within so many of
  /// it: so nobody took more than 14 days to both.
  let window: Int?

  private static let start = 18_262

  init(
    _ persons: [Person], profile: DisclosureProfile, window: Int? = nil, work: Int = 60_000
  ) {
    self.persons = persons
    self.window = window
    let starts = Buffer((0...persons.count).map { UInt32($0) })
    spine = PersonSpine(atomCount: persons.count, mediumStarts: starts, lowStarts: starts)
    package = Self.descriptors(
      DisclosurePolicy(
        profile: profile, elapsedBins: Self.bins, suppression: SuppressionPolicy(work: work)),
      window: window)
  }

  /// A seeded case: few persons, most of them small in number wherever they are.
  convenience init(
    case number: Int, groups: Int, profile: DisclosureProfile, window: Int? = nil,
    work: Int = 60_000
  ) {
    var random = RepeatableRandom(UInt64(number) &* 104_729 &+ UInt64(groups))
    var persons: [Person] = []
    for group in 0..<groups {
      let weights = (0..<3).map { _ in random.number(0...6) }
      for (furthest, most) in weights.enumerated() {
        let days = (0..<3).map { _ in random.number(0...3) }
        func day() -> Int {
          var place = random.number(0...max(0, days.reduce(0, +) - 1))
          for (bin, weight) in days.enumerated() {
            if place < weight { return [3, 9, 16][bin] }
            place -= weight
          }
          return 3
        }
        for _ in 0..<(random.once(in: 3) ? most * 2 : most) {
          let first = furthest > 0 ? day() : nil
          let second = furthest > 1 ? day() : nil
          let isTooLate = (first ?? 0) + (second ?? 0) > window ?? .max
          persons.append(
            Person(group: group, first: first, second: isTooLate ? nil : second))
        }
      }
    }
    self.init(persons, profile: profile, window: window, work: work)
  }

  func personKeys(at level: LinkLevel) throws(StoreError) -> Buffer<UInt64> {
    Buffer(
      persons.indices.map { person in
        var random = RepeatableRandom(UInt64(person) &* 7_919)
        return random.next()
      })
  }

  func table(_ resource: String) throws(StoreError) -> RecordTable {
    guard resource == "people" else { throw .unknownResource(resource) }
    func days(_ day: (Person) -> Int?) -> Column {
      .days(
        Buffer(persons.map { day($0).map { Int32(Self.start + 100 + $0) } ?? Column.missingDay }))
    }
    return RecordTable(
      resource: resource, rowCount: persons.count,
      offsets: Buffer((0...persons.count).map { UInt32($0) }),
      columns: [
        "date": days { _ in 0 }, "first": days(\.first),
        "second": days { person in
          person.second.flatMap { second in person.first.map { $0 + second } }
        },
        "group": .codes8(
          Buffer(persons.map { UInt8($0.group + 1) }), dictionary: [""] + Self.groups),
      ])
  }

  private static func descriptors(
    _ policy: DisclosurePolicy, window: Int?
  ) -> DataPackage {
    func ofIndex(_ days: Int) -> Window { Window(CalendarSpan(days, .days)) }
    return DataPackage(
      name: "pathways", title: "Pathways", version: "1", isSynthetic: true, owner: "Nobody",
      period: Period(
        first: CalendarDay(year: 2019, month: 1, day: 1)!,
        last: CalendarDay(year: 2023, month: 12, day: 31)!), coverage: "Everyone invented.",
      resources: [
        Resource(
          name: "people", title: "People", path: "data/people.csv",
          fields: [
            Field(name: "person", isRequired: true),
            Field(name: "date", kind: .date, isRequired: true),
            Field(name: "first", kind: .date), Field(name: "second", kind: .date),
            Field(name: "group", codeList: "groups", isRequired: true),
          ], personField: "person", dateField: "date")
      ],
      codeLists: [CodeList(name: "groups", codes: groups.map { Code($0, $0) })],
      pilots: [
        Pilot(
          name: "p", title: "Pilot",
          events: [
            EventDefinition(name: "start", label: "Start", resource: "people"),
            EventDefinition(
              name: "first", label: "First", resource: "people", dateField: "first"),
            EventDefinition(
              name: "second", label: "Second", resource: "people", dateField: "second"),
          ], index: IndexDefinition(event: "start"),
          variables: [
            Variable(name: "group", label: "Group", resource: "index", field: "group")
          ],
          stages: [
            Stage(name: "start", label: "Start"),
            Stage(
              name: "one", label: "One", event: "first", window: window.map { _ in ofIndex(16) }),
            Stage(name: "two", label: "Two", event: "second", window: window.map(ofIndex)),
          ])
      ], policy: policy)
  }
}

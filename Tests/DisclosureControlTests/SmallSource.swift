import CohortModel
import ColumnStore

/// Invented persons with one release each: sex, region (within two countries) and needs.
final class SmallSource: RecordSource {
  let package: DataPackage
  let release = "0123abcd"
  let spine: PersonSpine
  let secret: [UInt8] = Array(1...32)
  /// Per person: sex, region, number of earlier needs.
  let persons: [(sex: Int, region: Int)]

  static let sexes = ["", "F", "M"]
  static let regions = ["", "E1", "E2", "E3", "W1", "W2"]

  init(persons count: Int, seed: UInt64, policy: DisclosurePolicy = .standard) {
    var random = SeededRandom(seed)
    persons = (0..<count).map { _ in
      let sex = Int.random(in: 0..<8, using: &random) == 0 ? 1 : 2
      // Regions become rarer by halves, so that the last have few women.
      let region = min(5, 1 + UInt64.random(in: 1...1023, using: &random).leadingZeroBitCount - 54)
      return (sex, region)
    }
    let starts = Buffer((0...count).map { UInt32($0) })
    spine = PersonSpine(atomCount: count, mediumStarts: starts, lowStarts: starts)
    package = Self.descriptors(policy)
  }

  func table(_ resource: String) throws(StoreError) -> RecordTable {
    guard resource == "releases" else { throw .unknownResource(resource) }
    return RecordTable(
      resource: resource, rowCount: persons.count,
      offsets: Buffer((0...persons.count).map { UInt32($0) }),
      columns: [
        "date": .days(Buffer(persons.indices.map { Int32(18_000 + $0 % 700) })),
        "sex": .codes8(Buffer(persons.map { UInt8($0.sex) }), dictionary: Self.sexes),
        "region": .codes8(Buffer(persons.map { UInt8($0.region) }), dictionary: Self.regions),
        "seen": .days(
          Buffer(
            persons.indices.map {
              isSeen($0) ? Int32(18_020 + $0 % 700) : Column.missingDay
            })),
        "household": .keys(Buffer(persons.indices.map { UInt64(household($0)) })),
      ])
  }

  func personKeys(at level: LinkLevel) throws(StoreError) -> Buffer<UInt64> {
    Buffer(persons.indices.map { Self.key(of: $0) })
  }

  /// The key of a person, the same at all levels.
  static func key(of person: Int) -> UInt64 {
    var random = SeededRandom(UInt64(person) &* 7_919)
    return random.next()
  }

  /// Two persons, or three, make a household.
  func household(_ person: Int) -> Int { 1 + person * 2 / 5 }

  /// Whether a person is seen again, 20 days after the index.
  func isSeen(_ person: Int) -> Bool { person % 3 == 0 }

  private static func descriptors(_ policy: DisclosurePolicy) -> DataPackage {
    let days = Period(
      first: CalendarDay(year: 2019, month: 1, day: 1)!,
      last: CalendarDay(year: 2023, month: 12, day: 31)!)
    let resource = Resource(
      name: "releases", title: "Releases", path: "data/releases.csv",
      fields: [
        Field(name: "person", isRequired: true),
        Field(name: "date", kind: .date, isRequired: true),
        Field(name: "sex", codeList: "sexes", isRequired: true),
        Field(name: "region", codeList: "regions", isRequired: true),
        Field(name: "seen", kind: .date), Field(name: "household"),
      ], personField: "person", dateField: "date")
    let pilot = Pilot(
      name: "p", title: "Pilot",
      events: [
        EventDefinition(name: "release", label: "Release", resource: "releases"),
        EventDefinition(
          name: "seen", label: "Seen again", resource: "releases", dateField: "seen"),
      ],
      index: IndexDefinition(event: "release"),
      variables: [
        Variable(name: "sex", label: "Sex", resource: "index", field: "sex"),
        Variable(name: "region", label: "Region", resource: "index", field: "region"),
      ],
      outcomes: [
        Outcome(
          name: "seen", label: "Seen again within 30 days", event: "seen",
          span: CalendarSpan(30, .days),
          card: DefinitionCard(
            name: "Seen", numerator: "n", denominator: "d", window: "w", censoring: "c",
            source: "s"))
      ],
      units: [UnitOfCount(name: "household", label: "Households", keyField: "household")])
    return DataPackage(
      name: "small", title: "Small", version: "1", isSynthetic: true, owner: "Nobody",
      period: days, coverage: "Everyone invented.",
      resources: [resource],
      codeLists: [
        CodeList(name: "sexes", codes: [Code("F", "Female"), Code("M", "Male")]),
        CodeList(
          name: "regions",
          codes: [
            Code("E", "England"), Code("W", "Wales"), Code("E1", "One", parent: "E"),
            Code("E2", "Two", parent: "E"), Code("E3", "Three", parent: "E"),
            Code("W1", "North", parent: "W"), Code("W2", "South", parent: "W"),
          ]),
      ], pilots: [pilot], policy: policy)
  }
}

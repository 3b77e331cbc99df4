import CohortModel
import Foundation

/// A small linked package with random records, and the same records as values to compare with.
struct SamplePackage {
  struct Person {
    var record: String
    var dataset: String
    var high: Int
    var medium: Int
    var low: Int
  }

  struct Event {
    var dataset: String
    var record: String
    var day: CalendarDay?
    var kind: String
    var place: String
    var amount: Int?
    var isFirst: String
  }

  var package: DataPackage
  var people: [Person]
  var events: [Event]
  var sexes: [(record: String, sex: String)]

  static let kinds = ["A", "B", "C1", "C2"]

  init(seed: UInt64, persons: Int = 60, events eventCount: Int = 400, hasLinks: Bool = true) {
    var generator = SeededGenerator(seed)
    people = []
    for low in 0..<persons {
      for medium in 0..<Int.random(in: 1...2, using: &generator) {
        for high in 0..<Int.random(in: 1...2, using: &generator) {
          for dataset in ["prison", "health"] {
            for copy in 0..<Int.random(in: 0...2, using: &generator) {
              people.append(
                Person(
                  record: "r\(low)-\(medium)-\(high)-\(copy)", dataset: dataset,
                  high: low * 10 + medium * 4 + high, medium: low * 10 + medium, low: low))
            }
          }
        }
      }
    }
    events = []
    let prison = people.filter { $0.dataset == "prison" }
    let health = people.filter { $0.dataset == "health" }
    for _ in 0..<eventCount {
      let person = prison.randomElement(using: &generator)!
      events.append(
        Event(
          dataset: "prison", record: person.record,
          day: Int.random(in: 0..<20, using: &generator) == 0
            ? nil : CalendarDay(rawValue: Int32.random(in: 18_000...19_700, using: &generator)),
          kind: SamplePackage.kinds.randomElement(using: &generator)!,
          place: ["North", "South \"Gate\"", "Ynys, Môn", ""].randomElement(using: &generator)!,
          amount: Int.random(in: 0..<10, using: &generator) == 0
            ? nil : Int.random(in: -5...900, using: &generator),
          isFirst: ["true", "false", ""].randomElement(using: &generator)!))
    }
    sexes = health.map { ($0.record, ["F", "M", ""].randomElement(using: &generator)!) }
    package = SamplePackage.descriptors(hasLinks: hasLinks)
  }

  static func descriptors(hasLinks: Bool) -> DataPackage {
    let events = Resource(
      name: "events", path: "data/events.csv", dataset: "prison",
      fields: [
        Field(name: "person", isRequired: true), Field(name: "day", kind: .date),
        Field(name: "kind", codeList: "kinds", isRequired: true), Field(name: "place"),
        Field(name: "amount", kind: .integer, minimum: "-10", maximum: "1000"),
        Field(name: "first", kind: .boolean), Field(name: "note"),
      ],
      missingValues: ["", "NA"], personField: "person", dateField: "day")
    let sexes = Resource(
      name: "sexes", path: "data/sexes.csv", dataset: hasLinks ? "health" : "prison",
      fields: [Field(name: "person", isRequired: true), Field(name: "sex", codeList: "sexes")],
      personField: "person")
    let pilot = Pilot(
      name: "pilot", title: "Pilot",
      events: [
        EventDefinition(
          name: "event", label: "Event", resource: "events",
          conditions: [FieldCondition(field: "place", codes: ["North"])])
      ],
      index: IndexDefinition(event: "event"),
      variables: [
        Variable(name: "kind", label: "Kind", resource: "index", field: "kind"),
        Variable(
          name: "amount", label: "Amount", resource: "events", field: "amount",
          coding: .bands([Band(lower: 0, upper: nil)])),
        Variable(name: "first", label: "First", resource: "events", field: "first"),
        Variable(name: "sex", label: "Sex", resource: "sexes", field: "sex", moment: .ever),
      ])
    return DataPackage(
      name: "sample", title: "Sample", version: "1", isSynthetic: true, owner: "Nobody",
      period: Period(first: CalendarDay("2019-01-01")!, last: CalendarDay("2023-12-31")!),
      links: hasLinks ? .spine("links.csv") : nil, resources: [events, sexes],
      codeLists: [
        CodeList(
          name: "kinds",
          codes: [
            Code("A", "A"), Code("B", "B"), Code("C", "C"), Code("C1", "C one", parent: "C"),
            Code("C2", "C two", parent: "C"),
          ]),
        CodeList(name: "sexes", codes: [Code("F", "Female"), Code("M", "Male")]),
      ], pilots: [pilot])
  }

  static func quoted(_ text: String) -> String {
    text.contains(where: { ",\"\n".contains($0) })
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  var eventsCSV: String {
    "person,note,day,kind,place,amount,first\n"
      + events.map { event in
        [
          event.record, "free text", event.day.map(\.description) ?? "", event.kind,
          SamplePackage.quoted(event.place), event.amount.map(String.init) ?? "NA", event.isFirst,
        ].joined(separator: ",")
      }.joined(separator: "\n") + "\n"
  }

  func write(to directory: TemporaryDirectory) throws {
    try directory.write(eventsCSV, to: "data/events.csv")
    try directory.write(
      "person,sex\n" + sexes.map { "\($0.record),\($0.sex)\n" }.joined(),
      to: "data/sexes.csv")
    try directory.write(
      "source_dataset,record_id,high,medium,low\n"
        + people.map { "\($0.dataset),\($0.record),h\($0.high),m\($0.medium),l\($0.low)\n" }
        .joined(), to: "links.csv")
  }
}

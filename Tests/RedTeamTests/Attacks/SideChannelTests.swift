import CohortModel
import DisclosureControl
import Tables
import Testing

/// What else leaves with a table, or in its place: it must be the same for every database that
/// publishes the same.
@Suite struct SideChannelTests {
  static let traits = [
    InventedPersons.Trait("area", ["N", "S", "W"]),
    InventedPersons.Trait("sex", ["F", "M"]),
    InventedPersons.Trait("need", ["housing", "drugs"], isMultiple: true),
  ]

  static func persons(_ small: [Int]) -> [InventedPersons.Person] {
    var persons: [InventedPersons.Person] = []
    for (area, name) in ["N", "S", "W"].enumerated() {
      for (sex, count) in [("F", small[area]), ("M", 40 - small[area] + 10 * area)] {
        persons += [InventedPersons.Person](
          repeating: InventedPersons.Person(["area": name, "sex": sex]), count: count)
      }
    }
    for person in persons.indices {
      persons[person].codes["need"] = person % 3 == 0 ? ["housing", "drugs"] : ["housing"]
    }
    return persons
  }

  /// Legend, heading, certificate, order of rows: databases that publish the same cells have the same
  /// table to the last byte, and so exports of the same size.
  @Test func aTableIsAFunctionOfWhatItPublishes() throws {
    var tables: [[CellValue]: ProtectedTable] = [:]
    var databases = 0
    for first in [2, 4, 6, 8] {
      for second in [3, 5, 7, 9] {
        let source = InventedPersons(Self.traits, Self.persons([first, second, 12]))
        let table = try Inquiry(source).ask("p rows area columns sex").table
        databases += 1
        if let known = tables[table.cells] {
          #expect(known == table)
        } else {
          tables[table.cells] = table
        }
      }
    }
    // Enough of them do for this to say something.
    #expect(tables.count <= databases / 2)
  }

  /// A refusal is the same whatever is in the store.
  @Test(arguments: [
    "p rows colour", "p rows area where area=X", "p rows area columns sex pages need year area",
    "p rows area measure mean", "q", "p rows need where need=housing,drugs", "p rows",
  ])
  func refusalsSayNothingOfRecords(text: String) throws {
    let errors = [[2, 3, 12], [30, 0, 0], [0, 0, 0]].map { small -> String in
      let source = InventedPersons(Self.traits, Self.persons(small))
      do {
        let table = try Release(source: source).table(for: CohortQuery(text: text))
        return "answered \(table.axes.map(\.name))"
      } catch {
        return "\(error)"
      }
    }
    #expect(Set(errors).count == 1)
  }

  /// The explanation of a hidden cell does not depend on why it is hidden.
  @Test func everyHiddenCellHasOneExplanation() throws {
    let source = InventedPersons(Self.traits, Self.persons([2, 3, 12]))
    let inquiry = Inquiry(source)
    let table = try inquiry.ask("p rows area columns sex").table
    #expect(table.cells.contains(.confidential))
    let texts = try table.cells.filter { $0 == .confidential }.map {
      try inquiry.release.explanation(of: $0, in: table)
    }
    #expect(Set(texts).count == 1)
  }

  /// Reworded, transposed, filtered and cloned queries show one value for one cell, so nothing is
  /// gained by asking again (Gadotti et al. 2019 for answers whose noise depends on the wording).
  @Test func clonedQueriesAgree() throws {
    let source = InventedPersons(Self.traits, Self.persons([4, 13, 12]))
    let inquiry = Inquiry(source)
    func women(_ text: String, _ codes: [String]) throws -> CellValue? {
      try inquiry.ask(text).table.value(codes)
    }
    for area in ["N", "S", "W"] {
      let values = [
        try women("p rows area columns sex", [area, "F"]),
        try women("p rows sex columns area", ["F", area]),
        try women("p rows area where sex=F", [area]),
        try women("p rows sex where area=\(area)", ["F"]),
        try women("p rows area columns sex where sex=F area=\(area)", ["*", "F"]),
        try women("p pages area rows sex link medium", [area, "F"]),
      ].compactMap { $0 }
      #expect(values.count >= 5)
      #expect(Set(values).count == 1)
    }
  }

  /// A percentage is made of two published counts, and says nothing that they do not.
  @Test func percentagesComeFromPublishedCounts() throws {
    var persons = Self.persons([14, 25, 5])
    for person in persons.indices { persons[person].isHelped = person % 4 == 0 }
    let source = InventedPersons(Self.traits, persons)
    let table = try Inquiry(source).ask("p rows area columns sex measure share helped").table
    let view = TableView(table)
    var shares = 0
    for row in view.rows.indices {
      for column in view.columns.indices {
        let place = 2 * (row * view.columns.count + column)
        let figure = view.figure(page: 0, row: row, column: column)
        guard case .count(let part) = table.cells[place],
          case .count(let whole) = table.cells[place + 1], whole > 0
        else {
          #expect(!figure.text.contains("%"))
          continue
        }
        shares += 1
        let tenths = (1_000 * min(Double(part) / Double(whole), 1)).rounded() / 10
        #expect(figure.text == "\(tenths)%")
      }
    }
    #expect(shares > 3)
  }
}

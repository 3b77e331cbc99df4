import CohortModel
import ColumnStore
import Foundation
import Testing

/// References by which records of one case, and units of count, are told apart.
@Suite("References are stored as keys")
struct ReferenceKeyTests {
  /// Referrals and charges of two persons, with the reference of the crime on both.
  private static func package() -> DataPackage {
    func resource(_ name: String, _ reference: Field) -> Resource {
      Resource(
        name: name, path: "\(name).csv", dataset: "police",
        fields: [Field(name: "id"), Field(name: "day", kind: .date), reference],
        missingValues: ["", "NA"], personField: "id", dateField: "day")
    }
    let pilot = Pilot(
      name: "victims", title: "Victims",
      events: [
        EventDefinition(name: "referral", label: "Referral", resource: "referrals"),
        EventDefinition(
          name: "charge", label: "Charge", resource: "charges",
          matching: [CaseMatch(field: "case_no", indexField: "crime_ref")]),
      ],
      index: IndexDefinition(event: "referral"))
    return DataPackage(
      name: "cases", title: "Cases", version: "1", isSynthetic: true, owner: "Nobody",
      period: Period(first: CalendarDay("2020-01-01")!, last: CalendarDay("2022-12-31")!),
      resources: [
        resource("referrals", Field(name: "crime_ref")),
        resource("charges", Field(name: "case_no", kind: .integer)),
      ],
      pilots: [pilot])
  }

  private func build(
    in directory: TemporaryDirectory, referrals: String, charges: String
  ) throws -> CohortStore {
    try directory.write("id,day,crime_ref\n" + referrals, to: "referrals.csv")
    try directory.write("id,day,case_no\n" + charges, to: "charges.csv")
    try StoreBuilder.build(
      Self.package(),
      BuildOptions(package: directory.path, store: directory.path + "/store"),
      steps: SystemSteps())
    return try CohortStore.open(directory.path + "/store")
  }

  /// By day, which is different in every record.
  private func keys(_ store: CohortStore, _ resource: String, _ field: String) throws -> [UInt64] {
    let table = try store.table(resource)
    guard case .keys(let keys)? = table.columns[field], case .days(let days)? = table.columns["day"]
    else {
      Issue.record("\(field) is not stored as keys")
      return []
    }
    return (0..<table.rowCount).sorted { days[$0] < days[$1] }.map { keys[$0] }
  }

  private static let referrals = "a,2020-01-01,4711\na,2020-02-01,\nb,2020-03-01,4712\n"
  private static let charges = "b,2020-04-01,4712\na,2020-05-01,4711\na,2020-06-01,NA\n"

  @Test("equal references have equal keys in every field and type; missing ones have none")
  func keysAgree() throws {
    let directory = try TemporaryDirectory()
    let store = try build(in: directory, referrals: Self.referrals, charges: Self.charges)
    let referrals = try keys(store, "referrals", "crime_ref")
    let charges = try keys(store, "charges", "case_no")
    #expect(referrals.count == 3 && charges.count == 3)
    #expect(referrals[0] == charges[1] && referrals[2] == charges[0])
    #expect(referrals[0] != referrals[2])
    #expect(referrals[1] == Column.missingKey && charges[2] == Column.missingKey)
    #expect(![referrals[0], referrals[2], 4711, 4712].contains(Column.missingKey))
    #expect(StoreVerifier.verify(directory.path + "/store") == [])
  }

  @Test("keys are a store's own, kept by a rebuild; references are in no file of it")
  func keysAreSecret() throws {
    let directory = try TemporaryDirectory()
    let long = Self.referrals.replacing("4711", with: "REFERENCE-4711-CANARY")
    let first = try keys(
      build(in: directory, referrals: long, charges: Self.charges), "referrals", "crime_ref")
    let again = try keys(
      build(in: directory, referrals: long, charges: Self.charges), "referrals", "crime_ref")
    let other = try TemporaryDirectory()
    let elsewhere = try keys(
      build(in: other, referrals: long, charges: Self.charges), "referrals", "crime_ref")
    #expect(first == again)
    #expect(first[0] != elsewhere[0] && first[2] != elsewhere[2])
    let folder = directory.path + "/store"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
      #expect(bytes.range(of: Data("CANARY".utf8)) == nil, "\(file)")
    }
  }

  @Test("a reference of another type than its field is refused like any value")
  func typesAreChecked() throws {
    let directory = try TemporaryDirectory()
    let store = try build(
      in: directory, referrals: Self.referrals, charges: Self.charges + "b,2020-07-01,x\n")
    #expect(try store.table("charges").rowCount == 3)
  }
}

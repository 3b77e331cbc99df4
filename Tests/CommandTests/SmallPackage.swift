import Foundation

/// A small data package of invented people, written by the test, and the store built from it.
struct SmallPackage {
  let folder: TemporaryFolder
  var path: String { folder.path + "/package" }
  var store: String { folder.path + "/store" }

  /// - Parameter shift: moves persons between codes, so that counts differ and nothing else does.
  init(
    isSynthetic: Bool = true, shift: Int = 0, policy: String = "profile: 10-5\n"
  ) throws {
    folder = try TemporaryFolder()
    try folder.write(SmallPackage.descriptor(isSynthetic), to: "package/datapackage.json")
    try folder.write(SmallPackage.people(shift), to: "package/data/people.csv")
    try folder.write(SmallPackage.releases(shift), to: "package/data/releases.csv")
    try folder.write(SmallPackage.offences(shift), to: "package/data/offences.csv")
    try folder.write(SmallPackage.pilot, to: "package/pilots/leavers.yaml")
    try folder.write(SmallPackage.agreements, to: "package/agreements.yaml")
    try folder.write(policy, to: "package/policy.yaml")
    if !isSynthetic { try folder.write(SmallPackage.register, to: "package/register.yaml") }
  }

  /// The package with its store.
  static func built(
    isSynthetic: Bool = true, shift: Int = 0, policy: String = "profile: 10-5\n"
  ) throws -> SmallPackage {
    let package = try SmallPackage(isSynthetic: isSynthetic, shift: shift, policy: policy)
    if !isSynthetic {
      _ = try BoldCommand.shell("cd '\(package.path)' && sha256sum data/* > SHA256SUMS")
    }
    let outcome = try BoldCommand.run("build", package.path, "--store", package.store)
    guard outcome.status == 0 else { throw NotBuilt(text: outcome.errors) }
    return package
  }

  struct NotBuilt: Error {
    var text: String
  }

  /// One store that tests share and only read.
  static let shared = Result { try built() }

  private static func descriptor(_ isSynthetic: Bool) -> String {
    """
    {
      "name": "small", "title": "Small linked data", "version": "1",
      "resources": [
        {"name": "people", "path": "data/people.csv",
         "schema": {"fields": [
           {"name": "id", "type": "string", "constraints": {"required": true}},
           {"name": "sex", "type": "string", "categories": [
             {"value": "F", "label": "Female"}, {"value": "M", "label": "Male"}]},
           {"name": "area", "type": "string", "categories": [
             {"value": "N", "label": "=North"}, {"value": "S", "label": "South, \\u202ecoast"},
             {"value": "W", "label": "West"}]}],
           "primaryKey": ["id"]},
         "bold": {"dataset": "prison", "owner": "Owner", "agreement": "A-1", "person": "id"}},
        {"name": "releases", "path": "data/releases.csv",
         "schema": {"fields": [
           {"name": "id", "type": "string", "constraints": {"required": true}},
           {"name": "released", "type": "date"}]},
         "bold": {"dataset": "prison", "owner": "Owner", "agreement": "A-1", "person": "id",
                  "date": "released"}},
        {"name": "offences", "path": "data/offences.csv",
         "schema": {"fields": [
           {"name": "id", "type": "string", "constraints": {"required": true}},
           {"name": "committed", "type": "date"}]},
         "bold": {"dataset": "courts", "owner": "Owner", "agreement": "A-1", "person": "id",
                  "date": "committed"}}
      ],
      "bold": {"format": 1, "synthetic": \(isSynthetic), "owner": "Owner",
        "period": {"first": "2020-01-01", "last": "2023-12-31"},
        "coverage": "People without a number cannot appear."}
    }
    """
  }

  private static let persons = 0..<600

  private static func name(_ person: Int) -> String { "p\(person)" }

  private static func people(_ shift: Int) -> String {
    "id,sex,area\n"
      + persons.map { person in
        let area = person < 6 + shift ? "W" : person % 3 == 0 ? "S" : "N"
        return "\(name(person)),\((person + shift) % 4 == 0 ? "F" : "M"),\(area)\n"
      }.joined()
  }

  private static func releases(_ shift: Int) -> String {
    "id,released\n"
      + persons.map { "\(name($0)),2021-0\(1 + ($0 + shift) % 9)-1\($0 % 10)\n" }.joined()
  }

  private static func offences(_ shift: Int) -> String {
    "id,committed\n"
      + persons.filter { ($0 + shift) % 5 == 0 }
      .map { "\(name($0)),2021-1\($0 % 3)-05\n" }.joined()
  }

  private static let pilot = """
    pilot: leavers
    title: People who leave prison
    population: Everyone released in the period
    questions: [Who is housed?]
    will: [Show protected counts]
    will_not: [Show a person's record]
    events:
      release: {label: Release, resource: releases}
      offence: {label: Proven offence, resource: offences}
    index: {event: release, choose: first}
    variables:
      sex: {label: Sex, from: people.sex, at: ever}
      area: {label: Area, from: people.area, at: ever}
    stages:
      - {name: released, label: Released}
      - {name: reoffended, label: Offence, event: offence, within: 12 months of index}
    outcomes:
      offence12:
        label: Proven offence within 12 months
        event: offence
        within: 12 months
        card:
          numerator: Those with a proven offence
          denominator: Everyone observed for 12 months
          window: 12 months from release
          censoring: Left out where follow-up is incomplete
          source: Courts
          limits: [A minimum]
    """

  /// Whoever runs the tests, on one project.
  private static let register = """
    users:
      - {id: analyst, name: A. Analyst, login: \(login), accreditation: T-1, expires: 2090-12-31}
    projects:
      - {id: P-1, title: Leaving prison, purpose: Research on leaving prison, pilots: [leavers],
         agreements: [A-1], users: [analyst], expires: 2090-12-31}
    """

  /// The login of this process, as the program finds it.
  static let login = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "nobody"

  private static let agreements = """
    agreements:
      - {id: A-1, owner: Owner, resources: [people, releases, offences], pilots: [leavers],
         purpose: Research, starts: 2020-01-01, expires: 2090-12-31}
    """
}

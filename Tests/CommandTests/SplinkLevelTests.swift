import Foundation
import Testing

/// Real clusters of Splink, which lie outside the project.
private let clusters: URL = {
  let shared =
    ProcessInfo.processInfo.environment["BOLD_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: BoldCommand.root).deletingLastPathComponent()
    .appendingPathComponent("shared")
  return shared.appendingPathComponent("data/splink/link_and_dedupe")
}()

private let areThere: Bool = {
  let areThere = FileManager.default.fileExists(atPath: clusters.path)
  if !areThere { print("skipped: no output of Splink at data/splink") }
  return areThere
}()

@Suite("Splink's clusters on a table", .enabled(if: areThere))
struct SplinkLevelTests {
  @Test("10. the same table at three link levels, each of which says its own")
  func importer10Levels() throws {
    let folder = try TemporaryFolder()
    var records = "id,system,seen\n"
    var datasets: [String: String] = [:]
    for name in ["clusters_099.csv", "clusters_095.csv", "clusters_08.csv"] {
      let text = try String(contentsOf: clusters.appendingPathComponent(name), encoding: .utf8)
      try folder.write(text, to: "package/links/\(name)")
      guard name == "clusters_08.csv" else { continue }
      for line in text.split(separator: "\n").dropFirst() {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        let system = String(fields[fields.count - 1])
        datasets[system, default: records] += "\(fields[1]),\(system.prefix(2)),2020-06-01\n"
      }
    }
    records = ""
    let names = datasets.keys.sorted()
    #expect(names.count == 3)
    for name in names { try folder.write(datasets[name]!, to: "package/\(name).csv") }
    let model = try String(
      contentsOf: clusters.appendingPathComponent("model.json"), encoding: .utf8)
    try folder.write(model, to: "package/links/model.json")
    let resources = names.map { name in
      """
      {"name": "\(name)", "path": "\(name).csv",
       "schema": {"fields": [{"name": "id", "type": "string"},
         {"name": "system", "type": "string", "categories": ["pr", "tr"]},
         {"name": "seen", "type": "date"}]},
       "bold": {"dataset": "\(name)", "person": "id", "date": "seen", "agreement": "A"}}
      """
    }
    try folder.write(
      """
      {"name": "real", "resources": [\(resources.joined(separator: ","))],
       "bold": {"format": 1, "synthetic": true, "owner": "Nobody", "coverage": "Nobody",
        "period": {"first": "2020-01-01", "last": "2020-12-31"},
        "links": {"format": "splink-clusters", "model": "links/model.json",
         "clusters": {"high": "links/clusters_099.csv", "medium": "links/clusters_095.csv",
           "low": "links/clusters_08.csv"},
         "thresholds": {"high": 0.99, "medium": 0.95, "low": 0.8}}}}
      """, to: "package/datapackage.json")
    try folder.write(
      """
      pilot: seen
      title: Seen in prison
      population: Everyone with a prison record
      will: [Show counts]
      will_not: [Show a person]
      events: {seen: {label: Seen, resource: prison_nomis}}
      index: {event: seen}
      variables: {system: {label: System, from: index.system}}
      """, to: "package/pilots/seen.yaml")
    try folder.write(
      """
      agreements:
        - {id: A, owner: O, resources: [\(names.joined(separator: ", "))], pilots: [seen],
           purpose: Test, expires: 2099-12-31}
      """, to: "package/agreements.yaml")
    try folder.write("profile: 10-5\n", to: "package/policy.yaml")
    let store = folder.path + "/store"
    let built = try BoldCommand.run("build", folder.path + "/package", "--store", store)
    #expect(built.status == 0, "\(built.errors)")
    #expect(built.output.contains("526 at high, 418 at medium, 392 at low"))
    #expect(built.output.contains("personal data: "))
    let catalogue = try BoldCommand.run("catalogue", "--store", store)
    #expect(catalogue.output.contains("Made by: Splink 5, datasets linked and deduplicated"))
    var tables: [String] = []
    for level in ["high", "medium", "low"] {
      let outcome = try BoldCommand.run("query", "--store", store, "seen rows system link \(level)")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.lowercased().contains("link level: \(level)"), "\(outcome.output)")
      tables.append(
        outcome.lines.filter { $0.contains("pr ") || $0.hasPrefix("pr") || $0.contains("Total") }
          .joined())
    }
    #expect(Set(tables).count == 3, "\(tables)")
  }
}

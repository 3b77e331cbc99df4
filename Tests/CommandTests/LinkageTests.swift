import Foundation
import Testing

/// How well the records are linked, as people ask for it: in the catalogue, and on every table.
struct LinkageTests {
  /// A store of the invented package, which has links.
  private static let store = Result { () throws -> (folder: TemporaryFolder, path: String) in
    let folder = try TemporaryFolder()
    _ = try BoldCommand.run(
      "sample", "--persons", "1500", "--seed", "11", "--output", folder.path + "/package")
    let built = try BoldCommand.run(
      "build", folder.path + "/package", "--store", folder.path + "/store")
    #expect(built.status == 0, "\(built.errors)")
    return (folder, folder.path + "/store")
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let store = try Self.store.get().path
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try BoldCommand.shell("\"$BOLD\" \(words) --store '\(store)' --format json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// Every published number below a place of a document.
  private func numbers(_ value: Any) -> [Int] {
    switch value {
    case let object as [String: Any]:
      ["numerator", "denominator"].compactMap { object[$0] as? Int }
        + object.values.flatMap(numbers)
    case let list as [Any]: list.flatMap(numbers)
    default: []
    }
  }

  @Test(arguments: ["high", "medium", "low"]) func catalogue(level: String) throws {
    let catalogue = try json("catalogue", "--linkage", "--link-level", level)
    let figures = try #require(catalogue["linkage_figures"] as? [String: Any])
    #expect(figures["link_level"] as? String == level)
    let datasets = try #require(figures["datasets"] as? [String: Any])
    let shares = try #require(datasets["shares"] as? [[String: Any]])
    #expect(shares.first?["code"] as? String == "*")
    #expect(Set(shares.compactMap { $0["code"] as? String }).isSuperset(of: ["prison", "pnc"]))
    #expect(shares.contains { $0["label_cy"] as? String == "Carchardai" })
    let conflicts = try #require(figures["conflicts"] as? [[String: Any]])
    #expect(conflicts.compactMap { $0["code"] as? String } == ["sex", "ethnicity", "birth_year"])
    #expect((figures["definitions"] as? [Any])?.count == 5)
    let published = numbers(figures)
    #expect(!published.isEmpty)
    #expect(published.allSatisfy { $0 % 5 == 0 && ($0 == 0 || $0 >= 10) })
    #expect(try json("catalogue")["linkage_figures"] is NSNull)
  }

  @Test func catalogueText() throws {
    let store = try Self.store.get().path
    let outcome = try BoldCommand.run("catalogue", "--store", store, "--linkage")
    #expect(outcome.lines.contains("HOW WELL THE RECORDS ARE LINKED, at link level medium"))
    #expect(outcome.output.contains("  In another dataset as well, by dataset\n    Everyone"))
    #expect(outcome.output.contains("Datasets disagree on ethnicity"))
    let refused = try BoldCommand.run("catalogue", "--store", store, "--link-level", "low")
    #expect(refused.status != 0)
    #expect(refused.errors.contains("--linkage"))
  }

  @Test func withoutLinksThereAreNone() throws {
    let store = try SmallPackage.shared.get().store
    let outcome = try BoldCommand.run("catalogue", "--store", store, "--linkage")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no links"))
  }

  @Test(arguments: ["high", "medium", "low"]) func everyTable(level: String) throws {
    let query = "reoffending rows sex link \(level)"
    let figures = try #require(
      try json("catalogue", "--linkage", "--link-level", level)["linkage_figures"]
        as? [String: Any])
    let table = try json("query", query)
    #expect(table["link_level"] as? String == level)
    let note = try #require(table["linkage"] as? [String: Any])
    #expect(note["link_level"] as? String == level)
    #expect(note["linked"] as? NSDictionary == figures["linked"] as? NSDictionary)
    #expect(note["changes"] as? NSDictionary == figures["changes"] as? NSDictionary)
    let datasets = try #require(note["datasets"] as? [[String: Any]])
    #expect(Set(datasets.compactMap { $0["code"] as? String }) == ["deaths", "prison"])
    let all = try #require((figures["datasets"] as? [String: Any])?["shares"] as? [NSDictionary])
    for share in datasets { #expect(all.contains(share as NSDictionary)) }
    let missing = try #require(table["missing"] as? [[String: Any]])
    #expect(missing.map { $0["code"] as? String } == ["sex"])

    let (folder, store) = try Self.store.get()
    let path = "\(folder.path)/table-\(level).csv"
    let export = try BoldCommand.run("export", "--store", store, query, "--output", path)
    #expect(export.status == 0, "\(export.errors)")
    let sidecar = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: path + ".json"))) as? [String: Any])
    #expect(sidecar["linkage"] as? NSDictionary == note as NSDictionary)
    let text = try BoldCommand.run("query", "--store", store, query).output
    #expect(text.contains("Link level: \(level)."))
    #expect(text.contains("Linkage: at link level \(level), of everyone in the links:"))
    #expect(text.contains("Not known: Sex "))
  }
}

import Foundation
import Testing

@testable import CohortModel

@Suite struct SchemaTests {
  private func schema(_ name: String) throws -> [String: Any] {
    let data = Data(try Documentation.text("schemas/\(name).schema.json").utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func definition(_ shape: DescriptorShape) throws -> [String: Any] {
    let whole = try schema(shape.schema)
    if shape.definition == "root" { return whole }
    let definitions = try #require(whole["$defs"] as? [String: Any])
    return try #require(definitions[shape.definition] as? [String: Any])
  }

  @Test(arguments: DescriptorShape.all)
  func theReaderAndTheSchemaAcceptTheSameKeys(_ shape: DescriptorShape) throws {
    let definition = try definition(shape)
    let properties = try #require(definition["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(shape.keys + shape.ignoredKeys))
    #expect(Set(definition["required"] as? [String] ?? []) == Set(shape.required))
    #expect(definition["additionalProperties"] as? Bool == shape.allowsOthers)
  }

  @Test(arguments: ["datapackage", "pilot", "agreements", "policy", "register"])
  func everyDefinitionIsRead(_ name: String) throws {
    let definitions = try schema(name)["$defs"] as? [String: Any] ?? [:]
    let read = DescriptorShape.all.filter { $0.schema == name }.map(\.definition)
    #expect(Set(definitions.keys) == Set(read).subtracting(["root"]))
  }

  @Test(arguments: DescriptorShape.all)
  func thePageDescribesEveryKey(_ shape: DescriptorShape) throws {
    let page = try Documentation.text("data-package.md")
    for key in shape.keys { #expect(page.contains("| `\(key)` |"), "\(key) of \(shape.title)") }
  }

  @Test func theSchemaNamesTheProfiles() throws {
    let properties = try #require(try schema("policy")["properties"] as? [String: Any])
    let profile = try #require(properties["profile"] as? [String: Any])
    let profiles = try #require(properties["profiles"] as? [String: Any])
    let each = try #require(profiles["additionalProperties"] as? [String: Any])
    for place in [profile, each] {
      let ways = try #require(place["anyOf"] as? [[String: Any]])
      #expect(ways.first?["enum"] as? [String] == DisclosureProfile.named.map(\.name))
    }
  }
}

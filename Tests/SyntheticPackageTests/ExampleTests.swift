import CohortModel
import Foundation
import Testing

/// The descriptors over public data: they read without a complaint, or are refused for what they
/// should be refused for, and they fit the files that they describe.
@Suite struct ExampleTests {
  private func path(_ name: String) -> String { "\(projectRoot)/Examples/\(name)" }
  private let today = CalendarDay("2026-11-21")!

  @Test(arguments: ["compas_broward", "london_homicide_victims"])
  func readWithoutAComplaint(_ name: String) throws {
    let reading = PackageReader.read(path(name), today: today)
    #expect(reading.problems.isEmpty, "\(reading.problems)")
    #expect(try #require(reading.package).isSynthetic == false)
  }

  @Test func scoresAreRefused() {
    let reading = PackageReader.read(path("compas_broward_refused"), today: today)
    #expect(reading.package == nil)
    #expect(Set(reading.errors.map(\.field)) == ["decile_score", "score_text"])
    #expect(reading.errors.allSatisfy { $0.rule?.contains("G05") == true })
  }

  @Test(
    .enabled(if: sharedData != nil, "The public test data are not here."),
    arguments: ["compas_broward", "london_homicide_victims"])
  func fitTheFiles(_ name: String) throws {
    let package = try #require(PackageReader.read(path(name), today: today).package)
    for resource in package.fileResources {
      let table = try CSVTable("\(try #require(sharedData))/\(name)/\(resource.path)")
      #expect(table.columns == resource.fields.map(\.name))
      for field in resource.fields {
        guard let list = field.codeList.flatMap({ package.codeList($0) }) else { continue }
        let strangers = Set(table[field.name]).subtracting(list.codes.map(\.code))
          .subtracting(resource.missingValues)
        #expect(strangers.isEmpty, "\(resource.name).\(field.name)")
      }
    }
  }
}

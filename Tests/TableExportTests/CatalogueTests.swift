import CohortModel
import Foundation
import TableExport
import Tables
import Testing

private let catalogue = Catalogue(
  package: DataPackage(
    name: "example", title: "Example \u{202E}data", version: "1", isSynthetic: true,
    owner: "The owner", period: Period(first: CalendarDay("2019")!, last: CalendarDay("2023")!),
    coverage: "Nobody under 18.",
    resources: [
      Resource(
        name: "releases", title: "Releases", path: "releases.csv", owner: "Prisons",
        agreement: "DSA-1", coverage: "England",
        fields: [Field(name: "id"), Field(name: "sex", codeList: "sexes"), Field(name: "age")],
        personField: "id")
    ],
    codeLists: [
      CodeList(name: "sexes", codes: [Code("F", "Female", welsh: "Benyw"), Code("M", "Male")])
    ],
    pilots: [
      Pilot(
        name: "leavers", title: "Leavers", population: "Everyone released",
        questions: ["Who is housed?"], will: ["Show counts"], willNot: ["Show a person"],
        events: [EventDefinition(name: "release", label: "Release", resource: "releases")],
        index: IndexDefinition(event: "release"),
        variables: [
          Variable(name: "sex", label: "Sex", resource: "index", field: "sex"),
          Variable(
            name: "age", label: "Age", resource: "index", field: "age",
            coding: .bands([Band(lower: 18, upper: 24), Band(lower: 25, upper: nil)]),
            isSensitive: true),
        ],
        stages: [
          Stage(
            name: "released", label: "Released",
            branches: [Branch(name: "recalled", label: "Recalled", event: "release")]),
          Stage(
            name: "housed", label: "Housed", event: "release",
            window: Window(CalendarSpan(1, .days))),
        ],
        outcomes: [
          Outcome(
            name: "settled", label: "Settled", event: "release",
            card: DefinitionCard(
              name: "Settled", numerator: "Those settled", denominator: "All", window: "3 months",
              censoring: "Left out", source: "Prisons"))
        ])
    ],
    agreements: [
      Agreement(
        id: "DSA-1", owner: "Prisons", resources: ["releases"], pilots: ["leavers"],
        purpose: "Research", expires: CalendarDay("2030-12-31"))
    ]), release: "ab12cd34ef56ab12", isInProcess: true)

@Test func catalogueReadsAsAnOutline() {
  let text = CatalogueText.text(of: catalogue)
  #expect(text.hasPrefix("SYNTHETIC DATA"))
  #expect(text.contains("Example <202e>data (example 1), release ab12cd34ef56\n"))
  #expect(
    text.contains(
      """
          Stages:
            released  Released
              released.recalled  Recalled
            housed  Housed (within 1 day of the index event)
          Variables:
            sex  Sex (at the index event)
              F  Female
              M  Male
            age  Age (at the index event, sensitive)
              18-24
              25+

      """))
  #expect(text.contains("      settled  Settled\n        Numerator: Those settled\n"))
  #expect(text.contains("  DSA-1  Prisons: Research\n    Datasets: releases\n"))
}

@Test func catalogueDocumentHoldsTheSameNames() throws {
  let data = Data(CatalogueDocument.bytes(of: catalogue))
  let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  #expect(document["title"] as? String == "Example <202e>data")
  let pilot = try #require((document["pilots"] as? [[String: Any]])?.first)
  let variables = try #require(pilot["variables"] as? [[String: Any]])
  #expect(variables.map { $0["name"] as? String } == ["sex", "age"])
  let codes = try #require(variables[0]["codes"] as? [[String: Any]])
  #expect(codes.map { $0["code"] as? String } == ["F", "M"])
  #expect(codes[0]["label_cy"] as? String == "Benyw")
  let outcome = try #require((pilot["outcomes"] as? [[String: Any]])?.first)
  #expect((outcome["card"] as? [String: Any])?["denominator"] as? String == "All")
  #expect(
    (document["agreements"] as? [[String: Any]])?.first?["expires"] as? String == "2030-12-31")
}

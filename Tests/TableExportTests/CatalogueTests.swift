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

private let linked: Catalogue = {
  var linked = catalogue
  linked.package.links = PackageLinks(
    format: .splinkClusters, thresholds: .init(high: 0.99, medium: 0.95, low: 0.8),
    agreement: "DSA-1")
  linked.package.linkageModel = LinkageModel(
    linkType: .linkAndDedupe, generation: 5, prior: 0.00082082,
    blockingRules: ["l.\u{202E}dob = r.dob"],
    comparisons: [
      LinkageComparison(
        name: "dob",
        levels: [
          LinkageComparisonLevel(label: "missing", isMissing: true),
          LinkageComparisonLevel(label: "exact", m: 0.91, u: 0.001),
          LinkageComparisonLevel(label: "other", u: 0.999),
        ])
    ])
  return linked
}()

@Test func theCatalogueSaysHowRecordsWereLinked() throws {
  let text = CatalogueText.text(of: linked)
  for line in [
    "LINKAGE\n  Made by: Splink 5, datasets linked and deduplicated\n  Agreement: DSA-1\n",
    "  Match probability: high from 0.99, medium from 0.95, low from 0.8\n",
    "probability 0.0008208\n", "    l.<202e>dob = r.dob\n", "      exact  m 0.91, u 0.001\n",
    "      other  m not trained, u 0.999\n",
  ] {
    #expect(text.contains(line), "\(line) in \(text)")
  }
  #expect(!CatalogueText.text(of: catalogue).contains("LINKAGE"))
  let bytes = Data(CatalogueDocument.bytes(of: linked))
  let document = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  let linkage = try #require(document["linkage"] as? [String: Any])
  #expect(linkage["format"] as? String == "splink-clusters")
  #expect((linkage["thresholds"] as? [String: Double])?["low"] == 0.8)
  let model = try #require(linkage["model"] as? [String: Any])
  #expect(model["splink"] as? Int == 5)
  #expect(model["prior"] as? Double == 0.00082082)
}

@Test func theDictionaryHoldsEverythingInTheOrderOfThePackage() throws {
  let page = DataDictionary.markdown(of: catalogue.package)
  #expect(page.hasPrefix("# Data dictionary: Example <202e>data\n"))
  let parts = [
    "**SYNTHETIC DATA", "## Datasets", "| `releases` | Releases | releases | Prisons | DSA-1 |",
    "| `id` | string |  | names the person, never stored |", "| `sex` | string | `sexes` |",
    "## Agreements", "## Pilot `leavers`: Leavers", "- Who is housed?",
    "- Index event: Release, the first of each person",
    "| `age` | Age (sensitive) | `index.age` | at the index event | 18-24, 25+ |",
    "### Outcome `settled` of `leavers`: Settled", "- **Numerator**: Those settled",
    "## Code lists", "| `F` | Female | Benyw |",
  ]
  var rest = page[...]
  for part in parts {
    let range = try #require(rest.firstRange(of: part), "\(part) is missing, or in another place")
    rest = rest[range.upperBound...]
  }
  #expect(DataDictionary.markdown(of: catalogue.package) == page)
}

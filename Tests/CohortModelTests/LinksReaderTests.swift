import CohortModel
import Foundation
import Testing

private let path = "\"links\": \"links.csv\""

/// The worked example with other links, and a model where one is given.
private func reading(_ links: String, model: String? = nil) throws -> PackageReading {
  var files = try Documentation.example()
  let text = try #require(files["datapackage.json"])
  #expect(text.contains(path))
  files["datapackage.json"] = text.replacing(path, with: "\"links\": \(links)")
  files["links/model.json"] = model
  return try TemporaryPackage(files).read()
}

private func model(
  _ type: String = "link_and_dedupe", prefix: String = "\"match_weight_column_prefix\": \"mw_\"",
  comparisons: String = level
) -> String {
  """
  {"link_type": "\(type)", "probability_two_random_records_match": 0.001, \(prefix),
   "unique_id_column_name": "record", "source_dataset_column_name": "system",
   "blocking_rules_to_generate_predictions": [{"blocking_rule": "l.dob = r.dob"}, "l.lad = r.lad"],
   "comparisons": [\(comparisons)]}
  """
}

private let level = """
  {"output_column_name": "dob", "comparison_description": "ExactMatch", "comparison_levels": [
    {"sql_condition": "dob_l IS NULL", "label_for_charts": "missing", "is_null_level": true},
    {"sql_condition": "dob_l = dob_r", "label_for_charts": "exact", "m_probability": 0.9,
     "u_probability": 0.001},
    {"sql_condition": "ELSE", "label_for_charts": "all other", "u_probability": 0.999,
     "m_probability": "level not observed in training dataset"}]}
  """

private let clusters = """
  {"format": "splink-clusters", "model": "links/model.json",
   "clusters": {"high": "links/a.csv", "medium": "links/b.csv", "low": "links/c.csv"},
   "thresholds": {"high": 0.99, "medium": 0.95, "low": 0.8}, "agreement": "DSA-1"}
  """

@Suite("The links of a package")
struct LinksReaderTests {
  @Test("a path stands for a person spine")
  func readsAPath() throws {
    let package = try #require(try reading("\"links.csv\"").package)
    #expect(package.links == .spine("links.csv"))
    #expect(package.linkageModel == nil)
  }

  @Test("Splink's files and its model")
  func readsSplinkClusters() throws {
    let reading = try reading(clusters, model: model())
    let package = try #require(reading.package)
    let links = try #require(package.links)
    #expect(links.format == .splinkClusters)
    #expect(links.clusters?[.medium] == "links/b.csv")
    #expect(links.thresholds == .init(high: 0.99, medium: 0.95, low: 0.8))
    #expect(links.paths == ["links/a.csv", "links/b.csv", "links/c.csv"])
    let model = try #require(package.linkageModel)
    #expect(model.linkType == .linkAndDedupe)
    #expect(model.generation == 5)
    #expect(model.prior == 0.001)
    #expect(model.blockingRules == ["l.dob = r.dob", "l.lad = r.lad"])
    #expect(model.recordColumn == "record")
    #expect(model.datasetColumn == "system")
    #expect(model.comparedFields == ["dob"])
    let levels = model.comparisons[0].levels
    #expect(levels.map(\.isMissing) == [true, false, false])
    #expect(levels.map(\.isUntrained) == [false, false, true])
    #expect(levels[1].m == 0.9)
    #expect(levels[1].u == 0.001)
    let warnings = reading.problems.filter { $0.file == "links/model.json" }
    #expect(warnings.map(\.severity) == [.warning])
    #expect(warnings.first?.field == "dob")
  }

  @Test("the name of the prefix tells the generation")
  func tellsTheGeneration() throws {
    let fourth = model(prefix: "\"bayes_factor_column_prefix\": \"bf_\"")
    let package = try #require(try reading(clusters, model: fourth).package)
    #expect(package.linkageModel?.generation == 4)
    #expect(package.linkageModel?.calculationPrefixes == ["bf_", "gamma_", "tf_"])
  }

  @Test(
    "what is wrong is said with its place",
    arguments: [
      ("{\"format\": \"splink\"}", "one of: spine, splink-clusters"),
      ("{\"path\": \"links.csv\"}", "“format” is missing"),
      ("{\"format\": \"lookup\"}", "need “path”"),
      ("{\"format\": \"lookup\", \"path\": \"../l.csv\"}", "leads out of the package"),
      ("{\"format\": \"splink-predictions\", \"predictions\": \"p.csv\"}", "need “thresholds”"),
      ("{\"format\": \"splink-predictions\", \"predictions\": \"p.csv\"}", "need “records”"),
      ("{\"format\": \"spine\", \"path\": \"l.csv\", \"records\": \"r.csv\"}", "have no “records”"),
      (
        "{\"format\": \"spine\", \"path\": \"l.csv\", \"agreement\": \"DSA-9\"}",
        "no agreement “DSA-9”"
      ),
      (
        """
        {"format": "lookup", "path": "l.csv",
         "thresholds": {"high": 0.8, "medium": 0.9, "low": 0.7}}
        """, "Thresholds do not fall"
      ),
      ("{\"format\": \"lookup\", \"path\": \"l.csv\", \"model\": \"m.json\"}", "not there"),
    ])
  func refuses(links: String, part: String) throws {
    let reading = try reading(links)
    #expect(reading.package == nil)
    #expect(
      reading.errors.contains {
        $0.message.contains(part) && ($0.line != nil || $0.file == "m.json")
      },
      "\(reading.errors)")
  }

  @Test(
    "a model that Splink did not save is refused",
    arguments: [
      ("{}", "“link_type” is missing"), ("no JSON", "not valid JSON"),
      (model("guess"), "is one of dedupe_only"),
      (model(comparisons: "{\"comparison_levels\": [{}]}"), "comparisons[0].comparison_levels[0]"),
      (
        model(comparisons: level.replacing("0.9,", with: "9,")), "not between 0 and 1"
      ),
    ])
  func refusesModels(model: String, part: String) throws {
    let errors = try reading(clusters, model: model).errors
    #expect(errors.contains { $0.file == "links/model.json" && $0.message.contains(part) })
  }

  @Test("one dataset without a column needs its name")
  func needsADataset() throws {
    let errors = try reading(clusters, model: model("dedupe_only")).errors
    #expect(errors.map(\.field) == ["dataset"])
  }

  @Test("a package keeps its links and its model when it is saved")
  func savesTheModel() throws {
    let package = try #require(try reading(clusters, model: model()).package)
    let copy = try JSONDecoder().decode(DataPackage.self, from: JSONEncoder().encode(package))
    #expect(copy == package)
  }
}

import Foundation

/// Reads the settings that Splink 4 or 5 saves (`model.json`).
struct LinkageModelReader {
  /// What the file may say wrongly: a message for the data owner.
  struct Fault: Error {
    var message: String
  }

  static func model(_ text: String) throws(Fault) -> LinkageModel {
    let settings: Settings
    do {
      settings = try JSONDecoder().decode(Settings.self, from: Data(text.utf8))
    } catch let error as DecodingError {
      throw Fault(message: message(error))
    } catch {
      throw Fault(message: "The file is not a model that Splink saved.")
    }
    return try settings.model
  }

  private static func message(_ error: DecodingError) -> String {
    let (what, path) =
      switch error {
      case .keyNotFound(let key, let context): ("is missing", context.codingPath + [key])
      case .typeMismatch(_, let context): ("has another type", context.codingPath)
      case .valueNotFound(_, let context): ("has no value", context.codingPath)
      case .dataCorrupted(let context): ("cannot be read", context.codingPath)
      @unknown default: ("cannot be read", [])
      }
    guard !path.isEmpty else { return "The file is not valid JSON." }
    let place = path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      .joined(separator: ".").replacing(".[", with: "[")
    return "This is not a model that Splink 4 or 5 saved: \(place.quoted) \(what)."
  }

  /// A number; Splink 4 writes a sentence where a level was not in the training data.
  private struct Trained: Decodable {
    var value: Double?

    init(from decoder: any Decoder) throws {
      value = try? decoder.singleValueContainer().decode(Double.self)
    }
  }

  private struct BlockingRule: Decodable {
    var text: String

    private enum Keys: String, CodingKey { case rule = "blocking_rule" }

    /// An object in what Splink saves; a text is allowed in settings written by hand.
    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self.text = text
      } else {
        text = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .rule)
      }
    }
  }

  private struct Level: Decodable {
    var condition: String
    var label: String?
    var m: Trained?
    var u: Trained?
    var isNull: Bool?

    private enum CodingKeys: String, CodingKey {
      case condition = "sql_condition"
      case label = "label_for_charts"
      case m = "m_probability"
      case u = "u_probability"
      case isNull = "is_null_level"
    }
  }

  private struct Comparison: Decodable {
    var name: String?
    var levels: [Level]
    var description: String?

    private enum CodingKeys: String, CodingKey {
      case name = "output_column_name"
      case levels = "comparison_levels"
      case description = "comparison_description"
    }
  }

  private struct Settings: Decodable {
    var linkType: String
    var prior: Double?
    var rules: [BlockingRule]?
    var comparisons: [Comparison]
    var weightPrefix: String?
    var factorPrefix: String?
    var frequencyPrefix: String?
    var vectorPrefix: String?
    var recordColumn: String?
    var datasetColumn: String?

    private enum CodingKeys: String, CodingKey {
      case linkType = "link_type"
      case prior = "probability_two_random_records_match"
      case rules = "blocking_rules_to_generate_predictions"
      case comparisons
      case weightPrefix = "match_weight_column_prefix"
      case factorPrefix = "bayes_factor_column_prefix"
      case frequencyPrefix = "term_frequency_adjustment_column_prefix"
      case vectorPrefix = "comparison_vector_value_column_prefix"
      case recordColumn = "unique_id_column_name"
      case datasetColumn = "source_dataset_column_name"
    }

    var model: LinkageModel {
      get throws(Fault) {
        guard let type = LinkageModel.LinkType(rawValue: linkType) else {
          throw Fault(
            message: "\u{201C}link_type\u{201D} is one of "
              + LinkageModel.LinkType.allCases.map(\.rawValue).joined(separator: ", ") + ".")
        }
        if let prior, !(0...1).contains(prior) {
          throw Fault(
            message: "\u{201C}probability_two_random_records_match\u{201D} is not between 0 and 1.")
        }
        // Splink 5 renamed the key with the meaning: Bayes factors became match weights.
        let isFourth = weightPrefix == nil && factorPrefix != nil
        return LinkageModel(
          linkType: type, generation: isFourth ? 4 : 5, prior: prior,
          blockingRules: (rules ?? []).map(\.text),
          comparisons: try comparisons.enumerated().map { (place, item) throws(Fault) in
            try LinkageModelReader.comparison(item, place: place)
          },
          recordColumn: recordColumn ?? "unique_id",
          datasetColumn: datasetColumn ?? "source_dataset",
          calculationPrefixes: [
            weightPrefix ?? factorPrefix ?? "mw_", vectorPrefix ?? "gamma_",
            frequencyPrefix ?? "tf_",
          ].filter { !$0.isEmpty })
      }
    }
  }

  private static func comparison(_ item: Comparison, place: Int) throws(Fault)
    -> LinkageComparison
  {
    LinkageComparison(
      name: item.name ?? "comparison \(place + 1)", description: item.description ?? "",
      levels: try item.levels.map { (level) throws(Fault) in
        for value in [level.m?.value, level.u?.value] {
          if let value, !(0...1).contains(value) {
            throw Fault(
              message: "m and u of comparison \(place + 1) are not between 0 and 1.")
          }
        }
        let isMissing = level.isNull ?? false
        return LinkageComparisonLevel(
          label: level.label ?? level.condition, condition: level.condition,
          m: isMissing ? nil : level.m?.value, u: isMissing ? nil : level.u?.value,
          isMissing: isMissing)
      })
  }
}

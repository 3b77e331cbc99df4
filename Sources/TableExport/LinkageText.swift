import CohortModel

/// How the records were linked, as lines of the catalogue.
enum LinkageText {
  static func lines(_ links: PackageLinks, _ package: DataPackage) -> [String] {
    var lines = ["  Made by: " + maker(links, package.linkageModel)]
    if let agreement = links.agreement { lines.append("  Agreement: \(agreement)") }
    if let levels = links.thresholds {
      lines.append(
        "  Match probability: "
          + LinkLevel.allCases.map { "\($0.rawValue) from \(levels[$0])" }
          .joined(separator: ", "))
    }
    guard let model = package.linkageModel else { return lines }
    if let prior = model.prior {
      lines.append("  Two records at random are of one person with probability \(short(prior))")
    }
    if !model.blockingRules.isEmpty { lines.append("  Compared pairs where one of these holds:") }
    lines += model.blockingRules.map { "    \($0)" }
    if !model.comparisons.isEmpty {
      lines.append("  Compared fields (m: of one person, u: of two):")
    }
    for comparison in model.comparisons {
      lines.append("    \(comparison.name)")
      for level in comparison.levels where !level.isMissing {
        let m = level.m.map(short) ?? "not trained"
        let u = level.u.map(short) ?? "not trained"
        lines.append("      \(level.label)  m \(m), u \(u)")
      }
    }
    return lines
  }

  private static func maker(_ links: PackageLinks, _ model: LinkageModel?) -> String {
    guard let model else {
      return switch links.format {
      case .splinkClusters, .splinkPredictions: "Splink; its model is not in the package"
      case .spine, .lookup, .xjsLink: "the owner; no model is in the package"
      }
    }
    let type =
      switch model.linkType {
      case .dedupeOnly: "one dataset, deduplicated"
      case .linkOnly: "datasets linked"
      case .linkAndDedupe: "datasets linked and deduplicated"
      }
    return "Splink \(model.generation), \(type)"
  }

  /// Four significant digits: enough to judge a model by.
  private static func short(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    var scale = 1.0
    var digits = 0
    while abs(value) * scale < 1000, digits < 12 {
      scale *= 10
      digits += 1
    }
    let rounded = (value * scale).rounded() / scale
    return rounded >= 0.0001 ? "\(rounded)" : "less than 0.0001"
  }
}

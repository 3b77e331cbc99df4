import CohortModel
import Tables

/// A catalogue as indented text: what `bold catalogue` prints.
public enum CatalogueText {
  /// - Parameter figures: how well the records are linked, where that was asked for.
  public static func text(of catalogue: Catalogue, linkage figures: LinkageFigures? = nil) -> String
  {
    let package = catalogue.package
    var lines: [String] = []
    if package.isSynthetic { lines.append(TableTexts.synthetic) }
    lines += [
      "\(package.title) (\(package.name) \(package.version)), release "
        + catalogue.release.prefix(12),
      "Owner: \(package.owner)",
      "Period: \(package.period.first) to \(package.period.last)"
        + (package.refreshed.map { ", refreshed \($0)" } ?? ""),
      "Link levels: high, medium, low; \(package.defaultLinkLevel.rawValue) by default",
      "Coverage: \(package.coverage)",
      "Disclosure control: profile \(package.policy.profile.name), minimum "
        + "\(package.policy.profile.minimumFrequency) persons, at most "
        + "\(package.policy.maximumDimensions) variables crossed",
    ]
    lines += package.policy.tableSets.map {
      "Table set \($0.name): \($0.label), \($0.queries.count) tables that are protected together"
    }
    if let session = catalogue.session { lines += self.lines(of: session) }
    for pilot in package.pilots { lines += ["", "PILOT"] + self.lines(of: pilot, in: package) }
    lines += ["", "DATASETS"]
    for resource in package.resources {
      lines.append("  \(resource.name)  \(resource.title)")
      lines += [
        ("Owner", resource.owner), ("Agreement", resource.agreement ?? "none"),
        ("Coverage", resource.coverage),
        ("Refreshed", resource.refreshed?.description ?? ""),
        ("Fields", resource.fields.map(\.name).joined(separator: ", ")),
        ("Not agreed", notAgreed(resource, in: package)),
      ].filter { !$0.1.isEmpty }.map { "    \($0.0): \($0.1)" }
    }
    if let links = package.links { lines += ["", "LINKAGE"] + LinkageText.lines(links, package) }
    lines += ["", "AGREEMENTS"]
    for agreement in package.agreements {
      lines.append("  \(agreement.id)  \(agreement.owner): \(agreement.purpose)")
      lines.append("    Datasets: " + agreement.resources.joined(separator: ", "))
      lines.append("    Pilots: " + agreement.pilots.joined(separator: ", "))
      if !agreement.fields.isEmpty {
        lines.append("    Fields: " + agreement.fields.joined(separator: ", "))
      }
      if !agreement.notAgreed.isEmpty {
        lines.append("    Not agreed: " + agreement.notAgreed.joined(separator: ", "))
      }
      if agreement.isPublic { lines.append("    Published records: anyone may use them") }
      if let starts = agreement.starts { lines.append("    Starts: \(starts)") }
      if let expires = agreement.expires { lines.append("    Expires: \(expires)") }
      if let minimum = agreement.minimumFrequency {
        lines.append("    Minimum: \(minimum) persons")
      }
    }
    if let figures { lines += LinkageFiguresText.lines(of: figures) }
    return lines.map { SafeText.shown($0) + "\n" }.joined()
  }

  private static func lines(of session: Session) -> [String] {
    let author = TableAuthor(session)
    return [
      "Session: \(author.userText)", "Project: \(author.projectText)",
      "Purpose: \(author.purpose)",
      "Pilots of the project: \(session.project.pilots.joined(separator: ", "))",
    ]
  }

  private static func notAgreed(_ resource: Resource, in package: DataPackage) -> String {
    if package.isNotAgreed(resource) { return "the whole dataset; no records are loaded" }
    return resource.fields.filter { package.isNotAgreed($0, of: resource) }.map(\.name)
      .joined(separator: ", ")
  }

  private static func lines(of pilot: Pilot, in package: DataPackage) -> [String] {
    var lines = ["  \(pilot.name)  \(pilot.title)", "    Who: \(pilot.population)"]
    lines += pilot.questions.map { "    Question: \($0)" }
    lines += pilot.will.map { "    Will: \($0)" }
    lines += pilot.willNot.map { "    Will not: \($0)" }
    if let profile = package.policy.profiles[pilot.name] {
      lines.append(
        "    Profile: \(profile.name), minimum \(profile.minimumFrequency) persons")
    }
    if let minimum = pilot.minimumFrequency { lines.append("    Minimum: \(minimum) persons") }
    if let safeguards = pilot.safeguards {
      lines.append(
        "    About \(safeguards.about.rawValue): at least \(safeguards.minimumFrequency) persons,"
          + (safeguards.geography == .region ? " no area below region" : " no area"))
    }
    lines.append("    Index: \(pilot.index.choice.rawValue) \(pilot.index.event)")
    lines.append(
      "    Units: "
        + (["persons  Persons"] + pilot.units.map { "\($0.name)  \($0.label)" })
        .joined(separator: ", "))
    lines.append("    Stages:")
    for stage in pilot.stages {
      lines.append("      \(stage.name)  \(stage.label)" + window(of: stage))
      for branch in stage.branches {
        lines.append("        \(stage.name).\(branch.name)  \(branch.label)")
      }
    }
    lines.append("    Variables:")
    for variable in pilot.variables {
      let marks =
        [variable.momentText] + (variable.kind == .multiResponse ? ["several codes each"] : [])
        + (variable.isSensitive ? ["sensitive"] : []) + (variable.isAdverse ? ["adverse"] : [])
        + (package.isNotAgreed(variable, in: pilot) ? ["not agreed"] : [])
      lines.append(
        "      \(variable.name)  \(variable.label) (\(marks.joined(separator: ", ")))")
      if case .calendar(let unit) = variable.coding {
        lines.append("        by \(unit.rawValue)")
      }
      for code in package.codes(of: variable, in: pilot) {
        lines.append(
          "        \(code.code)" + (code.label == code.code ? "" : "  \(code.label)"))
      }
    }
    if !pilot.milestones.isEmpty { lines.append("    Milestones:") }
    for milestone in pilot.milestones {
      lines.append(
        "      \(milestone.name)  \(milestone.label)"
          + (milestone.span.map { " (within \($0.text))" } ?? ""))
    }
    lines.append("    Events:")
    lines += pilot.events.map { "      \($0.name)  \($0.label)" }
    if !pilot.outcomes.isEmpty { lines.append("    Outcomes:") }
    for outcome in pilot.outcomes {
      lines.append("      \(outcome.name)  \(outcome.label)")
      let beside = outcome.beside.map { ", shown beside \($0)" } ?? ""
      if let polarity = outcome.polarity { lines.append("        \(polarity.rawValue)\(beside)") }
      for (name, text) in TableTexts.parts(of: outcome.card) where !text.isEmpty {
        lines.append("        \(name): \(text)")
      }
    }
    return lines
  }

  private static func window(of stage: Stage) -> String {
    guard let window = stage.window else { return "" }
    let anchor = window.anchor == .index ? "the index event" : "the stage before"
    return " (within \(window.span.text) of \(anchor))"
  }
}

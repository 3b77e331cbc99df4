import CohortModel
import Tables

/// A package as one Markdown page for people: datasets with their fields, code lists in both
/// languages, agreements, and pilots with the definitions of their outcomes. No counts.
///
/// The order is that of the package; the same package always makes the same page.
public enum DataDictionary {
  public static func markdown(of package: DataPackage) -> String {
    var page = MarkdownPage()
    page.heading(1, "Data dictionary: \(package.title)")
    page.paragraph("Made from the descriptors of the package by `make docs`; not to be edited.")
    if package.isSynthetic { page.paragraph("**\(TableTexts.synthetic)**") }
    page.list([
      "Package: \(package.name) \(package.version)", "Owner: \(package.owner)",
      "Period: \(package.period.first) to \(package.period.last)"
        + (package.refreshed.map { ", refreshed \($0)" } ?? ""),
      "Coverage: \(package.coverage)",
      "Disclosure control: profile \(package.policy.profile.name), at least"
        + " \(package.policy.profile.minimumFrequency) persons",
      "Link level where a query names none: \(package.defaultLinkLevel.rawValue)",
    ])
    datasets(of: package, &page)
    agreements(of: package, &page)
    for pilot in package.pilots { add(pilot, in: package, &page) }
    codeLists(of: package, &page)
    return page.text
  }

  // MARK: Datasets

  private static func datasets(of package: DataPackage, _ page: inout MarkdownPage) {
    page.heading(2, "Datasets")
    page.table(
      ["Resource", "Title", "Dataset", "Owner", "Agreement", "Who is not in it"],
      package.resources.map {
        ["`\($0.name)`", $0.title, $0.dataset, $0.owner, $0.agreement ?? "none", $0.coverage]
      })
    for resource in package.resources {
      page.heading(3, "\(resource.title) (`\(resource.name)`)")
      page.table(
        ["Field", "Type", "Codes", "What it is"],
        resource.fields.map { field in
          [
            "`\(field.name)`", field.kind.rawValue, field.codeList.map { "`\($0)`" } ?? "",
            remarks(on: field, of: resource).joined(separator: "; "),
          ]
        })
    }
  }

  private static func remarks(on field: Field, of resource: Resource) -> [String] {
    var remarks = field.title == field.name ? [] : [field.title]
    if field.name == resource.personField { remarks.append("names the person, never stored") }
    if field.name == resource.dateField { remarks.append("dates the record") }
    if field.name == resource.endField { remarks.append("ends the spell") }
    if field.name == resource.consentField { remarks.append("consent") }
    if field.isRequired { remarks.append("required") }
    return remarks
  }

  // MARK: Agreements

  private static func agreements(of package: DataPackage, _ page: inout MarkdownPage) {
    guard !package.agreements.isEmpty else { return }
    page.heading(2, "Agreements")
    page.table(
      ["Agreement", "Owner", "Purpose", "Resources", "Pilots", "From", "Until", "Minimum"],
      package.agreements.map { agreement in
        [
          agreement.id, agreement.owner, agreement.purpose,
          agreement.resources.joined(separator: ", "), agreement.pilots.joined(separator: ", "),
          agreement.starts?.description ?? "", agreement.expires?.description ?? "",
          agreement.minimumFrequency.map(String.init) ?? "",
        ]
      })
  }

  // MARK: Pilots

  private static func add(_ pilot: Pilot, in package: DataPackage, _ page: inout MarkdownPage) {
    page.heading(2, "Pilot `\(pilot.name)`: \(pilot.title)")
    if let welsh = pilot.titleWelsh { page.paragraph("*\(MarkdownPage.escaped(welsh))*") }
    page.paragraph(pilot.population)
    page.list(pilot.questions)
    let choice = pilot.index.choice == .first ? "the first of each person" : "each"
    let index = pilot.event(pilot.index.event)?.label ?? pilot.index.event
    let censoring = pilot.followUp.censoredBy.map { pilot.event($0)?.label ?? $0 }
    page.list(
      [
        "Index event: \(index), \(choice)",
        "Follow-up: until \(pilot.followUp.until ?? package.period.last)"
          + (censoring.isEmpty ? "" : ", or \(censoring.joined(separator: ", "))"),
      ]
        + (package.policy.profiles[pilot.name].map {
          ["Disclosure control: profile \($0.name), at least \($0.minimumFrequency) persons"]
        } ?? [])
        + (pilot.minimumFrequency.map { ["Minimum: \($0) persons"] } ?? []))
    variables(of: pilot, in: package, &page)
    pathway(of: pilot, &page)
    for outcome in pilot.outcomes { add(outcome, of: pilot, &page) }
  }

  private static func variables(
    of pilot: Pilot, in package: DataPackage, _ page: inout MarkdownPage
  ) {
    guard !pilot.variables.isEmpty else { return }
    page.heading(3, "Variables of `\(pilot.name)`")
    page.table(
      ["Variable", "Label", "Cymraeg", "Drawn from", "Taken", "Codes"],
      pilot.variables.map { variable in
        let marks =
          (variable.kind == .multiResponse ? [" (several each)"] : [])
          + (variable.isSensitive ? [" (sensitive)"] : [])
        return [
          "`\(variable.name)`", variable.label + marks.joined(), variable.labelWelsh ?? "",
          variable.field.isEmpty
            ? "`\(variable.resource)`" : "`\(variable.resource).\(variable.field)`",
          variable.momentText, codes(of: variable, in: pilot, package),
        ]
      })
  }

  private static func codes(
    of variable: Variable, in pilot: Pilot, _ package: DataPackage
  ) -> String {
    switch variable.coding {
    case .calendar(let unit): return "by \(unit.rawValue)"
    case .bands(let bands): return bands.map(\.code).joined(separator: ", ")
    case .codes:
      let resource =
        variable.resource == "index"
        ? pilot.event(pilot.index.event)?.resource ?? "" : variable.resource
      return package.resource(resource)?.field(variable.field)?.codeList.map { "`\($0)`" } ?? ""
    }
  }

  private static func pathway(of pilot: Pilot, _ page: inout MarkdownPage) {
    if !pilot.stages.isEmpty {
      page.heading(3, "Pathway of `\(pilot.name)`")
      page.table(
        ["Stage", "Label", "Cymraeg", "Ways off it"],
        pilot.stages.map { stage in
          [
            "`\(stage.name)`", stage.label, stage.labelWelsh ?? "",
            (stage.branches.map(\.label) + [stage.dropLabel]).joined(separator: "; "),
          ]
        })
    }
    guard !pilot.milestones.isEmpty else { return }
    page.heading(3, "Milestones of `\(pilot.name)`")
    page.table(
      ["Milestone", "Label", "Cymraeg", "Within"],
      pilot.milestones.map {
        ["`\($0.name)`", $0.label, $0.labelWelsh ?? "", $0.span?.text ?? "any time"]
      })
  }

  private static func add(_ outcome: Outcome, of pilot: Pilot, _ page: inout MarkdownPage) {
    page.heading(3, "Outcome `\(outcome.name)` of `\(pilot.name)`: \(outcome.label)")
    if let welsh = outcome.labelWelsh { page.paragraph("*\(MarkdownPage.escaped(welsh))*") }
    var lines = TableTexts.parts(of: outcome.card).filter { !$0.text.isEmpty }
      .map { "**\($0.name)**: \($0.text)" }
    if let polarity = outcome.polarity {
      let beside = outcome.beside.map { ", shown beside `\($0)`" } ?? ""
      lines.append("**Polarity**: \(polarity.rawValue)\(beside)")
    }
    page.list(lines)
  }

  // MARK: Code lists

  private static func codeLists(of package: DataPackage, _ page: inout MarkdownPage) {
    guard !package.codeLists.isEmpty else { return }
    page.heading(2, "Code lists")
    for list in package.codeLists {
      page.heading(3, "`\(list.name)`")
      page.table(
        ["Code", "Label", "Cymraeg", "Under"],
        list.codes.map {
          ["`\($0.code)`", $0.label, $0.labelWelsh ?? "", $0.parent.map { "`\($0)`" } ?? ""]
        })
    }
  }
}

/// Markdown as it is built up; what comes from descriptors passes the gate for text.
struct MarkdownPage {
  private(set) var text = ""

  mutating func heading(_ level: Int, _ words: String) {
    if !text.isEmpty { text += "\n" }
    text += String(repeating: "#", count: level) + " " + MarkdownPage.escaped(words) + "\n"
  }

  mutating func paragraph(_ words: String) {
    if !words.isEmpty { text += "\n\(SafeText.shown(words))\n" }
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    text += "\n" + items.map { "- \(SafeText.shown($0))\n" }.joined()
  }

  /// Columns in which no row has anything are left out.
  mutating func table(_ header: [String], _ rows: [[String]]) {
    let kept = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    guard !kept.isEmpty else { return }
    func line(_ cells: [String]) -> String {
      "| " + kept.map { MarkdownPage.escaped(cells[$0]) }.joined(separator: " | ") + " |\n"
    }
    text += "\n" + line(header) + "|" + kept.map { _ in " --- |" }.joined() + "\n"
    text += rows.map(line).joined()
  }

  /// A bar would end a cell.
  static func escaped(_ words: String) -> String {
    SafeText.shown(words).split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }
}

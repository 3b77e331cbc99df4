import CohortModel
import Tables

/// A catalogue as JSON (`docs/formats.md`).
public enum CatalogueDocument {
  /// - Parameter figures: how well the records are linked, where that was asked for.
  public static func bytes(
    of catalogue: Catalogue, linkage figures: LinkageFigures? = nil
  ) -> [UInt8] {
    let package = catalogue.package
    let document = JSONValue.members([
      "format": .integer(TableDocument.format),
      "name": shown(package.name), "title": shown(package.title),
      "version": shown(package.version), "release": shown(catalogue.release),
      "synthetic": .boolean(package.isSynthetic), "owner": shown(package.owner),
      "period": .members([
        "first": .string(package.period.first.description),
        "last": .string(package.period.last.description),
      ]),
      "refreshed": .optional(package.refreshed?.description),
      "coverage": shown(package.coverage),
      "session": catalogue.session.map(session) ?? .null,
      "default_link_level": .string(package.defaultLinkLevel.rawValue),
      "linkage": linkage(package),
      "linkage_figures": figures.map(LinkageDocument.figures) ?? .null,
      "policy": .members([
        "profile": shown(package.policy.profile.name),
        "minimum_frequency": .integer(package.policy.profile.minimumFrequency),
        "rounding_base": .integer(package.policy.profile.roundingBase),
        "maximum_dimensions": .integer(package.policy.maximumDimensions),
      ]),
      "pilots": .array(package.pilots.map { pilot($0, package) }),
      "datasets": .array(package.resources.map { resource($0, package) }),
      "agreements": .array(package.agreements.map(agreement)),
    ])
    return Array(document.text.utf8)
  }

  private static func session(_ session: Session) -> JSONValue {
    .members([
      "user": shown(session.user.id), "name": shown(session.user.name),
      "project": shown(session.project.id), "title": shown(session.project.title),
      "purpose": shown(session.project.purpose), "pilots": shown(session.project.pilots),
      "agreements": shown(session.project.agreements),
    ])
  }

  private static func pilot(_ pilot: Pilot, _ package: DataPackage) -> JSONValue {
    .members([
      "name": shown(pilot.name), "title": shown(pilot.title),
      "title_cy": optional(pilot.titleWelsh), "population": shown(pilot.population),
      "questions": shown(pilot.questions), "will": shown(pilot.will),
      "will_not": shown(pilot.willNot),
      "minimum_frequency": pilot.minimumFrequency.map { .integer($0) } ?? .null,
      "safeguards": pilot.safeguards.map { safeguards in
        .members([
          "about": .string(safeguards.about.rawValue),
          "minimum_frequency": .integer(safeguards.minimumFrequency),
          "geography": .string(safeguards.geography.rawValue),
        ])
      } ?? .null,
      "index": .members([
        "event": shown(pilot.index.event), "choose": .string(pilot.index.choice.rawValue),
      ]),
      "events": .array(pilot.events.map { named($0.name, $0.label, $0.labelWelsh) }),
      "variables": .array(pilot.variables.map { variable($0, pilot, package) }),
      "units": .array(pilot.units.map { named($0.name, $0.label, $0.labelWelsh) }),
      "stages": .array(pilot.stages.map(stage)),
      "milestones": .array(pilot.milestones.map { named($0.name, $0.label, $0.labelWelsh) }),
      "outcomes": .array(
        pilot.outcomes.map { outcome in
          .members([
            "name": shown(outcome.name), "label": shown(outcome.label),
            "label_cy": optional(outcome.labelWelsh),
            "polarity": .optional(outcome.polarity?.rawValue), "beside": optional(outcome.beside),
            "card": TableDocument.definition(outcome.card),
          ])
        }),
    ])
  }

  private static func variable(
    _ variable: Variable, _ pilot: Pilot, _ package: DataPackage
  ) -> JSONValue {
    .members([
      "name": shown(variable.name), "label": shown(variable.label),
      "label_cy": optional(variable.labelWelsh), "kind": .string(variable.kind.rawValue),
      "moment": shown(variable.momentText), "sensitive": .boolean(variable.isSensitive),
      "adverse": .boolean(variable.isAdverse), "geography": .boolean(variable.isGeography),
      "not_agreed": .boolean(package.isNotAgreed(variable, in: pilot)),
      "codes": .array(
        package.codes(of: variable, in: pilot).map { code in
          .members([
            "code": shown(code.code), "label": shown(code.label),
            "label_cy": optional(code.labelWelsh), "parent": optional(code.parent),
          ])
        }),
    ])
  }

  private static func stage(_ stage: Stage) -> JSONValue {
    .members([
      "name": shown(stage.name), "label": shown(stage.label),
      "label_cy": optional(stage.labelWelsh),
      "branches": .array(stage.branches.map { named($0.name, $0.label, $0.labelWelsh) }),
    ])
  }

  private static func resource(_ resource: Resource, _ package: DataPackage) -> JSONValue {
    .members([
      "name": shown(resource.name), "title": shown(resource.title),
      "owner": shown(resource.owner), "agreement": optional(resource.agreement),
      "coverage": shown(resource.coverage),
      "refreshed": .optional(resource.refreshed?.description),
      "fields": shown(resource.fields.map(\.name)),
      "not_agreed": shown(
        resource.fields.filter { package.isNotAgreed($0, of: resource) }.map(\.name)),
    ])
  }

  private static func linkage(_ package: DataPackage) -> JSONValue {
    guard let links = package.links else { return .null }
    return .members([
      "format": .string(links.format.rawValue), "agreement": optional(links.agreement),
      "thresholds": links.thresholds.map { levels in
        .object(LinkLevel.allCases.map { .init($0.rawValue, .number("\(levels[$0])")) })
      } ?? .null,
      "model": package.linkageModel.map(model) ?? .null,
    ])
  }

  private static func model(_ model: LinkageModel) -> JSONValue {
    .members([
      "link_type": .string(model.linkType.rawValue), "splink": .integer(model.generation),
      "prior": number(model.prior), "blocking_rules": shown(model.blockingRules),
      "comparisons": .array(
        model.comparisons.map { comparison in
          .members([
            "field": shown(comparison.name), "description": shown(comparison.description),
            "levels": .array(
              comparison.levels.map { level in
                .members([
                  "label": shown(level.label), "condition": shown(level.condition),
                  "missing": .boolean(level.isMissing), "m": number(level.m),
                  "u": number(level.u),
                ])
              }),
          ])
        }),
    ])
  }

  private static func number(_ value: Double?) -> JSONValue {
    value.map { .number("\($0)") } ?? .null
  }

  private static func agreement(_ agreement: Agreement) -> JSONValue {
    .members([
      "id": shown(agreement.id), "owner": shown(agreement.owner),
      "datasets": shown(agreement.resources), "pilots": shown(agreement.pilots),
      "fields": shown(agreement.fields), "not_agreed": shown(agreement.notAgreed),
      "public": .boolean(agreement.isPublic), "purpose": shown(agreement.purpose),
      "starts": .optional(agreement.starts?.description),
      "expires": .optional(agreement.expires?.description),
      "minimum_frequency": agreement.minimumFrequency.map { .integer($0) } ?? .null,
    ])
  }

  private static func named(_ name: String, _ label: String, _ welsh: String?) -> JSONValue {
    .members(["name": shown(name), "label": shown(label), "label_cy": optional(welsh)])
  }

  private static func shown(_ text: String) -> JSONValue { .shown(text) }
  private static func shown(_ texts: [String]) -> JSONValue { .shown(texts) }
  private static func optional(_ text: String?) -> JSONValue { text.map { .shown($0) } ?? .null }
}

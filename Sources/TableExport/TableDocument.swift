import CohortModel
import Tables

/// A protected table as JSON: all that stands on it, and every published value. Fields are described
/// in `docs/formats.md`; names are never changed within a `format`.
public enum TableDocument {
  static let format = 1

  /// Everything but the values: what the sidecar of a CSV file holds.
  static func description(of table: ProtectedTable) -> [JSONValue.Member] {
    let heading = table.heading
    return [
      .init("format", .integer(format)),
      .init("title", shown(heading.title)),
      .init("synthetic", .boolean(heading.isSynthetic)),
      .init("notice", heading.isSynthetic ? .string(TableTexts.synthetic) : .null),
      .init("query", shown(table.query.text)),
      .init("pilot", .members(["name": shown(heading.pilot), "title": shown(heading.pilotTitle)])),
      .init("unit", shown(heading.unit)),
      .init("measure", .string(measure(TableView(table).kind))),
      .init(
        "period",
        .members([
          "first": .string(heading.period.first.description),
          "last": .string(heading.period.last.description),
        ])),
      .init("link_level", .string(heading.linkLevel.rawValue)),
      .init("conditions", shown(heading.conditions)),
      .init("package", shown(heading.package)),
      .init("release", shown(heading.release)),
      .init("datasets", shown(heading.datasets)),
      .init("provenance", heading.provenance.map(provenance) ?? .null),
      .init("coverage", shown(heading.coverage)),
      .init(
        "linkage", heading.linkage.map { LinkageDocument.note($0, table.certificate) } ?? .null),
      .init("other_link_levels", .array((heading.otherLevels ?? []).map(otherLevel))),
      .init(
        "missing",
        .array(heading.missing.map { LinkageDocument.share($0, table.certificate) })),
      .init("definitions", .array(table.definitions.map(definition))),
      .init("axes", .array(TableView(table).axes.map(axis))),
      .init(
        "legend",
        .array(
          table.legend.map {
            .members(["sign": shown($0.sign), "meaning": shown($0.meaning)])
          })),
      .init("disclosure_control", control(table.certificate)),
      .init("cube", table.cube.map { CubeDocument.value(of: $0) } ?? .null),
    ]
  }

  /// The tables of one query at several link levels: what they have in common, then each.
  static func description(ofLevels tables: [ProtectedTable]) -> [JSONValue.Member] {
    let heading = tables.first?.heading
    return [
      .init("format", .integer(format)),
      .init("title", .optional(heading.map { SafeText.shown($0.title) })),
      .init("synthetic", .boolean(heading?.isSynthetic ?? false)),
      .init("notice", heading?.isSynthetic ?? false ? .string(TableTexts.synthetic) : .null),
      .init("link_levels", .array(tables.map { .string($0.heading.linkLevel.rawValue) })),
      .init("together", .string(TableTexts.together)),
      .init("tables", .array(tables.map { .object(description(of: $0)) })),
    ]
  }

  private static func otherLevel(_ other: OtherLevel) -> JSONValue {
    .members([
      "link_level": .string(other.level.rawValue), "differs_by_about": .integer(other.persons),
      "noise": .integer(other.noise),
    ])
  }

  private static func provenance(_ provenance: TableProvenance) -> JSONValue {
    .members([
      "marking": .string(TableTexts.marking), "note": .string(TableTexts.group),
      "user": provenance.author.map { author in
        .members([
          "id": shown(author.user), "name": shown(author.name),
          "organisation": shown(author.organisation),
        ])
      } ?? .null,
      "project": provenance.author.map { author in
        .members([
          "id": shown(author.project), "title": shown(author.projectTitle),
          "purpose": shown(author.purpose),
        ])
      } ?? .null,
      "reason": provenance.reason.map { shown($0) } ?? .null,
      "datasets": .array(
        provenance.datasets.map { dataset in
          .members([
            "title": shown(dataset.title), "owner": shown(dataset.owner),
            "agreement": dataset.agreement.map { shown($0) } ?? .null,
            "refreshed": .optional(dataset.refreshed?.description),
          ])
        }),
      "will": shown(provenance.will), "will_not": shown(provenance.willNot),
    ])
  }

  /// The whole table: the description and one object for each place, in the order of the CSV lines.
  /// Its `hash` is computed like that of a sidecar.
  public static func document(of table: ProtectedTable) -> JSONValue {
    let view = TableView(table)
    var places: [JSONValue] = []
    for page in view.pages.indices {
      for row in view.rows.indices {
        for column in view.columns.indices {
          places.append(place(view, page, row, column))
        }
      }
    }
    let content = description(of: table) + [.init("cells", .array(places))]
    return .object(content + [.init("hash", .string(Sidecar.hash(of: content)))])
  }

  public static func bytes(of table: ProtectedTable) -> [UInt8] {
    Array(document(of: table).text.utf8)
  }

  private static func place(_ view: TableView, _ page: Int, _ row: Int, _ column: Int) -> JSONValue
  {
    let entries = view.pages[page].entries + view.rows[row].entries + view.columns[column].entries
    var members: [JSONValue.Member] = [.init("codes", shown(entries.map(\.code)))]
    let values = view.values(page: page, row: row, column: column)
    for (code, value) in zip(view.measureCodes, values) {
      members.append(.init(view.kind == .median ? "days_\(code)" : code, json(value)))
    }
    switch view.figure(page: page, row: row, column: column) {
    case .count: break
    case .share(let share):
      for (name, value) in [
        ("percent", share.proportion), ("percent_lower", share.lower),
        ("percent_upper", share.upper),
      ] {
        members.append(.init(name, .number(DecimalText.tenths(value * 100))))
      }
    case .days(.within(let days, _, _)):
      members.append(.init("median_days", .number(DecimalText.tenths(days))))
    case .days(.moreThan(let days)):
      members.append(.init("median_more_than_days", .integer(days)))
    case .sign(let value):
      switch view.kind {
      case .count: break
      case .share: members.append(.init("percent", json(value)))
      case .median: members.append(.init("median_days", json(value)))
      }
    }
    return .object(members)
  }

  /// A count as a number, a sign as a string.
  static func json(_ value: CellValue) -> JSONValue {
    if case .count(let count) = value { return .integer(count) }
    return .optional(value.sign)
  }

  private static func measure(_ kind: TableView.Kind) -> String {
    switch kind {
    case .count: "count"
    case .share: "share"
    case .median: "median"
    }
  }

  static func definition(_ card: DefinitionCard) -> JSONValue {
    .members([
      "code": shown(card.code), "name": shown(card.name), "numerator": shown(card.numerator),
      "denominator": shown(card.denominator), "window": shown(card.window),
      "censoring": shown(card.censoring), "source": shown(card.source),
      "version": shown(card.version), "limits": shown(card.limits),
    ])
  }

  private static func axis(_ axis: TableAxis) -> JSONValue {
    .members([
      "role": .string(axis.role.rawValue), "name": shown(axis.name), "label": shown(axis.label),
      "entries": .array(
        axis.entries.map { entry in
          .members([
            "code": shown(entry.code), "label": shown(entry.label),
            "label_cy": entry.labelWelsh.map { shown($0) } ?? .null, "depth": .integer(entry.depth),
          ])
        }),
    ])
  }

  private static func control(_ certificate: PublicCertificate) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("profile", shown(certificate.profile)),
      .init("minimum_frequency", .integer(certificate.minimumFrequency)),
      .init("rounding_base", .integer(certificate.roundingBase)),
    ]
    if let noise = certificate.maximumNoise {
      members.append(.init("maximum_noise", .integer(noise)))
    }
    members += [
      .init("statement", shown(certificate.statement)), .init("hash", shown(certificate.hash)),
    ]
    return .object(members)
  }

  private static func shown(_ text: String) -> JSONValue { .shown(text) }
  private static func shown(_ texts: [String]) -> JSONValue { .shown(texts) }
}

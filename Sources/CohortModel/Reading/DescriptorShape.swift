/// The keys that one kind of mapping in the descriptors may have. `docs/schemas` says the same, and
/// a test compares them.
struct DescriptorShape: Hashable, Sendable {
  /// The schema file that describes it, and the definition in it (`root` for the file itself).
  var schema: String
  var definition: String
  /// As in "no key of an event".
  var title: String
  var keys: [String]
  var required: [String] = []
  /// Keys of the Frictionless standards that mean nothing here.
  var ignoredKeys: [String] = []
  /// The standard allows keys of one's own: unknown ones are warnings.
  var allowsOthers = false
  /// The governance rule behind the required keys.
  var rule: String?
}

extension DescriptorShape {
  static let all: [DescriptorShape] = [
    package, packageExtension, links, linkClusters, linkThresholds, period, resource,
    resourceExtension, schema, field, constraints,
    category, fieldExtension, foreignKey, reference, pilot, event, confirmation, index, followUp,
    variable, stage, branch, milestone, outcome, card, unit, safeguards, agreements, agreement,
    policy, profile, dominance, classDisclosure, cellKey, suppression, tableSet,
    register, registeredUser, project,
  ]

  // MARK: datapackage.json

  static let package = DescriptorShape(
    schema: "datapackage", definition: "root", title: "a data package",
    keys: ["name", "title", "version", "resources", "bold"],
    required: ["name", "resources", "bold"],
    ignoredKeys: [
      "$schema", "id", "profile", "description", "homepage", "created", "licenses", "sources",
      "contributors", "keywords", "image",
    ],
    allowsOthers: true)
  static let packageExtension = DescriptorShape(
    schema: "datapackage", definition: "packageExtension", title: "the package's bold",
    keys: [
      "format", "synthetic", "owner", "period", "refreshed", "coverage", "links",
      "default_link_level", "opt_outs",
    ],
    required: ["format", "synthetic", "owner", "period", "coverage"])
  static let links = DescriptorShape(
    schema: "datapackage", definition: "links", title: "the links",
    keys: [
      "format", "path", "clusters", "predictions", "thresholds", "records", "model", "journey",
      "dataset", "agreement",
    ],
    required: ["format"])
  static let linkClusters = DescriptorShape(
    schema: "datapackage", definition: "linkClusters", title: "the files of clusters",
    keys: ["high", "medium", "low"], required: ["high", "medium", "low"])
  static let linkThresholds = DescriptorShape(
    schema: "datapackage", definition: "linkThresholds", title: "the thresholds",
    keys: ["high", "medium", "low"], required: ["high", "medium", "low"])
  static let period = DescriptorShape(
    schema: "datapackage", definition: "period", title: "a period", keys: ["first", "last"],
    required: ["first", "last"])
  static let resource = DescriptorShape(
    schema: "datapackage", definition: "resource", title: "a resource",
    keys: ["name", "title", "path", "encoding", "schema", "bold"],
    required: ["name", "path", "schema", "bold"],
    ignoredKeys: [
      "$schema", "type", "description", "format", "mediatype", "bytes", "hash", "sources",
      "licenses", "profile",
    ],
    allowsOthers: true)
  static let resourceExtension = DescriptorShape(
    schema: "datapackage", definition: "resourceExtension", title: "a resource's bold",
    keys: [
      "dataset", "owner", "agreement", "coverage", "refreshed", "person", "date", "end", "order",
      "spells", "consent",
    ],
    required: ["person"])
  static let schema = DescriptorShape(
    schema: "datapackage", definition: "schema", title: "a schema",
    keys: ["fields", "primaryKey", "foreignKeys", "missingValues"], required: ["fields"],
    ignoredKeys: ["$schema", "name", "title", "description", "fieldsMatch"], allowsOthers: true)
  static let field = DescriptorShape(
    schema: "datapackage", definition: "field", title: "a field",
    keys: ["name", "title", "type", "format", "constraints", "categories", "bold"],
    required: ["name", "type"],
    ignoredKeys: ["description", "example", "rdfType", "categoriesOrdered"], allowsOthers: true)
  static let constraints = DescriptorShape(
    schema: "datapackage", definition: "constraints", title: "a field's constraints",
    keys: ["required", "unique", "minimum", "maximum", "pattern"])
  static let category = DescriptorShape(
    schema: "datapackage", definition: "category", title: "a category",
    keys: ["value", "label", "label_cy"], required: ["value"])
  static let fieldExtension = DescriptorShape(
    schema: "datapackage", definition: "fieldExtension", title: "a field's bold",
    keys: ["codelist", "counted", "score", "attribute", "journey"])
  static let foreignKey = DescriptorShape(
    schema: "datapackage", definition: "foreignKey", title: "a foreign key",
    keys: ["fields", "reference"], required: ["fields", "reference"])
  static let reference = DescriptorShape(
    schema: "datapackage", definition: "reference", title: "a reference",
    keys: ["resource", "fields"], required: ["fields"])

  // MARK: pilots

  static let pilot = DescriptorShape(
    schema: "pilot", definition: "root", title: "a pilot",
    keys: [
      "pilot", "title", "title_cy", "population", "questions", "will", "will_not",
      "minimum_frequency", "safeguards", "events", "index", "follow_up", "variables", "stages",
      "milestones", "outcomes", "units",
    ],
    required: ["pilot", "title", "population", "events", "index"])
  static let event = DescriptorShape(
    schema: "pilot", definition: "event", title: "an event",
    keys: [
      "label", "label_cy", "resource", "date", "where", "confirmed_by", "matching",
      "open_at_index",
    ],
    required: ["label", "resource"])
  static let confirmation = DescriptorShape(
    schema: "pilot", definition: "confirmation", title: "a confirmation",
    keys: ["date", "within"], required: ["date", "within"])
  static let index = DescriptorShape(
    schema: "pilot", definition: "index", title: "the index", keys: ["event", "choose"],
    required: ["event"])
  static let followUp = DescriptorShape(
    schema: "pilot", definition: "followUp", title: "the follow-up",
    keys: ["until", "censored_by"])
  static let variable = DescriptorShape(
    schema: "pilot", definition: "variable", title: "a variable",
    keys: [
      "label", "label_cy", "from", "count", "distinct", "days_to", "days_since", "within",
      "before", "at", "kind", "bands", "by", "sensitive", "missing",
      "adverse", "geography",
    ],
    required: ["label"])
  static let stage = DescriptorShape(
    schema: "pilot", definition: "stage", title: "a stage",
    keys: [
      "name", "label", "label_cy", "event", "within", "concurrent", "branches", "drop_label",
      "drop_label_cy",
    ],
    required: ["name", "label"])
  static let branch = DescriptorShape(
    schema: "pilot", definition: "branch", title: "a branch",
    keys: ["name", "label", "label_cy", "event", "within"], required: ["name", "label", "event"])
  static let milestone = DescriptorShape(
    schema: "pilot", definition: "milestone", title: "a milestone",
    keys: ["label", "label_cy", "event", "within"], required: ["label", "event"])
  static let outcome = DescriptorShape(
    schema: "pilot", definition: "outcome", title: "an outcome",
    keys: [
      "label", "label_cy", "event", "where", "within", "settling", "among", "terminal", "polarity",
      "beside", "card",
    ],
    required: ["label"])
  static let card = DescriptorShape(
    schema: "pilot", definition: "card", title: "a definition card",
    keys: ["numerator", "denominator", "window", "censoring", "source", "version", "limits"],
    required: ["numerator", "denominator", "window", "censoring", "source", "limits"],
    rule: "G17")
  static let unit = DescriptorShape(
    schema: "pilot", definition: "unit", title: "a unit of count",
    keys: ["label", "label_cy", "key"], required: ["label", "key"])

  static let safeguards = DescriptorShape(
    schema: "pilot", definition: "safeguards", title: "the safeguards",
    keys: ["about", "minimum_frequency", "geography"], required: ["about", "minimum_frequency"],
    rule: "G20")

  // MARK: agreements, policy and register

  static let agreements = DescriptorShape(
    schema: "agreements", definition: "root", title: "the agreements", keys: ["agreements"],
    required: ["agreements"])
  static let agreement = DescriptorShape(
    schema: "agreements", definition: "agreement", title: "an agreement",
    keys: [
      "id", "owner", "resources", "pilots", "fields", "not_agreed", "public", "purpose", "starts",
      "expires", "minimum_frequency",
    ],
    required: ["id", "owner", "resources", "pilots", "purpose"])
  static let policy = DescriptorShape(
    schema: "policy", definition: "root", title: "the policy",
    keys: [
      "profile", "profiles", "minimum_frequency", "possible_values", "dominance",
      "class_disclosure", "maximum_dimensions", "maximum_cells", "hidden_zero_share",
      "elapsed_bins", "structural_zeros", "cell_key", "suppression", "table_sets",
      "clipboard",
    ])
  static let profile = DescriptorShape(
    schema: "policy", definition: "profile", title: "a profile",
    keys: ["name", "minimum_frequency", "rounding_base", "zeros"],
    required: ["name", "minimum_frequency"], rule: "G12")
  static let dominance = DescriptorShape(
    schema: "policy", definition: "dominance", title: "the dominance rules",
    keys: ["percent", "precision"])
  static let classDisclosure = DescriptorShape(
    schema: "policy", definition: "classDisclosure", title: "the rule of class disclosure",
    keys: ["all_but"])
  static let cellKey = DescriptorShape(
    schema: "policy", definition: "cellKey", title: "the noise of the profile cell-key",
    keys: [
      "maximum_noise", "variance", "lowest", "maximum_variables", "maximum_breakdowns",
    ])
  static let suppression = DescriptorShape(
    schema: "policy", definition: "suppression", title: "the suppression of a policy",
    keys: ["method", "optimal_cells", "work", "costs"])
  static let tableSet = DescriptorShape(
    schema: "policy", definition: "tableSet", title: "a table set",
    keys: ["name", "label", "rounding", "queries"], required: ["name", "label", "queries"])
  static let register = DescriptorShape(
    schema: "register", definition: "root", title: "the register", keys: ["users", "projects"],
    required: ["users", "projects"])
  static let registeredUser = DescriptorShape(
    schema: "register", definition: "user", title: "a user",
    keys: ["id", "name", "login", "accreditation", "expires", "organisation"],
    required: ["id", "name"], rule: "G28")
  static let project = DescriptorShape(
    schema: "register", definition: "project", title: "a project",
    keys: [
      "id", "title", "purpose", "pilots", "agreements", "users", "starts", "expires",
      "minimum_frequency", "link_levels",
    ],
    required: ["id", "title", "purpose", "pilots", "agreements", "users", "expires"], rule: "G28")
}

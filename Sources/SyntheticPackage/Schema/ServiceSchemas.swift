extension ResourceSchema {
  static let journeys = ResourceSchema(
    title: "Treatment journeys", dataset: .treatment, person: "treatment_id",
    date: "start_date", end: "end_date", order: ["referral_date", "start_date", "end_date"],
    isSpell: true, consent: "consent",
    fields: [
      .person("treatment_id"), .flag("consent"), .code("system", "treatment_systems"),
      .date("referral_date"), .dated("start_date"), .date("end_date"),
      .code("end_reason", "treatment_ends"), .code("substance", "substance_groups"),
      .code("housing_need", "treatment_housing_needs"), .code("source", "referral_sources"),
      .code("modality", "modalities"),
    ])

  static let deaths = ResourceSchema(
    title: "Deaths", dataset: .deaths, person: "death_id", date: "death_date",
    primaryKey: ["death_id"],
    fields: [
      .person("death_id"), .dated("death_date"), .code("cause", "death_causes"),
      .code("sex", "sex"), .number("age", 0...110), .code("region", "regions"),
    ])

  static let applications = ResourceSchema(
    title: "Homelessness cases (main section), by adult of the household", dataset: .housing,
    person: "housing_id", date: "assessment_date", order: ["approach_date", "assessment_date"],
    primaryKey: ["housing_id", "case_ref"],
    fields: [
      .person("housing_id"), .caseReference, .coded("law", "housing_laws"), .date("approach_date"),
      .dated("assessment_date"), .coded("outcome", "assessment_outcomes"),
      .code("reason", "reasons_for_loss"), .code("tenure", "tenures"),
      .coded("household", "households"), .code("area", "areas"), .number("age", 10...110),
      .code("source", "duty_to_refer"), .number("imd_decile", 0...10),
    ])

  static let householdPeople = ResourceSchema(
    title: "People in the households (people section)", dataset: .housing,
    person: "housing_id", date: "assessment_date", primaryKey: ["housing_id", "case_ref"],
    fields: [
      .person("housing_id"), .caseReference, .dated("assessment_date"),
      .code("role", "household_roles"), .number("age", 0...110),
    ])

  static let supportNeeds = ResourceSchema(
    title: "Support needs", dataset: .housing, person: "housing_id", date: "assessment_date",
    primaryKey: ["housing_id", "case_ref", "need"],
    fields: [
      .person("housing_id"), .caseReference, .dated("assessment_date"),
      .code("need", "support_needs"),
    ])

  static let duties = ResourceSchema(
    title: "Duties owed (prevention, relief and final duty sections)", dataset: .housing,
    person: "housing_id", date: "start_date", end: "end_date",
    order: ["start_date", "end_date"], isSpell: true,
    fields: [
      .person("housing_id"), .caseReference, .code("duty", "duties"), .dated("start_date"),
      .date("end_date"), .code("end_reason", "duty_ends"), .flag("again"),
    ])

  static let activities = ResourceSchema(
    title: "What was done for a household (assistance section)", dataset: .housing,
    person: "housing_id", date: "activity_date",
    fields: [
      .person("housing_id"), .key("case_ref"), .dated("activity_date"),
      .code("activity", "housing_activities"), .code("need", "support_needs"),
    ])

  static let placements = ResourceSchema(
    title: "Temporary accommodation", dataset: .housing, person: "housing_id",
    date: "start_date", end: "end_date", order: ["start_date", "end_date"], isSpell: true,
    fields: [
      .person("housing_id"), .key("case_ref"), .dated("start_date"), .date("end_date"),
      .code("kind", "temporary_accommodation"),
    ])

  static let reviews = ResourceSchema(
    title: "Reviews of decisions", dataset: .housing, person: "housing_id",
    date: "request_date", order: ["request_date", "decision_date"],
    fields: [
      .person("housing_id"), .key("case_ref"), .dated("request_date"), .date("decision_date"),
      .code("matter", "review_matters"), .code("result", "review_results"),
    ])

  static let outreach = ResourceSchema(
    title: "Rough-sleeping contacts", dataset: .streets, person: "street_id",
    date: "contact_date",
    fields: [.person("street_id"), .dated("contact_date"), .code("kind", "outreach_kinds")])

  static let snapshots = ResourceSchema(
    title: "Counts of people sleeping rough on one night of the autumn", dataset: .streets,
    person: "street_id", date: "night",
    fields: [.person("street_id"), .dated("night"), .code("area", "areas")])

  static let crimes = ResourceSchema(
    title: "Recorded crimes, by victim", dataset: .police, person: "police_id",
    date: "recorded_date",
    order: ["incident_date", "reported_date", "recorded_date", "suspect_date"],
    primaryKey: ["police_id", "crime_ref"],
    fields: [
      .person("police_id"), .key("crime_ref"), .date("incident_date"),
      .dated("reported_date"), .dated("recorded_date"), .code("offence", "crime_types"),
      .code("area", "areas"), .number("age", 0...110), .code("channel", "report_channels"),
      .date("suspect_date"), .date("outcome_date"), .code("outcome", "crime_outcomes"),
      .code("decided_by", "deciders"), .flag("rights_sent"),
    ])

  static let rights = ResourceSchema(
    title: "Rights of the Victims' Code delivered", dataset: .police, person: "police_id",
    date: "right_date",
    fields: [
      .person("police_id"), .key("crime_ref"), .dated("right_date"),
      .code("right", "victims_code_rights"),
    ])

  static let prosecutions = ResourceSchema(
    title: "Cases referred to the Crown Prosecution Service", dataset: .cps, person: "cps_id",
    date: "referral_date", order: ["referral_date", "decision_date"],
    fields: [
      .person("cps_id"), .key("crime_ref"), .dated("referral_date"), .date("decision_date"),
      .code("decision", "charging_decisions"),
    ])

  static let courtCases = ResourceSchema(
    title: "Court cases, by victim", dataset: .courts, person: "court_id",
    date: "first_hearing", order: ["first_hearing", "trial_listed", "completed"],
    fields: [
      .person("court_id"), .key("crime_ref"), .dated("first_hearing"), .date("trial_listed"),
      .date("completed"), .code("outcome", "case_outcomes"), .code("ended", "case_ended"),
      .number("postponements", 0...20), .flag("special_measures"), .flag("statement"),
    ])

  static let supportReferrals = ResourceSchema(
    title: "Referrals of victims to support services", dataset: .services,
    person: "service_id", date: "referral_date",
    fields: [
      .person("service_id"), .key("crime_ref"), .dated("referral_date"),
      .code("service", "victim_services"), .code("referrer", "victim_referrers"),
    ])

  static let supportContacts = ResourceSchema(
    title: "Contacts with victim services", dataset: .services, person: "service_id",
    date: "contact_date", order: ["referral_date", "contact_date"],
    fields: [
      .person("service_id"), .key("crime_ref"), .date("referral_date"),
      .dated("contact_date"), .code("service", "victim_services"),
    ])
}

extension SchemaField {
  /// The reference of a household's case, the same in every section.
  static var caseReference: SchemaField { .key("case_ref") }

  /// A code that no record lacks.
  static func coded(_ name: String, _ list: String) -> SchemaField {
    SchemaField(name: name, kind: .string, codeList: list, isRequired: true)
  }
}

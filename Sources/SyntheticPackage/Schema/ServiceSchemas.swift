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

  static let treatmentOnOrder = ResourceSchema(
    title: "First day in treatment on or after a sentence", dataset: .treatment,
    person: "treatment_id", date: "treatment_date", consent: "consent",
    fields: [
      .person("treatment_id"), .flag("consent"), .dated("treatment_date"),
      .code("already", "yes_no"), .code("substance", "substance_groups"),
      .code("housing_need", "treatment_housing_needs"), .code("source", "referral_sources"),
    ])

  static let deaths = ResourceSchema(
    title: "Deaths", dataset: .deaths, person: "death_id", date: "death_date",
    primaryKey: ["death_id"],
    fields: [
      .person("death_id"), .dated("death_date"), .code("cause", "death_causes"),
      .code("sex", "sex"), .number("age", 0...110), .code("region", "regions"),
    ])

  static let applications = ResourceSchema(
    title: "Homelessness applications", dataset: .housing, person: "housing_id",
    date: "assessment_date", order: ["approach_date", "assessment_date"],
    fields: [
      .person("housing_id"), .date("approach_date"), .dated("assessment_date"),
      .code("outcome", "assessment_outcomes"), .code("reason", "reasons_for_loss"),
      .code("tenure", "tenures"), .code("household", "households"), .code("area", "areas"),
      .number("age", 10...110), .code("source", "duty_to_refer"),
    ])

  static let supportNeeds = ResourceSchema(
    title: "Support needs", dataset: .housing, person: "housing_id", date: "assessment_date",
    fields: [
      .person("housing_id"), .dated("assessment_date"), .code("need", "support_needs"),
    ])

  static let duties = ResourceSchema(
    title: "Duties owed", dataset: .housing, person: "housing_id", date: "start_date",
    end: "end_date", order: ["start_date", "end_date"], isSpell: true,
    fields: [
      .person("housing_id"), .code("duty", "duties"), .dated("start_date"), .date("end_date"),
      .code("end_reason", "duty_ends"), .flag("again"),
    ])

  static let placements = ResourceSchema(
    title: "Temporary accommodation", dataset: .housing, person: "housing_id",
    date: "start_date", end: "end_date", order: ["start_date", "end_date"], isSpell: true,
    fields: [
      .person("housing_id"), .dated("start_date"), .date("end_date"),
      .code("kind", "temporary_accommodation"),
    ])

  static let outreach = ResourceSchema(
    title: "Rough-sleeping contacts", dataset: .streets, person: "street_id",
    date: "contact_date",
    fields: [.person("street_id"), .dated("contact_date"), .code("kind", "outreach_kinds")])

  static let crimes = ResourceSchema(
    title: "Recorded crimes with a victim", dataset: .police, person: "police_id",
    date: "recorded_date", order: ["incident_date", "recorded_date", "suspect_date"],
    fields: [
      .person("police_id"), .date("incident_date"), .dated("recorded_date"),
      .code("offence", "crime_types"), .code("area", "areas"), .number("age", 0...110),
      .code("channel", "report_channels"), .date("suspect_date"), .date("outcome_date"),
      .code("outcome", "crime_outcomes"),
    ])

  static let prosecutions = ResourceSchema(
    title: "Cases referred to the Crown Prosecution Service", dataset: .cps, person: "cps_id",
    date: "referral_date", order: ["referral_date", "decision_date"],
    fields: [
      .person("cps_id"), .dated("referral_date"), .date("decision_date"),
      .code("decision", "charging_decisions"),
    ])

  static let courtCases = ResourceSchema(
    title: "Court cases", dataset: .courts, person: "court_id", date: "first_hearing",
    order: ["first_hearing", "trial_listed", "completed"],
    fields: [
      .person("court_id"), .dated("first_hearing"), .date("trial_listed"), .date("completed"),
      .code("outcome", "case_outcomes"), .code("ended", "case_ended"),
    ])

  static let supportContacts = ResourceSchema(
    title: "Contacts with victim services", dataset: .services, person: "service_id",
    date: "contact_date", order: ["referral_date", "contact_date"],
    fields: [
      .person("service_id"), .date("referral_date"), .dated("contact_date"),
      .code("service", "victim_services"),
    ])
}

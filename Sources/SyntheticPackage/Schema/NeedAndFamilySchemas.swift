extension ResourceSchema {
  /// Question fields as the assessment calls them; it has predictor scores too, which are no part.
  static let assessments = ResourceSchema(
    title: "Assessments of needs", dataset: .oasys, person: "oasys_id", date: "assessment_date",
    fields: [
      .person("oasys_id"), .dated("assessment_date"), .code("setting", "assessment_settings"),
      .code("question_bcs33", "accommodation_before"), .code("question_bcs39", "yes_no"),
      .code("question_3_3", "yes_no"), .code("question_3_4", "problem_levels"),
      .code("question_3_5", "problem_levels"), .code("question_3_6", "problem_levels"),
      .number("question_3_tot", 0...8), .number("question_5_tot", 0...9),
      .code("question_8_1", "yes_no"), .code("question_2_10_drugs", "yes_no"),
      .code("question_2_10_alcho", "yes_no"), .code("question_10_5", "self_harm_levels"),
      .code("question_10_6", "problem_levels"),
    ])

  static let needs = ResourceSchema(
    title: "Needs found in an assessment", dataset: .oasys, person: "oasys_id",
    date: "assessment_date",
    fields: [.person("oasys_id"), .dated("assessment_date"), .code("need", "oasys_needs")])

  static let earnings = ResourceSchema(
    title: "Pay in the sixth month after release", dataset: .hmrc, person: "hmrc_id",
    date: "pay_date",
    fields: [.person("hmrc_id"), .dated("pay_date"), .code("band", "pay_bands")])

  static let pupils = ResourceSchema(
    title: "School records of adults", dataset: .education, person: "education_id",
    fields: [
      .person("education_id"), .code("attainment", "attainment"),
      .code("exclusion", "exclusion_history"), .code("absence", "absence"),
      .code("sen", "special_needs"), .code("care", "care_history"),
    ])

  static let schoolYears = ResourceSchema(
    title: "School years around a parent's custody", dataset: .education,
    person: "education_id", date: "year_end",
    fields: [
      .person("education_id"), .dated("year_end"), .code("absence", "absence"),
      .code("attainment", "attainment"), .code("sen", "special_needs"),
    ])

  static let exclusions = ResourceSchema(
    title: "Suspensions and exclusions", dataset: .education, person: "education_id",
    date: "exclusion_date",
    fields: [
      .person("education_id"), .dated("exclusion_date"), .code("kind", "exclusion_kinds"),
    ])

  static let careEpisodes = ResourceSchema(
    title: "Episodes with children's social care", dataset: .education,
    person: "education_id", date: "start_date", end: "end_date",
    order: ["start_date", "end_date"],
    fields: [
      .person("education_id"), .dated("start_date"), .date("end_date"),
      .code("kind", "care_kinds"),
    ])

  static let parentalCustody = ResourceSchema(
    title: "Children and a parent's time in custody", dataset: .families, person: "family_id",
    date: "reception_date", end: "release_date", order: ["reception_date", "release_date"],
    fields: [
      .person("family_id"), .dated("reception_date"), .date("release_date"),
      .code("known", "children_identified"), .code("parent", "parents"),
      .code("sentence_length", "custody_lengths"), .code("region", "regions"),
      .number("age", 0...17), .code("sex", "sex"),
    ])

  static let lastContacts = ResourceSchema(
    title: "Last contact with treatment before a death", dataset: .treatment,
    person: "treatment_id", date: "contact_date", consent: "consent",
    fields: [
      .person("treatment_id"), .flag("consent"), .dated("contact_date"),
      .code("substance", "substance_groups"), .code("end_reason", "treatment_ends"),
    ])
}

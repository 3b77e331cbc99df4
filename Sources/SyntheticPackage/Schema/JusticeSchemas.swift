extension ResourceSchema {
  static let receptions = ResourceSchema(
    title: "Spells in custody (remand, sentence, recall)", dataset: .prison, person: "prison_id",
    date: "reception_date", end: "end_date", order: ["reception_date", "end_date"],
    isSpell: true,
    fields: [
      .person("prison_id"), .dated("reception_date"), .date("end_date"),
      .code("reason", "reception_reasons"), .number("age", 0...99),
    ])

  static let courses = ResourceSchema(
    title: "Courses in prison", dataset: .prison, person: "prison_id", date: "start_date",
    end: "end_date", order: ["start_date", "end_date"],
    fields: [
      .person("prison_id"), .dated("start_date"), .date("end_date"),
      .code("course", "courses"), .flag("completed"),
    ])

  static let releases = ResourceSchema(
    title: "Releases from custody", dataset: .prison, person: "prison_id", date: "release_date",
    order: ["reception_date", "release_date"],
    fields: [
      .person("prison_id"), .date("reception_date"), .dated("release_date"),
      .number("age", 10...110), .code("offence", "offence_groups"),
      .code("sentence_length", "custody_lengths"), .code("previous", "previous_offences"),
      .code("housing_need", "yes_no"), .code("drug_need", "yes_no"),
      .flag("licence"), .flag("pss"), .code("children", "children_identified"),
      .code("first_night", "accommodation"), .code("three_months", "accommodation"),
    ])

  static let accommodation = ResourceSchema(
    title: "Accommodation after release", dataset: .prison, person: "prison_id",
    date: "check_date",
    fields: [
      .person("prison_id"), .dated("check_date"), .code("check", "accommodation_checks"),
      .code("status", "accommodation"),
    ])

  static let recalls = ResourceSchema(
    title: "Recalls to custody", dataset: .prison, person: "prison_id", date: "recall_date",
    fields: [
      .person("prison_id"), .dated("recall_date"), .code("reason", "recall_reasons"),
    ])

  static let offences = ResourceSchema(
    title: "Offences that led to a conviction or caution", dataset: .pnc, person: "pnc_id",
    date: "offence_date", order: ["offence_date", "conviction_date"],
    fields: [
      .person("pnc_id"), .dated("offence_date"), .date("conviction_date"),
      .code("offence", "offence_groups"),
    ])

  static let disposals = ResourceSchema(
    title: "Index disposals (release, start of order, fine, caution)", dataset: .pnc,
    person: "pnc_id", date: "index_date",
    fields: [
      .person("pnc_id"), .dated("index_date"), .code("disposal", "disposals"),
      .code("sentence_length", "custody_lengths"), .code("offence", "offence_groups"),
      .code("previous", "previous_offences"), .number("age", 10...110),
      .code("sex", "sex"),
    ])

  static let work = ResourceSchema(
    title: "Benefit claims and jobs", dataset: .dwp, person: "dwp_id", date: "start_date",
    fields: [.person("dwp_id"), .dated("start_date"), .code("kind", "work_kinds")])

  static let orders = ResourceSchema(
    title: "Community and suspended sentence orders", dataset: .probation,
    person: "probation_id", date: "start_date", end: "end_date",
    order: ["sentence_date", "start_date", "end_date"], isSpell: true,
    fields: [
      .person("probation_id"), .date("sentence_date"), .dated("start_date"), .date("end_date"),
      .code("end_reason", "order_ends"), .code("probation_area", "probation_areas"),
      .number("imd_decile", 0...10),
    ])

  static let requirements = ResourceSchema(
    title: "Requirements of orders", dataset: .probation, person: "probation_id",
    date: "sentence_date", order: ["sentence_date", "start_date", "end_date"],
    fields: [
      .person("probation_id"), .dated("sentence_date"), .code("order_type", "order_types"),
      .code("requirement", "requirements"), .code("offence", "offence_groups"),
      .code("previous", "previous_offences"), .number("age", 10...110), .date("start_date"),
      .date("end_date"), .code("end_reason", "requirement_ends"),
    ])
}

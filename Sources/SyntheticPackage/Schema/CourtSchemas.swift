extension ResourceSchema {
  static let magistratesCases = ResourceSchema(
    title: "Magistrates' court cases, by defendant", dataset: .magistrates,
    person: "magistrates_id", date: "first_hearing", end: "completed",
    order: ["first_hearing", "completed"],
    fields: [
      .person("magistrates_id"), .courtCase("court_case", .magistrates), .dated("first_hearing"),
      .date("completed"),
      .code("offence", "offence_groups"), .code("plea", "pleas"),
      .code("outcome", "court_outcomes"), .code("disposal", "disposals"),
      .number("age", 0...110),
    ])

  static let crownCases = ResourceSchema(
    title: "Crown Court cases, by defendant", dataset: .crown, person: "crown_id",
    date: "received_date", end: "completed", order: ["received_date", "completed"],
    fields: [
      .person("crown_id"), .courtCase("court_case", .crown), .dated("received_date"),
      .date("completed"), .code("kind", "crown_kinds"), .code("plea", "pleas"),
      .code("outcome", "court_outcomes"), .code("disposal", "disposals"),
      .number("age", 0...110),
    ])

  static let crownOffences = ResourceSchema(
    title: "Offences of Crown Court cases", dataset: .crown, person: "crown_id",
    date: "received_date",
    fields: [
      .person("crown_id"), .dated("received_date"), .code("offence", "offence_groups"),
    ])

  static let familyCases = ResourceSchema(
    title: "Parties to family court cases", dataset: .family, person: "family_id",
    date: "start_date",
    fields: [
      .person("family_id"), .dated("start_date"), .code("case_type", "family_case_types"),
      .code("role", "court_roles"),
    ])

  static let civilCases = ResourceSchema(
    title: "Parties to civil claims", dataset: .civil, person: "civil_id", date: "claim_date",
    fields: [
      .person("civil_id"), .dated("claim_date"), .code("claim", "civil_claims"),
      .code("furthest", "civil_stages"),
    ])

  static let homicideIndex = ResourceSchema(
    title: "Victims and suspects of homicides", dataset: .homicide, person: "homicide_id",
    date: "offence_date",
    fields: [
      .person("homicide_id"), .dated("offence_date"), .code("role", "homicide_roles"),
      .code("sex", "sex"), .number("age", 0...110),
    ])
}

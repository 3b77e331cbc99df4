/// What services for victims may hold about a case and stands open in the data-sharing matrix: it is
/// described, not agreed, and there are no records of it.
enum OpenResource: String, CaseIterable {
  case serviceCases = "service_cases"
  case serviceCourts = "service_courts"
  case serviceOffenders = "service_offenders"

  var schema: ResourceSchema {
    switch self {
    case .serviceCases:
      ResourceSchema(
        title: "Case information held by victim services", dataset: .services,
        person: "service_id", date: "noted_date",
        fields: [
          .person("service_id"), .dated("noted_date"), .code("case_known", "yes_no"),
        ])
    case .serviceCourts:
      ResourceSchema(
        title: "Court information held by victim services", dataset: .services,
        person: "service_id", date: "noted_date",
        fields: [
          .person("service_id"), .dated("noted_date"), .code("court_known", "yes_no"),
        ])
    case .serviceOffenders:
      ResourceSchema(
        title: "Information about sentence and release held by victim services",
        dataset: .services, person: "service_id", date: "noted_date",
        fields: [
          .person("service_id"), .dated("noted_date"), .code("release_known", "yes_no"),
        ])
    }
  }
}

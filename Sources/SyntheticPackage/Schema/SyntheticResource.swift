/// The CSV files of a synthetic package, in the order of `datapackage.json`.
enum SyntheticResource: String, CaseIterable {
  case prisonPeople = "prison_people"
  case receptions, courses, releases, accommodation, recalls
  case offences, disposals, work
  case probationPeople = "probation_people"
  case orders, requirements
  case treatmentPeople = "treatment_people"
  case journeys
  case treatmentOnOrder = "treatment_on_order"
  case deaths
  case housingPeople = "housing_people"
  case applications
  case supportNeeds = "support_needs"
  case duties
  case placements
  case outreach
  case victimPeople = "victim_people"
  case crimes
  case prosecutions
  case courtCases = "court_cases"
  case supportContacts = "support_contacts"

  var position: Int { Self.allCases.firstIndex(of: self)! }

  var schema: ResourceSchema {
    switch self {
    case .prisonPeople: .people("People known to prisons", .prison, "prison_id")
    case .receptions: .receptions
    case .courses: .courses
    case .releases: .releases
    case .accommodation: .accommodation
    case .recalls: .recalls
    case .offences: .offences
    case .disposals: .disposals
    case .work: .work
    case .probationPeople: .people("People known to probation", .probation, "probation_id")
    case .orders: .orders
    case .requirements: .requirements
    case .treatmentPeople:
      .people(
        "People known to treatment services", .treatment, "treatment_id",
        ethnicity: "ethnicity_treatment")
    case .journeys: .journeys
    case .treatmentOnOrder: .treatmentOnOrder
    case .deaths: .deaths
    case .housingPeople: .people("Main applicants", .housing, "housing_id")
    case .applications: .applications
    case .supportNeeds: .supportNeeds
    case .duties: .duties
    case .placements: .placements
    case .outreach: .outreach
    case .victimPeople: .people("Victims known to the police", .police, "police_id")
    case .crimes: .crimes
    case .prosecutions: .prosecutions
    case .courtCases: .courtCases
    case .supportContacts: .supportContacts
    }
  }
}

extension ResourceSchema {
  /// Facts without a date: what one system says about a person.
  static func people(
    _ title: String, _ dataset: SourceDataset, _ person: String, ethnicity: String = "ethnicity"
  ) -> ResourceSchema {
    ResourceSchema(
      title: title, dataset: dataset, person: person, primaryKey: [person],
      fields: [
        .person(person), .code("sex", "sex").telling(.sex),
        // Ethnicity by another list cannot be compared.
        ethnicity == "ethnicity"
          ? .code("ethnicity", ethnicity).telling(.ethnicity) : .code("ethnicity", ethnicity),
        .code("birth_years", "birth_years").telling(.birthYear),
        .code("area", "areas").telling(.area),
      ])
  }
}

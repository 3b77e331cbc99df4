/// The CSV files of a synthetic package, in the order of `datapackage.json`.
enum SyntheticResource: String, CaseIterable {
  case prisonPeople = "prison_people"
  case receptions, courses, releases, accommodation, recalls
  case offences, disposals, work
  case probationPeople = "probation_people"
  case orders, requirements
  case treatmentPeople = "treatment_people"
  case journeys
  case deaths
  case housingPeople = "housing_people"
  case applications
  case householdPeople = "household_people"
  case supportNeeds = "support_needs"
  case duties
  case activities
  case placements
  case reviews
  case outreach
  case snapshots
  case victimPeople = "victim_people"
  case crimes
  case rights
  case prosecutions
  case courtCases = "court_cases"
  case supportReferrals = "support_referrals"
  case supportContacts = "support_contacts"
  case earnings
  case assessments, needs
  case magistratesCases = "magistrates_cases"
  case crownCases = "crown_cases"
  case crownOffences = "crown_offences"
  case familyCases = "family_cases"
  case civilCases = "civil_cases"
  case pupils
  case schoolYears = "school_years"
  case exclusions
  case careEpisodes = "care_episodes"
  case parentalCustody = "parental_custody"
  case homicideIndex = "homicide_index"
  case lastContacts = "last_contacts"

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
    case .deaths: .deaths
    case .housingPeople: .people("Adults of households that applied", .housing, "housing_id")
    case .applications: .applications
    case .householdPeople: .householdPeople
    case .supportNeeds: .supportNeeds
    case .duties: .duties
    case .activities: .activities
    case .placements: .placements
    case .reviews: .reviews
    case .outreach: .outreach
    case .snapshots: .snapshots
    case .victimPeople: .people("Victims known to the police", .police, "police_id")
    case .crimes: .crimes
    case .rights: .rights
    case .prosecutions: .prosecutions
    case .courtCases: .courtCases
    case .supportReferrals: .supportReferrals
    case .supportContacts: .supportContacts
    case .earnings: .earnings
    case .assessments: .assessments
    case .needs: .needs
    case .magistratesCases: .magistratesCases
    case .crownCases: .crownCases
    case .crownOffences: .crownOffences
    case .familyCases: .familyCases
    case .civilCases: .civilCases
    case .pupils: .pupils
    case .schoolYears: .schoolYears
    case .exclusions: .exclusions
    case .careEpisodes: .careEpisodes
    case .parentalCustody: .parentalCustody
    case .homicideIndex: .homicideIndex
    case .lastContacts: .lastContacts
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

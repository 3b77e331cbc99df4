/// The systems that records come from. Each has its own person ids.
enum SourceDataset: String, CaseIterable {
  case prison, pnc, dwp, probation, treatment, deaths, housing, streets, police, cps, courts
  case services

  var position: Int { Self.allCases.firstIndex(of: self)! }

  var owner: String {
    switch self {
    case .prison, .probation: "HM Prison and Probation Service"
    case .pnc: "Home Office"
    case .dwp: "Department for Work and Pensions and HM Revenue and Customs"
    case .treatment: "Department of Health and Social Care; Digital Health and Care Wales"
    case .deaths: "Office for National Statistics"
    case .housing: "Ministry of Housing, Communities and Local Government"
    case .streets: "Greater London Authority"
    case .police: "Police forces"
    case .cps: "Crown Prosecution Service"
    case .courts: "HM Courts and Tribunals Service"
    case .services: "Victim support services"
    }
  }

  var agreement: String { "SYN-" + rawValue.uppercased() }

  var coverage: String {
    switch self {
    case .prison: "Invented records after p-NOMIS. People never in custody are not in it."
    case .pnc:
      "Invented records after the Police National Computer. Offences that were never"
        + " recorded or detected are not in it."
    case .dwp: "Invented records after benefit and employment data. Cash work is not in it."
    case .probation: "Invented records after nDelius. People not supervised are not in it."
    case .treatment:
      "Invented records after NDTMS (England) and WNDSM (Wales). People without"
        + " consent, and people never in structured treatment, are not in it."
    case .deaths: "Invented death registrations in England and Wales; late inquests are missing."
    case .housing:
      "Invented records after H-CLIC. The unit is the household case, shown by its"
        + " main applicant; people who never approach an authority are not in it."
    case .streets: "Invented outreach contacts after CHAIN. People nobody met are not in it."
    case .police: "Invented recorded crimes. Crimes that were not reported are not in it."
    case .cps: "Invented referrals to the Crown Prosecution Service."
    case .courts: "Invented court cases. Cases on another case system are not in it."
    case .services:
      "Invented contacts with victim services. Services that share nothing are not"
        + " in it."
    }
  }
}

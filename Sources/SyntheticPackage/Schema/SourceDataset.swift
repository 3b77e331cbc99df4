/// The systems that records come from. Each has its own person ids.
enum SourceDataset: String, CaseIterable {
  case prison, pnc, dwp, probation, treatment, deaths, housing, streets, police, cps, courts
  case services
  case hmrc, oasys, magistrates, crown, family, civil, education, families, homicide

  var position: Int { Self.allCases.firstIndex(of: self)! }

  var owner: String {
    switch self {
    case .prison, .probation, .oasys: "HM Prison and Probation Service"
    case .pnc, .homicide: "Home Office"
    case .families: "Ministry of Justice"
    case .education: "Department for Education"
    case .dwp: "Department for Work and Pensions"
    case .hmrc: "HM Revenue and Customs"
    case .treatment: "Department of Health and Social Care; Digital Health and Care Wales"
    case .deaths: "Office for National Statistics"
    case .housing: "Ministry of Housing, Communities and Local Government"
    case .streets: "Greater London Authority"
    case .police: "Police forces"
    case .cps: "Crown Prosecution Service"
    case .courts, .magistrates, .crown, .family, .civil: "HM Courts and Tribunals Service"
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
    case .hmrc:
      "Invented pay records of the sixth month after a release. Self-employment and cash"
        + " work are not in it."
    case .oasys:
      "Invented assessments after OASys: question fields, no predictor scores. People on"
        + " short sentences are often not assessed."
    case .magistrates:
      "Invented records after Libra, one row a defendant and case, by principal offence. Cases"
        + " on the Common Platform are missing, more of them each year from mid-2021; the Single"
        + " Justice Procedure is not in it."
    case .crown:
      "Invented records after XHIBIT. Cases on the Common Platform are missing, more of them"
        + " each year from mid-2021."
    case .family: "Invented parties to cases after FamilyMan, up to 31 January 2021."
    case .civil:
      "Invented parties to claims after CaseMan and Possession Claim Online, up to"
        + " 31 January 2022."
    case .education:
      "Invented pupil records after the National Pupil Database: England only, and adults born"
        + " after 31 August 1985 only."
    case .families:
      "Children found through what prisoners declared or through benefit records. Children"
        + " whom neither source names are not in it; nobody can count them here."
    case .homicide:
      "Invented entries after the Homicide Index: victims and suspects of recorded homicides."
    case .probation: "Invented records after nDelius. People not supervised are not in it."
    case .treatment:
      "Invented records after NDTMS (England) and WNDSM (Wales). People without"
        + " consent, and people never in structured treatment, are not in it."
    case .deaths: "Invented death registrations in England and Wales; late inquests are missing."
    case .housing:
      "Invented records after H-CLIC, which is of England alone; Welsh cases come from returns"
        + " of Welsh authorities under the Housing (Wales) Act 2014. The unit is the household"
        + " case, repeated for each adult; people who never approach an authority are not in it."
    case .streets:
      "Invented contacts after CHAIN (London alone), and counts on one night of each autumn"
        + " (England). People nobody met are not in it."
    case .police:
      "Invented recorded crimes. Crimes that were not reported are not in it. Rights of the"
        + " Victims' Code are sent by some forces alone."
    case .cps: "Invented referrals to the Crown Prosecution Service."
    case .courts: "Invented court cases. Cases on another case system are not in it."
    case .services:
      "Invented referrals to and contacts with victim services. Services that share nothing are"
        + " not in it; what services know of the case, the court and a release is not agreed."
    }
  }
}

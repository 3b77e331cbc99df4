import CohortModel

extension CodeListFiles {
  /// What the datasets are called, for the linkage.
  static let datasets = [
    CodeListText(
      LinkageResource.datasetList,
      SourceDataset.allCases.sorted { $0.rawValue < $1.rawValue }
        .map { "\($0.rawValue)|\($0.label.english)|\($0.label.welsh)" }.joined(separator: "\n"))
  ]
}

extension SourceDataset {
  /// A short name.
  var label: (english: String, welsh: String) {
    switch self {
    case .prison: ("Prisons", "Carchardai")
    case .pnc: ("Police National Computer", "Cyfrifiadur Cenedlaethol yr Heddlu")
    case .dwp: ("Benefits", "Budd-daliadau")
    case .hmrc: ("Earnings", "Enillion")
    case .oasys: ("Assessments (OASys)", "Asesiadau (OASys)")
    case .probation: ("Probation", "Prawf")
    case .treatment: ("Drug and alcohol treatment", "Triniaeth cyffuriau ac alcohol")
    case .deaths: ("Deaths", "Marwolaethau")
    case .housing: ("Homelessness applications", "Ceisiadau digartrefedd")
    case .streets: ("Rough sleeping", "Cysgu allan")
    case .police: ("Recorded crime", "Troseddau a gofnodwyd")
    case .cps: ("Prosecutions", "Erlyniadau")
    case .courts: ("Court cases with a victim", "Achosion llys gyda dioddefwr")
    case .services: ("Victim services", "Gwasanaethau dioddefwyr")
    case .magistrates: ("Magistrates' courts", "Llysoedd ynadon")
    case .crown: ("Crown Court", "Llys y Goron")
    case .family: ("Family courts", "Llysoedd teulu")
    case .civil: ("Civil courts", "Llysoedd sifil")
    case .education: ("Education", "Addysg")
    case .families: ("Children of prisoners", "Plant carcharorion")
    case .homicide: ("Homicide", "Dynladdiad")
    }
  }
}

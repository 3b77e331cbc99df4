/// `agreements.yaml` and `policy.yaml`; the register has a file of its own.
///
/// The agreements follow the matrices of the programme's public engagement reports: per organisation
/// what may be shared, for which use case, and what stands open ("?").
enum GovernanceFiles {
  /// One agreement for each dataset: which pilots it serves, until when.
  static let agreements: String = {
    var text = "agreements:\n"
    for dataset in SourceDataset.allCases {
      let resources = SyntheticResource.allCases.filter { $0.schema.dataset == dataset }
      let open = OpenResource.allCases.filter { $0.schema.dataset == dataset }
      text += """
          - id: \(dataset.agreement)
            owner: \(dataset.owner)
            resources: [\(resources.map(\.rawValue).joined(separator: ", "))]
            pilots: [\(pilots(dataset).joined(separator: ", "))]
            fields: []
            not_agreed: [\(open.map(\.rawValue).joined(separator: ", "))]
            purpose: Research into \(purpose(dataset)); invented records
            starts: 2024-07-01
            expires: 2030-12-31

        """
    }
    return text + """
        - id: \(linkageAgreement)
          owner: Invented by bold sample
          resources: [linkage]
          pilots: [linkage, reoffending, substance_misuse]
          fields: []
          purpose: How well the records are linked; invented records
          starts: 2024-07-01
          expires: 2030-12-31

      """
  }()

  /// The agreement that covers the links themselves.
  static let linkageAgreement = "SYN-LINKAGE"

  static let policy = """
    # Counts below 10 are not shown, shown counts are rounded to 5.
    profile: 10-5
    minimum_frequency: 10
    maximum_dimensions: 4
    maximum_cells: 60000
    hidden_zero_share: 0.2
    elapsed_bins: [0, 7, 14, 21, 28, 56, 91, 182, 365, 730]
    # Zero by law or by the code lists of the returns, whatever anybody did.
    structural_zeros:
      # A case is under the law of the authority's country.
      - law: [HRA17]
        area: [W92000004]
      - law: [HWA14]
        area: [\(englishRegions)]
      # Welsh returns have one code for the loss of any rented or tied home, and none by tenancy.
      - law: [HRA17]
        reason: ['14']
      - law: [HWA14]
        reason: ['2', '3']
      - area: [\(englishRegions)]
        reason: ['14']
      - area: [W92000004]
        reason: ['2', '3']
      # The index of deprivation is of the areas of England.
      - law: [HWA14]
        deprivation: [1-2, 3-4, 5-6, 7-8, 9-10]

    """

  private static let englishRegions = (1...9).map { "E1200000\($0)" }.joined(separator: ", ")

  /// The pilots that a dataset's agreement serves. Projects of the register follow from this.
  static func pilots(_ dataset: SourceDataset) -> [String] {
    switch dataset {
    case .prison:
      ["reoffending", "custody", "substance_misuse", "homelessness", "homelessness_repeat"]
    case .pnc: ["reoffending", "reoffending_disposals", "custody", "substance_misuse"]
    case .dwp, .hmrc: ["reoffending", "custody"]
    case .oasys: ["reoffending", "custody", "substance_misuse"]
    case .magistrates, .crown:
      ["reoffending", "reoffending_disposals", "custody", "substance_misuse", "sentencing"]
    case .family, .civil: ["reoffending", "homelessness"]
    case .education: ["reoffending", "reoffending_disposals", "children"]
    case .families: ["children"]
    case .homicide: ["homicide"]
    case .probation: ["reoffending", "substance_misuse"]
    case .treatment:
      [
        "reoffending", "substance_misuse", "homelessness", "homelessness_repeat", "treatment",
        "homicide", "suicide",
      ]
    case .deaths:
      [
        "reoffending", "reoffending_disposals", "custody", "substance_misuse", "homelessness",
        "homelessness_repeat", "victims", "victims_support", "treatment", "suicide",
      ]
    case .housing: ["reoffending", "homelessness", "homelessness_repeat"]
    case .streets: ["homelessness", "homelessness_repeat"]
    case .police, .cps, .services: ["victims", "victims_support"]
    case .courts: ["victims"]
    }
  }

  private static func purpose(_ dataset: SourceDataset) -> String {
    switch dataset {
    case .prison, .pnc: "what helps people not to reoffend"
    case .dwp, .hmrc: "work after release from custody"
    case .oasys: "needs, and whether services meet them"
    case .magistrates, .crown, .family, .civil: "paths through the courts"
    case .education: "school, and children with a parent in custody"
    case .families: "children with a parent in custody"
    case .homicide: "treatment before a homicide"
    case .probation: "orders, requirements and their outcomes"
    case .treatment: "treatment pathways and their outcomes"
    case .deaths: "complete follow-up and deaths after contact"
    case .housing, .streets: "homelessness and how it ends"
    case .police, .cps, .courts, .services: "where and why cases end for victims"
    }
  }
}

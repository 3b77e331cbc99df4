extension CodeListFiles {
  /// About courts, assessments, work and the registers of deaths and homicides.
  static let courtsAndNeeds = [
    CodeListText(
      "pleas",
      """
      G|Guilty|Euog
      NG|Not guilty|Dieuog
      N|No plea recorded|Dim ple wedi'i gofnodi
      """),
    CodeListText(
      "court_outcomes",
      """
      CONV|Convicted|Euogfarnwyd
      COMMIT|Committed or sent to the Crown Court|Traddodwyd neu anfonwyd i Lys y Goron
      ACQ|Acquitted|Rhyddfarnwyd
      DISC|Discontinued or withdrawn|Daeth i ben neu tynnwyd yn ôl
      """),
    CodeListText(
      "crown_kinds",
      """
      T|For trial|Ar gyfer treial
      S|For sentence|Ar gyfer dedfryd
      A|Appeal|Apêl
      """),
    CodeListText(
      "family_case_types",
      """
      PRIV|Arrangements for children|Trefniadau ar gyfer plant
      PUB|Care and protection of children|Gofal ac amddiffyn plant
      DIV|Divorce and money|Ysgariad ac arian
      DV|Protection from domestic abuse|Amddiffyniad rhag cam-drin domestig
      ADOP|Adoption|Mabwysiadu
      """),
    CodeListText(
      "court_roles",
      """
      APP|Applicant|Ceisydd
      RESP|Respondent|Atebydd
      """),
    CodeListText(
      "civil_claims",
      """
      SPEC|Specified money|Arian penodol
      UNSP|Unspecified money|Arian amhenodol
      POSL|Possession by a landlord|Meddiant gan landlord
      POSM|Possession by a mortgage lender|Meddiant gan fenthyciwr morgais
      RET|Return of goods|Dychwelyd nwyddau
      """),
    CodeListText(
      "civil_stages",
      """
      CLAIM|Claim issued|Hawliad wedi'i gyhoeddi
      DEF|Defended|Amddiffynnwyd
      JUDG|Judgment or order|Dyfarniad neu orchymyn
      WARR|Warrant|Gwarant
      """),
    CodeListText(
      "homicide_roles",
      """
      V|Victim|Dioddefwr
      S|Suspect|Person dan amheuaeth
      """),
    CodeListText(
      "assessment_settings",
      """
      PRIS|In custody|Yn y ddalfa
      COMM|In the community|Yn y gymuned
      """),
    CodeListText(
      "accommodation_before",
      """
      P|Permanent|Parhaol
      T|Short-term or transient|Tymor byr neu dros dro
      N|No fixed abode|Dim cartref sefydlog
      """),
    CodeListText(
      "problem_levels",
      """
      0|No problem|Dim problem
      1|Some problems|Rhai problemau
      2|Significant problems|Problemau sylweddol
      M|Not recorded|Heb ei gofnodi
      """),
    CodeListText(
      "self_harm_levels",
      """
      0|None known|Dim yn hysbys
      2|Self-harm or thoughts of it|Hunan-niwed neu feddyliau amdano
      """),
    CodeListText(
      "oasys_needs",
      """
      ACC|Accommodation|Llety
      EET|Education, training and employment|Addysg, hyfforddiant a chyflogaeth
      FIN|Money and debt|Arian a dyled
      REL|Relationships|Perthnasoedd
      LIFE|Lifestyle and associates|Ffordd o fyw a chyfeillion
      DRUG|Drugs|Cyffuriau
      ALC|Alcohol|Alcohol
      EMO|Emotional well-being|Lles emosiynol
      THK|Thinking and behaviour|Meddwl ac ymddygiad
      """),
    CodeListText(
      "pay_bands",
      """
      1|Less than £1,000 in the month|Llai na £1,000 yn y mis
      2|£1,000 to £1,999|£1,000 i £1,999
      3|£2,000 or more|£2,000 neu fwy
      """),
    CodeListText("probation_areas", probationAreas),
  ]

  private static var probationAreas: String {
    var lines: [String] = []
    for (position, region) in ProbationAreas.regions.enumerated() {
      let code = ProbationAreas.code(position)
      lines.append("\(code)|\(region.label)|\(region.welsh)|")
      lines.append("\(code)A|\(region.label)|\(region.welsh)|\(code)")
      for (older, name) in region.old.enumerated() {
        lines.append("\(code)\(UnicodeScalar(UInt8(66 + older)))|\(name)||\(code)")
      }
    }
    return lines.joined(separator: "\n")
  }
}

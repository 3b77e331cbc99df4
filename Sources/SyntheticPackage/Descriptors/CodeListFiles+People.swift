extension CodeListFiles {
  /// About people and places.
  static let people = [
    CodeListText(
      "sex",
      """
      F|Female|Benyw
      M|Male|Gwryw
      N|Not specified or not known|Heb ei nodi neu ddim yn hysbys
      """),
    CodeListText(
      "ethnicity",
      """
      W|White|Gwyn
      W1|White British (English, Welsh, Scottish, Northern Irish or British)||W
      W2|White Irish||W
      W3|Gypsy or Irish Traveller||W
      W4|Roma||W
      W9|Any other White background||W
      M|Mixed|Cymysg
      M1|White and Black Caribbean||M
      M2|White and Black African||M
      M3|White and Asian||M
      M9|Any other Mixed or multiple background||M
      A|Asian or Asian British|Asiaidd neu Asiaidd Prydeinig
      A1|Indian||A
      A2|Pakistani||A
      A3|Bangladeshi||A
      A4|Chinese||A
      A9|Any other Asian background||A
      B|Black or Black British|Du neu Ddu Prydeinig
      B1|Caribbean||B
      B2|African||B
      B9|Any other Black background||B
      O|Other|Arall
      O2|Arab||O
      O9|Any other ethnic group||O
      NS|Not stated|Heb ei nodi
      """),
    CodeListText(
      "ethnicity_treatment",
      """
      GW|White|Gwyn
      A|White British||GW
      B|White Irish||GW
      C|Other White||GW
      GM|Mixed|Cymysg
      D|White and Black Caribbean||GM
      E|White and Black African||GM
      F|White and Asian||GM
      G|Other Mixed||GM
      GA|Asian or Asian British|Asiaidd neu Asiaidd Prydeinig
      H|Indian||GA
      J|Pakistani||GA
      K|Bangladeshi||GA
      R|Chinese||GA
      L|Other Asian||GA
      GB|Black or Black British|Du neu Ddu Prydeinig
      M|Caribbean||GB
      N|African||GB
      P|Other Black||GB
      GO|Other|Arall
      S|Other||GO
      Z|Not stated|Heb ei nodi
      """),
    CodeListText(
      "birth_years",
      BirthYears.codes.map { "\($0.code)|\($0.label)|\($0.welsh)" }.joined(separator: "\n")),
    CodeListText("areas", areas),
    CodeListText(
      "yes_no",
      """
      Y|Yes
      N|No
      M|Not recorded|Heb ei gofnodi
      """),
    CodeListText(
      "work_kinds",
      """
      B|Benefit claim started
      J|Job started
      """),
    CodeListText(
      "death_causes",
      """
      SUIC|Suicide
      DRUG|Drug or alcohol poisoning
      HOM|Homicide
      OTH|Other cause
      """),
  ]

  private static var areas: String {
    var lines: [String] = []
    for region in Areas.regions {
      lines.append("\(region.code)|\(region.label)|\(region.welsh)|")
      for area in region.authorities {
        lines.append("\(area.code)|\(area.label)|\(area.welsh)|\(region.code)")
      }
      guard region.code != Areas.regions[Areas.wales].code else { continue }
      lines.append(
        "\(Areas.rest(of: region))|Rest of \(region.label)|Gweddill \(region.welsh)|\(region.code)")
    }
    return lines.joined(separator: "\n")
  }
}

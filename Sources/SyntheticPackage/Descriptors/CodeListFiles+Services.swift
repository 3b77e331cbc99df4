extension CodeListFiles {
  /// About treatment for alcohol and drugs.
  static let treatment = [
    CodeListText(
      "treatment_systems",
      """
      NDTMS|England (NDTMS)|Lloegr (NDTMS)
      WNDSM|Wales (WNDSM)|Cymru (WNDSM)
      NONE|No treatment record|Dim cofnod triniaeth
      """),
    CodeListText(
      "treatment_ends",
      """
      S|Completed
      80|Treatment completed - drug-free||S
      81|Treatment completed - alcohol-free||S
      82|Treatment completed - occasional user (not heroin or crack)||S
      T|Transferred or in custody
      83|Transferred - not in custody||T
      84|Transferred - in custody||T
      87|Incomplete - retained in custody||T
      U|Ended before completion
      85|Incomplete - left before completion||U
      86|Incomplete - treatment withdrawn by provider||U
      88|Incomplete - treatment start declined||U
      89|Incomplete - died||U
      OPEN|Journey open at the end of observation|Taith ar agor ar ddiwedd y cyfnod
      """),
    CodeListText(
      "substance_groups",
      """
      OP|Opiate
      NO|Non-opiate only
      NB|Non-opiate and alcohol
      AO|Alcohol only|Alcohol yn unig
      """),
    CodeListText(
      "treatment_housing_needs",
      """
      1|No fixed abode - urgent housing problem
      2|Housing problem
      3|No housing problem
      """),
    CodeListText(
      "referral_sources",
      """
      SELF|Self, family or friends
      GP|General practice
      PROB|Probation|Prawf
      DRR|Drug rehabilitation requirement
      PRIS|Prison|Carchar
      HOSP|Hospital|Ysbyty
      OTH|Other|Arall
      """),
    CodeListText(
      "modalities",
      """
      4|Structured psychosocial intervention
      2|Specialist prescribing
      3|GP prescribing
      1|Inpatient treatment
      6|Residential rehabilitation
      12|Other structured intervention
      """),
  ]
}

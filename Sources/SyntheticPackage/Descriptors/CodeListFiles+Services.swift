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

  /// About homelessness.
  static let housing = [
    CodeListText(
      "assessment_outcomes",
      """
      O|A duty is owed
      P|Threatened with homelessness - prevention duty owed||O
      R|Homeless - relief duty owed||O
      X|No duty is owed
      N|Not homeless or threatened, no duty owed||X
      W|Withdrew before assessment||X
      I|Not or no longer eligible||X
      """),
    CodeListText(
      "reasons_for_loss",
      """
      1|Family or friends no longer willing or able to accommodate
      2|End of private rented tenancy - assured shorthold
      3|End of private rented tenancy - not assured shorthold
      4|End of social rented tenancy
      5|Domestic abuse|Cam-drin domestig
      6|Non-violent relationship breakdown with partner
      7|Other violence or harassment
      8|Eviction from supported housing
      9|Left institution with no accommodation available
      10|Required to leave accommodation provided by Home Office as asylum support
      11|Home no longer suitable - disability or ill health
      12|Loss of placement or sponsorship
      13|Other reasons or not known
      """),
    CodeListText(
      "tenures",
      """
      OO|Owner occupied
      SO|Shared ownership
      PRS|Private rented
      SRL|Social rented - local authority
      SRP|Social rented - registered provider
      SUP|Supported housing or hostel
      FF|Living with family or friends
      INST|Institution (prison, hospital)
      NFA|No fixed abode or rough sleeping
      NK|Not known|Ddim yn hysbys
      """),
    CodeListText(
      "households",
      """
      ONE|One adult
      CPL|Two or more adults
      FAM|Adults with children
      """),
    CodeListText(
      "duty_to_refer",
      """
      SELF|Approached the authority
      PRIS|Referred by a prison
      PROB|Referred by probation
      HOSP|Referred by a hospital
      SOC|Referred by social services
      OTH|Referred by another body
      """),
    CodeListText(
      "support_needs",
      """
      MH|History of mental health problems|Hanes o broblemau iechyd meddwl
      PH|Physical ill health and disability
      DA|At risk of or has experienced domestic abuse
      DRUG|Drug dependency needs
      ALC|Alcohol dependency needs
      OFF|Offending history
      REP|History of repeat homelessness
      RS|History of rough sleeping
      LD|Learning disability|Anabledd dysgu
      YP|Young person aged 18-25 requiring support to manage independently
      CARE|Care leaver
      EET|Access to education, employment or training
      ABU|At risk of or has experienced abuse (non-domestic)
      HMF|Served in HM Forces
      OLD|Old age|Henaint
      ASY|Former asylum seeker
      MS|Victim of modern slavery
      """),
    CodeListText(
      "duties",
      """
      PREV|Prevention duty|Dyletswydd atal
      REL|Relief duty
      MAIN|Main duty
      """),
    CodeListText(
      "duty_ends",
      """
      P|End of a prevention duty
      P1|Secured accommodation for 6+ months||P
      P2|Homeless (including intentionally homeless)||P
      P3|Contact lost||P
      P4|56 days elapsed and no further action||P
      P5|Withdrew application or applicant deceased||P
      P6|No longer eligible||P
      P7|Refused suitable accommodation offer||P
      P8|Duty ended under section 193B (co-operation)||P
      P9|Not known||P
      R|End of a relief duty
      R1|Secured accommodation for 6+ months||R
      R2|56 days elapsed||R
      R3|Contact lost||R
      R4|Withdrew application or applicant deceased||R
      R5|Refused final accommodation offer||R
      R6|Intentionally homeless from accommodation provided||R
      R7|Local connection referral accepted by other authority||R
      R8|No longer eligible||R
      R9|Notice served under section 193B (co-operation)||R
      R10|Not known||R
      M|End of a main duty
      M1|Accepted a settled offer||M
      M2|Refused an offer||M
      M3|Ceased to occupy or contact lost||M
      M4|No longer eligible or intentionally homeless||M
      M9|Other or not known||M
      """),
    CodeListText(
      "temporary_accommodation",
      """
      BB|Bed and breakfast hotels (including shared annexes)
      NP|Nightly paid, privately managed accommodation, self-contained
      HOS|Hostels (including reception centres, emergency units and refuges)
      LEA|Private sector accommodation leased by authority or registered provider
      LA|Local authority or housing association stock
      OTH|Any other type of temporary accommodation
      """),
    CodeListText(
      "outreach_kinds",
      """
      NEW|First contact, bedded down
      BED|Bedded down
      ACT|Other street contact
      """),
  ]

  /// About victims and their cases.
  static let crime = [
    CodeListText(
      "crime_types",
      """
      1|Violence against the person|Trais yn erbyn y person
      1A|Violence with injury|Trais gydag anaf|1
      1B|Violence without injury|Trais heb anaf|1
      1C|Stalking and harassment|Stelcio ac aflonyddu|1
      1D|Domestic abuse assault||1
      2|Sexual offences|Troseddau rhywiol
      2A|Rape|Treisio|2
      2B|Other sexual offences|Troseddau rhywiol eraill|2
      3|Robbery|Lladrad
      3A|Robbery of personal property||3
      4|Theft offences|Troseddau dwyn
      4A|Residential burglary||4
      4B|Vehicle offences||4
      4C|Other theft||4
      5|Criminal damage and arson|Difrod troseddol a llosgi bwriadol
      5A|Criminal damage and arson to property||5
      8|Public order offences|Troseddau trefn gyhoeddus
      8A|Public fear, alarm or distress||8
      """),
    CodeListText(
      "report_channels",
      """
      PHONE|Telephone|Ffôn
      ONLINE|Online|Ar-lein
      DESK|At a police station|Mewn gorsaf heddlu
      OFFICER|To an officer
      THIRD|By another body or person
      """),
    CodeListText(
      "crime_outcomes",
      """
      CH|Charged or summonsed
      1|Charged or summonsed to the offence||CH
      1A|Charged or summonsed - alternate offence||CH
      OC|Out of court
      3|Caution - adult||OC
      8|Community resolution||OC
      22|Diversionary, educational or intervention activity||OC
      NP|Prosecution prevented or not in the public interest
      5|Suspect has died||NP
      9|Not in public interest (CPS)||NP
      10|Not in public interest (police)||NP
      12|Prosecution prevented - suspect too ill||NP
      17|Prosecution time limit expired||NP
      21|Further investigation not in the public interest - police decision||NP
      VN|Evidential difficulties (victim does not support action)
      14|Suspect not identified; victim does not support further action||VN
      16|Suspect identified; victim does not support further action||VN
      EV|Evidential difficulties (suspect identified; victim supports action)
      15|Suspect identified; victim supports action||EV
      NS|Investigation complete - no suspect identified
      18|No suspect identified||NS
      TR|Transferred to another body
      20|Further action by another body||TR
      0|Not yet assigned an outcome
      """),
    CodeListText(
      "charging_decisions",
      """
      CH|Charge
      VNS|No charge - victim not supported to continue
      NFAE|No charge - evidential
      NFAP|No charge - public interest
      """),
    CodeListText(
      "case_outcomes",
      """
      C|Convicted
      CONV_PLEA|Convicted - guilty plea||C
      CONV_TRIAL|Convicted - after trial||C
      ACQ|Acquitted
      E|Ended without a verdict
      DISC|Discontinued||E
      WITHDRAWN|Withdrawn||E
      STAYED|Indictment stayed||E
      OPEN|Not complete
      """),
    CodeListText(
      "case_ended",
      """
      VA|Victim not supported to continue after charge
      OR|Other reason, victim engaged
      """),
    CodeListText(
      "victim_services",
      """
      GEN|General victim support
      IDVA|Independent domestic violence adviser
      ISVA|Independent sexual violence adviser
      RJ|Restorative justice
      VCS|Victim contact scheme
      """),
  ]
}

extension CodeListFiles {
  /// About homelessness.
  static let housing = [
    CodeListText(
      "housing_laws",
      """
      HRA17|England: Housing Act 1996 as amended in 2017
      HWA14|Wales: Housing (Wales) Act 2014
      """),
    CodeListText(
      "household_roles",
      """
      ADULT|Adults
      MAIN|Main applicant||ADULT
      PART|Partner or other adult||ADULT
      CHILD|Child
      """),
    CodeListText(
      "housing_activities",
      """
      ADV|Advice and information
      MED|Negotiation or mediation to keep or return to a home
      DHP|Discretionary housing payment
      DEBT|Debt advice or help with rent arrears
      FIND|Help to find a home in the private rented sector
      SOC|Help to find a home in the social sector
      SUPP|Support in place for a need
      REF|Referral to a specialist service for a need
      SUPH|Supported housing for a need
      """),
    CodeListText(
      "review_matters",
      """
      ELIG|That no duty was owed
      END|That a duty ended
      SUIT|Suitability of an offer
      PRIO|Priority need or intentional homelessness
      """),
    CodeListText(
      "review_results",
      """
      UP|Decision upheld
      OVER|Decision overturned
      WD|Request taken back
      """),
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
      14|Loss of rented or tied accommodation (Wales)
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
      ADU|Adults alone
      ONE|One adult||ADU
      CPL|Two or more adults||ADU
      FAM|Adults with children
      FAM1|One adult with children||FAM
      FAM2|Two or more adults with children||FAM
      """),
    CodeListText(
      "duty_to_refer",
      """
      SELF|Approached the authority
      PRIS|Referred by a prison
      PROB|Referred by probation
      HOSP|Referred by a hospital
      SOC|Referred by social services
      TREAT|Referred by treatment services
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
      MAIN|Main duty (Wales: final duty)
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
}

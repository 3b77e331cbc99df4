extension CodeListFiles {
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
      2|Caution - youth||OC
      3|Caution - adult||OC
      6|Penalty notice for disorder||OC
      7|Cannabis or khat warning||OC
      8|Community resolution||OC
      22|Diversionary, educational or intervention activity||OC
      TIC|Taken into consideration
      4|Taken into consideration with another offence||TIC
      NP|Prosecution prevented or not in the public interest
      5|Suspect has died||NP
      9|Not in public interest (CPS)||NP
      10|Not in public interest (police)||NP
      11|Prosecution prevented - suspect under age||NP
      12|Prosecution prevented - suspect too ill||NP
      13|Prosecution prevented - victim or key witness dead or too ill||NP
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
      "deciders",
      """
      POL|The police alone
      CPS|After referral to the Crown Prosecution Service
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
      V|Victim not supported to continue after charge
      VA|Victim not supported to give evidence||V
      VNA|Victim not supported to attend||V
      VE|Victim's evidence does not support the case||V
      OR|Other reason, victim engaged
      """),
    CodeListText(
      "victims_code_rights",
      """
      1|To be able to understand and to be understood
      2|To have the details of the crime recorded without unjustified delay
      3|To be provided with information when reporting the crime
      4|To be referred to services that support victims and have services tailored to needs
      5|To be provided with information about compensation
      6|To be provided with information about the investigation and prosecution
      7|To make a Victim Personal Statement
      8|To be given information about the trial, trial process and role as a witness
      9|To be given information about the outcome of the case and any appeals
      10|To be paid expenses and have property returned
      11|To be given information about the person convicted
      12|To make a complaint about rights not being met
      """),
    CodeListText(
      "victim_referrers",
      """
      POL|The police
      SELF|The victim
      HEAL|Health services
      OTH|Another body
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

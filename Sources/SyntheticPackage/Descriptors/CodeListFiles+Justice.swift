extension CodeListFiles {
  /// About offences, custody and probation.
  static let justice = [
    CodeListText(
      "reception_reasons",
      """
      R|Remand
      S|Sentence
      C|Recall
      """),
    CodeListText(
      "courses",
      """
      ESK|English, maths and other basic skills
      VT|Vocational training
      EM|Employment and work skills
      THK|Thinking and behaviour programme
      SUB|Substance misuse programme
      REL|Relationships and family programme
      """),
    CodeListText(
      "offence_groups",
      """
      1|Violence against the person|Trais yn erbyn y person
      2|Sexual offences|Troseddau rhywiol
      3|Robbery|Lladrad
      4|Theft offences|Troseddau dwyn
      5|Criminal damage and arson|Difrod troseddol a llosgi bwriadol
      6|Drug offences|Troseddau cyffuriau
      7|Possession of weapons|Meddu ar arfau
      8|Public order offences|Troseddau trefn gyhoeddus
      9|Miscellaneous crimes against society
      10|Fraud offences|Troseddau twyll
      11|Summary non-motoring
      12|Summary motoring
      99|Not known|Ddim yn hysbys
      """),
    CodeListText(
      "custody_lengths",
      """
      S|Less than 12 months|Llai na 12 mis
      1|6 months or less||S
      2|More than 6 months to less than 12 months||S
      L|12 months or more|12 mis neu fwy
      3|12 months to less than 2 years||L
      4|2 years to less than 4 years||L
      5|4 years to 10 years||L
      6|More than 10 years||L
      X|Indeterminate or life
      7|Indeterminate (IPP)||X
      8|Mandatory life||X
      """),
    CodeListText(
      "previous_offences",
      """
      0|None|Dim
      1-2|1 to 2|1 i 2
      3-6|3 to 6|3 i 6
      7-10|7 to 10|7 i 10
      11+|11 or more|11 neu fwy
      """),
    CodeListText(
      "accommodation_checks",
      """
      N|First night after release
      3|Three months after release
      """),
    CodeListText(
      "accommodation",
      """
      H|Housed
      1|Settled accommodation||H
      2|Other housed (transient or temporary)||H
      3|Bail or probation accommodation||H
      U|Not housed
      4|Homeless - not rough sleeping||U
      5|Rough sleeping||U
      9|Unknown|Ddim yn hysbys
      """),
    CodeListText(
      "recall_reasons",
      """
      NC|Did not meet licence conditions
      CH|New charge
      TOUCH|Lost contact with the probation practitioner
      OTH|Other
      """),
    CodeListText(
      "disposals",
      """
      CUST|Custody|Dalfa
      CO|Community order|Gorchymyn cymunedol
      SSO|Suspended sentence order|Gorchymyn dedfryd ohiriedig
      FINE|Fine|Dirwy
      DISCH|Absolute or conditional discharge
      YCP|Youth community penalty|Cosb gymunedol ieuenctid
      CAUT|Caution|Rhybudd
      OTH|Other disposal|Arall
      """),
    CodeListText(
      "order_types",
      """
      CO|Community order|Gorchymyn cymunedol
      SSO|Suspended sentence order|Gorchymyn dedfryd ohiriedig
      """),
    CodeListText(
      "order_ends",
      """
      E|Expired at its end
      B|Ended early for good progress
      R|Revoked
      D|Ended by death
      """),
    CodeListText(
      "requirements",
      """
      ATR|Alcohol treatment|Triniaeth alcohol
      DRR|Drug rehabilitation|Adsefydlu cyffuriau
      AAMR|Alcohol abstinence and monitoring
      MHTR|Mental health treatment|Triniaeth iechyd meddwl
      RAR|Rehabilitation activity
      UPW|Unpaid work|Gwaith di-dâl
      ACP|Accredited programme
      CUR|Curfew|Cyrffyw
      """),
    CodeListText(
      "requirement_ends",
      """
      C|Requirement completed
      E|Expired (normal)
      N|Revoked - conditions not met
      F|Revoked - further offence
      O|Revoked - other
      """),
  ]
}

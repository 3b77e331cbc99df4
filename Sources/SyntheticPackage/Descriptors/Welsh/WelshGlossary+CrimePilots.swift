extension WelshGlossary {
  /// The pilots about victims.
  static let crimePilots = """
    Supporting victims of crime|Cefnogi dioddefwyr troseddau
    Supporting victims of crime, after a referral to a service|Cefnogi dioddefwyr troseddau, ar ôl atgyfeirio at wasanaeth
    Crime reported|Trosedd wedi'i riportio
    Incident|Digwyddiad
    Crime recorded|Trosedd wedi'i chofnodi
    Any crime recorded|Unrhyw drosedd wedi'i chofnodi
    Suspect identified|Person dan amheuaeth wedi'i nodi
    Police outcome assigned|Canlyniad heddlu wedi'i bennu
    Police outcome|Canlyniad yr heddlu
    Case ended, victim not supported to continue|Daeth yr achos i ben, dioddefwr heb gefnogaeth i barhau
    Case ended, no suspect identified|Daeth yr achos i ben, neb dan amheuaeth wedi'i nodi
    Case ended, evidential difficulties|Daeth yr achos i ben, anawsterau tystiolaeth
    Case ended, evidential difficulties with the victim in support|Daeth yr achos i ben, anawsterau tystiolaeth gyda'r dioddefwr yn gefnogol
    Resolved out of court|Datryswyd y tu allan i'r llys
    Prosecution prevented or elsewhere|Erlyniad wedi'i rwystro neu mewn man arall
    Referred to the CPS|Atgyfeiriwyd at Wasanaeth Erlyn y Goron
    Charged|Cyhuddwyd
    No charge|Dim cyhuddiad
    No charge, victim not supported to continue|Dim cyhuddiad, dioddefwr heb gefnogaeth i barhau
    No charge for another reason|Dim cyhuddiad am reswm arall
    First hearing|Gwrandawiad cyntaf
    Trial listed|Treial wedi'i restru
    Trial postponed|Treial wedi'i ohirio
    Special measures granted|Mesurau arbennig wedi'u caniatáu
    Special measures|Mesurau arbennig
    Victim Personal Statement made|Datganiad Personol Dioddefwr wedi'i wneud
    Case completed|Achos wedi'i gwblhau
    Conviction|Euogfarn
    Acquittal|Rhyddfarn
    Case ended without a verdict|Daeth yr achos i ben heb reithfarn
    Case ended after charge, victim not supported to continue|Daeth yr achos i ben ar ôl cyhuddo, dioddefwr heb gefnogaeth i barhau
    Referred to a support service|Atgyfeiriwyd at wasanaeth cymorth
    Contact with a support service|Cyswllt â gwasanaeth cymorth
    Informed by the victim contact scheme|Hysbyswyd gan y cynllun cyswllt dioddefwyr
    Informed of the investigation (right 6)|Hysbyswyd am yr ymchwiliad (hawl 6)
    Informed of the outcome (right 9)|Hysbyswyd am y canlyniad (hawl 9)
    Crimes|Troseddau
    Age when recorded|Oedran adeg cofnodi
    Year recorded|Blwyddyn cofnodi
    Quarter recorded|Chwarter cofnodi
    How it was reported|Sut y cafodd ei riportio
    Who decided|Pwy benderfynodd
    Charging decision|Penderfyniad cyhuddo
    Court outcome|Canlyniad llys
    Postponements of the trial|Gohiriadau'r treial
    Support services met|Gwasanaethau cymorth y cwrddwyd â nhw
    The force sends rights delivered|Mae'r heddlu'n anfon hawliau a gyflawnwyd
    Rights of the Victims' Code delivered|Hawliau'r Cod Dioddefwyr a gyflawnwyd
    Case known to a service|Achos yn hysbys i wasanaeth
    Court information known to a service|Gwybodaeth llys yn hysbys i wasanaeth
    Release of the person convicted known to a service|Rhyddhau'r person a gafwyd yn euog yn hysbys i wasanaeth
    Support contacts within 12 months|Cysylltiadau cymorth o fewn 12 mis
    Crimes recorded in the 12 months before|Troseddau a gofnodwyd yn y 12 mis blaenorol
    Further crimes recorded within 12 months|Troseddau pellach a gofnodwyd o fewn 12 mis
    Days from incident to report|Diwrnodau o'r digwyddiad i'r riportio
    Days to the first support contact|Diwrnodau hyd at y cyswllt cymorth cyntaf
    Days to the police outcome|Diwrnodau hyd at ganlyniad yr heddlu
    Days to the end of the case|Diwrnodau hyd at ddiwedd yr achos
    Not recorded|Heb ei chofnodi
    No outcome known|Dim canlyniad yn hysbys
    No charging decision known|Dim penderfyniad cyhuddo yn hysbys
    No hearing known|Dim gwrandawiad yn hysbys
    Case completed within 24 months|Achos wedi'i gwblhau o fewn 24 mis
    Outcome of the case not known|Canlyniad yr achos ddim yn hysbys
    Not known to be informed after sentence|Dim hysbysu ar ôl dedfryd yn hysbys
    Referred to a support service within 14 days|Atgyfeiriwyd at wasanaeth cymorth o fewn 14 diwrnod
    Referred to support within 14 days|Atgyfeiriwyd at gymorth o fewn 14 diwrnod
    Support reached within 28 days|Cyrhaeddwyd cymorth o fewn 28 diwrnod
    Support reached within 91 days|Cyrhaeddwyd cymorth o fewn 91 diwrnod
    Informed of the outcome within 12 months|Hysbyswyd am y canlyniad o fewn 12 mis
    Informed of the investigation within 91 days|Hysbyswyd am yr ymchwiliad o fewn 91 diwrnod
    Trial listed within 12 months|Treial wedi'i restru o fewn 12 mis
    Trial postponed within 24 months|Treial wedi'i ohirio o fewn 24 mis
    Special measures granted within 24 months|Mesurau arbennig wedi'u caniatáu o fewn 24 mis
    Victim Personal Statement made within 24 months|Datganiad Personol Dioddefwr wedi'i wneud o fewn 24 mis
    Met by the victim contact scheme within 24 months|Cwrddwyd gan y cynllun cyswllt dioddefwyr o fewn 24 mis
    Report followed by a police decision within 6 months|Penderfyniad heddlu o fewn 6 mis i'r riportio
    Charge within 12 months|Cyhuddo o fewn 12 mis
    Case completed within 12 months of the report|Achos wedi'i gwblhau o fewn 12 mis i'r riportio
    Conviction within 24 months|Euogfarn o fewn 24 mis
    Informed after a sentence within 24 months|Hysbyswyd ar ôl dedfryd o fewn 24 mis
    Case ended with the victim not supported to continue|Daeth yr achos i ben gyda'r dioddefwr heb gefnogaeth i barhau
    Case ended by the police with the victim not supported to continue|Daeth yr heddlu â'r achos i ben gyda'r dioddefwr heb gefnogaeth i barhau
    Case ended before charge with the victim not supported to continue|Daeth yr achos i ben cyn cyhuddo gyda'r dioddefwr heb gefnogaeth i barhau
    Case ended after charge with the victim not supported to continue|Daeth yr achos i ben ar ôl cyhuddo gyda'r dioddefwr heb gefnogaeth i barhau
    Year of referral|Blwyddyn yr atgyfeiriad
    Offence of the last crime recorded|Trosedd y drosedd ddiwethaf a gofnodwyd
    Service|Gwasanaeth
    Who referred|Pwy atgyfeiriodd
    No contact known|Dim cyswllt yn hysbys
    First contact|Cyswllt cyntaf
    No police outcome known|Dim canlyniad heddlu yn hysbys
    No charge known|Dim cyhuddiad yn hysbys
    Met within 7 days|Cwrddwyd o fewn 7 diwrnod
    Met within 28 days|Cwrddwyd o fewn 28 diwrnod
    Support reached within 7 days of the referral|Cyrhaeddwyd cymorth o fewn 7 diwrnod i'r atgyfeiriad
    Support reached within 28 days of the referral|Cyrhaeddwyd cymorth o fewn 28 diwrnod i'r atgyfeiriad
    Charge within 12 months of the referral|Cyhuddo o fewn 12 mis i'r atgyfeiriad
    """
}

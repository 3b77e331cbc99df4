extension WelshGlossary {
  /// Codes of crimes, cases and victim services.
  static let crime = """
    Victim not supported to continue after charge|Dioddefwr heb gefnogaeth i barhau ar ôl cyhuddo
    Victim not supported to give evidence|Dioddefwr heb gefnogaeth i roi tystiolaeth
    Victim not supported to attend|Dioddefwr heb gefnogaeth i fod yn bresennol
    Victim's evidence does not support the case|Tystiolaeth y dioddefwr ddim yn cefnogi'r achos
    Other reason, victim engaged|Rheswm arall, dioddefwr yn ymgysylltu
    Convicted|Cafwyd yn euog
    Convicted - guilty plea|Cafwyd yn euog - ple euog
    Convicted - after trial|Cafwyd yn euog - ar ôl treial
    Acquitted|Cafwyd yn ddieuog
    Ended without a verdict|Daeth i ben heb reithfarn
    Discontinued|Rhoddwyd y gorau iddo
    Withdrawn|Tynnwyd yn ôl
    Indictment stayed|Ditiad wedi'i atal
    Not complete|Heb ei gwblhau
    Charge|Cyhuddo
    No charge - victim not supported to continue|Dim cyhuddiad - dioddefwr heb gefnogaeth i barhau
    No charge - evidential|Dim cyhuddiad - tystiolaeth
    No charge - public interest|Dim cyhuddiad - budd y cyhoedd
    Charged or summonsed|Cyhuddwyd neu gwysiwyd
    Charged or summonsed to the offence|Cyhuddwyd neu gwysiwyd am y drosedd
    Charged or summonsed - alternate offence|Cyhuddwyd neu gwysiwyd - trosedd amgen
    Out of court|Y tu allan i'r llys
    Caution - youth|Rhybudd - ieuenctid
    Caution - adult|Rhybudd - oedolyn
    Penalty notice for disorder|Hysbysiad cosb am anhrefn
    Cannabis or khat warning|Rhybudd canabis neu khat
    Community resolution|Datrysiad cymunedol
    Diversionary, educational or intervention activity|Gweithgaredd dargyfeirio, addysgol neu ymyrryd
    Taken into consideration|Wedi'i hystyried
    Taken into consideration with another offence|Wedi'i hystyried gyda throsedd arall
    Prosecution prevented or not in the public interest|Erlyniad wedi'i rwystro neu ddim er budd y cyhoedd
    Suspect has died|Person dan amheuaeth wedi marw
    Not in public interest (CPS)|Ddim er budd y cyhoedd (Gwasanaeth Erlyn y Goron)
    Not in public interest (police)|Ddim er budd y cyhoedd (heddlu)
    Prosecution prevented - suspect under age|Erlyniad wedi'i rwystro - person dan amheuaeth yn rhy ifanc
    Prosecution prevented - suspect too ill|Erlyniad wedi'i rwystro - person dan amheuaeth yn rhy sâl
    Prosecution prevented - victim or key witness dead or too ill|Erlyniad wedi'i rwystro - dioddefwr neu dyst allweddol wedi marw neu'n rhy sâl
    Prosecution time limit expired|Terfyn amser erlyn wedi dod i ben
    Further investigation not in the public interest - police decision|Ymchwilio pellach ddim er budd y cyhoedd - penderfyniad yr heddlu
    Evidential difficulties (victim does not support action)|Anawsterau tystiolaeth (dioddefwr ddim yn cefnogi camau)
    Suspect not identified; victim does not support further action|Neb wedi'i nodi; dioddefwr ddim yn cefnogi camau pellach
    Suspect identified; victim does not support further action|Person dan amheuaeth wedi'i nodi; dioddefwr ddim yn cefnogi camau pellach
    Evidential difficulties (suspect identified; victim supports action)|Anawsterau tystiolaeth (person dan amheuaeth wedi'i nodi; dioddefwr yn cefnogi camau)
    Suspect identified; victim supports action|Person dan amheuaeth wedi'i nodi; dioddefwr yn cefnogi camau
    Investigation complete - no suspect identified|Ymchwiliad wedi'i gwblhau - neb dan amheuaeth wedi'i nodi
    No suspect identified|Neb dan amheuaeth wedi'i nodi
    Transferred to another body|Trosglwyddwyd i gorff arall
    Further action by another body|Camau pellach gan gorff arall
    Not yet assigned an outcome|Heb ganlyniad eto
    Domestic abuse assault|Ymosodiad cam-drin domestig
    Robbery of personal property|Lladrad eiddo personol
    Residential burglary|Bwrgleriaeth breswyl
    Vehicle offences|Troseddau cerbydau
    Other theft|Dwyn arall
    Criminal damage and arson to property|Difrod troseddol a llosgi bwriadol i eiddo
    Public fear, alarm or distress|Ofn, braw neu drallod cyhoeddus
    The police alone|Yr heddlu yn unig
    After referral to the Crown Prosecution Service|Ar ôl atgyfeirio at Wasanaeth Erlyn y Goron
    To an officer|I swyddog
    By another body or person|Gan gorff neu berson arall
    The police|Yr heddlu
    The victim|Y dioddefwr
    Health services|Gwasanaethau iechyd
    Another body|Corff arall
    General victim support|Cymorth cyffredinol i ddioddefwyr
    Independent domestic violence adviser|Cynghorydd annibynnol ar drais domestig
    Independent sexual violence adviser|Cynghorydd annibynnol ar drais rhywiol
    Restorative justice|Cyfiawnder adferol
    Victim contact scheme|Cynllun cyswllt dioddefwyr
    To be able to understand and to be understood|Gallu deall a chael eich deall
    To have the details of the crime recorded without unjustified delay|Cael cofnodi manylion y drosedd heb oedi na ellir ei gyfiawnhau
    To be provided with information when reporting the crime|Cael gwybodaeth wrth riportio'r drosedd
    To be referred to services that support victims and have services tailored to needs|Cael eich atgyfeirio at wasanaethau sy'n cefnogi dioddefwyr a chael gwasanaethau wedi'u teilwra i'ch anghenion
    To be provided with information about compensation|Cael gwybodaeth am iawndal
    To be provided with information about the investigation and prosecution|Cael gwybodaeth am yr ymchwiliad a'r erlyniad
    To make a Victim Personal Statement|Gwneud Datganiad Personol Dioddefwr
    To be given information about the trial, trial process and role as a witness|Cael gwybodaeth am y treial, y broses dreial a rôl y tyst
    To be given information about the outcome of the case and any appeals|Cael gwybodaeth am ganlyniad yr achos ac unrhyw apeliadau
    To be paid expenses and have property returned|Cael treuliau wedi'u talu a chael eiddo yn ôl
    To be given information about the person convicted|Cael gwybodaeth am y person a gafwyd yn euog
    To make a complaint about rights not being met|Gwneud cwyn am hawliau heb eu bodloni
    """
}

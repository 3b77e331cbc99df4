extension WelshGlossary {
  /// Treatment for alcohol and drugs, and the pilots about it and about deaths.
  static let treatment = """
    Treatment completed - drug-free|Triniaeth wedi'i chwblhau - heb gyffuriau
    Treatment completed - alcohol-free|Triniaeth wedi'i chwblhau - heb alcohol
    Treatment completed - occasional user (not heroin or crack)|Triniaeth wedi'i chwblhau - defnydd achlysurol (nid heroin na chrac)
    Transferred or in custody|Trosglwyddwyd neu yn y ddalfa
    Transferred - not in custody|Trosglwyddwyd - nid yn y ddalfa
    Transferred - in custody|Trosglwyddwyd - yn y ddalfa
    Incomplete - retained in custody|Heb ei chwblhau - cadwyd yn y ddalfa
    Ended before completion|Daeth i ben cyn ei chwblhau
    Incomplete - left before completion|Heb ei chwblhau - gadawyd cyn y diwedd
    Incomplete - treatment withdrawn by provider|Heb ei chwblhau - triniaeth wedi'i thynnu'n ôl gan y darparwr
    Incomplete - treatment start declined|Heb ei chwblhau - gwrthodwyd dechrau triniaeth
    Incomplete - died|Heb ei chwblhau - bu farw
    Opiate|Opiadau
    Non-opiate only|Heb fod yn opiadau yn unig
    Non-opiate and alcohol|Heb fod yn opiadau ac alcohol
    No fixed abode - urgent housing problem|Dim cyfeiriad sefydlog - problem tai frys
    Housing problem|Problem tai
    No housing problem|Dim problem tai
    Self, family or friends|Hunan, teulu neu ffrindiau
    General practice|Practis cyffredinol
    Drug rehabilitation requirement|Gofyniad adsefydlu cyffuriau
    Structured psychosocial intervention|Ymyriad seicogymdeithasol strwythuredig
    Specialist prescribing|Rhagnodi arbenigol
    GP prescribing|Rhagnodi gan feddyg teulu
    Inpatient treatment|Triniaeth i gleifion mewnol
    Residential rehabilitation|Adsefydlu preswyl
    Other structured intervention|Ymyriad strwythuredig arall
    Reducing substance misuse|Lleihau camddefnyddio sylweddau
    Sentenced to a treatment requirement|Dedfryd â gofyniad triniaeth
    Supervision started|Goruchwyliaeth wedi dechrau
    Supervision not known to have started|Dim dechrau goruchwyliaeth yn hysbys
    Referral to treatment|Atgyfeirio at driniaeth
    In treatment|Mewn triniaeth
    Already in treatment on the sentence date|Eisoes mewn triniaeth ar ddyddiad y ddedfryd
    Already in treatment at sentence|Eisoes mewn triniaeth adeg y ddedfryd
    In treatment on the sentence date|Mewn triniaeth ar ddyddiad y ddedfryd
    In treatment at sentence or later|Mewn triniaeth adeg y ddedfryd neu wedyn
    In treatment at 3 weeks|Mewn triniaeth ar ôl 3 wythnos
    Treatment journey started|Taith driniaeth wedi dechrau
    Treatment journey completed|Taith driniaeth wedi'i chwblhau
    Treatment started within 12 months|Triniaeth wedi dechrau o fewn 12 mis
    Treatment completed|Triniaeth wedi'i chwblhau
    Treatment completed within 12 months|Triniaeth wedi'i chwblhau o fewn 12 mis
    Treatment completed within 24 months|Triniaeth wedi'i chwblhau o fewn 24 mis
    Journey completed|Taith wedi'i chwblhau
    Journey ended before completion|Daeth y daith i ben cyn ei chwblhau
    Journey ended|Daeth y daith i ben
    Journey open|Taith ar agor
    Journey open, or its end not known|Taith ar agor, neu ei diwedd ddim yn hysbys
    How the journey ended|Sut y daeth y daith i ben
    How the last journey ended|Sut y daeth y daith olaf i ben
    Died in treatment|Bu farw mewn triniaeth
    Death by drug or alcohol poisoning|Marwolaeth drwy wenwyno gan gyffuriau neu alcohol
    Death by suicide|Marwolaeth drwy hunanladdiad
    Death by suicide within 12 months|Marwolaeth drwy hunanladdiad o fewn 12 mis
    Death by poisoning within 12 months|Marwolaeth drwy wenwyno o fewn 12 mis
    Requirement|Gofyniad
    How the requirement ended|Sut y daeth y gofyniad i ben
    Age at sentence|Oedran adeg y ddedfryd
    Year of sentence|Blwyddyn y ddedfryd
    Quarter of sentence|Chwarter y ddedfryd
    Type of order|Math o orchymyn
    Offence|Trosedd
    Substance group|Grŵp sylweddau
    Substance group at the last contact|Grŵp sylweddau adeg y cyswllt olaf
    Housing need|Angen tai
    Housing need at the start of treatment|Angen tai ar ddechrau triniaeth
    Source of referral|Ffynhonnell yr atgyfeiriad
    Treatment system|System driniaeth
    Kind of treatment|Math o driniaeth
    Sentenced to ATR or DRR|Dedfryd ag ATR neu DRR
    No treatment known|Dim triniaeth yn hysbys
    Engaged with treatment|Ymgysylltodd â thriniaeth
    Contact with treatment before a death by suicide|Cyswllt â thriniaeth cyn marwolaeth drwy hunanladdiad
    Last contact with treatment|Cyswllt olaf â thriniaeth
    People in treatment for alcohol and drugs|Pobl mewn triniaeth am alcohol a chyffuriau
    Year of start|Blwyddyn y dechrau
    Not back within 6 months|Heb ddychwelyd o fewn 6 mis
    Back in treatment within 6 months|Yn ôl mewn triniaeth o fewn 6 mis
    Treatment before a homicide, victims and suspects|Triniaeth cyn lladdiad, dioddefwyr a phobl dan amheuaeth
    Entry in the Homicide Index|Cofnod yn y Mynegai Lladdiadau
    Victim or suspect|Dioddefwr neu berson dan amheuaeth
    Treatment record|Cofnod triniaeth
    """
}

extension WelshGlossary {
  /// Offences, custody, probation and the pilots about reoffending.
  static let justice = """
    Remand|Remand
    Sentence|Dedfryd
    Recall|Adalw
    English, maths and other basic skills|Saesneg, mathemateg a sgiliau sylfaenol eraill
    Vocational training|Hyfforddiant galwedigaethol
    Employment and work skills|Sgiliau cyflogaeth a gwaith
    Thinking and behaviour programme|Rhaglen meddwl ac ymddygiad
    Substance misuse programme|Rhaglen camddefnyddio sylweddau
    Relationships and family programme|Rhaglen perthnasoedd a theulu
    Miscellaneous crimes against society|Troseddau amrywiol yn erbyn cymdeithas
    Summary non-motoring|Diannod heb fod yn droseddau moduro
    Summary motoring|Troseddau moduro diannod
    6 months or less|6 mis neu lai
    More than 6 months to less than 12 months|Mwy na 6 mis i lai na 12 mis
    12 months to less than 2 years|12 mis i lai na 2 flynedd
    2 years to less than 4 years|2 flynedd i lai na 4 blynedd
    4 years to 10 years|4 blynedd i 10 mlynedd
    More than 10 years|Mwy na 10 mlynedd
    Indeterminate or life|Amhenodol neu am oes
    Indeterminate (IPP)|Amhenodol (carcharu er mwyn diogelu'r cyhoedd)
    Mandatory life|Oes gorfodol
    First night after release|Noson gyntaf ar ôl rhyddhau
    Three months after release|Tri mis ar ôl rhyddhau
    Housed|Mewn llety
    Settled accommodation|Llety sefydlog
    Other housed (transient or temporary)|Llety arall (byrhoedlog neu dros dro)
    Bail or probation accommodation|Llety mechnïaeth neu brawf
    Not housed|Heb lety
    Homeless - not rough sleeping|Digartref - ddim yn cysgu allan
    Rough sleeping|Cysgu allan
    Did not meet licence conditions|Heb fodloni amodau'r drwydded
    New charge|Cyhuddiad newydd
    Lost contact with the probation practitioner|Colli cysylltiad â'r ymarferydd prawf
    Absolute or conditional discharge|Rhyddhad diamod neu amodol
    Expired at its end|Daeth i ben yn ei bryd
    Ended early for good progress|Daeth i ben yn gynnar oherwydd cynnydd da
    Revoked|Dirymwyd
    Ended by death|Daeth i ben oherwydd marwolaeth
    Alcohol abstinence and monitoring|Ymatal rhag alcohol a'i fonitro
    Rehabilitation activity|Gweithgaredd adsefydlu
    Accredited programme|Rhaglen achrededig
    Requirement completed|Gofyniad wedi'i gwblhau
    Expired (normal)|Daeth i ben (arferol)
    Revoked - conditions not met|Dirymwyd - amodau heb eu bodloni
    Revoked - further offence|Dirymwyd - trosedd bellach
    Revoked - other|Dirymwyd - arall
    Northumbria CRC|CRC Northumbria
    NPS North East|NPS Gogledd Ddwyrain Lloegr
    Cumbria and Lancashire CRC|CRC Cumbria a Swydd Gaerhirfryn
    NPS North West|NPS Gogledd Orllewin Lloegr
    Humberside Lincolnshire and North Yorkshire CRC|CRC Glannau Humber, Swydd Lincoln a Gogledd Swydd Efrog
    West Yorkshire CRC|CRC Gorllewin Swydd Efrog
    DLNR CRC|CRC DLNR
    NPS Midlands|NPS Canolbarth Lloegr
    Staffordshire and West Midlands CRC|CRC Swydd Stafford a Gorllewin Canolbarth Lloegr
    BeNCH CRC|CRC BeNCH
    Essex CRC|CRC Essex
    London CRC|CRC Llundain
    NPS London|NPS Llundain
    Thames Valley CRC|CRC Dyffryn Tafwys
    Hampshire and Isle of Wight CRC|CRC Hampshire ac Ynys Wyth
    BGSW CRC|CRC BGSW
    Dorset Devon and Cornwall CRC|CRC Dorset, Dyfnaint a Chernyw
    Wales CRC|CRC Cymru
    NPS Wales|NPS Cymru
    Cheshire and Greater Manchester CRC|CRC Swydd Gaer a Manceinion Fwyaf
    KSS CRC|CRC KSS
    NPS KSS|NPS KSS
    From reception into custody to work after release|O'r derbyn i'r ddalfa hyd at waith ar ôl rhyddhau
    Received into custody|Derbyniwyd i'r ddalfa
    Reception into custody|Derbyn i'r ddalfa
    Needs assessed|Anghenion wedi'u hasesu
    Needs assessed within 3 months|Anghenion wedi'u hasesu o fewn 3 mis
    Course started|Cwrs wedi dechrau
    Course completed|Cwrs wedi'i gwblhau
    Course completed within 12 months|Cwrs wedi'i gwblhau o fewn 12 mis
    Course in prison|Cwrs yn y carchar
    Courses in prison|Cyrsiau yn y carchar
    Course completed in prison|Cwrs wedi'i gwblhau yn y carchar
    Release from custody|Rhyddhau o'r ddalfa
    Released from custody|Rhyddhawyd o'r ddalfa
    Released on licence|Rhyddhawyd ar drwydded
    Housed on the first night|Mewn llety ar y noson gyntaf
    Not housed on the first night|Heb lety ar y noson gyntaf
    Not known to be housed|Dim llety'n hysbys
    Benefit or job|Budd-dal neu swydd
    Benefit or job by 6 weeks|Budd-dal neu swydd erbyn 6 wythnos
    No benefit or job known by 6 weeks|Dim budd-dal na swydd yn hysbys erbyn 6 wythnos
    Benefit claim|Hawliad budd-dal
    Benefit claim by 6 weeks|Hawliad budd-dal erbyn 6 wythnos
    Job by 6 weeks|Swydd erbyn 6 wythnos
    A job started within six months|Swydd wedi dechrau o fewn chwe mis
    Settled at three months|Mewn llety sefydlog ar ôl tri mis
    Settled accommodation at three months|Llety sefydlog ar ôl tri mis
    Not settled at three months|Ddim mewn llety sefydlog ar ôl tri mis
    Not known to be settled at three months|Dim llety sefydlog yn hysbys ar ôl tri mis
    Paid in the sixth month|Cyflog yn y chweched mis
    No pay known in the sixth month|Dim cyflog yn hysbys yn y chweched mis
    Recall to custody|Adalw i'r ddalfa
    Recalled to custody|Adalwyd i'r ddalfa
    Recalled to custody within 12 months|Adalwyd i'r ddalfa o fewn 12 mis
    Magistrates' court case|Achos llys ynadon
    Crown Court case|Achos Llys y Goron
    Family court case|Achos llys teulu
    Family court cases|Achosion llys teulu
    Civil claims|Hawliadau sifil
    Claim for possession of a home|Hawliad meddiannu cartref
    Why in custody|Pam yn y ddalfa
    Needs found|Anghenion a ganfuwyd
    Needs found in assessments|Anghenion a ganfuwyd mewn asesiadau
    Children identified|Plant a nodwyd
    Plea before magistrates|Ple gerbron ynadon
    No assessment known|Dim asesiad yn hysbys
    No course known|Dim cwrs yn hysbys
    Course not known to be completed|Dim cwblhau'r cwrs yn hysbys
    Reducing reoffending|Lleihau aildroseddu
    Reducing reoffending, after any disposal|Lleihau aildroseddu, ar ôl unrhyw warediad
    Proven reoffence|Aildrosedd a brofwyd
    Reconviction|Ailgollfarn
    Reconviction within 12 months|Ailgollfarn o fewn 12 mis
    Reconvicted within 12 months|Ailgollfarnwyd o fewn 12 mis
    Proven reoffending within 12 months|Aildroseddu a brofwyd o fewn 12 mis
    No proven reoffence known|Dim aildrosedd a brofwyd yn hysbys
    Index disposal|Gwarediad mynegai
    Age at the index date|Oedran ar y dyddiad mynegai
    Age at release|Oedran wrth ryddhau
    Year of release|Blwyddyn y rhyddhau
    Quarter of release|Chwarter y rhyddhau
    Index offence|Trosedd fynegai
    Length of custodial sentence|Hyd y ddedfryd o garchar
    Previous offences|Troseddau blaenorol
    Post-sentence supervision|Goruchwyliaeth ôl-ddedfryd
    Offences of the person|Troseddau'r person
    Accommodation before custody|Llety cyn y ddalfa
    Somewhere to live on release|Rhywle i fyw ar ôl rhyddhau
    Exclusion from school|Gwahardd o'r ysgol
    Social care as a child|Gofal cymdeithasol yn blentyn
    Housing need found in custody|Angen tai a ganfuwyd yn y ddalfa
    Drug need found in custody|Angen cyffuriau a ganfuwyd yn y ddalfa
    Where on the first night|Ble ar y noson gyntaf
    Where at three months|Ble ar ôl tri mis
    Treatment started within 3 months|Triniaeth wedi dechrau o fewn 3 mis
    Owed a homelessness duty|Dyletswydd digartrefedd yn ddyledus
    Owed a homelessness duty within 3 months|Dyletswydd digartrefedd yn ddyledus o fewn 3 mis
    Not back in treatment within 6 months|Heb ddychwelyd i driniaeth o fewn 6 mis
    Open before magistrates|Ar agor gerbron ynadon
    No record of the Crown Court|Dim cofnod o Lys y Goron
    Open|Ar agor
    """
}

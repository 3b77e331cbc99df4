extension WelshGlossary {
  /// Children with a parent in custody.
  static let families = """
    Children with a parent in custody|Plant â rhiant yn y ddalfa
    Parent received into custody|Rhiant wedi'i dderbyn i'r ddalfa
    Parent released|Rhiant wedi'i ryddhau
    Parent released within 12 months|Rhiant wedi'i ryddhau o fewn 12 mis
    School year on record|Blwyddyn ysgol ar gofnod
    School year with persistent absence|Blwyddyn ysgol ag absenoldeb cyson
    Assessed at school|Aseswyd yn yr ysgol
    Assessed at school within 24 months|Aseswyd yn yr ysgol o fewn 24 mis
    Expected standard reached|Cyrhaeddwyd y safon ddisgwyliedig
    Expected standard reached within 24 months|Cyrhaeddwyd y safon ddisgwyliedig o fewn 24 mis
    Suspension or exclusion|Atal neu wahardd
    Suspended or excluded within 12 months|Ataliwyd neu gwaharddwyd o fewn 12 mis
    Contact with social care|Cyswllt â gofal cymdeithasol
    Contact with social care within 12 months|Cyswllt â gofal cymdeithasol o fewn 12 mis
    Looked after|Yn derbyn gofal
    Looked after within 12 months|Yn derbyn gofal o fewn 12 mis
    How the child is known|Sut mae'r plentyn yn hysbys
    Parent in custody|Rhiant yn y ddalfa
    Age at reception|Oedran wrth dderbyn
    Year of reception|Blwyddyn y derbyn
    Length of the parent's sentence|Hyd dedfryd y rhiant
    Special educational needs|Anghenion addysgol arbennig
    Attainment at school|Cyrhaeddiad yn yr ysgol
    Kinds of social care|Mathau o ofal cymdeithasol
    No school record linked|Dim cofnod ysgol wedi'i gysylltu
    School record linked|Cofnod ysgol wedi'i gysylltu
    Release not known|Rhyddhau ddim yn hysbys
    No school record after the release|Dim cofnod ysgol ar ôl y rhyddhau
    School record within a year of the release|Cofnod ysgol o fewn blwyddyn i'r rhyddhau
    School record within 12 months|Cofnod ysgol o fewn 12 mis
    Persistent absence within 12 months|Absenoldeb cyson o fewn 12 mis
    """
}

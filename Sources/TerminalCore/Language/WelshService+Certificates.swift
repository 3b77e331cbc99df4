extension WelshService {
  /// The sentences of certificates as screens show them. Files hold them in English.
  static let certificates: [String: String] = [
    "Cells of 1 to {1} persons are hidden, and others with them, so that the published cells do not give them away.":
      "Cuddir celloedd o 1 i {1} o bersonau, ac eraill gyda nhw, fel nad yw'r celloedd a gyhoeddir yn eu datgelu.",
    "So are cells in which one or two persons account for nearly all that is counted.":
      "Cuddir hefyd gelloedd lle mae un neu ddau berson yn cyfrif am bron y cyfan a gyfrifir.",
    "Published counts are rounded to the nearest {1}, each cell by itself.":
      "Talgrynnir cyfrifon a gyhoeddir i'r {1} agosaf, pob cell ar ei phen ei hun.",
    "Published counts are rounded to the nearest {1}, each cell by itself; they add up as they are.":
      "Talgrynnir cyfrifon a gyhoeddir i'r {1} agosaf, pob cell ar ei phen ei hun; maent yn adio fel y maent.",
    "Published counts are rounded to the nearest {1}, each cell by itself, and then, from these published counts alone, moved by {2} at most so that they add up.":
      "Talgrynnir cyfrifon a gyhoeddir i'r {1} agosaf, pob cell ar ei phen ei hun, ac yna, o'r cyfrifon hyn a gyhoeddir yn unig, fe'u symudir {2} ar y mwyaf fel eu bod yn adio.",
    "No way was found to make them add up.": "Ni chafwyd ffordd i wneud iddynt adio.",
    "A hidden cell may also be zero.": "Gall cell gudd fod yn sero hefyd.",
    "Zeros are published.": "Cyhoeddir seroau.",
    "Zeros are hidden like small counts.": "Cuddir seroau fel cyfrifon bach.",
    "Before it was shown, the table was attacked with everything that it publishes, with its definition, the rules of the method and this statement known: {=1}.":
      "Cyn ei ddangos, ymosodwyd ar y tabl â phopeth y mae'n ei gyhoeddi, gan wybod ei ddiffiniad, rheolau'r dull a'r datganiad hwn: {=1}.",
    "Of {1}, for every group of the table and every code, it remains possible that somebody has the code, and that not {=2} have it.":
      "O ran {1}, ar gyfer pob grŵp yn y tabl a phob cod, erys yn bosibl fod gan rywun y cod, ac nad oes ei gan {=2}.",
    "This holds for this table by itself, not for several tables put together.":
      "Mae hyn yn dal ar gyfer y tabl hwn ar ei ben ei hun, nid ar gyfer sawl tabl ynghyd.",
    "This holds for all tables of {=1} put together, not for other tables put together with them.":
      "Mae hyn yn dal ar gyfer holl dablau {=1} ynghyd, nid ar gyfer tablau eraill ynghyd â nhw.",
    "Every count of persons but zero carries noise of its own, {1} at most either way, of mean 0 and variance {2}; the same persons have the same noise in every table and filter, whatever the wording.":
      "Mae pob cyfrif o bersonau heblaw sero yn cario ei sŵn ei hun, {1} ar y mwyaf y naill ffordd neu'r llall, â chymedr 0 ac amrywiant {2}; mae gan yr un personau yr un sŵn ym mhob tabl a hidlydd, beth bynnag y geiriad.",
    "Counts below {1} with their noise are hidden, and some zeros with them.":
      "Cuddir cyfrifon dan {1} gyda'u sŵn, a rhai seroau gyda nhw.",
    "So a published count stands for what is up to {1} less or more.":
      "Felly mae cyfrif a gyhoeddir yn sefyll dros rywbeth sydd hyd at {1} yn llai neu'n fwy.",
    "Noise averages out: whoever adds up a count in m independent ways out of k cells each knows it to a standard error of the square root of {1} k / m. A project may break a cohort down in {2} ways, so that somebody with one code of each variable is in {3} published cells of it at most: even for an attacker who knows the noise's distribution, its largest value and everybody else's records the standard error is at least {4}, and a guess at a count is right about {5} times in 100 at most.":
      "Mae sŵn yn cyfartaleddu: mae pwy bynnag sy'n adio cyfrif mewn m o ffyrdd annibynnol o k cell yr un yn ei wybod i gyfeiliornad safonol o ail isradd {1} k / m. Nifer y ffyrdd y gall prosiect ddadansoddi cohort: {2}; felly mae rhywun ag un cod o bob newidyn mewn {3} o'i gelloedd cyhoeddedig ar y mwyaf: hyd yn oed i ymosodwr sy'n gwybod dosraniad y sŵn, ei werth mwyaf a chofnodion pawb arall, mae'r cyfeiliornad safonol o leiaf {4}, ac mae dyfalu cyfrif yn gywir tua {5} gwaith mewn 100 ar y mwyaf.",
    "Nothing is promised of single small cells beyond that: cells are not hidden to protect others.":
      "Nid addewir dim am gelloedd bach unigol y tu hwnt i hynny: ni chuddir celloedd i warchod eraill.",
  ]
}

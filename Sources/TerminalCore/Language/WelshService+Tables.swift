extension WelshService {
  /// Signs, legends and notes under a table.
  static let tables: [String: String] = [
    "Confidential: fewer than {1} persons with noise, or one of the zeros that are hidden with them.":
      "Cyfrinachol: llai na {1} o bersonau gyda sŵn, neu un o'r seroau a guddir gyda nhw.",
    "Confidential: fewer than {1} persons, or needed to protect such a cell.":
      "Cyfrinachol: llai na {1} o bersonau, neu ei angen i warchod cell o'r fath.",
    "Low: rounds to zero, but is not zero.": "Isel: yn talgrynnu i sero, ond nid yw'n sero.",
    "Not available.": "Ddim ar gael.",
    "Not applicable.": "Ddim yn berthnasol.",
    "Zero: none.": "Sero: dim un.",
    "With noise of at most {1} either way.":
      "Gyda sŵn o {1} ar y mwyaf y naill ffordd neu'r llall.",
    "Rounded to the nearest {1}.": "Wedi'i dalgrynnu i'r {1} agosaf.",
    "As counted.": "Fel y'i cyfrifwyd.",
    "Counts carry noise of at most {1} either way, the same for a cell everywhere. Totals carry their own: they are not the sums of what stands under them.":
      "Mae cyfrifon yn cario sŵn o {1} ar y mwyaf y naill ffordd neu'r llall, yr un sŵn i gell ym mhobman. Mae cyfansymiau'n cario eu sŵn eu hunain: nid symiau'r hyn sydd oddi tanynt ydynt.",
    "At link level {1} numbers differ from these by up to about {2} persons (with noise of about {3}).":
      "Ar lefel gysylltu {1} mae rhifau'n gwahaniaethu oddi wrth y rhain o hyd at tua {2} o bersonau (gyda sŵn o tua {3}).",
    "Counts are {=1}.": "Cyfrifon: {=1}.",
    "Noise may leave a part above its whole: such a share is shown as 100%.":
      "Gall sŵn adael rhan yn fwy na'i chyfan: dangosir cyfran o'r fath fel 100%.",
    "Not available: follow-up incomplete until {1}.":
      "Ddim ar gael: dilyniant anghyflawn hyd {1}.",
    "{1}: index events after {2} were not observed for long enough and count in neither part of the share.":
      "{1}: ni welwyd digwyddiadau mynegai ar ôl {2} am ddigon o amser, ac nid ydynt yn cyfrif yn y naill ran na'r llall o'r gyfran.",
    "{1} is an adverse outcome; beside it stands {2}: measure share {3} {4}.":
      "Canlyniad anffafriol yw {1}; wrth ei ochr saif {2}: measure share {3} {4}.",
  ]

  /// What stands in places of other sentences.
  static let parts: [String: String] = [
    "rounded to the nearest {1} and moved by {2} at most, so that they add up":
      "wedi'u talgrynnu i'r {1} agosaf a'u symud {2} ar y mwyaf, fel eu bod yn adio",
    "rounded to the nearest {1}, each cell by itself":
      "wedi'u talgrynnu i'r {1} agosaf, pob cell ar ei phen ei hun",
    "rounded to the nearest {1}; they add up":
      "wedi'u talgrynnu i'r {1} agosaf; maent yn adio",
    "each of 1 to {1} remains possible for every cell that small":
      "erys pob un o 1 i {1} yn bosibl ar gyfer pob cell mor fach â hynny",
    "at least {1} of the values 1 to {2} remain possible (the policy does not ask for all) for every cell that small":
      "erys o leiaf {1} o'r gwerthoedd 1 i {2} yn bosibl (nid yw'r polisi'n gofyn am bob un) ar gyfer pob cell mor fach â hynny",
    "the interval that the rules require remains possible for every unsafe cell":
      "erys y cyfwng y mae'r rheolau'n ei fynnu yn bosibl ar gyfer pob cell anniogel",
    "an outcome's yes, no and incomplete belong to bases that must not be added":
      "mae ie, na ac anghyflawn canlyniad yn perthyn i seiliau na ddylid eu hadio",
    "only variables with one code for each person can":
      "dim ond newidynnau ag un cod i bob person y gellir eu hailgodio",
    "{1} is of: {2}": "sail {1}: {2}",
    "everyone": "pawb",
    "everyone or all but {1}": "pawb na phawb ond {1}",
    "{#1} months": "{#1} (misoedd)",
    "1 month": "1 (mis)",
    "month": "1 (mis)",
    "months": "misoedd",
    "{#1} days": "{#1} (diwrnodau)",
    "1 day": "1 (diwrnod)",
    "day": "1 (diwrnod)",
    "days": "diwrnodau",
    "{=1} and a further {=2}": "{=1} ac yna {=2}",
  ]

  /// Texts that are no sentences.
  static let texts: [String: String] = [
    "{#1} of {#2} ({#3})": "{#1} o {#2} ({#3})",
    "{#1} of {#2}": "{#1} o {#2}",
    "{#1} of {#2}, now {#3} of {#4}": "{#1} o {#2}, nawr {#3} o {#4}",
    "Cafwyd: {1} in the {=2} before the index event":
      "Cafwyd: {1}, o fewn {=2} cyn y digwyddiad mynegai",
    "Ni chafwyd: {1} in the {=2} before the index event":
      "Ni chafwyd: {1}, o fewn {=2} cyn y digwyddiad mynegai",
    "Days from {1} to {2}": "Diwrnodau o {1} i {2}",
  ]
}

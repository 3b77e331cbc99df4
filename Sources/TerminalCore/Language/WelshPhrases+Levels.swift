extension WelshPhrases {
  /// Tables at every link level, recodes made on the screen, and waiting.
  static let levels: [String: String] = [
    "How much this table depends on the link level":
      "Faint y mae'r tabl hwn yn dibynnu ar y lefel gysylltu",
    "Link levels: {table}": "Lefelau cysylltu: {table}",
    "{title}, at every link level": "{title}, ar bob lefel gysylltu",
    "{title}, link level {levels}": "{title}, lefel gysylltu {levels}",
    "At link level {levels} numbers differ from {own} by up to about {number} persons (with noise of about {noise}).":
      "Ar lefel gysylltu {levels} mae rhifau'n gwahaniaethu oddi wrth {own} o hyd at tua {number} o bersonau (gyda sŵn o tua {noise}).",
    "At link levels {first} and {last} numbers differ from {own} by up to about {number} persons (with noise of about {noise}).":
      "Ar lefelau cysylltu {first} a {last} mae rhifau'n gwahaniaethu oddi wrth {own} o hyd at tua {number} o bersonau (gyda sŵn o tua {noise}).",
    "Differ by about: {levels} persons": "Gwahaniaeth o tua: {levels} o bersonau",
    "Share": "Cyfran",
    "link level": "lefel gysylltu",
    "{sign} at every level shown": "{sign} ar bob lefel a ddangosir",
    "link levels": "lefelau cysylltu",
    "link levels {levels}": "lefelau cysylltu {levels}",
    "{key}: coarser tables": "{key}: tablau brasach",
    "{number} of {cells} hidden.": "{number} o {cells} wedi'u cuddio.",
    "{why} Larger groups show more ({key}): {change}.":
      "{why} Mae grwpiau mwy yn dangos mwy ({key}): {change}.",
    "Each link level is protected by itself.":
      "Caiff pob lefel gysylltu ei gwarchod ar ei phen ei hun.",
    "change": "newid",
    "changes are of published values, rounding included":
      "newidiadau i werthoedd a gyhoeddir, gan gynnwys talgrynnu",
    "changes are of published values: rounding alone makes up to {number}":
      "newidiadau i werthoedd a gyhoeddir: gall talgrynnu yn unig wneud hyd at {number}",
    "changes are of published values: noise alone makes up to {number}":
      "newidiadau i werthoedd a gyhoeddir: gall sŵn yn unig wneud hyd at {number}",
    "No records are linked in this package: its link levels are the same.":
      "Nid oes cofnodion cysylltiedig yn y pecyn hwn: mae ei lefelau cysylltu yr un fath.",
    "Recode": "Ailgodio",
    "Leave out {variable}": "Gadael allan: {variable}",
    "Show {variable} one level less deep": "Dangos un lefel yn llai: {variable}",
    "Put together {codes} of {variable}": "Rhoi ynghyd ({variable}): {codes}",
    "{group} is {codes}": "{group} yw {codes}",
    "In another dataset as well": "Mewn set ddata arall hefyd",
    "Conflicts": "Anghysonderau",
    "Other link levels": "Lefelau cysylltu eraill",
    "Not known": "Ddim yn hysbys",
    "at link level {level}, of everyone in the links: in two datasets or more {linked}; links change between levels {changes}":
      "ar lefel gysylltu {level}, o bawb yn y cysylltiadau: mewn dwy set ddata neu fwy {linked}; cysylltiadau'n newid rhwng lefelau {changes}",
    "Recode: put codes of a variable together": "Ailgodio: rhoi codau newidyn ynghyd",
    "Name of the group (without one: the labels of its codes)":
      "Enw'r grŵp (heb un: labeli ei godau)",
    "All others": "Pob un arall",
    "Show the codes as they are": "Dangos y codau fel y maent",
    "Show the table": "Dangos y tabl",
    "Codes in no group: together as {name}": "Codau heb grŵp: ynghyd fel {name}",
    "Codes in no group: each by itself": "Codau heb grŵp: pob un ar wahân",
    "Group {name}: {codes}": "Grŵp {name}: {codes}",
    "There is no variable here with codes to put together: {key} chooses one.":
      "Nid oes newidyn yma â chodau i'w rhoi ynghyd: mae {key} yn dewis un.",
    "{title}: {key} marks codes, {accept} groups them":
      "{title}: mae {key} yn nodi codau, {accept} yn eu grwpio",
    "{accept} shows the table; {tick} marks codes to put together.":
      "Mae {accept} yn dangos y tabl; mae {tick} yn nodi codau i'w rhoi ynghyd.",
    "Working{more} {seconds} s  {key} stops it; what is shown stays.":
      "Wrthi{more} {seconds} e  Mae {key} yn ei atal; erys yr hyn a ddangosir.",
    "Not waited for any more. A file that was begun is written whole.":
      "Ni ddisgwylir mwy. Caiff ffeil a ddechreuwyd ei hysgrifennu'n gyfan.",
  ]
}

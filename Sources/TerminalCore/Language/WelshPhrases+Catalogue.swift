extension WelshPhrases {
  static let catalogue: [String: String] = [
    "{key} finds in names, labels, codes and texts: {count} entries":
      "mae {key} yn chwilio mewn enwau, labeli, codau a thestunau; cofnodion: {count}",
    "{key} finds among {count} entries": "mae {key} yn chwilio; cofnodion: {count}",
    "Nothing here holds what was typed.": "Nid oes dim yma yn cynnwys yr hyn a deipiwyd.",
    "This is the catalogue. {key} finds in it.": "Dyma'r catalog. Mae {key} yn chwilio ynddo.",
    "There is nothing to open: {key} finds something else.":
      "Nid oes dim i'w agor: mae {key} yn chwilio am rywbeth arall.",
    "No pilot of this project has it.":
      "Nid oes cynllun peilot yn y prosiect hwn sy'n ei gynnwys.",
    "Rows: {variable}. Of which pilot?": "Rhesi: {variable}. O ba gynllun peilot?",
    "Outcomes": "Canlyniadau",
    "Link levels": "Lefelau cysylltu",
    "Known faults and limits": "Diffygion a chyfyngiadau hysbys",
    "Codes": "Codau",
    "Codes: {codes}": "Codau: {codes}",
    "Linkage": "Cysylltu",
    "Limit: {text}": "Cyfyngiad: {text}",
    "Figures on links are shown for one level, that of this package.":
      "Dangosir ffigurau am gysylltiadau ar gyfer un lefel, sef lefel y pecyn hwn.",
    "persons in two datasets or more {share}": "personau mewn dwy set ddata neu fwy {share}",
    "Owner: {owner}": "Perchennog: {owner}",
    "Agreement: {agreement}": "Cytundeb: {agreement}",
    "Agreement: {agreement}, ended on {day}": "Cytundeb: {agreement}, daeth i ben ar {day}",
    "Agreement: {agreement}, until {day}": "Cytundeb: {agreement}, hyd {day}",
    "Agreement: {agreement}, without an end": "Cytundeb: {agreement}, heb ddiwedd",
    "Refreshed: {day}": "Adnewyddwyd: {day}",
    "Fields: {fields}": "Meysydd: {fields}",
    "Not agreed: {fields}": "Heb ei gytuno: {fields}",
    "Not agreed: no record of it is here": "Heb ei gytuno: nid oes cofnod ohono yma",
    "In: {pilots}": "Yn: {pilots}",
    "Definition: {outcome}": "Diffiniad: {outcome}",
    "Numerator: {text}": "Rhifiadur: {text}",
    "Denominator: {text}": "Enwadur: {text}",
    "Window: {text}": "Ffenestr: {text}",
    "milestone": "carreg filltir",
    "not agreed": "heb ei gytuno",
    "sensitive": "sensitif",
    "several may apply": "gall sawl un fod yn berthnasol",
    "The level of this package.": "Lefel y pecyn hwn.",
    "Dates may be out of order: {fields}": "Gall dyddiadau fod allan o drefn: {fields}",
    "Spells of one person may overlap": "Gall cyfnodau un person orgyffwrdd",
    "The build report says how often.": "Mae'r adroddiad adeiladu yn dweud pa mor aml.",
    "Only records with consent": "Dim ond cofnodion â chydsyniad",
    "People who opted out are left out, with every record that may be theirs":
      "Gadewir allan bobl a optiodd allan, a phob cofnod a all fod yn eiddo iddynt",
  ]
}

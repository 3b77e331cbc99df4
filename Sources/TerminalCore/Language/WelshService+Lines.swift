extension WelshService {
  /// What is wrong with a query as it was typed. Words of the query stay as they are typed.
  static let lines: [String: String] = [
    "A query begins with its pilot.": "Mae ymholiad yn dechrau â'i gynllun peilot.",
    "After {1} comes {2}.": "Ar ôl {1} daw {2}.",
    "{1} begins no clause. Clauses are {2}.": "Nid yw {1} yn dechrau cymal. Y cymalau yw {2}.",
    "{1} is no pilot. Clauses are written in small letters.":
      "Nid yw {1} yn gynllun peilot. Ysgrifennir cymalau mewn llythrennau bach.",
    "{1} is given twice.": "Rhoddir {1} ddwywaith.",
    "A link level is high, medium or low.": "Lefel gysylltu yw high, medium neu low.",
    "After : comes a number of levels, or all.": "Ar ôl : daw nifer o lefelau, neu all.",
    "Here comes {=1}.": "Yma daw {=1}.",
    "Here comes {=1}; one called like a clause stands in \"\".":
      "Yma daw {=1}; saif un o'r un enw â chymal mewn \"\".",
    "Here comes a variable. {1} begins a clause; a variable of that name stands in quotation marks: {2}.":
      "Yma daw newidyn. Mae {1} yn dechrau cymal; saif newidyn o'r enw hwnnw mewn dyfynodau: {2}.",
    "Here comes VARIABLE=CODE. {1} begins a clause; a variable of that name stands in quotation marks: {2}.":
      "Yma daw NEWIDYN=COD. Mae {1} yn dechrau cymal; saif newidyn o'r enw hwnnw mewn dyfynodau: {2}.",
    "After the event comes a span, as in “within 12 months”.":
      "Ar ôl y digwyddiad daw hyd, fel yn “within 12 months”.",
    "A span is in days or months.": "Mae hyd mewn days neu months.",
    "A period is FIRST..LAST, each a day, month or year: 2019-01..2021-12.":
      "Cyfnod yw CYNTAF..OLAF, pob un yn ddiwrnod, mis neu flwyddyn: 2019-01..2021-12.",
    "After reason comes a text in \"\"; a variable called reason stands in quotation marks itself.":
      "Ar ôl reason daw testun mewn \"\"; saif newidyn o'r enw reason mewn dyfynodau ei hun.",
    "A reason has {1} words or more, and at most {2} characters.":
      "Lleiafswm geiriau rheswm: {1}; mwyafswm ei nodau: {2}.",
    "Outcomes stand side by side with spaces between them: share A B.":
      "Saif canlyniadau ochr yn ochr gyda bylchau rhyngddynt: share A B.",
    "A median is written STAGE to STAGE.": "Ysgrifennir canolrif fel CAM to CAM.",
    "A measure is persons, events, share OUTCOME … or median STAGE to STAGE.":
      "Mesur yw persons, events, share CANLYNIAD … neu median CAM to CAM.",
    "A query has at most {1} characters.": "Nifer mwyaf y nodau mewn ymholiad: {1}.",
    "A quotation does not end; close it with \". A \" inside is doubled.":
      "Nid yw dyfyniad yn dod i ben; caewch ef â \". Caiff \" y tu mewn ei ddyblu.",
  ]

  /// What comes at a place of a query, as it stands in those sentences.
  static let expected: [String: String] = [
    "a pilot": "cynllun peilot",
    "a stage": "cam",
    "a variable": "newidyn",
    "a code": "cod",
    "a unit": "uned",
    "an event": "digwyddiad",
    "an outcome": "canlyniad",
    "a clause": "cymal",
    "VARIABLE=CODE": "NEWIDYN=COD",
    "high, medium or low": "high, medium neu low",
    "persons, or a unit of the pilot": "persons, neu uned y cynllun peilot",
    "a number of levels, or all": "nifer o lefelau, neu all",
    "the name of a group": "enw grŵp",
    "within, as in “within 12 months”": "within, fel yn “within 12 months”",
    "a number of days or months": "nifer o days neu months",
    "days or months": "days neu months",
    "a period, as in 2019-01..2021-12": "cyfnod, fel yn 2019-01..2021-12",
    "a measure: persons, events, share or median": "mesur: persons, events, share neu median",
    "to, and a later stage": "to, a cham diweddarach",
  ]
}

extension WelshPhrases {
  /// Home, pilots, pathways, and what stands around every screen.
  static let screens: [String: String] = [
    // Around every screen.
    "SYNTHETIC DATA": "DATA SYNTHETIG",
    "{user} on {project}": "{user} ar {project}",
    "release {release}": "datganiad {release}",
    "link {level}": "cysylltu {level}",
    "link level {level}": "lefel gysylltu {level}",
    "profile {profile}": "proffil {profile}",
    "certificate {hash}": "tystysgrif {hash}",
    "opened in this process": "agorwyd yn y broses hon",
    "in process": "yn y broses",
    "{help} keys of this view   {keys} menu   {command} query or command   {back} back   {quit} leave":
      "{help} bysellau   {keys} dewislen   {command} ymholiad/gorchymyn   {back} yn ôl   {quit} gadael",
    "{help} keys  {keys} menu  {command} query  {back} back":
      "{help} cymorth  {keys} dewislen  {command} ymholi  {back}: nôl",
    "Fetching{dots}  {key} stops it; what is shown stays.":
      "Wrthi'n nôl{dots}  Mae {key} yn ei atal; erys yr hyn a ddangosir.",
    "Working{dots}": "Wrthi{dots}",
    "{accept} writes the file   {cancel} back":
      "Mae {accept} yn ysgrifennu'r ffeil   {cancel}: yn ôl",
    " is there already. y writes over it, any other key does not.":
      ": yno eisoes. y: ysgrifennu drosto; bysell arall: peidio.",
    "This window is {columns} by {rows}. The explorer needs {wanted columns} by {wanted rows}: make it larger, or press {key} to leave.":
      "Maint y ffenestr hon yw {columns} x {rows}. Mae angen {wanted columns} x {wanted rows}: gwnewch hi'n fwy, neu bwyswch {key} i adael.",
    " Keys here ": " Bysellau yma ",
    "({number} of {count}, {next}) ": "({number} o {count}, {next}) ",
    "{key}: next": "{key}: nesaf",
    "{key}: close": "{key}: cau",
    "Find: ": "Chwilio: ",
    "Nothing contains this.": "Nid oes dim yn cynnwys hyn.",

    // Home.
    "Linked administrative cohorts, one protected table at a time":
      "Cohortau gweinyddol cysylltiedig, un tabl gwarchodedig ar y tro",
    "Project {project}, for {user}": "Prosiect {project}, ar gyfer {user}",
    "Purpose: {purpose}": "Diben: {purpose}",
    "Pilots": "Cynlluniau peilot",
    "This data package has no pilots.": "Nid oes cynlluniau peilot yn y pecyn data hwn.",
    "not in this project": "nid yn y prosiect hwn",
    "{number} persons": "personau: {number}",
    "{first}–{last} persons": "personau: {first}–{last}",
    "under 100 persons": "personau: llai na 100",
    "size not available": "maint ddim ar gael",
    "counting": "wrthi'n cyfrif",
    "{first} to {last}": "{first} i {last}",
    "This tool will": "Bydd yr offeryn hwn yn",
    "Show protected tables of groups of people, with the definition of every measure.":
      "Dangos tablau gwarchodedig o grwpiau o bobl, gyda diffiniad pob mesur.",
    "Show what is hidden as hidden, and say why.":
      "Dangos yr hyn sy'n gudd fel rhywbeth cudd, a dweud pam.",
    "Let every figure shown be taken away as a file that carries its definitions.":
      "Gadael i bob ffigur a ddangosir gael ei gymryd mewn ffeil sy'n cynnwys ei ddiffiniadau.",
    "It will not": "Ni fydd yn",
    "Show a row, look up a person, or filter down to one.":
      "Dangos rhes, chwilio am berson, na hidlo i lawr i un.",
    "Predict or score anyone, or support a decision about a person.":
      "Rhagfynegi na sgorio neb, na chefnogi penderfyniad am berson.",
    "Change the data, or switch disclosure control off.":
      "Newid y data, na diffodd rheolaeth datgelu.",
    "Who cannot appear": "Pwy na all ymddangos",

    // Pilots.
    "Research questions": "Cwestiynau ymchwil",
    "None declared.": "Dim wedi'u datgan.",
    "This pilot will": "Bydd y cynllun peilot hwn yn",
    "Cohort": "Cohort",
    "Index event": "Digwyddiad mynegai",
    "{event}, {choice}": "{event}, {choice}",
    "the first of each person": "y cyntaf i bob person",
    "every one": "pob un",
    "Period": "Cyfnod",
    "Follow-up": "Dilyniant",
    "until {day}": "hyd {day}",
    "until {day}, or {events}": "hyd {day}, neu {events}",
    "Protection": "Gwarchodaeth",
    "profile {profile}, at least {number} persons":
      "proffil {profile}, lleiafswm o bersonau: {number}",
    "Datasets": "Setiau data",
    "Pathway ({key} opens it)": "Llwybr (mae {key} yn ei agor)",
    ", within {time} of the index event": ", o fewn {time} i'r digwyddiad mynegai",
    ", within {time} of the stage before": ", o fewn {time} i'r cam blaenorol",
    "days": "diwrnodau",
    "weeks": "wythnosau",
    "months": "misoedd",
    "years": "blynyddoedd",
    "Definition: {name}": "Diffiniad: {name}",
    "Numerator": "Rhifiadur",
    "Denominator": "Enwadur",
    "Window": "Ffenestr",
    "Censoring": "Sensro",
    "Source": "Ffynhonnell",
    "Version": "Fersiwn",
    "Limits": "Cyfyngiadau",
    "Polarity": "Pegynedd",
    "positive": "cadarnhaol",
    "adverse": "anffafriol",
    ", shown beside: {outcome}": ", a ddangosir wrth ochr: {outcome}",
    "Variables": "Newidynnau",
    " (several may apply)": " (gall sawl un fod yn berthnasol)",
    " (sensitive)": " (sensitif)",
    "Linkage (link level {level})": "Cysylltu (lefel gysylltu {level})",
    "Not available: {reason}": "Ddim ar gael: {reason}",
    "Persons in two datasets or more, of all with a record in the dataset:":
      "Personau mewn dwy set ddata neu fwy, o bawb sydd â chofnod yn y set ddata:",
    "Any dataset": "Unrhyw set ddata",
    "Of those in two datasets or more:": "O'r rhai mewn dwy set ddata neu fwy:",

    // Pathways.
    "No filters": "Dim hidlyddion",
    "Stage": "Cam",
    "number": "nifer",
    "number: {unit}": "nifer: {unit}",
    "group: {labels}": "grŵp: {labels}",
    "previous: {stage}": "blaenorol: {stage}",
    "of previous": "blaenorol",
    "of prev.": "blaen.",
    "of start": "dechrau",
    "median": "canolrif",
    "fewer": "yn llai",
    "Median: days since the stage before, of those who reached this one.":
      "Canolrif: diwrnodau ers y cam blaenorol, o'r rhai a gyrhaeddodd yr un hwn.",
    "median days before": "diwrnodau canolrifol cyn hyn",
    "No bars: they are shares of the start, which is not shown.":
      "Dim barrau: cyfrannau o'r dechrau ydynt, ac ni ddangosir hwnnw.",
    "did not go on to the next stage, of those who reached the one above":
      "nid aethant ymlaen i'r cam nesaf, o'r rhai a gyrhaeddodd yr un uchod",
    "fewer than at the stage before: the difference of the two numbers shown, each of which is protected by itself":
      "yn llai nag yn y cam blaenorol: y gwahaniaeth rhwng y ddau rif a ddangosir, y gwarchodir pob un ohonynt ar wahân",
    "All": "Pawb",
    "{stage}, then: {ending}": "{stage}, yna: {ending}",
    "of the stage before {share}": "o'r cam blaenorol {share}",
    "not available: the numbers that it would be made of are not shown":
      "ddim ar gael: ni ddangosir y rhifau y byddai'n cael ei wneud ohonynt",
    "of that stage {share}": "o'r cam hwnnw {share}",
    "of the start {share}": "o'r dechrau {share}",
    "median since the stage before {time}": "canolrif ers y cam blaenorol {time}",
    "{first} to {last} of {count}": "{first} i {last} o {count}",
    "{number} of {count}": "{number} o {count}",
    "{stage}, follow-up incomplete": "{stage}, dilyniant anghyflawn",
    "Pathway by {variable}": "Llwybr yn ôl {variable}",
    "Pathway of {group} and {other}": "Llwybr {group} a {other}",
    "(nothing: one pathway)": "(dim: un llwybr)",
    "Two groups of a variable": "Dau grŵp o newidyn",
    "Two groups of which variable": "Dau grŵp o ba newidyn",
    "Side by side": "Ochr yn ochr",
    "{title}: {key} marks two": "{title}: mae {key} yn nodi dau",
    "Mark two with {tick}, then {accept}.": "Nodwch ddau gyda {tick}, yna {accept}.",
    "One group is shown: {key} puts the codes of a variable side by side.":
      "Un grŵp a ddangosir: mae {key} yn rhoi codau newidyn ochr yn ochr.",
  ]
}

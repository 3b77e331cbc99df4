extension WelshPhrases {
  static let tour: [String: String] = [
    "Tour": "Taith",
    "Tour of the explorer, in five pages": "Taith o'r archwiliwr, mewn pum tudalen",
    "Next page; leaves after the last": "Y dudalen nesaf; yn gadael ar ôl yr olaf",
    "The page before": "Y dudalen flaenorol",
    "Tour, {number} of {count}": "Taith, {number} o {count}",
    "{next} next   {before} back   {key} leaves the tour":
      "{next}: nesaf   {before}: yn ôl   mae {key} yn gadael y daith",
    "{next} ends the tour   {before} back":
      "Mae {next} yn gorffen y daith   {before}: yn ôl",
    "What this is": "Beth yw hwn",
    "Tables of groups of people in linked data. Every number is protected before it is shown: there is no way to a row or to a person.":
      "Tablau o grwpiau o bobl mewn data cysylltiedig. Caiff pob rhif ei warchod cyn ei ddangos: nid oes ffordd at res nac at berson.",
    "[c] stands for a number that is hidden. It says nothing of what is behind it, and it is never drawn as zero. {key} on a cell says what its sign means.":
      "Mae [c] yn sefyll dros rif sy'n gudd. Nid yw'n dweud dim am yr hyn sydd y tu ôl iddo, ac ni chaiff byth ei luniadu fel sero. Mae {key} ar gell yn dweud beth yw ystyr ei harwydd.",
    "The way in, and back": "Y ffordd i mewn, ac yn ôl",
    "{enter} opens a pilot: its questions, its data and who agreed to their use. {enter} again opens its pathway, stage by stage.":
      "Mae {enter} yn agor cynllun peilot: ei gwestiynau, ei ddata a phwy a gytunodd i'w defnyddio. Mae {enter} eto yn agor ei lwybr, gam wrth gam.",
    "{enter} on a stage breaks it down by a variable, and on a cell of that table again. {key} on a pathway puts groups side by side.":
      "Mae {enter} ar gam yn ei ddadansoddi yn ôl newidyn, ac eto ar gell o'r tabl hwnnw. Mae {key} ar lwybr yn rhoi grwpiau ochr yn ochr.",
    "{key} goes back to exactly what was shown before. The first line says where you are.":
      "Mae {key} yn mynd yn ôl at yn union yr hyn a ddangoswyd o'r blaen. Mae'r llinell gyntaf yn dweud ble rydych chi.",
    "Changing a table": "Newid tabl",
    "{rows} {columns} {pages} choose rows, columns and pages; {swap} swaps them.":
      "Mae {rows} {columns} {pages} yn dewis rhesi, colofnau a thudalennau; mae {swap} yn eu cyfnewid.",
    "{filter} filters. {percent} turns counts into shares. {measure} chooses the measure, {link} the link level.":
      "Mae {filter} yn hidlo. Mae {percent} yn troi cyfrifon yn gyfrannau. Mae {measure} yn dewis y mesur, {link} y lefel gysylltu.",
    "{definition} shows the definitions behind it. {undo} undoes any change, {redo} does it again.":
      "Mae {definition} yn dangos y diffiniadau y tu ôl iddo. Mae {undo} yn dadwneud unrhyw newid, {redo} yn ei ail-wneud.",
    "Finding": "Canfod",
    "{key} is the catalogue of datasets, variables, codes, outcomes and known faults. There {find} finds while you type.":
      "{key} yw'r catalog o setiau data, newidynnau, codau, canlyniadau a diffygion hysbys. Yno mae {find} yn chwilio wrth i chi deipio.",
    "{key} takes a whole query or a command by its name; {tab} completes it.":
      "Mae {key} yn cymryd ymholiad cyfan neu orchymyn wrth ei enw; mae {tab} yn ei gwblhau.",
    "{help} shows the keys of what you see, {menu} a menu of them.":
      "Mae {help} yn dangos bysellau'r hyn a welwch, {menu} ddewislen ohonynt.",
    "Taking away, and leaving": "Cymryd ymaith, a gadael",
    "{key} writes the table as it is protected, with its definitions, to a file. Take one table in the place of another, not beside it.":
      "Mae {key} yn ysgrifennu'r tabl fel y'i gwarchodir, gyda'i ddiffiniadau, i ffeil. Cymerwch un tabl yn lle un arall, nid wrth ei ochr.",
    "{key} leaves. {tour} shows this tour again.":
      "Mae {key} yn gadael. Mae {tour} yn dangos y daith hon eto.",
  ]
}

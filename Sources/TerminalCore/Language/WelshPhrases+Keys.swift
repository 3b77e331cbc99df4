extension WelshPhrases {
  /// The key table: what keys do, and the names of screens.
  static let keys: [String: String] = [
    "A screen down": "Sgrin i lawr",
    "A screen up": "Sgrin i fyny",
    "All there is to say of this entry": "Popeth sydd i'w ddweud am y cofnod hwn",
    "Back; first stops what is being fetched":
      "Yn ôl; yn gyntaf yn atal yr hyn sy'n cael ei nôl",
    "Break this stage or ending down by a variable":
      "Dadansoddi'r cam neu'r diwedd hwn yn ôl newidyn",
    "Catalogue": "Catalog",
    "Catalogue: datasets, variables, codes, outcomes, faults":
      "Catalog: setiau data, newidynnau, codau, canlyniadau, diffygion",
    "Chart": "Siart",
    "Choose the columns": "Dewis y colofnau",
    "Choose the link level": "Dewis y lefel gysylltu",
    "Choose the measure: persons, events, share, median":
      "Dewis y mesur: personau, digwyddiadau, cyfran, canolrif",
    "Choose the pages": "Dewis y tudalennau",
    "Choose the rows": "Dewis y rhesi",
    "Close": "Cau",
    "Coarser tables that show more": "Tablau brasach sy'n dangos mwy",
    "Copy the focused figure": "Copïo'r ffigur dan sylw",
    "Copy the table as shown": "Copïo'r tabl fel y'i dangosir",
    "Counts, then shares of row, column and total":
      "Cyfrifon, yna cyfrannau o'r rhes, y golofn a'r cyfanswm",
    "Definition cards of this pilot's outcomes":
      "Cardiau diffinio canlyniadau'r cynllun peilot hwn",
    "Definitions, legend and certificate": "Diffiniadau, allwedd a thystysgrif",
    "Down": "I lawr",
    "Draw as a chart": "Lluniadu fel siart",
    "Draw the screen again": "Lluniadu'r sgrin eto",
    "Drill into this cell: break it down by a variable":
      "Mynd i mewn i'r gell: ei dadansoddi yn ôl newidyn",
    "Export": "Allforio",
    "Export this table": "Allforio'r tabl hwn",
    "Filter, or take a filter away": "Hidlo, neu dynnu hidlydd",
    "Find a text": "Chwilio am destun",
    "Find next": "Canfod y nesaf",
    "Find previous": "Canfod y blaenorol",
    "Find: narrows the catalogue while you type": "Chwilio: yn cyfyngu'r catalog wrth deipio",
    "Go to a mark; the same key again goes back":
      "Mynd at nod; mae'r un fysell eto yn mynd yn ôl",
    "Help and texts": "Cymorth a thestunau",
    "Help for this view": "Cymorth ar gyfer y golwg hwn",
    "Home": "Hafan",
    "Kind of chart before": "Y math blaenorol o siart",
    "Leave": "Gadael",
    "Left": "I'r chwith",
    "Mark this place under a letter": "Nodi'r lle hwn dan lythyren",
    "Menu of the keys that work here": "Dewislen o'r bysellau sy'n gweithio yma",
    "Next kind of chart": "Y math nesaf o siart",
    "Next page of the table": "Tudalen nesaf y tabl",
    "Open it; a variable becomes the rows of a table, an outcome its share":
      "Ei agor; daw newidyn yn rhesi tabl, a chanlyniad yn gyfran",
    "Open its pathway": "Agor ei lwybr",
    "Open or close what stands below this row": "Agor neu gau'r hyn sydd dan y rhes hon",
    "Open this pilot, saved view or view looked at lately":
      "Agor y cynllun peilot, y golwg a gadwyd neu'r golwg diweddar hwn",
    "Pathway": "Llwybr",
    "Pilot": "Cynllun peilot",
    "Previous page of the table": "Tudalen flaenorol y tabl",
    "Redo": "Ail-wneud",
    "Right": "I'r dde",
    "Rows: one level less": "Rhesi: un lefel yn llai",
    "Rows: one more level of the hierarchy": "Rhesi: un lefel arall o'r hierarchaeth",
    "Side by side: the codes of a variable, or two groups":
      "Ochr yn ochr: codau newidyn, neu ddau grŵp",
    "Sort rows by shown values, highest first":
      "Trefnu'r rhesi yn ôl y gwerthoedd a ddangosir, yr uchaf yn gyntaf",
    "Sort rows by shown values, lowest first":
      "Trefnu'r rhesi yn ôl y gwerthoedd a ddangosir, yr isaf yn gyntaf",
    "Suspend": "Oedi",
    "Swap rows and columns": "Cyfnewid rhesi a cholofnau",
    "Table": "Tabl",
    "To the first column": "I'r golofn gyntaf",
    "To the first group": "I'r grŵp cyntaf",
    "To the first line": "I'r llinell gyntaf",
    "To the last column": "I'r golofn olaf",
    "To the last group": "I'r grŵp olaf",
    "To the last line": "I'r llinell olaf",
    "Type a query or a command, completed and recalled":
      "Teipio ymholiad neu orchymyn, gyda chwblhau a galw'n ôl",
    "Undo any change of the view": "Dadwneud unrhyw newid i'r golwg",
    "Up": "I fyny",
    "What the sign means": "Ystyr yr arwydd",
    "Write the file": "Ysgrifennu'r ffeil",
    "Menus and lines": "Dewislenni a llinellau",
    "Choose; accept the line; write the file": "Dewis; derbyn y llinell; ysgrifennu'r ffeil",
    "Close without a choice or a change": "Cau heb ddewis na newid",
    "Mark or unmark, where several can be chosen; complete a word":
      "Nodi neu ddadnodi, lle gellir dewis sawl un; cwblhau gair",
  ]
}

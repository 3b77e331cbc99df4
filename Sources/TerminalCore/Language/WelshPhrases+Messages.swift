extension WelshPhrases {
  /// What is answered to a key or a line.
  static let messages: [String: String] = [
    "{key} works on: {screens}. {help} shows the keys of this view.":
      "Mae {key} yn gweithio ar: {screens}. Mae {help} yn dangos bysellau'r golwg hwn.",
    "{key} does nothing here. {help} shows the keys of this view.":
      "Nid yw {key} yn gwneud dim yma. Mae {help} yn dangos bysellau'r golwg hwn.",
    "“{command}” works on: {screens}.": "Mae “{command}” yn gweithio ar: {screens}.",
    "The store cannot be read: {reason}": "Ni ellir darllen y storfa: {reason}",
    "The service does not answer: {reason}": "Nid yw'r gwasanaeth yn ateb: {reason}",
    "Message": "Neges",
    "Nothing is being typed here: what was pasted was left out.":
      "Nid oes dim yn cael ei deipio yma: gadawyd allan yr hyn a ludwyd.",
    "Nothing to undo.": "Dim i'w ddadwneud.",
    "Nothing to redo.": "Dim i'w ail-wneud.",
    "Stopped. What was shown is still here.":
      "Wedi'i atal. Mae'r hyn a ddangoswyd yma o hyd.",
    "This is the first screen. {key} leaves.": "Dyma'r sgrin gyntaf. Mae {key} yn gadael.",
    "There is no line {number}; there are {count}.":
      "Nid oes llinell {number}; nifer y llinellau: {count}.",
    "Lines have no numbers here: {key} opens the one in focus.":
      "Nid oes rhifau i'r llinellau yma: mae {key} yn agor yr un dan sylw.",
    "There is no pilot to open.": "Nid oes cynllun peilot i'w agor.",
    "Nothing to find yet: {key} asks for a text.":
      "Dim i chwilio amdano eto: mae {key} yn gofyn am destun.",
    "“{text}” is not here.": "Nid yw “{text}” yma.",
    "{accept} accepts the line, {cancel} closes it.":
      "Mae {accept} yn derbyn y llinell, {cancel} yn ei chau.",
    "Nothing here begins with “{text}”.": "Nid oes dim yma yn dechrau gyda “{text}”.",
    "Nothing in this menu contains what was typed.":
      "Nid oes dim yn y ddewislen hon yn cynnwys yr hyn a deipiwyd.",
    "Only one can be chosen here: {key}.": "Dim ond un y gellir ei ddewis yma: {key}.",
    "Type to narrow the menu, {accept} chooses, {cancel} closes it.":
      "Teipiwch i gyfyngu'r ddewislen; mae {accept} yn dewis, {cancel} yn ei chau.",
    "No coarser table would show more.": "Ni fyddai tabl brasach yn dangos mwy.",
    "Nothing here is confidential.": "Nid oes dim yma yn gyfrinachol.",
    "Take one in this table's place, not beside it.":
      "Cymerwch un yn lle'r tabl hwn, nid wrth ei ochr.",
    "Percentages are of counts: {key} chooses persons or events.":
      "Canrannau o gyfrifon yw'r rhain: mae {key} yn dewis personau neu ddigwyddiadau.",
    "This table has one page: {key} chooses a variable for pages.":
      "Un dudalen sydd i'r tabl hwn: mae {key} yn dewis newidyn ar gyfer tudalennau.",
    "There is no row variable: {key} chooses one.":
      "Nid oes newidyn rhesi: mae {key} yn dewis un.",
    "This is the highest level.": "Dyma'r lefel uchaf.",
    "Nothing stands below this row.": "Nid oes dim dan y rhes hon.",
    "In the order of the codes.": "Yn nhrefn y codau.",
    "Sorted by what is shown. The same key again: in the order of the codes.":
      "Trefnwyd yn ôl yr hyn a ddangosir. Yr un fysell eto: yn nhrefn y codau.",
    "This pilot declares no outcome.": "Nid yw'r cynllun peilot hwn yn datgan canlyniad.",

    // Exports and copies.
    "A file needs a name.": "Mae angen enw ar ffeil.",
    "Written: {files}": "Ysgrifennwyd: {files}",
    "Not written: {reason}": "Heb ei ysgrifennu: {reason}",
    "Nothing was written.": "Ni ysgrifennwyd dim.",
    "Nothing was written. Another name, or {key} to go back.":
      "Ni ysgrifennwyd dim. Enw arall, neu {key} i fynd yn ôl.",
    "There is a file {file} already. Nothing was written.":
      "Mae ffeil {file} yno eisoes. Ni ysgrifennwyd dim.",
    "Type the name of the file; {accept} writes it, {cancel} goes back.":
      "Teipiwch enw'r ffeil; mae {accept} yn ei hysgrifennu, {cancel} yn mynd yn ôl.",
    "Something is still under way.": "Mae rhywbeth ar waith o hyd.",
    "There is no table here to export.": "Nid oes tabl yma i'w allforio.",
    "There is no figure here to copy.": "Nid oes ffigur yma i'w gopïo.",
    "The data owner allows no copies to a clipboard. {key} writes a file.":
      "Nid yw perchennog y data yn caniatáu copïo i glipfwrdd. Mae {key} yn ysgrifennu ffeil.",
    "Copying is switched off. {key} writes a file.":
      "Mae copïo wedi'i ddiffodd. Mae {key} yn ysgrifennu ffeil.",
    "This table is too long for the clipboard. {key} writes a file.":
      "Mae'r tabl hwn yn rhy hir i'r clipfwrdd. Mae {key} yn ysgrifennu ffeil.",
    "Given to the terminal's clipboard, where it has one; noted as an export.":
      "Rhoddwyd i glipfwrdd y derfynell, os oes un; cofnodwyd fel allforio.",

    // Lines of text.
    "Choose by number or name; back closes the menu.":
      "Dewiswch yn ôl rhif neu enw; mae back yn cau'r ddewislen.",
    "Choose by numbers or names; back closes the menu.":
      "Dewiswch yn ôl rhifau neu enwau; mae back yn cau'r ddewislen.",
    "Closed without a choice.": "Wedi'i chau heb ddewis.",
    "Type the letter of the mark.": "Teipiwch lythyren y nod.",
    "Type the text to find.": "Teipiwch y testun i chwilio amdano.",
    "{file} is there already. Type yes to write over it.":
      "Mae {file} yno eisoes. Teipiwch ie i ysgrifennu drosto.",
    "yes": "ie",
    "no": "na",
    "{problem} The command help lists the commands.":
      "{problem} Mae'r gorchymyn help yn rhestru'r gorchmynion.",

    // Marks and sessions.
    "Mark this place under a letter ({key} leaves it)":
      "Nodi'r lle hwn dan lythyren (mae {key} yn ei adael)",
    "A mark is a letter, a to z or A to Z. {key} is none.":
      "Llythyren yw nod, a i z neu A i Z. Nid yw {key} yn un.",
    "Marked: {key} and {letter} comes back here.":
      "Nodwyd: mae {key} ac yna {letter} yn dod yn ôl yma.",
    "There is no mark yet: {key} and a letter sets one here.":
      "Nid oes nod eto: mae {key} ac yna llythyren yn gosod un yma.",
    "There is no mark {letter}. Marks: {letters}": "Nid oes nod {letter}. Nodau: {letters}",
    "There is nowhere to go back to yet.": "Nid oes unman i fynd yn ôl iddo eto.",
    "Not everything can be shown again: {reason}": "Ni ellir dangos popeth eto: {reason}",
  ]
}

extension WelshPhrases {
  /// The log, saved views, recordings, and what is kept between sessions.
  static let session: [String: String] = [
    "Log": "Log",
    "Open this view again": "Agor y golwg hwn eto",
    "Saved views (:save NAME saves one)": "Golygon wedi'u cadw (mae :save ENW yn cadw un)",
    "What was looked at and exported in this session":
      "Yr hyn yr edrychwyd arno ac a allforiwyd yn y sesiwn hon",
    "Looked at and taken away in this session":
      "Yr hyn yr edrychwyd arno ac a gymerwyd ymaith yn y sesiwn hon",
    "Times, questions and files; no figure is kept. {key} opens a view again.":
      "Amserau, cwestiynau a ffeiliau; ni chedwir unrhyw ffigur. Mae {key} yn agor golwg eto.",
    "Nothing yet.": "Dim eto.",
    "Exported: {file}": "Allforiwyd: {file}",
    "sorted by column {number}, lowest first": "trefnwyd yn ôl colofn {number}, yr isaf yn gyntaf",
    "sorted by column {number}, highest first":
      "trefnwyd yn ôl colofn {number}, yr uchaf yn gyntaf",
    "Nothing was looked at yet.": "Nid edrychwyd ar ddim eto.",
    "A file that was written: the view before it opens again.":
      "Ffeil a ysgrifennwyd: mae'r golwg o'i blaen yn agor eto.",
    "Nothing is kept of this session: {reason}.": "Ni chedwir dim o'r sesiwn hon: {reason}.",
    "The session that was kept {problem}": "Y sesiwn a gadwyd: {problem}",
    "The file of recent views {problem}": "Ffeil y golygon diweddar: {problem}",
    "Looked at lately": "Edrychwyd arnynt yn ddiweddar",
    "The file of saved views {problem}": "Ffeil y golygon a gadwyd: {problem}",
    "y goes on where you were, any other key does not. {view}":
      "Mae y yn parhau o'r lle yr oeddech; nid yw unrhyw fysell arall. {view}",
    "y goes on where you were at {time}, any other key does not. {view}":
      "Mae y yn parhau o'r lle yr oeddech am {time}; nid yw unrhyw fysell arall. {view}",
    "The store has another release now: figures may be others than before.":
      "Mae datganiad arall yn y storfa erbyn hyn: gall y ffigurau fod yn wahanol.",
    "cannot be read (line {number}). It was left as it is; nothing is kept in its place until it is moved away.":
      "ni ellir ei darllen (llinell {number}). Gadawyd hi fel y mae; ni chedwir dim yn ei lle nes iddi gael ei symud.",
    "is of another store, package or project, and was left as it is.":
      "mae'n perthyn i storfa, pecyn neu brosiect arall, a gadawyd hi fel y mae.",
    "has “{name}” already: another name, or :forget and this name first.":
      "mae “{name}” yno eisoes: enw arall, neu :forget a'r enw hwn yn gyntaf.",
    "has no view “{name}”: :views shows those there are.":
      "nid oes golwg “{name}”: mae :views yn dangos y rhai sydd.",
    "Go to mark: {letters}  ({key} stays)": "Mynd at nod: {letters}  (mae {key} yn aros)",
    "Go to mark: {letters}  {back} the place before the last jump  ({key} stays)":
      "Mynd at nod: {letters}  {back} y lle cyn y naid ddiwethaf  (mae {key} yn aros)",
    "The recording ends here: {file}": "Daw'r recordiad i ben yma: {file}",
    ":record FILE records this session.": "Mae :record FFEIL yn recordio'r sesiwn hon.",
    "A recording needs the name of a file.": "Mae angen enw ffeil ar recordiad.",
    "Not recorded: {reason}": "Heb ei recordio: {reason}",
    "Recording this session: {file}": "Yn recordio'r sesiwn hon: {file}",
    ":{command} needs a name.": "Mae angen enw ar :{command}.",
    "A pathway or a table can be saved as a view; this screen is none.":
      "Gellir cadw llwybr neu dabl fel golwg; nid yw'r sgrin hon yn un.",
    "A view's name has up to {number} characters that can be seen.":
      "Nifer mwyaf y nodau gweladwy yn enw golwg: {number}.",
    "There is no view “{name}”: :views shows those there are.":
      "Nid oes golwg “{name}”: mae :views yn dangos y rhai sydd.",
    "Saved: {name}. {key} opens saved views.":
      "Cadwyd: {name}. Mae {key} yn agor y golygon a gadwyd.",
    "Forgotten.": "Wedi'i anghofio.",
    "Not kept: {reason}": "Heb ei gadw: {reason}",
    "No view is saved yet: :save NAME saves what is shown.":
      "Nid oes golwg wedi'i gadw eto: mae :save ENW yn cadw'r hyn a ddangosir.",
    "Saved views": "Golygon a gadwyd",
    "Type yes to go on where you were; any other line does not. {view}":
      "Teipiwch ie i fynd ymlaen o'r lle roeddech; nid yw unrhyw linell arall yn gwneud. {view}",
    "Type yes to go on where you were at {time}; any other line does not. {view}":
      "Teipiwch ie i fynd ymlaen o'r lle roeddech am {time}; nid yw unrhyw linell arall yn gwneud. {view}",
    "line": "llinell",
    "lines": "llinellau",
    "{lines} more: an empty line says the next, all says the rest.":
      "{lines} eto: mae llinell wag yn dweud y nesaf, all yn dweud y gweddill.",
    "A new session. The command help lists the commands.":
      "Sesiwn newydd. Mae'r gorchymyn help yn rhestru'r gorchmynion.",
    "The next start offers to go on from here. The command quit leaves for good.":
      "Bydd y cychwyn nesaf yn cynnig mynd ymlaen o'r fan hon. Mae'r gorchymyn quit yn gadael am byth.",
  ]
}

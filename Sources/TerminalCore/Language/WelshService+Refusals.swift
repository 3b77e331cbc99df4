extension WelshService {
  /// Why a query may not be asked, or cannot be.
  static let refusals: [String: String] = [
    "Did you mean “{1}”?": "Ai “{1}” oeddech chi'n ei olygu?",

    // Sessions, projects and agreements.
    "Project {1} was not approved for the pilot {2}. Its pilots: {3}.":
      "Ni chymeradwywyd prosiect {1} ar gyfer y cynllun peilot {2}. Ei gynlluniau peilot: {3}.",
    "Project {1} may not use the link level {2}. Write “link {3}”.":
      "Ni chaiff prosiect {1} ddefnyddio'r lefel gysylltu {2}. Ysgrifennwch “link {3}”.",
    "{1} is under no agreement, so no table can draw on it.":
      "Nid yw {1} dan unrhyw gytundeb, felly ni all tabl ei ddefnyddio.",
    "Agreement {1} on {2} is not among the package's agreements.":
      "Nid yw cytundeb {1} ar {2} ymhlith cytundebau'r pecyn.",
    "{1} is not agreed: agreement {2} leaves it open.":
      "Ni chytunwyd ar {1}: mae cytundeb {2} yn ei adael yn agored.",
    "Agreement {1} on {2} starts on {3} only.":
      "Dim ond ar {3} y mae cytundeb {1} ar {2} yn dechrau.",
    "Agreement {1} on {2} expired on {3}.": "Daeth cytundeb {1} ar {2} i ben ar {3}.",
    "Agreement {1} on {2} does not allow the pilot {3}.":
      "Nid yw cytundeb {1} ar {2} yn caniatáu'r cynllun peilot {3}.",
    "Agreement {1} on {2} is not among those of project {3}.":
      "Nid yw cytundeb {1} ar {2} ymhlith rhai prosiect {3}.",
    "Agreement {1} on {2} does not cover the field {3}.":
      "Nid yw cytundeb {1} ar {2} yn cwmpasu'r maes {3}.",
    "Tables about {1} show no geography: leave {2} out.":
      "Nid yw tablau am {1} yn dangos daearyddiaeth: gadewch {2} allan.",
    "Tables about {1} show no geography below region: use {2} by its top codes only.":
      "Nid yw tablau am {1} yn dangos daearyddiaeth islaw rhanbarth: defnyddiwch godau uchaf {2} yn unig.",
    "This table crosses {1} things that may be held against people ({2}). Say what for, as in reason \"where support is missing\"; the reason is kept with the table and in the log.":
      "Mae'r tabl hwn yn croesi pethau y gellid eu dal yn erbyn pobl ({1}: {2}). Dywedwch at ba ddiben, fel yn reason \"where support is missing\"; cedwir y rheswm gyda'r tabl ac yn y log.",
    "This package is not synthetic and has no register of users and projects, so nobody can open it. The data owner adds register.yaml and builds the store again.":
      "Nid yw'r pecyn hwn yn synthetig ac nid oes ganddo gofrestr o ddefnyddwyr a phrosiectau, felly ni all neb ei agor. Mae perchennog y data yn ychwanegu register.yaml ac yn adeiladu'r storfa eto.",
    "The system knows no login for this process, so it is no user of the register.":
      "Nid yw'r system yn gwybod am fewngofnod ar gyfer y broses hon, felly nid yw'n ddefnyddiwr yn y gofrestr.",
    "The register has no user with the login {1}. Ask the data owner to be registered.":
      "Nid oes defnyddiwr â'r mewngofnod {1} yn y gofrestr. Gofynnwch i berchennog y data am gael eich cofrestru.",
    "The register has no user {1}.": "Nid oes defnyddiwr {1} yn y gofrestr.",
    "The user {1} has another login than this process. Open the session as yourself.":
      "Mae gan y defnyddiwr {1} fewngofnod arall i'r broses hon. Agorwch y sesiwn fel chi eich hun.",
    "The user {1} has another login than this process, {2}. Open the session as yourself.":
      "Mae gan y defnyddiwr {1} fewngofnod arall i'r broses hon, {2}. Agorwch y sesiwn fel chi eich hun.",
    "The accreditation of {1} expired on {2}. It has to be renewed, and the register with it.":
      "Daeth achrediad {1} i ben ar {2}. Rhaid ei adnewyddu, a'r gofrestr gydag ef.",
    "The user {1} is not on a project {2}.": "Nid yw'r defnyddiwr {1} ar brosiect {2}.",
    "The user {1} is on no project.": "Nid yw'r defnyddiwr {1} ar unrhyw brosiect.",
    "The user {1} is on several projects; name one with --project: {2}.":
      "Mae'r defnyddiwr {1} ar sawl prosiect; enwch un gyda --project: {2}.",
    "The project {1} starts on {2} only.": "Dim ond ar {2} y mae'r prosiect {1} yn dechrau.",
    "The project {1} expired on {2}.": "Daeth y prosiect {1} i ben ar {2}.",

    // Names.
    "There is no pilot {1} in this package.": "Nid oes cynllun peilot {1} yn y pecyn hwn.",
    "{1} is no variable, milestone or outcome of {2}.":
      "Nid yw {1} yn newidyn, carreg filltir na chanlyniad yn {2}.",
    "{1} stands on the table twice; leave one of them out.":
      "Mae {1} yn y tabl ddwywaith; gadewch un ohonynt allan.",
    "{1} has no codes: its field has no code list. The package has to give it one.":
      "Nid oes codau gan {1}: nid oes rhestr godau i'w faes. Rhaid i'r pecyn roi un iddo.",
    "{1} is recoded twice; put all groups into one recode.":
      "Caiff {1} ei ailgodio ddwywaith; rhowch bob grŵp mewn un ailgodiad.",
    "{1} cannot be recoded: {=2}.": "Ni ellir ailgodio {1}: {=2}.",
    "{1} is in the group {2}; filter by the group.":
      "Mae {1} yn y grŵp {2}; hidlwch yn ôl y grŵp.",
    "{1} is no code of {2}.": "Nid yw {1} yn god o {2}.",
    "A group needs a name and at least one code.":
      "Mae angen enw ac o leiaf un cod ar grŵp.",
    "Two groups are called {1}.": "Gelwir dau grŵp yn {1}.",
    "{1} is in two groups; a code can be in one.":
      "Mae {1} mewn dau grŵp; gall cod fod mewn un.",
    "The group {1} mixes levels of the code list; take its codes from one level.":
      "Mae'r grŵp {1} yn cymysgu lefelau o'r rhestr godau; cymerwch ei godau o un lefel.",
    "{1} lies below a code that is in a group already.":
      "Mae {1} islaw cod sydd mewn grŵp yn barod.",
    "{1} is a code already; give the group another name.":
      "Mae {1} yn god yn barod; rhowch enw arall i'r grŵp.",
    "{1} is no event of {2}.": "Nid yw {1} yn ddigwyddiad yn {2}.",
    "{1} is no stage of {2}.": "Nid yw {1} yn gam yn {2}.",
    "{1} does not come after {2}; a median goes forward.":
      "Nid yw {1} yn dod ar ôl {2}; mae canolrif yn mynd ymlaen.",
    "{1} counts persons only; leave the unit out.":
      "Mae {1} yn cyfrif personau yn unig; gadewch yr uned allan.",
    "{1} is no unit of {2}.": "Nid yw {1} yn uned yn {2}.",
    "Events are counted by themselves, whatever the unit; leave the unit out.":
      "Cyfrifir digwyddiadau ar eu pen eu hunain, beth bynnag yr uned; gadewch yr uned allan.",
    "Days are those of a person's pathway, and {1} have none of their own; leave the unit out.":
      "Diwrnodau llwybr person yw'r rhain, ac nid oes gan {1} rai eu hunain; gadewch yr uned allan.",
    "{1} is no outcome of {2}; a share needs one.":
      "Nid yw {1} yn ganlyniad yn {2}; mae angen un ar gyfran.",

    // Filters and conditions.
    "The stage is asked for twice; keep one.": "Gofynnir am y cam ddwywaith; cadwch un.",
    "This pilot has no stages.": "Nid oes camau yn y cynllun peilot hwn.",
    "{1} is filtered twice; give all its codes after one =, with commas.":
      "Hidlir {1} ddwywaith; rhowch ei holl godau ar ôl un =, gyda choma.",
    "The filter on {1} names no code.": "Nid yw'r hidlydd ar {1} yn enwi cod.",
    "A comparison needs at least one filter.": "Mae angen o leiaf un hidlydd ar gymhariaeth.",
    "Both groups of the comparison are the same.": "Yr un yw dau grŵp y gymhariaeth.",
    "A person may have several codes of {1}; filter by one of them.":
      "Gall person fod â sawl cod o {1}; hidlwch yn ôl un ohonynt.",
    "{1} is counted by its top codes only.": "Cyfrifir {1} yn ôl ei godau uchaf yn unig.",
    "A person may have several codes of {1}, so it cannot be shown and filtered at once. Take it from the table, or drop the filter.":
      "Gall person fod â sawl cod o {1}, felly ni ellir ei ddangos a'i hidlo ar yr un pryd. Tynnwch ef o'r tabl, neu gollyngwch yr hidlydd.",
    "{1} is compared, so it cannot stand on an axis as well.":
      "Cymherir {1}, felly ni all sefyll ar echel hefyd.",
    "The period ends before it begins.": "Daw'r cyfnod i ben cyn iddo ddechrau.",
    "The period lies outside the records, which cover {1} to {2}.":
      "Mae'r cyfnod y tu allan i'r cofnodion, sy'n cwmpasu {1} i {2}.",
    "A span is 1 to {1} {=2}.": "Hyd yw 1 i {1} ({=2}).",
    "The condition on {1} is given twice.": "Rhoddir yr amod ar {1} ddwywaith.",

    // Shares.
    "The table shows the share with {1}, so it cannot be crossed or filtered by it as well. Count persons instead.":
      "Mae'r tabl yn dangos y gyfran â {1}, felly ni ellir ei groesi na'i hidlo yn ôl hynny hefyd. Cyfrifwch bersonau yn lle hynny.",
    "A table shows at most {1} outcomes side by side; leave some out.":
      "Nifer mwyaf y canlyniadau ochr yn ochr mewn tabl: {1}; gadewch rai allan.",
    "Shares are not added up. {=1}. {=2} Show them side by side: measure share {3}.":
      "Nid adir cyfrannau. {=1}. {=2} Dangoswch nhw ochr yn ochr: measure share {3}.",
    "They have one base, but one person may be counted in several of them, so shares of it must not be added either.":
      "Un sail sydd iddynt, ond gellir cyfrif un person mewn sawl un ohonynt, felly ni ddylid adio cyfrannau ohoni chwaith.",
    "These are bases that must not be added.": "Seiliau yw'r rhain na ddylid eu hadio.",
    "Follow-up incomplete until {1}: records are observed to {2}, and {3} takes {=4} from the index event. From then on it can be shown.":
      "Dilyniant anghyflawn hyd {1}: gwelir cofnodion hyd {2}, ac mae {3} yn cymryd {=4} o'r digwyddiad mynegai. O hynny ymlaen gellir ei ddangos.",
    "Follow-up incomplete until {1}: records are observed to {2}, and {3} takes {=4} from the index event. From then on it can be shown; now, index events up to {5} can.":
      "Dilyniant anghyflawn hyd {1}: gwelir cofnodion hyd {2}, ac mae {3} yn cymryd {=4} o'r digwyddiad mynegai. O hynny ymlaen gellir ei ddangos; nawr, gellir dangos digwyddiadau mynegai hyd {5}.",

    // Size and protection.
    "A table may cross {1} variables; this one crosses {2}. Leave some out.":
      "Nifer y newidynnau y gall tabl eu croesi: {1}; mae hwn yn croesi {2}. Gadewch rai allan.",
    "With its filters and conditions this table has {1} dimensions, and the policy allows {2}. Leave out filters or conditions, or show fewer outcomes side by side.":
      "Gyda'i hidlyddion a'i amodau, dimensiynau'r tabl hwn: {1}; mae'r polisi'n caniatáu {2}. Gadewch hidlyddion neu amodau allan, neu dangoswch lai o ganlyniadau ochr yn ochr.",
    "With totals this table has {1} cells, and the policy allows {2}. That follows from code lists alone, not from records.":
      "Gyda chyfansymiau, celloedd y tabl hwn: {1}; mae'r polisi'n caniatáu {2}. Mae hynny'n dilyn o restrau codau yn unig, nid o gofnodion.",
    "Several outcomes are protected in their full crossing: show fewer of them side by side.":
      "Gwarchodir sawl canlyniad yn eu croesiad llawn: dangoswch lai ohonynt ochr yn ochr.",
    "Most come from {1} ({2} codes and totals): show fewer levels, group its codes, or leave it out.":
      "Daw'r rhan fwyaf o {1} (codau a chyfansymiau: {2}): dangoswch lai o lefelau, grwpiwch ei godau, neu gadewch ef allan.",
    "{1}, of which somebody may have several codes, and {2} are told from the same records: one says something of the other that protection does not take into account. Leave one of them out.":
      "Dywedir {1}, y gall rhywun fod â sawl cod ohono, a {2} o'r un cofnodion: mae'r naill yn dweud rhywbeth am y llall nad yw'r gwarchod yn ei gymryd i ystyriaeth. Gadewch un ohonynt allan.",
    "Under the profile {1} only persons are counted: the noise is made for numbers of persons. Count persons.":
      "Dan y proffil {1} dim ond personau a gyfrifir: gwneir y sŵn ar gyfer niferoedd o bersonau. Cyfrifwch bersonau.",
    "Under the profile {1} a table may cross {2} variables, its filters, conditions, period and outcomes included; this one crosses {3}. Leave some out.":
      "Dan y proffil {1}, nifer y newidynnau y gall tabl eu croesi, gan gynnwys ei hidlyddion, ei amodau, ei gyfnod a'i ganlyniadau: {2}; mae hwn yn croesi {3}. Gadewch rai allan.",
    "Under the profile {1} a project may break {2} down in {3} ways in each release (every level of a variable and every crossing is one), because noise averages out over many. With this table they would be more. Ask again what was asked before, or a part of it, or speak to whoever keeps the policy.":
      "Dan y proffil {1}, nifer y ffyrdd y gall prosiect ddadansoddi {2} ym mhob datganiad (pob lefel o newidyn a phob croesiad yn un): {3}, gan fod sŵn yn cyfartaleddu dros lawer. Gyda'r tabl hwn byddai mwy. Gofynnwch eto am yr hyn y gofynnwyd amdano o'r blaen, neu ran ohono, neu siaradwch â phwy bynnag sy'n cadw'r polisi.",
    "Under the profile {1} a project may break {2} down in {3} ways in each release (every level of a variable and every crossing is one), because noise averages out over many. This table alone has {4}. Cross fewer variables, or show fewer levels.":
      "Dan y proffil {1}, nifer y ffyrdd y gall prosiect ddadansoddi {2} ym mhob datganiad (pob lefel o newidyn a phob croesiad yn un): {3}, gan fod sŵn yn cyfartaleddu dros lawer. Yn y tabl hwn yn unig: {4}. Croeswch lai o newidynnau, neu dangoswch lai o lefelau.",
    "The policy of this package allows no copies to a clipboard. Write a file instead.":
      "Nid yw polisi'r pecyn hwn yn caniatáu copïo i glipfwrdd. Ysgrifennwch ffeil yn lle hynny.",
    "Name the link levels to be compared, each once.":
      "Enwch y lefelau cysylltu i'w cymharu, pob un unwaith.",
    "Figures on the links themselves are not put side by side for several link levels. Ask for one of them.":
      "Ni roddir ffigurau am y cysylltiadau eu hunain ochr yn ochr ar gyfer sawl lefel gysylltu. Gofynnwch am un ohonynt.",
    "Link levels are compared for persons, shares and medians. Leave the events or the unit out, or ask for one level.":
      "Cymherir lefelau cysylltu ar gyfer personau, cyfrannau a chanolrifau. Gadewch y digwyddiadau neu'r uned allan, neu gofynnwch am un lefel.",
    "The counts of this table do not add up as its definition says, so nothing is shown. Report the query to whoever keeps the store.":
      "Nid yw cyfrifon y tabl hwn yn adio fel y dywed ei ddiffiniad, felly ni ddangosir dim. Rhowch wybod am yr ymholiad i bwy bynnag sy'n cadw'r storfa.",
    "This table would have more than {1} cells. Leave out a variable or show fewer levels.":
      "Byddai gan y tabl hwn fwy na {1} o gelloedd. Gadewch newidyn allan neu dangoswch lai o lefelau.",
  ]
}

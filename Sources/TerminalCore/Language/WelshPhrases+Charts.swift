extension WelshPhrases {
  static let charts: [String: String] = [
    "Fetching": "Wrthi'n nôl",
    ", % of {base}": ", % o'r {base}",
    "Chart": "Siart",
    "Draw as a chart": "Llunio fel siart",
    "Next kind of chart": "Y math nesaf o siart",
    "Kind of chart before": "Y math blaenorol o siart",
    "Flow between stages": "Llif rhwng camau",
    "Lines over periods": "Llinellau dros gyfnodau",
    "Bars": "Barrau",
    "Stacked bars": "Barrau wedi'u pentyrru",
    "Time to an event": "Amser hyd at ddigwyddiad",
    "Heat map": "Map gwres",
    "{kind}: {table}": "{kind}: {table}",
    "days to each stage from the one before": "diwrnodau i bob cam o'r un blaenorol",
    "page {number} of {count}: {labels}": "tudalen {number} o {count}: {labels}",
    "{number} of {count}": "{number} o {count}",
    "There is nothing to draw here.": "Does dim i'w lunio yma.",
    "This table has no cells to draw.": "Does gan y tabl hwn ddim celloedd i'w llunio.",
    "Stage by stage, with the ways in which people left, each as a share of its stage:":
      "Cam wrth gam, gyda'r ffyrdd y gadawodd pobl, pob un fel cyfran o'i gam:",
    "Line by line, each from the first period to the last:":
      "Llinell wrth linell, pob un o'r cyfnod cyntaf i'r olaf:",
    "A line for each bar:": "Llinell i bob bar:",
    "Bar by bar, the whole first and then its parts:":
      "Bar wrth far, y cyfan yn gyntaf ac yna ei rannau:",
    "Curve by curve, the running share of those who came to the event:":
      "Cromlin wrth gromlin, cyfran gronnol y rhai a gyrhaeddodd y digwyddiad:",
    "Row by row, each from the first column to the last:":
      "Rhes wrth res, pob un o'r golofn gyntaf i'r olaf:",
    "{bar}, whole bar: {figure}": "{bar}, y bar cyfan: {figure}",
    "Kinds of chart that fit this table: {names}.":
      "Mathau o siart sy'n addas i'r tabl hwn: {names}.",
    "No other kind of chart fits this table.":
      "Does dim math arall o siart sy'n addas i'r tabl hwn.",
    "no bar: it is the whole of the others": "dim bar: dyma gyfanswm y lleill",
    "A running sum of protected bins of days: of those who came to the event, the share that had come to it by this day.":
      "Swm cronnol o finiau diwrnodau a warchodir: o'r rhai a gyrhaeddodd y digwyddiad, y gyfran a oedd wedi'i gyrraedd erbyn y diwrnod hwn.",
    "It is not shown, as a bin or a total that it needs is not.":
      "Nis dangosir, gan na ddangosir bin neu gyfanswm sydd ei angen arno.",
    "Some of the counts behind it are hidden.": "Mae rhai o'r cyfrifon y tu ôl iddo wedi'u cuddio.",
    "Made from counts with noise of at most {noise} either way.":
      "Gwnaed o gyfrifon gyda sŵn o {noise} ar y mwyaf y naill ffordd neu'r llall.",
    "Made from counts that are not rounded.": "Gwnaed o gyfrifon nad ydynt wedi'u talgrynnu.",
    "Made from counts that are rounded to the nearest {base} and moved by {moved} at most, so that they add up.":
      "Gwnaed o gyfrifon sydd wedi'u talgrynnu i'r {base} agosaf a'u symud {moved} ar y mwyaf, fel eu bod yn adio.",
    "Made from counts that are rounded to the nearest {base}.":
      "Gwnaed o gyfrifon sydd wedi'u talgrynnu i'r {base} agosaf.",
    "There is no total here that a percentage could be of.":
      "Does dim cyfanswm yma y gallai canran fod ohono.",
    "above {number}": "dros {number}",
    "zero has no shade": "dim cysgod i sero",
    "{mark} several": "{mark} sawl un",
    "within {number} days": "o fewn {number} d",
    "{event}: {share} of those who did": "{event}: {share} o'r rhai a wnaeth",
    "{share} of the {base}": "{share} o'r {base}",
    ", {share} of \u{201C}{stage}\u{201D}": ", {share} o \u{201C}{stage}\u{201D}",
    "row": "rhes",
    "column": "golofn",
    "total": "cyfanswm",
    "of prev": "o'r bl.",
    "fewer than {minimum} persons, or needed to protect such a cell":
      "llai na {minimum} o bersonau, neu ei angen i warchod cell o'r fath",
    "rounds to zero but is not zero": "yn talgrynnu i sero ond nid yw'n sero",
    "not available": "ddim ar gael",
    "not applicable": "ddim yn berthnasol",
  ]
}

extension WelshPhrases {
  /// Tables, their menus and texts, and what is exported and copied.
  static let tables: [String: String] = [
    "Persons": "Personau",
    "Index events": "Digwyddiadau mynegai",
    "Median days from “{stage}” to “{other}”": "Diwrnodau canolrifol o “{stage}” i “{other}”",
    "{what} by {axis}": "{what} yn ôl {axis}",
    "{what} by {axes} and {axis}": "{what} yn ôl {axes} a {axis}",
    " by ": " yn ôl ",
    "{number} days": "{number} d",
    "more than {number} days": "mwy na {number} d",
    "{lower} to {upper}": "{lower} i {upper}",
    " of {base}": " o {base}",
    "Total": "Cyfanswm",
    "Total ({conditions})": "Cyfanswm ({conditions})",
    "Median": "Canolrif",
    "Share (95% interval), base": "Cyfran (cyfwng 95%), sail",
    "% of row": "% o'r rhes",
    "% of column": "% o'r golofn",
    "% of total": "% o'r cyfanswm",
    "page {number} of {count}: {labels}": "tudalen {number} o {count}: {labels}",
    "Page {number} of {count}: {labels}": "Tudalen {number} o {count}: {labels}",
    "Column {number} of {count}: {labels}": "Colofn {number} o {count}: {labels}",
    "row {number} of {count}": "rhes {number} o {count}",
    "column {number} of {count}": "colofn {number} o {count}",
    "Only": "Yn unig",
    "Stage: {stage}": "Cam: {stage}",
    "Link level: {level}": "Lefel gysylltu: {level}",
    "recoded: {variable}": "wedi'i ailgodio: {variable}",
    "had {event} within {time}": "cafwyd {event} o fewn {time}",
    "had no {event} within {time}": "ni chafwyd {event} o fewn {time}",
    "versus {group}": "o'i gymharu â {group}",
    "This table has no cells.": "Nid oes celloedd yn y tabl hwn.",
    "hidden": "cudd",
    "near zero": "bron yn sero",
    "not available": "ddim ar gael",
    "not applicable": "amherthnasol",
    "{key} tells more": "mae {key} yn dweud mwy",
    "rounds to zero but is not zero": "yn talgrynnu i sero ond nid yw'n sero",
    "not available: what it would be a share of is not in the table":
      "ddim ar gael: nid yw'r hyn y byddai'n gyfran ohono yn y tabl",
    "not applicable: there is nobody to take a share or median of":
      "amherthnasol: nid oes neb i gymryd cyfran na chanolrif ohonynt",
    "Sorted: not a ranking of groups for support":
      "Trefnwyd: nid safle grwpiau ar gyfer cymorth",
    "Sorted: not a ranking of groups for support over others; hidden values last.":
      "Trefnwyd: nid blaenoriaeth i grwpiau ar gyfer cymorth; gwerthoedd cudd yn olaf.",

    // Menus.
    "Rows": "Rhesi",
    "Columns": "Colofnau",
    "Pages": "Tudalennau",
    "{title} ({key} marks several)": "{title} (mae {key} yn nodi sawl un)",
    "(none)": "(dim)",
    "Break down: {group}": "Dadansoddi: {group}",
    "Filter by": "Hidlo yn ôl",
    "Take away: {filter}": "Tynnu: {filter}",
    "Link level": "Lefel gysylltu",
    "strictest: fewest false links, most persons":
      "llymaf: lleiaf o gysylltiadau anghywir, mwyaf o bersonau",
    "between the two": "rhwng y ddau",
    "loosest: fewest missed links, fewest persons":
      "llacaf: lleiaf o gysylltiadau coll, lleiaf o bersonau",
    "Measure": "Mesur",
    "Events": "Digwyddiadau",
    "Events of a kind": "Digwyddiadau o un math",
    "Share with an outcome": "Cyfran â chanlyniad",
    "Share with": "Cyfran â",
    "Median days between stages": "Diwrnodau canolrifol rhwng camau",
    "Median days from": "Diwrnodau canolrifol o",
    "Median days from {stage} to": "Diwrnodau canolrifol o {stage} i",
    "Stage reached": "Y cam a gyrhaeddwyd",
    "Coarser tables: cells shown (estimates)":
      "Tablau brasach: celloedd a ddangosir (amcangyfrifon)",

    // Texts.
    "About this table": "Am y tabl hwn",
    "Definitions": "Diffiniadau",
    "Unit: {unit}": "Uned: {unit}",
    "Period: {first} to {last}": "Cyfnod: {first} i {last}",
    "Datasets: {names}": "Setiau data: {names}",
    "Coverage: {coverage}": "Cwmpas: {coverage}",
    "Signs": "Arwyddion",
    "Limit: ": "Cyfyngiad: ",
    "Certificate {hash}": "Tystysgrif {hash}",
    "Profile {profile}: at least {number} persons, rounded to {base}":
      "Proffil {profile}: lleiafswm o bersonau: {number}, wedi'i dalgrynnu i {base}",
    "Profile {profile}: at least {number} persons, noise of at most {noise}":
      "Proffil {profile}: lleiafswm o bersonau: {number}, sŵn o {noise} ar y mwyaf",
    "Why": "Pam",
    "{key} proposes coarser tables that show more. ":
      "Mae {key} yn cynnig tablau brasach sy'n dangos mwy. ",
    "{hint}{key} goes back.": "{hint}Mae {key} yn mynd yn ôl.",
    "Help": "Cymorth",
    "Keys: {view}": "Bysellau: {view}",
    "Typed after {key}": "I'w teipio ar ôl {key}",
    "Typed": "I'w teipio",
    "A query: PILOT rows VAR columns VAR where VAR=CODE stage STAGE measure MEASURE":
      "Ymholiad: PEILOT rows NEWIDYN columns NEWIDYN where NEWIDYN=COD stage CAM measure MESUR",
    "Or a command by its name: {names}": "Neu orchymyn wrth ei enw: {names}",

    // Exports and copies.
    "File": "Ffeil",
    "CSV for data, with a JSON file of the same name beside it for the rest":
      "CSV ar gyfer data, gyda ffeil JSON o'r un enw wrth ei ochr ar gyfer y gweddill",
    "What will be in it": "Beth fydd ynddi",
    "rows": "rhesi",
    "columns": "colofnau",
    "pages": "tudalennau",
    "cells": "celloedd",
    "Unit of count, period, link level, coverage, datasets and release":
      "Uned gyfrif, cyfnod, lefel gysylltu, cwmpas, setiau data a datganiad",
    "User and project: {user}; {project}": "Defnyddiwr a phrosiect: {user}; {project}",
    "What the programme will and will not do with the data":
      "Yr hyn y bydd y rhaglen yn ei wneud â'r data, a'r hyn na fydd",
    "Stated reason: {reason}": "Rheswm a roddwyd: {reason}",
    "Definitions: {names}": "Diffiniadau: {names}",
    "The words SYNTHETIC DATA": "Y geiriau SYNTHETIC DATA",
    "How it is protected": "Sut y'i gwarchodir",
    "{number} of {cells} shown as [c]": "Dangosir fel [c]: {number}, o'r holl {cells}",
    "For research and statistics on approved projects; not for decisions about a person.":
      "Ar gyfer ymchwil ac ystadegau ar brosiectau cymeradwy; nid ar gyfer penderfyniadau am berson.",
  ]
}

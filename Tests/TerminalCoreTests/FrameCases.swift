import CohortModel
import TerminalFixture

@testable import TerminalCore

/// Keys from the start, and the screen that they lead to: a golden frame in every size, character set
/// and language.
struct FrameCase: Sendable, CustomStringConvertible {
  var name: String
  var keys: String
  var package = FixturePackage.package
  var work: CohortModel.Session?
  /// Files that are there already.
  var files: Set<String> = []

  var description: String { name }

  init(
    _ name: String, _ keys: String, package: DataPackage = FixturePackage.package,
    work: CohortModel.Session? = nil, files: Set<String> = []
  ) {
    self.name = name
    self.keys = keys
    self.package = package
    self.work = work
    self.files = files
  }

  func session(
    _ size: Size, _ language: Language = .english, service: FixtureService? = nil
  ) -> Session {
    var session = Session(
      rows: size.rows, columns: size.columns, package: package, work: work, language: language,
      service: service)
    session.existingFiles = files
    session.press(keys)
    return session
  }

  static let all = screens + tables + charts + sessions

  /// Those of the package without links, in no session.
  static let ofThePackage = all.filter { each in
    each.package.links == nil && each.work == nil && each.files.isEmpty
  }

  private static let screens = [
    FrameCase("home", ""),
    FrameCase("home-second-pilot", "down"),
    FrameCase("pilot", "enter"),
    FrameCase("pilot-end", "enter G"),
    FrameCase("pathway", "enter enter"),
    FrameCase("tour", "T"),
    FrameCase("tour-way", "T enter"),
    FrameCase("tour-changing", "T 2*enter"),
    FrameCase("tour-finding", "T 3*enter"),
    FrameCase("tour-leaving", "T 4*enter"),
    FrameCase("catalogue", "C"),
    FrameCase("catalogue-find", "C / text:ea_2"),
    FrameCase("catalogue-found-nothing", "C / text:zzz"),
    FrameCase("catalogue-entry", "C / text:region enter d"),
    FrameCase("catalogue-pilots", "C / text:sex enter enter"),
    FrameCase("pilot-definitions", "enter d"),
    FrameCase("pathway-side-by-side", "enter enter c text:sex enter 3*down right"),
    FrameCase("pathway-many-groups", "enter enter c text:region enter 4*right"),
    FrameCase("pathway-two-groups", "enter enter c text:versus enter text:sex enter tab tab enter"),
    FrameCase("pathway-stages-alone", ": text:reoffending_rows_stage:1 enter"),
    FrameCase("pathway-side-by-side-menu", "enter enter c"),
    FrameCase("pathway-breakdown-menu", "enter enter 3*down enter"),
    FrameCase("command-problem", ": text:reoffending_rows_sexx enter"),
    FrameCase("wrong-key", "x"),
    FrameCase("catalogue-narrowing", "C / text:reg"),
    FrameCase("pathway-pair-variable", "enter enter c text:versus enter"),
    FrameCase("pathway-pair-codes", "enter enter c text:versus enter text:sex enter"),
  ]

  private static let tables = [
    FrameCase("table-rows", "enter enter enter text:region enter"),
    FrameCase("table-cross", "enter enter enter text:region enter c text:age enter 2*down 3*right"),
    FrameCase("table-column-percent", "enter enter enter text:age enter c text:sex enter % % down"),
    FrameCase("table-hierarchy", "enter enter enter text:region enter + c text:offence enter G"),
    FrameCase("table-share", "enter enter enter text:age enter o text:share enter enter"),
    FrameCase("table-median", "enter enter enter text:age enter o text:median enter enter enter"),
    FrameCase("table-pages", "enter enter enter text:age enter p text:sex enter ]"),
    FrameCase("table-filtered", "enter enter enter text:age enter f text:sex enter enter"),
    FrameCase("table-filter-menu", "enter enter enter text:age enter f text:region enter tab tab"),
    FrameCase("table-sorted", "enter enter enter text:region enter S"),
    FrameCase("table-drilled", "enter enter enter text:age enter down enter text:region enter"),
    FrameCase("table-why", "enter enter enter text:region enter c text:age enter w"),
    FrameCase("table-definitions", "enter enter enter text:age enter o text:share enter enter d"),
    FrameCase("table-found", "enter enter enter text:region enter / text:wales enter"),
    FrameCase("command-query", ": text:reoffending_rows_age_columns_sex_where_region=E6 enter"),
    FrameCase("export", "enter enter enter text:region enter e"),
    FrameCase("help", "enter enter enter text:region enter ?"),
    FrameCase("key-menu", "enter enter enter text:region enter space"),
    FrameCase("recode-variables", "enter enter enter text:age enter c text:sex enter R"),
    FrameCase("recode-menu", "enter enter enter text:age enter R down tab tab"),
    FrameCase("recode-name", "enter enter enter text:age enter R down tab tab enter text:Young"),
    FrameCase(
      "recode-groups",
      "enter enter enter text:age enter R down tab tab enter text:Young enter down enter"),
    FrameCase(
      "recode-table",
      "enter enter enter text:age enter R down tab tab enter text:Young enter down enter up enter"),
    FrameCase("table-axis-menu", "enter enter enter text:age enter c"),
    FrameCase("table-measure-menu", "enter enter enter text:age enter o"),
    FrameCase("table-share-menu", "enter enter enter text:age enter o text:share enter"),
    FrameCase("table-median-from-menu", "enter enter enter text:age enter o text:median enter"),
    FrameCase("table-median-to-menu", "enter enter enter text:age enter o text:median enter enter"),
    FrameCase("table-link-level-menu", "enter enter enter text:age enter l"),
    FrameCase("table-filter-variables", "enter enter enter text:age enter f"),
    FrameCase(
      "table-coarser-menu",
      ": text:reoffending_rows_region_columns_offence_where_age=18-20_sex=F enter W"),
    FrameCase("command-line", "enter enter : text:reoff"),
    FrameCase("command-completed", "enter enter : text:reoff tab text:_rows_re tab"),
    FrameCase("find-line", "enter enter enter text:region enter / text:wal"),
    FrameCase("table-find-none", "enter enter enter text:region enter / text:zzz enter"),
    FrameCase("export-written", "enter enter enter text:region enter e enter"),
  ]

  private static let small = "_where_region=E7-3"

  private static let charts = [
    FrameCase(
      "chart-flow",
      ": text:reoffending_rows_stage_where_region=E7-3_offence=4_sex=F enter v 2*down"),
    FrameCase("chart-flow-whole", "enter enter v"),
    FrameCase(
      "chart-bars", ": text:reoffending_rows_region_columns_age_where_offence=4 enter v right down"),
    FrameCase(
      "chart-bars-hidden", ": text:reoffending_rows_age_columns_offence\(small) enter v 2*right"),
    FrameCase(
      "chart-bars-share", ": text:reoffending_rows_age_measure_share_reoffended enter v 2*down"),
    FrameCase("chart-bars-sorted", "enter enter enter text:region enter S v"),
    FrameCase(
      "chart-stacked",
      ": text:reoffending_rows_age_columns_offence\(small) enter v v 3*down 2*right"),
    FrameCase(
      "chart-stacked-share",
      ": text:reoffending_rows_region_columns_sex enter % v v down right"),
    FrameCase(
      "chart-lines", ": text:reoffending_rows_year_columns_age\(small) enter v 2*down 2*right"),
    FrameCase("chart-lines-one", ": text:reoffending_rows_year enter v right"),
    FrameCase(
      "chart-time",
      ": text:reoffending_rows_age_measure_median_released_to_housed\(small)"
        + "_offence=4 enter v v 2*down 4*right"),
    FrameCase("chart-time-pathway", "enter enter v V down 2*right"),
    FrameCase(
      "chart-heat", ": text:reoffending_rows_age_columns_offence\(small) enter v V 3*down 2*right"),
  ]

  private static let cross = ": text:reoffending_rows_region_columns_sex enter L 2*down right"
  private static let shares =
    ": text:reoffending_rows_age_pages_sex_measure_share_reoffended enter L ] down right"

  private static let file = "reoffending-region.csv"

  /// Link levels, and what a session has seen and kept.
  private static let sessions = [
    FrameCase("levels", cross, package: FixturePackage.linked),
    FrameCase("levels-share", shares, package: FixturePackage.linked),
    FrameCase("levels-why", cross + " w", package: FixturePackage.linked),
    FrameCase("pilot-linkage", "enter G", package: FixturePackage.linked),
    FrameCase("export-over", "enter enter enter text:region enter e enter", files: [file]),
    FrameCase("log-empty", "H"),
    FrameCase("log-of-views", "enter enter enter text:region enter % S v esc e enter esc H"),
    FrameCase("mark", "enter enter m b enter text:region enter m a '"),
    FrameCase("mark-setting", "enter enter m"),
    FrameCase("home-session", "", work: WorkSessionTests.work),
    FrameCase(
      "views",
      "enter enter enter text:region enter c text:age enter % S 2*down right"
        + " : text:save_Regions_by_age enter esc : text:save_Way enter b"),
    FrameCase("home-views", ": text:reoffending_rows_sex enter : text:save_By_sex enter esc"),
  ]
}

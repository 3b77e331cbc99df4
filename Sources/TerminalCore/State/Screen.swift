import CohortModel
import Tables

/// One step of the way from home, with its cursor and scroll.
enum Screen: Sendable {
  case home(HomeScreen)
  case pilot(PilotScreen)
  case pathway(PathwayScreen)
  case table(TableScreen)
  case chart(ChartScreen)
  /// A table at all link levels.
  case levels(LevelsScreen)
  case export(ExportScreen)
  case catalogue(CatalogueScreen)
  case log(LogScreen)

  var keyScreen: KeyScreen {
    switch self {
    case .home: .home
    case .pilot: .pilot
    case .pathway: .pathway
    case .table: .table
    case .chart: .chart
    case .levels: .levels
    case .export: .export
    case .catalogue: .catalogue
    case .log: .log
    }
  }

  /// The query whose table it shows.
  var query: CohortQuery? {
    switch self {
    case .home, .pilot, .catalogue, .log: nil
    case .pathway(let screen): screen.query
    case .table(let screen): screen.query
    case .chart(let screen): screen.query
    case .levels(let screen): screen.query
    case .export(let screen): screen.query
    }
  }

  var pilotName: String? {
    if case .pilot(let screen) = self { return screen.pilot }
    return query?.pilot
  }

  /// The place in a screen that is a list of lines.
  var place: DocumentPlace? {
    get {
      switch self {
      case .home(let screen): screen.place
      case .pilot(let screen): screen.place
      case .pathway(let screen): screen.place
      case .catalogue(let screen): screen.place
      case .log(let screen): screen.place
      case .table, .chart, .levels, .export: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .home(var screen):
        screen.place = newValue
        self = .home(screen)
      case .pilot(var screen):
        screen.place = newValue
        self = .pilot(screen)
      case .pathway(var screen):
        screen.place = newValue
        self = .pathway(screen)
      case .catalogue(var screen):
        screen.place = newValue
        self = .catalogue(screen)
      case .log(var screen):
        screen.place = newValue
        self = .log(screen)
      case .table, .chart, .levels, .export: break
      }
    }
  }
}

struct HomeScreen: Sendable {
  var place = DocumentPlace()
}

struct PilotScreen: Sendable {
  var pilot: String
  var place = DocumentPlace()
  let page = KnownDocuments<PageKey>()

  /// What the page depends on beyond the pilot: the linkage figures come one after another.
  struct PageKey: Hashable, Sendable {
    var width: Int
    var style: Style
    var linkageTables: Int
    var linkageFailure: String?
  }

  init(pilot: String, place: DocumentPlace = DocumentPlace()) {
    self.pilot = pilot
    self.place = place
  }
}

struct ExportScreen: Sendable {
  var exported: Exported
  /// One table, or those of the link levels that are shown side by side.
  var tables: [ProtectedTable]
  var fileName: LineEditor
  /// The name of a file that is there: y writes over it.
  var overwriting: String?
}

extension ExportScreen {
  var query: CohortQuery {
    switch exported {
    case .table(let query), .levels(let query): query
    }
  }
}

/// Which line keys act on, and the first line shown.
struct DocumentPlace: Hashable, Sendable {
  /// Among the lines that can be acted on.
  var focus = 0
  var top = 0
}

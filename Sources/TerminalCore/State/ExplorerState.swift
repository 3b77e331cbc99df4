import CohortModel
import Tables

/// Everything that the explorer knows. A value: undo is a stack of these values' screens.
public struct ExplorerState: Sendable {
  public internal(set) var size: Size
  /// The labels of its package are those of `language`.
  public let catalogue: Catalogue
  /// The package with the labels that it was declared with.
  let declaredPackage: DataPackage
  /// Of the explorer's words and of labels.
  public let language: Language
  /// The keys in force.
  let keys: KeyBindings
  /// Whether figures may be given to the terminal's clipboard.
  let canCopy: Bool
  /// Driven by lines of text instead of keys (`--plain`).
  let isLineMode: Bool
  /// The day on which agreements have to be in force.
  let today: CalendarDay

  /// From home to what is shown, each exactly as it was left. Never empty.
  var screens: [Screen]
  var overlay: Overlay?
  var message: Message?
  /// The table that was asked for and is to be shown.
  var pending: Pending?
  /// Keys that were typed for it before it was there.
  var typedAhead: [Key] = []
  /// Explanations and exports under way.
  var errands: Set<Int> = []
  /// What is being explained, until the service has answered.
  var explained: Explanation?
  var nextRequest = 1
  /// Whole seconds that the answer has been waited for.
  var waited = 0

  /// Cohort sizes for the home screen, by pilot; requests under way by number.
  var cohortSizes: [String: CohortSize] = [:]
  var sizeRequests: [Int: String] = [:]
  var cache = TableCache()
  /// Tables at all link levels, as they were compared.
  var comparisons = AnswerCache<[ProtectedTable]>(capacity: 8)
  /// Times between stages, by the pathway that they stand beside: what has come, requests under way by
  /// number, and those that were refused.
  var times = AnswerCache<[ProtectedTable]>()
  var medianRequests: [Int: CohortQuery] = [:]
  var medianFailures: Set<CohortQuery> = []

  /// How well the records are linked: requests under way by number, what came of them, and whether
  /// it is not to be had.
  var linkageRequests: [Int: LinkageSubject] = [:]
  var linkageTables: [LinkageSubject: ProtectedTable] = [:]
  var linkageFailure: String?

  /// What undo and redo show, the nearest last.
  var past: [Remembered] = []
  var future: [Remembered] = []
  /// Places under a letter, and the place before the last jump to one.
  var marks: [Character: Remembered] = [:]
  var beforeJump: Remembered?
  /// What was looked at and taken away, and the file that its commands are written to.
  var journal = Journal()
  var recording: RecordingPlace?
  /// Exports under way by number.
  var exporting: [Int: [ProtectedTable]] = [:]
  var timeOfDay: TimeOfDay?
  /// The catalogue as it was gone back from.
  var leftCatalogue: CatalogueScreen?
  /// Views under a name, in the order of names. `Step.openView` shows one.
  var savedViews: [SavedView] = []
  /// Views of earlier sessions, and whether those of this one are to be kept for the next.
  var earlierViews = RecentViewsFile()
  var keepsRecent = true
  /// A session that was not ended, until the first key.
  var offer: KeptSession?
  /// False where what was kept cannot be read: it is left as it is.
  var keepsSession = true
  let identity: SessionIdentity
  var commandHistory: [String] = []
  var searchText = ""

  /// The home screen of a catalogue, and the requests for its cohort sizes.
  ///
  /// - Parameters:
  ///   - store: the store's path, or the service's name: what is kept is offered for it alone.
  ///   - memory: what earlier sessions have left.
  public static func start(
    _ catalogue: Catalogue, size: Size, today: CalendarDay, language: Language = .english,
    keys: KeyBindings = .standard, canCopy: Bool = true, isLineMode: Bool = false,
    store: String = "", memory: Memory = Memory()
  ) -> (ExplorerState, [Effect]) {
    var state = ExplorerState(
      size: size, catalogue: catalogue, today: today, language: language,
      keys: keys, canCopy: canCopy, isLineMode: isLineMode, store: store)
    state.take(memory)
    var effects: [Effect] = []
    for pilot in catalogue.package.pilots where state.mayAsk(pilot) {
      let id = state.takeRequest()
      state.sizeRequests[id] = pilot.name
      effects.append(.fetch(id, state.sizeQuery(of: pilot), isUrgent: false))
    }
    return (state, effects)
  }

  private init(
    size: Size, catalogue: Catalogue, today: CalendarDay, language: Language, keys: KeyBindings,
    canCopy: Bool, isLineMode: Bool, store: String
  ) {
    self.isLineMode = isLineMode
    self.keys = isLineMode ? keys.typedByName : keys
    self.canCopy = canCopy
    self.size = size
    self.today = today
    self.language = language
    var catalogue = catalogue
    declaredPackage = catalogue.package
    catalogue.package = catalogue.package.labelled(in: language)
    self.catalogue = catalogue
    identity = SessionIdentity(store: store, catalogue: catalogue)
    self.screens = [.home(HomeScreen())]
  }

  mutating func takeRequest() -> Int {
    defer { nextRequest += 1 }
    return nextRequest
  }

  var package: DataPackage { catalogue.package }

  /// Whether the session's project lists the pilot.
  func mayAsk(_ pilot: Pilot) -> Bool {
    catalogue.session?.project.pilots.contains(pilot.name) ?? true
  }

  var screen: Screen {
    get { screens[screens.count - 1] }
    set { screens[screens.count - 1] = newValue }
  }

  var keyScreen: KeyScreen {
    if case .reader = overlay { return .reader }
    if case .tour = overlay { return .tour }
    return screen.keyScreen
  }

  /// Something was asked for whose answer will be shown: the screen shows a sign of work.
  public var isWaiting: Bool { pending != nil || !errands.isEmpty }

  /// The number of the request whose answer is waited for, the first where there are several.
  public var waitingFor: Int? { pending?.id ?? errands.min() }
}

extension ExplorerState {
  /// The message as it stands above the status line, whole.
  func messageLines(_ style: Style) -> [String] {
    message.map { style.wrapped(language.say($0.phrase), to: size.columns) } ?? []
  }
}

enum CohortSize: Hashable, Sendable {
  case value(CellValue)
  case failed(String)
}

/// A line for the person at the keyboard, until the next key.
struct Message: Hashable, Sendable {
  var phrase: Phrase
  var isProblem: Bool

  /// In English.
  var text: String { Language.english.say(phrase) }

  static func note(_ phrase: Phrase) -> Message { Message(phrase: phrase, isProblem: false) }
  static func problem(_ phrase: Phrase) -> Message { Message(phrase: phrase, isProblem: true) }

  /// Texts that are the same in every language.
  @_disfavoredOverload
  static func note(_ text: some StringProtocol) -> Message {
    note(Phrase(verbatim: String(text)))
  }
  @_disfavoredOverload
  static func problem(_ text: some StringProtocol) -> Message {
    problem(Phrase(verbatim: String(text)))
  }
}

/// A table under way and what becomes of it.
struct Pending: Sendable {
  enum Goal: Sendable {
    case push(ScreenKind)
    /// All link levels of a table, on a screen of its own or in the place of another one's.
    case levels(isReplacing: Bool)
    case replace(ScreenKind)
    /// On the way back to screens that are known by their places.
    case go(Return)
  }

  enum ScreenKind: Sendable {
    case pathway
    case table
    case export
  }

  var id: Int
  var query: CohortQuery
  var goal: Goal
  /// The row of the table before that alone is to be open in it, where one is.
  var opening: [AxisEntry]?
}

/// The answers seen last, so that going where one was costs nothing.
struct AnswerCache<Answer: Sendable>: Sendable {
  private var answers: [CohortQuery: Answer] = [:]
  private var order: [CohortQuery] = []
  private let capacity: Int

  init(capacity: Int = 64) { self.capacity = capacity }

  subscript(query: CohortQuery) -> Answer? { answers[query] }

  mutating func keep(_ answer: Answer, for query: CohortQuery) {
    if answers.updateValue(answer, forKey: query) == nil { order.append(query) }
    if order.count > capacity { answers[order.removeFirst()] = nil }
  }
}

typealias TableCache = AnswerCache<ProtectedTable>

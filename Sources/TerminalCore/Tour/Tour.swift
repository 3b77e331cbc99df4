/// The first look at the explorer: a few pages, from which any key that is not one of the tour's own
/// leads on at once.
struct Tour: Sendable {
  struct Page: Sendable {
    var title: Phrase
    var paragraphs: [Phrase]
  }

  static let count = 5

  var page = 0
  var place = DocumentPlace()

  /// Its pages. Keys are named as they are, wherever they were put.
  static func pages(_ keys: KeyBindings) -> [Page] {
    func key(_ command: Command, _ screen: KeyScreen) -> String {
      keys.entries(on: screen).first { $0.command == command }?.keys.first?.name
        ?? ":" + command.rawValue
    }
    return [
      Page(
        title: "What this is",
        paragraphs: [
          "Tables of groups of people in linked data. Every number is protected before it is shown: there is no way to a row or to a person.",
          "[c] stands for a number that is hidden. It says nothing of what is behind it, and it is never drawn as zero. \(key(.why, .table), "key") on a cell says what its sign means.",
        ]),
      Page(
        title: "The way in, and back",
        paragraphs: [
          "\(key(.open, .home), "enter") opens a pilot: its questions, its data and who agreed to their use. \(key(.open, .pilot), "enter") again opens its pathway, stage by stage.",
          "\(key(.open, .pathway), "enter") on a stage breaks it down by a variable, and on a cell of that table again. \(key(.columns, .pathway), "key") on a pathway puts groups side by side.",
          "\(key(.back, .table), "key") goes back to exactly what was shown before. The first line says where you are.",
        ]),
      Page(
        title: "Changing a table",
        paragraphs: [
          "\(key(.rows, .table), "rows") \(key(.columns, .table), "columns") \(key(.pages, .table), "pages") choose rows, columns and pages; \(key(.swap, .table), "swap") swaps them.",
          "\(key(.filter, .table), "filter") filters. \(key(.percent, .table), "percent") turns counts into shares. \(key(.measure, .table), "measure") chooses the measure, \(key(.linkLevel, .table), "link") the link level.",
          "\(key(.definition, .table), "definition") shows the definitions behind it. \(key(.undo, .table), "undo") undoes any change, \(key(.redo, .table), "redo") does it again.",
        ]),
      Page(
        title: "Finding",
        paragraphs: [
          "\(key(.catalogue, .home), "key") is the catalogue of datasets, variables, codes, outcomes and known faults. There \(key(.find, .catalogue), "find") finds while you type.",
          "\(key(.commandLine, .home), "key") takes a whole query or a command by its name; \(keys.name(of: .tick), "tab") completes it.",
          "\(key(.help, .home), "help") shows the keys of what you see, \(key(.keyMenu, .home), "menu") a menu of them.",
        ]),
      Page(
        title: "Taking away, and leaving",
        paragraphs: [
          "\(key(.export, .table), "key") writes the table as it is protected, with its definitions, to a file. Take one table in the place of another, not beside it.",
          "\(key(.leave, .home), "key") leaves. \(key(.tour, .home), "tour") shows this tour again.",
        ]),
    ]
  }
}

extension Document {
  static func tour(
    _ tour: Tour, keys: KeyBindings, size: Size, style: Style, language: Language
  ) -> Document {
    var document = Document(width: size.columns - 2, style: style, language: language)
    let pages = Tour.pages(keys)
    guard pages.indices.contains(tour.page) else { return document }
    let page = pages[tour.page]
    document.heading(page.title)
    // Where there is room, paragraphs stand apart.
    let isTall = size.rows >= PathwayScreen.tall
    for paragraph in page.paragraphs {
      if isTall { document.blank() }
      document.paragraph(paragraph, indent: isTall ? 2 : 0)
    }
    return document
  }
}

extension Step {
  /// Line by line it is read as one text.
  mutating func showTour() {
    guard state.isLineMode else {
      state.overlay = .tour(Tour())
      return
    }
    state.overlay = .reader(
      Reader(
        title: "Tour",
        paragraphs: Tour.pages(state.keys).flatMap { page in
          [Reader.Paragraph(text: page.title, role: .heading)]
            + page.paragraphs.map { Reader.Paragraph(text: $0, indent: 2) }
        }))
  }

  /// A key while the tour is shown: it turns its pages, or leaves it; any other leaves it and acts as
  /// if there were no tour.
  mutating func take(_ key: Key, _ tour: Tour) {
    var tour = tour
    switch state.keys.command(for: key, on: .tour) {
    case .nextPage where tour.page + 1 < Tour.count: tour = Tour(page: tour.page + 1)
    case .nextPage, .back:
      state.overlay = nil
      return
    case .previousPage: tour = Tour(page: max(0, tour.page - 1))
    case .some(let command) where command.isMovement: moveInDocument(command, &tour.place)
    default:
      state.overlay = nil
      dispatch(key)
      return
    }
    state.overlay = .tour(tour)
  }
}

extension ExplorerState {
  /// Begins with the tour: at a first start, and only where nothing else was asked for.
  public mutating func offerTour() {
    guard screens.count == 1, overlayIsClosed, pending == nil, offer == nil else { return }
    overlay = .tour(Tour())
  }
}

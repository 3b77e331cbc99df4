import CohortModel
import Tables

@testable import TerminalCore

/// Accounts for every number on a screen: a figure of a table that the service handed out for that
/// screen or made from one, part of a known text, or the place of the reader.
final class NumberCheck {
  private let texts: Set<String>
  private let patterns = KnownTexts.patterns()
  private var counts: [CohortQuery: Set<String>] = [:]
  private var derived: [CohortQuery: Set<String>] = [:]
  private var levels: [CohortQuery: Set<String>] = [:]
  private var times: [CohortQuery: (totals: Set<CellValue>, texts: Set<String>)] = [:]

  init(texts: Set<String>) {
    self.texts = texts
  }

  /// The numbers of a frame that nothing accounts for.
  func strangers(in frame: Frame, of session: Session, _ style: Style) -> [ScreenNumber] {
    let unknown = frame.numbers.filter { !texts.contains($0.text) }
    guard !unknown.isEmpty else { return [] }
    let state = session.state
    if frame.size.isTooSmall {
      let sizes = "\(state.size.columns) \(state.size.rows) 40 12"
      return unknown.filter { !sizes.contains($0.text) }
    }
    var figures = counts(on: state.screen, session)
    var rest = unknown.filter { number in !isAmong(figures, number) }
    guard !rest.isEmpty else { return [] }
    figures = derived(on: state.screen, session)
    rest = rest.filter { !isAmong(figures, $0) }
    guard !rest.isEmpty else { return [] }
    let places = KnownTexts.places(in: frame, patterns)
    rest = rest.filter { !places.contains($0.text) }
    rest = rest.filter { !isNumberOfCells($0, state) }
    guard !rest.isEmpty else { return [] }
    let typed = KnownTexts.typed(in: state)
    rest = rest.filter { number in !typed.contains { $0.contains(number.text) } }
    guard !rest.isEmpty, state.overlay != nil || state.message != nil else { return rest }
    return rest.filter { !isCovered($0, in: frame, session, style) }
  }

  /// Of how many cells a coarser table can be expected to show how many: no more than the table has.
  private func isNumberOfCells(_ number: ScreenNumber, _ state: ExplorerState) -> Bool {
    guard case .picker(let picker) = state.overlay, case .coarser = picker.purpose,
      let number = Int(number.text), let table = state.screen.table
    else { return false }
    return number <= table.cells.count
  }

  private func isAmong(_ figures: [Set<String>], _ number: ScreenNumber) -> Bool {
    figures.contains { set in
      set.contains(number.text)
        || (number.isCut && set.contains { $0.hasPrefix(number.text) })
    }
  }

  /// Whether it is what a menu or a message leaves to be seen of a number that is accounted for.
  private func isCovered(
    _ number: ScreenNumber, in frame: Frame, _ session: Session, _ style: Style
  ) -> Bool {
    var below = session
    below.state.overlay = nil
    below.state.message = nil
    let base = below.frame(style)
    let strangers = Set(strangers(in: base, of: below, style))
    return base.numbers.contains { whole in
      whole.row == number.row && whole.columns.lowerBound <= number.columns.lowerBound
        && whole.columns.upperBound >= number.columns.upperBound
        && number.columns.allSatisfy { base[number.row, $0].text == frame[number.row, $0].text }
        && !strangers.contains(whole)
    }
  }

  // MARK: Figures

  private func counts(on screen: Screen, _ session: Session) -> [Set<String>] {
    queries(on: screen, session.state).compactMap { query in
      if let known = counts[query] { return known }
      guard let table = session.tables[query] else { return nil }
      let texts = FigureTexts.counts(of: table)
      counts[query] = texts
      return texts
    } + levelTables(on: screen, session).map { FigureTexts.counts(of: $0) }
  }

  private func derived(on screen: Screen, _ session: Session) -> [Set<String>] {
    var sets = queries(on: screen, session.state).compactMap { query -> Set<String>? in
      if let known = derived[query] { return known }
      guard let table = session.tables[query] else { return nil }
      let texts = FigureTexts.derived(of: table)
      derived[query] = texts
      return texts
    }
    if let query = screen.query, !levelTables(on: screen, session).isEmpty {
      let texts = levels[query] ?? FigureTexts.levels(levelTables(on: screen, session))
      levels[query] = texts
      sets.append(texts)
    }
    if let pathway = pathway(on: screen) { sets += times(beside: pathway, session) }
    if case .chart = screen { sets.append(NumberCheck.ticks) }
    if case .home = screen { sets.append(sizes(session)) }
    return sets
  }

  /// Home tells between which steps of 1, 2 and 5 the cells are that its sizes are made from.
  private func sizes(_ session: Session) -> Set<String> {
    let sizes = session.state.package.pilots.compactMap { pilot -> Int? in
      let table = session.tables[session.state.sizeQuery(of: pilot)]
      guard case .count(let count)? = table.map({ TableView($0).everyone }) else { return nil }
      return count
    }
    let steps = (2...8).flatMap { power in
      [1, 2, 5].map { step in (0..<power).reduce(step) { product, _ in product * 10 } }
    }
    return Set(
      sizes.flatMap { size in
        steps.filter { size < 100 ? $0 == 100 : 5 * $0 > 2 * size && 2 * $0 <= 5 * size }
      }.map { DecimalText.grouped($0) })
  }

  /// The queries whose tables a screen shows.
  private func queries(on screen: Screen, _ state: ExplorerState) -> [CohortQuery] {
    switch screen {
    case .home: []
    case .pilot, .catalogue:
      LinkageFigures.queries(of: state.package, at: state.package.defaultLinkLevel).map(\.query)
    case .log, .levels: []
    case .table, .export, .pathway, .chart: screen.query.map { [$0] } ?? []
    }
  }

  private func levelTables(on screen: Screen, _ session: Session) -> [ProtectedTable] {
    switch screen {
    case .levels, .export: screen.query.flatMap { session.levels[$0] } ?? []
    default: []
    }
  }

  private func pathway(on screen: Screen) -> PathwayScreen? {
    switch screen {
    case .pathway(let screen): screen
    case .chart(let chart): chart.pathway
    default: nil
    }
  }

  private func times(beside pathway: PathwayScreen, _ session: Session) -> [Set<String>] {
    guard let table = session.tables[pathway.query] else { return [] }
    let totals = Set(table.cells)
    var sets: [Set<String>] = []
    for table in session.times[pathway.query] ?? [] {
      let query = table.query
      if let known = times[query], known.totals == totals {
        sets.append(known.texts)
      } else {
        let texts = FigureTexts.times(of: table, totals: totals)
        times[query] = (totals, texts)
        sets.append(texts)
      }
    }
    return sets
  }

  /// The ends and quarters of a chart's axis: round numbers.
  private static let ticks: Set<String> = {
    var texts: Set<String> = ["0", "0%"]
    for step in [1, 2, 3, 4, 5, 6, 8] {
      var power = 1
      while power <= 100_000_000 {
        texts.insert(DecimalText.grouped(step * power))
        for quarters in 1...3 { texts.insert(DecimalText.grouped(step * power * quarters / 4)) }
        power *= 10
      }
      for thousandths in [1, 10, 100, 1000] where step * thousandths <= 1000 {
        for quarters in 1...4 {
          let tenths = DecimalText.tenths(Double(step * thousandths * quarters) / 40)
          texts.insert((tenths.hasSuffix(".0") ? String(tenths.dropLast(2)) : tenths) + "%")
        }
      }
    }
    return texts
  }()
}

import CohortModel
import Tables

/// The screen of a state: exactly `size`, with the cursor on what keys act on.
public func render(_ state: ExplorerState, _ size: Size, _ style: Style) -> Frame {
  var state = state
  if state.size != size { state = update(state, .resize(size)).0 }
  var canvas = Canvas(size: size, style: style, language: state.language)
  if size.isTooSmall {
    canvas.drawTooSmall(state.keys)
  } else {
    canvas.draw(state)
  }
  return canvas.frame
}

extension Canvas {
  /// A sentence, as much of it as there is room for.
  fileprivate mutating func drawTooSmall(_ keys: KeyBindings) {
    let sentence = say(
      """
      This window is \(columns, "columns") by \(rows, "rows"). The explorer needs \
      \(Size.smallest.columns, "wanted columns") by \(Size.smallest.rows, "wanted rows"): make it \
      larger, or press \(keys.name(of: .leave), "key") to leave.
      """)
    for (row, line) in style.wrapped(sentence, to: columns).prefix(rows).enumerated() {
      put(line, row: row, column: 0)
    }
  }

  fileprivate mutating func draw(_ state: ExplorerState) {
    drawWay(state)
    switch (state.overlay, state.screen) {
    case (.reader(let reader), _):
      if let document = Document.shown(in: state, style: style) {
        draw(document, at: reader.place)
      }
    case (.tour(let tour), _):
      if let document = Document.shown(in: state, style: style) {
        draw(document, at: tour.place)
      }
    case (_, .table(let screen)): draw(screen, of: state)
    case (_, .chart(let screen)): draw(screen, of: state)
    case (_, .levels(let screen)): draw(screen, of: state)
    case (_, .export(let screen)): draw(screen)
    case (_, let screen):
      if let document = Document.shown(in: state, style: style), let place = screen.place {
        draw(document, at: place)
      }
    }
    drawStatus(state)
    drawMessage(state)
    switch state.overlay {
    case .picker(let picker): draw(picker, state.keys)
    case .prompt(let prompt): draw(prompt)
    case .keyMenu(let page): drawKeyMenu(state.screen.keyScreen, state.keys, page: page)
    case .mark(let isSetting): draw(state.markQuestion(isSetting: isSetting))
    case .reader, .tour, nil: break
    }
  }

  /// The way from home, and that the data are invented.
  private mutating func drawWay(_ state: ExplorerState) {
    let marker = state.package.isSynthetic ? say("SYNTHETIC DATA") : ""
    var crumbs = state.crumbs
    if case .reader(let reader) = state.overlay { crumbs.append(say(reader.title)) }
    if case .tour(let tour) = state.overlay {
      crumbs = [
        "bold", say("Tour, \(tour.page + 1, "number") of \(Tour.count, "count")"),
      ]
    }
    let room = columns - style.width(of: marker) - (marker.isEmpty ? 0 : 2)
    // Where the way is too long, its beginning gives way: where one is matters most.
    var text = crumbs.joined(separator: style.separator)
    while style.width(of: text) > room, crumbs.count > 1 {
      crumbs.removeFirst()
      text = style.ellipsis + style.separator + crumbs.joined(separator: style.separator)
    }
    put(text, row: 0, column: 0, width: room, role: .heading)
    if !marker.isEmpty {
      put(marker, row: 0, column: columns - style.width(of: marker), role: .synthetic)
    }
  }

  /// Who works on what, what package and release this is, how persons were linked, how it is protected.
  private mutating func drawStatus(_ state: ExplorerState) {
    let row = rows - 1
    fill(row: row, role: .status)
    let table = state.screen.table
    let level = table?.heading.linkLevel ?? state.package.defaultLinkLevel
    let author =
      state.catalogue.session.map { [say("\($0.user.id, "user") on \($0.project.id, "project")")] }
      ?? []
    let release = [say("release \(state.catalogue.release.prefix(8), "release")")]
    let short = [
      say("link \(level.rawValue, "level")"),
      say(
        "profile \(table?.certificate.profile ?? state.package.policy.profile.name, "profile")"),
    ]
    let facts = release + short
    let isInProcess = state.catalogue.isInProcess
    let opened = isInProcess ? [say("opened in this process")] : []
    let inProcess = isInProcess ? [say("in process")] : []
    let separator = style == .unicode ? " · " : " | "
    // From the longest to the shortest. That the data are synthetic stands in the first line as
    // well.
    var ways = [
      author + [state.package.title] + facts + opened,
      author + [state.package.title] + facts + inProcess,
      author + [state.package.name] + facts + opened,
      author + [state.package.name] + facts + inProcess,
    ]
    // Where there is a session, who works on what goes before all else.
    if !author.isEmpty {
      ways += [
        author + [state.package.name] + short + inProcess, author + short + inProcess, author,
      ]
    } else {
      ways += [short + inProcess, short]
    }
    if state.package.isSynthetic { ways.insert(ways[0] + [say("SYNTHETIC DATA")], at: 0) }
    let texts = ways.map { $0.joined(separator: separator) }
    let text = texts.first { style.width(of: $0) <= columns } ?? texts[texts.count - 1]
    put(text, row: row, column: 0, role: .status)
  }

  private mutating func drawMessage(_ state: ExplorerState) {
    let row = rows - 2
    if let message = state.message {
      // Above a line that is being typed.
      let isTyping = if case .prompt = state.overlay { true } else { false }
      draw(
        state.messageLines(style), role: message.isProblem ? .problem : .text,
        endingAt: isTyping ? row - 1 : row)
    } else if case .tour(let tour) = state.overlay, tour.page + 1 == Tour.count {
      put(
        """
        \(state.keys.name(of: .nextPage, on: .tour), "next") ends the tour   \
        \(state.keys.name(of: .previousPage, on: .tour), "before") back
        """, row: row, column: 0, role: .key)
    } else if case .tour = state.overlay {
      put(
        """
        \(state.keys.name(of: .nextPage, on: .tour), "next") next   \
        \(state.keys.name(of: .previousPage, on: .tour), "before") back   \
        \(state.keys.name(of: .back, on: .tour), "key") leaves the tour
        """, row: row, column: 0, role: .key)
    } else if let question = state.offerQuestion {
      put(question, row: row, column: 0, role: .key)
    } else if case .export(let screen) = state.screen, let path = screen.overwriting {
      // Nobody writes over a file whose name they cannot read.
      let question = say(" is there already. y writes over it, any other key does not.")
      draw(
        style.wrapped(path + question, to: columns), role: .problem, endingAt: row)
    } else if state.isWaiting, state.waited > 0 {
      put(
        """
        Working\(style.ellipsis, "more") \(state.waited, "seconds") s  \
        \(state.keys.name(of: .back), "key") stops it; what is shown stays.
        """, row: row, column: 0, role: .work)
    } else if state.pending != nil {
      put(
        """
        Fetching\(style.ellipsis, "dots")  \(state.keys.name(of: .back), "key") stops it; what is \
        shown stays.
        """, row: row, column: 0, role: .work)
    } else if !state.errands.isEmpty {
      put("Working\(style.ellipsis, "dots")", row: row, column: 0, role: .work)
    } else if case .export = state.screen, state.overlayIsClosed {
      put(
        """
        \(state.keys.name(of: .accept), "accept") writes the file   \
        \(state.keys.name(of: .cancel), "cancel") back
        """, row: row, column: 0, role: .key)
    } else {
      let hints: [Phrase] = [
        """
        \(state.keys.name(of: .help), "help") keys of this view   \
        \(state.keys.name(of: .keyMenu), "keys") menu   \
        \(state.keys.name(of: .commandLine), "command") query or command   \
        \(state.keys.name(of: .back), "back") back   \(state.keys.name(of: .leave), "quit") leave
        """,
        """
        \(state.keys.name(of: .help), "help") keys  \(state.keys.name(of: .keyMenu), "keys") menu  \
        \(state.keys.name(of: .commandLine), "command") query  \
        \(state.keys.name(of: .back), "back") back
        """,
      ]
      let hint = hints.first { style.width(of: say($0)) <= columns } ?? hints[1]
      put(hint, row: row, column: 0, role: .dim)
    }
  }

  /// What a single key answers, with the cursor behind it.
  private mutating func draw(_ question: Phrase) {
    let row = rows - 2
    fill(row: row, role: .text)
    let end = put(question, row: row, column: 0, width: columns, role: .key)
    setCursor(row: row, column: min(end, columns - 1))
  }

  /// A message is read to its end: what does not fit on one line takes those above it.
  private mutating func draw(_ lines: [String], role: StyleRole, endingAt row: Int) {
    let lines = lines.prefix(max(1, row - 1))
    for (number, line) in lines.enumerated() {
      let place = row - (lines.count - 1 - number)
      fill(row: place, role: .text)
      put(line, row: place, column: 0, role: role)
    }
  }

  private mutating func draw(_ document: Document, at place: DocumentPlace) {
    let height = document.height(in: frame.size)
    let top = 1 + document.header.count
    let place = place.clamped(to: document, height: height)
    let focusable = document.focusable
    let focused = focusable.indices.contains(place.focus) ? focusable[place.focus] : nil
    for (number, line) in document.header.enumerated() where number < frame.size.bodyHeight {
      draw(line, row: 1 + number)
    }
    for (number, line) in document.footer.enumerated() {
      draw(line, row: top + height + number)
    }
    setCursor(row: top, column: 1)
    for offset in 0..<height {
      let number = place.top + offset
      guard document.lines.indices.contains(number) else { break }
      let line = document.lines[number]
      let row = top + offset
      draw(line, row: row)
      guard number == focused else { continue }
      put(style.pointer, row: row, column: 0, width: 1, role: .focus)
      let name = line.name.clamped(to: 0..<(columns - 2))
      mark(
        row: row, column: 1 + name.lowerBound, width: name.count,
        role: line.focus == nil ? .focus : .focusHeading)
      if let part = line.focus {
        mark(row: row, column: 1 + part.lowerBound, width: part.count, role: .focus)
      }
      setCursor(row: row, column: 1 + (line.focus ?? name).lowerBound)
    }
    if place.top > 0 { putRight("^", row: top, column: columns - 1, width: 1, role: .dim) }
    if place.top + height < document.lines.count {
      putRight("v", row: top + height - 1, column: columns - 1, width: 1, role: .dim)
    }
  }

  private mutating func draw(_ line: Document.Line, row: Int) {
    var column = 1
    for span in line.spans {
      column = put(
        span.text, row: row, column: column, width: columns - 1 - column, role: span.role)
    }
  }
}

extension Screen {
  var table: ProtectedTable? {
    switch self {
    case .home, .pilot, .catalogue, .log: nil
    case .pathway(let screen): screen.view.table
    case .table(let screen): screen.view.table
    case .chart(let screen): screen.view.table
    case .levels(let screen): screen.focusedView.table
    case .export(let screen): screen.tables.first
    }
  }
}

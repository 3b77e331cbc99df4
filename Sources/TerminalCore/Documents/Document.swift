import Tables

/// A screen that is a list of lines, some of which can be acted on.
struct Document: Sendable {
  struct Span: Hashable, Sendable {
    var text: String
    var role: StyleRole = .text
    /// To be said in the language of the document that takes it.
    fileprivate var phrase: Phrase?

    init(_ phrase: Phrase, _ role: StyleRole = .text) {
      text = ""
      self.phrase = phrase
      self.role = role
    }

    init(verbatim text: String, _ role: StyleRole = .text) {
      self.text = text
      self.role = role
    }

    @_disfavoredOverload
    init(_ text: some StringProtocol, _ role: StyleRole = .text) {
      self.text = String(text)
      self.role = role
    }
  }

  struct Line: Hashable, Sendable {
    var spans: [Span]
    var isFocusable = false
    /// What the line is called, in columns of the document: marked while the line is focused. The
    /// rest of it stays as it is, so that moving on draws little anew.
    var name = 0..<0
    /// The part of the line that keys act on, in columns of the document; nil: all of it.
    var focus: Range<Int>?
  }

  let width: Int
  let language: Language
  private let style: Style
  private(set) var lines: [Line] = []
  /// Stand above and below the lines and do not scroll.
  private(set) var header: [Line] = []
  private(set) var footer: [Line] = []

  init(width: Int, style: Style, language: Language = .english) {
    self.width = max(10, width)
    self.style = style
    self.language = language
  }

  func say(_ phrase: Phrase) -> String { language.say(phrase) }

  /// Columns for the names of facts before what is said of them.
  var factWidth: Int { language == .english ? 13 : 20 }

  /// Lines that can be acted on.
  var focusable: [Int] { lines.indices.filter { lines[$0].isFocusable } }

  mutating func add(_ spans: Span..., isFocusable: Bool = false, name: Int = 0) {
    add(spans, isFocusable: isFocusable, name: name)
  }

  /// - Parameter name: the span that says what the line is; where it is blank, the next that is not.
  mutating func add(
    _ spans: [Span], isFocusable: Bool = false, name: Int = 0, focus: Range<Int>? = nil
  ) {
    let said = spans.map { span in
      guard let phrase = span.phrase else { return span }
      return Span(language.say(phrase) as String, span.role)
    }
    var line = Line(spans: said, isFocusable: isFocusable, focus: focus)
    if isFocusable { line.name = columns(ofNameIn: said, from: name) }
    lines.append(line)
  }

  private func columns(ofNameIn spans: [Span], from first: Int) -> Range<Int> {
    var start = 0
    for (number, span) in spans.enumerated() {
      let text = span.text.drop { $0 == " " }
      if number >= first, !text.isEmpty {
        start += span.text.count - text.count
        let spaces = text.reversed().prefix { $0 == " " }.count
        return start..<(start + style.width(of: String(text.dropLast(spaces))))
      }
      start += style.width(of: span.text)
    }
    return 0..<width
  }

  /// What was added so far no longer scrolls, unless it would take more than this many lines.
  mutating func freeze(upTo most: Int) {
    guard header.isEmpty, lines.count <= most else { return }
    swap(&header, &lines)
  }

  /// A text that always stands below, in exactly so many lines; what does not fit ends in an
  /// ellipsis.
  mutating func foot(_ text: String, lines count: Int, role: StyleRole = .text) {
    var parts = style.wrapped(text, to: width)
    if parts.count > count {
      let rest = parts[(count - 1)...].joined(separator: " ")
      parts = Array(parts.prefix(count - 1)) + [style.fitted(rest, to: width)]
    }
    footer = (0..<count).map { Line(spans: $0 < parts.count ? [Span(parts[$0], role)] : []) }
  }

  func fits(_ phrase: Phrase) -> Bool { style.width(of: say(phrase)) <= width }

  /// How many of the lines are seen at once.
  func height(in size: Size) -> Int {
    max(1, size.bodyHeight - header.count - footer.count)
  }

  mutating func blank() { lines.append(Line(spans: [])) }

  mutating func heading(_ phrase: Phrase) {
    if !lines.isEmpty { blank() }
    add(Span(phrase, .heading))
  }

  @_disfavoredOverload
  mutating func heading(_ text: some StringProtocol) { heading(Phrase(verbatim: String(text))) }

  /// A phrase broken into lines, its first behind `lead`, the others below its beginning.
  mutating func paragraph(
    _ phrase: Phrase, lead: String = "", indent: Int = 2, role: StyleRole = .text
  ) {
    paragraph(language.say(phrase) as String, lead: lead, indent: indent, role: role)
  }

  /// A text broken into lines, its first behind `lead`, the others below its beginning.
  @_disfavoredOverload
  mutating func paragraph(
    _ text: some StringProtocol, lead: String = "", indent: Int = 2, role: StyleRole = .text
  ) {
    let text = String(text)
    let indent = min(indent, width / 3)
    let room = width - indent - style.width(of: lead)
    for (number, part) in style.wrapped(text, to: room).enumerated() {
      let before = number == 0 ? lead : String(repeating: " ", count: style.width(of: lead))
      add(Span(String(repeating: " ", count: indent) + before), Span(part, role))
    }
  }

  /// A phrase in exactly `width` columns.
  func padded(_ phrase: Phrase, to width: Int) -> String {
    padded(language.say(phrase) as String, to: width)
  }

  func rightAligned(_ phrase: Phrase, to width: Int) -> String {
    rightAligned(language.say(phrase) as String, to: width)
  }

  /// `text` in exactly `width` columns.
  @_disfavoredOverload
  func padded(_ text: some StringProtocol, to width: Int) -> String {
    let text = String(text)
    let shown = style.fitted(text, to: width)
    return shown + String(repeating: " ", count: max(0, width - DisplayWidth.of(shown)))
  }

  @_disfavoredOverload
  func rightAligned(_ text: some StringProtocol, to width: Int) -> String {
    let text = String(text)
    let shown = style.fitted(text, to: width)
    return String(repeating: " ", count: max(0, width - DisplayWidth.of(shown))) + shown
  }

  /// The text of a line, for finding.
  func text(_ line: Int) -> String { lines[line].spans.map(\.text).joined() }
}

/// How the keys of movement act in a document seen through `height` lines.
extension DocumentPlace {
  mutating func moveDown(in document: Document, height: Int) {
    let focusable = document.focusable
    if focus + 1 < focusable.count, focusable[focus + 1] < top + 2 * height {
      focus += 1
      showBlock(at: focusable[focus], in: document, height: height)
    } else {
      scroll(by: 1, in: document, height: height)
    }
  }

  mutating func moveUp(in document: Document, height: Int) {
    let focusable = document.focusable
    if let line = focusable.indices.contains(focus) ? focusable[focus] : nil, line < top {
      scroll(by: -1, in: document, height: height)
    } else if focus > 0, focusable.indices.contains(focus - 1) {
      if focusable[focus] >= top + height {
        scroll(by: -1, in: document, height: height)
      } else {
        focus -= 1
        show(focusable[focus], height: height)
      }
    } else {
      scroll(by: -1, in: document, height: height)
    }
  }

  mutating func movePage(_ direction: Int, in document: Document, height: Int) {
    let before = top
    scroll(by: direction * max(1, height - 1), in: document, height: height)
    let focusable = document.focusable
    guard !focusable.isEmpty else { return }
    if top == before {
      focus = direction < 0 ? 0 : focusable.count - 1
      show(focusable[focus], height: height)
    } else if let inside = focusable.firstIndex(where: { $0 >= top && $0 < top + height }) {
      focus = inside
    }
  }

  mutating func moveFirst() { self = DocumentPlace() }

  mutating func moveLast(in document: Document, height: Int) {
    focus = max(0, document.focusable.count - 1)
    top = max(0, document.lines.count - height)
  }

  /// Goes to a line: focuses it where it can be acted on, and shows it.
  mutating func go(to line: Int, in document: Document, height: Int) {
    if let place = document.focusable.firstIndex(of: line) { focus = place }
    showBlock(at: line, in: document, height: height)
  }

  /// Shows a line with those below that belong to it, up to an empty one or to the next that can be
  /// focused, where there is room for them.
  private mutating func showBlock(at line: Int, in document: Document, height: Int) {
    var end = line + 1
    while document.lines.indices.contains(end), !document.lines[end].isFocusable,
      document.text(end).contains(where: { $0 != " " })
    { end += 1 }
    show(end - line <= height ? end - 1 : line, height: height)
    show(line, height: height)
  }

  /// The place as it can be shown in this document.
  func clamped(to document: Document, height: Int) -> DocumentPlace {
    DocumentPlace(
      focus: min(max(0, focus), max(0, document.focusable.count - 1)),
      top: min(max(0, top), max(0, document.lines.count - height)))
  }

  private mutating func scroll(by lines: Int, in document: Document, height: Int) {
    top = min(max(0, top + lines), max(0, document.lines.count - height))
  }

  private mutating func show(_ line: Int, height: Int) {
    if line < top {
      top = line
    } else if line >= top + height {
      top = line - height + 1
    }
  }
}

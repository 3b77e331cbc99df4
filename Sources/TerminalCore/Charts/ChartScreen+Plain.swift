import Tables

extension ChartScreen {
  /// The chart as lines of text: what it is, its signs, and every mark in words, line by line.
  func lines(in state: ExplorerState) -> [String] {
    let content = state.content(of: self)
    let page = pageText
    var lines = [title] + (page.isEmpty ? [] : [page]) + state.chips(query)
    lines += meanings(of: content.signs).map { "\($0.sign.text) \($0.meaning)" }
    for line in content.lines.indices {
      for place in content.places.indices {
        var focused = self
        focused.line = line
        focused.place = place
        if let words = focused.words(in: content) { lines.append(words) }
      }
    }
    return content.isEmpty ? lines + [language.say("There is nothing to draw here.")] : lines
  }
}

import Tables

extension ChartScreen {
  /// The chart as lines of text: what it is and how it is said, its signs, and every mark in words, a
  /// line each.
  func lines(in state: ExplorerState) -> [String] {
    let content = state.content(of: self)
    let page = pageText
    var lines = [title] + (page.isEmpty ? [] : [page]) + state.chips(query)
    if table.sorting != nil, kind != .flow {
      lines.append(language.say(TableHeader.sortedCaveat(isBrief: false)))
    }
    lines += meanings(of: content.signs).map { "\($0.sign.text) \($0.meaning)" }
    guard !content.isEmpty else {
      return lines + [language.say("There is nothing to draw here.")]
    }
    lines.append(language.say(reading))
    for line in content.lines.indices {
      if content.wholes.indices.contains(line) {
        let whole = language.text(content.wholes[line])
        lines.append(
          language.say("\(content.lines[line].label, "bar"), whole bar: \(whole, "figure")"))
      }
      for place in content.places.indices {
        var focused = self
        focused.line = line
        focused.place = place
        if let words = focused.words(in: content) { lines.append(words) }
      }
    }
    return lines
  }

  /// How the lines of a kind are to be read.
  private var reading: Phrase {
    switch kind {
    case .flow: "Stage by stage, with the ways in which people left, each as a share of its stage:"
    case .lines: "Line by line, each from the first period to the last:"
    case .bars: "A line for each bar:"
    case .stackedBars: "Bar by bar, the whole first and then its parts:"
    case .timeToEvent: "Curve by curve, the running share of those who came to the event:"
    case .heatMap: "Row by row, each from the first column to the last:"
    }
  }
}

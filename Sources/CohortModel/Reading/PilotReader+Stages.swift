extension PilotReader {
  func readStages() {
    let items = root["stages"]?.list ?? []
    var places: [(stage: Stage, mapping: DescriptorMapping)] = []
    for (position, item) in items.enumerated() {
      guard let mapping = item.mapping(.stage) else { continue }
      let name = mapping["name"]?.literal ?? ""
      if let place = mapping["name"] {
        draft.checkName(name, "a stage", at: place)
        if places.contains(where: { $0.stage.name == name }) {
          place.report("Two stages are called \(name.quoted).")
        }
      }
      draft.checkWording(mapping["label"])
      draft.checkWording(mapping["drop_label"])
      var stage = Stage(
        name: name, label: mapping.text("label"), labelWelsh: mapping.optionalText("label_cy"),
        isConcurrent: mapping.boolean("concurrent"))
      if let label = mapping.optionalText("drop_label") { stage.dropLabel = label }
      stage.dropLabelWelsh = mapping.optionalText("drop_label_cy")
      if position == 0 {
        for key in ["event", "within", "concurrent"] {
          mapping[key]?.report(
            "The first stage is the index event itself and has no \(key.quoted).")
        }
      } else {
        if mapping["event"] == nil {
          item.report(
            "The stage has no event, so it can never be reached.", field: "event")
        }
        stage.event = event(mapping["event"], dated: true)?.name
        stage.window = mapping["within"].flatMap(window)
      }
      stage.branches = branches(mapping, isLast: position == items.count - 1)
      places.append((stage, mapping))
    }
    pilot.stages = places.map(\.stage)
    for (position, place) in places.enumerated().dropFirst() {
      checkOrder(place.stage, after: places[position - 1].stage, place.mapping)
      checkBranches(of: places[position - 1], before: place.stage)
    }
  }

  /// `28 days`, `28 days of index`, `28 days of previous`.
  private func window(_ place: Descriptor) -> Window? {
    guard let text = place.literal else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 2 || (words.count == 4 && words[2] == "of"),
      let span = CalendarSpan(text: words.prefix(2).joined(separator: " ")),
      let anchor = Window.Anchor(rawValue: words.count == 2 ? "index" : String(words[3]))
    else {
      place.report("A window is written as in 28 days of index, or 3 months of previous.")
      return nil
    }
    return Window(span, of: anchor)
  }

  private func branches(_ stage: DescriptorMapping, isLast: Bool) -> [Branch] {
    guard let place = stage["branches"] else { return [] }
    if isLast {
      place.report("Nobody goes on from the last stage, so its branches can never be taken.")
    }
    var branches: [Branch] = []
    for item in place.list ?? [] {
      guard let mapping = item.mapping(.branch) else { continue }
      let name = mapping["name"]?.literal ?? ""
      if let place = mapping["name"] {
        draft.checkName(name, "a branch", at: place)
        if ["dropped", "censored"].contains(name) {
          place.report("\(name.quoted) has a meaning of its own; take another name.")
        }
        if branches.contains(where: { $0.name == name }) {
          place.report("Two branches are called \(name.quoted).")
        }
      }
      draft.checkWording(mapping["label"])
      branches.append(
        Branch(
          name: name, label: mapping.text("label"), labelWelsh: mapping.optionalText("label_cy"),
          event: event(mapping["event"], dated: true)?.name ?? "",
          span: mapping["within"]?.span))
    }
    return branches
  }

  /// Windows that close before the stage before can have been reached by all who reach it.
  private func checkOrder(_ stage: Stage, after previous: Stage, _ mapping: DescriptorMapping) {
    guard let window = stage.window, let place = mapping["within"] else { return }
    if window.anchor == .index, !stage.isConcurrent, let before = previous.window,
      before.anchor == .index
    {
      let start = package.period.first
      let closes = window.span.end(from: start)
      if closes < before.span.end(from: start) {
        place.warn(
          "This window closes before that of \(previous.name.quoted); who reaches it late can never"
            + " reach \(stage.name.quoted).")
      }
    }
    let end = window.span.end(from: package.period.first)
    if end > followUpEnd {
      place.warn("Follow-up ends on \(followUpEnd), before this window closes for anyone.")
    }
    if stage.event == pilot.index.event, pilot.index.choice == .first, window.span.count == 0,
      window.anchor == .index
    {
      place.warn("This stage is the index event once more; everyone reaches it.")
    }
  }

  /// Branches that another branch, or the next stage, always takes first.
  private func checkBranches(
    of place: (stage: Stage, mapping: DescriptorMapping), before next: Stage
  ) {
    let items = place.mapping["branches"]?.list ?? []
    for (position, branch) in place.stage.branches.enumerated() where !branch.event.isEmpty {
      let item = position < items.count ? items[position] : place.mapping.whole
      if branch.event == next.event, next.window == nil {
        item.report(
          "Everyone with this event goes on to \(next.name.quoted), so the branch can never be taken."
        )
      }
      let covering = place.stage.branches[..<position].first { earlier in
        guard earlier.event == branch.event else { return false }
        guard let span = earlier.span else { return true }
        guard let own = branch.span else { return false }
        let start = package.period.first
        return own.end(from: start) <= span.end(from: start) && own.unit == span.unit
      }
      if let covering {
        item.report(
          "\(covering.name.quoted) stands before it and takes all of its events, so the branch can"
            + " never be taken.")
      }
    }
  }
}

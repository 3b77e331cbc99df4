// Outcomes and their definition cards.
extension PilotReader {
  func readOutcomes() {
    var places: [DescriptorMapping] = []
    for (name, value) in root["outcomes"]?.named("definition") ?? [] {
      guard let mapping = value.mapping(.outcome) else { continue }
      checkSharedName(name, "an outcome", at: value)
      draft.checkWording(mapping["label"])
      let span = mapping["within"]?.span
      let settling = mapping["settling"]?.span
      if settling != nil, span == nil {
        mapping["settling"]?.report("Settling follows a window: give within as well.")
      }
      warnOfShortFollowUp([span, settling], at: mapping["within"])
      let label = mapping.text("label")
      var outcome = Outcome(
        name: name, label: label, labelWelsh: mapping.optionalText("label_cy"),
        event: mapping["where"] == nil
          ? event(mapping["event"], dated: span != nil)?.name ?? "" : "",
        span: span,
        settling: settling, isTerminal: mapping.boolean("terminal"),
        polarity: mapping["polarity"]?.choice(Outcome.Polarity.self),
        beside: mapping["beside"]?.literal, card: card(mapping, name: label))
      checkLabel(outcome, at: mapping["label"])
      readConditions(mapping, of: &outcome)
      for (variable, codes) in mapping["among"]?.named("codes") ?? [] {
        outcome.among.append(condition(variable, codes))
      }
      pilot.outcomes.append(outcome)
      places.append(mapping)
    }
    for (outcome, mapping) in zip(pilot.outcomes, places) { checkBeside(outcome, mapping) }
  }

  /// `where`, in the place of an event.
  private func readConditions(_ mapping: DescriptorMapping, of outcome: inout Outcome) {
    guard let place = mapping["where"] else {
      if mapping["event"] == nil {
        mapping.whole.report("Here comes what happens: event, or where.", field: "event")
      }
      return
    }
    for key in ["event", "within", "settling", "terminal"] {
      mapping[key]?.report(
        "An outcome is an event or a condition on variables (where), which has no \(key.quoted).")
    }
    for (variable, codes) in place.named("codes") {
      outcome.holds.append(condition(variable, codes))
    }
    if outcome.holds.isEmpty { place.report("The condition names no variable.") }
  }

  /// No outcome is simply success: several things are, and each says which it is (G18).
  private func checkLabel(_ outcome: Outcome, at place: Descriptor?) {
    let words = outcome.label.lowercased().split { !$0.isLetter }
    let empty: Set<Substring> = [
      "success", "successes", "successful", "failure", "failures", "unsuccessful", "outcome",
      "outcomes", "rate", "result", "results", "good", "bad", "positive", "negative", "the", "a",
    ]
    if !words.isEmpty, words.allSatisfy(empty.contains) {
      place?.report(
        "This does not say what happened. Several things are a success: name the one that is"
          + " counted, as in \u{201C}Completed treatment\u{201D}.",
        rule: "G18")
    }
  }

  /// An adverse outcome has a positive one to be shown beside it (G22).
  private func checkBeside(_ outcome: Outcome, _ mapping: DescriptorMapping) {
    guard let place = mapping["beside"], let name = outcome.beside else {
      if outcome.polarity == .adverse {
        mapping.whole.warn(
          "An adverse outcome is shown beside a positive one: name it, as in"
            + " \u{201C}beside: housed\u{201D}.",
          rule: "G22")
      }
      return
    }
    guard let other = pilot.outcome(name), name != outcome.name else {
      place.report(
        "There is no other outcome \(name.quoted)."
          + Descriptor.hint(
            name, among: pilot.outcomes.map(\.name).filter { $0 != outcome.name }))
      return
    }
    if outcome.polarity == .adverse, other.polarity != .positive {
      place.warn(
        "\(name.quoted) stands beside an adverse outcome and is not marked as positive.",
        rule: "G22")
    }
  }

  private func condition(_ name: String, _ place: Descriptor) -> FieldCondition {
    let items = place.literals ?? []
    if let variable = pilot.variable(name) {
      let tree = CodeTree(variable: variable, pilot: pilot, package: package)
      for item in items {
        if let tree, let code = item.literal, tree.index(of: code) == nil {
          item.report(
            "\(code.quoted) is no code of \(name.quoted)."
              + Descriptor.hint(code, among: tree.codes))
        }
      }
    } else {
      place.report(
        "There is no variable \(name.quoted)."
          + Descriptor.hint(name, among: pilot.variables.map(\.name)))
    }
    if items.isEmpty { place.report("The base names no code, so nobody is in it.") }
    return FieldCondition(field: name, codes: items.compactMap(\.literal))
  }

  private func card(_ outcome: DescriptorMapping, name: String) -> DefinitionCard {
    guard let place = outcome["card"] else {
      outcome.whole.report(
        "No rate exists without its definition: give the outcome a card with"
          + " \(DescriptorShape.card.required.joined(separator: ", ")).",
        field: "card", rule: "G17")
      return DefinitionCard(
        name: name, numerator: "", denominator: "", window: "", censoring: "", source: "")
    }
    let mapping = place.mapping(.card)
    for key in DescriptorShape.card.keys {
      draft.checkWording(mapping?[key])
      guard let item = mapping?[key] else { continue }
      let isEmpty: Bool
      switch item.node {
      case .scalar(let scalar): isEmpty = scalar.string.allSatisfy(\.isWhitespace)
      case .sequence(let sequence): isEmpty = sequence.isEmpty
      default: isEmpty = false
      }
      if isEmpty { item.report("The card does not say the \(key).", rule: "G17") }
    }
    mapping?["limits"]?.literals?.forEach(draft.checkWording)
    let version = mapping?["version"]?.literal ?? package.version
    if version.isEmpty {
      place.warn(
        "The card does not say the version, and the package has none that could stand for it.",
        rule: "G17")
    }
    return DefinitionCard(
      name: name, numerator: mapping?.text("numerator") ?? "",
      denominator: mapping?.text("denominator") ?? "", window: mapping?.text("window") ?? "",
      censoring: mapping?.text("censoring") ?? "", source: mapping?.text("source") ?? "",
      limits: mapping?.texts("limits") ?? [], version: version)
  }
}

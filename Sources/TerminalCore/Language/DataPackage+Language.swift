import CohortModel

extension DataPackage {
  /// The package with its labels in a language: those that it gives in it, in English else. Names,
  /// codes and texts (questions, cards) stay as they are.
  func labelled(in language: Language) -> DataPackage {
    guard language == .welsh else { return self }
    var package = self
    for list in package.codeLists.indices {
      for code in package.codeLists[list].codes.indices {
        let welsh = package.codeLists[list].codes[code].labelWelsh
        if let welsh { package.codeLists[list].codes[code].label = welsh }
      }
    }
    for pilot in package.pilots.indices { package.pilots[pilot].labelInWelsh() }
    return package
  }
}

extension Pilot {
  fileprivate mutating func labelInWelsh() {
    title = titleWelsh ?? title
    for index in events.indices { events[index].label = events[index].welshFirst }
    for index in variables.indices { variables[index].label = variables[index].welshFirst }
    for index in milestones.indices { milestones[index].label = milestones[index].welshFirst }
    for index in outcomes.indices { outcomes[index].label = outcomes[index].welshFirst }
    for index in units.indices { units[index].label = units[index].welshFirst }
    for index in stages.indices {
      stages[index].label = stages[index].welshFirst
      stages[index].dropLabel = stages[index].dropLabelWelsh ?? stages[index].dropLabel
      for branch in stages[index].branches.indices {
        stages[index].branches[branch].label = stages[index].branches[branch].welshFirst
      }
    }
  }
}

/// What has a label and perhaps a Welsh one.
protocol WelshLabelled {
  var label: String { get }
  var labelWelsh: String? { get }
}

extension WelshLabelled {
  /// The Welsh label, the English one where there is none.
  var welshFirst: String { labelWelsh.flatMap { $0.isEmpty ? nil : $0 } ?? label }
}

extension EventDefinition: WelshLabelled {}
extension Variable: WelshLabelled {}
extension Milestone: WelshLabelled {}
extension Outcome: WelshLabelled {}
extension UnitOfCount: WelshLabelled {}
extension Stage: WelshLabelled {}
extension Branch: WelshLabelled {}

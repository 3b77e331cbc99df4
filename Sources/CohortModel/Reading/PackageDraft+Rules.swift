// The rules of a policy beside its profiles. Each can be made stricter, and none be switched off.
extension PackageDraft {
  func readRules(_ root: DescriptorMapping) {
    readHiddenZeros(root)
    readPossibleValues(root)
    if let mapping = root["dominance"]?.mapping(.dominance) { readDominance(mapping) }
    if let place = root["class_disclosure"], let mapping = place.mapping(.classDisclosure),
      let number = mapping["all_but"]
    {
      // Up to what a small cell may always be: see `ClassDisclosure`.
      number.limited(
        to: ClassDisclosureRule.standard.allBut...3,
        "Group disclosure is looked at for all but 1, 2 or 3 of a group. It cannot be weakened or"
          + " switched off; a variable that is not sensitive is not marked."
      )
      .map { package.policy.classDisclosure.allBut = $0 }
    }
  }

  /// Keys that no profile of the policy looks at. Whoever wrote them believes that something is
  /// stricter, or noisier, than it is.
  func warnOfRulesWithoutEffect(_ root: DescriptorMapping) {
    let profiles = package.policy.allProfiles
    if !profiles.contains(where: { $0.cellKey != nil }) {
      root["cell_key"]?.warn(
        "This has no effect: no cohort has the profile cell-key, the only one with noise. Name it, or"
          + " leave the key out.")
    }
    guard profiles.allSatisfy({ $0.cellKey != nil }) else { return }
    for key in ["possible_values", "dominance", "class_disclosure", "suppression"] {
      root[key]?.warn(
        "This has no effect: every cohort has the profile cell-key, which counts persons alone, with"
          + " noise, and hides no cell to protect another. Leave it out.")
    }
  }

  private func readHiddenZeros(_ root: DescriptorMapping) {
    guard let place = root["hidden_zero_share"] else { return }
    if let share = place.number(in: 0...1) {
      if (0.05...0.95).contains(share) {
        package.policy.hiddenZeroShare = share
      } else {
        place.report(
          "The share of hidden zeros is 0.05 to 0.95: with none, [c] could be read as \u{201C}not"
            + " zero\u{201D}; with all, no zero would be shown. Leave the key out for 0.2.",
          rule: "G12")
      }
    }
    if !package.policy.allProfiles.contains(where: { $0.zeros == .eligible }) {
      place.warn(
        "This has no effect: no profile of this policy lets a chance zero stand behind [c] or be"
          + " shown. Leave it out.")
    }
  }

  private func readPossibleValues(_ root: DescriptorMapping) {
    guard let place = root["possible_values"] else { return }
    guard
      let number = place.limited(
        to: 5...1_000_000,
        "At least 5 values of a small cell remain possible, or all where fewer are unsafe. Take 5 or"
          + " more, or leave the key out: then all of them do.")
    else { return }
    package.policy.possibleValues = number
    possibleValuesPlace = place
  }

  /// Warns of a number of values that no table has, once it is known what raises minima: pilots, their
  /// safeguards, agreements and projects as well as profiles.
  func checkPossibleValues() {
    let policy = package.policy
    guard let place = possibleValuesPlace, let number = policy.possibleValues else { return }
    let agreements = package.agreements
    let projects = package.register?.projects ?? []
    var minima = policy.allProfiles.filter { $0.cellKey == nil }.map(\.minimumFrequency)
    for pilot in package.pilots {
      let profile = policy.profile(for: pilot.name)
      guard profile.cellKey == nil else { continue }
      let raised =
        [pilot.minimumFrequency, pilot.safeguards?.minimumFrequency]
        + agreements.filter { $0.pilots.contains(pilot.name) }.map(\.minimumFrequency)
        + projects.filter { $0.pilots.contains(pilot.name) }.map(\.minimumFrequency)
      minima.append(
        profile.soundMinimum(from: raised.compactMap { $0 }.reduce(profile.minimumFrequency, max)))
    }
    // A policy of noise alone is told so elsewhere.
    guard let most = minima.max().map({ $0 - 1 }), number >= most else { return }
    place.warn(
      "This has no effect: no table has more than \(most) unsafe values, whatever profile, pilot,"
        + " agreement or project raises its minimum, and all of them remain possible. Leave it out."
    )
  }

  private func readDominance(_ mapping: DescriptorMapping) {
    let standard = DominanceRule.standard
    if let percent = mapping["percent"]?.limited(
      to: 1...standard.percent,
      "The two largest contributors may hold \(standard.percent) % of a cell at most; a policy may"
        + " lower that, never raise it.")
    {
      package.policy.dominance.percent = percent
    }
    if let precision = mapping["precision"]?.limited(
      to: standard.precision...100,
      "Nobody may estimate another's part to within \(standard.precision) %; a policy may raise that"
        + " (to 100 at most), never lower it.")
    {
      package.policy.dominance.precision = precision
    }
  }
}

extension Descriptor {
  /// A whole number within a range that a rule sets, with a text for others.
  func limited(to range: ClosedRange<Int>, _ message: String) -> Int? {
    guard let number = integer(in: -1_000_000_000...1_000_000_000) else { return nil }
    guard range.contains(number) else {
      report(message, rule: "G12")
      return nil
    }
    return number
  }
}

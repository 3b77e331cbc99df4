extension PackageDraft {
  /// Pilots about children or families say so, and every area variable in them is known as one.
  func checkSafeguards() {
    let areas = Set(
      package.pilots.flatMap { pilot in
        pilot.variables.filter(\.isGeography).compactMap { codeList(of: $0, in: pilot) }
      })
    for pilot in package.pilots {
      guard let place = pilotPlaces[pilot.name] else { continue }
      guard pilot.safeguards != nil else {
        if "\(pilot.title) \(pilot.population)".firstMatch(
          of: /\b(?:child|children|famil(?:y|ies))\b/.ignoresCase()) != nil
        {
          place.report(
            "The pilot speaks of children or families and has no safeguards.", severity: .warning,
            field: "safeguards", rule: "G20")
        }
        continue
      }
      for variable in pilot.variables where !variable.isGeography {
        guard let list = codeList(of: variable, in: pilot), areas.contains(list) else { continue }
        place.report(
          "\(variable.name.quoted) has the codes of areas; under safeguards it says"
            + " \u{201C}geography: true\u{201D}.", field: "variables", rule: "G20")
      }
    }
  }

  private func codeList(of variable: Variable, in pilot: Pilot) -> String? {
    guard variable.derivation == .value else { return nil }
    return pilot.resourceName(of: variable).flatMap { package.resource($0) }?
      .field(variable.field)?.codeList
  }
}

extension PackageDraft {
  func readPolicy() {
    // A package without a policy has the standard one; a policy that cannot be read is an error.
    guard let path = ["policy.yaml", "policy.yml"].first(where: folder.has),
      let root = descriptor(path)?.mapping(.policy)
    else { return }
    readCellKey(root)
    readProfiles(root)
    if let number = root["maximum_dimensions"]?.integer(in: 1...4) {
      package.policy.maximumDimensions = number
    }
    if let number = root["maximum_cells"]?.integer(in: 1...1_000_000) {
      package.policy.maximumCells = number
    }
    readRules(root)
    warnOfRulesWithoutEffect(root)
    if let place = root["elapsed_bins"], let items = place.list {
      let bins = items.compactMap { $0.integer(in: 0...36_525) }
      if bins.isEmpty || bins != Array(Set(bins)).sorted() || bins.count > 60 {
        place.report("The bins are up to 60 numbers of days, each larger than the one before.")
      } else {
        package.policy.elapsedBins = bins
      }
    }
    if let allowed = root["clipboard"]?.boolean { package.policy.clipboard = allowed }
    structuralZeros = root["structural_zeros"]?.list ?? []
    if let place = root["suppression"] { readSuppression(place) }
    tableSets = root["table_sets"]?.list ?? []
  }

  /// Combinations that cannot occur, once the pilots are known.
  func checkStructuralZeros() {
    for item in structuralZeros {
      var conditions: [FieldCondition] = []
      for (name, value) in item.named("codes") {
        let codes = value.literals?.compactMap(\.literal) ?? []
        let owners = package.pilots.filter { $0.variable(name) != nil }
        guard !owners.isEmpty else {
          value.report(
            "No pilot has a variable \(name.quoted)."
              + Descriptor.hint(
                name, among: package.pilots.flatMap { $0.variables.map(\.name) }))
          continue
        }
        for code in codes {
          let isKnown = owners.contains { pilot in
            guard let subject = Subject(name, in: pilot) else { return false }
            return subject.tree(pilot: pilot, package: package)?.index(of: code) != nil
          }
          if !isKnown { value.report("\(code.quoted) is no code of \(name.quoted).") }
        }
        conditions.append(
          FieldCondition(field: name, codes: codes.flatMap { lowestCodes(under: $0, of: name) }))
      }
      if conditions.count < 2 {
        item.report("A combination that cannot occur names two variables or more.")
      } else {
        package.policy.structuralZeros.append(conditions)
      }
    }
  }

  /// The codes that data may hold at or below a code of a variable, in every pilot that has it.
  private func lowestCodes(under code: String, of variable: String) -> [String] {
    let lists = package.pilots.compactMap { pilot -> CodeList? in
      guard let variable = pilot.variable(variable),
        let resource = pilot.resourceName(of: variable).flatMap({ package.resource($0) })
      else { return nil }
      return resource.field(variable.field)?.codeList.flatMap { package.codeList($0) }
    }
    var codes: [String] = []
    var open = [code]
    while let next = open.popLast() {
      let below = lists.flatMap { $0.codes.filter { $0.parent == next }.map(\.code) }
      if below.isEmpty, !codes.contains(next) { codes.append(next) }
      open += Set(below).sorted().reversed()
    }
    return codes
  }
}

import CohortModel
import TableExport
import Tables

/// The report for the person who signs: what was audited, what was found, what was assumed.
extension ExportAudit {
  func text(isStrict: Bool, listsAll: Bool) -> String {
    var lines =
      files.count == 1 ? ["Audit of one file"] : ["Audit of \(files.count) files together"]
    for index in files.indices { lines += [""] + description(ofFile: index) }
    lines += section(
      "Disclosed exactly: one count is left, and it had to be hidden", findings(.exact))
    lines += section("Narrower than promised", findings(.narrow))
    lines += profiles
    lines += section(
      "Narrow, and files cannot tell whether it matters: a zero behind [c], or a larger count hidden"
        + " to protect another, discloses nothing",
      findings(.doubtful))
    lines += levels
    if listsAll { lines += section("All other hidden cells", findings(.open)) }
    lines += contradictionLines
    lines += assumptions
    lines += ["", verdict(isStrict: isStrict)]
    return lines.map { SafeText.shown($0) + "\n" }.joined()
  }

  private func description(ofFile index: Int) -> [String] {
    let file = files[index]
    let profile = file.table.profile
    let own = findings.filter { $0.file == index }
    let hidden = own.count { !$0.isImplied }
    let implied = own.count - hidden
    let rounding =
      profile.cellKey.map { "with noise of at most \($0.maximumNoise) either way" }
      ?? (profile.roundingBase > 1
        ? "rounded to the nearest \(profile.roundingBase)" : "not rounded")
    let zeros =
      switch profile.zeros {
      case .published: "zeros are shown"
      case .eligible: "a hidden cell may be zero"
      case .unsafe: "zeros are hidden like small counts"
      }
    var lines = [
      file.path, "  Table: \(file.title)" + (file.isSynthetic ? " (synthetic data)" : ""),
    ]
    if !file.query.isEmpty { lines.append("  Query: \(file.query)") }
    lines.append(
      "  Release: \(file.table.population.release.prefix(12)), link level"
        + " \(file.table.population.linkLevel.rawValue)")
    lines.append(
      "  Profile \(profile.name): minimum \(profile.minimumFrequency), \(rounding), \(zeros)")
    lines.append("  Promised: \(promised(profile))")
    lines.append(
      "  Cells: \(file.table.cells.count - hidden) shown, \(hidden) hidden"
        + (implied > 0 ? ", \(implied) more that follow by subtraction" : ""))
    if !file.certificate.isEmpty { lines.append("  Certificate: \(file.certificate)") }
    lines.append(
      file.isSealed
        ? "  As it was written: its hash is right."
        : "  No hash: whether it was changed cannot be told.")
    return lines
  }

  private func promised(_ profile: DisclosureProfile) -> String {
    let least = profile.zeros == .unsafe ? 0 : 1
    let values = "each of \(least) to \(profile.minimumFrequency - 1)"
    guard profile.cellKey == nil else {
      return "no range of values, but how often a guess is right (its certificate); looked at here"
        + " as though \(values) had been promised for a hidden cell of so few"
    }
    return "\(values) remains possible for a hidden cell of so few"
  }

  private func section(_ title: String, _ findings: [Finding]) -> [String] {
    guard !findings.isEmpty else { return [] }
    return ["", "\(title) (\(DecimalText.grouped(findings.count)))"]
      + findings.map { finding in
        let place = finding.file.map { files[$0].path + "  " } ?? ""
        let values =
          finding.values == 1 ? "" : ": \(finding.values) values, promised \(finding.promised)"
        let found = finding.grade == .open ? "" : values
        return "  \(place)\(finding.cell)\(finding.isImplied ? " (by subtraction)" : ""):"
          + " \(finding.range)\(found)"
      }
  }

  private var profiles: [String] {
    guard !unsound.isEmpty else { return [] }
    return [
      "", "Profiles whose lowest published count stands for fewer than three (\(unsound.count))",
    ]
      + unsound.map { index in
        let profile = files[index].table.profile
        return "  \(files[index].path)  \(profile.name): minimum \(profile.minimumFrequency),"
          + " rounded to \(profile.roundingBase)"
      }
  }

  private var levels: [String] {
    guard !attack.differences.isEmpty else { return [] }
    return [
      "",
      "Hidden at one link level or release and shown at another (\(attack.differences.count)); nothing"
        + " follows for certain, much is likely",
    ] + attack.differences.map { "  \($0.name): hidden in \($0.hiding), shown in \($0.showing)" }
  }

  private var contradictionLines: [String] {
    guard !contradictions.isEmpty else { return [] }
    return ["", "Values that cannot all be true (\(contradictions.count))"]
      + contradictions.map {
        "  \($0.tables.joined(separator: ", "))" + ($0.name.isEmpty ? "" : ": \($0.name)")
      }
  }

  private var assumptions: [String] {
    var lines = [
      "",
      "Assumed of the attacker: has all of these files and knows their definitions, profiles and the"
        + " method; takes counts to be whole and not negative; knows nobody in them and no other figure.",
      "Every [c] was taken to be a count that had to be hidden.",
    ]
    for system in attack.systems where !system.isComplete {
      lines.append(
        system.isUndecided
          ? "Of some cells of \(system.tables.joined(separator: ", ")) the solver could not say what"
            + " is left: nothing is claimed of them."
          : "\(system.tables.joined(separator: ", ")) were tied by the sums that they share, not by"
            + " all that their definitions say: more may follow than was found.")
    }
    return lines
  }

  private func verdict(isStrict: Bool) -> String {
    let exact = findings(.exact).count
    let narrow = findings(.narrow).count
    guard contradictions.isEmpty else {
      return "Result: no result. The files contradict each other: one was changed, or says another"
        + " profile or release than it has. Audit files as they were exported."
    }
    guard hasFindings(isStrict: isStrict) else {
      return "Result: nothing is narrower than promised."
    }
    var parts: [String] = []
    if exact > 0 { parts.append("disclosed exactly: \(exact)") }
    if narrow > 0 { parts.append("narrower than promised: \(narrow)") }
    if !unsound.isEmpty { parts.append("unsound profiles: \(unsound.count)") }
    if isStrict {
      let doubtful = findings(.doubtful).count + attack.differences.count
      if doubtful > 0 { parts.append("not to be decided from files: \(doubtful)") }
      if !attack.systems.allSatisfy(\.isComplete) { parts.append("not attacked in full") }
    }
    return "Result: do not release as they are; " + parts.joined(separator: ", ") + "."
  }
}

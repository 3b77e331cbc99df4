/// Whether a query may be asked: by the session's project, the agreements of what it draws on, the
/// safeguards of its pilot, and the care that adverse crossings need. Depends on descriptors alone.
struct Authorisation {
  let resolver: QueryResolver
  let session: Session?
  let today: CalendarDay

  private var package: DataPackage { resolver.package }
  private var pilot: Pilot { resolver.pilot }

  /// The agreements that cover all that the query uses.
  ///
  /// - Throws: names the agreement, and the project, that stands in the way (G01, G02, G15, G20).
  func check(_ uses: QueryUses) throws(QueryFault) -> [Agreement] {
    try checkSession()
    let agreements = try checkAgreements(uses)
    try checkSafeguards()
    try checkReason()
    return agreements
  }

  /// The minima of the session's project and of the safeguards.
  var minima: [Int] {
    [session?.project.minimumFrequency, pilot.safeguards?.minimumFrequency].compactMap { $0 }
  }

  private func fault(_ message: String, word: String? = nil) -> QueryFault {
    QueryFault(message, at: .whole, word: word)
  }

  // MARK: The session

  private func checkSession() throws(QueryFault) {
    guard let session else { return }
    do throws(SessionRefusal) {
      try session.check(on: today)
    } catch {
      throw fault(error.text)
    }
    let project = session.project
    guard project.pilots.contains(pilot.name) else {
      throw fault(
        "Project \(project.id) was not approved for the pilot \(pilot.name.quoted)."
          + " Its pilots: \(project.pilots.joined(separator: ", ")).")
    }
    let level = resolver.query.linkLevel ?? package.defaultLinkLevel
    guard project.linkLevels.isEmpty || project.linkLevels.contains(level) else {
      throw fault(
        "Project \(project.id) may not use the link level \(level.rawValue). Write \u{201C}link "
          + "\(project.linkLevels[0].rawValue)\u{201D}.")
    }
  }

  // MARK: Agreements

  private func checkAgreements(_ uses: QueryUses) throws(QueryFault) -> [Agreement] {
    var result: [Agreement] = []
    for (resource, purpose) in uses.resources.flatMap(judged) {
      guard let id = resource.agreement else {
        if package.isSynthetic { continue }
        throw fault("\(resource.title.quoted) is under no agreement, so no table can draw on it.")
      }
      let agreement = try agreement(id, on: resource, for: purpose)
      try checkFields(uses, of: resource, under: agreement)
      if !result.contains(agreement) { result.append(agreement) }
    }
    return result
  }

  /// The resources whose agreements speak for a resource, and the pilot that they have to allow: its
  /// own, but for linkage under no agreement those of every dataset, which have to allow `linkage`.
  private func judged(_ resource: Resource) -> [(resource: Resource, purpose: String)] {
    guard resource.isDerived, resource.agreement == nil else { return [(resource, pilot.name)] }
    return package.fileResources.filter { !package.isNotAgreed($0) }
      .map { ($0, LinkageResource.name) }
  }

  private func agreement(
    _ id: String, on resource: Resource, for purpose: String
  ) throws(QueryFault) -> Agreement {
    let subject = "Agreement \(id) on \(resource.title.quoted)"
    guard let agreement = package.agreement(id) else {
      throw fault("\(subject) is not among the package's agreements.")
    }
    if agreement.notAgreed.contains(resource.name) {
      throw fault("\(resource.title.quoted) is not agreed: agreement \(id) leaves it open.")
    }
    guard agreement.resources.contains(resource.name) else {
      throw fault("\(subject) is not among the package's agreements.")
    }
    if let starts = agreement.starts, today < starts {
      throw fault("\(subject) starts on \(starts) only.")
    }
    if let expires = agreement.expires, expires < today {
      throw fault("\(subject) expired on \(expires).")
    }
    guard agreement.pilots.contains(purpose) else {
      throw fault("\(subject) does not allow the pilot \(purpose.quoted).")
    }
    if let project = session?.project, !project.agreements.contains(id) {
      throw fault("\(subject) is not among those of project \(project.id).")
    }
    return agreement
  }

  private func checkFields(
    _ uses: QueryUses, of resource: Resource, under agreement: Agreement
  ) throws(QueryFault) {
    for field in uses.fields where field.hasPrefix(resource.name + ".") {
      if agreement.notAgreed.contains(field) {
        throw fault("\(field.quoted) is not agreed: agreement \(agreement.id) leaves it open.")
      }
      if !agreement.fields.isEmpty, !agreement.fields.contains(field) {
        throw fault(
          "Agreement \(agreement.id) on \(resource.title.quoted) does not cover the field"
            + " \(field.quoted).")
      }
    }
  }

  // MARK: Children and families

  private func checkSafeguards() throws(QueryFault) {
    guard let safeguards = pilot.safeguards else { return }
    for subject in resolver.subjects {
      guard case .variable(let variable) = subject.subject, variable.isGeography else { continue }
      let about = safeguards.about.rawValue
      switch safeguards.geography {
      case .nowhere:
        throw fault(
          "Tables about \(about) show no geography: leave \(variable.label.quoted) out.",
          word: subject.name)
      case .region:
        guard isBelowRegion(subject) else { continue }
        throw fault(
          "Tables about \(about) show no geography below region: use \(variable.label.quoted) by its"
            + " top codes only.", word: subject.name)
      }
    }
  }

  /// Whether an area variable is shown, filtered or grouped by codes under the top ones.
  private func isBelowRegion(_ subject: PlannedSubject) -> Bool {
    if let depth = subject.depth, depth > 1 { return true }
    let sets = (subject.filter ?? []) + (subject.comparison ?? [])
    if sets.contains(where: { subject.tree.nodes[abs($0)].level > 1 }) { return true }
    guard let recode = resolver.query.recodes.first(where: { $0.variable == subject.name }),
      let tree = subject.subject.tree(pilot: pilot, package: package)
    else { return false }
    return recode.groups.contains { group in
      group.codes.contains { code in tree.index(of: code).map { tree.nodes[$0].level > 1 } ?? false
      }
    }
  }

  // MARK: Adverse crossings

  /// How many adverse variables a query may cross without a stated reason (G15).
  static let freeAdverseVariables = 2

  private func checkReason() throws(QueryFault) {
    let adverse = resolver.subjects.compactMap { subject -> String? in
      guard case .variable(let variable) = subject.subject, variable.isAdverse else { return nil }
      return variable.label
    }
    guard adverse.count > Authorisation.freeAdverseVariables, resolver.query.reason == nil else {
      return
    }
    throw fault(
      "This table crosses \(adverse.count) things that may be held against people"
        + " (\(adverse.joined(separator: ", "))). Say what for, as in reason \"where support is"
        + " missing\"; the reason is kept with the table and in the log.")
  }
}

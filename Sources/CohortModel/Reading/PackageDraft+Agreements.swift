extension PackageDraft {
  func readAgreements() {
    guard let file = ["agreements.yaml", "agreements.yml"].first(where: folder.has),
      let root = descriptor(file)?.mapping(.agreements)
    else { return }
    for item in root["agreements"]?.list ?? [] {
      guard let mapping = item.mapping(.agreement) else { continue }
      let agreement = Agreement(
        id: mapping["id"]?.literal ?? "", owner: mapping.text("owner"),
        resources: names(mapping["resources"], "resource", among: package.resources.map(\.name)),
        pilots: names(mapping["pilots"], "pilot", among: package.pilots.map(\.name)),
        fields: fields(mapping["fields"]), notAgreed: notAgreed(mapping["not_agreed"]),
        isPublic: mapping.boolean("public"), purpose: mapping.text("purpose"),
        starts: mapping["starts"]?.day, expires: mapping["expires"]?.day,
        minimumFrequency: mapping["minimum_frequency"]?.integer(in: 1...1_000_000))
      if package.agreements.contains(where: { $0.id == agreement.id }) {
        mapping["id"]?.report("Two agreements are called \(agreement.id.quoted).")
      } else {
        package.agreements.append(agreement)
      }
      if let starts = agreement.starts, let expires = agreement.expires, expires < starts {
        mapping["expires"]?.report("The agreement expires before it starts.")
      }
      if let expires = agreement.expires, expires < today {
        mapping["expires"]?.report(
          "The agreement expired on \(expires); no table can draw on its resources. Renew it, or"
            + " take its resources out of the package.",
          rule: "G02")
      }
      checkNotAgreed(agreement, mapping)
      if let minimum = agreement.minimumFrequency, let place = mapping["minimum_frequency"] {
        warnOfRaisedMinimum(
          minimum, at: place, under: agreement.pilots.map(package.policy.profile))
      }
    }
  }

  /// Resources, or fields of the agreement's resources, that stand in the matrix as "?".
  private func notAgreed(_ place: Descriptor?) -> [String] {
    let resources = package.resources.map(\.name)
    let fields = package.resources.flatMap { resource in
      resource.fields.map { "\(resource.name).\($0.name)" }
    }
    return names(place, "resource or field", among: resources + fields)
  }

  /// What is agreed and what is not must not overlap, and what is needed must be agreed.
  private func checkNotAgreed(_ agreement: Agreement, _ mapping: DescriptorMapping) {
    guard let place = mapping["not_agreed"] else { return }
    for name in agreement.notAgreed {
      if agreement.resources.contains(name) || agreement.fields.contains(name) {
        place.report("\(name.quoted) is agreed and not agreed; take it out of one.", rule: "G02")
      }
      guard let dot = name.firstIndex(of: ".") else { continue }
      let resource = package.resource(String(name[..<dot]))
      let field = name[name.index(after: dot)...]
      guard let resource else { continue }
      if !agreement.resources.contains(resource.name) {
        place.report(
          "The agreement does not name the resource \(resource.name.quoted), so nothing of it is"
            + " agreed.", rule: "G02")
      }
      let needed = [
        resource.personField, resource.dateField, resource.endField, resource.consentField,
      ].compactMap { $0 }
      if needed.contains(String(field)) || resource.primaryKey.contains(String(field)) {
        place.report(
          "Without \(name.quoted) no record of \(resource.name.quoted) can be placed. Where it is"
            + " not agreed, the resource is not.", rule: "G02")
      }
    }
  }

  /// The lowest minimum of the profiles of some pilots; the policy's where there are none.
  func lowestMinimum(of pilots: [String]) -> Int {
    pilots.map { package.policy.profile(for: $0).minimumFrequency }.min()
      ?? package.policy.profile.minimumFrequency
  }

  /// Rounding may need a minimum a little above the one that is written.
  func warnOfRaisedMinimum(
    _ minimum: Int, at place: Descriptor, under profiles: [DisclosureProfile]
  ) {
    for profile in profiles {
      let sound = profile.soundMinimum(from: minimum)
      guard minimum > profile.minimumFrequency, sound > minimum else { continue }
      place.warn(
        "With rounding to \(profile.roundingBase) the lowest value published would stand for fewer"
          + " than three true counts, so tables use a minimum of \(sound).")
      return
    }
  }

  func names(_ place: Descriptor?, _ what: String, among known: [String]) -> [String] {
    (place?.literals ?? []).compactMap { item in
      guard let name = item.literal else { return nil }
      if !known.contains(name) {
        item.report(
          "There is no \(what) \(name.quoted) in this package."
            + Descriptor.hint(name, among: known))
      }
      return name
    }
  }

  private func fields(_ place: Descriptor?) -> [String] {
    let known = package.resources.flatMap { resource in
      resource.fields.map { "\(resource.name).\($0.name)" }
    }
    return names(place, "field", among: known)
  }

  /// Every resource is under an agreement that is there, and every pilot may use what it uses.
  func checkAgreements() {
    for resource in package.resources {
      guard let place = resourcePlaces[resource.name] else { continue }
      guard let id = resource.agreement else {
        place.report(
          "\(resource.name.quoted) is under no agreement.",
          severity: package.isSynthetic ? .warning : .error, field: "agreement", rule: "G02")
        continue
      }
      guard let agreement = package.agreements.first(where: { $0.id == id }) else {
        place.report(
          "There is no agreement \(id.quoted) in agreements.yaml."
            + Descriptor.hint(id, among: package.agreements.map(\.id)),
          field: "agreement", rule: "G02")
        continue
      }
      if !agreement.resources.contains(resource.name), !package.isNotAgreed(resource) {
        place.report(
          "Agreement \(id.quoted) does not name the resource \(resource.name.quoted).",
          field: "agreement", rule: "G02")
      }
    }
    for pilot in package.pilots {
      guard let place = pilotPlaces[pilot.name] else { continue }
      let names = Set(
        pilot.events.map(\.resource) + pilot.variables.compactMap { pilot.resourceName(of: $0) })
      for resource in package.resources where names.contains(resource.name) {
        guard let agreement = package.agreements.first(where: { $0.id == resource.agreement }),
          !agreement.pilots.contains(pilot.name)
        else { continue }
        place.report(
          "Agreement \(agreement.id.quoted) on \(resource.name.quoted) does not allow this pilot;"
            + " tables that draw on it will be refused.",
          severity: .warning, field: "pilot", rule: "G01")
      }
    }
  }
}

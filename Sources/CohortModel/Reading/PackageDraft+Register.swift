extension PackageDraft {
  /// `register.yaml`, once pilots and agreements are known.
  func readRegister() {
    guard let file = ["register.yaml", "register.yml"].first(where: folder.has) else {
      if !package.isSynthetic {
        log.add(
          PackageProblem(
            "There is no register of users and projects. A package that is not synthetic needs one:"
              + " register.yaml.",
            file: "register.yaml", rule: "G28"))
      }
      return
    }
    guard let root = descriptor(file)?.mapping(.register) else { return }
    var register = Register(users: [], projects: [])
    var anyone: [(user: RegisteredUser, place: Descriptor)] = []
    for item in root["users"]?.list ?? [] {
      guard let mapping = item.mapping(.registeredUser), let user = user(mapping) else { continue }
      if register.user(user.id) != nil {
        mapping["id"]?.report("Two users are called \(user.id.quoted).")
      } else if register.users.contains(where: { $0.login == user.login }) {
        (mapping["login"] ?? item).report("Two users have the login \(user.login.quoted).")
      } else {
        register.users.append(user)
        if user.isAnyone { anyone.append((user, mapping["login"] ?? item)) }
      }
    }
    for item in root["projects"]?.list ?? [] {
      guard let mapping = item.mapping(.project), let project = project(mapping, register)
      else { continue }
      if register.project(project.id) != nil {
        mapping["id"]?.report("Two projects are called \(project.id.quoted).")
      } else {
        register.projects.append(project)
      }
    }
    for (user, place) in anyone { checkAnyone(user, register, at: place) }
    package.register = register
  }

  private func user(_ mapping: DescriptorMapping) -> RegisteredUser? {
    guard let id = mapping["id"]?.literal else { return nil }
    let user = RegisteredUser(
      id: id, name: mapping.text("name"), login: mapping["login"]?.literal,
      accreditation: mapping["accreditation"]?.literal ?? "", expires: mapping["expires"]?.day,
      organisation: mapping.optionalText("organisation") ?? "")
    if user.isAnyone { return user }
    for key in ["accreditation", "expires"] where mapping[key] == nil {
      mapping.whole.report(
        "The user \(id.quoted) has no \(key.quoted); only one with the login \u{201C}*\u{201D} needs"
          + " none.", field: key, rule: "G28")
    }
    return user
  }

  private func project(_ mapping: DescriptorMapping, _ register: Register) -> Project? {
    guard let id = mapping["id"]?.literal else { return nil }
    let project = Project(
      id: id, title: mapping.text("title"), purpose: mapping.text("purpose"),
      pilots: names(mapping["pilots"], "pilot", among: package.pilots.map(\.name)),
      agreements: names(mapping["agreements"], "agreement", among: package.agreements.map(\.id)),
      users: names(mapping["users"], "user", among: register.users.map(\.id)),
      starts: mapping["starts"]?.day, expires: mapping["expires"]?.day,
      minimumFrequency: mapping["minimum_frequency"]?.integer(in: 1...1_000_000),
      linkLevels: (mapping["link_levels"]?.list ?? []).compactMap { $0.choice(LinkLevel.self) })
    if let starts = project.starts, let expires = project.expires, expires < starts {
      mapping["expires"]?.report("The project expires before it starts.")
    }
    if let place = mapping["minimum_frequency"], let minimum = project.minimumFrequency {
      let standing = lowestMinimum(of: project.pilots)
      if minimum < standing {
        place.report(
          "The policy's minimum is \(standing); a project may raise it, never lower it.",
          rule: "G12")
      }
      warnOfRaisedMinimum(
        minimum, at: place, under: project.pilots.map(package.policy.profile))
    }
    if let place = mapping["link_levels"], project.linkLevels.isEmpty {
      place.report("Name at least one link level, or leave the key out.")
    }
    checkWording(mapping["title"])
    checkWording(mapping["purpose"])
    checkReach(of: project, at: mapping)
    return project
  }

  /// A pilot of which nothing can be asked is named in vain: its index is under another agreement.
  private func checkReach(of project: Project, at mapping: DescriptorMapping) {
    for pilot in package.pilots where project.pilots.contains(pilot.name) {
      guard
        let resource = pilot.event(pilot.index.event).flatMap({ package.resource($0.resource) }),
        let agreement = resource.agreement, !project.agreements.contains(agreement)
      else { continue }
      mapping["pilots"]?.warn(
        "The index event of \(pilot.name.quoted) is under agreement \(agreement), which the project"
          + " does not name; all of its tables will be refused.", rule: "G01")
    }
  }

  /// Everyone may use invented records, and published ones.
  private func checkAnyone(_ user: RegisteredUser, _ register: Register, at place: Descriptor) {
    guard !package.isSynthetic else { return }
    let names = Set(register.projects(of: user).flatMap(\.agreements))
    for agreement in package.agreements where names.contains(agreement.id) && !agreement.isPublic {
      place.report(
        "The login \u{201C}*\u{201D} lets everyone in, and agreement \(agreement.id) is not marked"
          + " \u{201C}public: true\u{201D}. Name the people who are accredited.", rule: "G28")
    }
  }
}

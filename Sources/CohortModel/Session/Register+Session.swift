extension DataPackage {
  /// Opens a session on this package; nil where it needs none: a synthetic package without a
  /// register.
  ///
  /// - Throws: why not, in terms of the register.
  public func session(
    for request: SessionRequest, today: CalendarDay = .today
  ) throws(SessionRefusal) -> Session? {
    guard let register else {
      guard isSynthetic else { throw .noRegister }
      return nil
    }
    let user = try register.user(for: request, mayTakeOn: isSynthetic)
    if let expires = user.expires, expires < today {
      throw .accreditationExpired(user: user.id, on: expires)
    }
    let session = Session(
      user: user, project: try register.project(named: request.project, of: user, today: today))
    try session.check(on: today)
    return session
  }
}

extension Session {
  /// Whether accreditation and project are in force: asked at the opening and at every query, since
  /// a session may outlive a day.
  public func check(on today: CalendarDay) throws(SessionRefusal) {
    if let expires = user.expires, expires < today {
      throw .accreditationExpired(user: user.id, on: expires)
    }
    if let starts = project.starts, today < starts {
      throw .projectNotStarted(project: project.id, on: starts)
    }
    if let expires = project.expires, expires < today {
      throw .projectExpired(project: project.id, on: expires)
    }
  }
}

extension Register {
  /// - Parameter mayTakeOn: whether any user may be taken on (to try out a synthetic package).
  fileprivate func user(
    for request: SessionRequest, mayTakeOn: Bool
  ) throws(SessionRefusal) -> RegisteredUser {
    guard let name = request.user else {
      let own = users.first { $0.login == request.login && !$0.isAnyone }
      if let user = own ?? users.first(where: \.isAnyone) { return user }
      guard let login = request.login else { throw .noLogin }
      throw .unknownLogin(login)
    }
    guard let user = user(name) else { throw .unknownUser(name) }
    guard mayTakeOn || user.isAnyone || user.login == request.login else {
      throw .notOwnLogin(user: name, login: request.login)
    }
    return user
  }

  /// The project that was named, or the only one in force that the user is on.
  fileprivate func project(
    named name: String?, of user: RegisteredUser, today: CalendarDay
  ) throws(SessionRefusal) -> Project {
    let own = projects(of: user)
    if let name {
      guard let project = own.first(where: { $0.id == name }) else {
        throw .notOnProject(user: user.id, project: name)
      }
      return project
    }
    if own.count <= 1 {
      guard let project = own.first else { throw .onNoProject(user: user.id) }
      return project
    }
    let inForce = own.filter { project in
      (project.starts.map { $0 <= today } ?? true) && (project.expires.map { today <= $0 } ?? true)
    }
    guard inForce.count <= 1 else {
      throw .projectNotNamed(user: user.id, projects: inForce.map(\.id))
    }
    return inForce.first ?? own[0]
  }
}

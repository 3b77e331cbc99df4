/// A user at work on a project: under whose name and for which purpose tables are made.
public struct Session: Hashable, Codable, Sendable {
  public var user: RegisteredUser
  public var project: Project

  public init(user: RegisteredUser, project: Project) {
    self.user = user
    self.project = project
  }
}

/// Who asks for a session, and on which project.
///
/// `login` is what the system vouches for: the login of the process's real user id, or, in a
/// service, that of the peer of the socket. `user` and `project` are what the person says.
public struct SessionRequest: Hashable, Codable, Sendable {
  public var login: String?
  public var user: String?
  public var project: String?

  public init(login: String?, user: String? = nil, project: String? = nil) {
    self.login = login
    self.user = user
    self.project = project
  }
}

/// Why a session does not open, or no longer holds. Says what stands in the register, and nothing of
/// anyone but the person who asks.
public enum SessionRefusal: Error, Hashable, Sendable {
  /// The package is not synthetic and has no register.
  case noRegister
  case noLogin
  case unknownLogin(String)
  case unknownUser(String)
  /// Another person's name.
  case notOwnLogin(user: String, login: String?)
  case accreditationExpired(user: String, on: CalendarDay)
  /// There is no such project, or the user is not on it: which of the two is not told.
  case notOnProject(user: String, project: String)
  case onNoProject(user: String)
  /// The user is on several.
  case projectNotNamed(user: String, projects: [String])
  case projectNotStarted(project: String, on: CalendarDay)
  case projectExpired(project: String, on: CalendarDay)
}

extension SessionRefusal {
  public var text: String {
    switch self {
    case .noRegister:
      "This package is not synthetic and has no register of users and projects, so nobody can open"
        + " it. The data owner adds register.yaml and builds the store again."
    case .noLogin: "The system knows no login for this process, so it is no user of the register."
    case .unknownLogin(let login):
      "The register has no user with the login \(login.quoted). Ask the data owner to be registered."
    case .unknownUser(let user): "The register has no user \(user.quoted)."
    case .notOwnLogin(let user, let login):
      "The user \(user.quoted) has another login than this process"
        + (login.map { " (\($0.quoted))" } ?? "") + ". Open the session as yourself."
    case .accreditationExpired(let user, let day):
      "The accreditation of \(user.quoted) expired on \(day). It has to be renewed, and the register"
        + " with it."
    case .notOnProject(let user, let project):
      "The user \(user.quoted) is not on a project \(project.quoted)."
    case .onNoProject(let user): "The user \(user.quoted) is on no project."
    case .projectNotNamed(let user, let projects):
      "The user \(user.quoted) is on several projects; name one with --project: "
        + projects.joined(separator: ", ") + "."
    case .projectNotStarted(let project, let day):
      "The project \(project.quoted) starts on \(day) only."
    case .projectExpired(let project, let day):
      "The project \(project.quoted) expired on \(day)."
    }
  }
}

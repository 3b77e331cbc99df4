/// Who may work with a package, and for what: its users and the projects that they are on (G28).
public struct Register: Hashable, Codable, Sendable {
  public var users: [RegisteredUser]
  public var projects: [Project]

  public init(users: [RegisteredUser], projects: [Project]) {
    self.users = users
    self.projects = projects
  }

  public func user(_ id: String) -> RegisteredUser? { users.first { $0.id == id } }
  public func project(_ id: String) -> Project? { projects.first { $0.id == id } }

  /// The projects that a user is on, in the order of the register.
  public func projects(of user: RegisteredUser) -> [Project] {
    projects.filter { $0.users.contains(user.id) }
  }
}

/// A person who may work with a package.
public struct RegisteredUser: Hashable, Codable, Sendable {
  /// The login that stands for everyone: for invented and for published records only.
  public static let anyone = "*"

  public var id: String
  public var name: String
  /// The login by which the system knows the person, or `anyone`.
  public var login: String
  /// The number under which the person is accredited; empty where nobody has to be.
  public var accreditation: String
  /// The last day of the accreditation; nil where nobody has to be accredited.
  public var expires: CalendarDay?
  public var organisation: String

  public init(
    id: String, name: String, login: String? = nil, accreditation: String = "",
    expires: CalendarDay? = nil, organisation: String = ""
  ) {
    self.id = id
    self.name = name
    self.login = login ?? id
    self.accreditation = accreditation
    self.expires = expires
    self.organisation = organisation
  }

  /// Stands for everyone who has no entry of their own.
  public var isAnyone: Bool { login == RegisteredUser.anyone }
}

/// An approved piece of research: its purpose, and what it may draw on.
public struct Project: Hashable, Codable, Sendable {
  public var id: String
  public var title: String
  public var purpose: String
  /// The pilots whose tables it may ask for.
  public var pilots: [String]
  /// The agreements that it is under, and through them datasets and variables.
  public var agreements: [String]
  /// Ids of the users who are on it.
  public var users: [String]
  public var starts: CalendarDay?
  public var expires: CalendarDay?
  /// Raises the minimum frequency for all of its tables.
  public var minimumFrequency: Int?
  /// The link levels that it may use; all where empty.
  public var linkLevels: [LinkLevel]

  public init(
    id: String, title: String, purpose: String, pilots: [String], agreements: [String],
    users: [String], starts: CalendarDay? = nil, expires: CalendarDay? = nil,
    minimumFrequency: Int? = nil, linkLevels: [LinkLevel] = []
  ) {
    self.id = id
    self.title = title
    self.purpose = purpose
    self.pilots = pilots
    self.agreements = agreements
    self.users = users
    self.starts = starts
    self.expires = expires
    self.minimumFrequency = minimumFrequency
    self.linkLevels = linkLevels
  }
}

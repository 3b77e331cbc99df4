import CohortModel

/// For whom and for what a table was made, and what it draws on: it travels with the table.
public struct TableProvenance: Hashable, Codable, Sendable {
  /// Who asked, on which project; nil where the package needs no session.
  public var author: TableAuthor?
  /// Why a crossing of adverse variables was asked for.
  public var reason: String?
  /// The datasets that the table draws on.
  public var datasets: [DatasetLine]
  /// What the programme will do with these data, and what it will not.
  public var will: [String]
  public var willNot: [String]

  public init(
    author: TableAuthor? = nil, reason: String? = nil, datasets: [DatasetLine] = [],
    will: [String] = [], willNot: [String] = []
  ) {
    self.author = author
    self.reason = reason
    self.datasets = datasets
    self.will = will
    self.willNot = willNot
  }
}

/// The user and the project of a session, as they stand on a table.
public struct TableAuthor: Hashable, Codable, Sendable {
  public var user: String
  public var name: String
  public var organisation: String
  public var project: String
  public var projectTitle: String
  public var purpose: String

  public init(
    user: String, name: String, organisation: String, project: String, projectTitle: String,
    purpose: String
  ) {
    self.user = user
    self.name = name
    self.organisation = organisation
    self.project = project
    self.projectTitle = projectTitle
    self.purpose = purpose
  }

  public init(_ session: Session) {
    self.init(
      user: session.user.id, name: session.user.name, organisation: session.user.organisation,
      project: session.project.id, projectTitle: session.project.title,
      purpose: session.project.purpose)
  }

  /// "A. Smith (asmith), University of X".
  public var userText: String {
    "\(name) (\(user))" + (organisation.isEmpty ? "" : ", \(organisation)")
  }

  /// "P-001, Housing and reoffending".
  public var projectText: String { "\(project), \(projectTitle)" }
}

/// A dataset as it stands on a table: whose it is, under which agreement, how recent.
public struct DatasetLine: Hashable, Codable, Sendable {
  public var title: String
  public var owner: String
  public var agreement: String?
  public var refreshed: CalendarDay?

  public init(title: String, owner: String, agreement: String?, refreshed: CalendarDay?) {
    self.title = title
    self.owner = owner
    self.agreement = agreement
    self.refreshed = refreshed
  }

  public init(_ resource: Resource) {
    self.init(
      title: resource.title, owner: resource.owner, agreement: resource.agreement,
      refreshed: resource.refreshed)
  }

  /// "Releases from custody: HM Prison and Probation Service, agreement DSA-1, refreshed 2026-01-31".
  public var text: String {
    let facts = [
      owner.isEmpty ? nil : owner, agreement.map { "agreement \($0)" },
      refreshed.map { "refreshed \($0)" },
    ].compactMap { $0 }
    return title + (facts.isEmpty ? "" : ": " + facts.joined(separator: ", "))
  }
}

/// One pilot: its questions, its cohort, its pathway and its outcomes. Configuration, never code.
public struct Pilot: Hashable, Codable, Sendable {
  public var name: String
  public var title: String
  public var titleWelsh: String?
  /// Who is in the cohort, in a sentence.
  public var population: String
  public var questions: [String]
  /// What the programme will do with these data, and what it will not (G19).
  public var will: [String]
  public var willNot: [String]
  /// Minimum frequency for this pilot's tables where it is above the policy's (G20).
  public var minimumFrequency: Int?
  /// Where its tables are about children or families (G20).
  public var safeguards: Safeguards?
  /// Named sets of records that the index, stages, milestones, outcomes and queries refer to.
  public var events: [EventDefinition]
  public var index: IndexDefinition
  public var followUp: FollowUp
  public var variables: [Variable]
  /// The main line, in order. The first stage is the index event itself.
  public var stages: [Stage]
  public var milestones: [Milestone]
  public var outcomes: [Outcome]
  /// What can be counted in the place of persons.
  public var units: [UnitOfCount]

  public init(
    name: String, title: String, titleWelsh: String? = nil, population: String = "",
    questions: [String] = [], will: [String] = [], willNot: [String] = [],
    minimumFrequency: Int? = nil, safeguards: Safeguards? = nil, events: [EventDefinition],
    index: IndexDefinition,
    followUp: FollowUp = FollowUp(), variables: [Variable] = [], stages: [Stage] = [],
    milestones: [Milestone] = [], outcomes: [Outcome] = [], units: [UnitOfCount] = []
  ) {
    self.name = name
    self.title = title
    self.titleWelsh = titleWelsh
    self.population = population
    self.questions = questions
    self.will = will
    self.willNot = willNot
    self.minimumFrequency = minimumFrequency
    self.safeguards = safeguards
    self.events = events
    self.index = index
    self.followUp = followUp
    self.variables = variables
    self.stages = stages
    self.milestones = milestones
    self.outcomes = outcomes
    self.units = units
  }

  public func event(_ name: String) -> EventDefinition? { events.first { $0.name == name } }
  public func variable(_ name: String) -> Variable? { variables.first { $0.name == name } }
  public func stage(_ name: String) -> Stage? { stages.first { $0.name == name } }
  public func milestone(_ name: String) -> Milestone? { milestones.first { $0.name == name } }
  public func outcome(_ name: String) -> Outcome? { outcomes.first { $0.name == name } }
  public func unit(_ name: String) -> UnitOfCount? { units.first { $0.name == name } }
}

/// Which events make someone a member of the cohort, and when.
public struct IndexDefinition: Hashable, Codable, Sendable {
  public enum Choice: String, Codable, Sendable {
    /// A person's first event only.
    case first
    /// Every event: `count events` counts each; `count persons` counts a person once, at the first.
    case each
  }

  public var event: String
  public var choice: Choice

  public init(event: String, choice: Choice = .first) {
    self.event = event
    self.choice = choice
  }
}

/// How long members of the cohort are observed.
public struct FollowUp: Hashable, Codable, Sendable {
  /// The last observed day; the end of the package's period where nil.
  public var until: CalendarDay?
  /// Events that end a member's observation (a death, a move).
  public var censoredBy: [String]

  public init(until: CalendarDay? = nil, censoredBy: [String] = []) {
    self.until = until
    self.censoredBy = censoredBy
  }
}

/// From when, and how long, an event counts.
public struct Window: Hashable, Codable, Sendable {
  public enum Anchor: String, Codable, Sendable {
    case index
    /// The stage before; the index for the first.
    case previous
  }

  public var span: CalendarSpan
  public var anchor: Anchor

  public init(_ span: CalendarSpan, of anchor: Anchor = .index) {
    self.span = span
    self.anchor = anchor
  }
}

/// An outcome with its definition card. No rate exists without its card (G17).
///
/// Of the members who satisfy `among`: *yes* where `event` falls within `span` of the index;
/// otherwise *no* where they were observed for `span` and `settling` on top of it (time for a
/// conviction); otherwise *follow-up incomplete*, and not in the denominator. A member whose
/// follow-up is incomplete is not in the denominator even where the event was already seen.
///
/// Where it has no event it is *yes* for those whose variables satisfy `holds`, and *no* for the others.
public struct Outcome: Hashable, Codable, Sendable {
  /// Whether it is good or bad for people that it happens.
  public enum Polarity: String, CaseIterable, Codable, Sendable {
    case positive
    case adverse
  }

  public var name: String
  public var label: String
  public var labelWelsh: String?
  /// Empty where `holds` stands in its place.
  public var event: String
  /// Conditions on variables of the cohort, all of which hold for those who have the outcome.
  public var holds: [FieldCondition]
  /// From the index date; nil for events without a date.
  public var span: CalendarSpan?
  /// Further follow-up before the outcome counts as known.
  public var settling: CalendarSpan?
  /// Conditions on variables of the cohort that make up the base of the rate.
  public var among: [FieldCondition]
  /// The event may itself end observation (a death): censoring events do not make it incomplete,
  /// only the last observed day of everyone does.
  public var isTerminal: Bool
  /// nil: neither, or not said.
  public var polarity: Polarity?
  /// The outcome that is shown beside this one: the positive beside the adverse (G22).
  public var beside: String?
  public var card: DefinitionCard

  public init(
    name: String, label: String, labelWelsh: String? = nil, event: String,
    holds: [FieldCondition] = [], span: CalendarSpan? = nil, settling: CalendarSpan? = nil,
    among: [FieldCondition] = [],
    isTerminal: Bool = false, polarity: Polarity? = nil, beside: String? = nil,
    card: DefinitionCard
  ) {
    self.name = name
    self.label = label
    self.labelWelsh = labelWelsh
    self.event = event
    self.holds = holds
    self.span = span
    self.settling = settling
    self.among = among
    self.isTerminal = isTerminal
    self.polarity = polarity
    self.beside = beside
    self.card = card
  }
}

/// What a rate means, in words that travel with it.
public struct DefinitionCard: Hashable, Codable, Sendable {
  /// The outcome's name, where the card stands on a table.
  public var code: String
  public var name: String
  public var numerator: String
  public var denominator: String
  public var window: String
  public var censoring: String
  public var source: String
  public var limits: [String]
  /// Of the definition; the package's where the card has none of its own.
  public var version: String

  public init(
    name: String, numerator: String, denominator: String, window: String, censoring: String,
    source: String, limits: [String] = [], version: String = "", code: String = ""
  ) {
    self.code = code
    self.name = name
    self.numerator = numerator
    self.denominator = denominator
    self.window = window
    self.censoring = censoring
    self.source = source
    self.limits = limits
    self.version = version
  }
}

/// A stage of the main line of a pathway.
///
/// A member who has reached the stage before reaches this one by the first record of `event` dated
/// on or after the date of the stage before (unless `isConcurrent`) and within `window`. The first
/// stage of a pilot has no event: it is the index event.
///
/// Members who do not go on end at a stage in exactly one way: by the first branch (in the order of
/// the list) whose event they have on or after the stage's date; censored, where observation ended
/// before the window of the next stage did; otherwise dropped.
public struct Stage: Hashable, Codable, Sendable {
  public var name: String
  public var label: String
  public var labelWelsh: String?
  public var event: String?
  /// nil: any time until follow-up ends.
  public var window: Window?
  /// May be dated before the stage before it (but not before the index).
  public var isConcurrent: Bool
  /// Ways off the main line for those who reached this stage and not the next.
  public var branches: [Branch]
  /// What ending here without branch or censoring is called: the step, not the person (G16).
  public var dropLabel: String
  public var dropLabelWelsh: String?

  public init(
    name: String, label: String, labelWelsh: String? = nil, event: String? = nil,
    window: Window? = nil, isConcurrent: Bool = false, branches: [Branch] = [],
    dropLabel: String = "Did not go on", dropLabelWelsh: String? = nil
  ) {
    self.name = name
    self.label = label
    self.labelWelsh = labelWelsh
    self.event = event
    self.window = window
    self.isConcurrent = isConcurrent
    self.branches = branches
    self.dropLabel = dropLabel
    self.dropLabelWelsh = dropLabelWelsh
  }
}

public struct Branch: Hashable, Codable, Sendable {
  public var name: String
  public var label: String
  public var labelWelsh: String?
  public var event: String
  /// Counted from the stage's date; nil: any time until follow-up ends.
  public var span: CalendarSpan?

  public init(
    name: String, label: String, labelWelsh: String? = nil, event: String,
    span: CalendarSpan? = nil
  ) {
    self.name = name
    self.label = label
    self.labelWelsh = labelWelsh
    self.event = event
    self.span = span
  }
}

/// Something that happened or did not within a window of the index, and does not nest in the
/// pathway: yes, no, or not known where follow-up was too short.
public struct Milestone: Hashable, Codable, Sendable {
  public var name: String
  public var label: String
  public var labelWelsh: String?
  public var event: String
  /// From the index date; nil for events without a date.
  public var span: CalendarSpan?

  public init(
    name: String, label: String, labelWelsh: String? = nil, event: String,
    span: CalendarSpan? = nil
  ) {
    self.name = name
    self.label = label
    self.labelWelsh = labelWelsh
    self.event = event
    self.span = span
  }
}

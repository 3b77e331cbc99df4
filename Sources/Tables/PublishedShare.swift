import CohortModel

/// Two published counts of which one is part of the other, under a name.
public struct PublishedShare: Hashable, Codable, Sendable {
  /// The code of those it is about; `*` for everyone.
  public var code: String
  public var label: String
  public var labelWelsh: String?
  public var part: CellValue
  public var whole: CellValue

  public init(
    code: String, label: String, labelWelsh: String? = nil, part: CellValue, whole: CellValue
  ) {
    self.code = code
    self.label = label
    self.labelWelsh = labelWelsh
    self.part = part
    self.whole = whole
  }
}

/// What stands on a table about the links behind it (G23): for everyone in the links, not only for
/// those whom the table counts. Every value is that of the linkage tables of the same level.
public struct LinkageNote: Hashable, Codable, Sendable {
  public var level: LinkLevel
  /// Persons in two datasets or more, of all.
  public var linked: PublishedShare
  /// The same for each dataset that the table draws on.
  public var datasets: [PublishedShare]
  /// Persons whose links change between link levels.
  public var changes: PublishedShare
  /// Per attribute those on whom datasets disagree, of those in two or more.
  public var conflicts: [PublishedShare]

  public init(
    level: LinkLevel, linked: PublishedShare, datasets: [PublishedShare],
    changes: PublishedShare, conflicts: [PublishedShare]
  ) {
    self.level = level
    self.linked = linked
    self.datasets = datasets
    self.changes = changes
    self.conflicts = conflicts
  }
}

import Tables

/// How a person wants the explorer, as `config.yaml` says it.
public struct Configuration: Hashable, Sendable {
  /// nil: as the locale says.
  public var language: Language?
  /// Whatever the locale says.
  public var isASCII = false
  public var hasColour = true
  public var theme = Theme.auto
  public var hasMouse = false
  public var isPlain = false
  public var plainTable = PlainText.TableForm.lines
  public var canCopy = true
  /// Queries of what was looked at are kept for the list on Home.
  public var keepsRecent = true
  /// Commands that have other keys than those of the key table.
  public var keys: [Command: [Key]] = [:]

  public init() {}

  /// The keys in force.
  public func bindings() throws(KeyConflict) -> KeyBindings {
    keys.isEmpty ? .standard : try KeyBindings(changing: keys)
  }
}

/// What is wrong with a configuration, where, and what to do.
public struct ConfigurationProblem: Error, Hashable, Sendable {
  public var message: String
  /// From 1; nil where the whole file is meant.
  public var line: Int?
  public var column: Int?

  /// `config.yaml:3:5: …`.
  public func text(in file: String) -> String {
    let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(SafeText.shown(file))\(place): \(message)"
  }
}

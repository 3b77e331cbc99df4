import Glibc
import TerminalCore

/// How the explorer runs.
public struct ExplorerOptions: Sendable {
  /// Draw with ASCII alone, whatever the locale says.
  public var isASCII: Bool
  /// Attributes instead of colours; also when the environment has `NO_COLOR`.
  public var hasColour: Bool
  public var theme: Theme
  /// Clicks focus and the wheel scrolls.
  public var hasMouse: Bool
  /// Figures may be given to the terminal's clipboard.
  public var canCopy: Bool
  /// The queries of views are kept for the list on Home.
  public var keepsRecent: Bool
  /// Of the explorer's words and of labels; nil: as the locale says.
  public var language: Language?
  public var keys: KeyBindings
  /// How line mode says the cells of a table.
  public var plainTable: PlainText.TableForm
  /// Begin with the tour where the explorer was never started before by this user.
  public var offersTour: Bool

  /// The store's path, or the service's name: sessions and saved views are kept for it.
  public var store: String
  /// The folder where they are kept; nil: `$XDG_STATE_HOME/bold` or `~/.local/state/bold`.
  public var stateFolder: String?

  public init(
    isASCII: Bool = false, hasColour: Bool = true, theme: Theme = .auto, hasMouse: Bool = false,
    canCopy: Bool = true, keepsRecent: Bool = true, language: Language? = nil,
    keys: KeyBindings = .standard,
    plainTable: PlainText.TableForm = .lines, offersTour: Bool = false,
    store: String = "", stateFolder: String? = nil
  ) {
    self.store = store
    self.stateFolder = stateFolder
    self.isASCII = isASCII
    self.hasColour = hasColour
    self.theme = theme
    self.hasMouse = hasMouse
    self.canCopy = canCopy
    self.keepsRecent = keepsRecent
    self.language = language
    self.keys = keys
    self.plainTable = plainTable
    self.offersTour = offersTour
  }

  /// The language that was chosen, or that of the locale: the first of `LC_ALL`, `LC_MESSAGES` and
  /// `LANG` that is set.
  var languageInForce: Language {
    if let language { return language }
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let value = variables.lazy.compactMap { getenv($0).map { String(cString: $0) } }
      .first { !$0.isEmpty }
    return Language(locale: value ?? "")
  }
}

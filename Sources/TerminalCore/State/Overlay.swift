import CohortModel
import Tables

/// What stands over a screen and takes its keys.
enum Overlay: Sendable {
  case picker(Picker)
  case prompt(Prompt)
  case reader(Reader)
  case tour(Tour)
  /// The menu of the keys that work on the screen, and which of its pages.
  case keyMenu(page: Int)
  /// The letter of a mark is waited for.
  case mark(isSetting: Bool)
}

/// A list to choose from, narrowed by typing.
struct Picker: Sendable {
  enum Purpose: Sendable {
    /// A variable for the rows of a new table with these conditions.
    case breakDown(stage: String?, filters: [Filter])
    case axis(AxisRole)
    /// What stands side by side in a pathway; a variable for two groups, and its two codes.
    case sideBySide
    case groupVariable
    case groupCodes(String)
    /// The pilot whose table has this variable as rows.
    case rowsOfPilot(String)
    case recodeVariable
    case recode(RecodeDraft)
    case filterVariable
    case filterCodes(String)
    case linkLevel
    case measure
    case eventsMeasure
    case shareMeasure
    case medianFrom
    case medianTo(String)
    /// Queries by their texts.
    case coarser([String: CohortQuery])
    case savedView
  }

  struct Item: Hashable, Sendable {
    var value: String
    var label: String
    var detail = ""
    var depth = 0
  }

  var title: Phrase
  var purpose: Purpose
  var items: [Item]
  var typed = ""
  /// Among `matches`.
  var focus = 0
  var marked: Set<String> = []
  var allowsSeveral = false
  /// Where its title says something else of its keys than that several can be marked.
  var hint: Hint?

  enum Hint: Hashable, Sendable {
    case two
    case groups
  }

  /// The title with the keys that mark. Read line by line it is `title` alone: there are no keys.
  func heading(_ keys: KeyBindings) -> Phrase {
    let tick = keys.name(of: .tick)
    return switch hint {
    case .two: "\(title, "title"): \(tick, "key") marks two"
    case .groups:
      "\(title, "title"): \(tick, "key") marks codes, \(keys.name(of: .accept), "accept") groups them"
    case nil:
      allowsSeveral ? "\(title, "title") (\(tick, "key") marks several)" : title
    }
  }

  /// The items that what was typed leaves: those that begin with it (label or name) first, then
  /// those that contain it.
  var matches: [Item] {
    guard !typed.isEmpty else { return items }
    let wanted = typed.lowercased()
    var first: [Item] = []
    var later: [Item] = []
    for item in items {
      let texts = [item.label.lowercased(), item.value.lowercased()]
      if texts.contains(where: { $0.hasPrefix(wanted) }) {
        first.append(item)
      } else if texts.contains(where: { $0.contains(wanted) }) {
        later.append(item)
      }
    }
    return first + later
  }

  /// What Enter chooses: the marked items in their order, or the focused one.
  var chosen: [Item] {
    if !marked.isEmpty { return items.filter { marked.contains($0.value) } }
    let matches = matches
    return matches.indices.contains(focus) ? [matches[focus]] : []
  }
}

/// A line being typed at the foot of the screen.
struct Prompt: Sendable {
  enum Kind: Sendable {
    case command
    case find
    /// Narrows the catalogue while it is typed.
    case narrow
    /// The name of a group of codes.
    case groupName
  }

  var kind: Kind
  var line = LineEditor()
  /// How many lines back in the history; 0 is the line being typed.
  var historyPlace = 0
  /// The menu whose marked codes are being named.
  var naming: Picker?
  /// The line as it was before looking back.
  var draft = ""
  var problem: String?
  /// Where the word at fault stands in the line, in characters.
  var faultyWord: Range<Int>?
}

/// Texts to read: help, definitions, an explanation.
struct Reader: Sendable {
  struct Paragraph: Hashable, Sendable {
    var phrase: Phrase
    var role: StyleRole
    var indent: Int
    /// Stands before the text; its further lines are set below the text's beginning.
    var lead: String

    /// In English.
    var text: String { Language.english.say(phrase) }

    init(text phrase: Phrase, role: StyleRole = .text, indent: Int = 0, lead: String = "") {
      self.phrase = phrase
      self.role = role
      self.indent = indent
      self.lead = lead
    }

    /// A text that is the same in every language.
    @_disfavoredOverload
    init(
      text: some StringProtocol, role: StyleRole = .text, indent: Int = 0, lead: String = ""
    ) {
      let text = String(text)
      self.init(
        text: text.isEmpty ? "" : Phrase(verbatim: text), role: role, indent: indent, lead: lead)
    }
  }

  var title: Phrase
  var paragraphs: [Paragraph]
  var place = DocumentPlace()
  /// Whether it names the key of coarser tables, which works in it then.
  var leadsToCoarser = false
}

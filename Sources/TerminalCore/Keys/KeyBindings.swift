/// The keys in force: those of the key table, with what a configuration changes.
public struct KeyBindings: Sendable {
  /// The key table as it is.
  public static let standard = KeyBindings(entries: KeyTable.entries)

  public let entries: [KeyEntry]
  /// Commands are typed by their names (`--plain`): sentences name them so.
  private var saysNames = false

  private init(entries: [KeyEntry]) {
    self.entries = entries
  }

  /// The same where there are no keys and commands are typed by their names.
  var typedByName: KeyBindings {
    var named = self
    named.saysNames = true
    return named
  }

  /// The key table in which a command has other keys than it had, wherever it works. No keys at all
  /// take a command off the keyboard; its name can still be typed.
  ///
  /// - Throws: `KeyConflict` where a key would stand for two commands on a screen, or where there
  ///   would be no key to go back, to leave, to type a command or to be helped.
  public init(changing keys: [Command: [Key]]) throws(KeyConflict) {
    var entries: [KeyEntry] = []
    for entry in KeyTable.entries {
      guard let own = keys[entry.command] else {
        entries.append(entry)
        continue
      }
      if entry.screens == [.menu] {
        entries.append(try KeyBindings.inMenus(entry, own))
        continue
      }
      // One line for all screens is enough.
      let isCovered = KeyTable.entries.contains {
        $0.command == entry.command && $0.screens.isEmpty && !entry.screens.isEmpty
      }
      if !isCovered, !own.isEmpty { entries.append(entry.with(own)) }
    }
    for command in KeyBindings.needed where !entries.contains(where: { $0.command == command }) {
      throw .missing(command)
    }
    for screen in KeyScreen.allCases {
      var seen: [Key: Command] = [:]
      for entry in entries where entry.works(on: screen) {
        for key in entry.keys {
          if let other = seen.updateValue(entry.command, forKey: key), other != entry.command {
            throw .taken(key, entry.command, other, screen)
          }
        }
      }
    }
    self.init(entries: entries)
  }

  private static let needed: [Command] = [.back, .leave, .commandLine, .help]

  /// Where characters are text, a command has those of its keys that are none; what has no such key
  /// of its own keeps those of the key table.
  private static func inMenus(
    _ entry: KeyEntry, _ keys: [Key]
  ) throws(KeyConflict) -> KeyEntry {
    let own = keys.filter { !$0.isCharacter }
    if Command.ofMenus.contains(entry.command), own.isEmpty || own.count < keys.count {
      throw .character(entry.command)
    }
    return own.isEmpty ? entry : entry.with(own)
  }

  func command(for key: Key, on screen: KeyScreen) -> Command? {
    // Fingers that mean "stop" are understood everywhere.
    if key == .control("c") { return screen == .menu ? .cancel : .back }
    return entries.first { $0.works(on: screen) && $0.keys.contains(key) }?.command
  }

  /// A key in a menu or a line as the key table has it: Enter for whatever key accepts, and so on. What
  /// edits a line stays what it is.
  func inMenus(_ key: Key) -> Key {
    if key.isCharacter { return key }
    switch command(for: key, on: .menu) {
    case .accept: return .enter
    case .cancel: return .escape
    case .tick: return .tab
    case .up: return .up
    case .down: return .down
    case .pageUp: return .pageUp
    case .pageDown: return .pageDown
    case .first: return .home
    case .last: return .end
    default:
      // A key of the table that was taken from its command.
      let isTaken = KeyTable.entries(on: .menu).contains { $0.keys.contains(key) }
      return isTaken ? .other(key.name) : key
    }
  }

  func entries(on screen: KeyScreen) -> [KeyEntry] {
    entries.filter { $0.works(on: screen) }
  }

  /// The first key of a command, as it is named in a sentence; the command's name after `:` where it
  /// has none, and alone where commands are typed.
  ///
  /// - Parameter screen: where the key is meant to work, where it may have another one elsewhere.
  func name(of command: Command, on screen: KeyScreen? = nil) -> String {
    if saysNames { return command == .cancel ? Command.back.rawValue : command.rawValue }
    let own = entries.filter { $0.command == command }
    let here = screen.flatMap { screen in own.first { $0.works(on: screen) } }
    return (here ?? own.first { $0.screens.isEmpty } ?? own.first)?.keys.first?.name
      ?? ":" + command.rawValue
  }
}

/// Why keys cannot be as somebody wants them.
public enum KeyConflict: Error, Hashable, Sendable {
  case taken(Key, Command, Command, KeyScreen)
  /// A command without which nobody gets on.
  case missing(Command)
  /// A command of menus and lines without a key, or with one that is text there.
  case character(Command)

  /// The command at whose keys to look.
  public var command: Command {
    switch self {
    case .taken(_, let command, _, _), .missing(let command), .character(let command): command
    }
  }

  /// The other command that has the key.
  public var other: Command? {
    if case .taken(_, _, let other, _) = self { other } else { nil }
  }

  /// What is wrong and what to do.
  public var text: String {
    switch self {
    case .taken(let key, let command, let other, let screen):
      "The key \(key.name) stands for both \(other.rawValue) and \(command.rawValue) on the screen"
        + " \(screen.rawValue). Give one of them another key."
    case .missing(let command):
      "The command \(command.rawValue) needs a key. Give it one."
    case .character(let command):
      "The command \(command.rawValue) works where characters are text. Give it keys that are none,"
        + " such as Ctrl-y or Tab."
    }
  }
}

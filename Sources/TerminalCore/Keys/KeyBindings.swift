/// The keys in force: those of the key table, with what a configuration changes.
public struct KeyBindings: Sendable {
  /// The key table as it is.
  public static let standard = KeyBindings(entries: KeyTable.entries)

  public let entries: [KeyEntry]

  private init(entries: [KeyEntry]) {
    self.entries = entries
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

  func command(for key: Key, on screen: KeyScreen) -> Command? {
    entries.first { $0.works(on: screen) && $0.keys.contains(key) }?.command
  }

  func entries(on screen: KeyScreen) -> [KeyEntry] {
    entries.filter { $0.works(on: screen) }
  }

  /// The first key of a command, as it is named in a sentence; the command's name after `:` where it
  /// has none.
  func name(of command: Command) -> String {
    let own = entries.filter { $0.command == command }
    return (own.first { $0.screens.isEmpty } ?? own.first)?.keys.first?.name
      ?? ":" + command.rawValue
  }
}

/// Why keys cannot be as somebody wants them.
public enum KeyConflict: Error, Hashable, Sendable {
  case taken(Key, Command, Command, KeyScreen)
  /// A command without which nobody gets on.
  case missing(Command)

  /// The command at whose keys to look.
  public var command: Command {
    switch self {
    case .taken(_, let command, _, _), .missing(let command): command
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
    }
  }
}

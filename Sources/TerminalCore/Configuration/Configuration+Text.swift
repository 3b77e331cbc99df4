extension Configuration {
  /// The configuration with what each setting means; read back it is the same. Keys that are as in
  /// the key table stand as comments.
  public var text: String {
    func yesNo(_ value: Bool) -> String { value ? "yes" : "no" }
    var lines = [
      "# Settings of the explorer, as they are in force.",
      "",
      "# The language of screens and labels: auto (the locale's), en or cy.",
      "language: \(language?.rawValue ?? "auto")",
      "",
      "# Draw with ASCII alone, whatever the locale says.",
      "ascii: \(yesNo(isASCII))",
      "",
      "# Colours; NO_COLOR in the environment switches them off as well.",
      "colour: \(yesNo(hasColour))",
      "",
      "# For which background: auto, light or dark.",
      "theme: \(theme.rawValue)",
      "",
      "# A click focuses and the wheel scrolls. The terminal's own selecting then needs Shift.",
      "mouse: \(yesNo(hasMouse))",
      "",
      "# Lines of text instead of screens (as --plain), and how tables are said: lines or grid.",
      "plain: \(yesNo(isPlain))",
      "plain-table: \(plainTable.rawValue)",
      "",
      "# Give figures to the terminal's clipboard (OSC 52); every copy is logged as an export.",
      "copy: \(yesNo(canCopy))",
      "",
      "# Keep the queries looked at last for the list on Home; no removes what is kept of them.",
      "recent: \(yesNo(keepsRecent))",
      "",
      "# Keys of commands. A command that stands here has these keys and no others.",
      keys.isEmpty ? "keys: {}" : "keys:",
    ]
    for command in Command.allCases {
      if let own = keys[command] {
        lines.append("  \(command.rawValue): \(Configuration.list(own))")
      } else {
        let standard = KeyTable.entries.filter { $0.command == command }.flatMap(\.keys)
        lines.append("#  \(command.rawValue): \(Configuration.list(standard))")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func list(_ keys: [Key]) -> String {
    var seen: Set<Key> = []
    let names = keys.filter { seen.insert($0).inserted }.map { key in
      "'"
        + key.name.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
    }
    return "[" + names.joined(separator: ", ") + "]"
  }
}

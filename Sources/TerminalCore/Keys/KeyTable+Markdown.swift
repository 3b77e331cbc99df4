extension KeyTable {
  /// The text of `docs/keys.md`.
  public static var markdown: String {
    var text = """
      # Keys of the explorer

      Generated from the key table by `make docs`; do not edit.

      ## Every screen

      """
    text += table(entries.filter { $0.screens.isEmpty })
    for screen in KeyScreen.allCases {
      text += "\n\n## \(screen.rawValue)\n"
      text += table(entries.filter { $0.screens.contains(screen) })
    }
    text += """


      In menus a character narrows what is listed, in lines it is typed. What follows edits, and is the same for
      everyone.

      | Key | |
      | --- | --- |
      | `Backspace` | Take a letter back; with none left, close |
      | `Left` `Right` `Home` `End` `Ctrl-b` `Ctrl-f` `Ctrl-a` `Ctrl-e` | Move in the line |
      | `Up` `Down` | Earlier and later lines |
      | `Delete` `Ctrl-k` | Take what is under, or behind, the cursor away |
      | `Ctrl-u` | Empty the line up to the cursor, or what was typed in a menu |
      | `Ctrl-w` | Take the last word away |

      """
    return text
  }

  private static func table(_ entries: [KeyEntry]) -> String {
    var lines = ["", "| Key | |", "| --- | --- |"]
    for entry in entries {
      let keys = entry.keys.map { "`\($0.name)`" }.joined(separator: " ")
      lines.append("| \(keys) | \(entry.help) |")
    }
    return lines.joined(separator: "\n")
  }
}

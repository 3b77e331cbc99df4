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


      ## Menus

      | Key | |
      | --- | --- |
      | `Up` `Down` `PgUp` `PgDn` `Home` `End` | Move |
      | letters | Narrow the menu to what contains them |
      | `Backspace` | Take a letter back; with none left, close the menu |
      | `Tab` | Mark or unmark, where several can be chosen |
      | `Enter` | Choose |
      | `Esc` | Close without a choice |

      ## Typing a line

      | Key | |
      | --- | --- |
      | `Left` `Right` `Home` `End` | Move |
      | `Up` `Down` | Earlier and later lines |
      | `Tab` | Complete the word |
      | `Ctrl-u` | Empty the line |
      | `Ctrl-w` | Take the last word away |
      | `Enter` | Accept |
      | `Esc` | Close without a change |

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

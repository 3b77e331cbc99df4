/// The manual page in the `man` macros of troff (groff_man(7)).
struct ManualPage {
  private let command: CommandHelp

  init(help: String) throws {
    command = try CommandHelp(help: help)
  }

  var text: String {
    let name = command.commandName
    var lines = [
      #".\" Written by `make docs` from the help of the commands; edits are lost."#,
      ".TH \(name.uppercased()) 1 \"\" \"\(name) \(BoldVersion.text)\" \"User Commands\"",
      ".SH NAME",
      "\(name) \\- \(ManualPage.escaped(lowerFirst(command.abstract ?? "")))",
      ".SH SYNOPSIS",
      ".B \(name)",
      ".I command",
      "[\\fIoption\\fR ...] [\\fIargument\\fR ...]",
      ".SH DESCRIPTION",
    ]
    lines += paragraphs(of: command)
    lines.append(".SH COMMANDS")
    for subcommand in command.subcommands ?? []
    where subcommand.shouldDisplay && subcommand.commandName != "help" {
      lines += section(of: subcommand)
    }
    lines += ManualPage.closing
    return lines.map { $0 + "\n" }.joined()
  }

  private static let closing = [
    ".SH ENVIRONMENT",
    ".TP",
    ".B BOLD_STORE",
    "The store that commands use where no \\fB\\-\\-store\\fR is given.",
    ".TP",
    ".B NO_COLOR",
    "Where set, the explorer shows no colour.",
    ".TP",
    ".B LC_ALL, LC_MESSAGES, LANG",
    "The first that is set says the language of the explorer: Welsh where it begins with cy.",
    ".SH FILES",
    ".TP",
    ".I $XDG_CONFIG_HOME/bold/config.yaml",
    "Settings of the explorer; \\fI~/.config/bold/config.yaml\\fR where the variable is not set.",
    ".SH EXIT STATUS",
    ".TP",
    ".B 0",
    "Done; for \\fBcheck\\fR: sound.",
    ".TP",
    ".B 1",
    "The query is wrong or was refused, or a file is there already; for \\fBcheck\\fR: problems "
      + "were found.",
    ".TP",
    ".B 2",
    "The store, package, folder or command line cannot be used.",
  ]

  private func section(of subcommand: CommandHelp) -> [String] {
    let arguments = (subcommand.arguments ?? []).filter(\.shouldDisplay)
    var lines = [
      ".SS \(ManualPage.escaped("\(command.commandName) \(subcommand.commandName)"))",
      ".nh", ".ad l",
      ".B \(ManualPage.escaped("\(command.commandName) \(subcommand.commandName)"))",
    ]
    lines += arguments.filter { !isCommon($0) }.map(synopsis)
    lines += [".ad b", ".hy", ".PP", ManualPage.escaped(subcommand.abstract ?? "")]
    for argument in arguments where !isCommon(argument) {
      lines += [".TP", title(of: argument)]
      lines.append(ManualPage.escaped(description(of: argument)))
    }
    lines += paragraphs(of: subcommand)
    return lines
  }

  /// `--help` and `--version` are the same everywhere.
  private func isCommon(_ argument: CommandHelp.Argument) -> Bool {
    argument.names?.contains { ["help", "version"].contains($0.name) } ?? false
  }

  private func synopsis(_ argument: CommandHelp.Argument) -> String {
    let value = "\\fI\(ManualPage.escaped(argument.valueName ?? ""))\\fR"
    let names = (argument.names ?? []).map { "\\fB\(ManualPage.escaped($0.text))\\fR" }
    let text =
      switch argument.kind {
      case "positional": value
      case "flag": names.last ?? ""
      default: "\(names.last ?? "") \(value)"
      }
    let repeated = argument.isRepeating ? text + " ..." : text
    return argument.isOptional ? "[\(repeated)]" : repeated
  }

  private func title(of argument: CommandHelp.Argument) -> String {
    let value = "\\fI\(ManualPage.escaped(argument.valueName ?? ""))\\fR"
    let names = (argument.names ?? []).map { "\\fB\(ManualPage.escaped($0.text))\\fR" }
    switch argument.kind {
    case "positional": return value
    case "flag": return names.joined(separator: ", ")
    default: return names.joined(separator: ", ") + " " + value
    }
  }

  private func description(of argument: CommandHelp.Argument) -> String {
    var text = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty {
      text += " One of: " + values.joined(separator: ", ") + "."
    }
    if let value = argument.defaultValue { text += " Default: \(value)." }
    return text
  }

  /// Running text as paragraphs; indented lines are examples and stay as they are.
  private func paragraphs(of command: CommandHelp) -> [String] {
    var lines: [String] = []
    var isExample = false
    for line in (command.discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    {
      let indented = line.hasPrefix("  ")
      if indented != isExample {
        lines += indented ? [".PP", ".RS 4", ".nf"] : [".fi", ".RE"]
        isExample = indented
      }
      if line.isEmpty {
        continue
      } else if indented {
        lines.append(ManualPage.escaped(String(line.dropFirst(2))))
      } else {
        lines += [".PP", ManualPage.escaped(String(line))]
      }
    }
    return lines + (isExample ? [".fi", ".RE"] : [])
  }

  private func lowerFirst(_ text: String) -> String {
    let sentence = text.hasSuffix(".") ? String(text.dropLast()) : text
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }

  /// Text that troff prints as it is: no request, escape or typographic quote.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "\u{201C}": result += "\\(lq"
      case "\u{201D}": result += "\\(rq"
      case "`": result += "\\(ga"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}

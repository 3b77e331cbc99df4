/// Commands of the `:` line that take a name.
enum SessionCommand: String, CaseIterable {
  case save, open, forget, record
}

extension Step {
  /// Does what a typed line says, where it is one of these. False where it is not.
  mutating func runSessionCommand(_ text: String) -> Bool {
    let word = String(text.prefix { $0 != " " })
    let name = String(text.dropFirst(word.count).drop { $0 == " " })
    guard let command = SessionCommand(rawValue: word), state.package.pilot(word) == nil else {
      return false
    }
    switch command {
    case .open:
      // Alone it is what Enter does.
      if name.isEmpty { return false }
      openView(named: name)
    case .record: record(to: name)
    case .save, .forget:
      guard !name.isEmpty else {
        state.message = .note(":\(word, "command") needs a name.")
        return true
      }
      if command == .save { saveView(named: name) } else { forgetView(named: name) }
    }
    return true
  }

  /// What can follow in a line that begins as one of these.
  func sessionCompletions(_ before: String) -> [String] {
    for command in [SessionCommand.open, .forget] where before.hasPrefix(command.rawValue + " ") {
      return state.savedViews.map(\.name).filter {
        $0.hasPrefix(before.dropFirst(command.rawValue.count + 1))
      }
    }
    let chart = Command.chart.rawValue + " "
    if before.hasPrefix(chart) {
      return chartKinds.map(\.rawValue).filter { $0.hasPrefix(before.dropFirst(chart.count)) }
    }
    guard !before.contains(" ") else { return [] }
    return SessionCommand.allCases.map(\.rawValue).filter { $0.hasPrefix(before) }
  }
}

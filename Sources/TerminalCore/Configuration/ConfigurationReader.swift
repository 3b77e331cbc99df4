import Tables
import Yams

extension Configuration {
  /// Nobody writes more.
  public static let longest = 65_536

  /// Reads a configuration. Every problem is told; where there is one, nothing of the file holds.
  public static func read(
    _ text: String
  ) -> Result<Configuration, ConfigurationProblems> {
    var reader = ConfigurationReader()
    reader.read(text)
    return reader.problems.isEmpty
      ? .success(reader.configuration) : .failure(ConfigurationProblems(all: reader.problems))
  }
}

/// In the order of the file; at least one.
public struct ConfigurationProblems: Error, Hashable, Sendable {
  public var all: [ConfigurationProblem]
}

private struct ConfigurationReader {
  var configuration = Configuration()
  var problems: [ConfigurationProblem] = []

  mutating func read(_ text: String) {
    guard text.utf8.count <= Configuration.longest else {
      problems.append(
        ConfigurationProblem(
          message: "The file is longer than \(Configuration.longest) bytes. Make it shorter."))
      return
    }
    do {
      guard let node = try Yams.compose(yaml: text, .default, .default, .utf8) else { return }
      read(node)
    } catch let error as YamlError {
      problems.append(ConfigurationReader.problem(error))
    } catch {
      problems.append(ConfigurationProblem(message: "The file cannot be read."))
    }
  }

  private static func problem(_ error: YamlError) -> ConfigurationProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ConfigurationProblem(
        message: "This is not well formed: \(SafeText.shown(problem)). Mend or remove it.",
        line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(_, let context):
      ConfigurationProblem(
        message: "A key is given twice. Keep one of the two.", line: context.mark.line,
        column: context.mark.column)
    default: ConfigurationProblem(message: "The file is not well formed.")
    }
  }

  private mutating func report(_ message: String, at node: Node) {
    problems.append(
      ConfigurationProblem(message: message, line: node.mark?.line, column: node.mark?.column))
  }

  private mutating func read(_ node: Node) {
    // A file of comments alone.
    if case .scalar(let scalar) = node, scalar.string.isEmpty { return }
    guard case .mapping(let mapping) = node else {
      return report("Here come keys with values, such as “language: cy”.", at: node)
    }
    for (key, value) in mapping { read(value, of: key) }
  }

  private static let known = [
    "language", "ascii", "colour", "theme", "mouse", "plain", "plain-table", "copy", "recent",
    "keys",
  ]

  private mutating func read(_ value: Node, of key: Node) {
    switch key.scalar?.string {
    case "language":
      choose(value, "auto, en or cy") { name in
        name == "auto" ? .some(nil) : Language(rawValue: name).map { .some($0) }
      }.map { configuration.language = $0 }
    case "ascii": truth(value).map { configuration.isASCII = $0 }
    case "colour": truth(value).map { configuration.hasColour = $0 }
    case "theme":
      choose(value, "auto, light or dark", Theme.init(rawValue:))
        .map { configuration.theme = $0 }
    case "mouse": truth(value).map { configuration.hasMouse = $0 }
    case "plain": truth(value).map { configuration.isPlain = $0 }
    case "plain-table":
      choose(value, "lines or grid", PlainText.TableForm.init(rawValue:))
        .map { configuration.plainTable = $0 }
    case "copy": truth(value).map { configuration.canCopy = $0 }
    case "recent": truth(value).map { configuration.keepsRecent = $0 }
    case "keys": readKeys(value)
    case let name:
      report(
        "There is no setting “\(SafeText.shown(name ?? ""))”. Known are "
          + ConfigurationReader.known.joined(separator: ", ") + ".", at: key)
    }
  }

  private static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "on": true
    case "no", "false", "off": false
    default: nil
    }
  }

  private mutating func truth(_ node: Node) -> Bool? {
    choose(node, "yes or no", ConfigurationReader.truth)
  }

  private mutating func choose<Value>(
    _ node: Node, _ choices: String, _ value: (String) -> Value?
  ) -> Value? {
    if let text = node.scalar?.string, let value = value(text) { return value }
    report("Here comes \(choices).", at: node)
    return nil
  }

  // MARK: Keys

  private mutating func readKeys(_ node: Node) {
    if case .scalar(let scalar) = node, scalar.string.isEmpty { return }
    guard case .mapping(let mapping) = node else {
      return report("Here come commands with their keys, such as “down: [j, Down]”.", at: node)
    }
    var places: [Command: Node] = [:]
    let before = problems.count
    for (key, value) in mapping {
      guard let command = key.scalar.flatMap({ Command(rawValue: $0.string) }) else {
        report(
          "There is no command “\(SafeText.shown(key.scalar?.string ?? ""))”. The commands are"
            + " those of help and docs/keys.md.", at: key)
        continue
      }
      places[command] = key
      configuration.keys[command] = keys(value)
    }
    guard problems.count == before else { return }
    do throws(KeyConflict) {
      _ = try KeyBindings(changing: configuration.keys)
    } catch {
      let place = places[error.command] ?? error.other.flatMap { places[$0] } ?? node
      report(error.text, at: place)
    }
  }

  /// One key or a list of them.
  private mutating func keys(_ node: Node) -> [Key] {
    let nodes: [Node]
    if case .sequence(let sequence) = node { nodes = Array(sequence) } else { nodes = [node] }
    return nodes.compactMap { node in
      guard let name = node.scalar?.string else {
        report("Here comes the name of a key, such as j, Ctrl-d or PgDn.", at: node)
        return nil
      }
      do throws(Key.NameProblem) {
        return try Key(name: name)
      } catch {
        switch error {
        case .unknown:
          report(
            "“\(SafeText.shown(name))” is no key. Write one character, Ctrl- with a letter, or"
              + " Space, Enter, Esc, Backspace, Delete, Tab, Shift-Tab, Up, Down, Left, Right, PgUp,"
              + " PgDn, Home, End.", at: node)
        case .notItsOwn(let reason):
          report("\(SafeText.shown(name)) \(reason) in a terminal. Choose another key.", at: node)
        }
        return nil
      }
    }
  }
}

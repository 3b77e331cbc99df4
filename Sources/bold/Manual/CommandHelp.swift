import FoundationEssentials

/// The parts that the manual needs of what swift-argument-parser says about a command
/// (`--experimental-dump-help`).
struct CommandHelp: Decodable {
  struct Document: Decodable {
    var command: CommandHelp
  }

  struct Name: Decodable {
    var kind: String
    var name: String

    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  struct Argument: Decodable {
    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool
  var subcommands: [CommandHelp]?
  var arguments: [Argument]?

  init(help: String) throws {
    self = try JSONDecoder().decode(Document.self, from: Data(help.utf8)).command
  }
}

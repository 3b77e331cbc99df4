import ArgumentParser

@main
struct Bold: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "bold")
}

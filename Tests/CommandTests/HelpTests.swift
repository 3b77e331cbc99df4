import Foundation
import Testing

struct HelpTests {
  @Test(arguments: ["check", "build", "query", "export", "audit", "explore", "catalogue", "sample"])
  func everyCommandHelpsWithExamples(command: String) throws {
    let help = try BoldCommand.run(command, "--help")
    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    #expect(help.output.contains("Examples:\n  "))
    #expect(help.output.contains("bold \(command)"))
    #expect(help.output.contains("Exit status: 0"))
    let list = try BoldCommand.run("--help")
    #expect(list.status == 0)
    #expect(list.output.contains("\n  \(command) "))
  }

  @Test func versionIsOneLine() throws {
    let outcome = try BoldCommand.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    ["quer"], ["query"], ["build"], ["query", "--format", "xml", "x"], ["export", "x"],
  ])
  func wrongCommandLinesEndWithTwo(arguments: [String]) throws {
    let outcome = try BoldCommand.shell("\"$BOLD\" \(arguments.joined(separator: " "))")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Error:") || outcome.errors.hasPrefix("bold: "))
    #expect(outcome.errors.contains("--help") || outcome.errors.contains("--store"))
  }

  @Test func manualAndCompletionsAreNotStale() throws {
    let folder = BoldCommand.root + "/docs/"
    for (file, arguments) in [
      ("man/bold.1", "generate-manual"),
      ("completions/bold.bash", "--generate-completion-script bash"),
      ("completions/_bold", "--generate-completion-script zsh"),
      ("completions/bold.fish", "--generate-completion-script fish"),
      ("data-dictionary.md", "generate-dictionary '\(BoldCommand.root)/SampleData'"),
    ] {
      let generated = try BoldCommand.shell("\"$BOLD\" \(arguments)")
      #expect(generated.status == 0)
      let stored = try String(contentsOfFile: folder + file, encoding: .utf8)
      let isFresh = stored == generated.output
      #expect(isFresh, "docs/\(file) is stale: run make docs")
    }
  }

  @Test(.enabled(if: BoldCommand.found("groff"), "groff is not installed"))
  func manualRendersWithoutWarnings() throws {
    let outcome = try BoldCommand.shell("\"$BOLD\" generate-manual | groff -man -ww -z")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
  }

  @Test func bashReadsTheCompletions() throws {
    let outcome = try BoldCommand.shell(
      "\"$BOLD\" --generate-completion-script bash > /dev/null && "
        + "bash -n '\(BoldCommand.root)/docs/completions/bold.bash'")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
  }
}

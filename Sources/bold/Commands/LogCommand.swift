import ArgumentParser
import DisclosureControl
import Tables

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Print an audit log, or verify that nothing in it was changed.",
    discussion: """
      A log has a line for every session, query and export: when, who, for which project, what was \
      asked, and the hash of the table, or why it was refused. Never a count. Every line holds the \
      hash of the one before. That shows a line that was changed, removed, added or moved; it cannot \
      show that lines at the end were cut off, or that all of it was written anew. Keep the head that \
      --verify prints where the log's writer cannot reach it, and give it next time with --head.

      Examples:
        bold log store.log
        bold log --verify store.log
        bold log --verify --head 120:9f86d081884c7d65... store.log

      Exit status: 0 printed or unbroken, 1 the chain is broken, 2 the log cannot be read.
      """)

  @Flag(help: "Say whether the chain is unbroken, and print its head.")
  var verify = false

  @Option(
    help: ArgumentHelp(
      "The head of an earlier reading, which has to be in the log still.",
      valueName: "number:hash"))
  var head: String?

  @Argument(help: "The file of the log.", completion: .file())
  var file: String

  func validate() throws {
    if head != nil, !verify { throw ValidationError("--head goes with --verify.") }
  }

  func run() throws {
    let reading = try read()
    if !verify {
      try StandardStreams.write(reading.lines.map { $0 + "\n" }.joined())
    }
    if let problem = reading.problem {
      throw CommandFailure(.refused, "The log is broken. \(problem)")
    }
    guard verify else { return }
    try StandardStreams.write(
      reading.head.map {
        """
        The log is unbroken. Head: \($0)
        That lines after it were cut off, or all written anew, shows only beside a head kept elsewhere.

        """
      } ?? "The log is empty.\n")
  }

  private func read() throws(CommandFailure) -> AuditLog.Reading {
    do throws(AuditLogError) {
      return try AuditLog.read(file, head: head)
    } catch {
      throw CommandFailure(.unusable, SafeText.shown(error.readingText))
    }
  }
}

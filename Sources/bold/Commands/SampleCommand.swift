import ArgumentParser
import SyntheticPackage
import Tables

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Write a data package of invented people.",
    discussion: """
      The same number of persons and the same seed give the same bytes everywhere. The package has \
      the faults of real linked data, and everything made from it says that it is synthetic.

      Examples:
        bold sample --output sample
        bold sample --persons 200000 --seed 7 --output large
        bold sample --source-records --output work/sample

      Exit status: 0 written, 2 the folder or command line cannot be used.
      """)

  @Option(help: "How many persons have records.")
  var persons = 20_000

  @Option(help: "Which of all packages of this size.")
  var seed: UInt64 = 1

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder of the package; it must be new or empty.", valueName: "dir"),
    completion: .directory)
  var output: String

  @Flag(
    help: ArgumentHelp(
      "Also write person records as separate systems hold them, with their errors, and the truth "
        + "about them: into source_records beside the package, never into it."))
  var sourceRecords = false

  func run() throws {
    try write()
    try StandardStreams.write("Wrote \(SafeText.shown(output))\n")
    if sourceRecords {
      let path = SyntheticPackage.sourceRecords(beside: output)
      try StandardStreams.write("Wrote \(SafeText.shown(path))\n")
    }
  }

  private func write() throws(CommandFailure) {
    let line = ProgressLine()
    defer { line.finish() }
    do throws(SyntheticPackageError) {
      try SyntheticPackage.write(
        to: output, persons: persons, seed: seed, sourceRecords: sourceRecords
      ) { done in
        line.show("Writing persons", done: done, total: persons) { _ in DecimalText.grouped(done) }
      }
    } catch {
      line.finish()
      throw CommandFailure(.unusable, SafeText.shown(error.description))
    }
  }
}

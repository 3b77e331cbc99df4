import ArgumentParser
import CohortModel
import TableExport
import Tables

struct QueryCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Print the protected table that answers a query.",
    discussion: """
      Examples:
        bold query reoffending rows sex columns age
        bold query 'reoffending rows area where sex=F measure share reoffended'
        bold query --format csv victims rows stage > stages.csv
        bold query --explain substance_misuse rows sex measure median sentenced to engaged
        bold query --set annual

      Exit status: 0 answered, 1 the query is wrong or refused, 2 the store or command line cannot \
      be used.
      """)

  @OptionGroup var storeOptions: StoreOptions

  @Option(help: "How the table is written.")
  var format = Format.text

  @Flag(help: "Add how the query was understood and what each sign in the table means.")
  var explain = false

  @Flag(help: "Put heading and legend above CSV, in lines that begin with #.")
  var comments = false

  @OptionGroup var query: QueryArguments

  func validate() throws {
    if explain, format != .text {
      throw ValidationError("--explain goes with --format text.")
    }
    if comments, format != .csv {
      throw ValidationError("--comments goes with --format csv.")
    }
    if query.set != nil, format == .csv {
      throw ValidationError(
        "CSV holds one table: bold export --set writes a file for each, and --format json all.")
    }
  }

  func run() throws {
    let (service, catalogue) = try storeOptions.open()
    let queries = try query.queries(of: catalogue.package)
    // Nothing is printed before all of them are answered.
    let answers = try queries.map { asked in
      try answer(to: asked.query, text: asked.text, of: service, package: catalogue.package)
    }
    try StandardStreams.write(query.set == nil ? answers[0] : joined(answers))
  }

  /// The tables of a set: one after another, or the items of a JSON array.
  private func joined(_ answers: [[UInt8]]) -> [UInt8] {
    switch format {
    case .text, .csv: Array(answers.joined(separator: Array("\n".utf8)))
    case .json:
      Array("[\n".utf8) + answers.joined(separator: Array(",\n".utf8)) + Array("]\n".utf8)
    }
  }

  private func answer(
    to cohortQuery: CohortQuery, text: String, of service: any TableService, package: DataPackage
  ) throws(CommandFailure) -> [UInt8] {
    do throws(ServiceError) {
      let table = try service.table(for: cohortQuery)
      switch format {
      case .csv:
        return comments ? CSVFormat.commentedBytes(of: table) : CSVFormat.bytes(of: table)
      case .json:
        return TableDocument.bytes(of: table)
      case .text:
        let explanation =
          explain ? try Explanation.text(of: table, package: package, service: service) : ""
        return Array((TextFormat.text(of: table) + explanation).utf8)
      }
    } catch {
      throw CommandFailure(error, query: text)
    }
  }
}

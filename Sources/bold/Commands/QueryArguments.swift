import ArgumentParser
import CohortModel
import TableExport
import Tables

/// The words of a query, as the shell hands them over, or the name of a table set.
struct QueryArguments: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Every table of this table set of the policy (bold catalogue names them), in place of a query.",
      valueName: "name"))
  var set: String?

  @Argument(
    help: ArgumentHelp(
      "The query: pilot, then clauses (docs/query.md). Put single quotes around all of it where it "
        + "holds double quotes or spaces in names.", valueName: "query"))
  var words: [String] = []

  var text: String { words.joined(separator: " ") }

  func validate() throws {
    if set != nil, !words.isEmpty {
      throw ValidationError("Give a query or --set, not both.")
    }
    if set == nil, words.isEmpty {
      throw ValidationError("Missing expected argument '<query> ...'")
    }
  }

  /// The query, or those of the set in its order, each with the text that it is reported with.
  func queries(
    of package: DataPackage
  ) throws(CommandFailure) -> [(query: CohortQuery, text: String)] {
    guard let set else { return [(try query(of: package), text)] }
    guard let declared = package.policy.tableSet(set) else {
      let names = package.policy.tableSets.map(\.name)
      throw CommandFailure(
        .refused,
        SafeText.shown(
          "There is no table set \u{201C}\(set)\u{201D} here. "
            + (names.isEmpty
              ? "The policy names none." : "Table sets: \(names.joined(separator: ", ")).")))
    }
    return declared.queries.map { ($0, $0.text) }
  }

  private func query(of package: DataPackage) throws(CommandFailure) -> CohortQuery {
    do throws(QueryProblem) {
      return try CohortQuery(text: text, package: package)
    } catch {
      var failure = CommandFailure(error, query: text)
      // Whoever types them without more has them taken away, and would read the same again.
      if error.message.contains("quotation marks"), !text.contains("\"") {
        failure.message +=
          "\nShells take quotation marks away: put single quotes around the whole query."
      }
      throw failure
    }
  }
}

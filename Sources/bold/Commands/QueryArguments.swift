import ArgumentParser
import CohortModel

/// The words of a query, as the shell hands them over.
struct QueryArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The query: pilot, then clauses (docs/query.md). Put single quotes around all of it where it "
        + "holds double quotes or spaces in names.", valueName: "query"))
  var words: [String]

  var text: String { words.joined(separator: " ") }

  func query(of package: DataPackage) throws(CommandFailure) -> CohortQuery {
    do throws(QueryProblem) {
      return try CohortQuery(text: text, package: package)
    } catch {
      throw CommandFailure(error, query: text)
    }
  }
}

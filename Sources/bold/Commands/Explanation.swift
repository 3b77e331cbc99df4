import CohortModel
import TableExport
import Tables

/// How a query was understood, and what the signs of its table mean: from descriptors, policy and
/// the protected table alone.
enum Explanation {
  static func text(
    of table: ProtectedTable, package: DataPackage, service: any TableService
  ) throws(ServiceError) -> String {
    let plan: TablePlan
    do throws(QueryProblem) {
      plan = try TablePlan(table.query, package: package, session: service.session)
    } catch {
      throw .refused(error)
    }
    var lines = ["", "Query: " + table.query.text, "Counted: \(table.heading.unit)"]
    lines.append("Dimensions that are counted and protected together:")
    for dimension in plan.dimensions {
      lines.append("  \(dimension.label): \(dimension.structure.nodes.count) codes")
    }
    lines.append("Cells, margins included: \(DecimalText.grouped(plan.cellCount))")
    let signs: [CellValue] = [.confidential, .low, .notAvailable, .notApplicable]
    for sign in signs where table.cells.contains(sign) {
      lines.append("\(sign.text)  \(try service.explanation(of: sign, in: table))")
    }
    lines += coarserTables(than: table, package: package, service: service)
    return lines.map { SafeText.shown($0) + "\n" }.joined()
  }

  /// What would show more, as queries that can be asked.
  private static func coarserTables(
    than table: ProtectedTable, package: DataPackage, service: any TableService
  ) -> [String] {
    guard table.cells.contains(.confidential), let pilot = package.pilot(table.query.pilot) else {
      return []
    }
    let proposals = Coarsening.proposals(for: table, of: pilot) { query in
      (try? TablePlan(query, package: package, session: service.session)) != nil
    }
    guard !proposals.isEmpty else { return ["No coarser table can be expected to show more."] }
    return ["Coarser tables that show more. " + Coarsening.caution]
      + proposals.flatMap { ["  \($0.text): \($0.expectation)", "    \($0.query.text)"] }
  }
}

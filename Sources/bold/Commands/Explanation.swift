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
    return lines.map { SafeText.shown($0) + "\n" }.joined()
  }
}

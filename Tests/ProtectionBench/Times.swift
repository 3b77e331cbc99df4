import CohortModel
import ColumnStore
import DisclosureControl
import Foundation
import Tables

/// The times beside every pathway of a store, without groups and by each variable of few codes, beside
/// each median asked for by itself. Reads nothing but what is published.
struct Times {
  let store: String

  private struct Figures {
    var medians = 0
    var shown = 0
    var bins = 0
    var shownBins = 0

    mutating func add(_ table: ProtectedTable) {
      let view = TableView(table)
      for column in view.columns.indices {
        guard let total = view.values(page: 0, row: 0, column: column).first, total.sign == nil
        else { continue }
        medians += 1
        if case .days = view.figure(page: 0, row: 0, column: column) { shown += 1 }
        for value in view.values(page: 0, row: 0, column: column).dropFirst() {
          bins += 1
          if value.sign == nil { shownBins += 1 }
        }
      }
    }

    var text: String { "\(shown) of \(medians) | \(shownBins) of \(bins)" }
  }

  func run(_ asked: [String]) throws {
    let source = try CohortStore.open(store)
    let session = try source.package.session(for: .ofThisProcess())
    var texts = asked
    if texts.isEmpty {
      for pilot in source.package.pilots where pilot.stages.count > 1 {
        texts.append("\(pilot.name) rows stage")
        for variable in pilot.variables {
          texts.append("\(pilot.name) rows stage columns \"\(variable.name)\"")
        }
      }
    }
    print("| pathway | groups | ms | times ms | medians | bins | one by one ms | medians | bins |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: | --: |")
    for text in texts {
      let query = try CohortQuery(text: text)
      let release = Release(source: source, session: session)
      var pathway: ProtectedTable?
      var groups = 0
      let first = seconds {
        pathway = try? release.table(for: query)
        groups = pathway.map { TableView($0).columns.count } ?? 0
      }
      guard pathway != nil, (1...24).contains(groups) else { continue }
      var (together, alone) = (Figures(), Figures())
      var tables: [ProtectedTable] = []
      let beside = try seconds { tables = try release.times(beside: query) }
      for table in tables { together.add(table) }
      let single = try seconds {
        for table in tables { alone.add(try release.table(for: table.query)) }
      }
      func ms(_ seconds: Double) -> String { String(format: "%.0f", 1_000 * seconds) }
      print(
        "| `\(text)` | \(groups) | \(ms(first)) | \(ms(beside)) | \(together.text) | \(ms(single)) |"
          + " \(alone.text) |")
    }
  }
}

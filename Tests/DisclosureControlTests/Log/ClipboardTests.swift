import CohortModel
import Foundation
import Tables
import Testing

@testable import DisclosureControl

/// Copies to a terminal's clipboard are exports: logged, and refused where the policy allows none.
@Suite struct ClipboardTests {
  private let query = CohortQuery(pilot: "p", rows: [AxisVariable("sex")])

  private func release(clipboard: Bool?, log path: String) throws -> Release {
    var policy = DisclosurePolicy.standard
    policy.clipboard = clipboard
    let source = SmallSource(persons: 300, seed: 4, policy: policy)
    return Release(source: source, log: try AuditLog(path: path))
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "bold-clipboard-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder + "/log")
  }

  @Test(arguments: [nil, true]) func aCopyIsLoggedAsAnExport(clipboard: Bool?) throws {
    try inFolder { path in
      let table = try release(clipboard: clipboard, log: path)
        .export(query, as: DisclosurePolicy.clipboardFormat)
      let entries = try AuditLog(path: path).entries(from: 0).entries
      #expect(entries.count == 1)
      #expect(entries.allSatisfy { $0.kind == .export && $0.format == "clipboard" })
      #expect(entries.first?.table == table.certificate.hash)
      #expect(entries.first?.outcome == .answered)
    }
  }

  @Test func aPolicyForbidsCopiesAndNothingElse() throws {
    try inFolder { path in
      let release = try release(clipboard: false, log: path)
      do throws(ServiceError) {
        _ = try release.export(query, as: "clipboard")
        Issue.record("a copy was handed out")
      } catch {
        guard case .refused(let problem) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(problem.message.contains("no copies to a clipboard"))
      }
      #expect(throws: ServiceError.self) {
        try release.export(query, at: LinkLevel.allCases, as: "clipboard")
      }
      _ = try release.table(for: query)
      _ = try release.export(query, as: "csv")
      let entries = try AuditLog(path: path).entries(from: 0).entries
      #expect(entries.map(\.outcome) == [.refused, .refused, .answered, .answered])
      #expect(entries.map(\.format) == ["clipboard", "clipboard", nil, "csv"])
      #expect(entries.prefix(2).allSatisfy { $0.table == nil })
    }
  }
}

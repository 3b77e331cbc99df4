import CohortModel
import Glibc
import Tables
import TerminalCore

/// What the explorer asks of the service and of the disk, done where it is called.
struct EffectWork: Sendable {
  let service: any TableService
  let exporter: any TableWriting

  /// The answer to an effect; nil where none is waited for.
  func answer(to effect: Effect) -> Input? {
    switch effect {
    case .fetch(let id, let query, _):
      .fetched(id, result { () throws(ServiceError) in try service.table(for: query) })
    case .compare(let id, let query):
      .compared(
        id,
        result { () throws(ServiceError) in
          try service.tables(for: query, at: LinkLevel.allCases)
        })
    case .explain(let id, let value, let table):
      .explained(
        id,
        result { () throws(ServiceError) in try service.explanation(of: value, in: table) })
    case .export(let id, let query, let path, let overwrite):
      .exported(
        id,
        result { () throws(ExportFailure) in
          try export(query, to: path, overwrite: overwrite)
        })
    case .copy(let id, let query, _):
      // Taking figures away by the clipboard is an export, and logged as one.
      .copied(
        id,
        result { () throws(ServiceError) in _ = try service.export(query, as: "clipboard") })
    case .record(let lines): .recorded(lines, problem: StateFolder.append(lines))
    case .changeViews(let id, _):
      .viewsChanged(id, .failure(.system("views are saved on the full screen alone")))
    case .cancel, .repaint, .suspend, .quit: nil
    }
  }

  private func export(
    _ query: CohortQuery, to path: String, overwrite: Bool
  ) throws(ExportFailure) -> WrittenExport {
    let table: ProtectedTable
    do throws(ServiceError) {
      table = try service.export(query, as: "csv")
    } catch {
      throw .service(error)
    }
    do throws(ExportFailure) {
      return try exporter.write(table, to: path, overwrite: overwrite)
    } catch {
      do throws(ServiceError) {
        try service.exportFailed(table, as: "csv")
      } catch {
        throw .service(error)
      }
      throw error
    }
  }

  private func result<Value, Failure>(
    _ work: () throws(Failure) -> Value
  ) -> Result<Value, Failure> {
    do throws(Failure) {
      return .success(try work())
    } catch {
      return .failure(error)
    }
  }
}

/// When a copy was made, as the last line of it (G09).
enum CopyTime {
  static func line() -> String {
    var seconds = time(nil)
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return "" }
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self) + "\n"
  }
}

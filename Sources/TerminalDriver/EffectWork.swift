import CohortModel
import Glibc
import Tables
import TerminalCore

/// What the explorer asks of the service and of the disk, done where it is called.
struct EffectWork: Sendable {
  let service: any TableService
  let exporter: any TableWriting
  /// Where views are saved.
  var folder: StateFolder?

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
    case .times(let id, let query):
      .timed(id, result { () throws(ServiceError) in try service.times(beside: query) })
    case .explain(let id, let value, let table):
      .explained(
        id,
        result { () throws(ServiceError) in try service.explanation(of: value, in: table) })
    case .export(let id, let exported, let path, let overwrite):
      .exported(
        id,
        result { () throws(ExportFailure) in
          try export(exported, to: path, overwrite: overwrite)
        })
    case .copy(let id, let exported, _):
      // Taking figures away by the clipboard is an export, and logged as one.
      .copied(
        id,
        result { () throws(ServiceError) in
          _ = try tables(exported, as: DisclosurePolicy.clipboardFormat)
        })
    case .record(let lines): .recorded(lines, problem: StateFolder.append(lines))
    case .changeViews(let id, let change):
      .viewsChanged(id, StateFolder.change(change, in: folder))
    case .cancel, .repaint, .suspend, .quit: nil
    }
  }

  /// What is taken away, once the service has logged it.
  private func tables(
    _ exported: Exported, as format: String
  ) throws(ServiceError) -> [ProtectedTable] {
    switch exported {
    case .table(let query): [try service.export(query, as: format)]
    case .levels(let query): try service.export(query, at: LinkLevel.allCases, as: format)
    }
  }

  private func export(
    _ exported: Exported, to path: String, overwrite: Bool
  ) throws(ExportFailure) -> WrittenExport {
    let tables: [ProtectedTable]
    do throws(ServiceError) {
      tables = try self.tables(exported, as: "csv")
    } catch {
      throw .service(error)
    }
    do throws(ExportFailure) {
      return try exporter.write(tables, to: path, overwrite: overwrite)
    } catch {
      do throws(ServiceError) {
        for table in tables { try service.exportFailed(table, as: "csv") }
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

import CohortModel
import Glibc
import TableExport
import Tables
import TerminalCore

/// A recorded session that runs again without a terminal.
struct Replay {
  let recording: Recording
  let service: any TableService
  let catalogue: Catalogue
  /// Where exports are written; nil: they are compared alone.
  let folder: String?

  /// What is being looked at: the table of a query, or its tables at all link levels.
  private var shown: (exported: Exported, tables: [ProtectedTable])?
  private var written: Set<String> = []

  init(
    recording: Recording, service: any TableService, catalogue: Catalogue, folder: String?
  ) {
    self.recording = recording
    self.service = service
    self.catalogue = catalogue
    self.folder = folder
  }

  /// Runs every step, telling each in a line.
  ///
  /// - Returns: whether nothing differs and nothing was refused.
  mutating func run(_ say: (String) throws -> Void) throws -> Bool {
    if let release = recording.release, release != catalogue.release {
      try say("The recording is of release \(release), the store of \(catalogue.release).")
    }
    let project = catalogue.session?.project.id
    if let recorded = recording.project, recorded != project {
      try say("The recording is of project \(recorded), this session of \(project ?? "none").")
    }
    var isSame = true
    for step in recording.steps {
      let outcome = try run(step)
      try say("\(step.line)  \(step.text)  \u{2192}  \(outcome.text)")
      isSame = isSame && outcome.isSame
    }
    return isSame
  }

  private struct Outcome {
    var isSame: Bool
    var text: String

    static func done(_ text: String) -> Outcome { Outcome(isSame: true, text: text) }
    static func differs(_ text: String) -> Outcome { Outcome(isSame: false, text: text) }
  }

  private mutating func run(_ step: Recording.Step) throws(CommandFailure) -> Outcome {
    switch step.action {
    case .home:
      shown = nil
      return .done("home")
    case .pilot(let name):
      shown = nil
      return catalogue.package.pilot(name) == nil
        ? .differs("there is no such pilot any more") : .done("pilot")
    case .query(let query): return try ask(.table(query))
    case .levels(let query): return try ask(.levels(query))
    case .setting(let name, let value): return setting(name, value)
    case .export(let record): return try export(record)
    }
  }

  private mutating func ask(_ exported: Exported) throws(CommandFailure) -> Outcome {
    shown = nil
    do throws(ServiceError) {
      switch exported {
      case .table(let query):
        shown = (exported, [try service.table(for: query)])
        return .done("table")
      case .levels(let query):
        shown = (exported, try service.tables(for: query, at: LinkLevel.allCases))
        return .done("table at every link level")
      }
    } catch {
      return try refused(error)
    }
  }

  /// A refusal is a difference; a store that cannot be read ends the replay.
  private func refused(_ error: ServiceError) throws(CommandFailure) -> Outcome {
    guard case .refused(let problem) = error else { throw CommandFailure(error) }
    return .differs("table not available: \(problem.description)")
  }

  /// A view changes no cell of what is exported: what can be said is whether the table has it.
  private func setting(_ name: String, _ value: String?) -> Outcome {
    guard let table = shown?.tables.first else {
      return .differs("there is no table to look at")
    }
    guard let value else { return .done("as before") }
    let view = TableView(table)
    let count: Int
    switch name {
    case "sort", "sort-descending": count = view.columns.count
    case "page": count = view.pages.count
    case "percent":
      return TableView.PercentageBase(rawValue: value) != nil && view.isCount
        ? .done("seen so") : .differs("this table has no such percentages")
    default: return .done("seen so")
    }
    guard let place = Int(value), (1...max(1, count)).contains(place) else {
      return .differs("this table has no such place")
    }
    return .done("seen so")
  }

  // MARK: Exports

  private mutating func export(_ record: ExportRecord) throws(CommandFailure) -> Outcome {
    guard let shown else { return .differs("not written: there is no table to export") }
    let tables: [ProtectedTable]
    do throws(ServiceError) {
      switch shown.exported {
      case .table: tables = [try service.export(shown.tables[0].query, as: "csv")]
      case .levels(let query):
        tables = try service.export(query, at: LinkLevel.allCases, as: "csv")
      }
    } catch {
      return try refused(error)
    }
    let path = try write(tables, named: record.path)
    let place = path.map { ", written to \($0)" } ?? ""
    let hash = TableFiles.hash(of: tables)
    guard let recorded = record.hash else {
      return .done("no hash was recorded; now sha256=\(hash)\(place)")
    }
    guard recorded != hash else { return .done("the same table\(place)") }
    return .differs("another table: \(explanation(of: record, tables[0]))\(place)")
  }

  /// Why the file of a table is another one than before, as far as it can be known.
  private func explanation(of record: ExportRecord, _ table: ProtectedTable) -> String {
    var reasons: [String] = []
    if let release = record.release ?? recording.release, release != table.heading.release {
      reasons.append("release \(release) then, \(table.heading.release) now")
    }
    let certificate = table.certificate
    if let profile = record.profile, profile != certificate.profile {
      reasons.append("profile \(profile) then, \(certificate.profile) now")
    }
    if let minimum = record.minimumFrequency, minimum != certificate.minimumFrequency {
      reasons.append(
        "minimum frequency \(minimum) then, \(certificate.minimumFrequency) now")
    }
    if let base = record.roundingBase, base != certificate.roundingBase {
      reasons.append("rounded to \(base) then, to \(certificate.roundingBase) now")
    }
    guard reasons.isEmpty else { return reasons.joined(separator: "; ") }
    return
      "release, profile and rounding are those of the recording, so the policy's other rules, its "
      + "table sets or the key of the store's hidden zeros are others, or the hash was changed"
  }

  /// Writes below the folder, under the file's own name; a number is added where the recording has
  /// the name more than once.
  private mutating func write(
    _ tables: [ProtectedTable], named recorded: String
  ) throws(CommandFailure) -> String? {
    guard let folder else { return nil }
    let last = recorded.split(separator: "/").last.map(String.init) ?? ""
    var name = last.hasSuffix(".csv") ? String(last.dropLast(4)) : last
    if name.isEmpty || name.hasPrefix(".") { name = "table" + name }
    var free = name
    var number = 2
    while !written.insert(free).inserted {
      free = "\(name)-\(number)"
      number += 1
    }
    do throws(ExportError) {
      let paths = try TableFiles.write(
        tables, to: "\(folder)/\(free).csv", created: Int(time(nil)))
      return paths.first
    } catch {
      do throws(ServiceError) {
        for table in tables { try service.exportFailed(table, as: "csv") }
      } catch {
        throw CommandFailure(error)
      }
      throw CommandFailure(.unusable, CommandFailure(error).message)
    }
  }
}

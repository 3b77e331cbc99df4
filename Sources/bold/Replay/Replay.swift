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

  /// The table that is being looked at.
  private var table: ProtectedTable?
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
      table = nil
      return .done("home")
    case .pilot(let name):
      table = nil
      return catalogue.package.pilot(name) == nil
        ? .differs("there is no such pilot any more") : .done("pilot")
    case .query(let query): return try ask(query)
    case .setting(let name, let value): return setting(name, value)
    case .export(let record): return try export(record)
    }
  }

  private mutating func ask(_ query: CohortQuery) throws(CommandFailure) -> Outcome {
    table = nil
    do throws(ServiceError) {
      table = try service.table(for: query)
      return .done("table")
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
    guard let table else { return .differs("there is no table to look at") }
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
    guard let shown = table else { return .differs("not written: there is no table to export") }
    let table: ProtectedTable
    do throws(ServiceError) {
      table = try service.export(shown.query, as: "csv")
    } catch {
      return try refused(error)
    }
    let path = try write(table, named: record.path)
    let place = path.map { ", written to \($0)" } ?? ""
    let hash = TableFiles.hash(of: table)
    guard let recorded = record.hash else {
      return .done("no hash was recorded; now sha256=\(hash)\(place)")
    }
    guard recorded != hash else { return .done("the same table\(place)") }
    return .differs("another table: \(explanation(of: record, table))\(place)")
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
    _ table: ProtectedTable, named recorded: String
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
        table, to: "\(folder)/\(free).csv", created: Int(time(nil)))
      return paths.first
    } catch {
      do throws(ServiceError) {
        try service.exportFailed(table, as: "csv")
      } catch {
        throw CommandFailure(error)
      }
      throw CommandFailure(.unusable, CommandFailure(error).message)
    }
  }
}

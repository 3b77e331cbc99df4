import Glibc
import Tables
import TerminalCore
import TerminalDriver
import TerminalFixture

/// The explorer over invented tables, for tests in a real terminal. `PROBE_DELAY_MS` makes every
/// table take so long; `PROBE_TRAP` makes the first one a fault that is no pathway; `PROBE_TOUR` offers
/// the tour. Arguments: `cy`, `plain`, `grid`, `mouse`; `x=filter` gives the filter the key x and takes
/// it from the swapping of axes.
@main
struct ExplorerProbe {
  static func main() {
    let delay = getenv("PROBE_DELAY_MS").flatMap { UInt32(String(cString: $0)) } ?? 0
    let traps = getenv("PROBE_TRAP") != nil
    let service = FixtureService { query in
      if delay > 0 { usleep(delay * 1000) }
      if traps, !query.rows.isEmpty, !query.rows.contains(where: { $0.name == "stage" }) {
        fatalError("asked for by PROBE_TRAP")
      }
    }
    let words = Set(CommandLine.arguments.dropFirst())
    var options = ExplorerOptions(
      hasMouse: words.contains("mouse"), language: words.contains("cy") ? .welsh : nil,
      plainTable: words.contains("grid") ? .grid : .lines,
      offersTour: getenv("PROBE_TOUR") != nil)
    if words.contains("x=filter") {
      options.keys =
        (try? KeyBindings(changing: [.filter: [.character("x")], .swap: [.character("f")]]))
        ?? .standard
    }
    if words.contains("plain") {
      exit(PlainExplorer.run(service: service, exporter: TextWriter(), options: options))
    }
    Explorer.prepare()
    exit(Explorer.run(service: service, exporter: TextWriter(), options: options))
  }
}

/// Writes the counts alone: what is tested is who calls it, and with which name.
struct TextWriter: TableWriting {
  func write(
    _ tables: [ProtectedTable], to path: String, overwrite: Bool
  ) throws(ExportFailure) -> WrittenExport {
    if !overwrite, access(path, F_OK) == 0 { throw .exists(path) }
    guard let file = fopen(path, "w") else {
      throw .failed("\(path): \(String(cString: strerror(errno)))")
    }
    for cell in tables.flatMap(\.cells) { fputs(cell.text + "\n", file) }
    fclose(file)
    return WrittenExport(paths: [path], hash: String(repeating: "0", count: 64))
  }
}

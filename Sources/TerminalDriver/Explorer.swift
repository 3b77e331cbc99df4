import CTerminalShim
import CohortModel
import Glibc
import Tables
import TerminalCore

/// The terminal explorer.
public enum Explorer {
  /// Call first thing in `main`, before any thread is started: signals are then read by the
  /// explorer's loop alone. `run` does it too.
  public static func prepare() {
    _ = bold_signals_block()
    bold_memory_guard()
  }

  /// Runs until the analyst leaves, or the terminal or a signal ends it. Nothing is kept.
  ///
  /// - Returns: 0; 1 where the service does not answer; 2 where the terminal cannot be used;
  ///   128 and the signal's number where one ended it.
  public static func run(
    service: any TableService, exporter: any TableWriting, options: ExplorerOptions = .init()
  ) -> Int32 {
    prepare()
    let term: String
    do {
      term = try Screen.check()
    } catch {
      complain(error.text)
      return 2
    }
    let catalogue: Catalogue
    do {
      catalogue = try service.catalogue()
    } catch {
      complain(reason(error))
      return 1
    }
    do {
      let screen = try Screen(term: term, options: options)
      let loop = ExplorerLoop(service: service, exporter: exporter, options: options)
      return loop.run(screen, catalogue)
    } catch {
      complain(error.text)
      return 2
    }
  }

  static func complain(_ text: String) {
    let line = "bold: \(SafeText.shown(text))\n"
    _ = line.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
  }

  static func reason(_ error: ServiceError) -> String {
    switch error {
    case .refused(let problem): problem.description
    case .storeUnusable(let reason): "The store cannot be read: \(reason)"
    case .unavailable(let reason): "The service does not answer: \(reason)"
    }
  }
}

import Glibc

/// A file that says that the tour was shown: `tour-seen`, empty, in the folder of the explorer's state.
enum TourMarker {
  private static let name = "tour-seen"

  /// Whether this is the first start. Puts the marker there: of two explorers that start at once, one is
  /// the first. Where it cannot be put no tour is shown, since it would be shown at every start.
  static func isFirstStart(in folder: String) -> Bool {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/\(part)"
      _ = mkdir(path, 0o700)
    }
    let file = open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    close(file)
    return true
  }

  /// `$XDG_STATE_HOME/bold`, or `~/.local/state/bold`; nil where neither is known. A relative path is
  /// ignored (XDG Base Directory Specification).
  static var standardFolder: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    return variable("XDG_STATE_HOME").map { $0 + "/bold" }
      ?? variable("HOME").map { $0 + "/.local/state/bold" }
  }
}

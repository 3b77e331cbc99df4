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
}

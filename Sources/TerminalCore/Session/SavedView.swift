import CohortModel
import Tables

/// A view under a name that an analyst gave it.
public struct SavedView: Hashable, Sendable {
  public let name: String
  let place: ScreenPlace

  static let longestName = 60

  /// The name as it is kept; nil where it is none: empty, too long, or with a character that cannot
  /// be seen.
  static func name(_ typed: some StringProtocol) -> String? {
    let name = typed.split(separator: " ").joined(separator: " ")
    guard !name.isEmpty, name.count <= longestName, SafeText.shown(name) == name else { return nil }
    return name
  }
}

/// A change of the views that are saved.
public enum SavedViewsChange: Hashable, Sendable {
  /// Nothing is changed where the name is taken.
  case save(SavedView)
  case forget(String)
}

/// The file of saved views, and how it changes.
public struct SavedViewsFile: Hashable, Sendable {
  var views: [SavedView] = []

  private static let magic = "bold views 1"

  /// Reads a file of saved views, or begins one.
  ///
  /// - Throws: why it cannot be read.
  public init(text: String?, identity: SessionIdentity) throws(KeptTextProblem) {
    guard let text else { return }
    var lines = KeptLines(text)
    try lines.begin(SavedViewsFile.magic, identity)
    while let line = lines.next() {
      guard line.hasPrefix("view "), let name = KeptText.read(line.dropFirst(5)),
        SavedView.name(name) == name, !views.contains(where: { $0.name == name }),
        let place = lines.next().flatMap({ ScreenPlace(text: String($0)) }), place.query != nil
      else { throw lines.problem }
      views.append(SavedView(name: name, place: place))
    }
  }

  /// What the file holds after a change.
  ///
  /// - Throws: `nameTaken`, `nameUnknown`.
  public mutating func apply(_ change: SavedViewsChange) throws(KeptTextProblem) {
    switch change {
    case .save(let view):
      guard !views.contains(where: { $0.name == view.name }) else { throw .nameTaken(view.name) }
      views.append(view)
      views.sort { $0.name < $1.name }
    case .forget(let name):
      guard let place = views.firstIndex(where: { $0.name == name }) else {
        throw .nameUnknown(name)
      }
      views.remove(at: place)
    }
  }

  public func text(identity: SessionIdentity) -> String {
    var lines = [SavedViewsFile.magic] + identity.lines
    for view in views { lines += ["view \(KeptText.escaped(view.name))", view.place.text] }
    return lines.map { $0 + "\n" }.joined()
  }
}

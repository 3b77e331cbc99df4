import CohortModel
import Tables

/// What a session is about: one that was kept is offered for the same alone.
public struct SessionIdentity: Hashable, Sendable {
  /// The store's path, or the service's name.
  public var store: String
  public var package: String
  /// Empty where the package needs no session.
  public var project: String
  public var user: String

  public init(store: String, catalogue: Catalogue) {
    self.store = store
    package = catalogue.package.name
    project = catalogue.session?.project.id ?? ""
    user = catalogue.session?.user.id ?? ""
  }

  /// A name for files about this: 16 hex digits (FNV-1a), which tell stores apart and keep nothing
  /// secret.
  public var name: String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in [store, package, project, user].joined(separator: "\u{0}").utf8 {
      hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// How a file begins.
  var lines: [String] {
    [("store", store), ("package", package), ("project", project), ("user", user)].map {
      "\($0) \(KeptText.escaped($1))"
    }
  }
}

/// Why something that was kept cannot be used. Its text says what to do, and holds nothing of the
/// file but names.
public enum KeptTextProblem: Error, Hashable, Sendable {
  /// The line, from 1, that cannot be read.
  case damaged(line: Int)
  /// It is about another store, package, project or user.
  case foreign
  case nameTaken(String)
  case nameUnknown(String)
}

/// The lines of a kept file, with the number of the one that was read last.
struct KeptLines {
  private var rest: ArraySlice<Substring>
  private(set) var number = 0

  init(_ text: String) {
    rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    // A file that does not end with a line break was cut.
    if rest.last == "" { rest.removeLast() } else { rest = [] }
  }

  var problem: KeptTextProblem { .damaged(line: max(1, number)) }

  var peek: Substring? { rest.first }

  mutating func next() -> Substring? {
    number += 1
    return rest.popFirst()
  }

  /// The value of a line that begins with a word.
  mutating func value(of word: String) throws(KeptTextProblem) -> String {
    guard let line = next(), line.hasPrefix(word + " "),
      let value = KeptText.read(line.dropFirst(word.count + 1))
    else { throw problem }
    return value
  }

  mutating func begin(
    _ magic: String, _ identity: SessionIdentity
  ) throws(KeptTextProblem) {
    guard next().map(String.init) == magic else { throw problem }
    var own = identity
    own.store = try value(of: "store")
    own.package = try value(of: "package")
    own.project = try value(of: "project")
    own.user = try value(of: "user")
    guard own == identity else { throw .foreign }
  }
}

import CohortModel
import Tables

/// What was written for an export.
public struct WrittenExport: Hashable, Sendable {
  public var paths: [String]
  /// SHA-256 of the table's file, in hex.
  public var hash: String

  public init(paths: [String], hash: String) {
    self.paths = paths
    self.hash = hash
  }
}

/// What is kept of a table that was taken away: a hash of its file and how it was protected, and
/// none of its figures.
public struct ExportRecord: Hashable, Sendable {
  /// As it was typed.
  public var path: String
  /// SHA-256 of the file, in hex; nil where it is not known.
  public var hash: String?
  public var release: String?
  public var profile: String?
  public var minimumFrequency: Int?
  public var roundingBase: Int?

  init(path: String) { self.path = path }

  init(path: String, hash: String, table: ProtectedTable) {
    self.path = path
    self.hash = hash
    release = table.heading.release
    profile = table.certificate.profile
    minimumFrequency = table.certificate.minimumFrequency
    roundingBase = table.certificate.roundingBase
  }

  /// `tables/a.csv sha256=… release=… profile=10-5 minimum=10 base=5`
  var text: String {
    var words = [KeptText.escaped(path)]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty, !value.contains(" ") {
        words.append("\(name)=\(KeptText.escaped(value))")
      }
    }
    add("sha256", hash)
    add("release", release)
    add("profile", profile)
    add("minimum", minimumFrequency.map(String.init))
    add("base", roundingBase.map(String.init))
    return words.joined(separator: " ")
  }

  /// Reads the text form: a name, then what is known of the table. Nil where it is none.
  init?(text: some StringProtocol) {
    var words = String(text).split(separator: " " as Character, omittingEmptySubsequences: false)
      .map(String.init)
    var facts: [String: String] = [:]
    while words.count > 1, let last = words.last,
      let mark = last.firstIndex(of: "="),
      ExportRecord.names.contains(String(last[..<mark]))
    {
      guard let value = KeptText.read(last[last.index(after: mark)...]),
        facts.updateValue(value, forKey: String(last[..<mark])) == nil
      else { return nil }
      words.removeLast()
    }
    guard let path = KeptText.read(words.joined(separator: " ")[...]), !path.isEmpty else {
      return nil
    }
    self.init(path: path)
    hash = facts["sha256"]?.lowercased()
    if let hash, hash.utf8.count != 64 || !hash.allSatisfy(\.isHexDigit) { return nil }
    release = facts["release"]
    profile = facts["profile"]
    for (name, place) in [
      ("minimum", \ExportRecord.minimumFrequency), ("base", \ExportRecord.roundingBase),
    ] {
      guard let value = facts[name] else { continue }
      guard let number = Int(value), (0...1_000_000).contains(number) else { return nil }
      self[keyPath: place] = number
    }
  }

  private static let names: Set<String> = ["sha256", "release", "profile", "minimum", "base"]
}

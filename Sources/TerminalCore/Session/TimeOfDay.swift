/// An hour and minute, as the log of a session tells them.
public struct TimeOfDay: Hashable, Sendable {
  /// Since midnight, from 0 to 1439.
  let minutes: Int

  /// - Parameters:
  ///   - hour: from 0 to 23; others are brought into that.
  ///   - minute: from 0 to 59; others are brought into that.
  public init(hour: Int, minute: Int) {
    minutes = min(23, max(0, hour)) * 60 + min(59, max(0, minute))
  }

  /// Reads `14:05`; nil where it is no time.
  init?(text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  var text: String {
    let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return parts.joined(separator: ":")
  }
}

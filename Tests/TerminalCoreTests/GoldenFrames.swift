import Foundation
import Testing

@testable import TerminalCore

/// Compares a screen with the text file that holds it, `Frames/NAME.txt`. With `RECORD_FRAMES` set
/// in the environment the file is written and the test fails, so that nothing passes by recording.
func expectFrame(
  _ name: String, _ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation
) {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Frames/\(name).txt")
  let actual =
    frame.text + "\n(cursor at row \(frame.cursor.row + 1), column \(frame.cursor.column + 1))\n"
  if ProcessInfo.processInfo.environment["RECORD_FRAMES"] != nil {
    try? actual.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  guard actual != expected else { return }
  Issue.record(
    """
    The screen is not that of Frames/\(name).txt
    --- expected
    \(expected)--- actual
    \(actual)--- difference
    \(difference(expected, actual))
    """, sourceLocation: sourceLocation)
}

private func difference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  var lines: [String] = []
  for row in 0..<max(old.count, new.count) {
    let before = row < old.count ? String(old[row]) : nil
    let after = row < new.count ? String(new[row]) : nil
    guard before != after else { continue }
    if let before { lines.append("\(row + 1) - \(before)") }
    if let after { lines.append("\(row + 1) + \(after)") }
  }
  return lines.joined(separator: "\n")
}

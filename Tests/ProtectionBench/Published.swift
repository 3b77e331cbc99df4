import DisclosureControl
import Foundation
import Tables

/// How much of what could be published is published.
struct Published {
  private(set) var cells = 0
  private(set) var publishedCells = 0
  /// Cells of the minimum frequency or more.
  private(set) var large = 0
  private(set) var publishedLarge = 0
  private var persons = 0
  private var publishedPersons = 0

  mutating func add(_ values: [CellValue], persons counts: [Int], minimum: Int) {
    for (cell, value) in values.enumerated() {
      let isPublished = value != .confidential
      cells += 1
      publishedCells += isPublished ? 1 : 0
      persons += counts[cell]
      publishedPersons += isPublished ? counts[cell] : 0
      guard counts[cell] >= minimum else { continue }
      large += 1
      publishedLarge += isPublished ? 1 : 0
    }
  }

  static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "–" : String(format: "%.1f %%", 100 * Double(part) / Double(whole))
  }

  /// Of all cells, of those of the minimum frequency or more, and of persons in cells.
  var text: String {
    "\(Self.share(publishedCells, cells)) | \(Self.share(publishedLarge, large)) | "
      + Self.share(publishedPersons, persons)
  }
}

/// Seconds of processor that something takes in this thread: what others do on the machine is not
/// part of it.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
  let start = now()
  try body()
  return now() - start
}

/// SplitMix64: the same numbers on every machine. Source: Steele, Lea and Flood (2014).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

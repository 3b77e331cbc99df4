import Tables

/// What signs mean, in the one text that every cell with the sign gets. Which rule hid a cell is not
/// told: primary and secondary cells read the same.
struct SignTexts {
  private let minimum: Int
  private let base: Int
  private let noise: Int?
  private let precision: String

  init(_ certificate: PublicCertificate) {
    minimum = certificate.minimumFrequency
    base = certificate.roundingBase
    noise = certificate.maximumNoise
    let moved = (certificate.additiveSteps ?? 0) * certificate.roundingBase
    precision =
      moved > 0
      ? "rounded to the nearest \(base) and moved by \(moved) at most, so that they add up"
      : "rounded to the nearest \(base)"
        + (certificate.additiveSteps == nil ? ", each cell by itself" : "; they add up")
  }

  func explanation(of value: CellValue) -> String {
    switch value {
    case .confidential where noise != nil:
      "Confidential: fewer than \(minimum) persons with noise, or one of the zeros that are hidden with them."
    case .confidential:
      "Confidential: fewer than \(minimum) persons, or needed to protect such a cell."
    case .low: "Low: rounds to zero, but is not zero."
    case .notAvailable: "Not available."
    case .notApplicable: "Not applicable."
    case .count(0): "Zero: none."
    case .count where noise != nil: "With noise of at most \(noise ?? 0) either way."
    case .count: base > 1 ? "Rounded to the nearest \(base)." : "As counted."
    }
  }

  /// Signs and rules that apply to these cells, and no others.
  ///
  /// - Parameter withheld: what is not available before its follow-up is complete, in words.
  func legend(of cells: [CellValue], withheld: String? = nil) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    let signs: [(CellValue, String)] = [
      (.confidential, "[c]"), (.low, "[low]"), (.notAvailable, "[x]"), (.notApplicable, "[z]"),
    ]
    for (value, sign) in signs where cells.contains(value) {
      let text = explanation(of: value)
      entries.append(
        LegendEntry(sign: sign, meaning: value == .notAvailable ? withheld ?? text : text))
    }
    let hasCounts = cells.contains {
      if case .count(let count) = $0 { count != 0 } else { false }
    }
    if let noise, hasCounts {
      entries.append(
        LegendEntry(
          sign: "",
          meaning:
            "Counts carry noise of at most \(noise) either way, the same for a cell everywhere."
            + " Totals carry their own: they are not the sums of what stands under them."))
    }
    if base > 1, hasCounts {
      entries.append(
        LegendEntry(
          sign: "", meaning: "Counts are \(precision)."))
    }
    return entries
  }
}

import Tables

/// How much a figure is more or less at one link level than at another, from what is published at
/// both.
enum LevelChange: Hashable, Sendable {
  case count(Int)
  /// In percentage points.
  case points(Double)
  case days(Int)
  /// One of the figures is no number: the sign that stands there.
  case sign(CellValue)

  init(from first: Figure, to second: Figure) {
    switch (first, second) {
    case (.count(let first), .count(let second)): self = .count(second - first)
    case (.share(let first), .share(let second)):
      self = .points((second.proportion - first.proportion) * 100)
    case (.days(.within(let first, _, _)), .days(.within(let second, _, _))):
      self = .days(Int(second.rounded()) - Int(first.rounded()))
    case (.sign(let sign), _), (_, .sign(let sign)): self = .sign(sign)
    default: self = .sign(.notAvailable)
    }
  }

  /// With its sign: `+15`, `0`, `-0.3 pts`, `+2 d`, `[c]`.
  var text: String {
    switch self {
    case .count(let number): (number > 0 ? "+" : "") + DecimalText.grouped(number)
    case .points(let points):
      (DecimalText.tenths(points).hasPrefix("-") || DecimalText.tenths(points) == "0.0" ? "" : "+")
        + DecimalText.tenths(points) + " pts"
    case .days(let days): (days > 0 ? "+" : "") + DecimalText.grouped(days) + " d"
    case .sign(let value): value.text
    }
  }

  var role: StyleRole {
    if case .sign = self { .sign } else { .dim }
  }
}

/// When a magnitude says too much about its largest contributors, whatever their number: the (2, k)
/// rule and the p % rule.
///
/// Source: Hundepool et al., *Handbook on Statistical Disclosure Control*, 2nd ed., section 4.2.2.
public struct DominanceRule: Hashable, Codable, Sendable {
  /// k: unsafe where the two largest contributions are more than so many per cent of the cell.
  public var percent: Int
  /// p: unsafe where the second largest contributor can estimate the largest to within so many per
  /// cent.
  public var precision: Int

  public init(percent: Int = 90, precision: Int = 10) {
    self.percent = percent
    self.precision = precision
  }

  /// k = 90, p = 10. A policy may make both stricter.
  public static let standard = DominanceRule()
}

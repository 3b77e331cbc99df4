extension DisclosureProfile {
  /// Profiles that a policy can name.
  public static let named: [DisclosureProfile] = [
    .tenFive, .srsTen,
    DisclosureProfile(name: "opensafely-7-5", minimumFrequency: 8, roundingBase: 5),
    DisclosureProfile(name: "published-5", minimumFrequency: 5, roundingBase: 5),
    DisclosureProfile(name: "llc-10", minimumFrequency: 10, roundingBase: 1, zeros: .unsafe),
    .cellKey,
  ]

  public static func named(_ name: String) -> DisclosureProfile? {
    named.first { $0.name == name }
  }

  /// How many true counts the lowest published value stands for, where counts from
  /// `minimumFrequency` on are published; the rounding base for exact values.
  ///
  /// A base of 5 with a minimum of 6 publishes 6 and 7 as 5: two counts behind the lowest value.
  public func countsBehindLowestValue(minimumFrequency minimum: Int) -> Int {
    guard roundingBase > 1 else { return roundingBase }
    let lowest = rounded(minimum)
    return (minimum..<(minimum + 2 * roundingBase)).prefix { rounded($0) == lowest }.count
  }

  /// Whether rounding leaves at least three true counts behind the lowest published value. Exact
  /// values have nothing to hide behind and rely on suppression alone.
  public func isSound(minimumFrequency minimum: Int) -> Bool {
    roundingBase <= 1 || countsBehindLowestValue(minimumFrequency: minimum) >= 3
  }

  /// The lowest minimum from `minimum` on that is sound. With a base of 2, where no value stands
  /// for three counts, `minimum` itself.
  public func soundMinimum(from minimum: Int) -> Int {
    (minimum..<(minimum + max(1, roundingBase))).first { isSound(minimumFrequency: $0) } ?? minimum
  }

  private func rounded(_ count: Int) -> Int {
    (count + roundingBase / 2) / roundingBase * roundingBase
  }
}

extension PublicCertificate {
  /// The true counts that a published value can stand for, from the policy alone: rounding to the
  /// nearest multiple, and no count below the minimum but zero. nil for values that say nothing.
  ///
  /// Where the base is even, a count half way may have gone either way.
  public func range(of value: CellValue) -> ClosedRange<Int>? {
    let reach = max(roundingBase, 1) / 2
    switch value {
    case .count(0): return 0...0
    case .count(let count):
      let most = count + reach
      return min(max(count - reach, minimumFrequency, 1), most)...most
    case .low: return reach >= 1 ? 1...reach : nil
    case .confidential, .notAvailable, .notApplicable: return nil
    }
  }
}

import CohortModel

/// For each count the probabilities of what it is changed to: of all distributions over the allowed
/// targets with mean 0 and at most the given variance, the one of largest entropy.
///
/// After Giessing (2016) and the R package ptable. A target lies within the largest noise of the count
/// and is 0 or at least the lowest count. Below the count, probabilities do not fall towards it: a
/// count is rather changed a little than much. The rows of all counts beyond the last are that of the
/// last, whose targets lie evenly around it.
package struct PerturbationTable: Sendable {
  package struct Row: Sendable {
    package var count: Int
    /// Ascending.
    package var targets: [Int]
    package var probabilities: [Double]

    package var mean: Double { moment(1) }
    package var variance: Double { moment(2) - mean * mean }
    /// The probability that the count is not changed.
    package var stay: Double { zip(targets, probabilities).first { $0.0 == count }?.1 ?? 0 }

    private func moment(_ power: Int) -> Double {
      zip(targets, probabilities).reduce(0) { sum, entry in
        let noise = Double(entry.0 - count)
        return sum + entry.1 * (power == 1 ? noise : noise * noise)
      }
    }

    /// Where the interval of each target ends within 0 … 1, to eight decimal places: the same on every
    /// machine, whatever its last bits.
    package var upperBounds: [Double] {
      var sum = 0.0
      var bounds = probabilities.map { probability in
        sum += probability
        return (sum * 1e8).rounded() / 1e8
      }
      bounds[bounds.count - 1] = 1
      return bounds
    }
  }

  package let parameters: CellKeyParameters
  /// Rows of the counts 0, 1, … up to the first whose targets lie evenly around it.
  package let rows: [Row]

  /// - Parameters:
  ///   - unordered: counts whose probabilities need not rise towards the count.
  /// - Throws: `infeasible` where no such noise exists.
  package init(
    _ parameters: CellKeyParameters, unordered: Set<Int> = []
  ) throws(PerturbationTableError) {
    self.parameters = parameters
    if let fault = parameters.fault { throw .infeasible(fault) }
    let last =
      parameters.lowest == 1
      ? parameters.maximumNoise : parameters.maximumNoise + parameters.lowest
    var rows = [Row(count: 0, targets: [0], probabilities: [1])]
    for count in 1...last {
      rows.append(try Self.row(count, parameters, isOrdered: !unordered.contains(count)))
    }
    self.rows = rows
  }

  private static func row(
    _ count: Int, _ parameters: CellKeyParameters, isOrdered: Bool
  ) throws(PerturbationTableError) -> Row {
    let noise = parameters.maximumNoise
    let targets = (max(0, count - noise)...(count + noise)).filter {
      $0 == 0 || $0 >= parameters.lowest
    }
    var stay = targets.contains(count) ? parameters.stay : nil
    while true {
      guard
        let probabilities = MaximumEntropy(
          conditions: conditions(
            count, targets, variance: parameters.variance, scale: Double(noise), stay: stay,
            isOrdered: isOrdered),
          count: targets.count
        ).probabilities()
      else {
        throw .infeasible(
          "No noise of variance \(CellKeyParameters.text(parameters.variance)) was found: take a"
            + " larger variance, or a lower lowest count.")
      }
      let row = Row(count: count, targets: targets, probabilities: probabilities)
      // A high probability of no noise may leave too little variance: then it is lowered in steps.
      guard let least = stay, row.variance < parameters.variance - 1e-6 else { return row }
      stay = least > 0.05 ? least - 0.05 : nil
    }
  }

  private static func conditions(
    _ count: Int, _ targets: [Int], variance: Double, scale: Double, stay: Double?, isOrdered: Bool
  ) -> [MaximumEntropy.Condition] {
    let noise = targets.map { Double($0 - count) / scale }
    var conditions = [
      MaximumEntropy.Condition(
        coefficients: targets.map { _ in 1 }, value: 1, isEquality: true),
      MaximumEntropy.Condition(coefficients: noise, value: 0, isEquality: true),
      MaximumEntropy.Condition(
        coefficients: noise.map { -$0 * $0 }, value: -variance / (scale * scale),
        isEquality: false),
    ]
    guard let unchanged = targets.firstIndex(of: count) else { return conditions }
    func unit(_ place: Int, minus other: Int? = nil) -> [Double] {
      targets.indices.map { $0 == place ? 1 : $0 == other ? -1 : 0 }
    }
    if isOrdered {
      for place in 0..<unchanged {
        conditions.append(
          MaximumEntropy.Condition(
            coefficients: unit(place + 1, minus: place), value: 0, isEquality: false))
      }
    }
    if let stay {
      conditions.append(
        MaximumEntropy.Condition(coefficients: unit(unchanged), value: stay, isEquality: false))
    }
    return conditions
  }
}

/// No perturbation table fits its parameters; with what to change.
package enum PerturbationTableError: Error, Equatable, Sendable {
  case infeasible(String)
  /// A table given as rows: a count or a key without a row, or with two.
  case incomplete

  package var text: String {
    switch self {
    case .infeasible(let reason): reason
    case .incomplete:
      "A table of noise needs one row for every key of every count from 1 on. Complete it."
    }
  }
}

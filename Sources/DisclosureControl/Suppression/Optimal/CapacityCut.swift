/// What every pattern of hidden cells has to satisfy so that a cell stays open: Σ weight·x ≥ 1.
///
/// A choice x is a cell that may be hidden or not. The weights are the attacker's dual prices times
/// what hiding a cell would add to its leeway, over what is needed; none is above 1, because hiding a
/// cell cannot help more than it is needed (Fischetti and Salazar-González 2001, section 4.3).
struct CapacityCut: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    var choice: Int
    var weight: Double
  }

  var terms: [Term]

  /// Σ weight·x at a point; the cut is broken where it is below 1.
  func value(at point: [Double]) -> Double {
    terms.reduce(0) { $0 + $1.weight * point[$1.choice] }
  }

  /// At least one of the choices: for what a pattern fails without a price that says why.
  static func anyOf(_ choices: some Sequence<Int>) -> CapacityCut {
    CapacityCut(terms: choices.map { Term(choice: $0, weight: 1) })
  }
}

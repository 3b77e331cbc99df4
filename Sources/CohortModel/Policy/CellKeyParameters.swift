/// The noise of the cell-key method, and how much may be asked of one population under it.
///
/// After B. Fraser and J. Wooton (2005), "A proposed method for confidentialising tabular output to
/// protect against differencing", and S. Giessing (2016), "Computational Issues in the Design of
/// Transition Probabilities and Disclosure Risk Estimation for Additive Noise", LNCS 9867.
public struct CellKeyParameters: Hashable, Codable, Sendable {
  /// The noise of a cell lies in −maximumNoise … maximumNoise.
  public var maximumNoise: Int
  /// The variance of the noise; for the smallest counts it may be less.
  public var variance: Double
  /// The lowest count other than 0 that noise leads to: it leads to none of 1 … lowest − 1.
  public var lowest: Int
  /// The least probability that a count keeps its value, where the variance allows it.
  public var stay: Double?
  /// Most variables that a table may cross, its filters, conditions, period and outcomes included.
  public var maximumVariables: Int
  /// Most ways in which the tables of one project may break one cohort down in one release: each
  /// level of each variable, and each crossing of such levels, is one. Nobody is in more published
  /// cells of it than these and the whole.
  public var maximumBreakdowns: Int

  public init(
    maximumNoise: Int = 5, variance: Double = 3, lowest: Int = 3, stay: Double? = nil,
    maximumVariables: Int = 3, maximumBreakdowns: Int = 16
  ) {
    self.maximumNoise = maximumNoise
    self.variance = variance
    self.lowest = lowest
    self.stay = stay
    self.maximumVariables = maximumVariables
    self.maximumBreakdowns = maximumBreakdowns
  }

  public static let standard = CellKeyParameters()

  /// The noise beyond which a table would take too long to make.
  public static let largestNoise = 15

  /// Why no unbiased noise fits these parameters, and what to change; nil where some does.
  ///
  /// A count of 1 … lowest − 1 can go to 0 and to `lowest` or above: the least variance of such a
  /// noise, with mean 0, is i × (lowest − i), and there every other target would have probability 0.
  /// The most that a noise which falls off from the true count can have is D (D + 1) / 3.
  public var fault: String? {
    let noise = maximumNoise
    if !(1...Self.largestNoise).contains(noise) {
      return "The largest noise has to be from 1 to \(Self.largestNoise)."
    }
    if lowest < 1 || lowest > noise {
      return
        "With a noise of at most \(noise) the lowest count has to be from 1 to \(noise), so that"
        + " every count has a value above and one below to go to."
    }
    let least = lowest * lowest / 4
    if !(variance > Double(least)) || !variance.isFinite {
      return "With the lowest count \(lowest) no unbiased noise has a variance of"
        + " \(Self.text(variance)): take one above \(least), or a lower lowest count."
    }
    // In thirds, so that the limit is exact.
    if variance * 3 > Double(noise * (noise + 1)) {
      return "A noise of at most \(noise) has a variance of at most"
        + " \(Self.text(Double(noise * (noise + 1)) / 3)): take a lower variance, or a larger noise."
    }
    if let stay, !(stay > 0 && stay < 1) {
      return "The probability of no noise has to lie between 0 and 1."
    }
    return nil
  }

  /// The most breakdowns with noise of this variance: with one more, a count could be guessed from the
  /// cells of one person alone more than 80 times in 100 (the normal distribution has that much within
  /// 1.2816 standard errors, and a guess is right within half a person).
  public var mostBreakdowns: Int { max(0, Int(variance * 4 * 1.2816 * 1.2816) - 1) }

  /// Why so many breakdowns may not be asked for, and what to change; nil where they may.
  ///
  /// The variance may be at most an eighth of the square of the largest noise: with more, noise is often
  /// at one of its ends, and a noise that is at both of them in two cells leaves one count.
  public var breakdownFault: String? {
    if variance * 8 > Double(maximumNoise * maximumNoise) {
      return "With a noise of at most \(maximumNoise) a variance above"
        + " \(Self.text(Double(maximumNoise * maximumNoise) / 8)) would tell counts by the ends of the"
        + " noise: take a lower variance, or a larger noise."
    }
    guard maximumBreakdowns > mostBreakdowns else { return nil }
    if mostBreakdowns == 0 {
      return "Noise of variance \(Self.text(variance)) hides no count: take a larger variance."
    }
    return "With noise of variance \(Self.text(variance)) a cohort may be broken down in at most"
      + " \(mostBreakdowns) ways, because noise averages out: lower maximum_breakdowns, or take a"
      + " larger variance."
  }

  /// Two decimal places at most.
  public static func text(_ number: Double) -> String {
    let hundredths = Int((number * 100 + 1e-6).rounded(.down))
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// When what is known of a group is known of everyone in it: all of the group, all but k, or none of
/// it has a code of a sensitive variable.
///
/// Source: Hundepool et al., *Handbook on Statistical Disclosure Control*, 2nd ed., section 5.2
/// (group disclosure).
public struct ClassDisclosureRule: Hashable, Codable, Sendable {
  /// k: whoever is one of the group, and so knows of one, must not learn about all others (k = 1).
  public var allBut: Int

  public init(allBut: Int = 1) {
    self.allBut = allBut
  }

  public static let standard = ClassDisclosureRule()

  /// So many persons of a group must remain possible in each code, and in none of them alone.
  public var leastElsewhere: Int { allBut + 1 }
}

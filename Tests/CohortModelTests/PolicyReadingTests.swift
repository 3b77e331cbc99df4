import CohortModel
import Foundation
import Testing

/// What a policy may say, and what it is told where that would weaken control or have no effect.
@Suite struct PolicyReadingTests {
  func reading(_ policy: String, _ changes: [(String, String, String)] = []) throws
    -> PackageReading
  {
    var files = try Documentation.example()
    files["policy.yaml"] = policy + "\n"
    for (file, old, new) in changes {
      let text = try #require(files[file])
      files[file] = text.replacingOccurrences(of: old, with: new)
      #expect(files[file] != text)
    }
    return try TemporaryPackage(files).read()
  }

  func policy(_ text: String) throws -> DisclosurePolicy {
    let reading = try reading(text)
    return try #require(reading.package, "\(reading.problems)").policy
  }

  @Test func everythingThatAPolicySays() throws {
    let policy = try policy(
      """
      profile: 10-5
      profiles:
        leavers: {name: leavers-15, minimum_frequency: 15, rounding_base: 5, zeros: unsafe}
      minimum_frequency: 10
      possible_values: 7
      clipboard: false
      dominance: {percent: 80, precision: 20}
      class_disclosure: {all_but: 2}
      hidden_zero_share: 0.3
      """)
    #expect(policy.profile == .tenFive)
    #expect(
      policy.profile(for: "leavers")
        == DisclosureProfile(
          name: "leavers-15", minimumFrequency: 15, roundingBase: 5, zeros: .unsafe))
    #expect(policy.profile(for: "others") == .tenFive)
    #expect(policy.possibleValues == 7)
    #expect(!policy.allowsClipboard && DisclosurePolicy.standard.allowsClipboard)
    #expect(policy.dominance == DominanceRule(percent: 80, precision: 20))
    #expect(policy.classDisclosure.allBut == 2)
    #expect(policy.hiddenZeroShare == 0.3)
  }

  @Test(arguments: [
    ("10-5", 10, 5, DisclosureProfile.Zeros.eligible), ("srs-10", 10, 1, .eligible),
    ("opensafely-7-5", 8, 5, .eligible), ("published-5", 5, 5, .eligible),
    ("llc-10", 10, 1, .unsafe),
  ])
  func namedProfiles(
    _ name: String, _ minimum: Int, _ base: Int, _ zeros: DisclosureProfile.Zeros
  ) throws {
    let profile = try policy("profile: \(name)").profile
    #expect(
      profile
        == DisclosureProfile(
          name: name, minimumFrequency: minimum, roundingBase: base, zeros: zeros))
  }

  /// A pilot's tables have its profile and the minimum of the policy, whichever is higher.
  @Test func tablesHaveTheProfileOfTheirPilot() throws {
    for (text, name, minimum) in [
      ("profile: 10-5\nprofiles: {leavers: srs-10}", "srs-10", 10),
      ("profile: published-5\nprofiles: {leavers: llc-10}", "llc-10", 10),
      (
        "profile: published-5\nprofiles: {leavers: opensafely-7-5}\nminimum_frequency: 10",
        "opensafely-7-5", 10
      ),
    ] {
      let package = try #require(try reading(text).package)
      let plan = try TablePlan(try CohortQuery(text: "leavers rows age"), package: package)
      #expect(plan.profile.name == name)
      #expect(plan.minimumFrequency == minimum)
    }
  }

  @Test(arguments: [
    ("profile: none", 1, "Control cannot be switched off", "G12"),
    ("profile: off", 1, "Control cannot be switched off", "G12"),
    ("minimum_frequency: 1", 1, "never lower it", "G12"),
    ("minimum_frequency: 0", 1, "never lower it", "G12"),
    ("profile: llc-10\nminimum_frequency: 9", 2, "never lower it", "G12"),
    ("hidden_zero_share: 0", 1, "0.05 to 0.95", "G12"),
    ("hidden_zero_share: 1", 1, "0.05 to 0.95", "G12"),
    ("possible_values: 4", 1, "At least 5 values", "G12"),
    ("possible_values: 0", 1, "At least 5 values", "G12"),
    ("dominance: {percent: 100}", 1, "never raise it", "G12"),
    ("dominance: {precision: 0}", 1, "never lower it", "G12"),
    ("class_disclosure: {all_but: 0}", 1, "cannot be weakened", "G12"),
    ("class_disclosure: {all_but: -1}", 1, "cannot be weakened", "G12"),
    ("class_disclosure: none", 1, "Here come the keys all_but", ""),
    ("profile: 10-5\nprofiles:\n  leavers: none", 3, "Control cannot be switched off", "G12"),
    ("profiles: {leaver: srs-10}", 1, "Did you mean \u{201C}leavers\u{201D}", ""),
    ("profile: {name: own, minimum_frequency: 1}", 1, "control cannot be switched off", "G12"),
    ("profile: {name: own}", 1, "is missing from a profile", "G12"),
    ("profile: {name: 10-5, minimum_frequency: 12}", 1, "give yours another name", ""),
    ("profile: {name: my own, minimum_frequency: 12}", 1, "The name of a profile", ""),
    // Suppress up to 5 and round to 5: a 5 would be 6 or 7.
    (
      "profile: {name: own, minimum_frequency: 6, rounding_base: 5}", 1,
      "stands for fewer than three true counts. The next minimum that will do is 8", "G12"
    ),
    (
      "profile: {name: own, minimum_frequency: 10, rounding_base: 2}", 1,
      "Round to 3 or more, or publish exact", "G12"
    ),
    (
      "profile: {name: own, minimum_frequency: 10, rounding_base: 25}", 1,
      "would be shown as 0. Round to 20 at most, or raise the minimum to 13", "G12"
    ),
    ("minimum_frequency: 11", 1, "fewer than three true counts", "G12"),
    (
      "profile: {name: own, minimum_frequency: 12, rounding: additive}", 1, "no key of a profile",
      ""
    ),
  ])
  func whatAPolicyMayNotSay(_ text: String, _ line: Int, _ part: String, _ rule: String) throws {
    let reading = try reading(text)
    #expect(reading.package == nil)
    let hits = reading.errors.filter { $0.message.contains(part) }
    #expect(hits.count == 1, "\(reading.problems)")
    #expect(hits.allSatisfy { $0.file == "policy.yaml" && $0.line == line && $0.column != nil })
    if !rule.isEmpty { #expect(hits.allSatisfy { $0.rule == rule }) }
  }

  @Test(arguments: [
    ("profile: llc-10\nhidden_zero_share: 0.3", 2, "has no effect"),
    // An agreement of the example raises the minimum.
    ("profile: published-5\npossible_values: 9", 2, "no table has more than 9 unsafe values"),
    (
      "profile: {name: own, minimum_frequency: 10, zeros: published}", 1,
      "many more cells are hidden"
    ),
    ("profile: 10-5\ncell_key: {variance: 3}", 2, "no cohort has the profile cell-key"),
    ("profile: cell-key\npossible_values: 5", 2, "every cohort has the profile cell-key"),
    ("profile: cell-key\ndominance: {percent: 80}", 2, "every cohort has the profile cell-key"),
    ("profile: cell-key\nclass_disclosure: {all_but: 2}", 2, "every cohort has the profile"),
    ("profile: cell-key\nsuppression: {work: 60000}", 2, "every cohort has the profile"),
    (
      "suppression:\n  method: scalable\n  optimal_cells: 40", 3,
      "only the method automatic looks at the size"
    ),
  ])
  func whatAPolicyIsWarnedOf(_ text: String, _ line: Int, _ part: String) throws {
    let reading = try reading(text)
    #expect(reading.package != nil, "\(reading.errors)")
    #expect(
      reading.problems.contains {
        $0.severity == .warning && $0.message.contains(part) && $0.line == line
      }, "\(reading.problems)")
  }

  @Test(arguments: [
    "profile: 10-5\nprofiles: {leavers: cell-key}\ncell_key: {variance: 3}\npossible_values: 5",
    "profile: cell-key\nprofiles: {leavers: 10-5}\ncell_key: {variance: 3}\nclass_disclosure: {all_but: 2}",
    "profile: cell-key\ncell_key: {variance: 3}\nhidden_zero_share: 0.3",
    "profile: published-5\npossible_values: 5",
    "suppression: {method: automatic, optimal_cells: 40}",
  ])
  func nothingIsSaidOfRulesThatHaveAnEffect(_ text: String) throws {
    let reading = try reading(text)
    #expect(reading.package != nil, "\(reading.errors)")
    #expect(!reading.problems.contains { $0.file == "policy.yaml" }, "\(reading.problems)")
  }

  /// Pilots raise the minimum of the profile that holds for them.
  @Test func nobodyLowersAMinimum() throws {
    let pilot = ("pilots/leavers.yaml", "questions:", "minimum_frequency: 8\nquestions:")
    #expect(
      try reading("profile: 10-5", [pilot]).errors.contains {
        $0.message.contains("a pilot may raise it, never lower it") && $0.file == pilot.0
      })
    #expect(
      try reading("profile: 10-5\nprofiles: {leavers: published-5}", [pilot]).package != nil)
  }

  // MARK: Table sets

  @Test func tableSetsAreRead() throws {
    let reading = try reading(
      """
      table_sets:
        - name: annual
          label: Annual release
          queries: [leavers rows age columns sex, leavers rows sex]
      """)
    let policy = try #require(reading.package, "\(reading.problems)").policy
    let set = try #require(policy.tableSet("annual"))
    #expect(set.label == "Annual release" && set.rounding == .independent)
    #expect(set.queries.map(\.text) == ["leavers rows age columns sex", "leavers rows sex"])
    #expect(policy.tableSets(of: "leavers").map(\.name) == ["annual"])
    #expect(policy.tableSets(of: "others").isEmpty)
    let plans = try #require(reading.package).declaredPlans(of: "leavers")
    #expect(plans.count == 2 && Set(plans.map(\.minimumFrequency)).count == 1)
  }

  @Test(arguments: [
    (
      "{name: a b, label: L, queries: [leavers rows sex, leavers rows age]}", "begins with a letter"
    ),
    ("{name: a, label: L, queries: [leavers rows sex]}", "2 to 20 queries"),
    ("{name: a, label: L, queries: [leavers rows sex, leavers rows sex]}", "in the set already"),
    ("{name: a, label: L, queries: [leavers rows sex, leavers rows sexx]}", "sexx"),
    ("{name: a, label: L, queries: [leavers rows sex, others rows sex]}", "others"),
    (
      "{name: a, queries: [leavers rows sex, leavers rows age]}", "\u{201C}label\u{201D} is missing"
    ),
    (
      "{name: a, label: L, rounding: exact, queries: [leavers rows sex, leavers rows age]}",
      "independent, additive"
    ),
  ])
  func faultsOfTableSetsAreSaid(set: String, text: String) throws {
    let reading = try reading("table_sets:\n  - \(set)")
    #expect(reading.package == nil)
    #expect(reading.errors.contains { $0.message.contains(text) }, "\(reading.problems)")
    #expect(reading.errors.allSatisfy { $0.file == "policy.yaml" && $0.line != nil })
  }

  @Test func twoSetsHaveTwoNames() throws {
    let queries = "queries: [leavers rows sex, leavers rows age]"
    let reading = try reading(
      "table_sets:\n  - {name: a, label: L, \(queries)}\n  - {name: a, label: M, \(queries)}")
    #expect(reading.errors.map(\.message) == ["Two table sets are called \u{201C}a\u{201D}."])
  }

  @Test func tablesOfOneCohortHaveOneRounding() throws {
    let queries = "queries: [leavers rows sex, leavers rows age]"
    let additive = "{name: a, label: L, rounding: additive, \(queries)}"
    let set = try #require(try policy("table_sets:\n  - \(additive)").tableSet("a"))
    #expect(set.rounding == .additive)
    let both = try reading("table_sets:\n  - \(additive)\n  - {name: b, label: M, \(queries)}")
    #expect(both.errors.contains { $0.message.contains("have one rounding") })
    let exact = try reading("profile: srs-10\ntable_sets:\n  - \(additive)")
    #expect(exact.errors.contains { $0.message.contains("does not round") })
  }

  @Test func cohortsWithNoiseNeedNoSets() throws {
    let reading = try reading(
      "profile: cell-key\ntable_sets:\n"
        + "  - {name: a, label: L, queries: [leavers rows sex, leavers rows age]}")
    #expect(reading.errors.contains { $0.message.contains("cell-key") })
  }
}

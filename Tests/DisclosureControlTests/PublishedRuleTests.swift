import CohortModel
import DisclosureControl
import Foundation
import Tables
import Testing

/// Rules that others have published, and what their tables leave open.
@Suite struct PublishedRuleTests {
  /// OpenSAFELY: counts up to 7 redacted, then rounded to the nearest 5.
  @Test(.enabled(if: SharedData.exists("data/sdc/opensafely/redact7_round5.csv")))
  func openSafelyRedactsAndRounds() throws {
    let profile = try #require(DisclosureProfile.named("opensafely-7-5"))
    let rounding = RoundingRule(
      base: profile.roundingBase, minimumFrequency: profile.minimumFrequency)
    let rows = try SharedData.rows("data/sdc/opensafely/redact7_round5.csv").dropFirst()
    for row in rows {
      for (truth, out) in [(row[1], row[3]), (row[2], row[4])] {
        let count = try #require(Int(truth))
        if out == "[REDACTED]" {
          #expect(count < profile.minimumFrequency)
        } else {
          #expect(count >= profile.minimumFrequency)
          // Their total of a column is a sum of rounded rows where that differs (116 as 120); a cell
          // of ours does not depend on its table.
          let isSum = row[0] == "Total" && out == "120"
          #expect(
            rounding.published(count) == .count(isSum ? 115 : try #require(Int(out))))
        }
      }
    }
    #expect(rows.count == 5)
  }

  /// What the lowest published value stands for, under each of three rules.
  @Test func theLowestPublishedValue() throws {
    func lowest(_ minimum: Int, _ value: Int) -> ClosedRange<Int> {
      let profile = DisclosureProfile(name: "", minimumFrequency: minimum, roundingBase: 5)
      let interval = PublishedReading(profile: profile, minimumFrequency: minimum)
        .interval(.count(value))
      return interval.lower...(interval.upper ?? .max)
    }
    #expect(lowest(6, 5) == 6...7)
    #expect(lowest(8, 10) == 8...12)
    #expect(lowest(10, 10) == 10...12)
    #expect(
      !DisclosureProfile(name: "", minimumFrequency: 6, roundingBase: 5)
        .isSound(minimumFrequency: 6))
  }

  /// Why rates have no rounding of their own: beside the nearest 5 the middle of six tells some counts
  /// exactly.
  @Test(.enabled(if: SharedData.exists("data/sdc/opensafely/midpoint6.csv")))
  func twoRoundingsOfOneCountTellMoreThanEither() throws {
    let rows = try SharedData.rows("data/sdc/opensafely/midpoint6.csv").dropFirst()
      .map { $0.compactMap(Int.init) }
    let rounding = RoundingRule(base: 5, minimumFrequency: 8)
    let counts = 8...(rows.compactMap { $0[1] }.max() ?? 0)
    func middle(_ count: Int) -> Int? { rows.first { ($0[0]...$0[1]).contains(count) }?[2] }
    func alike(_ same: (Int) -> Bool) -> [Int] { counts.filter(same) }
    let behindBoth = alike { middle($0) == middle(18) && rounding.published($0) == .count(20) }
    #expect(behindBoth == [18])
    for count in 8...20 {
      #expect(alike { rounding.published($0) == rounding.published(count) }.count >= 3)
    }
  }

  /// Means are no measure, whatever the words.
  @Test(arguments: ["mean reoffence", "average reoffence", "mean", "rate reoffence"])
  func meansAreNoMeasure(_ measure: String) {
    #expect(throws: QueryProblem.self) {
      try CohortQuery(text: "reoffending rows sex measure \(measure)")
    }
  }

  /// What class disclosure costs on invented people:
  /// `BOLD_MEASURE=1 swift test -c release --filter whatClassDisclosureCosts`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["BOLD_MEASURE"] != nil))
  func whatClassDisclosureCosts() throws {
    let store = SyntheticStore(persons: 20_000, seed: 3)
    let release = ClassDisclosureCost(store: store)
    for pilot in store.source.package.pilots { try release.measure(pilot) }
  }
}

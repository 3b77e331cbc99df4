import CohortModel
import ColumnStore
import Foundation
import SyntheticPackage

/// A store of invented people, built for the tests and removed with its owner.
final class SyntheticStore: Sendable {
  let source: CohortStore
  private let folder: String

  init(persons: Int, seed: UInt64) {
    folder = NSTemporaryDirectory() + "bold-red-team-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try SyntheticPackage.write(to: folder + "/package", persons: persons, seed: seed)
      _ = try StoreBuilder.build(
        BuildOptions(package: folder + "/package", store: folder + "/store"))
      source = try CohortStore.open(folder + "/store")
    } catch {
      fatalError("no store of invented people: \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// Seeded questions of all kinds about the invented pilots, small enough to be attacked in no time.
enum RedTeamQuery {
  private static let subjects: [(pilot: String, names: [String], outcomes: [String])] = [
    (
      "reoffending", ["sex", "age", "year", "stage", "licence", "drug_need", "first_night"],
      ["housed_first_night", "reoffended", "treatment_completed"]
    ),
    (
      "homelessness", ["sex", "age", "year", "household", "source", "slept_rough"],
      ["prevented", "repeat_12_months"]
    ),
    (
      "substance_misuse",
      ["sex", "age", "year", "order_type", "stage", "on_sentence_date", "requirement", "wait"],
      ["engaged", "three_weeks"]
    ),
    ("victims", ["sex", "age", "year", "channel", "support_28_days"], ["charged"]),
  ]
  private static let periods: [(text: String, first: Int, last: Int)] = [
    ("2020..2021", 2020, 2021), ("2021", 2021, 2021), ("2020..2022", 2020, 2022),
  ]

  static func random(_ random: inout SeededRandom) -> (text: String, period: Period?) {
    let subject = subjects.randomElement(using: &random)!
    let names = subject.names.shuffled(using: &random)
    var text = "\(subject.pilot) rows \(names[0])"
    if Int.random(in: 0..<4, using: &random) > 0 { text += " columns \(names[1])" }
    if Int.random(in: 0..<3, using: &random) == 0, !names[..<2].contains("sex") {
      text +=
        ["", " versus sex=M"].randomElement(using: &random)!.isEmpty
        ? " where sex=F" : " where sex=F versus sex=M"
    }
    var period: Period?
    if Int.random(in: 0..<3, using: &random) == 0 {
      let chosen = periods.randomElement(using: &random)!
      text += " period \(chosen.text)"
      period = Period(
        first: CalendarDay(year: chosen.first, month: 1, day: 1)!,
        last: CalendarDay(year: chosen.last, month: 12, day: 31)!)
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      let outcomes = subject.outcomes.shuffled(using: &random)
      text +=
        " measure share "
        + outcomes.prefix(Int.random(in: 1...2, using: &random)).joined(separator: " ")
    }
    return (text, period)
  }
}

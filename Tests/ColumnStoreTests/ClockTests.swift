import CohortModel
import Testing

@testable import ColumnStore

/// Numbers that count from each person's day zero are read as days.
@Suite struct ClockTests {
  private func day(_ text: String, _ clock: Clock) -> CalendarDay? {
    let parser = FieldParser(
      Field(name: "time", kind: .date, clock: clock), codes: nil, missingValues: ["NA"],
      dayZero: CalendarDay("1971-01-31")!)
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard case .value(let value) = parser.parse(bytes) else { return nil }
      return CalendarDay(rawValue: Int32(value))
    }
  }

  @Test(arguments: [
    ("0", Clock.weeks, "1971-01-31"), ("52", .weeks, "1972-01-30"), ("-1", .weeks, "1971-01-24"),
    ("34", .days, "1971-03-06"), ("1", .months, "1971-02-28"), ("24", .months, "1973-01-31"),
  ])
  func countsFromDayZero(_ text: String, _ clock: Clock, _ expected: String) {
    #expect(day(text, clock)?.description == expected)
  }

  @Test(arguments: ["1971-02-01", "2.5", "x", "9999999999", "NA", ""])
  func nothingElseIsRead(_ text: String) {
    #expect(day(text, .weeks) == nil)
  }
}

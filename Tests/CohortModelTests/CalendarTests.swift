import CohortModel
import Testing

@Suite struct CalendarTests {
  private func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
  }

  private func days(_ month: Int, _ year: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Walks day by day from 1 January 1970 to the end of 2430 and back to 1570.
  @Test func civilDatesByCounting() {
    var (year, month, day) = (1970, 1, 1)
    var number: Int32 = 0
    while year < 2431 {
      let date = CalendarDay(rawValue: number)
      if date.civil != (year, month, day) || CalendarDay(year: year, month: month, day: day) != date
      {
        Issue.record("day \(number)")
        return
      }
      number += 1
      day += 1
      if day > days(month, year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    (year, month, day, number) = (1970, 1, 1, 0)
    while year > 1569 {
      if CalendarDay(rawValue: number).civil != (year, month, day) {
        Issue.record("day \(number)")
        return
      }
      number -= 1
      day -= 1
      if day == 0 {
        month -= 1
        if month == 0 { (year, month) = (year - 1, 12) }
        day = days(month, year)
      }
    }
  }

  @Test func textReadsBack() {
    var random = RepeatableRandom(seed: 1)
    for _ in 0..<2_000 {
      let day = CalendarDay(rawValue: Int32.random(in: -719_162...2_932_896, using: &random))
      #expect(CalendarDay(day.description) == day)
    }
    #expect(CalendarDay("2024-03")?.description == "2024-03-01")
    #expect(CalendarDay("2024")?.description == "2024-01-01")
  }

  @Test(arguments: [
    "2023-02-29", "2023-13-01", "2023-00-01", "2023-04-31", "2023-1-1", "23-01-01", "2023-01-01-01",
    "", "-", "2023-", " 2023", "２０２３", "+023", "2023-0a",
  ])
  func refusesWhatIsNoDate(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }

  /// Adding months one at a time over month ends, against the calendar.
  @Test func monthsAgainstTheCalendar() {
    var random = RepeatableRandom(seed: 2)
    for _ in 0..<3_000 {
      let start = CalendarDay(rawValue: Int32.random(in: -200_000...200_000, using: &random))
      let months = Int.random(in: -400...400, using: &random)
      let (year, month, day) = start.civil
      var (y, m) = (year, month)
      for _ in 0..<abs(months) {
        m += months < 0 ? -1 : 1
        if m == 0 { (y, m) = (y - 1, 12) }
        if m == 13 { (y, m) = (y + 1, 1) }
      }
      let expected = CalendarDay(year: y, month: m, day: min(day, days(m, y)))
      #expect(start.adding(months: months) == expected)
    }
  }

  @Test func spansEndAndStart() throws {
    let day = try #require(CalendarDay("2024-02-29"))
    #expect(CalendarSpan(0, .days).end(from: day) == day)
    #expect(CalendarSpan(28, .days).end(from: day).description == "2024-03-28")
    #expect(CalendarSpan(12, .months).end(from: day).description == "2025-02-28")
    #expect(CalendarSpan(12, .months).start(before: day).description == "2023-02-28")
    #expect(CalendarSpan(28, .days).start(before: day).description == "2024-02-01")
    let period = Period(first: day, last: CalendarSpan(1, .days).end(from: day))
    #expect(period.contains(day) && !period.contains(day.adding(days: 2)))
    #expect(!period.contains(day.adding(days: -1)))
  }

  @Test func arithmeticStaysWithinNameableDays() {
    #expect(CalendarDay.distantFuture.adding(days: 1) == .distantFuture)
    #expect(CalendarDay.distantFuture.adding(days: .max) == .distantFuture)
    #expect(CalendarDay.distantPast.adding(days: .min) == .distantPast)
    #expect(CalendarDay.distantFuture.adding(months: .max) == .distantFuture)
    #expect(CalendarDay.distantPast.adding(months: .min) == .distantPast)
  }

  @Test func unitsOfTheCalendar() throws {
    let day = try #require(CalendarDay("2023-11-05"))
    #expect(Variable.CalendarUnit.year.code(of: day) == "2023")
    #expect(Variable.CalendarUnit.quarter.code(of: day) == "2023-Q4")
    #expect(Variable.CalendarUnit.month.code(of: day) == "2023-11")
  }
}

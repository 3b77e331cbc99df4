import CohortModel
import ColumnStore

/// How the values of a column fall into numbered classes (slots, or lists of slots).
///
/// A dictionary is classified once per entry; numbers and days are looked up.
struct ValueClasses {
  /// Plain pointers, so that looking up a record costs no reference counting; `owners` keeps their
  /// memory alive.
  private enum Rule {
    case narrow(UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<Int32>)
    case wide(UnsafeBufferPointer<UInt16>, UnsafeBufferPointer<Int32>)
    case widest(UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<Int32>)
    /// Days from `first` on, each with its class.
    case days(UnsafeBufferPointer<Int32>, first: Int32, UnsafeBufferPointer<Int32>)
    /// Numbers from a lower to an upper bound, in the order in which they are tried.
    case numbers(UnsafeBufferPointer<Int64>, UnsafeBufferPointer<NumberRange>)
    /// Keys have no values.
    case none
  }

  struct NumberRange: BitwiseCopyable, Sendable {
    var lower: Int64
    var upper: Int64
    var place: Int32
  }

  /// The class of a record that has no value.
  static let noValue: Int32 = -1

  private let rule: Rule
  private let unlisted: Int32
  private let owners: [any Sendable]

  /// - Parameters:
  ///   - classes: the class of every code that has one.
  ///   - unlisted: the class of all other values.
  init(
    _ column: Column, of field: Field, coding: Variable.Coding, classes: [String: Int32],
    unlisted: Int32
  ) {
    self.unlisted = unlisted
    func entries(_ dictionary: [String]) -> Buffer<Int32> {
      ValueClasses.entries(dictionary, coding, classes, unlisted)
    }
    switch column {
    case .codes8(let values, let dictionary):
      let entries = entries(dictionary)
      rule = .narrow(values.pointer, entries.pointer)
      owners = [values, entries]
    case .codes16(let values, let dictionary):
      let entries = entries(dictionary)
      rule = .wide(values.pointer, entries.pointer)
      owners = [values, entries]
    case .codes32(let values, let dictionary):
      let entries = entries(dictionary)
      rule = .widest(values.pointer, entries.pointer)
      owners = [values, entries]
    case .days(let values):
      let days = ValueClasses.days(of: field, coding, classes, unlisted)
      rule = .days(values.pointer, first: days.first, days.classes.pointer)
      owners = [values, days.classes]
    case .keys:
      rule = .none
      owners = []
    case .integers(let values):
      let ranges = Buffer(ValueClasses.ranges(of: field, coding, classes))
      rule = .numbers(values.pointer, ranges.pointer)
      owners = [values, ranges]
    }
  }

  /// The class of a record's value, `noValue` where it has none.
  @inline(__always) func of(_ row: Int) -> Int32 {
    switch rule {
    case .narrow(let values, let classes): return classes[Int(values[row])]
    case .wide(let values, let classes): return classes[Int(values[row])]
    case .widest(let values, let classes): return classes[Int(values[row])]
    case .days(let values, let first, let classes):
      let day = values[row]
      if day == Column.missingDay { return ValueClasses.noValue }
      let place = Int(day) - Int(first)
      return place >= 0 && place < classes.count ? classes[place] : unlisted
    case .numbers(let values, let ranges):
      let number = values[row]
      if number == Column.missingInteger { return ValueClasses.noValue }
      for range in ranges where range.lower <= number && number <= range.upper {
        return range.place
      }
      return unlisted
    case .none: return ValueClasses.noValue
    }
  }

  private static func ranges(
    of field: Field, _ coding: Variable.Coding, _ classes: [String: Int32]
  ) -> [NumberRange] {
    switch coding {
    case .bands(let bands):
      return bands.compactMap { band in
        classes[band.code].map {
          NumberRange(
            lower: band.lower.map { Int64($0) } ?? .min,
            upper: band.upper.map { Int64($0) } ?? .max, place: $0)
        }
      }
    case .calendar(let unit) where unit != .year:
      return []
    case .codes, .calendar:
      return classes.compactMap { (code, place) in
        FieldText.integer(code, of: field).map {
          NumberRange(lower: $0, upper: $0, place: place)
        }
      }
    }
  }

  private static func entries(
    _ dictionary: [String], _ coding: Variable.Coding, _ classes: [String: Int32],
    _ unlisted: Int32
  ) -> Buffer<Int32> {
    Buffer(
      dictionary.enumerated().map { (code, text) in
        if code == 0 { return noValue }
        switch coding {
        case .codes:
          return classes[text] ?? unlisted
        case .bands(let bands):
          guard let number = FieldText.wholeNumber(text) else { return unlisted }
          return bands.first { $0.contains(number) && classes[$0.code] != nil }
            .flatMap { classes[$0.code] } ?? unlisted
        case .calendar(let unit):
          guard let day = CalendarDay(text) else { return unlisted }
          return classes[unit.code(of: day)] ?? unlisted
        }
      })
  }

  /// A class per day from the first day that any listed code covers to the last.
  private static func days(
    of field: Field, _ coding: Variable.Coding, _ classes: [String: Int32], _ unlisted: Int32
  ) -> (first: Int32, classes: Buffer<Int32>) {
    var ranges: [(Range<Int>, Int32)] = []
    for (code, place) in classes {
      switch coding {
      case .codes:
        if let day = FieldText.day(code, of: field) {
          ranges.append((Int(day)..<Int(day) + 1, place))
        }
      case .bands:
        break
      case .calendar(let unit):
        if let range = calendarDays(code, unit) { ranges.append((range, place)) }
      }
    }
    guard let first = ranges.map(\.0.lowerBound).min(),
      let end = ranges.map(\.0.upperBound).max()
    else { return (0, Buffer([])) }
    let table = Buffer<Int32>.filled(count: end - first) { table in
      table.initialize(repeating: unlisted)
      for (range, place) in ranges {
        for day in range { table[day - first] = place }
      }
    }
    return (Int32(first), table)
  }

  /// The days of `2023`, `2023-Q1` or `2023-04`; nil where the code is of another unit.
  private static func calendarDays(_ code: String, _ unit: Variable.CalendarUnit) -> Range<Int>? {
    let text: String
    let months: Int
    switch unit {
    case .year: (text, months) = (code, 12)
    case .month: (text, months) = (code, 1)
    case .quarter:
      let parts = code.split(separator: "-")
      guard parts.count == 2, parts[1].first == "Q", let quarter = Int(parts[1].dropFirst()),
        (1...4).contains(quarter)
      else { return nil }
      let month = String(quarter * 3 - 2)
      (text, months) = ("\(parts[0])-\(month.count == 1 ? "0" : "")\(month)", 3)
    }
    guard let first = CalendarDay(text), unit.code(of: first) == code else { return nil }
    return Int(first.rawValue)..<Int(first.adding(months: months).rawValue)
  }
}

extension Band {
  /// Whether a number's integer part lies in the band, both ends inclusive.
  @inline(__always) func contains(_ number: Int64) -> Bool {
    if let lower, number < Int64(lower) { return false }
    if let upper, number > Int64(upper) { return false }
    return true
  }
}

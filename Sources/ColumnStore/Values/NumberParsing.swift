import CohortModel

typealias Bytes = UnsafeBufferPointer<UInt8>

/// Whole numbers, decimals and dates read from bytes, without strings.
enum NumberParsing {
  /// `-?[0-9]+`, within 64 bits and above the number that stands for "missing".
  @inline(__always)
  static func integer(_ bytes: Bytes) -> Int64? {
    var index = 0
    let isNegative = bytes.count > 0 && bytes[0] == 0x2D
    if isNegative { index = 1 }
    guard index < bytes.count else { return nil }
    var value: Int64 = 0
    if bytes.count - index <= 18 {
      while index < bytes.count {
        let digit = bytes[index] &- 0x30
        guard digit <= 9 else { return nil }
        value = value &* 10 &+ Int64(digit)
        index += 1
      }
      return isNegative ? -value : value
    }
    while index < bytes.count {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowed) = product.addingReportingOverflow(Int64(digit))
      guard !overflow, !overflowed else { return nil }
      value = sum
      index += 1
    }
    return isNegative ? -value : value
  }

  /// A decimal number, with an exponent or without; nil where it is none or not finite.
  static func decimal(_ bytes: Bytes) -> Double? {
    guard !bytes.isEmpty, bytes.count <= 64 else { return nil }
    var hasDigit = false
    for byte in bytes {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x2B, 0x2D, 0x2E, 0x45, 0x65: continue
      default: return nil
      }
    }
    guard hasDigit, let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// `2024-03-09` as days since 1970-01-01.
  @inline(__always)
  static func day(_ bytes: Bytes) -> Int32? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = digits(bytes, 0, 4), let month = digits(bytes, 5, 2),
      let day = digits(bytes, 8, 2)
    else { return nil }
    return MonthTable.shared.day(year: year, month: month, day: day)
  }

  /// `2024-03` as the first day of the month.
  static func month(_ bytes: Bytes) -> Int32? {
    guard bytes.count == 7, bytes[4] == 0x2D, let year = digits(bytes, 0, 4),
      let month = digits(bytes, 5, 2)
    else { return nil }
    return MonthTable.shared.day(year: year, month: month, day: 1)
  }

  /// `2024`.
  static func year(_ bytes: Bytes) -> Int64? {
    guard bytes.count == 4, let year = digits(bytes, 0, 4) else { return nil }
    return Int64(year)
  }

  static func boolean(_ bytes: Bytes) -> Bool? {
    switch bytes.count {
    case 1:
      bytes[0] == 0x31 ? true : bytes[0] == 0x30 ? false : nil
    case 4:
      ["true", "True", "TRUE"].contains { $0.utf8.elementsEqual(bytes) } ? true : nil
    case 5:
      ["false", "False", "FALSE"].contains { $0.utf8.elementsEqual(bytes) } ? false : nil
    default: nil
    }
  }

  @inline(__always)
  private static func digits(_ bytes: Bytes, _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<start + count {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }
}

/// First day and length of each month of the years 0 to 9999, so that dates need no arithmetic.
final class MonthTable: Sendable {
  static let shared = MonthTable()

  private let firstDays: Buffer<Int32>

  private init() {
    var days: [Int32] = []
    days.reserveCapacity(120_001)
    for year in 0...9999 {
      for month in 1...12 {
        days.append(CalendarDay(year: year, month: month, day: 1)!.rawValue)
      }
    }
    days.append(days[days.count - 1] + 31)
    firstDays = Buffer(days)
  }

  @inline(__always)
  func day(year: Int, month: Int, day: Int) -> Int32? {
    guard month >= 1, month <= 12, day >= 1 else { return nil }
    let index = year * 12 + month - 1
    let first = firstDays[index]
    let value = first + Int32(truncatingIfNeeded: day) - 1
    return value < firstDays[index + 1] ? value : nil
  }
}

import Foundation

extension CalendarDay {
  /// Today in Coordinated Universal Time, by the system's clock.
  public static var today: CalendarDay {
    let days = (Date().timeIntervalSince1970 / 86_400).rounded(.down)
    return CalendarDay(rawValue: 0).adding(days: Int(days))
  }
}

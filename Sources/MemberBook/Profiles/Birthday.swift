import Quantities

/// A day of the year that someone was born on, with the year where it is known.
public struct Birthday: Hashable, Sendable {
  /// Nil where only day and month are known.
  public let year: Int?
  /// 1...12.
  public let month: Int
  /// 1...31.
  public let day: Int

  /// Nil when no year, or not `year`, has such a day, or `year` is outside 1...9999.
  public init?(year: Int? = nil, month: Int, day: Int) {
    // 2000 is a leap year.
    guard Day(year: year ?? 2000, month: month, day: day) != nil else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Year, month and day in one word, never 0.
  var word: UInt32 { UInt32(year ?? 0) << 16 | UInt32(month) << 8 | UInt32(day) }

  init?(word: UInt32) {
    let year = Int(word >> 16)
    self.init(year: year == 0 ? nil : year, month: Int(word >> 8 & 0xFF), day: Int(word & 0xFF))
  }
}

extension Birthday: CustomStringConvertible {
  /// `1988-03-12`, or `03-12` without a year.
  public var description: String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    guard let year, let date = Day(year: year, month: month, day: day) else { return two(month) + "-" + two(day) }
    return date.description
  }
}

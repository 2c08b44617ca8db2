import CODBC

extension RowText {
  /// Adds `2024-01-05`.
  mutating func add(_ date: SQL_DATE_STRUCT) { add(day(Int(date.year), date.month, date.day)) }

  /// Adds `2024-01-05 09:07:00`; the fraction of a second is cut off.
  mutating func add(_ moment: SQL_TIMESTAMP_STRUCT) {
    add(
      day(Int(moment.year), moment.month, moment.day) + " "
        + clock(moment.hour, moment.minute, moment.second))
  }

  /// Adds `09:07:00`.
  mutating func add(_ time: SQL_TIME_STRUCT) { add(clock(time.hour, time.minute, time.second)) }
}

private func day(_ year: Int, _ month: UInt16, _ day: UInt16) -> String {
  let digits = String(year.magnitude)
  let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  return (year < 0 ? "-" : "") + padded + "-" + twoDigits(month) + "-" + twoDigits(day)
}

private func clock(_ hour: UInt16, _ minute: UInt16, _ second: UInt16) -> String {
  twoDigits(hour) + ":" + twoDigits(minute) + ":" + twoDigits(second)
}

private func twoDigits(_ number: UInt16) -> String { number < 10 ? "0\(number)" : String(number) }

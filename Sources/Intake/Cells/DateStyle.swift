/// In what order dates are written that end in the year. Those that begin with it are read whatever the style.
public enum DateStyle: String, CaseIterable, Sendable {
  /// Year, month, day: a date that ends in the year is unclear.
  case ymd
  /// Day, month, year: 05/01/2024 is the fifth of January.
  case dmy
  /// Month, day, year: 05/01/2024 is the first of May.
  case mdy
}

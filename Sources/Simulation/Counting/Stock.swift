/// What there is at the end of a range.
public typealias Stock = Counters<StockCounter, Int64, 6>

/// What is counted at the end of a range.
public enum StockCounter: Int, CounterKey {
  case members
  /// Members with a purchase within the range.
  case active
  /// Members with at least two visit days within the range: dates on which all their receipts come to more than 0.
  case repeating
  /// Members who joined within the range, referred by these.
  case referrals
  /// Points outstanding.
  case outstanding
  /// Points that returns should have taken back and that later ones will pay.
  case owed
}

/// What became of the members who bought in the equal range just before; of a month, on the same days of the month
/// before.
public typealias Retention = Counters<RetentionCounter, Int64, 2>

/// What is counted of those who bought before.
public enum RetentionCounter: Int, CounterKey {
  /// How many they are.
  case before
  /// How many of them bought in the range too.
  case kept
}

extension Counters where Key == RetentionCounter, Value == Int64 {
  /// One more who bought before.
  @inline(__always)
  mutating func count(_ isKept: Bool, times: Int64 = 1) {
    self[.before] += times
    self[.kept] += isKept ? times : 0
  }
}

/// The member that a sweep has come to: what is the same for all values.
struct SweepMember: ~Copyable {
  /// In the book.
  private(set) var number = 0
  private(set) var sums = RunningSums()
  /// The qualification window, up to the receipt that was taken last.
  private(set) var window = ReceiptWindow()
  /// The place of the first receipt within the range that is asked about.
  private(set) var firstInRange = 0

  /// Comes to the member `number`, whose receipts in the book are `receipts`. None is taken yet.
  mutating func come(
    to number: Int, _ receipts: Range<Int>, in range: AskedRange, _ days: DayColumn, _ nets: NetColumn
  ) {
    self.number = number
    sums.take(receipts, through: range.last, days, nets)
    window = ReceiptWindow()
    firstInRange = sums.place(from: range.first)
  }

  /// What the window holds.
  @inline(__always) var held: WindowSums { sums.sums(in: window) }

  /// The window takes the receipt at `place`, the next.
  @inline(__always) mutating func take(_ place: Int) { window.end = place &+ 1 }

  /// The window takes all receipts before the range.
  @inline(__always) mutating func takeAllBeforeRange() { window.end = firstInRange }

  /// The window lets the days before the tick `first` go.
  @inline(__always) mutating func letGo(before first: Int32) { sums.advance(&window.start, to: first) }
}

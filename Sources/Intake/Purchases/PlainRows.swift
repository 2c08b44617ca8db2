import MemberBook
import Quantities

/// Reads rows of a purchases table at speed, as long as they are plain: as many fields as the header and no quotes, blanks
/// around cells or anything that would be set aside. It leaves the first row that is not plain where it is, for
/// `BlockParser`, whose answer for every plain row is the same.
struct PlainRows: Sendable {
  private let plan: ReadingPlan
  private let member, date, time, amount, receipt, original, quantity, discount, cost: Int
  private let store, category, channel, advisor: Int
  private let fieldCount: Int
  private let delimiter: UInt64
  private var names = (store: NameCache(), category: NameCache(), channel: NameCache(), advisor: NameCache())
  private var clock: PlainClock
  /// Where the fields of the row start, and one past where the last one ends.
  private var starts: [Int]

  init(_ plan: ReadingPlan) {
    self.plan = plan
    let layout = plan.layout
    (member, amount) = (layout[.member], layout[.amount])
    date = layout[.date] >= 0 ? layout[.date] : layout[.time]
    time = layout[.date] >= 0 && layout[.time] != layout[.date] ? layout[.time] : -1
    (receipt, original) = (layout[.receipt], layout[.originalReceipt])
    (quantity, discount, cost) = (layout[.quantity], layout[.discount], layout[.cost])
    (store, category, channel, advisor) = (
      layout[.store], layout[.category], layout[.channel], layout[.advisor]
    )
    fieldCount = layout.headers.count
    delimiter = PlainText.repeated(plan.delimiter.byte)
    clock = PlainClock(today: plan.today)
    starts = Array(repeating: 0, count: fieldCount + 1)
  }

  /// Forgets the names of the block before, whose codes were its own.
  mutating func startBlock() { names = (NameCache(), NameCache(), NameCache(), NameCache()) }

  /// Appends the plain rows from `offset` on to `batch`. Answers where the first other one starts, and how many were taken.
  mutating func take(_ bytes: ByteSpan, from offset: Int, into batch: inout LineBatch) -> (end: Int, rows: Int) {
    var (end, rows) = (offset, 0)
    while let next = takeRow(bytes, from: end, into: &batch) {
      end = next
      rows &+= 1
    }
    return (end, rows)
  }

  @inline(__always)
  private mutating func takeRow(_ bytes: ByteSpan, from start: Int, into batch: inout LineBatch) -> Int? {
    guard let end = findFields(bytes, from: start) else { return nil }
    guard !mayBeTotal(bytes, 0), !mayBeTotal(bytes, member) else { return nil }
    guard let (day, second) = clock.moment(bytes, cell(date)) else { return nil }
    var time = second
    if self.time >= 0 {
      switch TimeReading(bytes.extracting(cell(self.time))) {
      case .time(let second): time = second
      case .blank: break
      case .moment, .unreadable: return nil
      }
    }
    guard let paid = PlainText.amount(bytes, cell(amount)) else { return nil }
    guard let who = PlainText.key(bytes, cell(member)), !who.isBlank || plan.walkIn == .keep else { return nil }
    var given: (discount: Int64, cost: Int64) = (0, 0)
    var pieces: Int32 = 0
    if discount >= 0 || cost >= 0 || quantity >= 0 {
      guard let discount = number(discount, bytes, 2), let cost = number(cost, bytes, 2),
        let quantity = number(quantity, bytes, 3), let exact = Int32(exactly: quantity)
      else { return nil }
      (given, pieces) = ((discount, cost), exact)
    }
    if receipt >= 0, !PlainText.isTrimmed(bytes, cell(receipt)) { return nil }
    if original >= 0, !PlainText.isTrimmed(bytes, cell(original)) { return nil }

    switch who {
    case .digits(let key): batch.member.append(exact: key)
    case .other(let range): batch.member.append(bytes.extracting(range))
    }
    batch.day.append(day)
    batch.add(second: time)
    batch.amount.append(paid)
    if store >= 0 { batch.store.append(names.store.code(bytes, cell(store), in: &batch.stores)) }
    if category >= 0 { batch.category.append(names.category.code(bytes, cell(category), in: &batch.categories)) }
    if channel >= 0 { batch.channel.append(names.channel.code(bytes, cell(channel), in: &batch.channels)) }
    if advisor >= 0 { batch.advisor.append(names.advisor.code(bytes, cell(advisor), in: &batch.advisors)) }
    if quantity >= 0 { batch.quantity.append(pieces) }
    if discount >= 0 { batch.discount.append(given.discount) }
    if cost >= 0 { batch.cost.append(given.cost) }
    if receipt >= 0 { batch.receipt.append(bytes.extracting(cell(receipt))) }
    if original >= 0 { batch.original.append(bytes.extracting(cell(original))) }
    if plan.keepsFingerprints {
      var fingerprint = Fingerprint()
      for field in 0..<fieldCount { fingerprint.add(bytes.extracting(cell(field))) }
      batch.fingerprint.append(fingerprint)
    }
    batch.endLine()
    return end
  }

  /// Finds the fields of the row at `start` and answers where the next row begins; nil when the row is not plain, or so
  /// near the end of the block that words could not be read whole.
  @inline(__always) private mutating func findFields(_ bytes: ByteSpan, from start: Int) -> Int? {
    let newline = PlainText.repeated(0x0A)
    let limit = bytes.count &- PlainText.margin
    var (i, field) = (start, 0)
    var seen: UInt64 = 0
    starts[0] = start
    while i < limit {
      let word = PlainText.word(bytes, i)
      seen |= word
      var ends = PlainText.zeroBytes(word ^ delimiter, word ^ newline)
      while ends != 0 {
        let place = i &+ ends.trailingZeroBitCount &>> 3
        field &+= 1
        if field > fieldCount { return nil }
        starts[field] = place &+ 1
        if bytes[place] == 0x0A {
          guard field == fieldCount else { return nil }
          return isPlain(bytes, start..<place, seen) ? place &+ 1 : nil
        }
        ends &= ends &- 1
      }
      i &+= 8
    }
    return nil
  }

  /// Whether no field of the row starts with a quote, it ends without a CR, and it is UTF-8. `seen` are all its bytes, and
  /// some of the next row's, one on the other.
  @inline(__always) private func isPlain(_ bytes: ByteSpan, _ row: Range<Int>, _ seen: UInt64) -> Bool {
    for field in 0..<fieldCount where bytes[starts[field]] == UInt8(ascii: "\"") { return false }
    if PlainText.hasCarriageReturn(bytes, row) { return false }
    return seen & PlainText.repeated(0x80) == 0 || UTF8Check.isValid(bytes.extracting(row))
  }

  @inline(__always) private func cell(_ field: Int) -> Range<Int> {
    Range(uncheckedBounds: (starts[field], starts[field &+ 1] &- 1))
  }

  /// Whether the cell must be asked whether it marks a total, and does.
  @inline(__always) private func mayBeTotal(_ bytes: ByteSpan, _ field: Int) -> Bool {
    let cell = cell(field)
    if cell.isEmpty || isDigit(bytes[cell.lowerBound]) { return false }
    if !PlainText.isTrimmed(bytes, cell) { return true }
    return TotalRow.word(in: bytes, cell) != nil
  }

  /// The number of a cell, 0 where it is blank or there is none.
  private func number(_ field: Int, _ bytes: ByteSpan, _ decimals: Int) -> Int64? {
    guard field >= 0, !cell(field).isEmpty else { return 0 }
    guard case .value(let value) = DecimalReading(bytes.extracting(cell(field)), decimals: decimals) else { return nil }
    return value
  }
}

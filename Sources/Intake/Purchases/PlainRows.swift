import Glibc
import MemberBook
import Quantities

/// Reads rows of a purchases table at speed, as long as they are plain: as many fields as the header, no quotes but around
/// a cell, no blanks around one, and nothing that would be set aside. It leaves the first row that is not plain where it
/// is, for `BlockParser`, whose answer for every plain row is the same.
///
/// It reads a block unchecked; see `PlainText` for how far. A value of it belongs to one thread.
struct PlainRows {
  private let plan: ReadingPlan
  private let member, date, time, amount, receipt, original, quantity, discount, cost: Int
  private let store, category, channel, advisor: Int
  private let fieldCount: Int
  private let delimiter: UInt8
  private let names = (store: NameCache(), category: NameCache(), channel: NameCache(), advisor: NameCache())
  private let index: FieldIndex
  private let stage = PlainStage()
  private var clock: PlainClock
  /// Whether there is a column that only some tables have, whose facts are not staged.
  private let hasMore: Bool
  private var hasQuotes = false

  init(_ plan: ReadingPlan) {
    self.plan = plan
    let layout = plan.layout
    (member, amount) = (layout[.member], layout[.amount])
    date = layout[.date] >= 0 ? layout[.date] : layout[.time]
    time = layout[.date] >= 0 && layout[.time] != layout[.date] ? layout[.time] : -1
    (receipt, original) = (layout[.receipt], layout[.originalReceipt])
    (quantity, discount, cost) = (layout[.quantity], layout[.discount], layout[.cost])
    (store, category, channel, advisor) = (layout[.store], layout[.category], layout[.channel], layout[.advisor])
    hasMore =
      plan.keepsFingerprints || [receipt, original, quantity, discount, cost, channel, advisor].contains { $0 >= 0 }
    fieldCount = layout.headers.count
    delimiter = plan.delimiter.byte
    index = FieldIndex(delimiter: plan.delimiter.byte)
    clock = PlainClock(today: plan.today)
  }

  /// Forgets the block before, and its codes of names.
  mutating func startBlock(_ bytes: ByteSpan) {
    for cache in [names.store, names.category, names.channel, names.advisor] { cache.forget() }
    index.startBlock()
    hasQuotes = bytes.withUnsafeBytes { raw in raw.baseAddress.map { memchr($0, 0x22, raw.count) != nil } ?? false }
  }

  /// Appends the plain rows from `offset` on to `batch`. Answers where the first other one starts, and how many were taken.
  mutating func take(_ bytes: ByteSpan, from offset: Int, into batch: inout LineBatch) -> (end: Int, rows: Int) {
    bytes.withUnsafeBytes { raw in
      guard let start = raw.baseAddress else { return (offset, 0) }
      let text = PlainText(start: start, count: raw.count)
      let before = batch.count
      var end = offset
      while let next = takeRow(text, from: end, into: &batch) {
        end = next
        if stage.count == PlainStage.size { flush(into: &batch, text) }
      }
      flush(into: &batch, text)
      return (end, batch.count - before)
    }
  }

  private func flush(into batch: inout LineBatch, _ text: PlainText) {
    if stage.count > 0 { stage.flush(into: &batch, text, hasStore: store >= 0, hasCategory: category >= 0) }
  }

  /// Takes the row at `start` and answers where the next begins; nil when it is not plain.
  @inline(__always)
  private mutating func takeRow(_ text: PlainText, from start: Int, into batch: inout LineBatch) -> Int? {
    guard let end = rowEnd(text, from: start) else { return nil }
    let who = cell(member, start, text)
    let isNumber = text.digits(who)
    guard !isTotal(cell(0, start, text), text), member == 0 || !isTotal(who, text) else { return nil }
    guard let (day, given) = clock.moment(text, cell(date, start, text)) else { return nil }
    var second = given
    if time >= 0 {
      switch TimeReading(text.bytes(cell(time, start, text)).span) {
      case .time(let found): second = found
      case .blank: break
      case .moment, .unreadable: return nil
      }
    }
    let sum = cell(amount, start, text)
    guard let paid = text.hundredths(sum).map({ Int32(truncatingIfNeeded: $0) }) ?? rareAmount(sum, text) else {
      return nil
    }
    if isNumber == nil, !text.isTrimmed(who) || who.isEmpty && plan.walkIn == .quarantine { return nil }
    if hasMore, !takeMore(start, text, into: &batch) { return nil }
    // Nothing is staged or appended before here, where the row is known to be plain.
    let key = isNumber.map { TextKey(digits: $0, count: who.count) } ?? TextKey(text.bytes(who).span)
    stage.key[stage.count] = key.word
    if !key.isExact { stage.stage(longID: who) }
    stage.day[stage.count] = day
    stage.amount[stage.count] = paid
    if store >= 0 { stage.store[stage.count] = names.store.code(text, cell(store, start, text), in: &batch.stores) }
    if category >= 0 {
      stage.category[stage.count] = names.category.code(text, cell(category, start, text), in: &batch.categories)
    }
    stage.endRow(second: second)
    return end
  }

  /// Where the row after the one at `start` begins; nil when this one is not plain.
  @inline(__always) private func rowEnd(_ text: PlainText, from start: Int) -> Int? {
    guard index.move(to: start, text, needed: fieldCount &+ 1) else { return nil }
    let ends = index.ends + index.next
    for field in 0..<(fieldCount &- 1) where text[Int(ends[field])] != delimiter { return nil }
    var end = Int(ends[fieldCount &- 1])
    if text[end] == 0x0D { end &+= 1 }
    guard text[end] == 0x0A else { return nil }
    if hasQuotes, !(0..<fieldCount).allSatisfy({ hasPlainQuotes(field($0, start), text) }) { return nil }
    if !index.isASCII, !UTF8Check.isValid(text.bytes(PlainCell(start: start, end: end)).span) { return nil }
    return end &+ 1
  }

  /// A field with the quotes around it.
  @inline(__always) private func field(_ field: Int, _ start: Int) -> PlainCell {
    let ends = index.ends + index.next
    return PlainCell(start: field == 0 ? start : Int(ends[field &- 1]) &+ 1, end: Int(ends[field]))
  }

  @inline(__always) private func cell(_ number: Int, _ start: Int, _ text: PlainText) -> PlainCell {
    let field = field(number, start)
    if hasQuotes, text[field.start] == UInt8(ascii: "\"") {
      return PlainCell(start: field.start &+ 1, end: field.end &- 1)
    }
    return field
  }

  /// Whether a field has no quotes that count, or just one at either end.
  private func hasPlainQuotes(_ field: PlainCell, _ text: PlainText) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard text[field.start] == quote else { return true }
    guard field.count >= 2, text[field.end - 1] == quote else { return false }
    for i in field.start + 1..<field.end - 1 where text[i] == quote { return false }
    return true
  }

  /// Whether the row may be a total, which `BlockParser` is to judge where blanks are around the cell.
  @inline(__always) private func isTotal(_ cell: PlainCell, _ text: PlainText) -> Bool {
    if cell.isEmpty || isDigit(text[cell.start]) { return false }
    let bytes = text.bytes(cell).span
    return TotalRow.word(in: bytes, trimmed(bytes, Field(start: 0, end: cell.count))) != nil
  }

  /// An amount that is not short and of two decimals.
  @inline(never) private func rareAmount(_ cell: PlainCell, _ text: PlainText) -> Int32? {
    guard case .value(let value) = DecimalReading(text.bytes(cell).span, decimals: 2),
      let short = Int32(exactly: value),
      short != .min
    else { return nil }
    return short
  }

  /// Appends the facts that only some tables have; nothing where one of them is not plain.
  @inline(never) private func takeMore(_ start: Int, _ text: PlainText, into batch: inout LineBatch) -> Bool {
    func number(_ field: Int, _ decimals: Int) -> Int64? {
      guard field >= 0, !cell(field, start, text).isEmpty else { return 0 }
      let cell = text.bytes(cell(field, start, text)).span
      guard case .value(let value) = DecimalReading(cell, decimals: decimals) else { return nil }
      return value
    }
    guard let discounted = number(discount, 2), let spent = number(cost, 2), let pieces = number(quantity, 3),
      let exact = Int32(exactly: pieces), receipt < 0 || text.isTrimmed(cell(receipt, start, text)),
      original < 0 || text.isTrimmed(cell(original, start, text))
    else { return false }
    if quantity >= 0 { batch.quantity.append(exact) }
    if discount >= 0 { batch.discount.append(discounted) }
    if cost >= 0 { batch.cost.append(spent) }
    if channel >= 0 { batch.channel.append(names.channel.code(text, cell(channel, start, text), in: &batch.channels)) }
    if advisor >= 0 { batch.advisor.append(names.advisor.code(text, cell(advisor, start, text), in: &batch.advisors)) }
    if receipt >= 0 { batch.receipt.append(text.bytes(cell(receipt, start, text)).span) }
    if original >= 0 { batch.original.append(text.bytes(cell(original, start, text)).span) }
    if plan.keepsFingerprints {
      var fingerprint = Fingerprint()
      for field in 0..<fieldCount { fingerprint.add(text.bytes(cell(field, start, text)).span) }
      batch.fingerprint.append(fingerprint)
    }
    return true
  }
}

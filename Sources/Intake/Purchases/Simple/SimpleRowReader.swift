import Glibc
import MemberBook

/// The fast path over the rows of a purchases table, as long as they are simple: as many fields as the header, no quotes
/// but around a cell, no blanks around one, and nothing that would be set aside. It leaves the first other row where it
/// is, for `BlockParser`, whose answer for every simple row is the same.
///
/// It reads a block unchecked; see `BlockBytes` for how far. A value of it belongs to one thread.
struct SimpleRowReader {
  private let takesWalkIns: Bool
  private let style: DateStyle
  /// The fields that a row's fingerprint is of, where it has one.
  private let fingerprinted: [Int]?
  private let member, date, time, amount, receipt, original, quantity, discount, cost: Int
  private let store, category, channel, advisor: Int
  private let fieldCount: Int
  private let delimiter: UInt8
  private let names = (store: NameCache(), category: NameCache(), channel: NameCache(), advisor: NameCache())
  private let index: FieldIndex
  private let stage = StagedRows()
  private var clock: SimpleMomentReader
  /// Whether there is a column that only some tables have, whose facts are not staged.
  private let hasMore: Bool
  private var hasQuotes = false

  /// Nil where a row that repeats the header could be taken for a purchase.
  init?(_ plan: ReadingPlan<PurchaseColumn>, amount: Int, fingerprinted: [Int]?) {
    self.fingerprinted = fingerprinted
    takesWalkIns = plan.rows.walkIn == .keep
    style = plan.dateStyle
    let layout = plan.layout
    member = layout[.member]
    self.amount = amount
    date = layout[.date] >= 0 ? layout[.date] : layout[.time]
    time = layout[.date] >= 0 && layout[.time] != layout[.date] ? layout[.time] : -1
    (receipt, original) = (layout[.receipt], layout[.originalReceipt])
    (quantity, discount, cost) = (layout[.quantity], layout[.discount], layout[.cost])
    (store, category, channel, advisor) = (layout[.store], layout[.category], layout[.channel], layout[.advisor])
    hasMore =
      fingerprinted != nil || [receipt, original, quantity, discount, cost, channel, advisor].contains { $0 >= 0 }
    fieldCount = layout.headers.count
    delimiter = plan.delimiter.byte
    index = FieldIndex(delimiter: plan.delimiter.byte)
    clock = SimpleMomentReader(today: plan.today, style: plan.dateStyle)
    if layout.headers[date].utf8.first.map(isDigit) ?? true { return nil }
  }

  /// Forgets the block before, and its codes of names.
  mutating func startBlock(_ bytes: ByteSpan) {
    for cache in [names.store, names.category, names.channel, names.advisor] { cache.forget() }
    index.startBlock()
    hasQuotes = bytes.withUnsafeBytes { raw in raw.baseAddress.map { memchr($0, 0x22, raw.count) != nil } ?? false }
  }

  /// Appends the simple rows from `offset` on to `batch`. Answers where the first other one starts, and how many were taken.
  mutating func take(_ bytes: ByteSpan, from offset: Int, into batch: inout LineBatch) -> (end: Int, rows: Int) {
    bytes.withUnsafeBytes { raw in
      guard let start = raw.baseAddress else { return (offset, 0) }
      let text = BlockBytes(start: start, count: raw.count)
      let before = batch.count
      var end = offset
      while let next = takeRow(text, from: end, into: &batch) {
        end = next
        if stage.count == StagedRows.size { flush(into: &batch, text) }
      }
      flush(into: &batch, text)
      return (end, batch.count - before)
    }
  }

  private func flush(into batch: inout LineBatch, _ text: BlockBytes) {
    if stage.count > 0 { stage.flush(into: &batch, text, hasStore: store >= 0, hasCategory: category >= 0) }
  }

  /// Takes the row at `start` and answers where the next begins; nil when it is not simple.
  @inline(__always)
  private mutating func takeRow(_ text: BlockBytes, from start: Int, into batch: inout LineBatch) -> Int? {
    guard let ends = index.ends(from: start, text, needed: fieldCount &+ 1) else { return nil }
    let row = SimpleRow(text: text, start: start, ends: ends, hasQuotes: hasQuotes)
    guard let end = row.end(fieldCount, delimiter, isASCII: index.isASCII) else { return nil }
    let who = row.cell(member)
    let isNumber = text.digits(who)
    guard !isTotal(row.cell(0), text), member == 0 || !isTotal(who, text) else { return nil }
    guard let (day, given) = clock.moment(text, row.cell(date)) else { return nil }
    var second = given
    if time >= 0 {
      switch TimeReading(text.bytes(row.cell(time)).span, style: style) {
      case .time(let found): second = found
      case .blank: break
      case .moment, .unreadable: return nil
      }
    }
    let sum = row.cell(amount)
    guard let paid = text.hundredths(sum).map({ Int32(truncatingIfNeeded: $0) }) ?? rareAmount(sum, text) else {
      return nil
    }
    if isNumber == nil, !isPlain(who, text) || who.isEmpty && !takesWalkIns { return nil }
    if hasMore, !takeMore(row, into: &batch) { return nil }
    // Nothing is staged or appended before here, where the row is known to be simple.
    let key = isNumber.map { TextKey(digits: $0, count: who.count) } ?? TextKey(text.bytes(who).span)
    stage.key[stage.count] = key.word
    if !key.isExact { stage.stage(longID: who) }
    stage.day[stage.count] = day
    stage.amount[stage.count] = paid
    if store >= 0 { stage.store[stage.count] = names.store.code(text, row.cell(store), in: &batch.stores) }
    if category >= 0 {
      stage.category[stage.count] = names.category.code(text, row.cell(category), in: &batch.categories)
    }
    stage.endRow(second: second)
    index.goOn(to: end.next, used: end.used)
    return end.next
  }

  /// Whether the row may be a total, which `BlockParser` is to judge where blanks are around the cell.
  @inline(__always) private func isTotal(_ cell: ByteRange, _ text: BlockBytes) -> Bool {
    if cell.isEmpty || isDigit(text[cell.start]) { return false }
    let bytes = text.bytes(cell).span
    return TotalRow.word(in: bytes, trimmed(bytes, RecordField(start: 0, end: cell.count))) != nil
  }

  /// Whether nothing is to be undone about an id.
  @inline(__always) private func isPlain(_ id: ByteRange, _ text: BlockBytes) -> Bool {
    text.isTrimmed(id) && !IdentityText.mayHaveMarks(text.bytes(id).span)
  }

  /// An amount that is not short and of two decimals. One that says its currency, or whose point may part thousands, is
  /// not simple.
  @inline(never) private func rareAmount(_ cell: ByteRange, _ text: BlockBytes) -> Int32? {
    guard cell.count > 0, isDigit(text[cell.end &- 1]) && text[cell.start] < 0x3A && text[cell.start] != 0x24,
      cell.count < 5 || text[cell.end &- 4] != UInt8(ascii: "."),
      case .value(let value) = DecimalReading(text.bytes(cell).span, decimals: 2),
      let short = Int32(exactly: value),
      short != .min
    else { return nil }
    return short
  }

  /// Appends the facts that only some tables have; nothing where one of them is not simple.
  @inline(never) private func takeMore(_ row: SimpleRow, into batch: inout LineBatch) -> Bool {
    let text = row.text
    func number(_ field: Int, _ decimals: Int) -> Int64? {
      guard field >= 0, !row.cell(field).isEmpty else { return 0 }
      let cell = text.bytes(row.cell(field)).span
      guard case .value(let value) = DecimalReading(cell, decimals: decimals) else { return nil }
      return value
    }
    guard let discounted = number(discount, 2), let spent = number(cost, 2), let pieces = number(quantity, 3),
      let exact = Int32(exactly: pieces), receipt < 0 || isPlain(row.cell(receipt), text),
      original < 0 || isPlain(row.cell(original), text)
    else { return false }
    if quantity >= 0 { batch.quantity.append(exact) }
    if discount >= 0 { batch.discount.append(discounted) }
    if cost >= 0 { batch.cost.append(spent) }
    if channel >= 0 { batch.channel.append(names.channel.code(text, row.cell(channel), in: &batch.channels)) }
    if advisor >= 0 { batch.advisor.append(names.advisor.code(text, row.cell(advisor), in: &batch.advisors)) }
    if receipt >= 0 { batch.receipt.append(text.bytes(row.cell(receipt)).span) }
    if original >= 0 { batch.original.append(text.bytes(row.cell(original)).span) }
    if let fingerprinted {
      var fingerprint = Fingerprint()
      for field in fingerprinted { fingerprint.add(text.bytes(row.cell(field)).span) }
      batch.fingerprint.append(fingerprint)
    }
    return true
  }
}

import MemberBook
import Quantities

/// What one block of a file holds. Lines are counted from the block's first, 0.
struct ParsedBlock: Sendable {
  var batch = LineBatch()
  var quarantine: [QuarantinedRow] = []
  var rows = 0
  var lines = 0
  /// In bytes of the file.
  var size = 0
  /// The first date that no book can hold.
  var beyondCalendar: (day: Day, line: Int)?
}

/// Reads blocks of rows into typed columns, setting aside what cannot be read.
struct BlockParser {
  let plan: ReadingPlan
  var block = ParsedBlock()
  var lastDate: [UInt8] = []
  var lastReading = DateReading.blank
  let member, date, time, amount, receipt, original, store, category, quantity, discount, cost, advisor: Int
  let channel: Int
  let fieldCount: Int
  private var plainRows: PlainRows

  init(_ plan: ReadingPlan) {
    self.plan = plan
    plainRows = PlainRows(plan)
    let layout = plan.layout
    fieldCount = layout.headers.count
    (member, date, time, amount) = (layout[.member], layout[.date], layout[.time], layout[.amount])
    (receipt, original, store) = (layout[.receipt], layout[.originalReceipt], layout[.store])
    (category, quantity, discount) = (layout[.category], layout[.quantity], layout[.discount])
    (cost, advisor, channel) = (layout[.cost], layout[.advisor], layout[.channel])
  }

  /// Why a row is set aside, and for which cell.
  struct Refusal {
    var reason: QuarantineReason
    var field: Int?
  }

  /// The rows of `raw`, bytes of the file that start and end with a record.
  mutating func parse(_ raw: [UInt8]) -> ParsedBlock {
    block = ParsedBlock()
    block.size = raw.count
    let decoded = TextDecoder(encoding: plan.encoding).decode(raw)
    let bytes = decoded.span
    let scanner = RecordScanner(delimiter: plan.delimiter.byte)
    var record = Record()
    var offset = 0
    block.batch.reserveCapacity(bytes.count / 24)
    plainRows.startBlock(bytes)
    while offset < bytes.count {
      let plain = plainRows.take(bytes, from: offset, into: &block.batch)
      block.rows &+= plain.rows
      block.lines &+= plain.rows
      offset = plain.end
      if offset == bytes.count { break }
      offset = scanner.scan(bytes, from: offset, into: &record)
      if !record.isBlank(in: bytes) {
        block.rows &+= 1
        if let refusal = take(record, bytes) {
          block.quarantine.append(
            QuarantinedRow(
              file: plan.file, line: block.lines, column: refusal.field.map { plan.layout.headers[$0] },
              reason: refusal.reason, raw: text(bytes, record.start..<record.end)))
        }
      }
      block.lines &+= record.lines
    }
    return block
  }

  private mutating func take(_ record: Record, _ bytes: ByteSpan) -> Refusal? {
    switch record.fault {
    case .unclosedQuote: return Refusal(reason: .unclosedQuote)
    case .textAfterQuote: return Refusal(reason: .textAfterQuote)
    case nil: break
    }
    if record.seen >= 0x80 {
      for (i, field) in record.fields.enumerated()
      where !UTF8Check.isValid(bytes.extracting(field.start..<field.end)) {
        return Refusal(reason: .undecodable, field: i < plan.layout.headers.count ? i : nil)
      }
    }
    if record.hasDoubledQuotes {
      let (text, fields) = undoubled(record.fields, bytes)
      return take(fields, text.span)
    }
    return take(record.fields, bytes)
  }

  private mutating func take(_ fields: [Field], _ bytes: ByteSpan) -> Refusal? {
    if let total = TotalRow.word(in: bytes, trimmed(bytes, fields[0])) {
      return Refusal(reason: .totalRow(total), field: 0)
    }
    if member > 0, member < fields.count, let total = TotalRow.word(in: bytes, trimmed(bytes, fields[member])) {
      return Refusal(reason: .totalRow(total), field: member)
    }
    guard hasFields(fields, bytes) else {
      return Refusal(reason: .wrongFieldCount(found: fields.count, expected: plan.layout.headers.count))
    }
    guard let refusal = takeFacts(fields, bytes) else { return nil }
    return repeatsHeader(fields, bytes) ? Refusal(reason: .repeatedHeader) : refusal
  }

  /// As many fields as the header has; blank ones beyond them say nothing and do no harm.
  private func hasFields(_ fields: [Field], _ bytes: ByteSpan) -> Bool {
    if fields.count == fieldCount { return true }
    return fields.count > fieldCount && fields[fieldCount...].allSatisfy { trimmed(bytes, $0).isEmpty }
  }

  private mutating func takeFacts(_ fields: [Field], _ bytes: ByteSpan) -> Refusal? {
    let day: Day
    let second: Int32
    switch moment(fields, bytes) {
    case .success(let found): (day, second) = found
    case .failure(let refusal): return refusal
    }
    let amountCell = bytes.extracting(trimmed(bytes, fields[amount]))
    guard case .value(let paid) = DecimalReading(amountCell, decimals: 2) else {
      return refusal(DecimalReading(amountCell, decimals: 2), of: amount, amountCell)
    }
    var pieces: Int32 = 0
    if quantity >= 0 {
      let cell = bytes.extracting(trimmed(bytes, fields[quantity]))
      switch DecimalReading(cell, decimals: 3) {
      case .blank: break
      case .value(let value) where Int32(exactly: value) != nil: pieces = Int32(value)
      case .value, .unreadable, .tooManyDecimals, .beyondBound:
        return Refusal(reason: .quantityUnreadable(string(cell)), field: quantity)
      }
    }
    var given: (discount: Int64, cost: Int64) = (0, 0)
    if let refusal = money(discount, fields, bytes, into: &given.discount) { return refusal }
    if let refusal = money(cost, fields, bytes, into: &given.cost) { return refusal }
    let who = trimmed(bytes, fields[member])
    if who.isEmpty, plan.walkIn == .quarantine { return Refusal(reason: .walkIn, field: member) }

    block.batch.member.append(bytes.extracting(who))
    block.batch.day.append(UInt16(truncatingIfNeeded: day - LineBatch.calendarStart))
    block.batch.add(second: second)
    block.batch.amount.append(paid)
    if store >= 0 {
      block.batch.store.append(block.batch.stores.intern(bytes.extracting(trimmed(bytes, fields[store]))))
    }
    if category >= 0 {
      block.batch.category.append(block.batch.categories.intern(bytes.extracting(trimmed(bytes, fields[category]))))
    }
    if channel >= 0 {
      block.batch.channel.append(block.batch.channels.intern(bytes.extracting(trimmed(bytes, fields[channel]))))
    }
    if advisor >= 0 {
      block.batch.advisor.append(block.batch.advisors.intern(bytes.extracting(trimmed(bytes, fields[advisor]))))
    }
    if quantity >= 0 { block.batch.quantity.append(pieces) }
    if discount >= 0 { block.batch.discount.append(given.discount) }
    if cost >= 0 { block.batch.cost.append(given.cost) }
    if receipt >= 0 { block.batch.receipt.append(bytes.extracting(trimmed(bytes, fields[receipt]))) }
    if original >= 0 { block.batch.original.append(bytes.extracting(trimmed(bytes, fields[original]))) }
    if plan.keepsFingerprints {
      var fingerprint = Fingerprint()
      for field in fields { fingerprint.add(bytes.extracting(field.start..<field.end)) }
      block.batch.fingerprint.append(fingerprint)
    }
    block.batch.endLine()
    return nil
  }
}

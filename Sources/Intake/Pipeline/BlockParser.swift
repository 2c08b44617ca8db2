import MemberBook
import Quantities

/// What one block of a file holds. Lines are counted from the block's first, 0.
struct ParsedBlock: Sendable {
  var batch = LineBatch()
  var quarantine: [QuarantinedRow] = []
  var rows = 0
  var lines = 0
  /// The first date that no book can hold.
  var beyondCalendar: (day: Day, line: Int)?
}

/// Reads blocks of rows into typed columns, setting aside what cannot be read.
struct BlockParser {
  private let plan: ReadingPlan
  private var block = ParsedBlock()
  private var lastDate: [UInt8] = []
  private var lastReading = DateReading.blank
  private let member, date, time, amount, receipt, original, store, category, quantity, discount, cost, advisor: Int
  private let channel: Int
  private let fieldCount: Int

  init(_ plan: ReadingPlan) {
    self.plan = plan
    let layout = plan.layout
    fieldCount = layout.headers.count
    (member, date, time, amount) = (layout[.member], layout[.date], layout[.time], layout[.amount])
    (receipt, original, store) = (layout[.receipt], layout[.originalReceipt], layout[.store])
    (category, quantity, discount) = (layout[.category], layout[.quantity], layout[.discount])
    (cost, advisor, channel) = (layout[.cost], layout[.advisor], layout[.channel])
  }

  /// Why a row is set aside, and for which cell.
  private struct Refusal {
    var reason: QuarantineReason
    var field: Int?
  }

  /// The rows of `raw`, bytes of the file that start and end with a record.
  mutating func parse(_ raw: [UInt8]) -> ParsedBlock {
    block = ParsedBlock()
    let decoded = TextDecoder(encoding: plan.encoding).decode(raw)
    let bytes = decoded.span
    let scanner = RecordScanner(delimiter: plan.delimiter.byte)
    var record = Record()
    var offset = 0
    block.batch.reserveCapacity(bytes.count / 24)
    while offset < bytes.count {
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

extension BlockParser {
  private enum Moment {
    case success((Day, Int32))
    case failure(Refusal)
  }

  /// The day and time of a row, from its date column, its time column or both.
  private mutating func moment(_ fields: [Field], _ bytes: ByteSpan) -> Moment {
    var found: (day: Day, second: Int32?)
    let first = date >= 0 ? date : time
    let range = trimmed(bytes, fields[first])
    let reading = reading(bytes, range)
    switch reading {
    case .moment(let day, let second): found = (day, second)
    case .blank: return .failure(Refusal(reason: .dateMissing, field: first))
    case .unreadable: return .failure(Refusal(reason: .dateUnreadable(text(bytes, range)), field: first))
    case .unclear: return .failure(Refusal(reason: .dateUnclear(text(bytes, range)), field: first))
    case .doesNotExist: return .failure(Refusal(reason: .dateDoesNotExist(text(bytes, range)), field: first))
    case .before1900(let day): return .failure(Refusal(reason: .dateBefore1900(day), field: first))
    }
    if let today = plan.today, found.day > today {
      return .failure(Refusal(reason: .dateAfterToday(found.day, today: today), field: first))
    }
    if date >= 0, time >= 0, time != date {
      let cell = trimmed(bytes, fields[time])
      switch TimeReading(bytes.extracting(cell)) {
      case .time(let second): found.second = second
      case .moment(let day, let second):
        guard day == found.day else {
          return .failure(Refusal(reason: .datesConflict(text(bytes, range), text(bytes, cell)), field: time))
        }
        found.second = second ?? found.second
      case .blank: break
      case .unreadable: return .failure(Refusal(reason: .timeUnreadable(text(bytes, cell)), field: time))
      }
    }
    if found.day - LineBatch.calendarStart > Int(UInt16.max), block.beyondCalendar == nil {
      block.beyondCalendar = (found.day, block.lines)
    }
    return .success((found.day, found.second ?? 0))
  }

  /// Reads a date, which in most files is the same as the row's before.
  private mutating func reading(_ bytes: ByteSpan, _ range: Range<Int>) -> DateReading {
    if range.count == lastDate.count {
      var i = 0
      while i < lastDate.count, lastDate[i] == bytes[range.lowerBound &+ i] { i &+= 1 }
      if i == lastDate.count { return lastReading }
    }
    lastReading = DateReading(bytes.extracting(range))
    lastDate.removeAll(keepingCapacity: true)
    for i in range { lastDate.append(bytes[i]) }
    return lastReading
  }

  /// A further amount of the row, 0 where its cell is blank.
  private func money(_ column: Int, _ fields: [Field], _ bytes: ByteSpan, into amount: inout Int64) -> Refusal? {
    guard column >= 0 else { return nil }
    let cell = bytes.extracting(trimmed(bytes, fields[column]))
    switch DecimalReading(cell, decimals: 2) {
    case .value(let value): amount = value
    case .blank: break
    case let other: return refusal(other, of: column, cell)
    }
    return nil
  }

  private func refusal(_ reading: DecimalReading, of field: Int, _ cell: ByteSpan) -> Refusal {
    switch reading {
    case .blank: Refusal(reason: .amountMissing, field: field)
    case .tooManyDecimals: Refusal(reason: .tooManyDecimals(string(cell)), field: field)
    case .beyondBound: Refusal(reason: .amountBeyondBound(string(cell)), field: field)
    case .unreadable, .value: Refusal(reason: .amountUnreadable(string(cell)), field: field)
    }
  }

  private func string(_ cell: ByteSpan) -> String { text(cell, 0..<cell.count) }

  /// Whether every role's cell is its header.
  private func repeatsHeader(_ fields: [Field], _ bytes: ByteSpan) -> Bool {
    plan.layout.fields.values.allSatisfy { text(bytes, trimmed(bytes, fields[$0])) == plan.layout.headers[$0] }
  }

  /// The fields in bytes of their own, doubled quotes made single.
  private func undoubled(_ fields: [Field], _ bytes: ByteSpan) -> ([UInt8], [Field]) {
    var text: [UInt8] = []
    var places: [Field] = []
    for field in fields {
      let start = text.count
      var i = field.start
      while i < field.end {
        text.append(bytes[i])
        i += field.hasDoubledQuotes && bytes[i] == UInt8(ascii: "\"") ? 2 : 1
      }
      places.append(Field(start: start, end: text.count))
    }
    return (text, places)
  }
}

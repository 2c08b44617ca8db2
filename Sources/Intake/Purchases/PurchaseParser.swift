import MemberBook
import Quantities

/// Reads rows of a purchases table into lines.
struct PurchaseParser: RowParser {
  private var batch = LineBatch()
  private var evidence = TableEvidence()
  private var moments: MomentReader
  private let rows: PurchaseRows
  private let amount: AmountSource
  private let mark: DecimalMark
  private let looksAtMarks: Bool
  private let counted: BoundCondition?
  private let returns: BoundCondition?
  /// Fields of statuses and kinds.
  private let wordFields: [Int]
  private let member, receipt, original, store, category, quantity, discount, cost, profit, advisor, channel: Int
  /// Fields that tell a row from others.
  private let ownFields: [Int]
  /// Rows are fingerprinted whole, for what is equal can otherwise not be told from the columns that are kept.
  private let keepsFingerprints: Bool
  /// Nil where a row says more than its cells do by themselves.
  private var simpleRows: SimpleRowReader?

  init(_ plan: ReadingPlan<PurchaseColumn>) {
    let layout = plan.layout
    moments = MomentReader(date: layout[.date], time: layout[.time], today: plan.today, style: plan.dateStyle)
    rows = plan.rows
    (mark, looksAtMarks) = (plan.decimalMark, plan.looksAtMarks)
    amount = AmountSource(layout, plan.rows)
    counted = plan.rows.counted?.bound(to: layout.further)
    returns = plan.rows.returns?.bound(to: layout.further)
    (member, receipt, original) = (layout[.member], layout[.receipt], layout[.originalReceipt])
    (store, category, quantity, discount) = (
      layout[.store], layout[.category], layout[.quantity], layout[.discount]
    )
    (cost, advisor, channel) = (layout[.cost], layout[.advisor], layout[.channel])
    profit = layout[.cost] < 0 ? layout[.profit] : -1
    ownFields = plan.ownFields
    let unused = layout.unusedFields.filter(ownFields.contains)
    keepsFingerprints = layout[.receipt] >= 0 || !unused.isEmpty || !layout.further.isEmpty
    let conditional = Set((plan.rows.counted?.headers ?? []) + (plan.rows.returns?.headers ?? []))
    wordFields =
      conditional.compactMap { layout.further[$0] }.sorted()
      + unused.filter { PurchaseColumn.statusHeaders.contains(HeaderName.normalised(layout.headers[$0])) }
    let isSimple =
      amount.isPlainCell && counted == nil && returns == nil && wordFields.isEmpty && plan.rows.excludedTax == nil
      && profit < 0 && mark == .point && !plan.examinesMarks
    simpleRows =
      isSimple ? SimpleRowReader(plan, amount: amount.field, fingerprinted: keepsFingerprints ? ownFields : nil) : nil
  }

  mutating func startBlock(_ bytes: ByteSpan) { simpleRows?.startBlock(bytes) }

  mutating func takeSimple(_ bytes: ByteSpan, from offset: Int) -> (end: Int, rows: Int) {
    simpleRows?.take(bytes, from: offset, into: &batch) ?? (offset, 0)
  }

  mutating func take(_ fields: [RecordField], _ bytes: ByteSpan) -> Refusal? {
    let row = RowCells(fields, mark: mark)
    if let counted, !counted.holds(in: row, bytes) {
      let left = paid(in: row, bytes).amount ?? 0
      evidence.leftOutAmount += Int128(left)
      noteWords(row, left, bytes)
      return Refusal(reason: .leftOut)
    }
    let (day, second): (Day, Int32)
    switch moments.moment(fields, bytes) {
    case .success(let found, let time): (day, second) = (found, time)
    case .failure(let refusal): return refusal
    }
    guard let offset = UInt16(exactly: day - LineBatch.calendarStart) else {
      return Refusal(reason: .dateBeyondCalendar(day), field: moments.field)
    }
    var facts = LineAmounts()
    switch paid(in: row, bytes) {
    case .value(let minor): facts.paid = minor
    case .refused(let refusal): return refusal
    }
    let rate: Ratio?
    switch self.rate(row, facts.paid, bytes) {
    case .one: rate = nil
    case .other(let stated): rate = stated
    case .refused(let refusal): return refusal
    }
    let names = Names(
      member: row.identity(in: member, bytes), receipt: receipt < 0 ? .plain : row.identity(in: receipt, bytes),
      original: original < 0 ? .plain : row.identity(in: original, bytes))
    if rows.walkIn == .quarantine,
      names.member.withBytes(of: bytes.extracting(row.range(of: member, bytes)), { $0.isEmpty })
    {
      return Refusal(reason: .walkIn, field: member)
    }
    if let field = cutField(names) { return Refusal(reason: .idCut(row.text(of: field, bytes)), field: field) }
    // Nothing is noted of a row that is set aside.
    if case .product(let price, let pieces) = amount.doubtful { noteUnitPrice(price, times: pieces, row, bytes) }
    noteWords(row, facts.paid, bytes)
    readOptional(row, bytes, into: &facts)
    if let returns, returns.holds(in: row, bytes) { facts.turnBack() }
    if let rate, !facts.convert(at: rate) {
      return Refusal(reason: .amountBeyondBound(row.text(of: amount.field, bytes)), field: amount.field)
    }
    if let tax = rows.excludedTax { facts.add(tax) }
    append(facts, names, row, bytes)
    batch.day.append(offset)
    batch.add(second: second)
    batch.endLine()
    return nil
  }

  mutating func takeEvidence() -> TableEvidence {
    evidence.dates = moments.dates.evidence
    defer { evidence = TableEvidence() }
    return evidence
  }

  mutating func finishBatch(nextSize size: Int) -> LineBatch {
    let finished = batch
    batch = LineBatch()
    batch.reserveCapacity(size / 24)
    return finished
  }

  /// What names the member and the receipts of a row.
  private struct Names {
    let member, receipt, original: IdentityText
  }

  /// The field of a number that a program has cut.
  private func cutField(_ names: Names) -> Int? {
    names.member.isCut ? member : names.receipt.isCut ? receipt : names.original.isCut ? original : nil
  }

  /// What a row's amount is.
  private enum Paid {
    case value(Int64)
    case refused(Refusal)

    var amount: Int64? { if case .value(let minor) = self { minor } else { nil } }
  }

  private mutating func paid(in row: RowCells, _ bytes: ByteSpan) -> Paid {
    switch amount.kind {
    case .cell(let field):
      let cell = bytes.extracting(row.range(of: field, bytes))
      switch looksAtMarks ? evidence.decimals.read(cell) : DecimalReading(cell, decimals: 2, mark: mark) {
      case .value(let minor): return .value(minor)
      case let other: return .refused(refusal(other, of: field, cell))
      }
    case .calculation(let calculation, let first):
      switch calculation.minorUnits(in: row, bytes) {
      case .value(let minor): return .value(minor)
      case .blank: return .refused(Refusal(reason: .amountMissing, field: first))
      case .beyondBound: return .refused(Refusal(reason: .amountBeyondBound(row.text(of: first, bytes)), field: first))
      case .refused(let field, let reading):
        return .refused(refusal(reading, of: field, bytes.extracting(row.range(of: field, bytes))))
      }
    }
  }

  /// What one unit of a row's currency comes to: nil where the row says none or the session's, which is noted.
  private mutating func rate(_ row: RowCells, _ minor: Int64, _ bytes: ByteSpan) -> Rate {
    guard case .cell(let field) = amount.kind,
      let name = CurrencyMark.name(in: bytes.extracting(row.range(of: field, bytes)))
    else { return .one }
    if let rate = rows.rates[name] { return .other(rate) }
    if let session = rows.currency, session.symbol != name {
      return .refused(
        Refusal(reason: .otherCurrency(row.text(of: field, bytes), session: session.symbol), field: field))
    }
    evidence.noteCurrency(name, minor)
    return .one
  }

  private enum Rate {
    case one
    case other(Ratio)
    case refused(Refusal)
  }

  private mutating func noteWords(_ row: RowCells, _ minor: Int64, _ bytes: ByteSpan) {
    for field in wordFields { evidence.words[field, default: WordTally()].note(row.word(in: field, bytes), minor) }
  }

  /// What an amount column comes to that is named as a unit price.
  private mutating func noteUnitPrice(_ price: Int, times pieces: Int, _ row: RowCells, _ bytes: ByteSpan) {
    let product = BoundCalculation.combined(.field(price), .times, .field(pieces))
    guard case .value(let total) = product.minorUnits(in: row, bytes),
      case .value(let single) = BoundCalculation.field(price).minorUnits(in: row, bytes)
    else { return }
    if total != single { evidence.unitPrices.rows += 1 }
    evidence.unitPrices.asAmount += Int128(single)
    evidence.unitPrices.timesQuantity += Int128(total)
  }

  /// What no sale is lost for: an unreadable cell is unknown.
  private mutating func readOptional(_ row: RowCells, _ bytes: ByteSpan, into facts: inout LineAmounts) {
    if quantity >= 0, let value = optional(quantity, decimals: 3, row, bytes) {
      if let pieces = Int32(exactly: value), pieces != .min {
        facts.pieces = pieces
      } else {
        evidence.noteUnknown(quantity, row.text(of: quantity, bytes))
      }
    }
    if discount >= 0 { facts.discount = optional(discount, decimals: 2, row, bytes) ?? 0 }
    if cost >= 0 { facts.cost = optional(cost, decimals: 2, row, bytes) ?? 0 }
    if profit >= 0, let gross = optional(profit, decimals: 2, row, bytes) { facts.cost = facts.paid - gross }
  }

  private mutating func optional(_ field: Int, decimals: Int, _ row: RowCells, _ bytes: ByteSpan) -> Int64? {
    switch row.number(in: field, decimals: decimals, bytes) {
    case .value(let value): return value
    case .blank: return nil
    case .unreadable, .tooManyDecimals, .beyondBound:
      evidence.noteUnknown(field, row.text(of: field, bytes))
      return nil
    }
  }

  private mutating func append(_ facts: LineAmounts, _ names: Names, _ row: RowCells, _ bytes: ByteSpan) {
    let fields = row.fields
    names.member.withBytes(of: bytes.extracting(row.range(of: member, bytes))) { batch.member.append($0) }
    batch.amount.append(facts.paid)
    if store >= 0 { batch.store.append(batch.stores.intern(bytes.extracting(trimmed(bytes, fields[store])))) }
    if category >= 0 {
      batch.category.append(batch.categories.intern(bytes.extracting(trimmed(bytes, fields[category]))))
    }
    if channel >= 0 { batch.channel.append(batch.channels.intern(bytes.extracting(trimmed(bytes, fields[channel])))) }
    if advisor >= 0 { batch.advisor.append(batch.advisors.intern(bytes.extracting(trimmed(bytes, fields[advisor])))) }
    if quantity >= 0 { batch.quantity.append(facts.pieces) }
    if discount >= 0 { batch.discount.append(facts.discount) }
    if cost >= 0 || profit >= 0 { batch.cost.append(facts.cost) }
    if receipt >= 0 {
      names.receipt.withBytes(of: bytes.extracting(row.range(of: receipt, bytes))) { batch.receipt.append($0) }
    }
    if original >= 0 {
      names.original.withBytes(of: bytes.extracting(row.range(of: original, bytes))) { batch.original.append($0) }
    }
    if keepsFingerprints {
      var fingerprint = Fingerprint()
      for i in ownFields { fingerprint.add(bytes.extracting(fields[i].start..<fields[i].end)) }
      batch.fingerprint.append(fingerprint)
    }
  }

  private func refusal(_ reading: DecimalReading, of field: Int, _ cell: ByteSpan) -> Refusal {
    switch reading {
    case .blank: Refusal(reason: .amountMissing, field: field)
    case .tooManyDecimals: Refusal(reason: .tooManyDecimals(text(cell, 0..<cell.count)), field: field)
    case .beyondBound: Refusal(reason: .amountBeyondBound(text(cell, 0..<cell.count)), field: field)
    case .unreadable, .value: Refusal(reason: .amountUnreadable(text(cell, 0..<cell.count)), field: field)
    }
  }
}

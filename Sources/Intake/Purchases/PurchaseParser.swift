import MemberBook
import Quantities

/// Reads rows of a purchases table into lines.
struct PurchaseParser: RowParser {
  private var batch = LineBatch()
  private var moments: MomentReader
  private let walkIn: WalkIns
  private let tax: Percent?
  private let member, amount, receipt, original, store, category, quantity, discount, cost, profit, advisor,
    channel: Int
  /// Fields that tell a row from others.
  private let ownFields: [Int]
  /// Rows are fingerprinted whole, for what is equal can otherwise not be told from the columns that are kept.
  private let keepsFingerprints: Bool
  /// Nil where amounts are not what their cells say.
  private var simpleRows: SimpleRowReader?

  init(_ plan: ReadingPlan<PurchaseColumn>) {
    let layout = plan.layout
    moments = MomentReader(date: layout[.date], time: layout[.time], today: plan.today, style: plan.dateStyle)
    (walkIn, tax) = (plan.rows.walkIn, plan.rows.excludedTax)
    (member, amount, receipt, original) = (
      layout[.member], layout[.amount], layout[.receipt], layout[.originalReceipt]
    )
    (store, category, quantity, discount) = (
      layout[.store], layout[.category], layout[.quantity], layout[.discount]
    )
    (cost, advisor, channel) = (layout[.cost], layout[.advisor], layout[.channel])
    profit = layout[.cost] < 0 ? layout[.profit] : -1
    ownFields = plan.ownFields
    keepsFingerprints = layout[.receipt] >= 0 || !layout.unusedFields.filter(ownFields.contains).isEmpty
    simpleRows =
      tax == nil && profit < 0 ? SimpleRowReader(plan, fingerprinted: keepsFingerprints ? ownFields : nil) : nil
  }

  mutating func startBlock(_ bytes: ByteSpan) { simpleRows?.startBlock(bytes) }

  mutating func takeSimple(_ bytes: ByteSpan, from offset: Int) -> (end: Int, rows: Int) {
    simpleRows?.take(bytes, from: offset, into: &batch) ?? (offset, 0)
  }

  mutating func take(_ fields: [RecordField], _ bytes: ByteSpan) -> Refusal? {
    let (day, second): (Day, Int32)
    switch moments.moment(fields, bytes) {
    case .success(let found, let time): (day, second) = (found, time)
    case .failure(let refusal): return refusal
    }
    guard let offset = UInt16(exactly: day - LineBatch.calendarStart) else {
      return Refusal(reason: .dateBeyondCalendar(day), field: moments.field)
    }
    let amountCell = bytes.extracting(trimmed(bytes, fields[amount]))
    guard case .value(var paid) = DecimalReading(amountCell, decimals: 2) else {
      return refusal(DecimalReading(amountCell, decimals: 2), of: amount, amountCell)
    }
    var pieces: Int32 = 0
    if quantity >= 0 {
      let cell = bytes.extracting(trimmed(bytes, fields[quantity]))
      switch DecimalReading(cell, decimals: 3) {
      case .blank: break
      case .value(let value) where Int32(exactly: value) != nil: pieces = Int32(value)
      case .value, .unreadable, .tooManyDecimals, .beyondBound:
        return Refusal(reason: .quantityUnreadable(text(cell, 0..<cell.count)), field: quantity)
      }
    }
    var given: (discount: Int64, cost: Int64) = (0, 0)
    if let refusal = money(discount, fields, bytes, into: &given.discount) { return refusal }
    if let refusal = money(cost, fields, bytes, into: &given.cost) { return refusal }
    if profit >= 0, !trimmed(bytes, fields[profit]).isEmpty {
      var gross: Int64 = 0
      if let refusal = money(profit, fields, bytes, into: &gross) { return refusal }
      given.cost = paid - gross
    }
    let who = trimmed(bytes, fields[member])
    if who.isEmpty, walkIn == .quarantine { return Refusal(reason: .walkIn, field: member) }
    if let tax {
      paid = tax.added(to: paid)
      given = (tax.added(to: given.discount), tax.added(to: given.cost))
    }

    batch.member.append(bytes.extracting(who))
    batch.day.append(offset)
    batch.add(second: second)
    batch.amount.append(paid)
    if store >= 0 { batch.store.append(batch.stores.intern(bytes.extracting(trimmed(bytes, fields[store])))) }
    if category >= 0 {
      batch.category.append(batch.categories.intern(bytes.extracting(trimmed(bytes, fields[category]))))
    }
    if channel >= 0 { batch.channel.append(batch.channels.intern(bytes.extracting(trimmed(bytes, fields[channel])))) }
    if advisor >= 0 { batch.advisor.append(batch.advisors.intern(bytes.extracting(trimmed(bytes, fields[advisor])))) }
    if quantity >= 0 { batch.quantity.append(pieces) }
    if discount >= 0 { batch.discount.append(given.discount) }
    if cost >= 0 || profit >= 0 { batch.cost.append(given.cost) }
    if receipt >= 0 { batch.receipt.append(bytes.extracting(trimmed(bytes, fields[receipt]))) }
    if original >= 0 { batch.original.append(bytes.extracting(trimmed(bytes, fields[original]))) }
    if keepsFingerprints {
      var fingerprint = Fingerprint()
      for i in ownFields { fingerprint.add(bytes.extracting(fields[i].start..<fields[i].end)) }
      batch.fingerprint.append(fingerprint)
    }
    batch.endLine()
    return nil
  }

  var dateEvidence: DateStyleEvidence { moments.dates.evidence }

  mutating func finishBatch(nextSize size: Int) -> LineBatch {
    let finished = batch
    batch = LineBatch()
    batch.reserveCapacity(size / 24)
    return finished
  }

  /// A further amount of the row, 0 where its cell is blank.
  private func money(_ column: Int, _ fields: [RecordField], _ bytes: ByteSpan, into amount: inout Int64) -> Refusal? {
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
    case .tooManyDecimals: Refusal(reason: .tooManyDecimals(text(cell, 0..<cell.count)), field: field)
    case .beyondBound: Refusal(reason: .amountBeyondBound(text(cell, 0..<cell.count)), field: field)
    case .unreadable, .value: Refusal(reason: .amountUnreadable(text(cell, 0..<cell.count)), field: field)
    }
  }
}

extension Percent {
  /// An amount without tax and the tax on it, to the nearest minor unit, halves away from zero.
  fileprivate func added(to amount: Int64) -> Int64 {
    let product = Int128(amount.magnitude) * (Int128(fraction.denominator) + Int128(fraction.numerator))
    let whole = Rounding.nearest.quotient(product, Int128(fraction.denominator)) ?? .max
    return amount < 0 ? -whole : whole
  }
}

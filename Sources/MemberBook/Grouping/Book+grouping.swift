internal import Messages
internal import Numerics
internal import Quantities

extension Book {
  /// Groups `lines` by member and receipt. Columns are taken over one by one, each released before the next, so that
  /// there is never a second copy of them all.
  init(
    grouping lines: inout LineColumns, members table: inout TextTable, stores: NameTable, categories: NameTable,
    channels: NameTable, advisors: NameTable, duplicates: Duplicates, findings: Findings, job: Job
  ) throws(Diagnostic) {
    guard let first = lines.day.min(), let last = lines.day.max() else { throw Diagnostic(BookProblem.noLines) }
    let memberCount = table.count
    members = Members(table)
    try members.checkKeys(job)
    table = TextTable()
    let epoch = LineBatch.calendarStart + Int(first)
    (firstDay, lastDay) = (epoch, LineBatch.calendarStart + Int(last))
    (self.stores, self.categories, self.channels, self.advisors) = (stores, categories, channels, advisors)

    let order = try LineOrder(of: &lines, members: memberCount, duplicates: duplicates, job: job)
    lines.fingerprint = []
    let lineStart = try order.lineStarts(job)
    let day = try order.heads(of: lines.day, less: first, job)
    lines.day = []
    let second = try order.earliest(of: lines.second, job)
    lines.second = []
    let lineAmount = try order.gathered(lines.amount, job)
    lines.amount = MinorColumn()
    let amount: MinorColumn
    do throws(MinorColumn.Overflow) {
      amount = lineStart.isEmpty ? lineAmount : try lineAmount.sums(from: lineStart)
    } catch {
      let member = order.start.lastIndex { Int($0) <= error.sum } ?? 0
      throw Diagnostic(
        BookProblem.receiptTooLarge(
          member: member < members.count ? members.id(of: member) : "", day: epoch + Int(day[error.sum])))
    }
    func lineValues<Value: BitwiseCopyable & FixedWidthInteger & Sendable>(
      _ column: WritableKeyPath<LineColumns, [Value]>
    ) throws(Diagnostic) -> [Value] {
      defer { lines[keyPath: column] = [] }
      return try order.gathered(lines[keyPath: column], job)
    }
    func lineAmounts(_ column: WritableKeyPath<LineColumns, MinorColumn>) throws(Diagnostic) -> MinorColumn {
      defer { lines[keyPath: column] = MinorColumn() }
      return try order.gathered(lines[keyPath: column], job)
    }
    func receiptValues(_ column: WritableKeyPath<LineColumns, [UInt16]>) throws(Diagnostic) -> [UInt16] {
      defer { lines[keyPath: column] = [] }
      return try order.heads(of: lines[keyPath: column], job)
    }
    self.lines = Lines(
      category: try lineValues(\.category), quantity: try lineValues(\.quantity),
      amount: lineStart.isEmpty ? MinorColumn() : lineAmount, discount: try lineAmounts(\.discount),
      cost: try lineAmounts(\.cost))
    var receipts: ReceiptNumbers?
    if lines.receipt.count > 0 {
      let words = try order.heads(of: lines.receipt.words, job)
      lines.receipt.words = []
      receipts = ReceiptNumbers(texts: lines.receipt.with(words))
      lines.receipt = TextColumn()
    }

    let originals = OriginalPurchases(
      receipts, lines.original, order, lineStart: lineStart, amount: amount, members: memberCount)
    purchases = Purchases(
      count: order.receiptCount, start: order.start, epoch: epoch, dayOffset: day,
      second: second, amount: amount, store: try receiptValues(\.store), channel: try receiptValues(\.channel),
      advisor: try receiptValues(\.advisor), lineStart: lineStart, original: originals.index, receipts: receipts)
    var found = findings
    found.accepted = order.lineCount
    found.merged = order.merged
    found.repeated = order.repeated
    found.unmatchedOriginals = originals.unmatched
    found.walkIns = order.walkInLines
    if found.rows == 0 { found.rows = found.accepted + found.merged + found.quarantined }
    self.findings = found
  }
}

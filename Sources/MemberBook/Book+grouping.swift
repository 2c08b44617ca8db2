internal import Quantities

extension Book {
  /// Groups `lines` by member and receipt. Columns are taken over one by one, each released before the next, so that
  /// there is never a second copy of them all.
  init(
    grouping lines: inout LineColumns, members table: inout TextTable, stores: NameTable, categories: NameTable,
    channels: NameTable, advisors: NameTable, duplicates: Duplicates, findings: Findings
  ) throws(Diagnostic) {
    guard let first = lines.day.min(), let last = lines.day.max() else { throw Diagnostic(BookProblem.noLines) }
    let memberCount = table.count
    members = Members(table)
    table = TextTable()
    let epoch = LineBatch.calendarStart + Int(first)
    (firstDay, lastDay) = (epoch, LineBatch.calendarStart + Int(last))
    (self.stores, self.categories, self.channels, self.advisors) = (stores, categories, channels, advisors)

    var order = Arrangement(of: &lines, members: memberCount, duplicates: duplicates)
    lines.day = []
    lines.second = []
    lines.fingerprint = []
    let heads = order.lineStart.isEmpty ? order.lines : order.lineStart.dropLast().map { order.lines[Int($0)] }
    for i in order.day.indices { order.day[i] &-= first }
    let day = order.day
    let lineAmount = lines.amount.gathered(order.lines)
    lines.amount = MinorColumn()
    let amount: MinorColumn
    if order.lineStart.isEmpty {
      amount = lineAmount
    } else {
      var sums = MinorColumn()
      sums.reserveCapacity(heads.count)
      for receipt in heads.indices {
        var sum: Int64 = 0
        for line in Int(order.lineStart[receipt])..<Int(order.lineStart[receipt + 1]) {
          let (total, overflow) = sum.addingReportingOverflow(lineAmount[line])
          guard !overflow else {
            let member = order.start.lastIndex { Int($0) <= receipt } ?? 0
            throw Diagnostic(
              BookProblem.receiptTooLarge(
                member: member < members.count ? members.id(of: member) : "", day: epoch + Int(day[receipt])))
          }
          sum = total
        }
        sums.append(sum)
      }
      amount = sums
    }
    func taken(_ column: WritableKeyPath<LineColumns, [UInt16]>, _ rows: [UInt32]) -> [UInt16] {
      let values = lines[keyPath: column]
      lines[keyPath: column] = []
      return values.isEmpty ? [] : rows.map { values[Int($0)] }
    }
    func taken(_ column: WritableKeyPath<LineColumns, MinorColumn>) -> MinorColumn {
      let values = lines[keyPath: column]
      lines[keyPath: column] = MinorColumn()
      return values.isEmpty ? values : values.gathered(order.lines)
    }
    let quantity = lines.quantity.isEmpty ? [] : order.lines.map { lines.quantity[Int($0)] }
    lines.quantity = []
    self.lines = Lines(
      category: taken(\.category, order.lines), quantity: quantity,
      amount: order.lineStart.isEmpty ? MinorColumn() : lineAmount, discount: taken(\.discount), cost: taken(\.cost))
    let receipts = lines.receipt.count == 0 ? nil : ReceiptNumbers(texts: lines.receipt.gathered(heads))
    lines.receipt = TextColumn()

    var found = findings
    let originals = Originals(receipts, lines.original, order, day: day, amount: amount, members: memberCount)
    let receiptTotal = heads.count
    purchases = Purchases(
      count: receiptTotal, start: order.start, epoch: epoch, dayOffset: day, second: order.second, amount: amount,
      store: taken(\.store, heads), channel: taken(\.channel, heads), advisor: taken(\.advisor, heads),
      lineStart: order.lineStart, original: originals.index, receipts: receipts)
    found.accepted = order.lines.count
    found.merged = order.merged
    found.repeated = order.repeated
    found.unmatchedOriginals = originals.unmatched
    let members = Int(order.start.last ?? 0)
    found.walkIns = order.lines.count - (order.lineStart.isEmpty ? members : Int(order.lineStart[members]))
    if found.rows == 0 { found.rows = found.accepted + found.merged + found.quarantined }
    self.findings = found
  }
}

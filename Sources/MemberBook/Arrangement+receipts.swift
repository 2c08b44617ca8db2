extension Arrangement {
  /// Lines of one receipt while a member's are being grouped.
  private struct Receipt {
    var day: UInt16
    /// The earliest line's.
    var second: Int32
    var firstRow: UInt32
    /// In the member's kept lines.
    var lines: Range<Int>
  }

  private struct Line {
    var receipt: UInt64
    var row: UInt32
    var day: UInt16
    var store: UInt16

    func isOfReceipt(of other: Line) -> Bool {
      receipt == other.receipt && receipt != 0 && day == other.day && store == other.store
    }
  }

  /// Lines of a member with the same receipt id, day and store are one receipt, wherever they stand in the file; a line
  /// with a blank receipt id is one by itself.
  mutating func groupReceipts(_ columns: LineColumns, _ duplicates: Duplicates) {
    let timed = !columns.second.isEmpty
    let words = columns.receipt.words
    var placed = 0
    var receiptCount = 0
    var work: [Line] = []
    var kept: [UInt32] = []
    var receipts: [Receipt] = []
    for m in 0..<memberCount {
      work.removeAll(keepingCapacity: true)
      kept.removeAll(keepingCapacity: true)
      receipts.removeAll(keepingCapacity: true)
      for row in rows(of: m) {
        let i = Int(row)
        work.append(
          Line(receipt: words[i], row: row, day: columns.day[i], store: columns.store.isEmpty ? 0 : columns.store[i]))
      }
      work.sort { ($0.day, $0.receipt, $0.store, $0.row) < ($1.day, $1.receipt, $1.store, $1.row) }
      start.append(UInt32(receiptCount))
      var i = 0
      while i < work.count {
        var end = i + 1
        while end < work.count, work[end].isOfReceipt(of: work[i]) { end += 1 }
        let from = kept.count
        kept.append(contentsOf: work[i..<end].lazy.map(\.row))
        let drops = end - i > 1 ? repeats(among: kept[from...], columns) : []
        for place in drops.reversed() { kept.remove(at: place) }
        merged += drops.count
        let second = timed ? kept[from...].reduce(Int32.max) { min($0, columns.second[Int($1)]) } : 0
        receipts.append(
          Receipt(day: work[i].day, second: second, firstRow: work[i].row, lines: from..<kept.count))
        i = end
      }
      mergeOrCountRepeats(&receipts, kept, columns, duplicates)
      receipts.sort { ($0.day, $0.second, $0.firstRow) < ($1.day, $1.second, $1.firstRow) }
      for receipt in receipts {
        lineStart.append(UInt32(placed))
        day.append(receipt.day)
        if timed { second.append(receipt.second) }
        for row in kept[receipt.lines] {
          lines[placed] = row
          placed += 1
        }
      }
      receiptCount += receipts.count
    }
    lines.removeLast(lines.count - placed)
    if receiptCount == placed { lineStart = [] } else { lineStart.append(UInt32(placed)) }
  }

  /// The rows of one member that have no receipt id, where they equal an earlier one.
  private mutating func mergeOrCountRepeats(
    _ receipts: inout [Receipt], _ kept: [UInt32], _ columns: LineColumns, _ duplicates: Duplicates
  ) {
    let words = columns.receipt.words
    let blank = receipts.indices.filter { words[Int(receipts[$0].firstRow)] == 0 }
    guard blank.count > 1 else { return }
    let rows = blank.map { receipts[$0].firstRow }
    let drops = repeats(among: rows[...], columns)
    switch duplicates {
    case .report: repeated += drops.count
    case .merge:
      merged += drops.count
      let dropped = Set(drops.map { receipts[blank[$0]].firstRow })
      receipts.removeAll { dropped.contains($0.firstRow) }
    }
  }
}

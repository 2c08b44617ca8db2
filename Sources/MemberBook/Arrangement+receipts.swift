extension Arrangement {
  /// Lines of one receipt while a member's are being grouped.
  private struct Receipt {
    var day: UInt16
    /// The earliest line's.
    var second: Int32
    var firstRow: UInt32
    /// In the member's kept lines.
    var lines: Range<Int>

    static func precedes(_ one: Receipt, _ other: Receipt) -> Bool {
      if one.day != other.day { return one.day < other.day }
      return one.second != other.second ? one.second < other.second : one.firstRow < other.firstRow
    }
  }

  private struct Line {
    var receipt: UInt64
    var row: UInt32
    var day: UInt16
    var store: UInt16

    /// Days, then receipts, then the order of the input.
    static func precedes(_ one: Line, _ other: Line) -> Bool {
      if one.day != other.day { return one.day < other.day }
      if one.receipt != other.receipt { return one.receipt < other.receipt }
      return one.store != other.store ? one.store < other.store : one.row < other.row
    }

    func isOfReceipt(of other: Line) -> Bool {
      receipt == other.receipt && receipt != 0 && day == other.day && store == other.store
    }
  }

  /// Lines of a member with the same receipt id, day and store are one receipt, wherever they stand in the file; a line
  /// with a blank receipt id is one by itself.
  mutating func groupReceipts(_ columns: LineColumns, _ duplicates: Duplicates) {
    let timed = !columns.second.isEmpty
    let words = columns.receipt.words
    let (days, stores, seconds) = (columns.day, columns.store, columns.second)
    var placed = 0
    var receiptCount = 0
    var work: [Line] = []
    var kept: [UInt32] = []
    var receipts: [Receipt] = []
    lineStart.reserveCapacity(lines.count + 1)
    day.reserveCapacity(lines.count)
    if timed { second.reserveCapacity(lines.count) }
    for m in 0..<memberCount {
      work.removeAll(keepingCapacity: true)
      kept.removeAll(keepingCapacity: true)
      receipts.removeAll(keepingCapacity: true)
      for place in bounds[m]..<bounds[m + 1] {
        let row = lines[place]
        let i = Int(row)
        work.append(Line(receipt: words[i], row: row, day: days[i], store: stores.isEmpty ? 0 : stores[i]))
      }
      sortUnlessSorted(&work, by: Line.precedes)
      start.append(UInt32(receiptCount))
      var i = 0
      while i < work.count {
        var end = i + 1
        while end < work.count, work[end].isOfReceipt(of: work[i]) { end += 1 }
        let from = kept.count
        for line in i..<end { kept.append(work[line].row) }
        if end - i > 1 {
          let drops = repeats(among: kept[from...], columns)
          if duplicates == .keep {
            repeated += drops.count
          } else {
            for place in drops.reversed() { kept.remove(at: place) }
            merged += drops.count
          }
        }
        var earliest: Int32 = timed ? .max : 0
        if timed { for line in from..<kept.count { earliest = min(earliest, seconds[Int(kept[line])]) } }
        receipts.append(
          Receipt(day: work[i].day, second: earliest, firstRow: work[i].row, lines: from..<kept.count))
        i = end
      }
      mergeOrCountRepeats(&receipts, kept, columns, duplicates)
      sortUnlessSorted(&receipts, by: Receipt.precedes)
      for receipt in receipts {
        lineStart.append(UInt32(placed))
        day.append(receipt.day)
        if timed { second.append(receipt.second) }
        for line in receipt.lines {
          lines[placed] = kept[line]
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
    guard receipts.contains(where: { words[Int($0.firstRow)] == 0 }) else { return }
    let blank = receipts.indices.filter { words[Int(receipts[$0].firstRow)] == 0 }
    guard blank.count > 1 else { return }
    let rows = blank.map { receipts[$0].firstRow }
    let drops = repeats(among: rows[...], columns)
    switch duplicates {
    case .mergeWithinReceipts, .keep: repeated += drops.count
    case .merge:
      merged += drops.count
      let dropped = Set(drops.map { receipts[blank[$0]].firstRow })
      receipts.removeAll { dropped.contains($0.firstRow) }
    }
  }
}

/// Most inputs come in the order of time, so that most slices are in order already.
private func sortUnlessSorted<Element>(_ elements: inout [Element], by precedes: (Element, Element) -> Bool) {
  for i in elements.indices.dropFirst() where precedes(elements[i], elements[i - 1]) {
    elements.sort(by: precedes)
    return
  }
}

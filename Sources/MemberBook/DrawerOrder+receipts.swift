extension DrawerOrder {
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
  mutating func groupReceipts(_ places: inout MutableSpan<UInt32>) {
    let columns = columns
    let words = columns.receipt.words.span
    let (days, stores, seconds) = (columns.day.span, columns.store.span, columns.second.span)
    var placed = 0
    var work: [Line] = []
    var kept: [UInt32] = []
    var receipts: [Receipt] = []
    for seat in 0..<(bounds.count - 1) {
      work.removeAll(keepingCapacity: true)
      kept.removeAll(keepingCapacity: true)
      receipts.removeAll(keepingCapacity: true)
      for place in bounds[seat]..<bounds[seat + 1] {
        let i = Int(places[place])
        work.append(
          Line(receipt: words[i], row: places[place], day: days[i], store: stores.isEmpty ? 0 : stores[i]))
      }
      sortUnlessSorted(&work, by: Line.precedes)
      var i = 0
      while i < work.count {
        var end = i + 1
        while end < work.count, work[end].isOfReceipt(of: work[i]) { end += 1 }
        let from = kept.count
        for line in i..<end { kept.append(work[line].row) }
        if end - i > 1 {
          let drops = repeats(among: kept[from...], columns)
          if duplicates == .keep {
            tally.repeated += drops.count
          } else {
            for place in drops.reversed() { kept.remove(at: place) }
            tally.merged += drops.count
          }
        }
        var earliest: Int32 = seconds.isEmpty ? 0 : .max
        if !seconds.isEmpty { for line in from..<kept.count { earliest = min(earliest, seconds[Int(kept[line])]) } }
        receipts.append(
          Receipt(day: work[i].day, second: earliest, firstRow: work[i].row, lines: from..<kept.count))
        i = end
      }
      mergeOrCountRepeats(&receipts)
      sortUnlessSorted(&receipts, by: Receipt.precedes)
      for receipt in receipts {
        for line in receipt.lines {
          places[placed] = line == receipt.lines.lowerBound ? kept[line] | Arrangement.receiptMark : kept[line]
          placed += 1
        }
      }
      tally.receipts.append(UInt32(receipts.count))
    }
    tally.lines = placed
  }

  /// The rows of one member that have no receipt id, where they equal an earlier one.
  private mutating func mergeOrCountRepeats(_ receipts: inout [Receipt]) {
    let columns = columns
    let words = columns.receipt.words.span
    var blank: [Int] = []
    for i in receipts.indices where words[Int(receipts[i].firstRow)] == 0 { blank.append(i) }
    guard blank.count > 1 else { return }
    let rows = blank.map { receipts[$0].firstRow }
    let drops = repeats(among: rows[...], columns)
    switch duplicates {
    case .mergeWithinReceipts, .keep: tally.repeated += drops.count
    case .merge:
      tally.merged += drops.count
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

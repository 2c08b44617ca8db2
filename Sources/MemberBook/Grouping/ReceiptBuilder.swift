/// Groups the lines of one member after another into receipts: lines with the same receipt id, day and store are one
/// receipt, wherever they stand in the file; a line with a blank receipt id is one by itself. Its arrays are used again
/// for every member.
struct ReceiptBuilder {
  /// One line of the member, with what decides its receipt.
  private struct Line {
    /// The word of its receipt id; 0 for a blank one.
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

  private struct Receipt {
    var day: UInt16
    /// The earliest line's.
    var second: Int32
    var firstRow: UInt32
    /// Its lines among `kept`.
    var lines: Range<Int>

    static func precedes(_ one: Receipt, _ other: Receipt) -> Bool {
      if one.day != other.day { return one.day < other.day }
      return one.second != other.second ? one.second < other.second : one.firstRow < other.firstRow
    }
  }

  private let duplicates: Duplicates
  private var lines: [Line] = []
  /// The rows that were not merged, receipt by receipt in the order of `lines`.
  private var kept: [UInt32] = []
  private var receipts: [Receipt] = []
  /// Of all members so far: lines that equalled an earlier one, and were merged with it or kept.
  private(set) var merged = 0
  private(set) var repeated = 0

  init(_ duplicates: Duplicates) { self.duplicates = duplicates }

  /// How many receipts the member has.
  var count: Int { receipts.count }

  /// Takes up the lines of the next member, whose rows stand at `range` of `rows`.
  mutating func group(_ rows: borrowing MutableSpan<UInt32>, _ range: Range<Int>, _ columns: LineColumns) {
    lines.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    receipts.removeAll(keepingCapacity: true)
    let (ids, days, stores) = (columns.receipt.words.span, columns.day.span, columns.store.span)
    for i in range {
      let row = Int(rows[i])
      lines.append(Line(receipt: ids[row], row: rows[i], day: days[row], store: stores.isEmpty ? 0 : stores[row]))
    }
    sortUnlessSorted(&lines, by: Line.precedes)
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, lines[end].isOfReceipt(of: lines[start]) { end += 1 }
      addReceipt(of: start..<end, columns)
      start = end
    }
    mergeOrCountRepeats(columns)
    sortUnlessSorted(&receipts, by: Receipt.precedes)
  }

  /// Writes the member's rows by receipt into `rows` from `place` on, each receipt's first one marked. Answers the place
  /// after them.
  func write(to rows: inout MutableSpan<UInt32>, from place: Int) -> Int {
    var place = place
    for receipt in receipts {
      for line in receipt.lines {
        rows[place] = line == receipt.lines.lowerBound ? kept[line] | LineOrder.receiptMark : kept[line]
        place += 1
      }
    }
    return place
  }

  /// Adds the receipt of the lines at `range`, its equal lines merged unless all are to be kept.
  private mutating func addReceipt(of range: Range<Int>, _ columns: LineColumns) {
    let first = kept.count
    for line in range { kept.append(lines[line].row) }
    if range.count > 1 {
      let drops = repeats(among: kept[first...], columns)
      if duplicates == .keep {
        repeated += drops.count
      } else {
        for place in drops.reversed() { kept.remove(at: place) }
        merged += drops.count
      }
    }
    let seconds = columns.second.span
    var earliest: Int32 = seconds.isEmpty ? 0 : .max
    if !seconds.isEmpty { for line in first..<kept.count { earliest = min(earliest, seconds[Int(kept[line])]) } }
    let head = lines[range.lowerBound]
    receipts.append(Receipt(day: head.day, second: earliest, firstRow: head.row, lines: first..<kept.count))
  }

  /// The lines without a receipt id that equal an earlier one of them.
  private mutating func mergeOrCountRepeats(_ columns: LineColumns) {
    let ids = columns.receipt.words.span
    var blank: [Int] = []
    for i in receipts.indices where ids[Int(receipts[i].firstRow)] == 0 { blank.append(i) }
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

internal import Messages
internal import Numerics

extension LineOrder {
  /// The lines' values in the book's order. An empty column stays empty.
  func gathered<Value: BitwiseCopyable & FixedWidthInteger & Sendable>(
    _ column: [Value], _ job: Job
  ) throws(Diagnostic) -> [Value] {
    if column.isEmpty { return [] }
    return try job.fill(lineBounds) { piece, values in
      let (column, lines) = (column.span, lines.span)
      let first = lineBounds[piece]
      for i in values.indices { values[i] = column[place(lines[first &+ i])] }
    }.values
  }

  func gathered(_ column: MinorColumn, _ job: Job) throws(Diagnostic) -> MinorColumn {
    var result = MinorColumn()
    result.narrow = try gathered(column.narrow, job)
    guard !column.wideRows.isEmpty else { return result }
    for i in lines.indices where result.narrow[i] == .min {
      result.wideRows.append(UInt32(i))
      result.wideAmounts.append(column[place(lines[i])])
    }
    return result
  }

  /// The values of the receipts' first lines.
  func heads<Value: BitwiseCopyable & FixedWidthInteger & Sendable>(
    of column: [Value], less base: Value = 0, _ job: Job
  ) throws(Diagnostic) -> [Value] {
    if column.isEmpty { return [] }
    return try job.fill(receiptBounds) { piece, values in
      let (column, lines) = (column.span, lines.span)
      let first = lineBounds[piece]
      if !hasLines {
        for i in values.indices { values[i] = column[place(lines[first &+ i])] &- base }
        return
      }
      var receipt = 0
      for i in first..<lineBounds[piece + 1] where lines[i] & LineOrder.receiptMark != 0 {
        values[receipt] = column[place(lines[i])] &- base
        receipt &+= 1
      }
    }.values
  }

  /// As in `Purchases.lineStart`.
  func lineStarts(_ job: Job) throws(Diagnostic) -> [UInt32] {
    guard hasLines else { return [] }
    var bounds = receiptBounds
    bounds[bounds.count - 1] += 1
    return try job.fill(bounds) { piece, values in
      let lines = lines.span
      var receipt = 0
      for i in lineBounds[piece]..<lineBounds[piece + 1] where lines[i] & LineOrder.receiptMark != 0 {
        values[receipt] = UInt32(truncatingIfNeeded: i)
        receipt &+= 1
      }
      if receipt < values.count { values[receipt] = UInt32(truncatingIfNeeded: lines.count) }
    }.values
  }

  /// The earliest of every receipt's lines.
  func earliest(of second: [Int32], _ job: Job) throws(Diagnostic) -> [Int32] {
    if second.isEmpty || !hasLines { return try gathered(second, job) }
    return try job.fill(receiptBounds) { piece, values in
      let (second, lines) = (second.span, lines.span)
      var receipt = -1
      for i in lineBounds[piece]..<lineBounds[piece + 1] {
        let time = second[place(lines[i])]
        if lines[i] & LineOrder.receiptMark != 0 {
          receipt &+= 1
          values[receipt] = time
        } else {
          values[receipt] = min(values[receipt], time)
        }
      }
    }.values
  }

  /// Where in the columns the line of an entry of `lines` stands.
  @inline(__always) func place(_ entry: UInt32) -> Int { Int(entry & ~LineOrder.receiptMark) }
}

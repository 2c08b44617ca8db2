internal import Numerics

/// Appends a batch to the columns, its lines put in the order of their buckets.
struct BatchScatter {
  /// The lines that were there before.
  let before: Int
  /// The lines of the batch by their new place.
  let order: [UInt32]
  /// How many lines columns should have room for.
  let room: Int

  /// Appends `values`, in the codes of `map` where one is given, to a column of which an empty one on either side stands
  /// for zeros.
  func append<Value: FixedWidthInteger & BitwiseCopyable>(
    _ values: [Value], to column: inout [Value], map: [Value]? = nil
  ) {
    if values.isEmpty && column.isEmpty { return }
    if column.isEmpty {
      column = LargePages.room(for: room)
      column.append(contentsOf: repeatElement(0, count: before))
    }
    column.append(contentsOf: repeatElement(0, count: order.count))
    if values.isEmpty { return }
    var target = column.mutableSpan
    let (values, order) = (values.span, order.span)
    if let map {
      for i in order.indices { target[before &+ i] = map[Int(values[Int(order[i])])] }
    } else {
      for i in order.indices { target[before &+ i] = values[Int(order[i])] }
    }
  }

  func append(_ values: MinorColumn, to column: inout MinorColumn) {
    if values.isEmpty && column.isEmpty { return }
    if !values.wideRows.isEmpty {
      for (place, line) in order.enumerated() where values.narrow[Int(line)] == .min {
        column.wideRows.append(UInt32(before + place))
        column.wideAmounts.append(values[Int(line)])
      }
    }
    append(values.narrow, to: &column.narrow)
  }

  func append(_ values: TextColumn, to column: inout TextColumn) {
    if values.count == 0 && column.count == 0 { return }
    let words = column.words(adding: values)
    append(words, to: &column.words)
  }

  func append(_ values: [Fingerprint], to column: inout [Fingerprint]) {
    if values.isEmpty && column.isEmpty { return }
    if column.isEmpty {
      column.reserveCapacity(room)
      column.append(contentsOf: repeatElement(.none, count: before))
    }
    for line in order { column.append(values.isEmpty ? .none : values[Int(line)]) }
  }
}

/// One receipt of the boutique. Names are indices of `DemoTruth`'s lists.
struct DemoReceipt {
  /// Nil for a walk-in.
  var member: Int?
  var number: Int64 = 0
  /// The receipt that a return takes a line of back.
  var original: Int64?
  /// From the first day of the data.
  var day = 0
  var second: Int32 = 0
  var store = 0
  /// Of the store's.
  var channel = 0
  /// Of the store's; nil where nobody served.
  var advisor: Int?
  var lines: [DemoLine] = []
}

/// One line of a receipt. Money is in fen; a return's figures are below zero.
struct DemoLine {
  var category: Int
  var pieces: Int
  var paid: Int64
  var discount: Int64
  var cost: Int64

  var takenBack: DemoLine {
    DemoLine(category: category, pieces: -pieces, paid: -paid, discount: -discount, cost: -cost)
  }
}

/// All lines of the input, in its order, with members by number and names by the book's codes.
struct LineColumns: Sendable {
  /// `walkIn` where the row has no member.
  var member: [UInt32] = []
  var day: [UInt16] = []
  var second: [Int32] = []
  var amount = MinorColumn()
  var store: [UInt16] = []
  var channel: [UInt16] = []
  var advisor: [UInt16] = []
  var category: [UInt16] = []
  var quantity: [Int32] = []
  var discount = MinorColumn()
  var cost = MinorColumn()
  var receipt = TextColumn()
  var original = TextColumn()
  var fingerprint: [Fingerprint] = []

  static let walkIn = UInt32.max

  var count: Int { day.count }

  /// Keeps virtual room for `count` lines in the columns that every line fills; what is not written costs no memory.
  mutating func reserveCapacity(_ count: Int) {
    member.reserveCapacity(count)
    day.reserveCapacity(count)
    amount.reserveCapacity(count)
  }

  /// Whether two lines say the same in every column that was kept.
  func same(_ one: Int, _ other: Int) -> Bool {
    func equal<Value: Equatable>(_ column: [Value]) -> Bool { column.isEmpty || column[one] == column[other] }
    func equal(_ column: MinorColumn) -> Bool { column.isEmpty || column[one] == column[other] }
    return amount[one] == amount[other] && day[one] == day[other] && equal(second) && equal(fingerprint)
      && equal(store) && equal(category) && equal(channel) && equal(advisor) && equal(quantity) && equal(discount)
      && equal(cost)
  }
}

/// Appends `values`, in the codes of `map` where one is given, to a column of `before` lines, of which an empty column on
/// either side stands for zeros.
func append<Value: FixedWidthInteger>(
  _ values: [Value], _ count: Int, to column: inout [Value], before: Int, map: [Value]? = nil
) {
  if values.isEmpty {
    if !column.isEmpty { column.append(contentsOf: repeatElement(0, count: count)) }
    return
  }
  if column.isEmpty { column.append(contentsOf: repeatElement(0, count: before)) }
  if let map {
    for value in values { column.append(map[Int(value)]) }
  } else {
    column.append(contentsOf: values)
  }
}

func append(_ values: MinorColumn, _ count: Int, to column: inout MinorColumn, before: Int) {
  if values.isEmpty {
    if !column.isEmpty { column.append(zeros: count) }
    return
  }
  if column.isEmpty { column.append(zeros: before) }
  column.append(contentsOf: values)
}

func append(_ values: TextColumn, _ count: Int, to column: inout TextColumn, before: Int) {
  if values.count == 0 {
    if column.count > 0 { column.append(blanks: count) }
    return
  }
  if column.count == 0 { column.append(blanks: before) }
  column.append(contentsOf: values)
}

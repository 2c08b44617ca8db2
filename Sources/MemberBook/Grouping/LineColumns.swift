/// All lines of the input as columns, each batch laid out by bucket (see `MemberBuckets`), with names by the book's codes.
/// A column that no line has a value for is empty; all others have an entry a line.
struct LineColumns: Sendable {
  var buckets = MemberBuckets()
  /// The member's number within its bucket.
  var member: [UInt16] = []
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

  /// How many lines a column has virtual room for; what is not written costs no memory.
  var room = 0
  /// Whether the input is in the order of time, up to `latest`.
  private(set) var isInOrder = true
  private var latest: Int64 = 0

  /// The number that stands for the member of a line that has none.
  static let walkIn = UInt32.max

  var count: Int { day.count }

  /// Looks whether further lines come in the order of time.
  mutating func noteOrder(_ day: [UInt16], _ second: [Int32]) {
    guard isInOrder else { return }
    for i in day.indices {
      let moment = Int64(day[i]) << 32 | Int64(second.isEmpty ? 0 : second[i])
      if moment < latest {
        isInOrder = false
        return
      }
      latest = moment
    }
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

public import Quantities

/// What an actions file says, in its order, with members by their ids.
public struct ActionTable: Sendable {
  public private(set) var count = 0
  var member = TextColumn()
  var dayNumber: [Int32] = []
  var second: [Int32] = []
  var kind: [UInt16] = []
  var kinds = NameTable()
  var other = TextColumn()
  var points = MinorColumn()
  var detail = TextColumn()
  public var findings = Findings()

  public init() {}

  /// Appends one action. A blank `other` or `detail` says nothing; points are whole.
  public mutating func append(
    member id: String, day: Day, second: Int32 = 0, kind name: String, other referrer: String = "",
    points redeemed: Int64 = 0, detail text: String = ""
  ) throws(Diagnostic) {
    member.append(Array(id.utf8).span)
    dayNumber.append(day.number)
    self.second.append(second)
    kind.append(kinds.intern(Array(name.utf8).span))
    if kinds.isOverfull { throw Diagnostic(BookProblem.tooManyNames(role: "action")) }
    other.append(Array(referrer.utf8).span)
    points.append(redeemed)
    detail.append(Array(text.utf8).span)
    count += 1
  }
}

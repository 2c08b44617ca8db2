public import Messages
public import Quantities

/// What an actions file says, in its order, with members by their ids.
public struct ActionTable: Sendable {
  /// How many actions were taken in.
  public private(set) var count = 0
  var member = TextColumn()
  var dayNumber: [Int32] = []
  var second: [Int32] = []
  var kind: [UInt16] = []
  var kinds = NameTable()
  var other = TextColumn()
  /// Whom points are given to.
  var to = TextColumn()
  var points = MinorColumn()
  var detail = TextColumn()
  /// What became of the rows.
  public var findings = Findings()
  /// What the load that was added last found; nil where there was one only.
  public private(set) var lastFindings: Findings?

  /// An empty table.
  public init() {}

  /// Whether any action says how many points were spent.
  public var hasPoints: Bool { (0..<count).contains { points[$0] != 0 && !isTransfer($0) } }
  /// How many actions give points to another member.
  public var transfers: Int { (0..<count).count { isTransfer($0) } }

  func isTransfer(_ i: Int) -> Bool { PointTransfer.names.contains(kinds.name(Int(kind[i]))) }

  /// Appends one action. A blank `other`, `to` or `detail` says nothing; points are whole.
  public mutating func append(
    member id: String, day: Day, second: Int32 = 0, kind name: String, other referrer: String = "",
    to receiver: String = "", points redeemed: Int64 = 0, detail text: String = ""
  ) throws(Diagnostic) {
    let code = kinds.intern(Array(name.utf8).span)
    if kinds.isOverfull { throw Diagnostic(BookProblem.tooManyNames(role: "kind")) }
    member.append(Array(id.utf8).span)
    dayNumber.append(day.number)
    self.second.append(second)
    kind.append(code)
    other.append(Array(referrer.utf8).span)
    to.append(Array(receiver.utf8).span)
    points.append(redeemed)
    detail.append(Array(text.utf8).span)
    count += 1
  }

  /// Appends the actions of a later part of the same table.
  public mutating func append(contentsOf other: ActionTable) throws(Diagnostic) {
    let codes = kinds.codes(adding: other.kinds)
    if kinds.isOverfull { throw Diagnostic(BookProblem.tooManyNames(role: "kind")) }
    member.append(contentsOf: other.member)
    dayNumber += other.dayNumber
    second += other.second
    kind += other.kind.map { codes[Int($0)] }
    self.other.append(contentsOf: other.other)
    to.append(contentsOf: other.to)
    points.append(contentsOf: other.points)
    detail.append(contentsOf: other.detail)
    count += other.count
  }

  /// How often each kind of action is there and of how many members, the most frequent first.
  public var tallies: [(name: String, actions: Int, members: Int)] {
    var members: [Set<String>] = Array(repeating: [], count: kinds.count)
    var actions = Array(repeating: 0, count: kinds.count)
    for i in 0..<count {
      actions[Int(kind[i])] += 1
      members[Int(kind[i])].insert(member[i])
    }
    return (1..<kinds.count).map { (kinds.name($0), actions[$0], members[$0].count) }.sorted {
      $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0
    }
  }

  /// The table in which every member that `names` has a name for is the member of that name.
  public func renamed(_ names: [String: String]) throws(Diagnostic) -> ActionTable {
    if names.isEmpty { return self }
    var result = self
    (result.member, result.other, result.to) = (TextColumn(), TextColumn(), TextColumn())
    for i in 0..<count {
      result.member.append(Array((names[member[i]] ?? member[i]).utf8).span)
      result.other.append(Array((names[other[i]] ?? other[i]).utf8).span)
      result.to.append(Array((names[to[i]] ?? to[i]).utf8).span)
    }
    return result
  }

  /// An action as it was said.
  private struct Row: Hashable {
    let member, kind, other, to, detail: String
    let day, second: Int32
    let points: Int64
  }

  private func row(_ i: Int) -> Row {
    Row(
      member: member[i], kind: kinds.name(Int(kind[i])), other: other[i], to: to[i], detail: detail[i],
      day: dayNumber[i],
      second: second[i], points: points[i])
  }

  /// The table with the actions of `further` that it does not have. Each of its actions stands for one only.
  public func adding(_ further: ActionTable) throws(Diagnostic) -> ActionTable {
    var known: [Row: Int] = [:]
    for i in 0..<count { known[row(i), default: 0] += 1 }
    var result = self
    var found = further.findings
    for i in 0..<further.count {
      let row = further.row(i)
      if let left = known[row], left > 0 {
        known[row] = left - 1
        found.known += 1
        continue
      }
      try result.append(
        member: row.member, day: Day(number: row.day), second: row.second, kind: row.kind, other: row.other,
        to: row.to, points: row.points, detail: row.detail)
    }
    found.merged += found.known
    found.accepted -= found.known
    result.lastFindings = found
    result.findings = findings.followed(by: found)
    return result
  }
}

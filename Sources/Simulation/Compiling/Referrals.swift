import MemberBook

/// Who brought whom, by the members file, else by the actions: a member's first one that names a referrer.
public struct Referrals: Sendable {
  /// By the member who referred: the ticks on which those they referred joined, ascending.
  let ticks: [Int: [Int32]]
  /// Members whose referrer is no member's id, or is themselves.
  public let strays: Int

  /// Nil where no member has a referrer. `joining` are the days on which members joined, as ticks.
  init?(_ book: Book, joining: [Int32]) {
    let isFiled = book.profiles?.has(.referrer) ?? false
    let actions = book.actions.flatMap { $0.other.isEmpty ? nil : $0 }
    guard isFiled || actions != nil else { return nil }
    var ticks: [Int: [Int32]] = [:]
    var strays = 0
    for member in 0..<book.members.count {
      let name = book.profiles?.text(.referrer, of: member)
      let named = name.flatMap { book.members.member(withID: $0) }
      let told = actions.flatMap { actions in
        actions.range(of: member).lazy.map { Int(actions.other[$0]) }.first { $0 >= 0 }
      }
      if let referrer = named ?? told, referrer != member {
        ticks[referrer, default: []].append(joining[member])
      } else if name != nil {
        strays += 1
      }
    }
    self.ticks = ticks.mapValues { $0.sorted() }
    self.strays = strays
  }

  /// How many joined within `days` that `member` referred.
  func count(by member: Int, in days: ClosedRange<Int>) -> Int64 {
    guard let joined = ticks[member] else { return 0 }
    return Int64(joined.count { days.contains(Int($0)) })
  }
}

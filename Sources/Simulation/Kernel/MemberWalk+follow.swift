extension MemberWalk {
  /// Takes a member through the day `last` and tells the observer: alone, or with those of the same household, of whom it
  /// is told when it is their turn. Members come one after another, each once, all through the same day.
  @inline(__always)
  mutating func follow(_ member: Int, through last: Int) -> MemberEnd {
    if let households = rules.households, households.place(of: member) >= 0 {
      return follow(member, of: households, through: last)
    }
    guard run(member, through: last) else { return MemberEnd() }
    return MemberEnd(
      tier: tier, balance: wallet.account.lots.balance, owed: wallet.account.debt, joined: true,
      candidate: standing.candidate)
  }

  @inline(never)
  private mutating func follow(_ member: Int, of households: Households, through last: Int) -> MemberEnd {
    let place = households.place(of: member)
    if logs[place] == nil {
      var walk = HouseholdWalk(households.all[place], rules, book, qualifier: qualifier, settling: settling)
      walk.run(through: last)
      logs[place] = walk.log
    }
    guard let log = logs[place], let position = log.household.position(of: member) else { return MemberEnd() }
    log.tell(of: position, to: &observer)
    // Whatever nobody is told of any more is forgotten.
    logs[place]?.left -= 1
    if log.left <= 1 { logs[place] = nil }
    return log.ends[position]
  }
}

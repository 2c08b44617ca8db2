import MemberBook
import Messages
import PlanLanguage
import Programme

/// Members who cannot be walked one by one: those of a pool, and both ends of every transfer, connected.
struct Households: Sendable {
  struct Household: Sendable {
    /// In the order of the book; a place in it is a member's position.
    var members: [Int] = []
    /// By position, which balance is the member's, and which standing.
    var account: [Int] = []
    var standing: [Int] = []
    /// By balance and by standing: whose it is, in order of position.
    var accountPositions: [[Int]] = []
    var standingPositions: [[Int]] = []

    /// Nil for those of other households.
    func position(of member: Int) -> Int? {
      var (low, high) = (0, members.count)
      while low < high {
        let middle = (low + high) / 2
        if members[middle] < member { low = middle + 1 } else { high = middle }
      }
      return low < members.count && members[low] == member ? low : nil
    }
  }

  let all: [Household]
  /// By member: the household; -1 for those who are alone.
  private let place: [Int32]
  /// Members whom the pool has no place for.
  let outside: Int

  @inline(__always)
  func place(of member: Int) -> Int { Int(place[member]) }

  /// Nil where everyone is alone.
  /// - Throws: where the data have no column that the pool goes by, or the ladder limits the places on a tier that it shares.
  init?(_ rules: Rules, _ people: CompiledPeople?, _ history: PurchaseHistory) throws(Diagnostic) {
    guard let policy = rules.points else { return nil }
    let count = history.book.members.count
    var outside = 0
    let pools = try Households.pools(policy, ladder: rules.ladder, people, history, outside: &outside)
    let hasTransfers = people?.actions?.hasTransfers ?? false
    if pools.isEmpty && outside == 0 && !hasTransfers { return nil }
    var joint = JointSets(count: count)
    for pool in pools { for member in pool.dropFirst() { joint.join(pool[0], member) } }
    if hasTransfers, let actions = people?.actions {
      for giver in 0..<count {
        for index in actions.actions.range(of: giver) {
          guard let row = actions.facts(at: index), row.receiver >= 0 else { continue }
          joint.join(giver, row.receiver)
        }
      }
    }
    var poolOf = [Int32](repeating: -1, count: count)
    for (pool, members) in pools.enumerated() { for member in members { poolOf[member] = Int32(pool) } }

    let isShared = policy.pools.first?.tier == .shared
    var place = [Int32](repeating: -1, count: count)
    var all: [Household] = []
    var ofRoot: [Int: Int] = [:]
    var accounts: [Int32: Int] = [:]
    for member in 0..<count where joint.size(of: member) > 1 {
      let root = joint.root(of: member)
      let index = ofRoot[root] ?? all.count
      if index == all.count {
        ofRoot[root] = index
        all.append(Household())
      }
      place[member] = Int32(index)
      let pool = poolOf[member]
      all[index].add(member, toAccount: accounts[pool], isShared: isShared && pool >= 0)
      if pool >= 0, accounts[pool] == nil { accounts[pool] = all[index].account.last }
    }
    (self.all, self.place, self.outside) = (all, place, outside)
    if all.isEmpty && outside == 0 { return nil }
  }

  /// The members of every pool of two or more; `outside` says for how many there was no place.
  private static func pools(
    _ policy: PointsPolicy, ladder: Ladder, _ people: CompiledPeople?, _ history: PurchaseHistory,
    outside: inout Int
  ) throws(Diagnostic) -> [[Int]] {
    guard let pool = policy.pools.first, let column = pool.by?.text else { return [] }
    if pool.tier == .shared, let tier = ladder.tiers.first(where: { $0.most != nil }) {
      throw Diagnostic(PoolProblem.limitedPlaces(tier: tier.name, pool: pool.name))
    }
    guard let profiles = history.book.profiles, let facts = people?.facts else {
      throw Diagnostic(PoolProblem.noMembersFile(pool: pool.name))
    }
    guard let groups = profiles.groups(by: column) else {
      throw Diagnostic(PoolProblem.unknownColumn(column, pool: pool.name, names: profiles.columnNames))
    }
    var order: [Int64] = []
    var members: [Int64: [Int]] = [:]
    for (member, group) in groups.enumerated() {
      guard let group else { continue }
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(member)
    }
    var pools: [[Int]] = []
    for group in order {
      var found = members[group] ?? []
      if let max = pool.max, found.count > Int(clamping: max.value) {
        let byJoining = found.sorted { (facts.joining[$0], $0) < (facts.joining[$1], $1) }
        outside += found.count - Int(clamping: max.value)
        found = byJoining.prefix(Int(clamping: max.value)).sorted()
      }
      if found.count > 1 { pools.append(found) }
    }
    return pools
  }
}

extension Households.Household {
  /// Adds a member, who comes after those that are here. `account` is the balance of the pool's earlier members.
  fileprivate mutating func add(_ member: Int, toAccount known: Int?, isShared: Bool) {
    let position = members.count
    members.append(member)
    let account = known ?? accountPositions.count
    if account == accountPositions.count { accountPositions.append([]) }
    self.account.append(account)
    // Where a tier is shared, it is by those who share the balance.
    let mate = isShared ? accountPositions[account].first : nil
    let standing = mate.map { self.standing[$0] } ?? standingPositions.count
    if standing == standingPositions.count { standingPositions.append([]) }
    self.standing.append(standing)
    accountPositions[account].append(position)
    standingPositions[standing].append(position)
  }
}

/// Which of so many things are connected (Galler & Fischer, CACM 7(5), 1964; union by size, path halving).
private struct JointSets {
  private var parent: [Int]
  private var sizes: [Int]

  init(count: Int) {
    parent = Array(0..<count)
    sizes = [Int](repeating: 1, count: count)
  }

  mutating func root(of item: Int) -> Int {
    var item = item
    while parent[item] != item {
      parent[item] = parent[parent[item]]
      item = parent[item]
    }
    return item
  }

  mutating func size(of item: Int) -> Int { sizes[root(of: item)] }

  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(of: one), root(of: other))
    guard first != second else { return }
    let (large, small) = sizes[first] >= sizes[second] ? (first, second) : (second, first)
    parent[small] = large
    sizes[large] += sizes[small]
  }
}

import MemberBook
import PlanLanguage
import Programme
import Quantities
@testable import Simulation

/// Random members who share points and give them to one another, under random rules that let them; the same seed always
/// gives the same case.
struct RandomFamilies {
  let rules: Rules
  let members: [[ReferenceReceipt]]
  let actions: [[ReferenceAction]]
  let people: [ReferencePerson]
  /// By member; nil where the members file has none.
  let families: [String?]
  let dataStart: Day
  let last: Day

  init(seed: UInt64) {
    let base = RandomCase(seed: seed, withPeople: true)
    var dice = Dice(seed: seed &* 104_729 &+ 7)
    var rules = base.rules
    var points = rules.points ?? dice.points(for: rules.ladder)
    if dice.chance(75) {
      points.transfer.base = dice.maybe(
        75, [100, 50, 33, 20].map { TransferRule(Percent(fraction: Ratio($0, over: 100) ?? .one)) })
      if dice.chance(25) {
        points.transfer.set(TransferRule(Percent(fraction: Ratio(1, over: 3) ?? .one)), during: dice.anyRange())
      }
    }
    if dice.chance(75) {
      var pool = Pool(name: "家庭")
      pool.by = AttributeName("家庭号")
      pool.tier = dice.pick(PoolTier.allCases)
      pool.max = dice.maybe(50, [2, 3].map { Count($0) })
      points.pools = [pool]
    }
    rules.points = points
    // Limited places are another matter.
    for index in rules.ladder.tiers.indices { rules.ladder.tiers[index].most = nil }
    self.rules = rules
    last = base.last
    var members = base.members
    // Those who bought nothing come last in the book, and a pool's first member is the book's.
    for number in members.indices where members[number].isEmpty { members[number] = dice.receipts(under: rules) }
    while members.count < 4 { members.append(dice.receipts(under: rules)) }
    while members.count < 5 { members.append(dice.chance(12) ? [] : dice.receipts(under: rules)) }
    // Some buy at the same moment.
    self.members = members
    let start = min(base.dataStart ?? RandomCase.span.first, members.compactMap(\.first?.day).min() ?? .distantFuture)
    dataStart = start
    var actions = base.actions
    while actions.count < members.count {
      actions.append(dice.actions(beside: members[actions.count], from: start, under: rules))
    }
    for giver in members.indices {
      for _ in 0..<dice.pick([0, 2, 6, 15]) {
        var gift = ReferenceAction(day: dice.anyDay(), second: 0, name: dice.pick(["transfer", "转赠", "转让"]))
        if let receipt = members[giver].isEmpty ? nil : dice.pick(members[giver]), dice.chance(60) {
          gift.day = receipt.day + dice.pick([0, 0, 1, 7, 30])
          gift.second = receipt.second
        }
        gift.points = Int64(dice.pick([1, 5, 10, 30, 50, 100, 300, 2_000]))
        gift.receiver = dice.chance(5) ? -1 : dice.int(0...members.count - 1)
        actions[giver].append(gift)
      }
      let inOrder = actions[giver].enumerated().sorted { one, other in
        (one.element.day, one.element.second, one.offset) < (other.element.day, other.element.second, other.offset)
      }
      actions[giver] = inOrder.map(\.element)
    }
    self.actions = actions
    var people = base.people
    while people.count < members.count {
      people.append(dice.person(with: members[people.count], from: start, under: rules))
    }
    self.people = people
    families = members.map { _ in dice.maybe(85, ["A", "A", "A", "B"]) }
  }

  func id(_ number: Int) -> String { "m\(number)" }

  func history() throws -> PurchaseHistory {
    var builder = BookBuilder()
    for (number, receipts) in members.enumerated() {
      for (index, receipt) in receipts.enumerated() {
        for (line, place) in zip(receipt.lines, Int32(0)...) {
          try builder.append(
            member: id(number), day: receipt.day, second: receipt.second, amount: line.amount, store: receipt.store,
            category: line.category, channel: receipt.store == "s1" ? "web" : "shop", receipt: "r\(index)",
            original: receipt.original.map { "r\($0)" }, quantity: place, discount: line.discount)
        }
      }
    }
    try builder.append(member: nil, day: dataStart, amount: 1, discount: 0)
    var profiles = Profiles(count: people.count)
    let family = profiles.add(Attribute(name: "家庭号", kind: .text))
    for (number, person) in people.enumerated() {
      profiles.set(joined: person.joined, of: number)
      profiles.set(birthday: person.birthMonth.flatMap { Birthday(month: $0, day: 28) }, of: number)
      if let tier = person.tier { profiles.set(.tier, to: Array(tier.utf8).span, of: number) }
      profiles.set(.tierSince, to: person.tierSince, of: number)
      profiles.set(openingPoints: person.openingPoints, of: number)
      profiles.set(.openingExpiry, to: person.openingExpiry, of: number)
      if let own = families[number] { profiles.set(family, to: .text(own), of: number) }
    }
    var table = ActionTable()
    for (number, own) in actions.enumerated() {
      for action in own {
        try table.append(
          member: id(number), day: action.day, second: action.second, kind: action.name,
          to: action.receiver.map { $0 < 0 ? "nobody" : id($0) } ?? "", points: action.points, detail: action.detail)
      }
    }
    let members = MemberTable(ids: people.indices.map { id($0) }, profiles: profiles)
    guard let history = PurchaseHistory(try builder.finish().joined(by: members, table)) else {
      throw RandomCase.Unexpected()
    }
    return history
  }

  /// The reference's days, by member.
  func reference() -> [[ReferenceDay]] {
    let spends = actions.joined().contains { $0.day >= dataStart && $0.redeems(under: rules) }
    let all = members.indices.map { number in
      var member = ReferenceMember(
        members[number], actions[number], people[number], rules, dataStart: dataStart, dataHaveRedemptions: spends)
      member.number = number
      return member
    }
    return ReferenceHousehold.replay(all, families: families, rules: rules, from: dataStart, through: last)
  }
}

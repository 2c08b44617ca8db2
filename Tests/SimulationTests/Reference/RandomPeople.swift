import PlanLanguage
import Programme
import Quantities

/// Actions and members files that walk the boundaries of the rules on them.
extension Dice {
  static let actionNames = ["签到", "评价", "分享"]
  /// One of them is an action's too, one longer than a word of the book's texts.
  static let rewardNames = ["贺卡", "兑换", "分享", "春季私享会双人入场券 2025"]

  private mutating func reward(_ name: String, on ladder: Ladder) -> Reward {
    var reward = Reward(name: name)
    reward.points = Points(Int64(pick([1, 20, 100, 300])))
    reward.cost = Money(minor: Int64(pick([0, 1, 6_00, 99_99])))
    reward.kind = pick(RewardKind.allCases)
    if reward.kind == .upgrade { reward.tier = Name(pick(ladder.tiers.map(\.name))) }
    return reward
  }

  /// Thresholds on actions, for some tiers, that ascend like the others.
  mutating func askForActions(_ ladder: inout Ladder) {
    for name in Self.actionNames where chance(45) {
      var low: Int64 = 0
      for index in ladder.tiers.indices.dropFirst() where chance(60) {
        low += Int64(pick([0, 1, 2, 5]))
        ladder.tiers[index].actions[name].base = Count(max(low, 1))
      }
      guard chance(30) else { continue }
      let (range, factor) = (anyRange(), Int64(pick([1, 2, 3])))
      for index in ladder.tiers.indices {
        guard let base = ladder.tiers[index].actions[name].base else { continue }
        ladder.tiers[index].actions[name].set(Count(base.value * factor - (factor == 1 ? 1 : 0)), during: range)
      }
    }
  }

  /// Points for some actions, and bonuses that look at the member.
  mutating func payForActions(_ policy: inout PointsPolicy?, on ladder: Ladder) {
    guard policy != nil else { return }
    for name in Self.rewardNames where chance(50) { policy?.rewards.append(reward(name, on: ladder)) }
    for name in Self.actionNames where chance(65) {
      var rate = ActionRate(name: name)
      rate.earn.base = Points(Int64(pick([0, 1, 5, 50, 120])))
      while chance(25) { rate.earn.set(Points(Int64(int(0...99))), during: anyRange()) }
      if chance(60) {
        rate.limit = ActionLimit(Count(Int64(pick([0, 1, 1, 2, 3]))), per: pick(CalendarPeriod.allCases))
      }
      if chance(30) { rate.qualifies = .no }
      policy?.actions.append(rate)
    }
    let own: [Condition] = [.birthdayMonth, .joiningAnniversary]
    for condition in own where chance(35) {
      var bonus = Bonus(name: condition == .birthdayMonth ? "生日" : "周年")
      bonus.earn.base = Multiplier(Ratio(Int64(pick([0, 2, 3]))))
      bonus.when = pick([condition, .not(condition), .and(condition, self.condition(depth: 1)), .or(own[0], own[1])])
      policy?.bonuses.append(bonus)
    }
  }

  /// One member's actions, some of them before the data, some of a name that no rule has.
  mutating func actions(
    beside receipts: [ReferenceReceipt], from start: Day, under rules: Rules
  ) -> [ReferenceAction] {
    var actions: [ReferenceAction] = []
    // In some data points are spent, and then by some of any name.
    let spends = chance(60)
    for _ in 0..<pick([0, 0, 2, 8, 20, 40]) {
      let name = chance(5) ? "其他" : pick(Self.actionNames)
      var (day, second) = (chance(40) ? turningDay() : anyDay(), Int32(pick([0, 0, 9 * 3600, 86_399])))
      if let earlier = actions.last, chance(50) {
        // The same day again, or where something that began then ends.
        day = chance(60) ? earlier.day : end(of: earlier.day, under: rules) + pick([0, 0, -1, 1])
      } else if !receipts.isEmpty, chance(30) {
        let receipt = pick(receipts)
        day = receipt.day
        if chance(70) { second = receipt.second }
      } else if chance(5) {
        day = start - int(1...30)
      }
      actions.append(ReferenceAction(day: day, second: second, name: name))
      if spends, chance(40) { actions[actions.count - 1].points = Int64(pick([1, 5, 30, 50, 100, 100, 400, 5_000])) }
      if spends, chance(25) {
        actions[actions.count - 1].detail = pick(Self.rewardNames + ["生日到店赠送活动 12345678901234", "其他"])
      }
      if spends, chance(10) { actions[actions.count - 1].name = "兑换" }
    }
    let inOrder = actions.enumerated().sorted { one, other in
      (one.element.day, one.element.second, one.offset) < (other.element.day, other.element.second, other.offset)
    }
    return inOrder.map(\.element)
  }

  /// What a members file says of one member.
  mutating func person(
    with receipts: [ReferenceReceipt], from start: Day, under rules: Rules
  ) -> ReferencePerson {
    var person = ReferencePerson()
    let bought = receipts.isEmpty ? start : pick(receipts).day
    if chance(60) {
      person.joined = pick([
        bought - int(0...1200), bought.anniversary(in: 2021), bought + int(1...200), day(2020, 2, 29), turningDay(),
        start,
      ])
    }
    person.birthMonth = maybe(60, Array(1...12))
    if chance(65) {
      person.tier = chance(5) ? "外" : pick(rules.ladder.tiers.map(\.name))
      if chance(85) {
        var days = [
          start - int(1...900), start - int(1...60), start - 1, start, start + 1, turningDay(), bought, anyDay(),
        ]
        // Terms that end with the first days of the data.
        if case .duration(let length) = rules.ladder.keep {
          days += [referenceDay(start, minus: length), referenceDay(start, minus: length) + 1]
        }
        days.append(end(of: bought, under: rules))
        person.tierSince = pick(days)
      }
    }
    if chance(50) {
      person.openingPoints = Int64(pick([1, 100, 100, 5_000, 0, -5]))
      if chance(60) {
        person.openingExpiry = pick([
          start - 1, start, start + 1, turningDay(), anyDay(), bought, start + int(300...900), start + int(300...900),
        ])
      }
    }
    return person
  }
}

import MemberBook
import Messages
import Programme
import Simulation

extension Analyst {
  /// What of the members file and the actions file a replay could not use, or only in part.
  func factNotes(on rules: Rules, _ outcome: Outcome, _ data: Dataset) -> [Message] {
    importNotes(outcome, data) + openingNotes(on: rules, outcome, data) + actionNotes(on: rules, outcome, data)
      + birthdayNotes(on: rules, data) + pointNotes(on: rules, outcome, data)
  }

  private func importNotes(_ outcome: Outcome, _ data: Dataset) -> [Message] {
    var notes = outcome.findings.strayTiers.map { stray in
      Message(
        "\(counted(stray.members, "member")) \(stray.members == 1 ? "holds" : "hold") an imported tier \(stray.name), "
          + "which the ladder does not have; it is left aside",
        zh: "\(grouped(Int64(stray.members))) 名会员带有导入的等级 \(stray.name)，等级体系中没有，予以忽略")
    }
    if outcome.totals[.unseenReviews] > 0 {
      notes.append(
        Message(
          "\(counted(Int(outcome.totals[.unseenReviews]), "review")) of members with an imported tier looked at a window that begins "
            + "before the data, \(data.book.firstDay); they renewed",
          zh: "带有导入等级的会员有 \(grouped(outcome.totals[.unseenReviews])) 次考核的考察期早于数据开始日 \(data.book.firstDay)，均予续期"))
    }
    return notes
  }

  private func openingNotes(on rules: Rules, _ outcome: Outcome, _ data: Dataset) -> [Message] {
    var notes: [Message] = []
    let found = outcome.findings
    if found.lapsedOpenings > 0 {
      notes.append(
        Message(
          "the opening points of \(counted(found.lapsedOpenings, "member")) had expired by \(data.book.firstDay), where the "
            + "data start, and are left out",
          zh: "\(grouped(Int64(found.lapsedOpenings))) 名会员的期初积分到数据开始日 \(data.book.firstDay) 已过期，不计入"))
    }
    if found.negativeOpenings > 0 {
      notes.append(
        Message(
          "the opening points of \(counted(found.negativeOpenings, "member")) are less than 0 and count as 0",
          zh: "\(grouped(Int64(found.negativeOpenings))) 名会员的期初积分小于 0，按 0 计"))
    }
    if rules.points == nil, data.book.profiles?.hasOpeningPoints == true {
      notes.append(
        Message(
          "the members file has opening points, but no points policy is defined, so they are left out",
          zh: "会员文件有期初积分，但没有定义积分政策，所以不计入"))
    }
    return notes
  }

  private func actionNotes(on rules: Rules, _ outcome: Outcome, _ data: Dataset) -> [Message] {
    var notes: [Message] = []
    let named = (rules.points?.actions.map(\.name) ?? []).map {
      (Message.named("points", rules.points?.name ?? ""), $0)
    }
    let asked = rules.ladder.actionNames.map { (Message.named("ladder", rules.ladder.name), $0) }
    for (owner, name) in named + asked where (data.book.actions?.kinds.code(of: name) ?? 0) == 0 {
      notes.append(
        Message("\(owner) names action \(name), which the data do not have", zh: "\(owner)提到行为 \(name)，数据中没有"))
    }
    guard !(named + asked).isEmpty || outcome.findings.redemptions > 0, let actions = data.book.actions else {
      return notes
    }
    let asOf = asOf(data)
    let early = (0..<actions.count).count { actions.day($0) < data.book.firstDay }
    let late = (0..<actions.count).count { actions.day($0) > asOf }
    if early > 0 {
      notes.append(
        Message(
          "\(counted(early, "action")) before \(data.book.firstDay), where the purchases start, "
            + "\(early == 1 ? "is" : "are") left out",
          zh: "购买数据开始日 \(data.book.firstDay) 之前的 \(grouped(Int64(early))) 次行为不计入")
      )
    }
    if late > 0 {
      notes.append(
        Message(
          "\(counted(late, "action")) after the as-of date, \(asOf), \(late == 1 ? "is" : "are") left out; "
            + "`set today` moves it",
          zh: "截止日 \(asOf) 之后的 \(grouped(Int64(late))) 次行为不计入；`set today` 可以改截止日")
      )
    }
    return notes
  }

  private func birthdayNotes(on rules: Rules, _ data: Dataset) -> [Message] {
    guard data.book.profiles?.hasBirthdays != true else { return [] }
    var notes: [Message] = []
    for benefit in rules.benefits where benefit.when?.looksAtBirthdays == true {
      notes.append(
        Message(
          "benefit \(benefit.name) looks at birthdays, which the data do not have, so it costs nothing here",
          zh: "权益 \(benefit.name) 要看生日，数据中没有，所以这里没有成本"))
    }
    for coupon in rules.coupons where coupon.when == .birthdayMonth {
      notes.append(
        Message(
          "coupon \(coupon.name) looks at birthdays, which the data do not have, so none is handed out here",
          zh: "优惠券 \(coupon.name) 要看生日，数据中没有，所以这里没有发放"))
    }
    for bonus in rules.points?.bonuses ?? [] where bonus.when?.looksAtBirthdays == true {
      notes.append(
        Message(
          "bonus \(bonus.name) looks at birthdays, which the data do not have, so none of them matches",
          zh: "积分奖励 \(bonus.name) 要看生日，数据中没有，所以从不符合"))
    }
    return notes
  }
}

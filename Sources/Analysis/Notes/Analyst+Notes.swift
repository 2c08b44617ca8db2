import MemberBook
public import Messages
import PlanLanguage
public import Programme
public import Quantities
public import Simulation

extension Analyst {
  /// What a reader of figures over `range` must know.
  public func notes(on rules: Rules, over range: DayRange, _ outcome: Outcome) -> [Message] {
    guard let dataset else { return [] }
    var notes: [Message] = []
    let warmUp = range.first - dataset.book.firstDay
    let wanted = rules.ladder.tiers.count > 1 ? rules.ladder.warmUpDays : 0
    if warmUp < wanted {
      notes.append(
        Message(
          "nothing is known before \(dataset.book.firstDay), where the data start; window and keep reach back about "
            + "\(counted(wanted, "day")), so early tiers may be too low",
          zh: "数据从 \(dataset.book.firstDay) 开始，之前一无所知；考察期和保级期要往前看约 \(grouped(Int64(wanted))) 天，"
            + "所以早期的等级可能偏低"))
    }
    if outcome.totals[.notYetJoined] > 0 {
      notes.append(
        Message(
          "\(counted(Int(outcome.totals[.notYetJoined]), "member")) had not bought by \(range.last) and count on \(outcome.tiers[0])",
          zh: "\(grouped(outcome.totals[.notYetJoined])) 名会员到 \(range.last) 尚未购买，计入 \(outcome.tiers[0])")
      )
    }
    if rules.ladder.keep == .whileQualified {
      if rules.ladder.grace != nil || rules.ladder.downgrade != .oneStep {
        notes.append(
          Message(
            "`keep = while qualified` has no reviews, so `downgrade` and `grace` have no effect",
            zh: "`keep = while qualified` 没有考核，所以 `downgrade` 和 `grace` 不起作用"))
      }
      if rules.ladder.transition != .atReview {
        notes.append(
          Message(
            "`keep = while qualified` goes by each day's thresholds, so `transition` has no effect",
            zh: "`keep = while qualified` 每天按当天的门槛，所以 `transition` 不起作用"))
      }
      if rules.ladder.upgrade == .monthEnd {
        notes.append(
          Message(
            "`keep = while qualified` looks every morning; `month end` only keeps purchases from upgrading at once",
            zh: "`keep = while qualified` 每天早上考核；`month end` 只使购买不会当场升级"))
      }
    }
    if !rules.assumptions.isEmpty {
      if !dataset.book.lines.cost.isEmpty {
        notes.append(
          Message(
            "the data have costs line by line; the assumed margin is for lines without one only",
            zh: "数据中逐行有成本；假设的毛利率只用于没有成本的行"))
      } else if !outcome.costing.knowsMargin {
        notes.append(
          Message(
            "a margin is assumed for a part of the sales only; `assume margin = …` covers the rest",
            zh: "只对部分销售假设了毛利率；`assume margin = …` 覆盖其余部分"))
      }
    }
    for assumption in rules.assumptions where dataset.book.lines.cost.isEmpty {
      notes.append(
        assumed(assumption))
    }
    notes += factNotes(on: rules, outcome, dataset)
    if rules.points == nil, rules.ladder.tiers.contains(where: { $0.points.isSet }) {
      notes.append(
        Message(
          "a tier asks for points, but no points policy is defined, so nobody earns any",
          zh: "有等级以积分为门槛，但没有定义积分政策，所以没有人得到积分"))
    }
    for bonus in rules.points?.bonuses ?? [] {
      notes += unknownNames(in: bonus.when, of: .named("bonus", bonus.name), dataset)
    }
    for benefit in rules.benefits {
      if case .purchases(let condition)? = benefit.when {
        notes += unknownNames(in: condition, of: .named("benefit", benefit.name), dataset)
      }
    }
    for coupon in rules.coupons {
      if case .purchases(let condition)? = coupon.when {
        notes += unknownNames(in: condition, of: .named("coupon", coupon.name), dataset)
      }
    }
    return notes
  }

  private func assumed(_ assumption: Assumption) -> Message {
    let value = assumption.value.text(in: notation)
    return .sentence(
      Message("\(assumption.title) is assumed at \(value)", zh: "假设 \(assumption.title) 为 \(value)"),
      assumption.value.isFixed ? nil : Message(", its middle is used", zh: "，取其中值"),
      assumption.because.map { Message(" (\($0))", zh: "（\($0)）") }, separator: .empty)
  }

  /// Stores and categories that a condition names and the data do not have.
  private func unknownNames(in condition: Condition?, of owner: Message, _ data: Dataset) -> [Message] {
    guard let condition else { return [] }
    let categories = condition.categoryNames.filter { data.book.categories.code(of: $0) == nil }
    let stores = condition.storeNames.filter { data.book.stores.code(of: $0) == nil }
    return categories.map {
      Message(
        "\(owner) names category \(quoted($0)), which the data do not have", zh: "\(owner)提到品类 \(quoted($0))，数据中没有")
    }
      + stores.map {
        Message(
          "\(owner) names store \(quoted($0)), which the data do not have", zh: "\(owner)提到门店 \(quoted($0))，数据中没有")
      }
  }
}

import Analysis
import Messages
import PlanLanguage
import Planning
import Programme
import Quantities
import Reporting

/// A plan as tables, values and notes.
extension PlannedEvent {
  func report(guestsShown: Int, _ notation: Notation) -> Report {
    var report = Report(verb: "plan", title: title)
    var guests = guestTable(notation)
    guests.shownRows = guestsShown
    report.tables = [rangeTable, costTable, assumptionTable(notation), guests]
    report.values = PlannedEvent.measures.map { .init($0.heading, $0.mean(self)) }
    report.values += [.init(.draws, .count(Int64(plan.draws.count))), .init(.seed, .count(seed))]
    report.notes = notes(notation)
    return report
  }

  private var title: Message {
    let guests = plan.guests.guests.count
    return .sentence(
      Message(verbatim: event.name),
      event.date.map { Message(" on \($0) (\($0.weekday.word))", zh: "，\($0)（\($0.weekday.word)）") },
      plan.terms.capacity.map { Message(", \(counted($0, "seat"))", zh: "，\(grouped(Int64($0))) 个座位") },
      Message(", \(counted(guests, "guest")) invited", zh: "，邀请 \(grouped(Int64(guests))) 位宾客"),
      separator: .empty)
  }

  private var rangeTable: Table {
    var table = Table("range", columns: ([.metric] + Heading.percentiles + [.mean]).map { Table.Column($0) })
    for measure in PlannedEvent.measures {
      guard let quantile = measure.quantile, measure.name != "invited" else { continue }
      table.rows.append(
        [.word(measure.word)] + [0.1, 0.5, 0.9].map { quantile(self, $0) } + [measure.mean(self)])
    }
    return table
  }

  /// What the event costs, at the mean of the draws; the discount takes what rounding leaves, so that the rows add up.
  private var costTable: Table {
    var table = Table(
      "costs", title: Heading.cost.title, columns: [Heading.cost, .basis, .amount].map { Table.Column($0) })
    var rest = cost
    for (cost, amount) in zip(plan.terms.costs, plan.mean.charges) {
      let money = Money(nearest: amount)
      rest = Money(minor: rest.minor - money.minor)
      table.rows.append([
        .text(cost.name), .word(cost.charge.per?.each ?? Message("fixed", zh: "固定")), .money(money),
      ])
    }
    if plan.terms.discount.fraction > .zero {
      let discount = plan.terms.discount
      table.rows.append([
        .word(Message("discount", zh: "折扣")), .word(Message("\(discount) of sales", zh: "销售额的 \(discount)")),
        .money(rest),
      ])
    }
    table.rows.append([.word(Message("all", zh: "合计")), .none, .money(cost)])
    return table
  }

  /// Everything that the loaded data do not say.
  private func assumptionTable(_ notation: Notation) -> Table {
    var table = Table(
      "assumptions", title: Message("assumed", zh: "假设"),
      columns: [Heading.assumption, .value, .mean].map { Table.Column($0) } + [Table.Column(.source, wraps: true)])
    let stated = Message("event", zh: "活动定义")
    func add<Value>(_ name: Message, _ spread: Spread<Value>, _ unit: Cell.Estimate, from source: Message) {
      table.rows.append([
        .word(name), .text(spread.text(in: notation)), .estimate(spread.mean, unit), .word(source),
      ])
    }
    add(Message("accept", zh: "接受率 accept"), plan.terms.accept, .share, from: stated)
    add(Message("attend", zh: "到场率 attend"), plan.terms.attend, .share, from: stated)
    add(Message("buy", zh: "购买率 buy"), plan.terms.buy, .share, from: stated)
    add(Message("basket", zh: "客单价倍数 basket"), plan.terms.basket, .factor, from: stated)
    let usual = Message("usual", zh: "自然购买率 usual")
    if let chance = plan.terms.usual {
      add(usual, chance, .share, from: stated)
    } else {
      let share = plan.mean.usualBasket == 0 ? 0 : plan.mean.spentAnyway / plan.mean.usualBasket
      let (weekday, days) = (plan.guests.weekday, plan.guests.days)
      table.rows.append([
        .word(usual), .word(Message("own", zh: "各人实际")), .estimate(share, .share),
        .word(
          Message(
            "measured: \(weekday.word) in \(days), weighted by basket",
            zh: "实测：\(days) 内的\(weekday.word)，按客单价加权")),
      ])
    }
    add(
      Message("borrow", zh: "借自后续销售 borrow"), plan.terms.borrow, .share,
      from: event.borrow == Event(name: "").borrow ? Message("default", zh: "默认") : stated)
    table.rows.append([
      .word(Message("margin", zh: "毛利率 margin")), .word(margin.text), .estimate(margin.spread.mean, .share),
      .word(margin.source),
    ])
    return table
  }

  private func guestTable(_ notation: Notation) -> Table {
    var table = Table(
      "guests", title: Message("guests, with what each adds who takes a seat", zh: "宾客，以及每位入座者带来的增量"),
      columns: [Heading.rank, .member, .usualBasket, .usualChance, .expectedMargin].map { Table.Column($0) } + [
        Table.Column(.reason, wraps: true)
      ])
    for (place, guest) in plan.guests.guests.enumerated() {
      table.rows.append([
        .count(Int64(place + 1)), .text(guest.id), .money(Money(nearest: guest.basket)),
        .estimate(plan.rates.usual ?? guest.chance, .share), .money(Money(nearest: plan.expectedMargin(of: guest))),
        .word(guest.reason.text(notation)),
      ])
    }
    return table
  }
}

extension GuestList.Reason {
  func text(_ notation: Notation) -> Message {
    switch self {
    case .scored(let points, let whole, let year):
      // Of 100, to the hundredth, as tables have it.
      let hundredths = Int64(clamping: (Int128(points) * 20_000 + Int128(whole)) / (2 * Int128(max(whole, 1))))
      let score = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
      let spend = Money(minor: year.spend).text(in: notation)
      let purchases = counted(Int(year.purchases), "purchase")
      return Message(
        "score \(score), spend \(spend) in \(purchases)", zh: "评分 \(score)，\(year.purchases) 笔购买，消费额 \(spend)")
    case .listed(let line): return Message("line \(line) of the list", zh: "名单第 \(line) 行")
    case .ranked(let measure, let year):
      let spend = Money(minor: year.spend).text(in: notation)
      let purchases = counted(Int(year.purchases), "purchase")
      let visits = counted(Int(year.visits), "visit")
      switch measure {
      case .spend: return Message("spend \(spend) in \(purchases)", zh: "\(year.purchases) 笔购买，消费额 \(spend)")
      case .visits: return Message("\(visits), spend \(spend)", zh: "到店 \(year.visits) 次，消费额 \(spend)")
      case .purchases: return Message("\(purchases), spend \(spend)", zh: "\(year.purchases) 笔购买，消费额 \(spend)")
      case .basket:
        let basket = Money(nearest: year.basket?.approximation ?? 0).text(in: notation)
        return Message("basket \(basket) over \(purchases)", zh: "\(year.purchases) 笔购买，客单价 \(basket)")
      }
    }
  }
}

extension Charge.Basis {
  /// `per attendee`.
  fileprivate var each: Message {
    switch self {
    case .invite: Message("per invite", zh: "每份邀请")
    case .attendee: Message("per attendee", zh: "每名到场者")
    case .buyer: Message("per buyer", zh: "每名购买者")
    }
  }
}

extension Heading {
  fileprivate static let mean = Heading("mean", Message("mean", zh: "均值"))
  fileprivate static let basis = Heading("basis", Message("basis", zh: "计费方式"))
  fileprivate static let assumption = Heading("assumption", Message("assumption", zh: "假设"))
  fileprivate static let source = Heading("source", Message("source", zh: "来源"))
  fileprivate static let rank = Heading("rank", Message("rank", zh: "名次"))
  fileprivate static let usualBasket = Heading("usual_basket", Message("usual basket", zh: "平日客单价"))
  fileprivate static let usualChance = Heading("usual_chance", Message("usual chance", zh: "自然购买率"))
  fileprivate static let expectedMargin = Heading("expected_margin", Message("expected margin", zh: "预期毛利"))
}

import Analysis
import Intake
import Messages
import Quantities
import Reporting
import Simulation

/// `show truth`: what the demo store was drawn from.
struct ShowTruth: Command {
  static let syntax = Syntax<ShowTruth>(
    "show truth",
    Message("What the demo store was drawn from, to hold estimates against", zh: "演示门店由什么生成，用来检验估计"),
    examples: [Example("show truth", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    _ = try session.analyst.loaded()
    guard let demo = session.inputs.demo else { throw Diagnostic(ShellProblem.noDemo) }
    let truth = demo.truth
    var report = Report(verb: "show", title: Message("what the demo boutique was drawn from", zh: "演示服装店由什么生成"))
    report.tables = [
      model(truth), stores(truth), categories(truth), mix(truth), holidays(truth), busyness(truth),
    ]
    report.values = [
      value("r", .number(truth.r)), value("alpha", .number(truth.alpha)), value("a", .count(Int64(truth.a))),
      value("b", .count(Int64(truth.b))), value("q", .count(Int64(truth.q))),
    ]
    report.showsValues = false
    report.notes = [
      Message(
        "visits of a member follow MBG/NBD in weeks, counted from the first, on a clock that runs faster on busy days",
        zh: "会员的到店服从以周计的 MBG/NBD，从第一次到店算起，时钟在繁忙的日子走得更快"),
      Message(
        "seed \(demo.seed), \(grouped(Int64(demo.members))) members",
        zh: "随机种子 \(demo.seed)，\(grouped(Int64(demo.members))) 名会员"),
    ]
    return .report(report)
  }

  private func value(_ name: String, _ cell: Cell) -> Report.Value { .init(Heading(verbatim: name), cell) }

  private func model(_ truth: DemoTruth) -> Table {
    let parameter = Heading("parameter", Message("parameter", zh: "参数"))
    var table = Table("model", columns: [.init(parameter), .init(.value), .init(.meaning, wraps: true)])
    func row(_ name: Message, _ value: Cell, _ meaning: Message) {
      table.rows.append([.word(name), value, .word(meaning)])
    }
    row(
      Message(verbatim: "r"), .number(truth.r),
      Message("visits a week are Gamma(r, alpha) across members", zh: "每周到店次数在会员间服从 Gamma(r, alpha)"))
    row(
      Message(verbatim: "alpha"), .number(truth.alpha),
      Message("in weeks; r ÷ alpha is the mean of visits a week", zh: "以周计；r ÷ alpha 是每周到店次数的均值"))
    row(
      Message(verbatim: "a"), .count(Int64(truth.a)),
      Message("the chance to leave after a visit is Beta(a, b) across members", zh: "每次到店后流失的概率在会员间服从 Beta(a, b)"))
    row(
      Message(verbatim: "b"), .count(Int64(truth.b)), Message("a ÷ (a + b) is its mean", zh: "a ÷ (a + b) 是它的均值"))
    row(
      Message(verbatim: "q"), .count(Int64(truth.q)),
      Message(
        "prices a member chooses are × (q − 1) ÷ Gamma(q, 1), at most × 4",
        zh: "会员选择的价位为 × (q − 1) ÷ Gamma(q, 1)，最多 × 4"))
    row(
      Message("founders", zh: "老会员"), share(truth.founders),
      Message("joined before the data begin", zh: "在数据开始之前入会"))
    row(
      Message("early", zh: "提前入会"), share(truth.joiningEarly),
      Message("of the others joined up to 30 days before their first visit", zh: "其余会员中，在首次到店前 30 天内入会"))
    row(
      Message("home", zh: "所属门店"), share(truth.loyalToStore),
      Message("visits to the member's own store; the rest by the stores' shares", zh: "到所属门店的到店；其余按各门店的占比"))
    row(
      Message("advisor", zh: "专属顾问"), share(truth.loyalToAdvisor),
      Message("receipts there that are the member's own advisor's", zh: "其中由会员的专属顾问开出的小票"))
    row(
      Message("walk_ins", zh: "散客"), .quotient(numerator: Int64(2 * truth.walkIn), denominator: 1_000),
      Message("receipts without a card, per member", zh: "每名会员对应的无卡小票数"))
    row(
      Message("counter", zh: "柜台折扣"), share(truth.counterDiscounted),
      Message(
        "receipts with \(truth.counterDiscount) % off outside sales weeks",
        zh: "促销周以外有 \(truth.counterDiscount) % 折扣的小票"))
    return table
  }

  private func stores(_ truth: DemoTruth) -> Table {
    var table = Table(
      "stores", title: Message("stores", zh: "门店"),
      columns: [
        .store, .share, Heading("prices", Message("prices", zh: "价格")),
        Heading("lines", Message("lines", zh: "每张小票行数")), Heading("returned", Message("returned", zh: "退货占比")),
        Heading("channels", Message("channels", zh: "渠道")),
      ].map { Table.Column($0) })
    for store in truth.stores {
      let lines = zip(1..., store.lines).reduce(0) { $0 + $1.0 * $1.1 }
      table.rows.append([
        .text(store.name), share(store.share), percent(store.price),
        .quotient(numerator: Int64(lines), denominator: 1_000), share(store.returned),
        .text(store.channels.map(\.name).joined(separator: " ")),
      ])
    }
    return table
  }

  private func categories(_ truth: DemoTruth) -> Table {
    var table = Table(
      "categories",
      title: Message("categories: list prices in yuan, and prices by season in percent", zh: "品类：标价（元），以及各季价格的百分比"),
      columns: ([
        Split.category.heading, Heading("from", Message("from", zh: "最低")), Heading("to", Message("to", zh: "最高")),
        .cost,
      ] + Heading.seasons).map { Table.Column($0) })
    for category in truth.categories {
      table.rows.append(
        [
          .text(category.name), .count(Int64(category.prices.lowerBound)), .count(Int64(category.prices.upperBound)),
          share(category.cost),
        ] + category.seasonal.map(percent))
    }
    return table
  }

  private func mix(_ truth: DemoTruth) -> Table {
    let stores = truth.stores.map { Heading(verbatim: $0.name) }
    var table = Table(
      "mix",
      title: Message(
        "what sells: weights by season, and how much more of it in each store", zh: "销售构成：各季的权重，以及在各门店多卖多少"),
      columns: ([Split.category.heading] + Heading.seasons + stores).map { Table.Column($0) })
    for (i, category) in truth.categories.enumerated() {
      table.rows.append(
        [.text(category.name)] + category.weights.map { .count(Int64($0)) }
          + truth.stores.map { percent($0.leaning[i]) })
    }
    return table
  }

  private func holidays(_ truth: DemoTruth) -> Table {
    var table = Table(
      "holidays",
      title: Message(
        "holidays: how busy, what is off every price, how much more gifts sell", zh: "节日：客流多少、各价格优惠多少、礼品多卖多少"),
      columns: [
        Heading("holiday", Message("holiday", zh: "节日")), Heading("first", Message("first", zh: "第一年")),
        Heading("second", Message("second", zh: "第二年")), .busy, Heading("off", Message("off", zh: "折扣")),
        Heading("gifts", Message("gifts", zh: "礼品")),
      ].map { Table.Column($0) })
    for holiday in truth.holidays {
      let ranges = holiday.ranges.map { Cell.text($0.description) }
      table.rows.append(
        [.text(holiday.name)] + ranges + [percent(holiday.traffic), percent(holiday.off), percent(holiday.gifts)])
    }
    return table
  }

  private func busyness(_ truth: DemoTruth) -> Table {
    var table = Table(
      "busy", title: Message("how busy a month and a weekday are", zh: "各月份和星期的客流"),
      columns: [Heading("of", Message("of", zh: "时间")), .busy].map { Table.Column($0) })
    table.rows = zip(1..., truth.months).map { [.word(Message("month \($0)", zh: "\($0) 月")), percent($1)] }
    table.rows += zip(Weekday.allCases, truth.weekdays).map { [.word($0.word), percent($1)] }
    return table
  }

  private func share(_ perMille: Int) -> Cell { .share(part: Int64(perMille), whole: 1_000) }
  private func percent(_ percent: Int) -> Cell { .share(part: Int64(percent), whole: 100) }
}

extension Heading {
  fileprivate static let busy = Heading("busy", Message("busy", zh: "客流"))
  fileprivate static let seasons = [
    Heading("spring", Message("spring", zh: "春")), Heading("summer", Message("summer", zh: "夏")),
    Heading("autumn", Message("autumn", zh: "秋")), Heading("winter", Message("winter", zh: "冬")),
  ]
}

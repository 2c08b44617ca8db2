import Intake
import Quantities
import Reporting

/// `show truth`: what the demo store was drawn from.
struct ShowTruth: Command {
  static let syntax = Syntax<ShowTruth>(
    "show truth", "What the demo store was drawn from, to hold estimates against",
    examples: [Example("show truth", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    guard let demo = try session.loaded().demo else { throw Diagnostic(ShellProblem.noDemo) }
    let truth = demo.truth
    var report = Report(verb: "show", title: "what the demo boutique was drawn from")
    report.tables = [
      model(truth), stores(truth), categories(truth), mix(truth), holidays(truth), busyness(truth),
    ]
    report.values = [
      .init("r", .number(truth.r)), .init("alpha", .number(truth.alpha)), .init("a", .count(Int64(truth.a))),
      .init("b", .count(Int64(truth.b))), .init("q", .count(Int64(truth.q))),
    ]
    report.showsValues = false
    report.notes = [
      "visits of a member follow MBG/NBD in weeks, counted from the first, on a clock that runs faster on busy days",
      "seed \(demo.seed), \(grouped(Int64(demo.members))) members",
    ]
    return .report(report)
  }

  private func model(_ truth: DemoTruth) -> Table {
    var table = Table("model", columns: [.init("parameter"), .init("value"), .init("meaning", wraps: true)])
    func row(_ name: String, _ value: Cell, _ meaning: String) {
      table.rows.append([.text(name), value, .text(meaning)])
    }
    row("r", .number(truth.r), "visits a week are Gamma(r, alpha) across members")
    row("alpha", .number(truth.alpha), "in weeks; r ÷ alpha is the mean of visits a week")
    row("a", .count(Int64(truth.a)), "the chance to leave after a visit is Beta(a, b) across members")
    row("b", .count(Int64(truth.b)), "a ÷ (a + b) is its mean")
    row("q", .count(Int64(truth.q)), "prices a member chooses are × (q − 1) ÷ Gamma(q, 1), at most × 4")
    row("founders", share(truth.founders), "joined before the data begin")
    row("early", share(truth.joiningEarly), "of the others joined up to 30 days before their first visit")
    row("home", share(truth.loyalToStore), "visits to the member's own store; the rest by the stores' shares")
    row("advisor", share(truth.loyalToAdvisor), "receipts there that are the member's own advisor's")
    row(
      "walk_ins", .quotient(numerator: Int64(2 * truth.walkIn), denominator: 1_000),
      "receipts without a card, per member")
    row("counter", share(truth.counterDiscounted), "receipts with \(truth.counterDiscount) % off outside sales weeks")
    return table
  }

  private func stores(_ truth: DemoTruth) -> Table {
    var table = Table(
      "stores", title: "stores",
      columns: ["store", "share", "prices", "lines", "returned", "channels"].map { Table.Column($0) })
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
      "categories", title: "categories: list prices in yuan, and prices by season in percent",
      columns: ["category", "from", "to", "cost", "spring", "summer", "autumn", "winter"].map { Table.Column($0) })
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
    let seasons = ["spring", "summer", "autumn", "winter"]
    var table = Table(
      "mix", title: "what sells: weights by season, and how much more of it in each store",
      columns: (["category"] + seasons + truth.stores.map(\.name)).map { Table.Column($0) })
    for (i, category) in truth.categories.enumerated() {
      table.rows.append(
        [.text(category.name)] + category.weights.map { .count(Int64($0)) }
          + truth.stores.map { percent($0.leaning[i]) })
    }
    return table
  }

  private func holidays(_ truth: DemoTruth) -> Table {
    var table = Table(
      "holidays", title: "holidays: how busy, what is off every price, how much more gifts sell",
      columns: ["holiday", "first", "second", "busy", "off", "gifts"].map { Table.Column($0) })
    for holiday in truth.holidays {
      let ranges = holiday.ranges.map { Cell.text($0.description) }
      table.rows.append(
        [.text(holiday.name)] + ranges + [percent(holiday.traffic), percent(holiday.off), percent(holiday.gifts)])
    }
    return table
  }

  private func busyness(_ truth: DemoTruth) -> Table {
    var table = Table("busy", title: "how busy a month and a weekday are", columns: [.init("of"), .init("busy")])
    table.rows = zip(1..., truth.months).map { [.text("month \($0)"), percent($1)] }
    table.rows += zip(Weekday.allCases, truth.weekdays).map { [.text($0.short), percent($1)] }
    return table
  }

  private func share(_ perMille: Int) -> Cell { .share(part: Int64(perMille), whole: 1_000) }
  private func percent(_ percent: Int) -> Cell { .share(part: Int64(percent), whole: 100) }
}

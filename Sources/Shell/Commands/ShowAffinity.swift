import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `show affinity [by receipt|member] [over RANGE] [top N]`: which categories are bought together.
struct ShowAffinity: Command {
  var basket: Affinity.Basket?
  var range: Placed<Horizon>?
  var top: Count?

  static let syntax = Syntax<ShowAffinity>(
    "show affinity",
    Message(
      "Categories bought together: support, confidence either way, and lift",
      zh: "常一起购买的品类：支持度、双向置信度和提升度"),
    [
      .clause(
        "by", takes: Message(verbatim: "receipt · member"), \.basket,
        Message(
          "On one receipt, or by one member at any time; receipt where it is left out", zh: "同一张小票，或同一会员先后购买；省略时按小票"),
        offers: .words(Affinity.Basket.candidates)),
      .clause(
        "over", takes: Label.range, \.range,
        Message("The days that count; all of them where it is left out", zh: "计入的日期；省略时为全部"),
        offers: .ranges),
      .clause(
        "top", takes: Label.number, \.top, Message("How many pairs; 20 where it is left out", zh: "列出多少对；省略时为 20")),
    ],
    examples: [Example("show affinity by member over 2025 top 3", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded()
    guard data.book.has(.category) else {
      throw Diagnostic(
        SegmentProblem.missingColumn("affinity", Message("categories in the data", zh: "数据中有品类")))
    }
    let range = try session.analyst.days(of: range ?? Placed(.history))
    let basket = basket ?? .receipt
    let affinity = try Affinity(data.book, by: basket, over: range, session.job)
    var report = Report(
      verb: "show",
      title: Message(
        "categories bought together over \(range), by \(basket.rawValue)", zh: "一起购买的品类，\(range)，按\(basket.noun)"))
    var table = Table(
      "affinity",
      columns: [Split.category.heading, .with, .together, .support, .confidence, .confidenceBack, .lift].map {
        Table.Column($0)
      })
    let limit = Int(clamping: top?.value ?? 20)
    for pair in affinity.pairs.prefix(limit) {
      let (one, other) = (affinity.counts[pair.one], affinity.counts[pair.other])
      table.rows.append([
        .text(data.book.categories.name(pair.one)), .text(data.book.categories.name(pair.other)),
        .count(pair.together), .share(part: pair.together, whole: affinity.baskets),
        .share(part: pair.together, whole: one), .share(part: pair.together, whole: other),
        ShowAffinity.lift(pair.together, of: affinity.baskets, one, other),
      ])
    }
    report.tables = [table]
    report.values = [
      .init(.baskets, .count(affinity.baskets)), .init(.pairs, .count(Int64(affinity.pairs.count))),
    ]
    if affinity.pairs.count > limit {
      let all = grouped(Int64(affinity.pairs.count))
      report.notes.append(
        Message("\(limit) of \(all) pairs; `top N` lists more", zh: "\(all) 对中的 \(limit) 对；`top N` 列出更多"))
    }
    report.notes.append(
      Message(
        "lift above 1: together more often than chance; it says nothing of why", zh: "提升度大于 1：一起出现的次数多于偶然；并不说明原因"))
    return .report(report)
  }

  /// together × baskets ÷ (one × other).
  private static func lift(_ together: Int64, of baskets: Int64, _ one: Int64, _ other: Int64) -> Cell {
    let (top, bottom) = (Ratio(together, over: one), Ratio(other, over: baskets))
    guard let lift = bottom.flatMap({ top?.divided(by: $0) }) else { return .none }
    return .quotient(numerator: lift.numerator, denominator: lift.denominator)
  }
}

extension Affinity.Basket {
  fileprivate var noun: Message {
    switch self {
    case .receipt: Message("receipt", zh: "小票")
    case .member: Message("member", zh: "会员")
    }
  }
}

extension Heading {
  fileprivate static let with = Heading("with", Message("with", zh: "与"))
  fileprivate static let together = Heading("together", Message("together", zh: "一起"))
  fileprivate static let support = Heading("support", Message("support", zh: "支持度"))
  fileprivate static let confidence = Heading("confidence", Message("of first", zh: "占前者"))
  fileprivate static let confidenceBack = Heading("confidence_back", Message("of second", zh: "占后者"))
  fileprivate static let lift = Heading("lift", Message("lift", zh: "提升度"))
  fileprivate static let baskets = Heading("baskets", Message("baskets", zh: "购物篮"))
  fileprivate static let pairs = Heading("pairs", Message("pairs", zh: "对"))
}

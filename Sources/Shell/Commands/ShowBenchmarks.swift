import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `show benchmarks`: what the field repeats, beside the firm's own figures. Nothing is computed with what is heard.
struct ShowBenchmarks: Command {
  static let syntax = Syntax<ShowBenchmarks>(
    "show benchmarks",
    Message(
      "What the field repeats, which is hearsay, beside your own figures of the 12 months to the as-of date; used nowhere",
      zh: "业内流传的说法（仅为传闻）与截止日前 12 个月自己的数字并列；不用于任何计算"),
    examples: [Example("show benchmarks", shown: 12)])

  func run(in session: inout Session) throws -> Answer {
    _ = try session.analyst.loaded()
    let year = try session.analyst.days(of: Placed(.last(.months(12))))
    let rules = try session.analyst.rules(of: Reference(Scenario.baseline))
    let outcome = try session.analyst.outcome(rules, over: year)
    let all = [
      try topFifth(over: year, session), vipsLost(outcome, year, session), winning, worthless,
      referred(outcome, session),
    ]
    var table = Table(
      "benchmarks", columns: [.init(.saying), .init(.heard), .init(.own), .init(.basis, wraps: true)])
    table.rows = all.map { [.word($0.saying), .word($0.heard), $0.own, .word($0.basis)] }
    var report = Report(
      verb: "show", title: Message("what the field repeats, beside your own over \(year)", zh: "业内流传的说法与自己的数字，\(year)"))
    report.tables = [table]
    report.notes = [
      Message(
        "what is heard is hearsay without a source that could be checked: nothing here is computed with it",
        zh: "传闻没有可核实的来源：这里没有任何计算用到它")
    ]
    return .report(report)
  }

  /// What the field repeats, and the firm's own figure where the data have one.
  private struct Benchmark {
    let saying: Message
    let heard: Message
    let own: Cell
    /// What the own figure is of, or why there is none.
    let basis: Message
  }

  private func topFifth(over year: DayRange, _ session: Session) throws(Diagnostic) -> Benchmark {
    let data = try session.analyst.loaded()
    let summary = try MemberSummary(data.book, over: year, nil, session.job)
    let pareto = Pareto(SpendRanking(summary))
    return Benchmark(
      saying: Message("the best 20% bring", zh: "最好的 20% 顾客带来"), heard: Message(verbatim: "80%"),
      own: .share(part: pareto.topFifth, whole: pareto.spend),
      basis: Message(
        "of the spend of \(counted(Int(pareto.members), "member")) who bought; `show pareto over last 12mo`",
        zh: "\(grouped(pareto.members)) 名有购买的会员的消费额；`show pareto over last 12mo`"))
  }

  private func vipsLost(_ outcome: Outcome, _ year: DayRange, _ session: Session) -> Benchmark {
    let saying = Message("VIPs who leave a year", zh: "一年内流失的 VIP")
    let heard = Message("a third", zh: "三分之一")
    let before = year.earlier
    guard let data = session.dataset, before.last >= data.book.firstDay else {
      return Benchmark(
        saying: saying, heard: heard, own: .none,
        basis: .notInTheData(Message("it takes the 12 months before too", zh: "还要有再往前 12 个月的数据")))
    }
    guard outcome.tiers.count > 1 else {
      return Benchmark(
        saying: saying, heard: heard, own: .none,
        basis: .notInTheData(Message("no ladder says who is a VIP", zh: "没有等级体系说明谁是 VIP")))
    }
    let vips = outcome.retention.dropFirst().total()
    guard vips[.before] > 0 else {
      return Benchmark(
        saying: saying, heard: heard, own: .none,
        basis: .notInTheData(
          Message(
            "nobody above \(outcome.tiers[0]) on \(before.last) bought in the 12 months to then",
            zh: "\(before.last) 没有高于 \(outcome.tiers[0])、此前 12 个月有购买的会员")))
    }
    let known =
      before.first < data.book.firstDay
      ? Message(" (the data start on \(data.book.firstDay))", zh: "（数据从 \(data.book.firstDay) 开始）") : .empty
    return Benchmark(
      saying: saying, heard: heard, own: .share(part: vips[.before] - vips[.kept], whole: vips[.before]),
      basis: Message(
        "no purchase since, of \(grouped(vips[.before])) above \(outcome.tiers[0]) on \(before.last) who bought in the 12 months to then\(known)",
        zh: "\(before.last) 高于 \(outcome.tiers[0])、此前 12 个月有购买的 \(grouped(vips[.before])) 名会员中，之后没有购买的\(known)"))
  }

  private var winning: Benchmark {
    Benchmark(
      saying: Message("winning ÷ keeping, in cost", zh: "获客成本 ÷ 留客成本"),
      heard: Message("5–6x", zh: "5–6 倍"), own: .none,
      basis: .notInTheData(Message("nothing says what winning a customer cost", zh: "没有获客成本")))
  }

  private var worthless: Benchmark {
    Benchmark(
      saying: Message("find the card worthless", zh: "觉得会员卡没用的会员"), heard: Message(verbatim: "40%"),
      own: .none, basis: .notInTheData(Message("only asking the members tells", zh: "只有调查会员才知道")))
  }

  private func referred(_ outcome: Outcome, _ session: Session) -> Benchmark {
    let saying = Message("new members a VIP brings", zh: "每位 VIP 带来的新会员")
    let heard = Message(verbatim: "2.3")
    guard session.dataset?.history.referrals != nil else {
      return Benchmark(
        saying: saying, heard: heard, own: .none,
        basis: .notInTheData(Message("no members file names referrers", zh: "会员文件没有推荐人")))
    }
    guard outcome.tiers.count > 1 else {
      return Benchmark(
        saying: saying, heard: heard, own: .none,
        basis: .notInTheData(Message("no ladder says who is a VIP", zh: "没有等级体系说明谁是 VIP")))
    }
    let vips = outcome.stocks.dropFirst().total()
    return Benchmark(
      saying: saying, heard: heard, own: .quotient(numerator: vips[.referrals], denominator: vips[.active]),
      basis: Message(
        "\(grouped(vips[.referrals])) joined ÷ \(grouped(vips[.active])) active members above \(outcome.tiers[0])",
        zh: "推荐入会 \(grouped(vips[.referrals])) 人 ÷ 高于 \(outcome.tiers[0]) 的活跃会员 \(grouped(vips[.active])) 人"))
  }
}

extension Message {
  fileprivate static func notInTheData(_ why: Message) -> Message {
    Message("not in the data: \(why)", zh: "数据中没有：\(why)")
  }
}

extension Heading {
  fileprivate static let saying = Heading("saying", Message("it is said", zh: "说法"))
  fileprivate static let heard = Heading("heard", Message("heard", zh: "传闻"))
  fileprivate static let own = Heading("own", Message("yours", zh: "自己的"))
  fileprivate static let basis = Heading("basis", Message("of what", zh: "依据"))
}

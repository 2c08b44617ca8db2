import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Quantities
import Reporting

/// Potential members of the top tier in words and cells.
struct PotentialText {
  let potential: Potential
  let tiers: [String]
  let top: Int
  let book: Book
  let notation: Notation

  init(potential: Potential, tiers: [String], top: Int, book: Book, _ notation: Notation) {
    (self.potential, self.tiers, self.top, self.book, self.notation) = (potential, tiers, top, book, notation)
  }

  var members: Table {
    var table = Table(
      "potential", columns: [.init(.member), .init(.tier), .init(.chance), .init(.yearSpend), .init(.why, wraps: true)])
    table.rows = potential.candidates.map { candidate in
      [
        .text(book.members.id(of: candidate.member)), .text(tiers[Int(candidate.value(.tier))]),
        .estimate(candidate.chance, .share), PotentialText.money(candidate.value(.yearSpend)),
        .word(Message.list(candidate.reasons.map { words($0, candidate.value($0)) })),
      ]
    }
    return table
  }

  private func words(_ feature: PotentialFeature, _ value: Double) -> Message {
    let count = Int(value.rounded())
    let money = Money(minor: Int64(nearest: value)).text(in: notation)
    let lead = counted(potential.lead, "day")
    let leadDays = grouped(Int64(potential.lead))
    return switch feature {
    case .recency where count == 0: Message("bought that very day", zh: "当天购买过")
    case .tenure where count == 0: Message("is new that very day", zh: "当天首次购买")
    case .recency: Message("last bought \(counted(count, "day")) ago", zh: "\(count) 天前购买过")
    case .tenure: Message("first bought \(counted(count, "day")) ago", zh: "首次购买在 \(count) 天前")
    case .visits: Message("\(counted(count, "purchase day")) in \(lead)", zh: "\(leadDays) 天内购买 \(count) 天")
    case .recentSpend: Message("\(money) in \(lead)", zh: "\(leadDays) 天内消费 \(money)")
    case .yearSpend: Message("\(money) in 12mo", zh: "12 个月消费 \(money)")
    case .basket: Message("basket \(money)", zh: "客单价 \(money)")
    case .breadth:
      Message("\(count) \(count == 1 ? "category" : "categories") in 12mo", zh: "12 个月买过 \(count) 个品类")
    case .tier: Message("is \(tiers[min(count, tiers.count - 1)])", zh: "现为 \(tiers[min(count, tiers.count - 1)])")
    }
  }

  /// How it would have done: a row a day on which it was tried, and all of them.
  var trials: Table? {
    guard !potential.trials.isEmpty else { return nil }
    var table = Table(
      "backtest",
      title: Message(
        "tried on earlier days: who rose in the \(counted(potential.lead, "day")) after",
        zh: "在更早的日子检验：其后 \(grouped(Int64(potential.lead))) 天内有谁升级"),
      columns: [.on, .candidates, .rose, .baseRate, .listed, .hits, .hitRate, .bySpend].map { Table.Column($0) })
    func row(_ title: Cell, _ trials: [Potential.Trial]) -> [Cell] {
      func sum(_ number: (Potential.Trial) -> Int) -> Int64 { Int64(trials.reduce(0) { $0 + number($1) }) }
      let (candidates, rose, listed) = (sum(\.candidates), sum(\.rose), sum(\.listed))
      return [
        title, .count(candidates), .count(rose), .share(part: rose, whole: candidates), .count(listed),
        .count(sum(\.hits)), .share(part: sum(\.hits), whole: listed),
        .share(part: sum(\.hitsBySpend), whole: listed),
      ]
    }
    table.rows = potential.trials.map { row(.day($0.day), [$0]) }
    if potential.trials.count > 1 { table.rows.append(row(.word(Message("all", zh: "合计")), potential.trials)) }
    return table
  }

  /// How newcomers looked.
  var profile: Table? {
    var table = Table(
      "profile", title: Message("how newcomers looked before, on average", zh: "新晋会员升级前的平均样子"),
      columns: [.init(.feature), .init(.newcomers), .init(.others), .init(.weight)])
    for row in potential.profiles where row.weight != 0 {
      table.rows.append([
        .word(row.feature.title(potential.lead)), cell(row.feature, row.newcomers), cell(row.feature, row.others),
        .number((row.weight * 100).rounded() / 100),
      ])
    }
    return table
  }

  private func cell(_ feature: PotentialFeature, _ value: Double) -> Cell {
    switch feature {
    case .recentSpend, .yearSpend, .basket: PotentialText.money(value)
    case .recency, .tenure, .visits, .breadth, .tier: .estimate(value, .count)
    }
  }

  private static func money(_ minor: Double) -> Cell { .money(Money(minor: Int64(nearest: minor))) }

  var notes: [Message] {
    let (lead, days) = (counted(potential.lead, "day"), grouped(Int64(potential.lead)))
    let newcomers = counted(potential.newcomers, "newcomer")
    var notes = [
      Message(
        "chance: to reach \(tiers[top]) within \(lead), by what told \(newcomers) over \(potential.learned) from the "
          + "others at most \(lead) before (logistic regression); associations, not causes",
        zh: "概率：\(days) 天内升到 \(tiers[top])，依据 \(potential.learned) 的 \(grouped(Int64(potential.newcomers))) 名新晋会员在此前 "
          + "\(days) 天内与其他会员的差别（逻辑回归）；是关联，不是因果")
    ]
    if potential.trials.isEmpty {
      notes.append(
        Message(
          "the data are too short to try it on earlier days, so nothing says how often it is right",
          zh: "数据太短，无法在更早的日子检验，所以不知道准不准"))
    } else {
      notes.append(
        Message(
          "tried with the model of what was known on that day; base: the share of all candidates who rose; by spend: of as "
            + "many who had spent most in 12mo",
          zh: "检验用的是当天已知数据的模型；基准：全部候选中升级的占比；按消费额：12 个月消费最多的同样多名会员中升级的占比"))
    }
    return notes
  }
}

extension PotentialFeature {
  fileprivate func title(_ lead: Int) -> Message {
    switch self {
    case .recency: Message("days since the last purchase", zh: "距末次购买天数")
    case .tenure: Message("days since the first purchase", zh: "距首次购买天数")
    case .visits: Message("purchase days in \(counted(lead, "day"))", zh: "\(lead) 天内购买天数")
    case .recentSpend: Message("spend in \(counted(lead, "day"))", zh: "\(lead) 天内消费额")
    case .yearSpend: Message("spend in 12mo", zh: "12 个月消费额")
    case .basket: Message("basket in 12mo", zh: "12 个月客单价")
    case .breadth: Message("categories in 12mo", zh: "12 个月品类数")
    case .tier: Message("tier, from 0", zh: "等级，从 0 起")
    }
  }
}

extension Heading {
  fileprivate static let chance = Heading("chance", Message("chance", zh: "概率"))
  fileprivate static let yearSpend = Heading("spend_12mo", Message("spend 12mo", zh: "12 个月消费"))
  fileprivate static let on = Heading("on", Message("on", zh: "日期"))
  fileprivate static let rose = Heading("rose", Message("rose", zh: "升级"))
  fileprivate static let baseRate = Heading("base_rate", Message("base", zh: "基准"))
  fileprivate static let listed = Heading("listed", Message("listed", zh: "列出"))
  fileprivate static let hits = Heading("hits", Message("hits", zh: "命中"))
  fileprivate static let hitRate = Heading("hit_rate", Message("hit rate", zh: "命中率"))
  fileprivate static let bySpend = Heading("by_spend", Message("by spend", zh: "按消费额"))
  fileprivate static let feature = Heading("feature", Message("", zh: ""))
  fileprivate static let others = Heading("others", Message("others", zh: "其他"))
  fileprivate static let weight = Heading("weight", Message("weight", zh: "权重"))
}

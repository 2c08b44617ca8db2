import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// What matters most, in words, each with the command that shows more.
extension DiagnosisText {
  /// Nil where nothing is at stake.
  var findingTable: Table? {
    let findings = diagnosis.findings(of: store, pointValue: (rules.points?.value ?? rules.points?.cost)?.perPoint)
    guard !findings.isEmpty else { return nil }
    var table = Table(
      "findings", title: Message("what matters most, by the money at stake", zh: "最要紧的事，按涉及的金额排列"),
      columns: [
        .init(.kind, isShown: false), .init(.stake), .init(.finding, wraps: true), .init(.command, wraps: true),
      ])
    for finding in findings.prefix(3) {
      table.rows.append([
        .text(finding.kind.key), .money(Money(minor: finding.stake)), .word(words(for: finding)),
        .text(command(for: finding)),
      ])
    }
    return table
  }

  private func money(_ minor: Int64) -> String { Money(minor: minor).text(in: notation.currency) }

  private func share(_ figure: Figure, in place: Int = 0) -> String {
    percent(diagnosis.value(of: figure, store: store, in: place).billionths ?? 0)
  }

  /// `38.0%`.
  private func percent(_ billionths: Diagnosis.Billionths) -> String {
    let tenths = Int64(clamping: (billionths.magnitude + 500_000) / 1_000_000)
    return (billionths < 0 && tenths > 0 ? "-" : "") + "\(grouped(tenths / 10)).\(tenths % 10)%"
  }

  private func words(for finding: Finding) -> Message {
    let (now, before) = (diagnosis.tally(of: store), diagnosis.hasEarlier ? diagnosis.tally(of: store, in: 1) : nil)
    switch finding.kind {
    case .change: return changeWords
    case .fallingStore:
      let name = finding.store.map { book.stores.name($0) } ?? ""
      return Message(
        "sales of \(name) fell by \(money(finding.stake)), more than any other store's",
        zh: "\(name) 的销售下降 \(money(finding.stake))，在各门店中最多")
    case .lost:
      let active = before?[.active] ?? 0
      let elsewhere = isChain || now[.lostElsewhere] == 0 ? nil : grouped(now[.lostElsewhere])
      return .sentence(
        Message(
          "\(grouped(now[.lost])) of \(counted(Int(active), "member")) who bought in the earlier range did not in this; they "
            + "had spent \(money(now[.lostSpend]))",
          zh: "较早区间购买过的 \(grouped(active)) 名会员中，\(grouped(now[.lost])) 名本区间没有购买；他们此前消费 \(money(now[.lostSpend]))"),
        elsewhere.map {
          Message("; \($0) of them bought in another store", zh: "；其中 \($0) 名在其他门店购买")
        }, separator: .empty)
    case .newcomers:
      return Message(
        "\(counted(Int(now[.newcomers]), "new member")) spent \(money(now[.newcomerSpend])), against "
          + "\(grouped(before?[.newcomers] ?? 0)) who spent \(money(before?[.newcomerSpend] ?? 0)) in the earlier range",
        zh:
          "\(grouped(now[.newcomers])) 名新会员消费 \(money(now[.newcomerSpend]))，较早区间为 \(grouped(before?[.newcomers] ?? 0)) 名、"
          + "\(money(before?[.newcomerSpend] ?? 0))")
    case .stuck:
      let near = gaps.flatMap { $0.near > 0 ? grouped($0.near) : nil }.map {
        Message("; \($0) need at most a quarter more", zh: "；其中 \($0) 名只差不到四分之一")
      }
      return .sentence(
        Message(
          "\(counted(Int(now[.stuck]), "member")) bought \(counted(Int(clamping: request.stuckFrom), "time")) and more and never rose "
            + "above \(diagnosis.tiers[0]); they spent \(money(now[.stuckSpend]))",
          zh: "\(grouped(now[.stuck])) 名会员购买 \(grouped(request.stuckFrom)) 笔及以上，却从未高于 \(diagnosis.tiers[0])；他们消费 "
            + "\(money(now[.stuckSpend]))"), near, separator: .empty)
    case .vipShare:
      return held(
        Message("VIPs bring \(share(.vipShare)) of the sales", zh: "VIP 带来 \(share(.vipShare)) 的销售"), finding)
    case .usage:
      return held(
        Message("\(share(.usage)) of the sales carry a card", zh: "\(share(.usage)) 的销售使用了会员卡"), finding)
    case .repeatRate:
      return held(
        Message(
          "\(share(.repeatRate)) of the active members bought on two days or more",
          zh: "\(share(.repeatRate)) 的活跃会员在两天或更多天购买"),
        finding)
    case .concentration:
      return held(
        Message(
          "the best 20% of the active members bring \(share(.topFifth)) of what members spend",
          zh: "活跃会员中最好的 20% 带来 \(share(.topFifth)) 的会员消费额"), finding)
    case .points:
      let flow = [Figure.issued, .redeemed].map { figure -> String in
        if case .points(let count) = diagnosis.value(of: figure, store: store) { grouped(count) } else { "0" }
      }
      return Message(
        "\(flow[0]) points were issued and \(flow[1]) used; the rest is worth \(money(finding.stake))",
        zh: "发放 \(flow[0]) 积分，兑换 \(flow[1])；其余价值 \(money(finding.stake))")
    }
  }

  private var changeWords: Message {
    guard let change = diagnosis.change(of: store) else { return .empty }
    let (amount, part) = (money(Int64(clamping: change.whole.magnitude)), change.driver)
    let direction =
      change.whole == 0
      ? Message("sales stayed as they were", zh: "销售没有变化")
      : change.whole < 0
        ? Message("sales fell by \(amount)", zh: "销售下降 \(amount)")
        : Message("sales rose by \(amount)", zh: "销售上升 \(amount)")
    let effect = (change[part] > 0 ? "+" : "") + money(change[part])
    return .sentence(
      direction, Message("; the largest part is \(part.title), \(effect)", zh: "；其中影响最大的是\(part.title)，\(effect)"),
      separator: .empty)
  }

  /// A share beside its standard.
  private func held(_ fact: Message, _ finding: Finding) -> Message {
    switch finding.standard {
    case .others(let value):
      Message(
        "\(fact), in the other stores \(percent(value)) (median)", zh: "\(fact)，其他门店为 \(percent(value))（中位数）")
    case .earlier(let value):
      Message("\(fact), in the earlier range \(percent(value))", zh: "\(fact)，较早区间为 \(percent(value))")
    case nil: fact
    }
  }
}

extension Finding.Kind {
  fileprivate var key: String {
    switch self {
    case .change: "sales_change"
    case .fallingStore: "falling_store"
    case .lost: "lost"
    case .newcomers: "new"
    case .stuck: "stuck"
    case .vipShare: "vip_share"
    case .usage: "usage"
    case .repeatRate: "repeat_rate"
    case .concentration: "concentration"
    case .points: "points"
    }
  }
}

extension Heading {
  fileprivate static let kind = Heading("kind", Message("kind", zh: "种类"))
  fileprivate static let stake = Heading("stake", Message("at stake", zh: "涉及金额"))
  fileprivate static let finding = Heading("finding", Message("finding", zh: "发现"))
  fileprivate static let command = Heading("command", Message("command", zh: "命令"))
}

import Analysis
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// A ledger in words and cells.
struct LedgerText {
  private let source: MemberLedger
  let notation: Notation

  init(_ source: MemberLedger, notation: Notation) {
    self.source = source
    self.notation = notation
  }

  var ledger: Ledger { source.ledger }
  var rules: CompiledRules { source.rules }
  var replay: Replay { source.replay }
  var last: Day { source.last }

  private var data: Book { replay.history.book }
  private var book: Purchases { data.purchases }
  private var tiers: [String] { rules.tiers }

  /// Which sums of the window decide about a tier, spend first.
  var measures: [TierGap.Threshold.Measure] {
    let used = tiers.indices.flatMap { tier in
      rules.gap(above: tier - 1, holding: ledger.window, ledger.actions, on: last)?.thresholds.map(\.measure) ?? []
    }
    return [.spend] + [.visits, .purchases, .points].filter { used.contains($0) }
      + actionNames.map { .actions($0) }.filter { used.contains($0) }
  }

  private var actionNames: [String] { rules.rules.ladder.actionNames }

  /// What a window holds of what a threshold asks for.
  func held(_ measure: TierGap.Threshold.Measure, _ sums: WindowSums, _ actions: [Int64]) -> Int64 {
    switch measure {
    case .spend: sums.spend
    case .visits: sums.visits
    case .purchases: sums.purchases
    case .points: sums.points
    case .actions(let name): zip(actionNames, actions).first { $0.0 == name }?.1 ?? 0
    }
  }

  // MARK: the ledger

  var ledgerTable: Table {
    let earns = rules.rules.points != nil
    var columns = [
      Table.Column(.date), Table.Column(.time, isShown: false), Table.Column(.receipt, isShown: false),
      Table.Column(.entry), Table.Column(.amount),
    ]
    columns += measures.map { Table.Column($0.column) }
    columns.append(Table.Column(.tier))
    if earns { columns += [Table.Column(.points), Table.Column(.balance)] }
    columns.append(Table.Column(.why, wraps: true))
    var table = Table("ledger", columns: columns)
    for entry in ledger.entries {
      let (event, amount, points, why) = cells(of: entry)
      var row: [Cell] = [.day(entry.day), time(of: entry), receipt(of: entry), .word(event), amount]
      // What expires or is spent looks at no window.
      // A window of one's own does not hold what another did, and a tier of one's own is another one.
      let isForeign = entry.mate != nil && rules.rules.points?.pools.first?.tier == .separate
      switch entry.event {
      case .expired, .redeemed, .gave, .received, .owed, .paid: row += measures.map { _ in .none }
      case .receipt, .action, .clawback, .opened, .imported, .changed, .reviewed, .missed:
        row += isForeign ? measures.map { _ in .none } : measures.map { $0.cell(held($0, entry.window, entry.actions)) }
      }
      row.append(isForeign ? .none : .text(tiers[entry.tier]))
      if earns { row += [points, .points(entry.balance)] }
      row.append(.word(said(why, by: entry.mate)))
      table.rows.append(row)
    }
    return table
  }

  private func time(of entry: LedgerEntry) -> Cell {
    let hasActionTimes = data.actions?.second.isEmpty == false
    let second: Int32? =
      switch entry.event {
      case .receipt(let receipt, _): data.hasTimes ? receipt.second : nil
      case .action(let action, _, _): hasActionTimes ? action.second : nil
      case .gave(let transfer), .received(let transfer): hasActionTimes ? transfer.row.second : nil
      case .redeemed(let redemption):
        if case .action(let action) = redemption.occasion, hasActionTimes { action.second } else { nil }
      case .clawback, .expired, .owed, .paid, .opened, .imported, .changed, .reviewed, .missed: nil
      }
    return second.map { .text(TimeOfDay(second: $0).description) } ?? .none
  }

  private func receipt(of entry: LedgerEntry) -> Cell {
    guard case .receipt(let receipt, _) = entry.event, let receipts = book.receipts else { return .none }
    return .text(receipts[receipt.index])
  }

  func cells(of entry: LedgerEntry) -> (event: Message, amount: Cell, points: Cell, why: Message) {
    switch entry.event {
    case .receipt(let receipt, let earned):
      let net = receipt.net
      let why = net > 0 ? earning(of: receipt.index, entry, capped: earned.capped) : .empty
      return (
        net >= 0 ? Message("purchase", zh: "购买") : Message("return", zh: "退货"), .money(Money(minor: net)),
        net > 0 ? .points(earned.points) : .none, why
      )
    case .clawback(let clawback):
      let waived = clawback.waived
      return (
        Message("clawback", zh: "扣回"), .none, .points(-clawback.points),
        waived > 0
          ? Message("\(grouped(waived)) more waived: already gone", zh: "另有 \(grouped(waived)) 积分已不在账上，免扣") : .empty
      )
    case .expired(let points, _): return (Message("expiry", zh: "过期"), .none, .points(-points), .empty)
    case .owed(let points):
      return (
        Message("debt", zh: "欠分"), .none, .none,
        Message(
          "\(grouped(points)) owed: already gone, the next points pay", zh: "\(grouped(points)) 积分已不在账上，记欠，由之后的积分抵还")
      )
    case .paid(let points, _):
      return (
        Message("clawback", zh: "扣回"), .none, .points(-points), Message("pays what was owed", zh: "抵还所欠积分")
      )
    case .redeemed(let redemption):
      return (Message("redemption", zh: "兑换"), .none, .points(-redemption.points), why(redemption))
    case .gave(let transfer):
      return (
        Message("transfer", zh: "转赠"), .none, transfer.refusal == nil ? .points(-transfer.points) : .none,
        gave(
          to: transfer.receiver, transfer.refusal, asked: data.actions?.points[transfer.row.index] ?? 0, on: entry.day)
      )
    case .received(let transfer):
      return (
        Message("transfer", zh: "转赠"), .none, .points(transfer.points - transfer.paid),
        received(from: transfer.giver, transfer.paid)
      )
    case .action(let action, let earned, let isLimited):
      return (
        actionName(action.index), .none, .points(earned.points),
        isLimited ? Message("limit reached", zh: "已达次数上限") : earned.capped > 0 ? notIssued(earned.capped) : .empty
      )
    case .opened(let points):
      return (
        Message("opening", zh: "期初"), .none, .points(points),
        Message("points of before the data", zh: "数据开始之前的积分")
      )
    case .imported(let from, let to):
      let tier = from == to ? tiers[to] : "\(tiers[from]) → \(tiers[to])"
      return (
        Message("import", zh: "导入"), .none, .none,
        Message("\(tier)\(term(entry)), says the members file", zh: "会员文件写明：\(tier)\(term(entry))")
      )
    case .changed(let from, let to, let change):
      let reason = reason(change, entry, from: from, to: to)
      return (
        to > from ? Message("upgrade", zh: "升级") : Message("downgrade", zh: "降级"), .none, .none,
        Message("\(tiers[from]) → \(tiers[to]): \(reason)", zh: "\(tiers[from]) → \(tiers[to])：\(reason)")
      )
    case .missed(let tier, let last): return (Message("review", zh: "考核"), .none, .none, missed(tier, last, entry))
    case .reviewed(let outcome): return (Message("review", zh: "考核"), .none, .none, reviewed(outcome, entry))
    }
  }

  private func reviewed(_ outcome: ReviewOutcome, _ entry: LedgerEntry) -> Message {
    let tier = tiers[entry.tier]
    switch outcome {
    case .renewed: return Message("\(tier) renewed\(term(entry))", zh: "\(tier) 续期\(term(entry))")
    case .kept(let since):
      return Message(
        "\(tier) renewed\(term(entry)), by what it asked for on \(rules.timeline.day(since))",
        zh: "\(tier) 续期\(term(entry))，按 \(rules.timeline.day(since)) 达到时的门槛")
    case .unseen:
      return Message(
        "\(tier) renewed\(term(entry)): the window begins before the data",
        zh: "\(tier) 续期\(term(entry))：考察期早于数据开始，无从考核")
    case .grace:
      let short = short(of: entry.tier, entry)
      guard let review = entry.review else {
        return .sentence(Message("not qualified; grace", zh: "未达标；宽限"), short, separator: Message("; ", zh: "；"))
      }
      return .sentence(
        Message("not qualified; grace until \(review - 1)", zh: "未达标；宽限至 \(review - 1)"), short,
        separator: Message("; ", zh: "；"))
    }
  }

  /// Who got the places instead.
  private func missed(_ tier: Int, _ last: WindowSums?, _ entry: LedgerEntry) -> Message {
    let name = tiers[tier]
    let places = grouped(Int64(rules.places(on: tier) ?? 0))
    guard let last else {
      return Message(
        "qualified for \(name), but all of its places (\(places)) are taken", zh: "达到 \(name)，但全部 \(places) 个名额已被占用")
    }
    let spend = Money(minor: last.spend).text(in: notation)
    return Message(
      "qualified for \(name), but the last of its places (\(places)) went to a spend of \(spend) on "
        + "\(counted(Int(last.visits), "visit"))",
      zh: "达到 \(name)，但 \(places) 个名额的最后一个给了消费额 \(spend)、到店 \(grouped(last.visits)) 次的会员")
  }

  /// What an action is called.
  func actionName(_ index: Int) -> Message {
    data.actions.map { Message(verbatim: $0.kinds.name(Int($0.kind[index]))) } ?? Message("action", zh: "行为")
  }

  private func term(_ entry: LedgerEntry) -> Message {
    entry.review.map { Message(" through \($0 - 1)", zh: "，有效至 \($0 - 1)") } ?? .empty
  }

  private func notIssued(_ points: Int64) -> Message {
    Message("cap: \(grouped(points)) not issued", zh: "超出积分上限：\(grouped(points)) 未发放")
  }

  /// What the tier won or lost asks for, and what the window held.
  private func reason(_ change: TierChange, _ entry: LedgerEntry, from: Int, to: Int) -> Message {
    if case .task(let count) = change, let task = rules.standing(count, on: entry.day) {
      return Message("\(reason(task)); held\(term(entry))", zh: "\(reason(task))\(term(entry))")
    }
    let asked = max(from, to)
    let met = rules.gap(above: asked - 1, holding: entry.window, entry.actions, on: entry.day)?.thresholds ?? []
    let facts = facts(met)
    let term = term(entry)
    switch change {
    case .purchase, .action, .task: return facts + term
    case .monthEnd: return Message("at the month's end, \(facts)\(term)", zh: "月末生效，\(facts)\(term)")
    case .review:
      return .sentence(
        facts.isEmpty
          ? Message("review\(term)", zh: "考核\(term)")
          : Message("review, \(facts)\(term)", zh: "考核，\(facts)\(term)"),
        to < from ? short(of: from, entry) : nil, separator: Message("; ", zh: "；"))
    case .reward: return Message("bought with points\(term)", zh: "以积分兑换\(term)")
    case .transition:
      return facts.isEmpty
        ? Message("thresholds change\(term)", zh: "门槛改变\(term)")
        : Message("thresholds change, \(facts)\(term)", zh: "门槛改变，\(facts)\(term)")
    case .daily:
      return .sentence(
        Message("the window holds \(window(entry))", zh: "考察期内\(window(entry))"),
        to < from ? short(of: from, entry) : nil, separator: Message("; ", zh: "；"))
    }
  }

  /// What was missing to `tier` when a review was failed; nil where that is not known.
  private func short(of tier: Int, _ entry: LedgerEntry) -> Message? {
    guard tier > 0 else { return nil }
    let gap = rules.gap(above: tier - 1, holding: entry.window, entry.actions, on: entry.day)
    return gap?.missingText(notation).map { Message("\($0) short of \(tiers[tier])", zh: "距 \(tiers[tier]) 差\($0)") }
  }

  /// What is held of each threshold.
  private func facts(_ thresholds: [TierGap.Threshold]) -> Message {
    .list(
      thresholds.map {
        let asked = $0.text(of: $0.asked, notation)
        return Message(
          "\($0.measure.name) \($0.text(of: $0.held, notation)) of \(asked)",
          zh: "\($0.measure.quantity($0.held, notation))（门槛 \(asked)）")
      })
  }

  /// The task that won a tier.
  private func reason(_ task: TaskStanding) -> Message {
    let facts = facts(task.gap.thresholds)
    return Message(
      "task \(task.name): \(facts) since \(task.start)", zh: "完成任务 \(task.name)，自 \(task.start) 起\(facts)")
  }

  private func window(_ entry: LedgerEntry) -> Message {
    .list(measures.map { $0.quantity(held($0, entry.window, entry.actions), notation) })
  }

  /// `1.2x 银卡 × 2x 会员日`; nothing where the base rate alone counts.
  private func earning(of index: Int, _ entry: LedgerEntry, capped: Int64) -> Message {
    let (member, tier) = (entry.mate ?? ledger.member, entry.tier)
    guard let detail = replay.earningDetail(of: index, by: member, tier: tier, rules) else { return .empty }
    var factors: [Message] = []
    if detail.tier != .one { factors.append(Message(verbatim: "\(detail.tier) \(tiers[tier])")) }
    for bonus in detail.bonuses {
      let factor = "\(bonus.multiplier) \(bonus.name)"
      let amount = Money(minor: bonus.amount).text(in: notation)
      factors.append(
        bonus.qualifies == .no
          ? Message("\(factor), to be spent only", zh: "\(factor)，只能使用")
          : bonus.amount == book.amount[index]
            ? Message(verbatim: factor) : Message("\(factor) on \(amount)", zh: "\(factor)（只计 \(amount)）"))
    }
    let joint =
      switch rules.rules.points?.stacking {
      case .add: Message(verbatim: " + ")
      case .highest: Message(" or ", zh: " 或 ")
      case .multiply, nil: Message(verbatim: " × ")
      }
    return .sentence(
      .sentence(factors, separator: joint), capped > 0 ? notIssued(capped) : nil,
      separator: Message("; ", zh: "；"))
  }

  // MARK: what is left

  var lotTable: Table {
    var table = Table(
      "lots", title: Message("points left, in the order they are spent", zh: "剩余积分，按使用的先后"),
      columns: [Heading.earned, .points, .spendableFrom, .expires].map { Table.Column($0) })
    for lot in ledger.lots {
      table.rows.append([
        .day(lot.earned), .points(lot.points), .day(lot.release), lot.expiry.map { .day($0) } ?? .none,
      ])
    }
    return table
  }

  var values: [Report.Value] {
    var values: [Report.Value] = [.init(.tier, .text(tiers[ledger.tier]))]
    if let review = ledger.review { values.append(.init(.review, .day(review))) }
    if tiers.count > 1 { values.append(.init(.windowFrom, .day(ledger.windowStart))) }
    values += measures.map {
      .init($0.sum, $0.cell(held($0, ledger.window, ledger.actions)))
    }
    if rules.rules.points != nil {
      values.append(.init(.pointsOutstanding, .points(ledger.lots.reduce(0) { $0 + $1.points })))
    }
    if let gap {
      values.append(.init(.nextTier, .text(gap.name)))
      values += gap.thresholds.map { .init($0.measure.missing, $0.measure.cell($0.missing)) }
    }
    return values
  }

  var gap: TierGap? { rules.gap(above: ledger.tier, holding: ledger.window, ledger.actions, on: last) }

  var notes: [Message] { poolNotes + gapNotes + taskNotes + rateNotes }

  /// The base rate and the rule of expiry, which every line rests on.
  private var rateNotes: [Message] {
    guard let policy = rules.rules.points, let rate = policy.earn.value(on: last)?.text(in: notation) else { return [] }
    let (rounding, expiry) = (policy.rounding.rawValue, policy.expire.text(in: notation))
    return [
      Message(
        "\(rate), rounded by `\(rounding)`, times the multipliers shown; points expire: \(expiry)",
        zh: "按 `\(rate)` 得积分，以 `\(rounding)` 取整，再乘以所列倍数；积分过期规则：`\(expiry)`")
    ]
  }
}

extension TierGap.Threshold {
  func text(of value: Int64, _ notation: Notation) -> String {
    measure == .spend ? Money(minor: value).text(in: notation) : grouped(value)
  }
}

extension TierGap.Threshold.Measure {
  func cell(_ value: Int64) -> Cell {
    switch self {
    case .spend: .money(Money(minor: value))
    case .visits, .purchases, .actions: .count(value)
    case .points: .points(value)
    }
  }

  /// `3 visits`; of spend the money alone.
  func quantity(_ value: Int64, _ notation: Notation) -> Message {
    switch self {
    case .spend:
      let money = Money(minor: value).text(in: notation)
      return Message("\(money)", zh: "消费额 \(money)")
    case .visits: return Message("\(counted(Int(value), "visit"))", zh: "到店 \(grouped(value)) 次")
    case .purchases: return Message("\(counted(Int(value), "purchase"))", zh: "购买 \(grouped(value)) 笔")
    case .points: return Message("\(counted(Int(value), "point"))", zh: "积分 \(grouped(value))")
    case .actions(let action): return Message("\(value) \(name)", zh: "行为 \(action) \(grouped(value)) 次")
    }
  }

  /// What people call it in Chinese; in English it is called as the threshold is written.
  private var noun: Wording {
    switch self {
    case .spend: "消费额"
    case .visits: "到店次数"
    case .purchases: "购买笔数"
    case .points: "获得积分"
    case .actions(let action): "行为 \(action)"
    }
  }

  /// Over what the window holds of it, line by line; that of spend says that it is the window's.
  fileprivate var column: Heading {
    Heading("window_\(name)", self == .spend ? Message("in window", zh: "考察期" + noun) : Message("\(name)", zh: noun))
  }

  /// Beside what the window holds of it at the end.
  fileprivate var sum: Heading { Heading("window_\(name)", Message("window \(name)", zh: "考察期" + noun)) }

  /// Over what a threshold asks for beyond that.
  fileprivate var missing: Heading {
    Heading("missing_\(name)", Message("missing \(name)", zh: "还差" + noun))
  }
}

extension Heading {
  static let entry = Heading("event", Message("event", zh: "事项"))
  fileprivate static let balance = Heading("balance", Message("balance", zh: "积分余额"))
  static let why = Heading("why", Message("why", zh: "说明"))
  fileprivate static let earned = Heading("earned", Message("earned", zh: "获得日期"))
  fileprivate static let spendableFrom = Heading("spendable_from", Message("spendable from", zh: "可用日期"))
  fileprivate static let expires = Heading("expires", Message("expires", zh: "过期日期"))
  static let review = Heading("review", Message("next review", zh: "下次考核"))
  fileprivate static let windowFrom = Heading("window_from", Message("window from", zh: "考察期起始日"))
  static let pointsOutstanding = Heading(
    "points_outstanding", Message("points outstanding", zh: "积分余额"))
  fileprivate static let nextTier = Heading("next_tier", Message("next tier", zh: "下一等级"))
}

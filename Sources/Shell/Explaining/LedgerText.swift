import MemberBook
import Programme
import Quantities
import Reporting
import Simulation

/// A ledger in words and cells.
struct LedgerText {
  let ledger: Ledger
  let rules: CompiledRules
  let replay: Replay
  let notation: Notation
  let last: Day

  private var data: Book { replay.history.book }
  private var book: Purchases { data.purchases }
  private var tiers: [String] { rules.tiers }

  /// Which sums of the window decide about a tier, spend first.
  private var measures: [TierGap.Threshold.Measure] {
    let used = tiers.indices.flatMap { tier in
      rules.gap(above: tier - 1, holding: ledger.window, ledger.actions, on: last)?.thresholds.map(\.measure) ?? []
    }
    return [.spend] + [.visits, .purchases, .points].filter { used.contains($0) }
      + actionNames.map { .actions($0) }.filter { used.contains($0) }
  }

  private var actionNames: [String] { rules.rules.ladder.actionNames }

  /// What a window holds of what a threshold asks for.
  private func held(_ measure: TierGap.Threshold.Measure, _ sums: WindowSums, _ actions: [Int64]) -> Int64 {
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
      Table.Column("date"), Table.Column("time", isShown: false), Table.Column("receipt", isShown: false),
      Table.Column("event"), Table.Column("amount"),
    ]
    columns += measures.map { Table.Column("window_\($0.name)", title: $0 == .spend ? "in window" : $0.name) }
    columns.append(Table.Column("tier"))
    if earns { columns += ["points", "balance"].map { Table.Column($0) } }
    columns.append(Table.Column("why", wraps: true))
    var table = Table("ledger", columns: columns)
    for entry in ledger.entries {
      let (event, amount, points, why) = cells(of: entry)
      var row: [Cell] = [.day(entry.day), time(of: entry), receipt(of: entry), .text(event), amount]
      // An expiry looks at no window.
      if case .expired = entry.event {
        row += measures.map { _ in .none }
      } else {
        row += measures.map { $0.cell(held($0, entry.window, entry.actions)) }
      }
      row.append(.text(tiers[entry.tier]))
      if earns { row += [points, .points(entry.balance)] }
      row.append(.text(why))
      table.rows.append(row)
    }
    return table
  }

  private func time(of entry: LedgerEntry) -> Cell {
    switch entry.event {
    case .receipt(_, let second, _, _, _) where data.hasTimes: .text(TimeOfDay(second: second).description)
    case .action(_, let second, _, _, _) where data.actions?.second.isEmpty == false:
      .text(TimeOfDay(second: second).description)
    case .receipt, .action, .clawback, .expired, .opened, .imported, .tier, .review: .none
    }
  }

  private func receipt(of entry: LedgerEntry) -> Cell {
    guard case .receipt(let index, _, _, _, _) = entry.event, let receipts = book.receipts else { return .none }
    return .text(receipts[index])
  }

  private func cells(of entry: LedgerEntry) -> (event: String, amount: Cell, points: Cell, why: String) {
    switch entry.event {
    case .receipt(let index, _, let net, let earned, let capped):
      let why = net > 0 ? earning(of: index, entry.tier, capped: capped) : ""
      return (net >= 0 ? "purchase" : "return", .money(Money(minor: net)), net > 0 ? .points(earned) : .none, why)
    case .clawback(let points, let waived):
      return ("clawback", .none, .points(-points), waived > 0 ? "\(grouped(waived)) more waived: already gone" : "")
    case .expired(let points): return ("expiry", .none, .points(-points), "")
    case .action(let index, _, let earned, let capped, let isLimited):
      return (
        action(index), .none, .points(earned),
        isLimited ? "limit reached" : capped > 0 ? "cap: \(grouped(capped)) not issued" : ""
      )
    case .opened(let points): return ("opening", .none, .points(points), "points of before the data")
    case .imported(let from, let to):
      return (
        "import", .none, .none,
        (from == to ? tiers[to] : "\(tiers[from]) → \(tiers[to])") + ": says the members file" + term(entry)
      )
    case .tier(let from, let to, let change):
      return (
        to > from ? "upgrade" : "downgrade", .none, .none,
        "\(tiers[from]) → \(tiers[to]): " + reason(change, entry, from: from, to: to)
      )
    case .review(.renewed): return ("review", .none, .none, "\(tiers[entry.tier]) renewed" + term(entry))
    case .review(.unseen):
      return (
        "review", .none, .none, "\(tiers[entry.tier]) renewed: the window begins before the data" + term(entry)
      )
    case .review(.grace):
      return ("review", .none, .none, "not qualified; grace" + (entry.review.map { " until \($0 - 1)" } ?? ""))
    }
  }

  /// What an action is called.
  private func action(_ index: Int) -> String {
    data.actions.map { $0.kinds.name(Int($0.kind[index])) } ?? "action"
  }

  private func term(_ entry: LedgerEntry) -> String { entry.review.map { " through \($0 - 1)" } ?? "" }

  /// What the tier won or lost asks for, and what the window held.
  private func reason(_ change: TierChange, _ entry: LedgerEntry, from: Int, to: Int) -> String {
    let asked = max(from, to)
    let met = rules.gap(above: asked - 1, holding: entry.window, entry.actions, on: entry.day)?.thresholds ?? []
    let sums = met.map {
      "\($0.measure.name) \($0.text(of: $0.held, notation)) of \($0.text(of: $0.asked, notation))"
    }
    let facts = sums.joined(separator: ", ")
    switch change {
    case .purchase, .action: return facts + term(entry)
    case .monthEnd: return "at the month's end, " + facts + term(entry)
    case .review: return "review" + (facts.isEmpty ? "" : ", " + facts) + term(entry)
    case .daily: return "the window holds " + window(entry)
    }
  }

  private func window(_ entry: LedgerEntry) -> String {
    measures.map { measure in
      measure == .spend
        ? Money(minor: entry.window.spend).text(in: notation)
        : "\(held(measure, entry.window, entry.actions)) \(measure.name)"
    }
    .joined(separator: ", ")
  }

  /// `1.2x 银卡 × 2x 会员日`; nothing where the base rate alone counts.
  private func earning(of index: Int, _ tier: Int, capped: Int64) -> String {
    guard let detail = replay.earningDetail(of: index, by: ledger.member, tier: tier, rules) else { return "" }
    var factors: [String] = []
    if detail.tier != .one { factors.append("\(detail.tier) \(tiers[tier])") }
    for bonus in detail.bonuses {
      let part = bonus.amount == book.amount[index] ? "" : " on \(Money(minor: bonus.amount).text(in: notation))"
      factors.append("\(bonus.multiplier) \(bonus.name)\(part)")
    }
    let joint =
      switch rules.rules.points?.stacking {
      case .add: " + "
      case .highest: " or "
      case .multiply, nil: " × "
      }
    let text = factors.joined(separator: joint)
    return capped > 0 ? text + (text.isEmpty ? "" : "; ") + "cap: \(grouped(capped)) not issued" : text
  }

  // MARK: what is left

  var lotTable: Table {
    var table = Table(
      "lots", title: "points left, in the order they are spent",
      columns: ["earned", "points", "spendable_from", "expires"].map { Table.Column($0) })
    for lot in ledger.lots {
      table.rows.append([
        .day(lot.earned), .points(lot.points), .day(lot.release), lot.expiry.map { .day($0) } ?? .none,
      ])
    }
    return table
  }

  var values: [Report.Value] {
    var values: [Report.Value] = [.init("tier", .text(tiers[ledger.tier]))]
    if let review = ledger.review { values.append(.init("review", .day(review), label: "next review")) }
    if tiers.count > 1 { values.append(.init("window_from", .day(ledger.windowStart))) }
    values += measures.map {
      .init("window_\($0.name)", $0.cell(held($0, ledger.window, ledger.actions)), label: "window \($0.name)")
    }
    if rules.rules.points != nil {
      values.append(.init("points_outstanding", .points(ledger.lots.reduce(0) { $0 + $1.points })))
    }
    if let gap {
      values.append(.init("next_tier", .text(gap.name)))
      values += gap.thresholds.map { threshold in
        .init("missing_\(threshold.measure.name)", threshold.measure.cell(threshold.missing))
      }
    }
    return values
  }

  private var gap: TierGap? { rules.gap(above: ledger.tier, holding: ledger.window, ledger.actions, on: last) }

  var notes: [String] { gapNotes + rateNotes }

  /// The base rate and the rule of expiry, which every line rests on.
  private var rateNotes: [String] {
    guard let policy = rules.rules.points, let rate = policy.earn.value(on: last) else { return [] }
    return [
      "\(rate.text(in: notation)), rounded by `\(policy.rounding.rawValue)`, times the multipliers shown; points expire: \(policy.expire.text(in: notation))"
    ]
  }

  private var gapNotes: [String] {
    guard let gap, !gap.thresholds.isEmpty else { return [] }
    let missing = gap.thresholds.filter { $0.missing > 0 }.map {
      "\($0.text(of: $0.missing, notation)) \($0.measure == .spend ? "more spend" : "more " + $0.measure.name)"
    }
    let joint = gap.needsAll ? " and " : " or "
    if missing.isEmpty || (!gap.needsAll && missing.count < gap.thresholds.count) {
      return ["the window meets \(gap.name) on \(last); it takes effect by the ladder's rules"]
    }
    return ["short of \(gap.name) on \(last) by " + missing.joined(separator: joint)]
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
}

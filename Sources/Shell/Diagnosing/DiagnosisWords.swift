import Insight
import Messages
import Quantities
import Reporting
import Simulation

extension Figure {
  var heading: Heading { Heading(key, title) }
}

extension SalesChange.Part {
  var title: Message {
    switch self {
    case .members: Message("active members", zh: "活跃会员数")
    case .frequency: Message("purchases a member", zh: "人均购买笔数")
    case .basket: Message("spend a purchase", zh: "客单价")
    case .returns: Message("returns alone", zh: "只有退货")
    case .walkIns: Message("sales without a member", zh: "散客销售")
    }
  }

  /// What it is the part of; nil for amounts that stand for themselves.
  var figure: Figure? {
    switch self {
    case .members: .active
    case .frequency: .frequency
    case .basket: .basket
    case .returns, .walkIns: nil
    }
  }
}

extension EntryGaps.Band {
  var title: Message {
    switch self {
    case .tenth: Message("up to 10%", zh: "不超过 10%")
    case .quarter: Message("10% to 25%", zh: "10% 至 25%")
    case .half: Message("25% to 50%", zh: "25% 至 50%")
    case .more: Message("more than half", zh: "一半以上")
    case .uncounted: Message("by task or invitation", zh: "凭任务或邀请")
    }
  }
}

extension MetricValue {
  /// This less `other`, exactly where it is whole.
  func difference(since other: MetricValue) -> Cell {
    switch (self, other) {
    case (.count(let now), .count(let before)): return .count(now - before)
    case (.points(let now), .points(let before)): return .points(now - before)
    case (.money(let now), .money(let before)): return .money(Money(minor: now.minor - before.minor))
    case (.share, .share): return fraction(since: other).map { .difference($0, of: .shares) } ?? .none
    case (.quotient, .quotient): return fraction(since: other).map { .difference($0, of: .quotients) } ?? .none
    case (.average, .average): return fraction(since: other).map { .difference($0, of: .averages) } ?? .none
    default: return .none
    }
  }

  /// What people read of it: money in percent of what it was, the rest as the difference.
  func change(since other: MetricValue) -> Cell {
    switch (self, other) {
    case (.money, .money), (.average, .average):
      guard let before = other.billionths, before != 0, let step = fraction(since: other) else { return .none }
      return .estimate(step * 1e9 / Double(before.magnitude), .share)
    default: return difference(since: other)
    }
  }

  private func fraction(since other: MetricValue) -> Double? {
    guard let now = billionths, let before = other.billionths else { return nil }
    return Double(now - before) / 1e9
  }

  /// A value of the same kind.
  func cell(ofBillionths value: Diagnosis.Billionths) -> Cell {
    let unit: Int128 = 1_000_000_000
    return switch self {
    case .count, .points:
      value % unit == 0 ? .count(Int64(clamping: value / unit)) : .estimate(Double(value) / 1e9, .count)
    case .money, .average: .average(Money(minor: Int64(clamping: value / 10_000)), per: 1_000)
    case .share: .share(part: Int64(clamping: value), whole: Int64(unit))
    case .quotient: .quotient(numerator: Int64(clamping: value), denominator: Int64(unit))
    case .unknown: .none
    }
  }
}

extension Cell {
  static func change(_ minor: Int64) -> Cell { .money(Money(minor: minor)) }
}

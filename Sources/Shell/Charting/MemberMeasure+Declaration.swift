import Analysis
import MemberBook
import Messages
import PlanLanguage
import Quantities
import Reporting
import Simulation

extension MemberMeasure {
  /// How it is shown.
  var declaration: MemberMeasureDeclaration {
    switch self {
    case .spend:
      MemberMeasureDeclaration(.spend, unit: 100, cell: { .money(Money(minor: $0)) }) { $0.spend }
    case .visits: MemberMeasureDeclaration(.visits, cell: Cell.count) { $0.visits }
    case .purchases: MemberMeasureDeclaration(.purchases, cell: Cell.count) { $0.purchases }
    case .value:
      MemberMeasureDeclaration(
        Heading(rawValue, Message("value", zh: "价值")), unit: 100, isForecast: true,
        cell: { .money(Money(minor: $0)) }
      ) { $0.value }
    case .alive:
      // In thousandths of a millionth; a certainty stands in the last class of a histogram.
      MemberMeasureDeclaration(
        Heading(rawValue, Message("P(alive)", zh: "留存概率")), unit: 10_000_000, isForecast: true,
        most: 999_999_999, cell: { .estimate(Double($0) / 1e9, .share) }
      ) { Int64(nearest: $0.alive * 1e9) }
    case .expectedPurchases:
      // In millionths.
      MemberMeasureDeclaration(
        Heading(rawValue, Message("expected purchases", zh: "预期购买")), unit: 100_000,
        isForecast: true, cell: { .quotient(numerator: $0, denominator: 1_000_000) }
      ) { Int64(nearest: $0.expected * 1e6) }
    }
  }

  var heading: Heading { declaration.heading }
}

/// How a member figure is computed, ordered and shown.
struct MemberMeasureDeclaration {
  let heading: Heading
  /// What the bounds of a histogram's classes are multiples of.
  let unit: Int64
  /// Whether the customer model tells it, of every customer; else what the member did in a range.
  let isForecast: Bool
  /// The most that a histogram has a class for.
  let most: Int64
  let cell: @Sendable (Int64) -> Cell
  let value: @Sendable (MemberFigures) -> Int64

  init(
    _ heading: Heading, unit: Int64 = 1, isForecast: Bool = false, most: Int64 = .max,
    cell: @escaping @Sendable (Int64) -> Cell, value: @escaping @Sendable (MemberFigures) -> Int64
  ) {
    (self.heading, self.unit, self.isForecast) = (heading, unit, isForecast)
    (self.most, self.cell, self.value) = (most, cell, value)
  }
}

extension MemberFigures {
  func value(of measure: MemberMeasure) -> Int64 { measure.declaration.value(self) }
}

import Planning
import Programme
import Quantities
import Reporting

/// A plan with what it was made from, for laying out.
struct PlannedEvent {
  let event: Event
  let plan: EventPlan
  /// As it was asked for.
  let seed: Int64
  let margin: Margin
  let asOf: Day

  /// The margin on sales, how it was said, and where it comes from.
  struct Margin {
    let spread: Spread<Percent>
    let text: String
    let source: String
  }
}

extension PlannedEvent {
  /// A figure of a plan: over the draws, and as it stands among the values.
  struct Measure: Sendable {
    let name: String
    let label: String?
    let mean: @Sendable (PlannedEvent) -> Cell
    /// The value that a share of the draws lies below; nil where it is one figure for all of them.
    let quantile: (@Sendable (PlannedEvent, Double) -> Cell)?
  }

  static let measures: [Measure] = [
    people("invited", \.invited), people("accepted", \.accepted), people("attended", \.attended),
    people("buyers", \.buyers), money("revenue", \.revenue), money("cost", \.cost),
    Measure(
      name: "gross_margin", label: "margin on additional sales",
      mean: { .money($0.gross) }, quantile: { .money(Money(nearest: $0.plan.sample(\.gross).quantile($1))) }),
    money("incremental_margin", \.incrementalMargin),
    Measure(
      name: "roi", label: "ROI", mean: { $0.roi },
      quantile: { planned, p in planned.plan.roi.map { .estimate($0.quantile(p), .share) } ?? .none }),
    Measure(name: "p_loss", label: "P(loss)", mean: { $0.lossShare }, quantile: nil),
    Measure(
      name: "break_even_attendance", label: nil,
      mean: { $0.plan.breakEven.attendance.map { .estimate($0, .count) } ?? .none }, quantile: nil),
    Measure(
      name: "break_even_lift", label: nil,
      mean: {
        if case .multiple(let lift) = $0.plan.breakEven.lift { .estimate(lift, .factor) } else { .none }
      }, quantile: nil),
  ]

  private static func people(_ name: String, _ figure: any KeyPath<EventFigures, Double> & Sendable) -> Measure {
    Measure(
      name: name, label: nil, mean: { .estimate($0.plan.mean[keyPath: figure], .count) },
      quantile: { .estimate($0.plan.sample(figure).quantile($1), .count) })
  }

  private static func money(_ name: String, _ figure: any KeyPath<EventFigures, Double> & Sendable) -> Measure {
    Measure(
      name: name, label: nil, mean: { .money(Money(nearest: $0.plan.mean[keyPath: figure])) },
      quantile: { .money(Money(nearest: $0.plan.sample(figure).quantile($1))) })
  }

  var incrementalMargin: Money { Money(nearest: plan.mean.incrementalMargin) }
  var cost: Money { Money(nearest: plan.mean.cost) }
  /// So that the printed parts add up: incremental margin + cost.
  var gross: Money { Money(minor: incrementalMargin.minor + cost.minor) }
  /// Mean incremental margin ÷ mean cost, of the printed amounts.
  var roi: Cell { .share(part: incrementalMargin.minor, whole: cost.minor) }
  var lossShare: Cell { .share(part: Int64(plan.losses), whole: Int64(plan.draws.count)) }
}

import Analysis
import Messages
import Planning
import Programme
import Quantities
import Reporting

extension PlannedEvent {
  /// A figure of a plan: over the draws, and as it stands among the values.
  struct Measure: Sendable {
    let heading: Heading
    let mean: @Sendable (PlannedEvent) -> Cell
    /// The value that a share of the draws lies below; nil where it is one figure for all of them.
    let quantile: (@Sendable (PlannedEvent, Double) -> Cell)?

    /// Its key.
    var name: String { heading.key }
    /// As it stands among others in a column: by its key in English.
    var word: Message { Message("\(heading.key)", zh: "\(heading.title)") }
  }

  static let measures: [Measure] = [
    people(Heading("invited", Message("invited", zh: "邀请人数")), \.invited),
    people(Heading("accepted", Message("accepted", zh: "接受人数")), \.accepted),
    people(Heading("attended", Message("attended", zh: "到场人数")), \.attended),
    people(Heading("buyers", Message("buyers", zh: "购买人数")), \.buyers),
    money(Heading("revenue", Message("revenue", zh: "销售额")), \.revenue), money(.cost, \.cost),
    Measure(
      heading: Heading("gross_margin", Message("margin on additional sales", zh: "增量销售的毛利")),
      mean: { .money($0.gross) }, quantile: { .money(Money(nearest: $0.plan.sample(\.gross).quantile($1))) }),
    money(Heading("incremental_margin", Message("incremental margin", zh: "增量毛利")), \.incrementalMargin),
    Measure(
      heading: Heading("roi", Message("ROI", zh: "投资回报率")), mean: { $0.roi },
      quantile: { planned, p in planned.plan.roi.map { .estimate($0.quantile(p), .share) } ?? .none }),
    Measure(
      heading: Heading("p_loss", Message("P(loss)", zh: "亏损概率")), mean: { $0.lossShare }, quantile: nil),
    Measure(
      heading: Heading("break_even_attendance", Message("break even attendance", zh: "盈亏平衡到场人数")),
      mean: { $0.plan.breakEven.attendance.map { .estimate($0, .count) } ?? .none }, quantile: nil),
    Measure(
      heading: Heading("break_even_lift", Message("break even lift", zh: "盈亏平衡客单价倍数")),
      mean: {
        if case .multiple(let lift) = $0.plan.breakEven.lift { .estimate(lift, .factor) } else { .none }
      }, quantile: nil),
  ]

  private static func people(
    _ heading: Heading, _ figure: any KeyPath<EventFigures, Double> & Sendable
  ) -> Measure {
    Measure(
      heading: heading, mean: { .estimate($0.plan.mean[keyPath: figure], .count) },
      quantile: { .estimate($0.plan.sample(figure).quantile($1), .count) })
  }

  private static func money(
    _ heading: Heading, _ figure: any KeyPath<EventFigures, Double> & Sendable
  ) -> Measure {
    Measure(
      heading: heading, mean: { .money(Money(nearest: $0.plan.mean[keyPath: figure])) },
      quantile: { .money(Money(nearest: $0.plan.sample(figure).quantile($1))) })
  }

  /// Mean incremental margin ÷ mean cost, of the printed amounts.
  var roi: Cell { .share(part: incrementalMargin.minor, whole: cost.minor) }
  var lossShare: Cell { .share(part: Int64(plan.losses), whole: Int64(plan.draws.count)) }
}

import Analysis
import Messages
import PlanLanguage
import Quantities
import Reporting
import Simulation

/// Sensitivity in words and cells.
struct TornadoText {
  let sensitivity: Sensitivity
  let found: (middle: MetricValue, swings: [Sensitivity.Swing])
  /// Whether durations were left out because nobody named them.
  let leavesDurations: Bool

  func report(_ analyst: Analyst) -> Report {
    let metric = sensitivity.metric.heading
    let share = Percent(fraction: sensitivity.share).description
    var report = Report(
      verb: "tornado",
      title: Message(
        "\(sensitivity.metric.text) of \(sensitivity.scenario.text) over \(sensitivity.range), each field ±\(share)",
        zh: "\(sensitivity.scenario.text) 的\(metric.title)，\(sensitivity.range)，各字段 ±\(share)"))
    var table = Table(
      "tornado",
      columns: [.path, .swing, .low, .atLow, .high, .atHigh].map { Table.Column($0) })
    let kind = sensitivity.bound.metric.unit.kind
    for swing in found.swings {
      let isMoney = analyst.money(at: swing.dial.path)
      let size = swing.size.map { size -> Cell in
        kind == .share ? .difference(size.approximation, of: .shares) : kind.cell(size)
      }
      table.rows.append([
        .text(swing.dial.text), size ?? .none, swing.low.number.cell(isMoney), swing.low.value?.cell ?? .none,
        swing.high.number.cell(isMoney), swing.high.value?.cell ?? .none,
      ])
    }
    table.bar = 1
    table.chartedAs = .bars
    report.tables = [table]
    report.values = [.init(Heading("middle", metric.title), found.middle.cell)]
    report.notes =
      notes + sensitivity.figures.notes(analyst) + analyst.comingNotes(on: [sensitivity.bound], over: sensitivity.range)
    return report
  }

  private var notes: [Message] {
    var notes: [Message] = []
    let idle = found.swings.filter { $0.size == .zero && $0.low.refusal == nil && $0.high.refusal == nil }
    if !idle.isEmpty {
      let list = Message.list(idle.map(\.dial.text))
      notes.append(Message("does nothing to it: \(list)", zh: "对它没有影响：\(list)"))
    }
    for swing in found.swings {
      for end in [swing.low, swing.high] {
        guard let refusal = end.refusal else { continue }
        notes.append(
          Message(
            "\(swing.dial.text) = \(end.number.text) is not allowed: \(refusal.hint ?? refusal.message)",
            zh: "\(swing.dial.text) = \(end.number.text) 不允许：\(refusal.hint ?? refusal.message)"))
      }
    }
    if found.swings.isEmpty {
      notes.append(Message("the rules in force hold no number to turn", zh: "生效的规则中没有可调整的数字"))
    }
    if leavesDurations {
      notes.append(
        Message("durations stay as they are; `paths` turns the fields that it names", zh: "时长保持不变；`paths` 调整指定的字段"))
    }
    return notes
  }
}

extension Amount.Kind {
  /// A number of this kind as a cell.
  func cell(_ value: Ratio) -> Cell {
    switch self {
    case .money: Money(major: value).map { .money($0) } ?? .number(value.approximation)
    case .share: .share(part: value.numerator, whole: value.denominator)
    case .points where value.denominator == 1: .points(value.numerator)
    case .plain where value.denominator == 1: .count(value.numerator)
    case .points, .plain, .multiplier, .duration:
      .quotient(numerator: value.numerator, denominator: value.denominator)
    }
  }
}

extension Heading {
  fileprivate static let swing = Heading("swing", Message("swing", zh: "变动幅度"))
  fileprivate static let low = Heading("low", Message("low", zh: "低值"))
  fileprivate static let atLow = Heading("at_low", Message("at low", zh: "低值时"))
  fileprivate static let atHigh = Heading("at_high", Message("at high", zh: "高值时"))
  fileprivate static let high = Heading("high", Message("high", zh: "高值"))
}

import Analysis
import CustomerModels
import Messages
import Quantities
import Reporting

extension HoldoutComparison {
  /// Every forecast with its score, the models' first.
  var scores: [(name: Message, score: ForecastScore)] {
    zip(fits, reports).map { (Message(verbatim: $0.requested.title), $1.model) }
      + [(Heading.sameRate.title, reports[0].sameRate), (Heading.samePeriod.title, reports[0].samePeriod)]
  }

  var title: Message {
    Message(
      "forecasts of \(held) from \(shown), \(counted(members, "member"))",
      zh: "由 \(shown) 预测 \(held)，\(grouped(Int64(members))) 名会员")
  }

  var tables: [Table] { [forecasts, calibration, tracking] }

  /// A row a forecast, the naive ones last.
  private var forecasts: Table {
    var table = Table(
      "forecasts",
      columns: [
        .init(.forecast), .init(.purchaseDays), .init(.tracking), .init(.rmse), .init(.mae, isShown: false),
        .init(.logLikelihood),
      ])
    table.rows.append([.word(Heading.actual.title), .count(Int64(actual)), .none, .none, .none, .none])
    for (fit, report) in zip(fits, reports) {
      table.rows.append(
        [.text(fit.requested.title)] + HoldoutComparison.cells(report.model) + [.number(fit.logLikelihood)])
    }
    table.rows.append([.word(Heading.sameRate.title)] + HoldoutComparison.cells(reports[0].sameRate) + [.none])
    table.rows.append([.word(Heading.samePeriod.title)] + HoldoutComparison.cells(reports[0].samePeriod) + [.none])
    return table
  }

  private static func cells(_ score: ForecastScore) -> [Cell] {
    [
      .estimate(score.total, .count), score.tracking.map { .estimate($0, .share) } ?? .none, .number(score.rmse),
      .number(score.mae),
    ]
  }

  private var models: [Table.Column] { fits.map { .init($0.requested.heading) } }

  /// Mean purchase days a member held out, by how often they had bought again before.
  private var calibration: Table {
    var table = Table(
      "calibration",
      title: Message("mean purchase days held out, by repeats before", zh: "留出期的人均购买天数，按之前的复购次数"),
      columns: [.init(.repeats), .init(.members), .init(.actual)] + models + [.init(.sameRate), .init(.samePeriod)])
    for (place, bin) in reports[0].bins.enumerated() where bin.members > 0 {
      table.rows.append(
        [.text("\(bin.repeats)\(bin.isOpen ? "+" : "")"), .count(Int64(bin.members)), bin.actual.cell]
          + reports.map { $0.bins[place].model.cell } + [bin.sameRate.cell, bin.samePeriod.cell])
    }
    table.chartedAs = .line
    return table
  }

  /// Purchase days month by month.
  private var tracking: Table {
    var table = Table(
      "tracking", title: Message("purchase days by month", zh: "逐月的购买天数"),
      columns: [.init(.firstDay), .init(.lastDay, isShown: false), .init(.actual)] + models + [
        .init(.sameRate), .init(.samePeriod),
      ])
    for (place, period) in reports[0].periods.enumerated() {
      table.rows.append(
        [.day(period.days.first), .day(period.days.last), .count(Int64(period.actual))]
          + reports.map { .estimate($0.periods[place].model, .count) }
          + [.estimate(period.sameRate, .count), .count(Int64(period.samePeriod))])
    }
    table.chartedAs = .line
    return table
  }

  var notes: [Message] {
    var notes = fits.flatMap(\.notes)
    let ranked = scores
    func distance(_ score: ForecastScore) -> Double { abs((score.tracking ?? .infinity) - 1) }
    if actual > 0, let total = ranked.min(by: { distance($0.1) < distance($1.1) }),
      let each = ranked.min(by: { $0.1.rmse < $1.1.rmse })
    {
      notes.append(
        Message(
          "nearest to the total: \(total.0); least error a member: \(each.0)",
          zh: "总量最接近的是\(total.0)；人均误差最小的是\(each.0)"))
    }
    notes.append(
      Message(
        "same rate: everyone goes on as often as so far; same period: as often as in as many days before",
        zh: "照旧频率：每人照迄今的频率继续；照前期：与之前同样多的天数里一样多"))
    return notes
  }
}

extension Double? {
  fileprivate var cell: Cell { map { .number(($0 * 1000).rounded() / 1000) } ?? .none }
}

extension Heading {
  static let actual = Heading("actual", Message("actual", zh: "实际"))
  fileprivate static let forecast = Heading("forecast", Message("forecast", zh: "预测"))
  fileprivate static let purchaseDays = Heading("purchase_days", Message("purchase days", zh: "购买天数"))
  fileprivate static let tracking = Heading("tracking", Message("of actual", zh: "占实际"))
  fileprivate static let rmse = Heading("rmse", Message("RMSE", zh: "均方根误差"))
  fileprivate static let mae = Heading("mae", Message("MAE", zh: "平均绝对误差"))
  fileprivate static let repeats = Heading("repeats", Message("repeats", zh: "复购次数"))
  static let sameRate = Heading("same_rate", Message("same rate", zh: "照旧频率"))
  static let samePeriod = Heading("same_period", Message("same period", zh: "照前期"))
  fileprivate static let firstDay = Heading("from", Message("from", zh: "从"))
  fileprivate static let lastDay = Heading("to", Message("to", zh: "到"))
}

import Analysis
import MemberBook
import Messages
import PlanLanguage
import Programme
import Reporting
import Simulation

/// `chart _`, `chart TABLE`, `chart METRIC by SPLITS over RANGE`, `chart histogram of spend`: numbers drawn.
struct Chart: Command {
  var subject = ChartSubject.named(MetricCall(.spend))
  var columns: MetricList?
  var splits: SplitList?
  var range: Placed<Horizon>?
  var scenario: Reference?
  var kind: Plot.Kind?

  static let syntax = Syntax<Chart>(
    "chart",
    Message(
      "Draws a table of the last result, a metric along a split, or how members spread",
      zh: "画图：上一个结果的表、按某项拆分的指标，或会员的分布"), aliases: [Alias(zh: "画图")],
    [
      .argument(
        Message("WHAT", zh: "内容"), \.subject,
        Message(
          "_ for the last result, a table of it, a metric, or histogram of spend, visits, purchases, value, p_alive or "
            + "expected_purchases",
          zh: "_ 表示上一个结果，也可以是其中的一张表、一个指标，或 histogram of spend、visits、purchases、value、p_alive、expected_purchases"),
        offers: .charts),
      .clause(
        "on", takes: Message("COLUMNS", zh: "列"), \.columns,
        Message("Which columns of the last result are drawn", zh: "画上一个结果的哪些列"), offers: .columns),
      .clause(
        "by", takes: Label.splits, \.splits,
        Message("What a metric is drawn along; month where it is left out", zh: "指标按什么画；省略时按月份"), offers: .splits),
      .clause(
        "over", takes: Label.range, \.range,
        Message("The days of a metric; those of the last `run` where they are left out", zh: "指标的日期；省略时用上一次 `run` 的"),
        offers: .ranges),
      .clause(
        "in", takes: Label.scenario, \.scenario,
        Message("The scenario of a metric; baseline where it is left out", zh: "指标的方案；省略时用 baseline"),
        offers: .scenarios),
      .clause(
        "as", takes: Message("KIND", zh: "图形"), \.kind,
        Message("bars, line, heat or trends; else what suits the rows", zh: "bars、line、heat 或 trends；省略时按数据选择"),
        offers: .words(Plot.Kind.candidates)),
    ],
    examples: [
      Example("chart spend by month over 2025", shown: 14), "chart _",
      "run baseline over 2025\nchart tiers on spend, members",
      "chart spend by tier, month as trends",
      "chart histogram of spend over 2025",
    ])

  func run(in session: inout Session) throws -> Answer {
    switch subject {
    case .histogram(let measure):
      for (word, span) in clauses where word != "over" {
        throw Diagnostic(ChartProblem.clauseOfHistogram(word), at: span ?? measure.span)
      }
      return .report(try histogram(of: measure, in: &session))
    case .named(let call):
      if call.text == "_", let (word, span) = clauses.first(where: { !["on", "as"].contains($0.word) }) {
        throw Diagnostic(ChartProblem.clauseOfResult(word), at: span ?? call.span)
      }
      let isMetric = splits != nil || range != nil || scenario != nil || !call.arguments.isEmpty
      if !isMetric, let report = session.lastReport {
        if call.text == "_" { return .view(try view(report, at: call.span)) }
        if let table = report.tables.first(where: { $0.name == call.text }) {
          return .view(try view(report, table, at: call.span))
        }
      }
      if call.text == "_" { throw Diagnostic(ChartProblem.noResult, at: call.span) }
      let tables = session.lastReport?.tables.map(\.name) ?? []
      if !isMetric, Metric.named(call.name) == nil {
        throw Diagnostic(
          ChartProblem.unknown(call.text, tables: tables, metrics: Metric.allNames), at: call.span)
      }
      return .report(try metric(call, in: &session))
    }
  }

  /// The clauses that were written, with their places as far as they are known.
  private var clauses: [(word: String, span: SourceSpan?)] {
    [
      columns.map { ("on", $0.first?.span) }, splits.map { _ in ("by", nil) }, range.map { ("over", $0.span) },
      scenario.map { ("in", $0.span) }, kind.map { _ in ("as", nil) },
    ].compactMap(\.self)
  }

  /// The first table of a result that has numbers to draw.
  private func view(_ report: Report, at span: SourceSpan?) throws(Diagnostic) -> Report {
    let shown = report.tables.filter { $0.shownRows != 0 && TableChart(table: $0).isPlottable }
    guard let table = shown.first else {
      throw Diagnostic(ChartProblem.nothingToDraw(Message("the last result", zh: "上一个结果")), at: span)
    }
    return try view(report, table, at: span)
  }

  private func view(_ report: Report, _ table: Table, at span: SourceSpan?) throws(Diagnostic) -> Report {
    let chart = TableChart(table: table)
    guard chart.isPlottable else {
      throw Diagnostic(ChartProblem.nothingToDraw(Message(verbatim: table.name)), at: span)
    }
    return titled(
      .sentence(report.title, table.title, separator: Message(": ", zh: "：")),
      try chart.plotted(columns, as: kind))
  }

  /// A metric along one split or two, by the rules of a scenario.
  private func metric(_ call: MetricCall, in session: inout Session) throws -> Report {
    if let columns { throw Diagnostic(ChartProblem.columnsOfMetric(call.text), at: columns.first?.span) }
    if kind == .heat, splits?.count ?? 1 < 2 { throw Diagnostic(ChartProblem.heatOfOneLabel) }
    var call = call
    var scenario = scenario ?? Reference(Scenario.baseline)
    // `spend(A)` is `spend in A`.
    let bound = try session.analyst.bind(call)
    if self.scenario == nil, let named = bound.scenario {
      scenario = Reference(named, at: call.span)
      call = MetricCall(bound.metric.identity, [bound.tier, bound.segment, bound.named].compactMap(\.self))
    }
    let rules = try session.analyst.rules(of: scenario)
    let range =
      try range.map { try session.analyst.days(of: $0) } ?? session.lastRange
      ?? session.analyst.days(of: Placed(.history))
    var comparison = Comparison(range: range)
    comparison.calls = [call]
    try comparison.split(by: splits ?? [SplitName(.month)])
    try comparison.add(scenario.text, rules, &session.analyst)
    let chart = TableChart(table: comparison.table(of: try comparison.figures(session.analyst)))
    guard chart.isPlottable else {
      throw Diagnostic(ChartProblem.nothingToDraw(Message(verbatim: call.text)), at: call.span)
    }
    let by = Message.list(splits?.map(\.split.noun) ?? [Split.month.noun])
    var report = titled(
      Message(
        "\(call.text) by \(by) of \(scenario.text) over \(range)",
        zh: "\(scenario.text) 的\(call.heading.title)，按\(by)，\(range)"),
      try chart.plotted(nil, as: kind))
    report.notes =
      session.analyst.notes(on: rules, over: range, comparison.outcomes[0]) + comparison.comingNotes(session.analyst)
    return report
  }

  private func histogram(of measure: Placed<MemberMeasure>, in session: inout Session) throws -> Report {
    let data = try session.analyst.loaded(at: measure.span)
    let declaration = measure.value.declaration
    if declaration.isForecast, let range {
      throw Diagnostic(ChartProblem.rangeOfForecast(measure.value.rawValue), at: range.span)
    }
    let days = try session.analyst.days(of: range ?? Placed(.history))
    var figures = MemberFigures.all(of: data.book, in: days)
    var title = Message(
      "members by \(measure.value.heading.title) over \(days)", zh: "会员按\(measure.value.heading.title)的分布，\(days)")
    var notes: [Message] = []
    if declaration.isForecast {
      let (outlook, margin) = (try session.analyst.outlook(), try session.analyst.marginShare())
      figures = figures.expected(outlook, margin)
      let meaning = outlook.meaning(of: measure.value, margin)
      title = Message("members by \(meaning)", zh: "会员的分布，按\(meaning)")
      notes = [outlook.source]
    }
    let values = figures.map { min($0.value(of: measure.value), declaration.most) }
    guard let histogram = Histogram(values, unit: declaration.unit) else {
      throw Diagnostic(ChartProblem.nothingToDraw(Message(verbatim: "\(days)")), at: measure.span)
    }
    var report = titled(title, histogram.table(declaration.cell))
    report.notes = notes
    return report
  }

  private func titled(_ title: Message, _ table: Table) -> Report {
    var report = Report(verb: "chart", title: title)
    report.tables = [table]
    return report
  }
}

enum ChartProblem: Problem {
  case noResult
  case nothingToDraw(Message)
  case unknown(String, tables: [String], metrics: [String])
  case columnsOfMetric(String)
  case clauseOfHistogram(String)
  case clauseOfResult(String)
  case heatOfOneLabel
  case rangeOfForecast(String)

  var code: ErrorCode {
    switch self {
    case .noResult, .nothingToDraw: .noData
    case .unknown: .unknownName
    case .columnsOfMetric, .clauseOfHistogram, .clauseOfResult, .rangeOfForecast: .syntax
    case .heatOfOneLabel: .value
    }
  }

  var message: Message {
    switch self {
    case .noResult: .noResult
    case .nothingToDraw(let name):
      Message("\(name) has no rows with numbers to draw", zh: "\(name)没有可画的数字行")
    case .columnsOfMetric(let name):
      Message(
        "`on` chooses columns of the last result, and \(name) is drawn as a metric",
        zh: "`on` 选的是上一个结果的列，而 \(name) 是作为指标画的")
    case .unknown(let name, _, _):
      Message("no table of the last result and no metric named \(name)", zh: "上一个结果没有名为 \(name) 的表，也没有这个名称的指标")
    case .clauseOfHistogram(let word):
      Message("`\(word)` has no meaning for a histogram", zh: "`\(word)` 对直方图没有意义")
    case .clauseOfResult(let word):
      Message(
        "`\(word)` has no meaning for the last result, which is there already", zh: "`\(word)` 对上一个结果没有意义，它已经在那里了")
    case .rangeOfForecast(let name):
      Message(
        "\(name) looks ahead from the as-of date, so `over` has no meaning for it", zh: "\(name) 是从截止日往后看，`over` 对它没有意义"
      )
    case .heatOfOneLabel:
      Message("a heat map needs rows with two labels, and these have one", zh: "热力图的行要有两个标签，这里只有一个")
    }
  }

  var hint: Message? {
    switch self {
    case .noResult:
      Message(
        "`run`, `compare` or `show` something first, or name a metric: chart spend by month",
        zh: "先用 `run`、`compare` 或 `show` 得到结果，或写一个指标：chart spend by month")
    case .nothingToDraw: nil
    case .columnsOfMetric:
      Message(
        "without `by`, `over` and `in` a table of the last result is drawn", zh: "不写 `by`、`over` 和 `in` 时，画的是上一个结果的表")
    case .clauseOfHistogram: suchAs("chart histogram of spend over last 6mo")
    case .clauseOfResult: Message("a metric takes it: chart spend by month", zh: "指标才用它：chart spend by month")
    case .rangeOfForecast: Message("`set horizon = 6mo` says how far ahead", zh: "用 `set horizon = 6mo` 指定看多远")
    case .heatOfOneLabel: suchAs("chart spend by tier, month as heat")
    case .unknown(let name, let tables, let metrics):
      didYouMean(name, among: tables + metrics)
        ?? (tables.isEmpty
          ? Message("`help metrics` lists the metrics", zh: "`help metrics` 列出全部指标")
          : Message(
            "the last result has: \(Message.list(tables)); `help metrics` lists the metrics",
            zh: "上一个结果有：\(Message.list(tables))；`help metrics` 列出全部指标"))
    }
  }
}

import Analysis
import Messages
import PlanLanguage
import Programme
import Quantities
import Simulation

extension RoundValues {
  /// The most rounds that one loop goes.
  static let limit = 100_000

  /// The value of every round, as tokens that stand in for the variable.
  func values(step: AnyNumber?, in session: Session) throws(Diagnostic) -> [[Token]] {
    switch form {
    case .range(let range): return try range.values(step: step)
    case .list(let items):
      if let step { throw Diagnostic(LoopProblem.stepWithoutRange, at: step.span) }
      return items
    case .tiers(let name):
      if let step { throw Diagnostic(LoopProblem.stepWithoutRange, at: step.span) }
      guard let ladder = session.programme.ladders.first(where: { $0.name == name.text }) else {
        throw Diagnostic(
          AnalysisProblem.noSuch(
            kind: .kind("ladder"), name.text, names: session.programme.ladders.map(\.name),
            list: Message("`show ladders` lists them.", zh: "`show ladders` 列出全部等级体系。")), at: name.span)
      }
      return ladder.tiers.map { [Token(spelled(name: $0.name) == $0.name ? .word($0.name) : .text($0.name), span)] }
    }
  }
}

extension RoundRange {
  /// `low`, `low + step`, … with `high` where it is hit exactly.
  func values(step: AnyNumber?) throws(Diagnostic) -> [[Token]] {
    switch (low, high) {
    case (.number(let low), .number(let high)): return try numbers(low, high, step)
    case (.day(let low), .day(let high)):
      let (size, isBack) = try duration(step, else: .days(1))
      return try walk(step, isBack: isBack, isDown: high < low, isSame: low == high) { count in
        let by: CalendarDuration =
          switch size {
          case .days(let days): .days(days * count)
          case .months(let months): .months(months * count)
          }
        let day = isBack ? low - by : low + by
        return (isBack ? day >= high : day <= high) ? [Token(.day(day), span)] : nil
      }
    case (.month(let low), .month(let high)):
      let (size, isBack) = try months(step, each: 1)
      return try walk(step, isBack: isBack, isDown: high < low, isSame: low == high) { count in
        let month = low + (isBack ? -size : size) * count
        return (isBack ? month >= high : month <= high)
          ? [Token(.month(year: month / 12, month: month % 12 + 1), span)] : nil
      }
    case (.quarter(let low), .quarter(let high)):
      let (size, isBack) = try months(step, each: 3)
      return try walk(step, isBack: isBack, isDown: high < low, isSame: low == high) { count in
        let quarter = low + (isBack ? -size : size) * count
        return (isBack ? quarter >= high : quarter <= high)
          ? [Token(.quarter(year: quarter / 4, quarter: quarter % 4 + 1), span)] : nil
      }
    case (.number, _), (.day, _), (.month, _), (.quarter, _):
      throw Diagnostic(LoopProblem.endsDiffer(low.name, high.name), at: highSpan)
    }
  }

  private func numbers(_ low: Number, _ high: Number, _ step: AnyNumber?) throws(Diagnostic) -> [[Token]] {
    let unit = low.unit ?? high.unit
    for (other, place) in [(low.unit, span), (high.unit, highSpan), (step?.number.unit, step?.span)] {
      guard let other, let unit, other != unit, (other, unit) != (.percentagePoints, .percent) else { continue }
      throw Diagnostic(ReadingProblem.unit(expected: unit.name, found: other), at: place)
    }
    if unit == nil, let stray = step?.number.unit {
      throw Diagnostic(ReadingProblem.unit(expected: RoundRange.plainNumber, found: stray), at: step?.span)
    }
    let size = step?.number.value ?? .one
    try checkStep(step, isZero: size == .zero, isBack: size.isNegative, isDown: high.value < low.value, low == high)
    guard let steps = high.value.subtracting(low.value)?.divided(by: size),
      steps.numerator / steps.denominator < Int64(RoundValues.limit)
    else { throw Diagnostic(LoopProblem.tooManyRounds(limit: RoundValues.limit), at: span) }
    return try (0...(steps.numerator / steps.denominator)).map { index throws(Diagnostic) in
      guard let value = size.multiplied(by: Ratio(index))?.adding(low.value) else {
        throw Diagnostic(AnalysisProblem.overflow, at: span)
      }
      return Number(value, unit).tokens(at: span)
    }
  }

  /// The values that `next` makes of 0, 1, 2, …, up to where it makes none.
  private func walk(
    _ step: AnyNumber?, isBack: Bool, isDown: Bool, isSame: Bool, _ next: (Int) -> [Token]?
  ) throws(Diagnostic) -> [[Token]] {
    try checkStep(step, isZero: false, isBack: isBack, isDown: isDown, isSame)
    var values: [[Token]] = []
    while let value = next(values.count) {
      guard values.count < RoundValues.limit else {
        throw Diagnostic(LoopProblem.tooManyRounds(limit: RoundValues.limit), at: span)
      }
      values.append(value)
    }
    return values
  }

  private func checkStep(
    _ step: AnyNumber?, isZero: Bool, isBack: Bool, isDown: Bool, _ isSame: Bool
  ) throws(Diagnostic) {
    if isZero { throw Diagnostic(LoopProblem.stepOfZero, at: step?.span) }
    guard !isSame, isBack != isDown else { return }
    throw Diagnostic(
      LoopProblem.wrongDirection(range: span.text, step: step?.number.text, back: low.stepBack), at: step?.span ?? span)
  }

  /// The step as a duration, and whether it leads back.
  private func duration(
    _ step: AnyNumber?, else standard: CalendarDuration
  ) throws(Diagnostic) -> (CalendarDuration, Bool) {
    guard let step else { return (standard, false) }
    let number = step.number
    if number.value == .zero { throw Diagnostic(LoopProblem.stepOfZero, at: step.span) }
    guard let size = number.value.isNegative ? number.value.negated : number.value, let place = step.span else {
      return (standard, false)
    }
    let phrase = Phrase([Token(.number(Number(size, number.unit)), place)], span: place)
    return (try CalendarDuration(phrase), number.value.isNegative)
  }

  /// The step in pieces of `each` months, and whether it leads back.
  private func months(_ step: AnyNumber?, each: Int) throws(Diagnostic) -> (Int, Bool) {
    let (size, isBack) = try duration(step, else: .months(each))
    guard case .months(let count) = size, count % each == 0 else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(
          step?.number.text ?? "",
          must: each == 1
            ? Message("whole months, such as 1mo", zh: "整月，如 1mo")
            : Message("whole quarters, such as 3mo", zh: "整季度，如 3mo")),
        at: step?.span)
    }
    return (count / each, isBack)
  }
}

/// What can be wrong with a loop.
enum LoopProblem: Problem {
  case stepOfZero
  case wrongDirection(range: String, step: String?, back: String)
  case endsDiffer(Message, Message)
  case stepWithoutRange
  case tooManyRounds(limit: Int)
  case collectOutside
  case nameWanted(String)
  case unknownList(String)

  var code: ErrorCode {
    switch self {
    case .stepOfZero: .value
    case .wrongDirection: .range
    case .stepWithoutRange, .endsDiffer: .syntax
    case .tooManyRounds: .limit
    case .collectOutside: .noData
    case .nameWanted: .missing
    case .unknownList: .unknownName
    }
  }

  var message: Message {
    switch self {
    case .stepOfZero: Message("steps of 0 lead nowhere", zh: "步长为 0 走不下去")
    case .wrongDirection(let range, let step?, _):
      Message("steps of \(step) do not lead through \(range)", zh: "步长 \(step) 走不完 \(range)")
    case .wrongDirection(let range, nil, _):
      Message(
        "\(range) leads down, but steps lead up where `step` is left out", zh: "\(range) 是从大到小，而不写 `step` 时是从小到大")
    case .endsDiffer(let low, let high):
      Message("the range begins with \(low), but ends with \(high)", zh: "区间以\(low)开始，却以\(high)结束")
    case .stepWithoutRange: Message("`step` goes with a range only", zh: "`step` 只能用于区间")
    case .tooManyRounds(let limit):
      Message(
        "this asks for more than \(grouped(Int64(limit))) rounds", zh: "这里要求的轮数超过 \(grouped(Int64(limit)))")
    case .collectOutside:
      Message(
        "`collect` gathers the rounds of a loop, and none is running", zh: "`collect` 收集循环各轮的结果，而现在没有循环在运行")
    case .nameWanted(let text):
      Message("\(text) has another text in each round, so its column needs a name", zh: "\(text) 每一轮的文字不同，所以这一列需要名称")
    case .unknownList(let name): Message("no list and no metric named \(name)", zh: "没有名为 \(name) 的列表或指标")
    }
  }

  var hint: Message? {
    switch self {
    case .stepOfZero, .endsDiffer: nil
    case .wrongDirection(_, nil, let back):
      Message(
        "write the smaller end first, or say `step \(back)` to count down", zh: "把较小的一端写在前面，或用 `step \(back)` 从大到小")
    case .wrongDirection: Message("turn the range round, or the sign of the step", zh: "把区间的两端对调，或改变步长的正负号")
    case .stepWithoutRange: suchAs("for x in 1,000..5,000 step 500 { … }")
    case .tooManyRounds: Message("take a larger step or a narrower range", zh: "步长取大些，或区间取窄些")
    case .collectOutside: suchAs("for s in 甲, 乙 { collect share({s}, 金卡) as share }")
    case .nameWanted: suchAs("as share")
    case .unknownList(let name):
      didYouMean(name, among: ["tiers"] + Metric.all.map(\.name))
        ?? Message("`tiers(LADDER)` lists a ladder's tiers", zh: "`tiers(LADDER)` 列出一个等级体系的各等级")
    }
  }
}

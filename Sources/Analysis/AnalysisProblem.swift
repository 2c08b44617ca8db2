public import Messages
import PlanLanguage
import Simulation

/// What can be wrong with a question that is well formed.
public enum AnalysisProblem: Problem {
  /// Nothing is loaded.
  case noData
  /// Amounts that add up to more than can be counted exactly.
  case amountsTooLarge
  /// A name that stands for nothing: what kind it should be, what there is, and where that is listed.
  case noSuch(kind: Message, String, names: [String], list: Message)
  case namedTwice(String)
  case ambiguousName(String, meanings: [Message])
  case missing(Message, of: String, usage: Message)
  /// There are no days to look at.
  case noRange
  case unknownMetric(String, names: [String])
  /// A metric that only a response has, which a replay does not know.
  case needsResponse(String)
  case metricArguments(String, expected: Message)
  case metricNotSplit(String, by: String, possible: [String])
  case oneSplitOnly
  /// A figure that would divide by 0, or rests on what is not known.
  case undefinedValue(String)
  case valuesDiffer(left: Message, right: Message, operation: String)
  case notACondition(Message)
  case notANumber(Message)
  case divisionByZero
  case overflow

  /// Of which sort it is.
  public var code: ErrorCode {
    switch self {
    case .noData: .noData
    case .noSuch, .unknownMetric: .unknownName
    case .namedTwice, .ambiguousName: .nameTaken
    case .missing, .noRange: .missing
    case .metricArguments, .oneSplitOnly, .notACondition, .notANumber: .syntax
    case .needsResponse, .metricNotSplit, .undefinedValue: .metric
    case .valuesDiffer: .unit
    case .divisionByZero: .value
    case .overflow, .amountsTooLarge: .overflow
    }
  }

  /// What is wrong, in words.
  public var message: Message {
    switch self {
    case .noData: Message("no purchases are loaded", zh: "还没有载入购买数据")
    case .amountsTooLarge:
      Message(
        "the amounts in this file add up to more than can be counted exactly",
        zh: "这个文件中的金额之和超出了可以精确计数的范围")
    case .noSuch(let kind, let name, _, _): Message("no \(kind) named \(name)", zh: "没有名为 \(name) 的\(kind)")
    case .namedTwice(let name): Message("\(name) is named twice", zh: "\(name) 出现了两次")
    case .ambiguousName(let name, let meanings):
      Message("\(name) can mean \(Message.choice(meanings))", zh: "\(name) 可以指\(Message.choice(meanings))")
    case .missing(let what, let verb, _): Message("`\(verb)` needs \(what)", zh: "`\(verb)` 需要\(what)")
    case .noRange: Message("there is no range to look at", zh: "没有可看的时间区间")
    case .unknownMetric(let name, _): Message("no metric named \(name)", zh: "没有名为 \(name) 的指标")
    case .needsResponse(let name):
      Message(
        "\(name) does not exist for a past range: replay has no response to compare with",
        zh: "过去的区间没有 \(name)：回放没有可供比较的顾客反应")
    case .metricArguments(let name, let expected): Message("\(name) takes \(expected)", zh: "\(name) 的参数是\(expected)")
    case .metricNotSplit(let name, let split, _):
      Message("\(name) cannot be split by \(split)", zh: "\(name) 不能按 \(split) 拆分")
    case .oneSplitOnly: Message("a table can be split by tier and by one thing more", zh: "一张表可以按等级再加另外一项拆分")
    case .undefinedValue(let name):
      Message(
        "\(name) is undefined here: it would divide by 0, or needs what is not known",
        zh: "\(name) 在这里没有定义：会除以 0，或需要未知的数据")
    case .valuesDiffer(let left, let right, let operation):
      Message(
        "\(left) and \(right) cannot be joined by `\(operation)`",
        zh: "\(left)与\(right)不能用 `\(operation)` 连接")
    case .notACondition(let found):
      Message(
        "expected a condition that holds or not, found \(found)",
        zh: "这里应是可以判断成立与否的条件，却是\(found)")
    case .notANumber(let found): Message("expected a number, found \(found)", zh: "这里应是数字，却是\(found)")
    case .divisionByZero: Message("this divides by 0", zh: "这里除以了 0")
    case .overflow:
      Message(
        "the result is too large, or too fine a fraction, to be exact",
        zh: "结果太大，或分数太细，无法精确表示")
    }
  }

  /// What to do about it; nil where nothing can be said.
  public var hint: Message? {
    switch self {
    case .noData:
      Message("`load purchases from \"FILE.csv\"` loads some", zh: "`load purchases from \"文件.csv\"` 载入数据")
    case .noSuch(_, let name, let names, let list):
      .sentence(didYouMean(name, among: names), list, separator: Message(verbatim: "  "))
    case .ambiguousName(let name, let meanings): suchAsWhich(meanings, name)
    case .missing(_, _, let usage): Message("usage: \(usage)", zh: "用法：\(usage)")
    case .noRange: Message("give it one, such as: over last 6mo", zh: "给一个区间，例如：over last 6mo")
    case .unknownMetric(let name, let names):
      didYouMean(name, among: names) ?? Message("`help metrics` lists them", zh: "`help metrics` 列出全部指标")
    case .needsResponse(let name) where name == ResponseMetric.paybackMonths.rawValue:
      Message(
        "it needs a projection; `margin` and `programme_cost` can be replayed, and `plan EVENT` says what an event must "
          + "bring to pay",
        zh: "它需要预测；`margin` 和 `programme_cost` 可以回放，`plan EVENT` 说明活动要带来多少才回本")
    case .needsResponse:
      Message(
        "`plan EVENT` has them; a scenario's need a projection. `margin` and `programme_cost` can be replayed",
        zh: "`plan EVENT` 有这些指标；方案的需要预测。`margin` 和 `programme_cost` 可以回放")
    case .metricNotSplit(_, _, let possible):
      possible.isEmpty
        ? Message("it is one figure for the whole range", zh: "它是整个区间的一个数")
        : Message("it can be split by \(Message.list(possible))", zh: "可以按 \(Message.list(possible)) 拆分")
    case .valuesDiffer(let left, let right, _) where [left, right].contains(NumberUnit.percent.name):
      Message("write a share as a percent: 50% for a half", zh: "占比写成百分比：一半写作 50%")
    case .amountsTooLarge, .namedTwice, .metricArguments, .oneSplitOnly, .undefinedValue, .valuesDiffer,
      .notACondition, .notANumber, .divisionByZero, .overflow:
      nil
    }
  }

  private func suchAsWhich(_ meanings: [Message], _ name: String) -> Message {
    let kind = meanings.first?.text(in: .english) ?? "tier"
    return Message("say which, such as: \(kind) \(name)", zh: "请说明是哪个，例如：\(kind) \(name)")
  }
}

public import Messages
import PlanLanguage
import Programme
public import Quantities
import Simulation

/// What can go wrong with a statement that is well formed.
public enum ShellProblem: Problem {
  case unknownVerb(String, names: [String])
  case ambiguousVerb(String, verbs: [String])
  case unknownTopic(verb: String, String, topics: [String])
  case missing(Message, of: String, usage: Message)
  case unexpected(String, usage: Message)
  case clauseTwice(String)
  case blockMissing(verb: String, example: String)
  case noSuch(kind: Message, String, names: [String], list: Message)
  case unknownVariable(String, names: [String])
  case notAVariableName(String)
  case variableInBraces(String, expected: Message)
  case otherCurrency(found: Currency, session: Currency)
  case noData
  case noDemo
  case includedInItself(String)
  case needsResponse(String)
  case unknownMetric(String, names: [String])
  case metricArguments(String, expected: Message)
  case metricNotSplit(String, by: String, possible: [String])
  case oneSplitOnly
  case ambiguousName(String, meanings: [Message])
  case valuesDiffer(left: Message, right: Message, operation: String)
  case notACondition(Message)
  case notANumber(Message)
  case divisionByZero
  case overflow
  case undefinedValue(String)
  case noRange
  case assertionFailed(String, message: String?, facts: [Message])
  case nameInUse(String, by: Message)
  case namedTwice(String)
  case mixedKinds(String, isEvent: Bool)
  case clauseNotFor(String, kind: Compared)
  case amountsTooLarge
  case dataTooLarge

  /// What `compare` compares.
  public enum Compared: Sendable {
    case scenarios, events

    var noun: Message {
      switch self {
      case .scenarios: Message("scenarios", zh: "方案")
      case .events: Message("events", zh: "活动")
      }
    }
  }

  public var code: ErrorCode {
    switch self {
    case .unknownVerb, .ambiguousVerb, .unknownTopic, .noSuch, .unknownVariable, .unknownMetric: .unknownName
    case .missing, .blockMissing, .noRange: .missing
    case .notAVariableName, .variableInBraces, .unexpected, .clauseTwice, .metricArguments, .notACondition, .notANumber,
      .oneSplitOnly, .clauseNotFor:
      .syntax
    case .otherCurrency, .valuesDiffer: .unit
    case .noData, .noDemo: .noData
    case .includedInItself: .file
    case .needsResponse, .metricNotSplit, .undefinedValue: .metric
    case .ambiguousName, .nameInUse, .namedTwice: .nameTaken
    case .divisionByZero, .mixedKinds: .value
    case .overflow, .amountsTooLarge: .overflow
    case .assertionFailed: .assertion
    case .dataTooLarge: .limit
    }
  }

  public var message: Message {
    switch self {
    case .unknownVerb(let verb, _): Message("no verb named \(verb)", zh: "没有名为 \(verb) 的命令")
    case .ambiguousVerb(let prefix, _): Message("several verbs begin with \(prefix)", zh: "有多个命令以 \(prefix) 开头")
    case .unknownTopic(let verb, let topic, _):
      topic.isEmpty
        ? Message("`\(verb)` what?", zh: "`\(verb)` 什么？")
        : Message("`\(verb)` knows no \(topic)", zh: "`\(verb)` 没有 \(topic) 这一项")
    case .missing(let what, let verb, _): Message("`\(verb)` needs \(what)", zh: "`\(verb)` 需要\(what)")
    case .unexpected(let found, _): Message("`\(found)` does not belong here", zh: "`\(found)` 不该出现在这里")
    case .clauseTwice(let word): Message("`\(word)` is given twice", zh: "`\(word)` 写了两次")
    case .blockMissing(let verb, _): Message("`\(verb)` needs a block in braces", zh: "`\(verb)` 需要花括号里的块")
    case .noSuch(let kind, let name, _, _): Message("no \(kind) named \(name)", zh: "没有名为 \(name) 的\(kind)")
    case .unknownVariable(let name, _): Message("no variable named \(name)", zh: "没有名为 \(name) 的变量")
    case .notAVariableName(let name):
      Message("\(quoted(name)) cannot be the name of a variable", zh: "\(quoted(name)) 不能作变量名")
    case .variableInBraces(let name, let expected):
      Message(
        "expected \(expected), found the variable `\(name)`",
        zh: "这里应是\(expected)，却是变量 `\(name)`")
    case .otherCurrency(let found, let session):
      Message(
        "this is in \(found.symbol), but the session counts in \(session.symbol)",
        zh: "这里是 \(found.symbol)，而本次会话以 \(session.symbol) 计")
    case .noData: Message("no purchases are loaded", zh: "还没有载入购买数据")
    case .noDemo:
      Message(
        "the truth is known of the demo store alone, which is not what is loaded",
        zh: "只有演示门店的真值是已知的，而现在载入的不是它")
    case .includedInItself(let path): Message("\(path) would include itself", zh: "\(path) 会包含它自己")
    case .needsResponse(let name):
      Message(
        "\(name) does not exist for a past range: replay has no response to compare with",
        zh: "过去的区间没有 \(name)：回放没有可供比较的顾客反应")
    case .unknownMetric(let name, _): Message("no metric named \(name)", zh: "没有名为 \(name) 的指标")
    case .metricArguments(let name, let expected): Message("\(name) takes \(expected)", zh: "\(name) 的参数是\(expected)")
    case .metricNotSplit(let name, let split, _):
      Message("\(name) cannot be split by \(split)", zh: "\(name) 不能按 \(split) 拆分")
    case .oneSplitOnly: Message("a table can be split by tier and by one thing more", zh: "一张表可以按等级再加另外一项拆分")
    case .ambiguousName(let name, let meanings):
      Message("\(name) can mean \(Message.choice(meanings))", zh: "\(name) 可以指\(Message.choice(meanings))")
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
    case .undefinedValue(let name):
      Message(
        "\(name) is undefined here: it would divide by 0, or needs what is not known",
        zh: "\(name) 在这里没有定义：会除以 0，或需要未知的数据")
    case .noRange: Message("there is no range to look at", zh: "没有可看的时间区间")
    case .assertionFailed(let condition, let message, let facts):
      ShellProblem.failed(condition, message, facts)
    case .nameInUse(let name, let kind):
      Message("\(name) is already the name of a \(kind)", zh: "\(name) 已经是\(kind)的名称")
    case .namedTwice(let name): Message("\(name) is named twice", zh: "\(name) 出现了两次")
    case .mixedKinds(let name, let isEvent):
      isEvent
        ? Message(
          "\(name) is an event, but the first of those compared is none",
          zh: "\(name) 是活动，而比较的第一项不是")
        : Message(
          "\(name) is no event, but the first of those compared is one",
          zh: "\(name) 不是活动，而比较的第一项是")
    case .clauseNotFor(let word, let kind):
      Message("`\(word)` has no meaning for \(kind.noun)", zh: "`\(word)` 对\(kind.noun)没有意义")
    case .amountsTooLarge:
      Message(
        "the amounts in this file add up to more than can be counted exactly",
        zh: "这个文件中的金额之和超出了可以精确计数的范围")
    case .dataTooLarge: Message("the file is too large to be a script", zh: "文件太大，不可能是脚本")
    }
  }

  public var hint: Message? {
    switch self {
    case .unknownVerb(let verb, let names):
      suggestion(verb, names, else: Message("`help` lists the verbs", zh: "`help` 列出全部命令"))
    case .ambiguousVerb(_, let verbs): thereAre(verbs)
    case .unknownTopic(_, let topic, let topics):
      suggestion(topic, topics, else: thereAre(topics))
    case .missing(_, _, let usage), .unexpected(_, let usage): Message("usage: \(usage)", zh: "用法：\(usage)")
    case .blockMissing(_, let example): suchAs(example)
    case .noSuch(_, let name, let names, let list):
      .sentence(didYouMean(name, among: names), list, separator: Message(verbatim: "  "))
    case .unknownVariable(let name, let names):
      suggestion(
        name, names,
        else: names.isEmpty ? Message("`let \(name) = …` makes one", zh: "`let \(name) = …` 定义一个") : thereAre(names)
      )
    case .otherCurrency(let found, _):
      Message(
        "`set currency = \(found.symbol)` changes the session's currency",
        zh: "`set currency = \(found.symbol)` 更改会话的货币")
    case .notAVariableName:
      Message("a variable's name is one word of letters, digits and _", zh: "变量名是由字母、数字和 _ 组成的一个词")
    case .variableInBraces(let name, _): Message("write {\(name)} for its value", zh: "它的值写作 {\(name)}")
    case .noData:
      Message("`load purchases from \"FILE.csv\"` loads some", zh: "`load purchases from \"文件.csv\"` 载入数据")
    case .noDemo: Message("`demo boutique` loads it in place of the data", zh: "`demo boutique` 载入它来代替现有数据")
    case .needsResponse(let name) where name == ResponseMetric.paybackMonths.rawValue:
      Message(
        "it needs a projection; `margin` and `programme_cost` can be replayed, and `plan EVENT` says what an event must "
          + "bring to pay",
        zh: "它需要预测；`margin` 和 `programme_cost` 可以回放，`plan EVENT` 说明活动要带来多少才回本")
    case .needsResponse:
      Message(
        "`plan EVENT` has them; a scenario's need a projection. `margin` and `programme_cost` can be replayed",
        zh: "`plan EVENT` 有这些指标；方案的需要预测。`margin` 和 `programme_cost` 可以回放")
    case .unknownMetric(let name, let names):
      suggestion(name, names, else: Message("`help metrics` lists them", zh: "`help metrics` 列出全部指标"))
    case .metricNotSplit(_, _, let possible):
      possible.isEmpty
        ? Message("it is one figure for the whole range", zh: "它是整个区间的一个数")
        : Message("it can be split by \(Message.list(possible))", zh: "可以按 \(Message.list(possible)) 拆分")
    case .ambiguousName(let name, let meanings): suchAsWhich(meanings, name)
    case .noRange: Message("give it one, such as: over last 6mo", zh: "给一个区间，例如：over last 6mo")
    case .valuesDiffer(let left, let right, _) where [left, right].contains(NumberUnit.percent.name):
      Message("write a share as a percent: 50% for a half", zh: "占比写成百分比：一半写作 50%")
    case .mixedKinds: Message("compare scenarios with scenarios, and events with events", zh: "方案与方案比较，活动与活动比较")
    case .clauseNotFor(_, let kind):
      switch kind {
      case .events:
        Message("events are compared on draws: [draws N] [seed N]", zh: "活动按抽样比较：[draws N] [seed N]")
      case .scenarios: Message("only draws take it: `help compare`", zh: "只有抽样才用它：`help compare`")
      }
    case .nameInUse: Message("choose another name: one name stands for one thing", zh: "换一个名称：一个名称只代表一样东西")
    case .valuesDiffer, .notACondition, .notANumber, .divisionByZero, .overflow, .undefinedValue, .assertionFailed,
      .clauseTwice, .metricArguments, .oneSplitOnly, .includedInItself, .namedTwice, .amountsTooLarge,
      .dataTooLarge:
      nil
    }
  }

  private func suggestion(_ name: String, _ names: [String], else fallback: Message) -> Message {
    didYouMean(name, among: names) ?? fallback
  }

  private func suchAsWhich(_ meanings: [Message], _ name: String) -> Message {
    let kind = meanings.first?.text(in: .english) ?? "tier"
    return Message("say which, such as: \(kind) \(name)", zh: "请说明是哪个，例如：\(kind) \(name)")
  }

  private static func failed(_ condition: String, _ message: String?, _ facts: [Message]) -> Message {
    let stated = (message.map { "\($0): " } ?? "") + condition
    guard !facts.isEmpty else { return Message("assertion failed: \(stated)", zh: "断言不成立：\(stated)") }
    return Message(
      "assertion failed: \(stated), but \(Message.list(facts))", zh: "断言不成立：\(stated)，而\(Message.list(facts))")
  }
}

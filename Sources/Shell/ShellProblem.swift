public import Messages
import PlanLanguage
import Programme
public import Quantities

/// What can go wrong with a statement that is well formed.
public enum ShellProblem: Problem {
  case unknownVerb(String, names: [String])
  case ambiguousVerb(String, verbs: [String])
  case unknownTopic(verb: String, String, topics: [String])
  case unexpected(String, usage: Message)
  case clauseTwice(String)
  case blockMissing(verb: String, example: String)
  case unknownVariable(String, names: [String])
  case notAVariableName(String)
  case variableInBraces(String, expected: Message)
  case otherCurrency(found: Currency, session: Currency)
  case noDemo
  case includedInItself(String)
  case assertionFailed(String, message: String?, facts: [Message])
  case nameInUse(String, by: Message)
  case mixedKinds(String, isEvent: Bool)
  case clauseNotFor(String, kind: Compared)
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
    case .unknownVerb, .ambiguousVerb, .unknownTopic, .unknownVariable: .unknownName
    case .blockMissing: .missing
    case .notAVariableName, .variableInBraces, .unexpected, .clauseTwice, .clauseNotFor: .syntax
    case .otherCurrency: .unit
    case .noDemo: .noData
    case .includedInItself: .file
    case .nameInUse: .nameTaken
    case .mixedKinds: .value
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
    case .unexpected(let found, _): Message("`\(found)` does not belong here", zh: "`\(found)` 不该出现在这里")
    case .clauseTwice(let word): Message("`\(word)` is given twice", zh: "`\(word)` 写了两次")
    case .blockMissing(let verb, _): Message("`\(verb)` needs a block in braces", zh: "`\(verb)` 需要花括号里的块")
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
    case .noDemo:
      Message(
        "the truth is known of the demo store alone, which is not what is loaded",
        zh: "只有演示门店的真值是已知的，而现在载入的不是它")
    case .includedInItself(let path): Message("\(path) would include itself", zh: "\(path) 会包含它自己")
    case .assertionFailed(let condition, let message, let facts):
      ShellProblem.failed(condition, message, facts)
    case .nameInUse(let name, let kind):
      Message("\(name) is already the name of a \(kind)", zh: "\(name) 已经是\(kind)的名称")
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
    case .unexpected(_, let usage): Message("usage: \(usage)", zh: "用法：\(usage)")
    case .blockMissing(_, let example): suchAs(example)
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
    case .noDemo: Message("`demo boutique` loads it in place of the data", zh: "`demo boutique` 载入它来代替现有数据")
    case .mixedKinds: Message("compare scenarios with scenarios, and events with events", zh: "方案与方案比较，活动与活动比较")
    case .clauseNotFor(_, let kind):
      switch kind {
      case .events:
        Message("events are compared on draws: [draws N] [seed N]", zh: "活动按抽样比较：[draws N] [seed N]")
      case .scenarios: Message("only draws take it: `help compare`", zh: "只有抽样才用它：`help compare`")
      }
    case .nameInUse: Message("choose another name: one name stands for one thing", zh: "换一个名称：一个名称只代表一样东西")
    case .assertionFailed, .clauseTwice, .includedInItself, .dataTooLarge: nil
    }
  }

  private func suggestion(_ name: String, _ names: [String], else fallback: Message) -> Message {
    didYouMean(name, among: names) ?? fallback
  }

  private static func failed(_ condition: String, _ message: String?, _ facts: [Message]) -> Message {
    let stated = (message.map { "\($0): " } ?? "") + condition
    guard !facts.isEmpty else { return Message("assertion failed: \(stated)", zh: "断言不成立：\(stated)") }
    return Message(
      "assertion failed: \(stated), but \(Message.list(facts))", zh: "断言不成立：\(stated)，而\(Message.list(facts))")
  }
}

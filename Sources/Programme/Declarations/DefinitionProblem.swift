public import Messages
public import PlanLanguage

/// What can be wrong with a definition.
public enum DefinitionProblem: Problem {
  case noSuchField(String, of: Message, names: [String])
  case givenTwice(field: String)
  case notScheduled(field: String)
  case takesNoName(field: String)
  case takesOneName(field: String, key: Message)
  case childWithoutName(kind: Message)
  case childTakesBlock(kind: Message)
  case childNameTaken(String, in: Message)
  case missing(Message, of: Message, example: String)
  case entryTierHasThreshold(String)
  /// The same, of a scenario or a search that sets it; the paths of the tiers above are what could be set instead.
  case entryTierSet(String, others: [String])
  case noThreshold(tier: String)
  case entryTierHasTask(String)
  case emptyTask(String)
  case taskNeedsTerm(String)
  case invitedEntryTier(String)
  case invitationWithThreshold(String)
  case tierAboveInvitation(String, below: String)
  case thresholdBelow(
    metric: String, tier: String, value: any Phrased, previous: String, previousValue: any Phrased,
    in: Notation = Notation())
  case noTier(ladder: String)
  case noDial(String)
  case tooManyTiers(limit: Int)
  case childNeedsField(String, kind: Message, example: String)
  case needsQuotes(String)
  case tierOfNoLadder(String, in: Message, names: [String])
  case unknownPath(String, names: [String])
  case objectPathNeedsField(String)
  case unknownParent(String, names: [String])
  case circularScenario(String)
  case chainTooLong(limit: Int)
  case baselineRedefined
  case nameTaken(String, by: Message)
  case unknownChoice(any ObjectKind, String, names: [String])
  case ambiguousChoice(any ObjectKind, names: [String])

  /// The code that the problem is listed under.
  public var code: ErrorCode {
    switch self {
    case .needsQuotes: .syntax
    case .chainTooLong, .tooManyTiers: .limit
    case .tierOfNoLadder, .childNeedsField, .noSuchField, .unknownPath, .unknownParent, .unknownChoice,
      .objectPathNeedsField:
      .unknownName
    case .givenTwice, .childNameTaken, .nameTaken, .baselineRedefined: .nameTaken
    case .notScheduled, .takesNoName, .takesOneName, .noDial, .entryTierHasThreshold, .entryTierHasTask, .entryTierSet,
      .invitedEntryTier, .childTakesBlock:
      .value
    case .childWithoutName, .missing, .noThreshold, .emptyTask, .taskNeedsTerm, .ambiguousChoice: .missing
    case .thresholdBelow, .invitationWithThreshold, .tierAboveInvitation, .circularScenario, .noTier: .conflict
    }
  }

  /// What is wrong, in one sentence.
  public var message: Message {
    switch self {
    case .noSuchField(let name, let kind, _):
      Message("\(name) is no field of \(kind)", zh: "\(kind)没有字段 \(name)")
    case .givenTwice(let field): Message("\(field) is given twice", zh: "\(field) 写了两次")
    case .notScheduled(let field):
      Message(
        "\(field) cannot change `during` a range: it is part of the structure",
        zh: "\(field) 属于结构，不能用 `during` 在某个区间内改变")
    case .takesNoName(let field): Message("\(field) takes no name in brackets", zh: "\(field) 后面不带括号和名称")
    case .takesOneName(let field, let key):
      Message(
        "\(field) stands for one \(key), whose name follows in brackets", zh: "\(field) 针对一种\(key)，名称写在后面的括号里")
    case .childNeedsField(let name, let kind, _):
      Message("\(name) is a whole \(kind); name one of its fields", zh: "\(name) 是整个\(kind)；请写明它的某个字段")
    case .needsQuotes(let name):
      Message(
        "`\(name)` is a word of the language, so as a name it needs quotes", zh: "`\(name)` 是命令语言里的词，用作名称要加引号")
    case .tierOfNoLadder(let name, let owner, _):
      Message("\(owner) names tier \(name), which no ladder has", zh: "\(owner) 提到等级 \(name)，但没有等级体系包含它")
    case .tooManyTiers(let limit): Message("a ladder can have at most \(limit) tiers", zh: "一个等级体系最多 \(limit) 个等级")
    case .noDial(let field): Message("\(field) holds no number that could be turned", zh: "\(field) 里没有可以调节的数字")
    case .childWithoutName(let kind): Message("this \(kind) has no name", zh: "这个\(kind)没有名称")
    case .childTakesBlock(let kind):
      Message("a \(kind) takes its fields in braces, not a value", zh: "\(kind)的字段写在花括号里，不能直接给值")
    case .childNameTaken(let name, let kind):
      Message("the \(kind) already has something called \(name)", zh: "这个\(kind)里已经有名为 \(name) 的内容")
    case .missing(let field, let owner, _): Message("\(owner) does not say its \(field)", zh: "\(owner) 没有写明 \(field)")
    case .entryTierHasThreshold(let tier), .entryTierSet(let tier, _):
      Message(
        "\(tier) is the first tier, where everyone starts, so it takes no threshold",
        zh: "\(tier) 是第一个等级，人人由此开始，不设门槛")
    case .noThreshold(let tier):
      Message("tier \(tier) names no threshold, so nobody could ever reach it", zh: "等级 \(tier) 没有设门槛，谁也无法达到")
    case .entryTierHasTask(let tier):
      Message(
        "\(tier) is the first tier, where everyone starts, so no task can win it",
        zh: "\(tier) 是第一个等级，人人由此开始，不设任务")
    case .emptyTask(let task): Message("task \(task) asks for nothing", zh: "任务 \(task) 没有写明要做什么")
    case .taskNeedsTerm(let task):
      Message(
        "task \(task) does not say how long its tier lasts, and `keep = while qualified` gives no term",
        zh: "任务 \(task) 没有写明等级有效多久，而 `keep = while qualified` 没有期限")
    case .invitedEntryTier(let tier):
      Message(
        "\(tier) is the first tier, where everyone starts, so it takes no invitation",
        zh: "\(tier) 是第一个等级，人人由此开始，不需要邀请")
    case .invitationWithThreshold(let tier):
      Message(
        "\(tier) is won by invitation alone, so it takes no threshold and no task",
        zh: "\(tier) 只凭邀请获得，不设门槛，也不设任务")
    case .tierAboveInvitation(let tier, let below):
      Message(
        "\(tier) stands above \(below), which is won by invitation: purchases would pass it by",
        zh: "\(tier) 排在凭邀请获得的 \(below) 之上：购买会越过它")
    case .thresholdBelow(let metric, let tier, let value, let previous, let previousValue, let notation):
      Message(
        "\(tier) asks for less \(metric) (\(value.text(in: notation))) than \(previous) below it "
          + "(\(previousValue.text(in: notation)))",
        zh: "\(tier) 要求的 \(metric)（\(value.text(in: notation))）低于它下面的 \(previous)"
          + "（\(previousValue.text(in: notation))）")
    case .noTier(let ladder): Message("ladder \(ladder) has no tier", zh: "等级体系 \(ladder) 没有等级")
    case .unknownPath(let path, _): Message("nothing is called \(path)", zh: "没有名为 \(path) 的对象")
    case .objectPathNeedsField(let path):
      Message(
        "\(path) names a whole object; a scenario changes one of its fields", zh: "\(path) 是整个对象；方案改的是它的某个字段")
    case .unknownParent(let name, _): Message("no scenario named \(name)", zh: "没有名为 \(name) 的方案")
    case .circularScenario(let name): Message("scenario \(name) would build on itself", zh: "方案 \(name) 会以自己为基础")
    case .chainTooLong(let limit):
      Message("more than \(limit) scenarios build on each other", zh: "方案逐层以另一个为基础，超过 \(limit) 层")
    case .baselineRedefined:
      Message(
        "`baseline` is what the objects themselves say and cannot be defined", zh: "`baseline` 就是各对象自身的定义，不能另行定义")
    case .nameTaken(let name, let kind):
      Message(
        "\(name) is already the name of something else: \(kind) \(name)", zh: "\(name) 已是别的东西的名称：\(kind) \(name)")
    case .unknownChoice(let kind, let name, _):
      Message("no \(kind.noun) named \(name)", zh: "没有名为 \(name) 的\(kind.noun)")
    case .ambiguousChoice(let kind, let names):
      Message(
        "there are several definitions of \(kind.noun): \(Message.list(names))",
        zh: "有多个\(kind.noun)：\(Message.list(names))")
    }
  }

  /// What to do next; nil where the message says it.
  public var hint: Message? {
    switch self {
    case .noSuchField(let name, _, let names), .unknownPath(let name, let names):
      suggestion(for: name, among: names, else: names.isEmpty ? nil : thereAre(names))
    case .unknownParent(let name, let names):
      suggestion(
        for: name, among: names,
        else: Message(
          "`show scenarios` lists them; `baseline` is always there", zh: "`show scenarios` 列出所有方案；`baseline` 始终存在"))
    case .unknownChoice(let kind, let name, let names):
      suggestion(for: name, among: names, else: DefinitionProblem.listing(kind.word))
    case .missing(_, _, let example), .childNeedsField(_, _, let example): suchAs(example)
    case .entryTierHasThreshold:
      Message("put a tier without thresholds first, such as: tier 普通", zh: "先写一个不设门槛的等级，例如：tier 普通")
    case .entryTierSet(_, let others):
      others.isEmpty
        ? nil
        : Message("choose a tier above it: \(Message.choice(others))", zh: "请改选更高的等级：\(Message.choice(others))")
    case .noThreshold: suchAs("tier 银卡 { spend = 2,000 }")
    case .entryTierHasTask: Message("put the task into a tier above it", zh: "请把任务写在更高的等级里")
    case .invitedEntryTier: Message("put tiers by invitation last", zh: "请把凭邀请获得的等级放在最后")
    case .invitationWithThreshold(let tier):
      Message("write: tier \(tier) { by = invitation }", zh: "写成：tier \(tier) { by = invitation }")
    case .tierAboveInvitation: Message("put tiers by invitation last", zh: "请把凭邀请获得的等级放在最后")
    case .emptyTask: suchAs("purchases = 3")
    case .taskNeedsTerm: suchAs("lasts = 3mo")
    case .thresholdBelow:
      Message("a tier may ask for as much as the one below it, or more", zh: "等级的要求可以与下一级相同，或者更高")
    case .nameTaken, .childNameTaken:
      Message("choose another name: one name stands for one thing", zh: "请换一个名称：一个名称只代表一样东西")
    case .objectPathNeedsField(let path):
      Message("`show paths` lists what can be set, such as \(path).…", zh: "`show paths` 列出可以设定的路径，如 \(path).…")
    case .ambiguousChoice(let kind, let names):
      Message(
        "say which: use \(kind.word) \(names.first ?? "NAME")", zh: "请指明用哪个：use \(kind.word) \(names.first ?? "NAME")")
    case .noTier: suchAs("tier 普通")
    case .needsQuotes(let name): Message("write \(quoted(name))", zh: "写成 \(quoted(name))")
    case .tierOfNoLadder(let name, _, let names):
      suggestion(for: name, among: names, else: thereAre(names))
    case .noDial: Message("`show paths` lists the paths and their values", zh: "`show paths` 列出所有路径及其值")
    case .takesNoName(let field): Message("write \(field) alone", zh: "只写 \(field)")
    case .takesOneName(let field, _): suchAs("\(field)(签到)")
    case .notScheduled:
      Message(
        "thresholds, rates and multipliers can; for the rest compare two scenarios",
        zh: "门槛、积分比例和倍数可以；其余的请比较两个方案")
    case .givenTwice, .childWithoutName, .childTakesBlock, .circularScenario, .baselineRedefined,
      .chainTooLong, .tooManyTiers:
      nil
    }
  }

  /// The command that lists the objects of a kind.
  private static func listing(_ word: String) -> Message {
    let command = "`show \(word == "points" ? word : word + "s")`"
    return Message("\(command) lists them", zh: "\(command) 可列出全部")
  }

  private func suggestion(for name: String, among names: [String], else fallback: Message?) -> Message? {
    didYouMean(name, among: names) ?? fallback
  }
}

extension DefinitionProblem {
  /// The same with amounts in a currency, which only a session knows.
  public func spelled(in notation: Notation) -> DefinitionProblem {
    guard case .thresholdBelow(let metric, let tier, let value, let previous, let previousValue, _) = self else {
      return self
    }
    return .thresholdBelow(
      metric: metric, tier: tier, value: value, previous: previous, previousValue: previousValue, in: notation)
  }
}

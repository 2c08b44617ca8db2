import Analysis
import Messages
import Numerics
import Programme
import Reporting
import Simulation

/// Help, derived from the declarations of commands, objects, metrics and codes.
enum HelpText {
  static var overview: [String] {
    var lines = [Message("vipsh plans a retail VIP programme. Verbs:", zh: "vipsh 用来规划零售 VIP 计划。命令：").text, ""]
    let width = Registry.commands.map { displayWidth($0.name) }.max() ?? 0
    // In Chinese the verbs' other names stand beside them.
    let aliases = Registry.commands.map { Registry.alias(of: $0.words[0]) ?? "" }
    let aliasWidth = aliases.map { displayWidth($0) }.max() ?? 0
    for (command, alias) in zip(Registry.commands, aliases) {
      lines.append(
        "  " + padded(command.name, to: width) + (aliasWidth == 0 ? "" : "  " + padded(alias, to: aliasWidth)) + "  "
          + command.summary.text)
    }
    let pages = Message.list(HelpPages.all.map { "`help \($0.names[0])`" })
    lines += [
      "",
      Message(
        "`help VERB`, `help FIELD`, `help metrics` and `help E104` say more; so do \(pages).",
        zh: "`help 命令`、`help 字段`、`help metrics` 和 `help E104` 说得更多；还有 \(pages)。"
      ).text,
      Message(
        "A newline ends a statement unless a bracket is open; `#` starts a comment.",
        zh: "换行结束一条语句，除非括号还开着；`#` 起头的是注释。"
      ).text,
    ]
    return lines
  }

  static var topics: [String] {
    Registry.commands.map(\.name) + Registry.verbs + fields.map(\.field.name) + Metric.all.map(\.name) + ["metrics"]
      + ResponseMetric.allCases.map(\.rawValue)
      + HelpPages.all.flatMap(\.names)
      + ErrorCode.allCases.map(\.rawValue)
  }

  /// The names of verbs, kinds and metrics in other languages, for the nearest one.
  static var aliases: [String] { Registry.aliases.keys.sorted() + Metric.all.flatMap { $0.aliases.flatMap(\.forms) } }

  /// A topic with its first word in English.
  private static func translated(_ topic: String) -> String {
    let words = topic.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first else { return topic }
    let kind = Programme.kinds.first { kind in
      Alias(zh: kind.noun.text(in: .simplified)).forms.contains(first)
    }
    guard let english = Registry.aliases[first] ?? kind?.word ?? Metric.named(first)?.name else { return topic }
    return ([english] + words.dropFirst()).joined(separator: " ")
  }

  /// Everything about `topic`; nil where nothing is called so.
  static func lines(about topic: String, job: Job = .unattended) -> [String]? {
    let topic = translated(topic)
    let stage = Stage(job: job)
    if let code = ErrorCode(rawValue: topic.uppercased()) {
      return ["\(code.rawValue): \(code.summary)", heading(1)] + code.example.lines(in: stage.runner)
    }
    if topic == "metrics" { return metricList }
    var lines: [String] = []
    if let page = HelpPages.page(topic) {
      lines =
        page.text.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        + examples(page.examples, on: stage)
      // The one verb that a page is called by too.
      if !Registry.verbs.contains(topic) { return lines }
    }
    for command in Registry.commands where command.name == topic || command.words[0] == topic {
      if !lines.isEmpty { lines.append("") }
      lines += about(command, on: stage)
    }
    if let kind = Programme.kinds.first(where: { $0.word == topic }) { lines += about(kind) }
    for kind in Programme.kinds where kind.children.contains(where: { $0.kind == topic }) {
      let whole = Message(
        "`\(topic)` stands in the block of a `\(kind.word)`; `help \(kind.word)` shows it whole",
        zh: "`\(topic)` 写在 `\(kind.word)` 的块里；`help \(kind.word)` 给出全貌")
      lines.append(whole.text)
      let written = kind.example.map { $0.drop { $0 == " " } }.filter { $0.hasPrefix(topic + " ") && $0.contains("=") }
      lines += written.prefix(1).map { "  " + suchAs(String($0)).text }
    }
    for (owner, kind, child, field) in fields where field.name == topic {
      lines += about(field, of: owner).map { $0.text }
      lines += uses(of: field.name, in: kind, child).prefix(1).map { "  " + suchAs($0).text }
    }
    if let metric = Metric.named(topic) {
      lines.append(about(metric))
      lines += examples([metric.example], on: stage)
    }
    if let response = ResponseMetric(rawValue: topic) { lines += about(response) }
    return lines.isEmpty ? nil : lines
  }

  /// The lines of a kind's example that write a field.
  static func uses(of field: String, in kind: any ObjectKind, _ child: ChildSummary?) -> [String] {
    kind.example.map { $0.drop { $0 == " " } }.filter { line in
      if let child, !line.hasPrefix(child.kind + " ") { return false }
      // The one field of a child that takes a value is written `cost 场地 = 8,000`; others may name something in
      // parentheses, actions(签到) = 10.
      // So is that of an object, `holiday 中秋 = 2026-09-25`.
      let words = line.split { " {},=".contains($0) }
      let takesValue = child?.takesValue ?? (kind.primary?.name == field)
      return takesValue || words.contains { $0 == field || $0.hasPrefix(field + "(") }
    }.map(String.init)
  }

  /// Made when the first example is shown, and once for all of a topic.
  private final class Stage {
    let job: Job
    lazy var runner = ExampleRunner(job: job)
    init(job: Job) { self.job = job }
  }

  private static func examples(_ examples: [Example], on stage: Stage) -> [String] {
    guard !examples.isEmpty else { return [] }
    return [heading(examples.count)]
      + examples.flatMap { $0.shown > 0 ? $0.lines(in: stage.runner) : $0.typed }
  }

  private static func heading(_ examples: Int) -> String {
    examples == 1 ? Message("example:", zh: "例：").text : Message("examples:", zh: "例：").text
  }

  private static func about(_ field: FieldSummary, of owner: String) -> [Message] {
    [
      Message(
        "\(field.name), a field of \(owner): \(field.summary)", zh: "\(field.name)，\(owner) 的字段：\(field.summary)"),
      Message("  takes \(field.form)", zh: "  可以写：\(field.form)"),
    ] + [field.standard.map { Message("  default \($0)", zh: "  默认 \($0)") }].compactMap(\.self)
      + (field.isScheduled
        ? [Message("  may change `during` a range of days", zh: "  可以用 `during` 在一段日期内改变")] : [])
  }

  private static func about(_ command: AnyCommand, on stage: Stage) -> [String] {
    var lines = [command.summary.text, "  " + command.usage.text]
    let aliases = Registry.commands.filter { $0.words[0] == command.words[0] }.flatMap(\.aliases)
      .compactMap { $0.text(in: .current) }
    if !aliases.isEmpty {
      lines.append("  " + Message("also: \(Message.list(aliases))", zh: "也可写作 \(Message.list(aliases))").text)
    }
    let width = command.slots.map { displayWidth($0.clause ?? $0.label.text) }.max() ?? 0
    for slot in command.slots {
      lines.append("    " + padded(slot.clause ?? slot.label.text, to: width) + "  " + slot.summary.text)
    }
    let fields =
      command.takesBlock && !Programme.kinds.contains { $0.word == command.name }
      ? command.blockFields(Session(Environment())) : []
    if !fields.isEmpty {
      let width = fields.map { displayWidth($0.text) }.max() ?? 0
      lines.append("  " + Message("in the block:", zh: "块里可以写：").text)
      lines += fields.map { "    " + padded($0.text, to: width) + "  " + $0.note.text }
    }
    let isKind = Programme.kinds.contains { $0.word == command.name }
    return lines + (isKind ? [] : examples(command.examples, on: stage))
  }

  private static func about(_ kind: any ObjectKind) -> [String] {
    let own = kind.fields.filter { $0.namesake == nil }
    let width = (own + kind.children.flatMap(\.fields)).map { displayWidth($0.name) }.max() ?? 0
    let example = kind.example.isEmpty ? [] : [heading(1)] + kind.example.map { "  " + $0 }
    let isOfMetrics = kind.fields.contains { $0.namesake == "metric" }
    let metrics = Message(
      "any metric that `help metrics` lists, in its unit, also of a tier: members(金卡) = 40",
      zh: "`help metrics` 列出的任何指标，用它的单位，也可按等级：members(金卡) = 40")
    return example + (isOfMetrics ? ["    " + metrics.text] : []) + own.flatMap { row(of: $0, width) }
      + kind.children.flatMap { child in
        let form = child.takesValue ? "= …" : "{ … }"
        let title = Message(
          "in \(child.kind) NAME \(form): \(child.summary)", zh: "\(child.kind) 名称 \(form) 里：\(child.summary)")
        return ["  " + title.text] + child.fields.flatMap { row(of: $0, width) }
      }
  }

  /// A field in two lines: what it means, and what it takes.
  private static func row(of field: FieldSummary, _ width: Int) -> [String] {
    let standard = field.standard.map { Message(", default \($0)", zh: "，默认 \($0)").text } ?? ""
    return [
      "    " + padded(field.name, to: width) + "  " + field.summary.text,
      String(repeating: " ", count: width + 8) + field.form.text + standard,
    ]
  }

  private static var metricList: [String] {
    let width = Metric.all.map { displayWidth($0.name) }.max() ?? 0
    let aliasWidth = Metric.all.map { displayWidth($0.aliases.first?.text(in: .current) ?? "") }.max() ?? 0
    return Metric.all.map { metric in
      let alias = aliasWidth == 0 ? "" : padded(metric.aliases.first?.text(in: .current) ?? "", to: aliasWidth) + "  "
      return "  " + padded(metric.name, to: width) + "  " + alias + metric.summary.text
    } + [
      "",
      Message(
        "\(Message.list(ResponseMetric.allCases.map(\.rawValue))) compare with what customers would have done else, which no past range tells: `help roi`.",
        zh: "\(Message.list(ResponseMetric.allCases.map(\.rawValue))) 要与顾客本来会怎样比较，过去的区间没有：`help roi`。"
      ).text,
      Message(
        "`share(金卡)` asks for one tier, `share(提高门槛, 金卡)` for one scenario's.",
        zh: "`share(金卡)` 问一个等级，`share(提高门槛, 金卡)` 问一个方案的等级。"
      ).text,
    ]
  }

  /// What a figure means that a past range does not have.
  static func about(_ response: ResponseMetric) -> [String] {
    [
      Message(
        "\(response.rawValue): \(response.summary)", zh: "\(response.rawValue)，\(response.title)：\(response.summary)"),
      AnalysisProblem.needsResponse(response.rawValue).message,
    ].map(\.text)
  }

  private static func about(_ metric: Metric) -> String {
    let names = metric.aliases.compactMap { $0.text(in: .current) }
    let head = Message(
      "\(metric.name), a metric (\(metric.unit.noun)): \(metric.summary)",
      zh: "\(metric.name)，指标 \(Message.list(names))：\(metric.summary)；结果是\(metric.unit.noun)")
    let splits = Message.list(metric.splitNames)
    return head.text + (metric.splits.isEmpty ? "" : Message("; by \(splits)", zh: "；可按 \(splits) 拆分").text)
  }

  /// Every field of every kind and of its children.
  static var fields: [(owner: String, kind: any ObjectKind, child: ChildSummary?, field: FieldSummary)] {
    Programme.kinds.flatMap { kind in
      kind.fields.filter { $0.namesake == nil }.map { (kind.word, kind, nil, $0) }
        + kind.children.flatMap { child in
          child.fields.map { ("\(child.kind) in \(kind.word)", kind, child, $0) }
        }
    }
  }
}

import Programme
import Quantities
import Reporting
import Simulation

/// Help, derived from the declarations of commands, objects, metrics and codes.
enum HelpText {
  static var overview: [String] {
    var lines = ["vipsh plans a retail VIP programme. Verbs:", ""]
    let width = Registry.commands.map { displayWidth($0.name) }.max() ?? 0
    for command in Registry.commands {
      lines.append("  " + padded(command.name, to: width) + "  " + command.summary)
    }
    lines += [
      "", "`help VERB`, `help FIELD`, `help metrics` and `help E104` say more; so do",
      HelpPages.all.map { "`help \($0.names[0])`" }.joined(separator: ", ") + ".",
      "A newline ends a statement unless a bracket is open; `#` starts a comment.",
    ]
    return lines
  }

  static var topics: [String] {
    Registry.commands.map(\.name) + Registry.verbs + fields.map(\.field.name) + Metric.all.map(\.name) + ["metrics"]
      + HelpPages.all.flatMap(\.names)
      + ErrorCode.allCases.map(\.rawValue)
  }

  /// Everything about `topic`; nil where nothing is called so.
  static func lines(about topic: String, stop: StopSign = .never) -> [String]? {
    let stage = Stage(stop: stop)
    if let code = ErrorCode(rawValue: topic.uppercased()) {
      return ["\(code.rawValue): \(code.summary)", "example:"] + code.example.lines(in: stage.rehearsal)
    }
    if topic == "metrics" { return metricList }
    var lines: [String] = []
    if let page = HelpPages.page(topic) {
      lines = page.lines + examples(page.examples, on: stage)
      // The one verb that a page is called by too.
      if !Registry.verbs.contains(topic) { return lines }
    }
    for command in Registry.commands where command.name == topic || command.words[0] == topic {
      if !lines.isEmpty { lines.append("") }
      lines += about(command, on: stage)
    }
    if let kind = Programme.kinds.first(where: { $0.word == topic }) { lines += about(kind) }
    for kind in Programme.kinds where kind.children.contains(where: { $0.kind == topic }) {
      lines += ["`\(topic)` stands in the block of a `\(kind.word)`; `help \(kind.word)` shows it whole"]
      let written = kind.example.map { $0.drop { $0 == " " } }.filter { $0.hasPrefix(topic + " ") && $0.contains("=") }
      lines += written.prefix(1).map { "  such as: " + $0 }
    }
    for (owner, kind, child, field) in fields where field.name == topic {
      lines += ["\(field.name), a field of \(owner): \(field.summary)", "  takes \(field.form)"]
      if let standard = field.standard { lines.append("  default \(standard)") }
      if field.isScheduled { lines.append("  may change `during` a range of days") }
      lines += uses(of: field.name, in: kind, child).prefix(1).map { "  such as: " + $0 }
    }
    if let metric = Metric.named(topic) {
      lines.append(about(metric))
      lines += examples([metric.example], on: stage)
    }
    return lines.isEmpty ? nil : lines
  }

  /// The lines of a kind's example that write a field.
  static func uses(of field: String, in kind: any ObjectKind, _ child: ChildSummary?) -> [String] {
    kind.example.map { $0.drop { $0 == " " } }.filter { line in
      if let child, !line.hasPrefix(child.kind + " ") { return false }
      // The one field of a child that takes a value is written `cost 场地 = 8,000`; others may name something in
      // parentheses, actions(签到) = 10.
      let words = line.split { " {},=".contains($0) }
      return child?.takesValue == true || words.contains { $0 == field || $0.hasPrefix(field + "(") }
    }.map(String.init)
  }

  /// Made when the first example is shown, and once for all of a topic.
  private final class Stage {
    let stop: StopSign
    lazy var rehearsal = Rehearsal(stop: stop)
    init(stop: StopSign) { self.stop = stop }
  }

  private static func examples(_ examples: [Example], on stage: Stage) -> [String] {
    guard !examples.isEmpty else { return [] }
    return [examples.count == 1 ? "example:" : "examples:"]
      + examples.flatMap { $0.shown > 0 ? $0.lines(in: stage.rehearsal) : $0.typed }
  }

  private static func about(_ command: AnyCommand, on stage: Stage) -> [String] {
    var lines = [command.summary, "  " + command.usage]
    let width = command.slots.map { displayWidth($0.clause ?? $0.label) }.max() ?? 0
    for slot in command.slots {
      lines.append("    " + padded(slot.clause ?? slot.label, to: width) + "  " + slot.summary)
    }
    let fields =
      command.takesBlock && !Programme.kinds.contains { $0.word == command.name }
      ? command.blockFields(Session(Environment())) : []
    if !fields.isEmpty {
      let width = fields.map { displayWidth($0.text) }.max() ?? 0
      lines += ["  in the block:"] + fields.map { "    " + padded($0.text, to: width) + "  " + $0.note }
    }
    let isKind = Programme.kinds.contains { $0.word == command.name }
    return lines + (isKind ? [] : examples(command.examples, on: stage))
  }

  private static func about(_ kind: any ObjectKind) -> [String] {
    let groups =
      [("", kind.fields)]
      + kind.children.map { ("in \($0.kind) NAME \($0.takesValue ? "= …" : "{ … }"): \($0.summary)", $0.fields) }
    let width = groups.flatMap(\.1).map { displayWidth($0.name) }.max() ?? 0
    let example = kind.example.isEmpty ? [] : ["example:"] + kind.example.map { "  " + $0 }
    return example
      + groups.flatMap { title, fields in
        (title.isEmpty ? [] : ["  " + title])
          + fields.flatMap { field in
            let standard = field.standard.map { ", default \($0)" } ?? ""
            return [
              "    " + padded(field.name, to: width) + "  " + field.summary,
              String(repeating: " ", count: width + 8) + field.form + standard,
            ]
          }
      }
  }

  private static var metricList: [String] {
    let width = Metric.all.map { displayWidth($0.name) }.max() ?? 0
    return Metric.all.map { "  " + padded($0.name, to: width) + "  " + $0.summary }
      + ["", "`share(金卡)` asks for one tier, `share(提高门槛, 金卡)` for one scenario's."]
  }

  private static func about(_ metric: Metric) -> String {
    "\(metric.name), a metric (\(metric.unit.rawValue)): \(metric.summary)"
      + (metric.splits.isEmpty ? "" : "; by " + metric.splitNames.joined(separator: ", "))
  }

  /// Every field of every kind and of its children.
  static var fields: [(owner: String, kind: any ObjectKind, child: ChildSummary?, field: FieldSummary)] {
    Programme.kinds.flatMap { kind in
      kind.fields.map { (kind.word, kind, nil, $0) }
        + kind.children.flatMap { child in
          child.fields.map { ("\(child.kind) in \(kind.word)", kind, child, $0) }
        }
    }
  }
}

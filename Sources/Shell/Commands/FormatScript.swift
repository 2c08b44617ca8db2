import Analysis
import Files
import Messages
import PlanLanguage
import Reporting

/// `fmt "f.vip" [to "g.vip" [replace]]`
struct FormatScript: Command {
  var path = Quoted()
  var target: Quoted?
  var replace = false

  static let syntax = Syntax<FormatScript>(
    "fmt",
    Message(
      "Prints a script in canonical spelling, its comments kept, or writes it to a file", zh: "按标准写法显示脚本并保留注释，或写入文件"),
    aliases: [Alias(zh: "排版")],
    [
      .argument(Label.script, \.path, Message("The script", zh: "脚本"), offers: .files),
      .clause(
        "to", takes: Label.script, \.target,
        Message("The file to write; it may be the same, with `replace`", zh: "要写入的文件；加 `replace` 时可以是同一个"),
        offers: .files),
      .flag("replace", \.replace, .overwriting),
    ],
    examples: [
      Example(
        "fmt \"plan.vip\"", shown: 4, files: ["plan.vip": "ladder 会员｛tier 普通， tier 金卡｛spend=1.2万｝｝ # 草案\n"]),
      Example("fmt \"plan.vip\" to \"plan.vip\" replace", files: ["plan.vip": "let gold=8,000\n"]),
    ])

  func run(in session: inout Session) throws -> Answer {
    if replace, target == nil {
      throw Diagnostic(
        AnalysisProblem.missing(
          Message(verbatim: "`to`"), of: "fmt … replace",
          usage: Message("fmt \"FILE.vip\" to \"FILE.vip\" replace", zh: "fmt \"文件.vip\" to \"文件.vip\" replace")),
        at: path.span)
    }
    let file = session.analyst.files.reading(path)
    let source = SourceText(
      try readText(file, at: path.span, job: session.job), name: session.analyst.files.relative(file),
      includedAt: path.span)
    let lines = try ScriptPrinter.lines(of: source, Registry.vocabulary)
    try check(lines, against: source)
    guard let target else {
      var report = Report(verb: "fmt")
      report.text = lines.map(visible)
      return .report(report)
    }
    let draft = try FileDraft(session.analyst.files.writing(target), at: target.span, replacing: replace)
    try draft.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    try draft.publish()
    return .done(.written(target.text))
  }

  /// - Throws: where the text would say something else, or lack a comment: it is never trusted blindly.
  private func check(_ lines: [String], against source: SourceText) throws(Diagnostic) {
    let again = SourceText(lines.joined(separator: "\n"), name: "")
    func said(_ source: SourceText) throws(Diagnostic) -> (statements: [String], comments: [String]) {
      let statements = try Parser.statements(of: source, Registry.vocabulary).map(Printer.text(of:))
      let comments = Lexer(source).comments.map { span in
        var text = span.text
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
      }
      return (statements, comments.sorted())
    }
    let (before, after) = (try said(source), try? said(again))
    guard let after, before.statements == after.statements, before.comments == after.comments else {
      throw Diagnostic(WouldChange(path: path.text), at: path.span)
    }
  }
}

private struct WouldChange: Problem {
  let path: String
  var code: ErrorCode { .conflict }
  var message: Message {
    Message(
      "\(path) in canonical spelling would not say the same, so it is left alone",
      zh: "\(path) 改成标准写法后含义会不同，所以没有改动")
  }
}

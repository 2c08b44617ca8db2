import Analysis
import MemberBook
import Messages
import Programme
import Quantities
import Reporting

/// `note member ID "…" [on DATE]`: a word on a member, for the next one who cares for them.
struct NoteMember: Command {
  var member = Reference("")
  var text = Quoted()
  var day: Day?

  static let syntax = Syntax<NoteMember>(
    "note member",
    Message(
      "Keeps a dated note on a member, which `show member` shows, `save session` keeps and `undo` takes back",
      zh: "记一条有日期的会员备注：`show member` 显示，`save session` 保存，`undo` 撤销"), aliases: [Alias(zh: "备注")],
    [
      .argument(Label.id, \.member, .memberID, offers: .members),
      .argument(Message(verbatim: "\"…\""), \.text, Message("What is to be remembered", zh: "要记住的事")),
      .clause(
        "on", takes: Message("DATE", zh: "日期"), \.day, Message("When; today where it is left out", zh: "何时；省略时为今天")),
    ],
    changes: .definitions(
      StepName(words: 2, kindWords: 1) { _ in Message("note member", zh: "会员备注") }),
    examples: [
      Example(
        "note member V0000106 \"likes the blue coat, call before the launch\" on 2025-12-20\nshow member V0000106")
    ])

  func run(in session: inout Session) throws -> Answer {
    let index = try session.analyst.member(member, renamed: session.renames)
    let data = try session.analyst.loaded()
    guard !text.text.isEmpty else {
      throw Diagnostic(
        AnalysisProblem.missing(Message("a text", zh: "文字"), of: "note member", usage: NoteMember.syntax.usage),
        at: text.span)
    }
    let day = day ?? session.settings.analysis.today ?? session.environment.today ?? data.book.lastDay
    let id = data.book.members.id(of: index)
    session.careNotes.append(CareNote(member: id, day: day, text: text.text))
    return .done(Message("noted on \(id), \(day)", zh: "已为 \(id) 记备注，\(day)"))
  }
}

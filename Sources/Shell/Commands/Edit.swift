import Messages
import PlanLanguage

/// `edit`: the last statement or block that was typed, in the person's editor; what is saved is run.
struct Edit: Command {
  static let syntax = Syntax<Edit>(
    "edit",
    Message(
      "Opens $VISUAL or $EDITOR on what was typed last, and runs what is saved",
      zh: "用 $VISUAL 或 $EDITOR 打开上一次输入的内容，保存后运行"), aliases: [Alias(zh: "编辑")],
    changes: .statements(), examples: ["edit"])

  func run(in session: inout Session) throws -> Answer {
    guard session.isTyped, let attendance = session.attendance else { throw Diagnostic(OnlyAtPrompt()) }
    let text = try attendance.edit(attendance.lastTyped)
    guard text.contains(where: { !$0.isWhitespace }) else { return .done(Message("nothing to run", zh: "没有可运行的内容")) }
    session.attendance?.lastTyped = text
    try session.execute(SourceText(text, name: ""))
    return .nothing
  }
}

private struct OnlyAtPrompt: Problem {
  var code: ErrorCode { .syntax }
  var message: Message { Message("`edit` needs a person at the prompt", zh: "`edit` 需要有人在提示符前") }
  var hint: Message? {
    Message("a script stands in a file, which any editor opens", zh: "脚本就在文件里，任何编辑器都能打开")
  }
}

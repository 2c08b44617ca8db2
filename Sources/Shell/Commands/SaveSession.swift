import Analysis
import Files
import Messages

/// `save session to "f.vip" [replace]`
struct SaveSession: Command {
  var path = Quoted()
  var replace = false

  static let syntax = Syntax<SaveSession>(
    "save session",
    Message(
      "Writes a script that makes this session again: settings, loads, merges, variables, definitions",
      zh: "写出能重建本次会话的脚本：设置、载入、合并、变量、定义"), aliases: [Alias(zh: "保存")],
    [
      .required("to", takes: Label.script, \.path, Message("The script", zh: "脚本"), offers: .files),
      .flag("replace", \.replace, .overwriting),
    ],
    examples: [
      "save session to \"monday.vip\"",
      Example("save session to \"monday.vip\" replace", files: ["monday.vip": ""]),
    ])

  func run(in session: inout Session) throws -> Answer {
    let saved = SavedSession(session, for: path.text)
    try check(saved, of: session)
    let draft = try FileDraft(session.analyst.files.writing(path), at: path.span, replacing: replace)
    try draft.write(Array(saved.text.utf8))
    try draft.publish()
    session.keepDefinitions()
    return .done(.written(path.text), notes: saved.notes)
  }

  /// - Throws: where the script's definitions would not run, such as those of a scenario that no longer applies.
  private func check(_ saved: SavedSession, of session: Session) throws {
    var errors: [Diagnostic] = []
    var fresh = Session(Environment(job: session.job, complain: { errors.append($0) }))
    // What an assumption is about is looked for in the data; loading them again would prove nothing.
    fresh.dataset = session.dataset
    fresh.inputs = session.inputs
    fresh.run(SourceText(saved.definitionsOnly, name: "the script"))
    if let error = errors.first {
      if error.code == .interrupted { throw error }
      throw Diagnostic(SavingProblem.wouldFail(error.message), at: path.span)
    }
    guard fresh.definitions.programme == saved.programme, fresh.variables == session.variables else {
      throw Diagnostic(SavingProblem.wouldDiffer, at: path.span)
    }
  }
}

private enum SavingProblem: Problem {
  case wouldFail(Message)
  case wouldDiffer

  var code: ErrorCode { .conflict }

  var message: Message {
    switch self {
    case .wouldFail(let reason):
      Message("a script of this session would not run: \(reason)", zh: "本次会话的脚本无法运行：\(reason)")
    case .wouldDiffer: Message("a script of this session would make another one", zh: "本次会话的脚本会得到不同的会话")
    }
  }

  var hint: Message? {
    switch self {
    case .wouldFail:
      Message("mend what no longer applies first, by defining it anew or by `undo`", zh: "先修正不再适用的内容：重新定义，或用 `undo`")
    case .wouldDiffer:
      Message(
        "please report it, with `show ladders`, `show points` and `show scenarios`",
        zh: "请反馈此问题，并附上 `show ladders`、`show points` 和 `show scenarios`")
    }
  }
}

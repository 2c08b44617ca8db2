import Messages

/// `undo`: goes back over the last definition or setting.
struct Undo: Command {
  static let syntax = Syntax<Undo>(
    "undo", Message("Goes back over the last definition or setting", zh: "撤销上一次定义或设置"), aliases: [Alias(zh: "撤销")],
    changes: .steps,
    examples: [Example("let gold = 8,000\nundo", shown: 2)])

  func run(in session: inout Session) throws -> Answer {
    guard let name = try session.undo() else { throw Diagnostic(NothingToWalk.undo) }
    return .done(Message("undone: \(name)", zh: "已撤销：\(name)"))
  }
}

/// `redo`: takes one `undo` back.
struct Redo: Command {
  static let syntax = Syntax<Redo>(
    "redo", Message("Takes one `undo` back", zh: "恢复一次 `undo`"), aliases: [Alias(zh: "重做")],
    changes: .steps,
    examples: [Example("undo\nredo", shown: 2)])

  func run(in session: inout Session) throws -> Answer {
    guard let name = try session.redo() else { throw Diagnostic(NothingToWalk.redo) }
    return .done(Message("redone: \(name)", zh: "已重做：\(name)"))
  }
}

private enum NothingToWalk: Problem {
  case undo, redo

  var code: ErrorCode { .noData }
  var message: Message {
    switch self {
    case .undo: Message("nothing was defined or set that could be undone", zh: "没有可以撤销的定义或设置")
    case .redo: Message("nothing was undone", zh: "没有撤销过任何操作")
    }
  }
}

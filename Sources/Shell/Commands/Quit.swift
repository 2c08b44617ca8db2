import Messages

/// `quit`
struct Quit: Command {
  static let syntax = Syntax<Quit>(
    "quit", Message("Leaves vipsh", zh: "退出 vipsh"), aliases: [Alias(zh: "退出")], examples: ["quit"])

  func run(in session: inout Session) throws -> Answer {
    session.wantsToQuit = session.mayLeave()
    return .nothing
  }
}

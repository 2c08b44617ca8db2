import Quantities

/// `quit`
struct Quit: Command {
  static let syntax = Syntax<Quit>("quit", Message("Leaves vipsh", zh: "退出 vipsh"), examples: ["quit"])

  func run(in session: inout Session) throws -> Answer {
    session.wantsToQuit = session.mayLeave()
    return .nothing
  }
}

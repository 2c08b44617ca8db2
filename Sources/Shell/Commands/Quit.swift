/// `quit`
struct Quit: Command {
  static let syntax = Syntax<Quit>("quit", "Leaves vipsh")

  func run(in session: inout Session) throws -> Answer {
    session.wantsToQuit = session.mayLeave()
    return .nothing
  }
}

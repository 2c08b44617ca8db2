/// `quit`
struct Quit: Command {
  static let syntax = Syntax<Quit>("quit", "Leaves vipsh", examples: ["quit"])

  func run(in session: inout Session) throws -> Answer {
    session.wantsToQuit = true
    return .nothing
  }
}

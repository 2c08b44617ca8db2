import Programme
import Quantities

/// `set NAME = VALUE`, or without the sign.
struct SetSetting: Command {
  var name = Reference("")
  var rest = Rest()

  static let syntax = Syntax<SetSetting>(
    "set", "Changes a setting of the session",
    [
      .argument("NAME", \.name, "The setting", .settings),
      .argument("= VALUE", \.rest, "Its value; the sign may be left out", .settingValues),
    ],
    examples: [Example("set today = 2025-06-30", shown: 1), "set output = csv"])

  func run(in session: inout Session) throws -> Answer {
    guard let field = Settings.fields.first(where: { $0.name == name.text }) else {
      throw Diagnostic(
        ShellProblem.noSuch(
          kind: "setting", name.text, names: Settings.fields.map(\.name), list: "`show settings` lists them."),
        at: name.span)
    }
    guard let phrase = rest.phrase else { return .nothing }
    var reader = PhraseReader(phrase)
    _ = reader.accept(.equal)
    let before = session.settings
    try field.set(&session.settings, to: reader.rest, during: nil)
    var word = ""
    if before.tax != session.settings.tax, session.inputs.purchases != nil {
      word = "; what is loaded keeps its amounts: load it again"
    }
    return .done("\(field.name) = \(field.text(of: session.settings, in: session.notation) ?? "not set")" + word)
  }
}

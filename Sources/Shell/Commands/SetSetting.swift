import Analysis
import Messages
import PlanLanguage
import Programme

/// `set NAME = VALUE`, or without the sign.
struct SetSetting: Command {
  var name = Reference("")
  var rest = Rest()

  static let syntax = Syntax<SetSetting>(
    "set", Message("Changes a setting of the session", zh: "更改会话的设置"), aliases: [Alias(zh: "设置")],
    [
      .argument(Label.name, \.name, Message("The setting", zh: "设置"), offers: .settings),
      .argument(
        Message("= VALUE", zh: "= 值"), \.rest, Message("Its value; the sign may be left out", zh: "它的值；等号可以省略"),
        offers: .settingValues),
    ],
    changes: .settings(StepName(words: 1) { _ in Message("set", zh: "设置") }),
    examples: [Example("set today = 2025-06-30", shown: 1), "set output = csv"])

  func run(in session: inout Session) throws -> Answer {
    guard let field = Settings.fields.first(where: { $0.name == name.text }) else {
      throw Diagnostic(
        AnalysisProblem.noSuch(
          kind: Message("setting", zh: "设置"), name.text, names: Settings.fields.map(\.name),
          list: Message("`show settings` lists them.", zh: "`show settings` 列出全部设置。")),
        at: name.span)
    }
    guard let phrase = rest.phrase else { return .nothing }
    var reader = PhraseReader(phrase)
    _ = reader.accept(.equal)
    let before = session.settings
    try field.set(&session.settings, to: reader.rest, during: nil)
    let value = field.text(of: session.settings, in: session.notation).map { Message(verbatim: $0) } ?? .notSet
    let said = Message(verbatim: "\(field.name) = ") + value
    guard before.tax != session.settings.tax, session.inputs.purchases != nil else { return .done(said) }
    return .done(
      Message("\(said); what is loaded keeps its amounts: load it again", zh: "\(said)；已载入的金额不变：请重新载入"))
  }
}

import Messages
import PlanLanguage
import Programme

/// Definitions that can be had again from a script, and those that the person was asked about.
struct KeptDefinitions {
  fileprivate var inScripts = Definable()
  fileprivate var askedAbout: Definable?
}

/// What a saved session defines: `Definitions` without the settings, which nobody would be sorry for.
private struct Definable: Equatable {
  var programme = Programme()
  var variables: [String: [Token]] = [:]
  var renames: [String: String] = [:]
  var careNotes: [CareNote] = []
}

extension Session {
  /// From here on the definitions of now are in a script.
  mutating func keepDefinitions() { kept.inScripts = definable }

  /// Whether there are definitions that no script was seen to have.
  var hasUnsavedDefinitions: Bool { definable != kept.inScripts }

  /// Whether the session may end. A person who would lose definitions is told so instead, once for the same definitions.
  public mutating func mayLeave() -> Bool {
    guard isTyped, hasUnsavedDefinitions, definable != kept.askedAbout else { return true }
    kept.askedAbout = definable
    let question = Message(
      "there are unsaved definitions: `save session to \"f.vip\"` keeps them, Ctrl-D or `quit` again leaves without them",
      zh: "有尚未保存的定义：`save session to \"f.vip\"` 保存，再按一次 Ctrl-D 或再输入 `quit` 就不保存而离开")
    say { $0.remark(question.text) }
    return false
  }

  private var definable: Definable {
    Definable(programme: programme, variables: variables, renames: renames, careNotes: careNotes)
  }
}

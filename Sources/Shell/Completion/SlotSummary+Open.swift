import PlanLanguage
import Quantities

extension SlotSummary {
  /// The argument that stands behind `tokens`; nil where all of them are given.
  static func open(among arguments: [SlotSummary], after tokens: [Token.Kind]) -> SlotSummary? {
    if arguments.indices.contains(tokens.count) { return arguments[tokens.count] }
    guard let last = arguments.last else { return nil }
    // Names may go on, as in `compare A B C`, the value of a setting may follow its sign, and a condition its operators.
    if last.form == "A B …" || last.form == "A B" && tokens.count < 2 { return last }
    if last.offer == .settingValues, tokens.last == .mark(.equal) { return last }
    return last.form == "CONDITION" && tokens.last?.isOperator == true ? last : nil
  }

  /// The word that its label has behind so many more tokens: `from` in `PATH from a to b`. In capitals where something else
  /// than a word stands there; nil where the label is at its end.
  func wordDue(after count: Int) -> String? {
    let words = form.split(separator: " ").map(String.init).prefix { !$0.hasPrefix("[") }
    let place = count + 1
    guard count >= 0, place < words.count, words[0] != "A" else { return nil }
    // `a`, `b` and `s` stand for numbers.
    return words[place].count == 1 && words[place] != "=" ? words[place].uppercased() : words[place]
  }
}

extension Token.Kind {
  /// Whether something must follow it: `=`, `+`, `and`.
  fileprivate var isOperator: Bool {
    switch self {
    case .mark(.close), .mark(.closeBrace): false
    case .mark, .word("and"), .word("or"), .word("not"): true
    case .word, .text, .number, .day, .month, .quarter, .monthDay, .time, .reference, .newline: false
    }
  }
}

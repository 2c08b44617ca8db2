import PlanLanguage
import Quantities

extension SlotSummary {
  /// The argument that stands behind `tokens`; nil where all of them are given.
  static func open(among arguments: [SlotSummary], after tokens: [Token.Kind]) -> SlotSummary? {
    let count = tokens.operandCount
    if arguments.indices.contains(count) { return arguments[count] }
    guard let last = arguments.last else { return nil }
    // Names may go on, as in `compare A B C`, the value of a setting may follow its sign, and a condition its operators.
    if last.form == "A B …" || last.form == "A B" && count < 2 { return last }
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
    let isNumber = words[place].count == 1 && words[place] != "=" || words[place].contains("..")
    return isNumber ? words[place].uppercased() : words[place]
  }
}

extension SlotSummary {
  /// Whether a clause that takes a condition goes on behind `tokens`.
  func isConditionDue(after tokens: [Token.Kind]) -> Bool { form == "CONDITION" && tokens.last?.isOperator == true }
}

extension [Token.Kind] {
  /// How many names, values and signs they are: a path and a metric with its arguments count as one.
  var operandCount: Int {
    var count = 0
    var depth = 0
    var goesOn = false
    for kind in self {
      if kind == .mark(.open) { depth += 1 }
      let isInside = depth > 0 || kind == .mark(.dot) || goesOn
      if !isInside { count += 1 }
      goesOn = kind == .mark(.dot)
      if kind == .mark(.close) { depth -= 1 }
    }
    return count
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

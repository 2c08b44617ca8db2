import PlanLanguage

/// `set mask`: whether pages about a member hide what tells who they are.
enum MaskSetting: String, PhrasedChoice {
  case on, off

  /// 张*, A***.
  func name(_ text: String) -> String {
    self == .off ? text : String(text.prefix(1)) + String(repeating: "*", count: min(max(text.count - 1, 1), 3))
  }

  /// 138****8000; of a short number the last two digits.
  func phone(_ text: String) -> String {
    guard self == .on else { return text }
    guard text.count >= 9 else { return "****" + text.suffix(2) }
    return text.prefix(3) + "****" + text.suffix(4)
  }

  /// The month alone, which birthday gifts go by.
  func birthday(_ text: String) -> String {
    guard self == .on else { return text }
    let monthDay = text.suffix(5)
    return monthDay.prefix(2) + "-**"
  }

  /// Of a further column: hidden where it looks like a way to reach someone, with an @ or seven digits and more.
  func attribute(_ text: String) -> String {
    let isContact = text.contains("@") || text.count(where: \.isNumber) >= 7
    return self == .on && isContact ? "***" : text
  }
}

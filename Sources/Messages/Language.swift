/// A language that the program speaks. Its command language is the same in all of them.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case simplified = "zh-Hans"
  case traditional = "zh-Hant"

  /// What messages are rendered in where nobody says: the session's language while it speaks.
  @TaskLocal public static var current = Language.english

  /// The language of a locale's name such as `zh_TW.UTF-8`; English where it is none of ours.
  public init(locale name: String) {
    let name = name.lowercased()
    guard name == "zh" || ["zh_", "zh-", "zh.", "zh@"].contains(where: name.hasPrefix) else {
      self = .english
      return
    }
    let isTraditional = ["hant", "tw", "hk", "mo"].contains { name.contains($0) }
    self = isTraditional && !name.contains("hans") ? .traditional : .simplified
  }
}

/// A name that something has in Chinese, which may be typed in place of its English one.
public struct Alias: Sendable, Hashable {
  private let simplified: String

  /// `simplified` is the Chinese spelling; the Traditional one is derived.
  public init(zh simplified: String) { self.simplified = simplified }

  /// The name in `language`; nil in English, whose name is the thing's own.
  public func text(in language: Language) -> String? {
    switch language {
    case .english: nil
    case .simplified: simplified
    case .traditional: Traditional.text(simplified)
    }
  }

  /// Every spelling, once each.
  public var forms: [String] {
    let traditional = Traditional.text(simplified)
    return traditional == simplified ? [simplified] : [simplified, traditional]
  }
}

/// What may be typed in Chinese for a name of the language.
public struct Alias: Sendable, Hashable {
  /// In Simplified Chinese, and in Traditional where that is written otherwise.
  public let forms: [String]

  public init(zh simplified: String) {
    let traditional = Traditional.text(simplified)
    forms = [simplified] + (traditional == simplified ? [] : [traditional])
  }
}

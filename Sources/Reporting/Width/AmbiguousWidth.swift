/// How many columns a terminal gives to the characters that East Asian fonts draw wide and others narrow, such as `─`,
/// `…` and `→`.
public enum AmbiguousWidth: Int, Sendable, CaseIterable {
  case one = 1
  case two = 2

  /// What `displayWidth` counts with: set around whatever is laid out, since every text is measured.
  @TaskLocal public static var current = AmbiguousWidth.one
}

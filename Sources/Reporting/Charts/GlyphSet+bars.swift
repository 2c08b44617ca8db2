extension GlyphSet {
  /// A bar of so many columns, to an eighth of one with blocks and to a half in ASCII, where `-` is the half.
  func bar(_ length: Double) -> String {
    switch self {
    case .blocks:
      let eighths = Int((max(length, 0) * 8).rounded())
      return String(repeating: "█", count: eighths / 8) + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    case .ascii:
      let halves = Int((max(length, 0) * 2).rounded())
      return String(repeating: "#", count: halves / 2) + (halves % 2 == 1 ? "-" : "")
    }
  }
}

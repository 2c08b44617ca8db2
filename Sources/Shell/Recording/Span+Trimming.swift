import Messages

extension SourceSpan {
  /// Without blank lines and lines of comment before what is said, and without line ends after it.
  var trimmed: SourceSpan {
    var lower = range.lowerBound
    while lower < range.upperBound {
      let (line, place) = source.line(at: lower)
      let rest = source.text(lower..<max(lower, place.upperBound)).drop(while: \.isWhitespace)
      guard rest.isEmpty || rest.first == "#" || line.isEmpty else { break }
      // Past the line end, of one byte or two.
      var next = max(lower, place.upperBound)
      while next < range.upperBound, [UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(source.bytes[next]) { next += 1 }
      if next == lower { break }
      lower = next
    }
    var upper = range.upperBound
    while upper > lower, [UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(source.bytes[upper - 1]) {
      upper -= 1
    }
    return SourceSpan(source, lower..<upper)
  }
}

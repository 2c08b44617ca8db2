/// A text that statements are read from: a script file, standard input, a `-c` argument or what was typed at the prompt.
public final class SourceText: Sendable {
  /// A file's path or a name such as `-c`; empty for the prompt.
  public let name: String
  /// The text as UTF-8.
  public let bytes: [UInt8]
  /// Where this text was included from, for the chain that an error shows.
  public let includedAt: SourceSpan?
  /// What the first line is called, so that a piece of a longer input keeps its numbers.
  let firstLine: Int
  private let lineStarts: [Int]

  /// `name` is the file's, or says that it was typed; `includedAt` is where another source ran it.
  public init(_ text: String, name: String, firstLine: Int = 1, includedAt: SourceSpan? = nil) {
    self.name = name
    self.includedAt = includedAt
    self.firstLine = firstLine
    bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// The bytes at `range` as text.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private func row(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line and column of a byte offset, both from 1; columns count characters.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let row = row(of: offset)
    return (row + firstLine, text(lineStarts[row]..<offset).count + 1)
  }

  /// The line that `offset` stands in, without its end, and the byte range it fills.
  public func line(at offset: Int) -> (text: String, range: Range<Int>) {
    let row = row(of: offset)
    let start = lineStarts[row]
    var end = row + 1 < lineStarts.count ? lineStarts[row + 1] - 1 : bytes.count
    if end > start && bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return (text(start..<end), start..<end)
  }
}

/// A piece of a source, in bytes.
public struct SourceSpan: Sendable {
  /// The text that it is in.
  public let source: SourceText
  /// In bytes of the source.
  public let range: Range<Int>

  /// `range` is in bytes of `source`.
  public init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// What stands there.
  public var text: String { source.text(range) }

  /// From the start of this piece to the end of `other`, which must be of the same source.
  public func to(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(source, range.lowerBound..<max(range.upperBound, other.range.upperBound))
  }

  /// The empty place right after this piece.
  public var end: SourceSpan { SourceSpan(source, range.upperBound..<range.upperBound) }

  /// `plan.vip:3:13`; at the prompt `1:13`.
  public var place: String {
    let (line, column) = source.position(of: range.lowerBound)
    return (source.name.isEmpty ? "" : source.name + ":") + "\(line):\(column)"
  }
}

/// Two spans are equal when they name the same place, whichever copy of the text they point into.
extension SourceSpan: Equatable {
  /// The same place of the same source.
  public static func == (one: SourceSpan, other: SourceSpan) -> Bool {
    one.range == other.range && one.source.name == other.source.name
  }
}

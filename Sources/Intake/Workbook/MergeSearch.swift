import Glibc
import Messages

/// Finds the merged cells of a sheet, which stand behind all of its rows, before the rows are read.
///
/// The bytes are searched for `<mergeCell ref="A2:A7"/>` without being parsed, which takes a fraction of the time. What
/// might escape the search is seen when the sheet is parsed: `SheetEvents` counts the ranges again.
struct MergeSearch {
  /// Those of more than one row.
  private(set) var ranges: [CellRange] = []
  private var buffer: [UInt8] = []

  private static let block = 1 << 18
  private static let tag = Array("mergeCell".utf8)
  /// No tag of a merged cell is so long.
  private static let longestTag = 4096

  init(_ stream: PartStream) throws(Diagnostic) {
    var block = [UInt8](repeating: 0, count: Self.block)
    var isWide: Bool?
    while true {
      let count = try read(stream, &block)
      if count == 0 { return }
      // UTF-16 becomes ASCII where it matters when its zeros are left out.
      if isWide == nil {
        isWide = block[0] == 0xFE || block[0] == 0xFF || block[0] == 0 || (count > 1 && block[1] == 0)
      }
      if isWide == true {
        buffer += block[..<count].lazy.filter { $0 != 0 }
      } else {
        buffer += block[..<count]
      }
      search()
    }
  }

  private func read(_ stream: PartStream, _ block: inout [UInt8]) throws(Diagnostic) -> Int {
    var result: Result<Int, Diagnostic> = .success(0)
    block.withUnsafeMutableBytes { bytes in
      do throws(Diagnostic) { result = .success(try stream.read(into: bytes)) } catch { result = .failure(error) }
    }
    return try result.get()
  }

  /// Takes the ranges out of the buffer, and leaves what may be the start of one.
  private mutating func search() {
    var start = 0
    while let name = place(from: start) {
      let end = name + Self.tag.count
      guard end < buffer.count else { return keep(from: max(0, name - 1)) }
      if name > 0, buffer[name - 1] == UInt8(ascii: "<") || buffer[name - 1] == UInt8(ascii: ":"), buffer[end] <= 0x20 {
        guard let close = buffer[end...].firstIndex(of: UInt8(ascii: ">")) else {
          if buffer.count - name < Self.longestTag { return keep(from: name - 1) }
          start = end
          continue
        }
        take(buffer[end..<close])
      }
      start = end
    }
    keep(from: max(start, buffer.count - Self.tag.count))
  }

  private mutating func keep(from start: Int) { buffer.removeFirst(start) }

  /// Where the tag's name stands, from `start`. Few bytes of a sheet are an m, so that memchr does nearly all of the work.
  private func place(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      var next = start
      while next + Self.tag.count <= bytes.count,
        let found = memchr(base + next, Int32(Self.tag[0]), bytes.count - next)
      {
        next = UnsafeRawPointer(found) - base
        if next + Self.tag.count <= bytes.count, memcmp(base + next, Self.tag, Self.tag.count) == 0 { return next }
        next += 1
      }
      return nil
    }
  }

  private mutating func take(_ attributes: ArraySlice<UInt8>) {
    guard let open = attributes.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
      let close = attributes[(open + 1)...].firstIndex(of: attributes[open]),
      let range = CellRange(bytes: attributes[(open + 1)..<close]), range.rows.count > 1
    else { return }
    ranges.append(range)
  }
}

extension CellRange {
  init?(bytes: ArraySlice<UInt8>) {
    let text = bytes.map { CChar(bitPattern: $0) } + [0]
    guard let range = text.withUnsafeBufferPointer({ $0.baseAddress.flatMap { CellRange($0) } }) else { return nil }
    self = range
  }
}

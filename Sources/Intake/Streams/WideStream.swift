import Messages

/// UTF-16 text of another stream as UTF-8, without its byte order mark, so that it can be cut into records like any other
/// text. What is no text comes out as `UndecodableMark`s.
struct WideStream: ByteStream {
  private var source: any ByteStream
  private var decoder: WideDecoder
  /// UTF-8 that is decoded but not handed out.
  private var waiting: [UInt8] = []
  private var isAtEnd = false

  init(_ source: any ByteStream, _ order: ByteOrder) {
    self.source = source
    decoder = WideDecoder(order)
  }

  var position: ReadPosition { source.position }

  mutating func read(after carry: [UInt8], count: Int) throws(Diagnostic) -> [UInt8] {
    let wanted = carry.count + count
    var bytes = carry
    bytes.reserveCapacity(wanted + count)
    bytes.append(contentsOf: waiting)
    waiting = []
    while bytes.count < wanted, !isAtEnd {
      // As many bytes of UTF-16 as are missing of UTF-8: for text of Latin letters half of what is needed, for Chinese
      // text half as much again.
      let missing = max(wanted - bytes.count, 512)
      let wide = try source.read(after: [], count: missing)
      decoder.decode(wide.span, into: &bytes)
      if wide.count < missing {
        isAtEnd = true
        decoder.finish(into: &bytes)
      }
    }
    if bytes.count > wanted {
      waiting = Array(bytes[wanted...])
      bytes.removeLast(bytes.count - wanted)
    }
    return bytes
  }
}

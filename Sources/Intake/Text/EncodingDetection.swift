import CUchardet
import MemberBook
import Messages

/// What encoding a sample from the start of a file is in: as a byte order mark says; UTF-16 where the zero bytes of its
/// units show; UTF-8 where it is well formed; else GB18030 or Big5, whichever it reads better as.
struct EncodingDetection {
  let encoding: TextEncoding
  /// Bytes of a byte order mark to skip. None for UTF-16, whose mark is left out when it is decoded.
  let markLength: Int
  /// The sample was pure ASCII, so that later bytes may still show another encoding.
  let isAssumed: Bool

  /// A byte order mark settles the order of stated UTF-16.
  init(_ sample: [UInt8], stated: TextEncoding?, file: String) throws(Diagnostic) {
    if let stated {
      self.init(stated, markOf: sample)
      return
    }
    for marked in [TextEncoding.utf8, .gb18030] where sample.starts(with: marked.mark) {
      self.init(marked, markOf: sample)
      return
    }
    if sample.starts(with: [0xFF, 0xFE, 0, 0]) || sample.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw Diagnostic(IntakeProblem.unsupportedEncoding("UTF-32", file: file))
    }
    if let order = ByteOrder(markOf: sample) ?? WideReading.order(of: sample) {
      self.init(order == .little ? .utf16le : .utf16be, markOf: sample)
      return
    }
    if isASCII(sample.span) {
      self.init(.utf8, markLength: 0, isAssumed: true)
      return
    }
    // A damaged row or two must not make a UTF-8 file another one.
    let whole = EncodingDetection.wholeLines(sample)
    let utf8 = UTF8Check(whole.span)
    let isUTF8 = utf8.faults == 0 || utf8.longSequences >= utf8.faults * 3
    if isUTF8, utf8.longSequences > 0 || ShortSequences(whole).areText {
      self.init(.utf8, markLength: 0, isAssumed: false)
      return
    }
    let reading = ChineseReading.better(of: whole)
    if isUTF8, !reading.isCertain {
      self.init(.utf8, markLength: 0, isAssumed: false)
      return
    }
    let guess = EncodingDetection.guess(whole)?.uppercased() ?? ""
    // A small table with a damaged row.
    if guess == "UTF-8" || guess == "ASCII", !reading.isCertain {
      self.init(.utf8, markLength: 0, isAssumed: false)
      return
    }
    guard reading.isCertain || reading.isLikely(beside: guess) else {
      throw Diagnostic(
        guess.isEmpty ? IntakeProblem.unknownEncoding(file) : .unsupportedEncoding(guess, file: file))
    }
    self.init(reading.encoding, markLength: 0, isAssumed: false)
  }

  private init(_ encoding: TextEncoding, markLength: Int, isAssumed: Bool) {
    self.encoding = encoding
    self.markLength = markLength
    self.isAssumed = isAssumed
  }

  private init(_ encoding: TextEncoding, markOf sample: [UInt8]) {
    switch encoding {
    case .utf8, .gb18030, .big5:
      let hasMark = !encoding.mark.isEmpty && sample.starts(with: encoding.mark)
      self.init(encoding, markLength: hasMark ? encoding.mark.count : 0, isAssumed: false)
    case .utf16le, .utf16be:
      let order = ByteOrder(markOf: sample) ?? encoding.byteOrder
      self.init(order == .big ? .utf16be : .utf16le, markLength: 0, isAssumed: false)
    }
  }

  /// `bytes`, which begin where the file does, as UTF-8 without a byte order mark.
  func text(of bytes: [UInt8]) -> [UInt8] {
    EncodingDetection.text(of: markLength == 0 ? bytes : Array(bytes.dropFirst(markLength)), in: encoding)
  }

  /// A whole text in that encoding as UTF-8.
  static func text(of bytes: [UInt8], in encoding: TextEncoding) -> [UInt8] {
    guard let order = encoding.byteOrder else { return TextDecoder(encoding: encoding).decode(bytes) }
    var decoder = WideDecoder(order)
    var text: [UInt8] = []
    decoder.decode(bytes.span, into: &text)
    decoder.finish(into: &text)
    return text
  }

  /// The sample up to its last line end, so that no character is cut in two.
  private static func wholeLines(_ sample: [UInt8]) -> [UInt8] {
    sample.lastIndex(of: 0x0A).map { Array(sample[...$0]) } ?? sample
  }

  /// What uchardet takes the sample for; nil when it does not know.
  private static func guess(_ sample: [UInt8]) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let status = sample.withUnsafeBytes { raw in
      uchardet_handle_data(detector, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let text = String(cString: name)
    return text.isEmpty ? nil : text
  }
}

extension TextEncoding {
  /// The byte order mark that a file of this encoding may begin with, where it always looks the same.
  fileprivate var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .big5, .utf16le, .utf16be: []
    }
  }
}

import CUchardet
import MemberBook
import Quantities

/// What encoding a sample from the start of a file is in.
struct EncodingDetection {
  let encoding: TextEncoding
  /// Bytes of a byte order mark to skip.
  let markLength: Int
  /// The sample was pure ASCII, so that later bytes may still show another encoding.
  let isAssumed: Bool

  init(_ sample: [UInt8], stated: TextEncoding?, file: String) throws(Diagnostic) {
    let hasMark = sample.starts(with: [0xEF, 0xBB, 0xBF])
    if let stated {
      self.init(stated, markLength: hasMark && stated == .utf8 ? 3 : 0, isAssumed: false)
      return
    }
    if hasMark {
      self.init(.utf8, markLength: 3, isAssumed: false)
      return
    }
    if sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF]) || EncodingDetection.isWide(sample) {
      throw Diagnostic(IntakeProblem.unsupportedEncoding("UTF-16", file: file))
    }
    if isASCII(sample.span) {
      self.init(.utf8, markLength: 0, isAssumed: true)
      return
    }
    // A damaged row or two must not make a UTF-8 file another one.
    let whole = EncodingDetection.wholeLines(sample)
    let utf8 = UTF8Check(whole.span)
    if utf8.faults == 0 || utf8.longSequences >= utf8.faults * 3 {
      self.init(.utf8, markLength: 0, isAssumed: false)
      return
    }
    let guess = EncodingDetection.guess(whole)
    let readsAsChinese = EncodingDetection.readsAsChinese(whole)
    let name = guess?.uppercased() ?? ""
    let isGB = ["GB18030", "GBK", "GB2312", "HZ-GB-2312"].contains(name)
    guard isGB || (readsAsChinese && !EncodingDetection.rivals.contains(name)) else {
      throw Diagnostic(IntakeProblem.unsupportedEncoding(name.isEmpty ? "unknown" : name, file: file))
    }
    self.init(.gb18030, markLength: 0, isAssumed: false)
  }

  private init(_ encoding: TextEncoding, markLength: Int, isAssumed: Bool) {
    self.encoding = encoding
    self.markLength = markLength
    self.isAssumed = isAssumed
  }

  /// Encodings whose text can be mistaken for GB18030, and where the detector is to be believed.
  private static let rivals: Set<String> = ["BIG5", "SHIFT_JIS", "EUC-JP", "EUC-KR", "UHC", "EUC-TW"]

  /// The sample up to its last line end, so that no character is cut in two.
  private static func wholeLines(_ sample: [UInt8]) -> [UInt8] {
    sample.lastIndex(of: 0x0A).map { Array(sample[...$0]) } ?? sample
  }

  /// Whether the sample decodes as GB18030 but for a little damage, and most of its characters are of the everyday part,
  /// both of whose bytes are high: in Latin text a high byte is followed by an ASCII letter.
  private static func readsAsChinese(_ sample: [UInt8]) -> Bool {
    let decoded = TextDecoder(encoding: .gb18030).decode(sample)
    let faults = decoded.count { $0 == 0xFF }
    let characters = decoded.count { $0 >= 0xC0 && $0 != 0xFF }
    var everyday = 0
    var i = 0
    while i + 1 < sample.count {
      if sample[i] > 0x80 {
        if sample[i + 1] >= 0xA1 { everyday += 1 }
        i += 2
      } else {
        i += 1
      }
    }
    return faults * 5 <= characters && everyday * 4 >= characters * 3
  }

  /// Every other byte of the start is zero, as in UTF-16 text of Latin letters.
  private static func isWide(_ sample: [UInt8]) -> Bool {
    let start = sample.prefix(64)
    return start.count >= 8 && start.count(where: { $0 == 0 }) * 3 >= start.count
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

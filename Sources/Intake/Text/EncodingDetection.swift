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
    // A damaged row or two must not make a UTF-8 file another one: text of other encodings is hardly ever well-formed.
    // A character that the sample's end cuts in two counts as at most three faults.
    let utf8 = UTF8Check(sample.span)
    if utf8.faults <= 3 || utf8.faults * 20 <= utf8.sequences, utf8.sequences > 0 {
      self.init(.utf8, markLength: 0, isAssumed: false)
      return
    }
    let guess = EncodingDetection.guess(sample)
    let decoded = TextDecoder(encoding: .gb18030).decode(sample)
    var faults = 0
    var characters = 0
    for byte in decoded {
      if byte == 0xFF { faults += 1 } else if byte >= 0xC0 { characters += 1 }
    }
    let readsAsChinese = faults <= 3 || faults * 20 <= characters
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

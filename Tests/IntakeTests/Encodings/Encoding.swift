@testable import Intake

/// What the encoding of `bytes` is taken for, and the text they then are.
func detected(_ bytes: [UInt8], stated: TextEncoding? = nil) throws -> (encoding: TextEncoding, text: String) {
  let detection = try EncodingDetection(bytes, stated: stated, file: "f.csv")
  return (detection.encoding, String(decoding: detection.text(of: bytes), as: UTF8.self))
}

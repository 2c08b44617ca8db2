import Glibc

/// `text` in the encoding that iconv calls `name`.
package func encoded(_ text: String, as name: String) throws -> [UInt8] {
  let converter = try require(iconv_open(name, "UTF-8"))
  try require(converter != iconv_t(bitPattern: -1))
  defer { iconv_close(converter) }
  var source = text.utf8.map { CChar(bitPattern: $0) }
  var target = [CChar](repeating: 0, count: source.count * 4 + 16)
  var targetLeft = target.count
  let isWhole = source.withUnsafeMutableBufferPointer { from in
    target.withUnsafeMutableBufferPointer { to in
      var (input, inputLeft, output) = (from.baseAddress, from.count, to.baseAddress)
      let status = iconv(converter, &input, &inputLeft, &output, &targetLeft)
      return status != Int(bitPattern: UInt.max) && iconv(converter, nil, nil, &output, &targetLeft) == 0
    }
  }
  try require(isWhole, "\(text) has characters that \(name) lacks")
  return target.prefix(target.count - targetLeft).map { UInt8(bitPattern: $0) }
}

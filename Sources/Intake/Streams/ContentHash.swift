import CXxhash

/// XXH3 of 128 bits over bytes that come in order: what tells whether a file is still the one that was read. Its digits
/// are those that `xxh128sum FILE` prints.
struct ContentHash: ~Copyable {
  /// Nil only where the machine has no memory left; then there are no digits.
  private let state: OpaquePointer?

  init() {
    state = XXH3_createState()
    if let state { XXH3_128bits_reset(state) }
  }

  deinit { XXH3_freeState(state) }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let state, let start = bytes.baseAddress else { return }
    XXH3_128bits_update(state, start, bytes.count)
  }

  /// 32 hexadecimal digits in lower case, of all bytes so far.
  var digits: String {
    guard let state else { return "" }
    var canonical = XXH128_canonical_t()
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state))
    return withUnsafeBytes(of: canonical.digest) { bytes in
      bytes.map { hexDigits(of: $0) }.joined()
    }
  }

  private func hexDigits(of byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return byte < 16 ? "0" + text : text
  }
}

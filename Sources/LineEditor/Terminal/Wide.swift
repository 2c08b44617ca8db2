import Glibc

/// One Unicode scalar as C's wide character.
typealias Wide = wchar_t

extension String {
  /// The scalars as wide characters, without a terminating zero.
  var wide: [Wide] { unicodeScalars.map { Wide(bitPattern: $0.value) } }

  /// The text of wide characters; what is no Unicode scalar becomes the replacement character.
  init(wide: some Sequence<Wide>) {
    var scalars = String.UnicodeScalarView()
    for character in wide { scalars.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}") }
    self = String(scalars)
  }

  /// Calls `body` with the text as a wide string of C.
  func withWideString<Result>(_ body: (UnsafePointer<Wide>?) -> Result) -> Result {
    (wide + [0]).withUnsafeBufferPointer { body($0.baseAddress) }
  }
}

extension Wide {
  /// Memory that the caller deallocates, with a zero after the characters.
  static func zeroTerminated(_ text: String) -> UnsafeMutablePointer<Wide> {
    let characters = text.wide + [0]
    let memory = UnsafeMutablePointer<Wide>.allocate(capacity: characters.count)
    memory.initialize(from: characters, count: characters.count)
    return memory
  }
}

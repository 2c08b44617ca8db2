/// A binary floating-point number as a person would write it: the shortest decimal that reads back to it, without an
/// exponent, and no more than the 15 significant digits that any decimal keeps in a double (0.1 + 0.2 is 0.3).
/// `NaN`, `Inf` and `-Inf` are what is no number.
struct DecimalText: Equatable {
  let text: String

  init(_ value: Double) { self.init(shortest: value.description, value.isNaN, value.isInfinite, value < 0) }

  /// A float is its own shortest decimal, not its double's.
  init(_ value: Float) { self.init(shortest: value.description, value.isNaN, value.isInfinite, value < 0) }

  private init(shortest: String, _ isNaN: Bool, _ isInfinite: Bool, _ isNegative: Bool) {
    var bytes: [UInt8] = []
    if !isNaN, !isInfinite { DecimalNumber(Array(shortest.utf8).span)?.append(to: &bytes) }
    text = isNaN ? "NaN" : isInfinite ? (isNegative ? "-Inf" : "Inf") : String(decoding: bytes, as: UTF8.self)
  }
}

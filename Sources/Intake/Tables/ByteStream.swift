import Messages

/// The bytes of an input, front to back.
protocol ByteStream: Sendable {
  /// `carry` and, after it, up to `count` further bytes; fewer only at the end.
  mutating func read(after carry: [UInt8], count: Int) throws(Diagnostic) -> [UInt8]

  /// How far it has come in the file, in bytes of the file as it is stored.
  var position: ReadPosition { get }
}

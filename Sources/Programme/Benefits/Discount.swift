public import Quantities

/// A discount, as a percent or as the Chinese tenths paid: 9.5折 is 5 % off.
public struct Discount: Hashable, Comparable, Phrased, Dialled {
  public var off: Percent

  public init(off: Percent) { self.off = off }

  public static func < (one: Discount, other: Discount) -> Bool { one.off < other.off }

  public static var form: Message { Message("a discount: 5%, or 9.5折", zh: "折扣，如 5% 或 9.5折") }
  public static var finestStep: Ratio { Percent.finestStep }
  public var dial: Number? { off.dial }

  public init(from reader: inout PhraseReader) throws(Diagnostic) { off = try Percent(from: &reader) }

  public func text(in notation: Notation) -> String { off.text(in: notation) }
}

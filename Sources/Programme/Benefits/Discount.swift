public import Messages
public import PlanLanguage
public import Quantities

/// A discount, as a percent or as the Chinese tenths paid: 9.5折 is 5 % off.
public struct Discount: Hashable, Comparable, Phrased, Dialled {
  public var off: Percent
  /// Off every second piece of a receipt only, the cheaper of each two.
  public var onSecondItem: Bool

  public init(off: Percent, onSecondItem: Bool = false) {
    self.off = off
    self.onSecondItem = onSecondItem
  }

  public static func < (one: Discount, other: Discount) -> Bool { one.off < other.off }

  public static var form: Message {
    Message("a discount: 5%, or 9.5折; 50% on second item", zh: "折扣，如 5% 或 9.5折；50% on second item 即第二件半价")
  }
  public static var finestStep: Ratio { Percent.finestStep }
  public var dial: Number? { off.dial }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    off = try Percent(from: &reader)
    onSecondItem = reader.accept(words: "on second item")
  }

  public static func turned(_ current: Discount?, to number: Number, at span: SourceSpan) throws(Diagnostic) -> Discount
  {
    Discount(off: try Percent.turned(nil, to: number, at: span), onSecondItem: current?.onSecondItem ?? false)
  }

  public func text(in notation: Notation) -> String {
    off.text(in: notation) + (onSecondItem ? " on second item" : "")
  }
}

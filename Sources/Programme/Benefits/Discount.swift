public import Messages
public import PlanLanguage
public import Quantities

/// A discount, as a percent or as the Chinese tenths paid: 9.5折 is 5 % off.
public struct Discount: Hashable, Comparable, Phrased, Dialled {
  /// The share of the price that is taken off.
  public var off: Percent
  /// Off every second piece of a receipt only, the cheaper of each two.
  public var onSecondItem: Bool

  /// On every item, or on the second of two alone.
  public init(off: Percent, onSecondItem: Bool = false) {
    self.off = off
    self.onSecondItem = onSecondItem
  }

  /// By share.
  public static func < (one: Discount, other: Discount) -> Bool { one.off < other.off }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("a discount: 5%, or 9.5折; 50% on second item", zh: "折扣，如 5% 或 9.5折；50% on second item 即第二件半价")
  }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Percent.finestStep }
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { off.dial }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    off = try Percent(from: &reader)
    onSecondItem = reader.accept(words: "on second item")
  }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: Discount?, to number: Number, at span: SourceSpan) throws(Diagnostic) -> Discount
  {
    Discount(off: try Percent.turned(nil, to: number, at: span), onSecondItem: current?.onSecondItem ?? false)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    off.text(in: notation) + (onSecondItem ? " on second item" : "")
  }
}

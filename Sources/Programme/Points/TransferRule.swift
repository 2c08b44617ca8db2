public import Messages
public import PlanLanguage
public import Quantities

/// How much of their points members may give away: `20% of balance per year`.
public struct TransferRule: Hashable, Phrased {
  /// Of what can be spent before a transfer and what was given in the calendar year so far, together.
  public var share: Percent

  /// `share` is of the balance, as above.
  public init(_ share: Percent) { self.share = share }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("a percent such as 20% of balance per year", zh: "百分比，如 20% of balance per year")
  }
  /// What Tab offers.
  public static var candidates: [String] { ["20% of balance per year"] }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    share = try Percent(from: &reader)
    for word in ["of", "balance", "per", "year"] { try reader.expect(word: word) }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { share.text(in: notation) + " of balance per year" }
}

/// The share is what turns.
extension TransferRule: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { share.dial }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Percent.finestStep }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(
    _ current: TransferRule?, to number: Number, at span: SourceSpan
  ) throws(Diagnostic) -> TransferRule {
    TransferRule(try Percent.turned(nil, to: number, at: span))
  }
}

public import Messages
public import PlanLanguage
public import Quantities

/// How much of their points members may give away: `20% of balance per year`.
public struct TransferRule: Hashable, Phrased {
  /// Of what can be spent before a transfer and what was given in the calendar year so far, together.
  public var share: Percent

  public init(_ share: Percent) { self.share = share }

  public static var form: Message {
    Message("a percent such as 20% of balance per year", zh: "百分比，如 20% of balance per year")
  }
  public static var candidates: [String] { ["20% of balance per year"] }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    share = try Percent(from: &reader)
    for word in ["of", "balance", "per", "year"] { try reader.expect(word: word) }
  }

  public func text(in notation: Notation) -> String { share.text(in: notation) + " of balance per year" }
}

/// The share is what turns.
extension TransferRule: Dialled {
  public var dial: Number? { share.dial }
  public static var finestStep: Ratio { Percent.finestStep }

  public static func turned(
    _ current: TransferRule?, to number: Number, at span: SourceSpan
  ) throws(Diagnostic) -> TransferRule {
    TransferRule(try Percent.turned(nil, to: number, at: span))
  }
}

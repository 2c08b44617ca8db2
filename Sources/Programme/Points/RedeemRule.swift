public import Messages
public import PlanLanguage
public import Quantities

/// How points are assumed to be spent: `50% when balance >= 1,000pt`.
public struct RedeemRule: Hashable, Phrased {
  /// Of the points that can be spent.
  public var share: Percent
  /// Fewer than these are left alone; nil where any are spent.
  public var least: Points?

  /// `share` of the points that can be spent is spent, once there are `least` of them; at once where that is nil.
  public init(_ share: Percent, least: Points? = nil) {
    self.share = share
    self.least = least
  }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("a percent such as 50%, or 50% when balance >= 1,000pt", zh: "百分比，如 50%，或 50% when balance >= 1,000pt")
  }
  /// What Tab offers.
  public static var candidates: [String] { ["50%", "50% when balance >= 1,000pt"] }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    share = try Percent(from: &reader)
    guard reader.accept(word: "when") else { return }
    try reader.expect(word: "balance")
    try reader.expect(.greaterOrEqual)
    least = try Points(from: &reader)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    share.text(in: notation) + (least.map { " when balance >= \($0)" } ?? "")
  }
}

/// The share is what turns.
extension RedeemRule: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { share.dial }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Percent.finestStep }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: RedeemRule?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> RedeemRule
  {
    RedeemRule(try Percent.turned(nil, to: number, at: span), least: current?.least)
  }
}

public import Messages
public import PlanLanguage
public import Quantities

/// How points are assumed to be spent: `50% when balance >= 1,000pt`.
public struct RedeemRule: Hashable, Phrased {
  /// Of the points that can be spent.
  public var share: Percent
  /// Fewer than these are left alone; nil where any are spent.
  public var least: Points?

  public init(_ share: Percent, least: Points? = nil) {
    self.share = share
    self.least = least
  }

  public static var form: Message {
    Message("a percent such as 50%, or 50% when balance >= 1,000pt", zh: "百分比，如 50%，或 50% when balance >= 1,000pt")
  }
  public static var candidates: [String] { ["50%", "50% when balance >= 1,000pt"] }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    share = try Percent(from: &reader)
    guard reader.accept(word: "when") else { return }
    try reader.expect(word: "balance")
    try reader.expect(.greaterOrEqual)
    least = try Points(from: &reader)
  }

  public func text(in notation: Notation) -> String {
    share.text(in: notation) + (least.map { " when balance >= \($0)" } ?? "")
  }
}

/// The share is what turns.
extension RedeemRule: Dialled {
  public var dial: Number? { share.dial }
  public static var finestStep: Ratio { Percent.finestStep }

  public static func turned(_ current: RedeemRule?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> RedeemRule
  {
    RedeemRule(try Percent.turned(nil, to: number, at: span), least: current?.least)
  }
}

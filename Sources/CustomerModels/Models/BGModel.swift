public import Numerics
/// BG/NBD (Fader, Hardie & Lee 2005, "Counting your customers the easy way").
public struct BGModel: PurchaseModel, Equatable {
  let core: BetaGeometric

  /// Rates are gamma(r, alpha), dropouts beta(a, b) over members; all above 0.
  public init(r: Double, alpha: Double, a: Double, b: Double) {
    core = BetaGeometric(r: r, alpha: alpha, a: a, b: b, first: 0)
  }

  /// `.bg`.
  public static let kind = ModelKind.bg
  /// r, alpha, a, b.
  public init(parameters: [Double]) {
    self.init(r: parameters[0], alpha: parameters[1], a: parameters[2], b: parameters[3])
  }
  /// r, alpha, a, b.
  public var parameters: [Double] { [core.r, core.alpha, core.a, core.b] }
  /// Shape, and weeks.
  public var rates: (r: Double, alpha: Double) { (core.r, core.alpha) }

  /// ln L of one member.
  public func logLikelihood(_ member: CustomerSummary) -> Double { core.logLikelihood(member) }
  /// P(alive) at the end of the data.
  public func alive(_ member: CustomerSummary) -> Double { core.alive(member) }
  /// Expected purchase days in the next `weeks` of a member who is alive.
  public func expectedIfAlive(repeats: Double, observed: Double, weeks: Double) -> Double {
    core.expectedIfAlive(repeats, observed: observed, weeks: weeks)
  }
  /// What may be true of the member's dropout after these purchases.
  public func drawDropout(_ member: CustomerSummary, _ stream: inout KeyedStream) -> Dropout {
    core.drawDropout(member, &stream)
  }
}

public import Numerics
/// MBG/NBD (Batislam, Denizel & Filiztekin 2007): as BG/NBD, but a member may be lost after the first purchase already.
public struct MBGModel: PurchaseModel, Equatable {
  let core: BetaGeometric

  /// Rates are gamma(r, alpha), dropouts beta(a, b) over members; all above 0.
  public init(r: Double, alpha: Double, a: Double, b: Double) {
    core = BetaGeometric(r: r, alpha: alpha, a: a, b: b, first: 1)
  }

  /// `.mbg`.
  public static let kind = ModelKind.mbg
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

public import Numerics
/// BG/NBD (Fader, Hardie & Lee 2005, "Counting your customers the easy way").
public struct BGModel: PurchaseModel, Equatable {
  let core: BetaGeometric

  public init(r: Double, alpha: Double, a: Double, b: Double) {
    core = BetaGeometric(r: r, alpha: alpha, a: a, b: b, first: 0)
  }

  public static let kind = ModelKind.bg
  public init(parameters: [Double]) {
    self.init(r: parameters[0], alpha: parameters[1], a: parameters[2], b: parameters[3])
  }
  public var parameters: [Double] { [core.r, core.alpha, core.a, core.b] }
  public var rates: (r: Double, alpha: Double) { (core.r, core.alpha) }

  public func logLikelihood(_ member: CustomerSummary) -> Double { core.logLikelihood(member) }
  public func alive(_ member: CustomerSummary) -> Double { core.alive(member) }
  public func expectedIfAlive(repeats: Double, observed: Double, weeks: Double) -> Double {
    core.expectedIfAlive(repeats, observed: observed, weeks: weeks)
  }
  public func drawDropout(_ member: CustomerSummary, _ stream: inout KeyedStream) -> Dropout {
    core.drawDropout(member, &stream)
  }
}

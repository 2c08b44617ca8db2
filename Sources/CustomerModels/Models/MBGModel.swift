public import Numerics
/// MBG/NBD (Batislam, Denizel & Filiztekin 2007): as BG/NBD, but a member may be lost after the first purchase already.
public struct MBGModel: PurchaseModel, Equatable {
  let core: BetaGeometric

  public init(r: Double, alpha: Double, a: Double, b: Double) {
    core = BetaGeometric(r: r, alpha: alpha, a: a, b: b, first: 1)
  }

  public static let kind = ModelKind.mbg
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

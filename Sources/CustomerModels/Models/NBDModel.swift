internal import Glibc
public import Numerics

/// NBD (Ehrenberg 1959) by the times of purchases, so that its likelihood compares with the others': a member buys at
/// their own rate, gamma(r, α) over members, for ever.
public struct NBDModel: PurchaseModel, Equatable {
  public let r: Double
  public let alpha: Double

  public init(r: Double, alpha: Double) {
    self.r = r
    self.alpha = alpha
  }

  public static let kind = ModelKind.nbd
  public init(parameters: [Double]) { self.init(r: parameters[0], alpha: parameters[1]) }
  public var parameters: [Double] { [r, alpha] }
  public var rates: (r: Double, alpha: Double) { (r, alpha) }

  public func logLikelihood(_ member: CustomerSummary) -> Double {
    logGamma(r + member.repeats) - logGamma(r) + r * log(alpha)
      - (r + member.repeats) * log(alpha + member.observed)
  }

  public func alive(_ member: CustomerSummary) -> Double { 1 }

  public func expectedIfAlive(repeats: Double, observed: Double, weeks: Double) -> Double {
    (r + repeats) / (alpha + observed) * weeks
  }

  public func drawDropout(_ member: CustomerSummary, _ stream: inout KeyedStream) -> Dropout { .never }
}

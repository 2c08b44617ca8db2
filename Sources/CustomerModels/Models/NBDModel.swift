internal import Glibc
public import Numerics

/// NBD (Ehrenberg 1959) by the times of purchases, so that its likelihood compares with the others': a member buys at
/// their own rate, gamma(r, α) over members, for ever.
public struct NBDModel: PurchaseModel, Equatable {
  /// The shape of the purchase rates.
  public let r: Double
  /// Their scale, in weeks.
  public let alpha: Double

  /// Purchase rates are gamma(r, alpha) over members; both above 0.
  public init(r: Double, alpha: Double) {
    self.r = r
    self.alpha = alpha
  }

  /// `.nbd`.
  public static let kind = ModelKind.nbd
  /// r, alpha.
  public init(parameters: [Double]) { self.init(r: parameters[0], alpha: parameters[1]) }
  /// r, alpha.
  public var parameters: [Double] { [r, alpha] }
  /// Shape, and weeks.
  public var rates: (r: Double, alpha: Double) { (r, alpha) }

  /// ln L of one member.
  public func logLikelihood(_ member: CustomerSummary) -> Double {
    logGamma(r + member.repeats) - logGamma(r) + r * log(alpha)
      - (r + member.repeats) * log(alpha + member.observed)
  }

  /// 1: nobody leaves.
  public func alive(_ member: CustomerSummary) -> Double { 1 }

  /// Expected purchase days in the next `weeks`: Poisson at the rate expected after `repeats` in `observed` weeks.
  public func expectedIfAlive(repeats: Double, observed: Double, weeks: Double) -> Double {
    (r + repeats) / (alpha + observed) * weeks
  }

  /// Nobody leaves.
  public func drawDropout(_ member: CustomerSummary, _ stream: inout KeyedStream) -> Dropout { .never }
}

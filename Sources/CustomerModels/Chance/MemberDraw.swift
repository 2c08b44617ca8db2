internal import Numerics

/// What a member may be like, drawn from what a model says after their purchases: exact draws from the posterior, keyed
/// by the member's stable key and the draw.
public struct MemberDraw: Sendable, Equatable {
  /// Whether the member has not left.
  public let isAlive: Bool
  /// λ: purchases a week while alive; nil for one who has left.
  public let rate: Double?
  /// How the member leaves from here on; nil for one who has left.
  public let dropout: Dropout?
}

/// How a member leaves.
public enum Dropout: Sendable, Equatable {
  /// BG and MBG: with this chance after each purchase.
  case afterPurchase(Double)
  /// Pareto: at this rate a week.
  case perWeek(Double)
  /// NBD.
  case never
}

/// What the draws are for: each has random numbers of its own.
enum DrawPurpose: UInt32 {
  case alive = 301
  case rate, dropout, basket, parameters

  func stream(_ seed: UInt32, _ subject: UInt64, _ draw: UInt32) -> KeyedStream {
    KeyedStream(KeyedChance(seed: seed, purpose: rawValue), subject: subject, draw: draw)
  }
}

extension PurchaseModel {
  /// Draw number `draw` of `member`, whose stable key is `key`.
  public func draw(_ member: CustomerSummary, key: UInt64, draw: UInt32, seed: UInt32) -> MemberDraw {
    var alive = DrawPurpose.alive.stream(seed, key, draw)
    guard alive.uniform() < self.alive(member) else { return MemberDraw(isAlive: false, rate: nil, dropout: nil) }
    var rate = DrawPurpose.rate.stream(seed, key, draw)
    var dropout = DrawPurpose.dropout.stream(seed, key, draw)
    let (r, alpha) = rates
    return MemberDraw(
      isAlive: true, rate: rate.gamma(shape: r + member.repeats, rate: alpha + member.observed),
      dropout: drawDropout(member, &dropout))
  }
}

extension BetaGeometric {
  func drawDropout(_ member: CustomerSummary, _ stream: inout KeyedStream) -> Dropout {
    .afterPurchase(stream.beta(a, b + member.repeats + first))
  }
}

extension GammaGammaModel {
  /// The mean basket, p/ν, that a member with `repeats` purchases of `mean` each may have.
  public func drawMeanBasket(
    repeats: Double, mean: Double, key: UInt64, draw: UInt32, seed: UInt32
  ) -> Double {
    var stream = DrawPurpose.basket.stream(seed, key, draw)
    return p / stream.gamma(shape: q + p * repeats, rate: gamma + repeats * mean)
  }

  /// One purchase of a member whose mean basket is `meanBasket`.
  func drawAmount(meanBasket: Double, _ stream: inout KeyedStream) -> Double {
    stream.gamma(shape: p, rate: p / meanBasket)
  }
}

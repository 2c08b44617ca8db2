/// A change of sales, divided into parts that add up to it to the minor unit.
///
/// What members spend is members × frequency × basket, with frequency = purchases ÷ members and basket = spend ÷
/// purchases. Each factor's part is the mean, over the six orders in which the factors can change one after the other, of
/// what its own change adds: the Shapley value (Shapley, "A value for n-person games", 1953), which leaves no residual and
/// favours no order. For a product of three it is what Sun's complete decomposition gives (Energy Economics 20, 1998,
/// 85–100): Δx·y·z + ½·Δx·(y·Δz + z·Δy) + ⅓·Δx·Δy·Δz. The parts are exact fractions, rounded down; what is missing to the
/// whole goes to the largest remainders, those of equal remainders in the order of declaration.
///
/// Where nobody bought in one of the ranges, its frequency and basket are unknown and taken to be the other's, so that all
/// of the change is the members'. What returns without any purchase come to stands apart, as do sales without a member.
public struct SalesChange: Sendable, Equatable {
  public enum Part: String, CaseIterable, Sendable { case members, frequency, basket, returns, walkIns = "walk_ins" }

  public let members: Int64
  public let frequency: Int64
  public let basket: Int64
  /// Of ranges in which members brought goods back and bought nothing.
  public let returns: Int64
  public let walkIns: Int64

  public var whole: Int64 { Part.allCases.reduce(0) { $0 + self[$1] } }

  public subscript(part: Part) -> Int64 {
    switch part {
    case .members: members
    case .frequency: frequency
    case .basket: basket
    case .returns: returns
    case .walkIns: walkIns
    }
  }

  /// The part that is largest, whatever its sign; the first of equals.
  public var driver: Part {
    Part.allCases.reduce(.members) { self[$1].magnitude > self[$0].magnitude ? $1 : $0 }
  }

  /// Nil where a part leaves the range of amounts.
  public init?(from: SalesFactors, to: SalesFactors) {
    let (bought, buys) = (from.purchases > 0 && from.members > 0, to.purchases > 0 && to.members > 0)
    let (spent, spends) = (bought ? from.spend : 0, buys ? to.spend : 0)
    walkIns = to.walkIns - from.walkIns
    returns = (to.spend - spends) - (from.spend - spent)
    guard bought, buys else {
      (members, frequency, basket) = (spends - spent, 0, 0)
      return
    }
    guard let parts = SalesChange.parts(from, to) else { return nil }
    (members, frequency, basket) = (parts[0], parts[1], parts[2])
  }

  private static func parts(_ from: SalesFactors, _ to: SalesFactors) -> [Int64]? {
    let (m0, m1) = (Int128(from.members), Int128(to.members))
    let (p0, p1) = (Int128(from.purchases), Int128(to.purchases))
    let (s0, s1) = (Int128(from.spend), Int128(to.spend))
    // What members would have spent with some factors as they were and some as they are: members, frequency, basket.
    guard let terms = Terms(divisors: (m0, m1), (p0, p1)),
      let v100 = terms.quotient([m1, s0], over: [m0]), let v010 = terms.quotient([m0, p1, s0], over: [m1, p0]),
      let v001 = terms.quotient([p0, s1], over: [p1]), let v110 = terms.quotient([p1, s0], over: [p0]),
      let v101 = terms.quotient([m1, p0, s1], over: [m0, p1]), let v011 = terms.quotient([m0, s1], over: [m1])
    else { return nil }
    let (v000, v111) = (Terms.Value(whole: s0), Terms.Value(whole: s1))
    return terms.rounded([
      [(2, v100), (-2, v000), (1, v110), (-1, v010), (1, v101), (-1, v001), (2, v111), (-2, v011)],
      [(2, v010), (-2, v000), (1, v110), (-1, v100), (1, v011), (-1, v001), (2, v111), (-2, v101)],
      [(2, v001), (-2, v000), (1, v101), (-1, v100), (1, v011), (-1, v010), (2, v111), (-2, v110)],
    ])
  }
}

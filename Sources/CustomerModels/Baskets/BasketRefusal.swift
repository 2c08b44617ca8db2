public import Messages

/// Why Gamma-Gamma is not used.
public enum BasketRefusal: Sendable, Equatable {
  /// q ≤ 1: the mean basket over members would be infinite.
  case noMean(q: Double)
  /// Frequent members buy larger, or smaller, baskets: the model would be wrong about both.
  case correlated(Double)

  /// In one sentence, with what is done instead.
  public var reason: Message {
    switch self {
    case .noMean(let q):
      Message(
        "Gamma-Gamma has no mean basket at q = \(thousandths(q)) ≤ 1: baskets are those of members as frequent",
        zh: "q = \(thousandths(q)) ≤ 1，Gamma-Gamma 没有平均客单：改用购买频次相近的会员的客单")
    case .correlated(let correlation):
      Message(
        "frequency and basket are correlated (\(thousandths(correlation))), which Gamma-Gamma rules out: baskets are those of members as frequent",
        zh: "购买频次与客单相关（\(thousandths(correlation))），不合 Gamma-Gamma 的前提：改用购买频次相近的会员的客单")
    }
  }
}

/// `number` to three decimals.
func thousandths(_ number: Double) -> String {
  let rounded = Int((abs(number) * 1000).rounded())
  let fraction = String(rounded % 1000)
  return (number < 0 && rounded > 0 ? "-" : "") + "\(rounded / 1000)."
    + String(repeating: "0", count: 3 - fraction.count)
    + fraction
}

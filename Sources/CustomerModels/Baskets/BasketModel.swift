/// How the next basket of a member is expected from the past ones.
public enum BasketModel: Sendable, Equatable {
  case gammaGamma(GammaGammaModel)
  case byFrequency(FrequencyBaskets)

  /// In major units. `mean` is that of the repeat purchases so far; it does not count without any.
  public func expected(repeats: Double, mean: Double?) -> Double {
    switch self {
    case .gammaGamma(let model):
      if let mean { model.expected(repeats: repeats, mean: mean) } else { model.expected(repeats: 0, mean: 0) }
    case .byFrequency(let baskets): baskets.expected(repeats: repeats)
    }
  }

  /// What is expected of a member.
  public func expected(of member: Int, in members: MemberSummaries) -> Double {
    expected(repeats: Double(max(members.repeats[member], 0)), mean: members.repeatBasket(of: member))
  }
}

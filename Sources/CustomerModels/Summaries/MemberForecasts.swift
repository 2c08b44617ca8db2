import MemberBook
public import Messages
public import Numerics

/// What a model expects of each member, in the members' order; 0 for those without a purchase.
public struct MemberForecasts: Sendable, Equatable {
  /// The chance that the member will ever buy again of their own accord.
  public let alive: [Double]
  /// Expected purchase days within the horizon.
  public let expected: [Double]
  /// The same, discounted. Equal to `expected` where nothing is discounted.
  public let discounted: [Double]

  /// - Throws: `.interrupted` when `job` is stopped.
  public init(
    _ model: some PurchaseModel, of members: MemberSummaries, _ discounting: ForecastHorizon,
    job: Job = .unattended
  ) throws(Diagnostic) {
    // Given that a member is alive, only repeats and time observed count: one answer for each pair.
    let pairs = SummaryTable(
      keys: (0..<members.count).filter(members.isCustomer).map {
        SummaryKey(members.repeats[$0], 0, members.observedDays[$0]).word
      })
    let answers = try job.mapChunks(pairs.count, of: 64) { i in
      let pair = pairs[i]
      let expected = model.expectedIfAlive(
        repeats: pair.repeats, observed: pair.observed, weeks: discounting.weeks)
      guard discounting.annualRate > 0 else { return (expected, expected) }
      return (
        expected, model.discountedIfAlive(repeats: pair.repeats, observed: pair.observed, discounting)
      )
    }
    let words = (0..<pairs.count).map { SummaryKey(pairs.repeats[$0], 0, pairs.observedDays[$0]).word }
    let found = try job.mapChunks(members.count, of: 4096) { member in
      guard let summary = members[member] else { return (0.0, 0.0, 0.0) }
      let i = words.firstPlace(notBelow: SummaryKey(members.repeats[member], 0, members.observedDays[member]).word)
      let alive = model.alive(summary)
      return (alive, alive * answers[i].0, alive * answers[i].1)
    }
    alive = found.map(\.0)
    expected = found.map(\.1)
    discounted = found.map(\.2)
  }

  /// What each member's purchases within the horizon are worth, discounted, in major units: expected purchase days ×
  /// expected basket, for the models hold the two independent.
  public func values(_ baskets: BasketModel, of members: MemberSummaries) -> [Double] {
    discounted.indices.map { discounted[$0] == 0 ? 0 : discounted[$0] * baskets.expected(of: $0, in: members) }
  }
}

extension Job {
  /// `body` of each of `0..<count`, in order, computed in chunks of `size`.
  func mapChunks<Result: Sendable>(
    _ count: Int, of size: Int, _ body: @Sendable (_ i: Int) -> Result
  ) throws(Diagnostic) -> [Result] {
    let parts = try map((count + size - 1) / size) { chunk in
      (chunk * size..<min((chunk + 1) * size, count)).map(body)
    }
    return parts.flatMap(\.self)
  }
}

extension [UInt64] {
  /// The place of the first that is not below `word`; they ascend.
  func firstPlace(notBelow word: UInt64) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

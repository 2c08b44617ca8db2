import CustomerModels
import MemberBook
import Messages
import Numerics
import Testing

extension Drawn {
  /// Repeats and mean baskets by Gamma-Gamma's own story.
  static func baskets(_ count: Int, _ p: Double, _ q: Double, _ gamma: Double, seed: UInt32 = 3)
    -> [(repeats: Double, mean: Double)]
  {
    (0..<count).map { member in
      var stream = KeyedStream(KeyedChance(seed: seed, purpose: 901), subject: UInt64(member), draw: 0)
      let scale = stream.gamma(shape: q, rate: gamma)
      let repeats = 1 + Int(stream.uniform() * 12)
      let sum = (0..<repeats).reduce(0) { sum, _ in sum + stream.gamma(shape: p, rate: scale) }
      return (Double(repeats), sum / Double(repeats))
    }
  }
}

/// What members' next baskets are expected to be.
@Suite struct BasketTests {
  @Test func `parameters come back within three standard errors`() throws {
    let fit = try BasketFit(RepeatBaskets(Drawn.baskets(4000, 6, 4, 15)))
    #expect(fit.refusal == nil)
    #expect(fit.converged)
    for (parameter, truth) in zip(fit.parameters, [6.0, 4, 15]) {
      #expect(abs(parameter.value - truth) < 3 * (parameter.standardError ?? 0), "\(parameter)")
    }
  }

  @Test func `q of 1 or less is refused`() throws {
    let fit = try BasketFit(RepeatBaskets(Drawn.baskets(1500, 3, 0.7, 10)))
    guard case .noMean(let q)? = fit.refusal else {
      Issue.record("\(fit)")
      return
    }
    #expect(q <= 1)
    guard case .byFrequency(let baskets) = fit.model else { return }
    #expect(baskets.fifths.count == 5)
    #expect(baskets.fifths.reduce(0) { $0 + $1.members } == fit.repeatBuyers)
  }

  @Test func `a basket that grows with frequency is refused`() throws {
    let pairs = Drawn.baskets(1500, 6, 4, 15).map { (repeats: $0.repeats, mean: $0.mean * (1 + $0.repeats / 4)) }
    let fit = try BasketFit(RepeatBaskets(pairs))
    guard case .correlated(let correlation)? = fit.refusal else {
      Issue.record("\(fit)")
      return
    }
    #expect(correlation > 0.2)
    #expect(fit.refusal?.reason.text(in: .english).contains("correlated (0.") == true)
    let ofTwo = fit.model.expected(repeats: 2, mean: 1)
    #expect(ofTwo == fit.model.expected(repeats: 2, mean: 900))
    #expect(fit.model.expected(repeats: 12, mean: 1) > ofTwo)
    #expect(fit.model.expected(repeats: 0, mean: nil) == fit.model.expected(repeats: 1, mean: nil))
    #expect(fit.model.expected(repeats: 900, mean: nil) == fit.model.expected(repeats: 12, mean: nil))
  }

  @Test func `members with the same repeats share a fifth, which are as even as that allows`() throws {
    // 12 of one repeat, 4 of two, 4 of three; the mean of each is its repeats × 10.
    let pairs = [(12, 1.0), (4, 2), (4, 3)].flatMap { count, repeats in
      [(repeats: Double, mean: Double)](repeating: (repeats, repeats * 10), count: count)
    }
    let fit = try BasketFit(RepeatBaskets(pairs))
    guard case .byFrequency(let baskets) = fit.model else {
      Issue.record("\(fit)")
      return
    }
    #expect(baskets.fifths.map(\.members) == [12, 4, 4])
    #expect(baskets.fifths.map(\.basket) == [10, 20, 30])
  }

  @Test func `baskets of some members`() throws {
    let members = try CDNOW.summaries()
    let some = RepeatBaskets(members) { $0 % 2 == 0 }
    #expect(some.count == (0..<members.count).count { $0 % 2 == 0 && members.repeats[$0] > 0 })
  }

  @Test func `too few repeat buyers are refused`() {
    #expect(throws: Diagnostic.self) { try BasketFit(RepeatBaskets([(repeats: 1.0, mean: 5.0)])) }
  }
}

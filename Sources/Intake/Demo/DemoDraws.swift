import Numerics

/// The draws of one member's one step for one purpose, numbered from 0: what is drawn elsewhere has no influence.
struct DemoDraws {
  private let chance: KeyedChance
  private let member: UInt64
  private let step: UInt32
  private var draw: UInt32 = 0
  private var spare: UInt64?

  init(seed: UInt32, _ purpose: DemoPurpose, member: Int, step: Int = 0) {
    chance = KeyedChance(seed: seed, purpose: purpose.rawValue)
    self.member = UInt64(member)
    self.step = UInt32(truncatingIfNeeded: step)
  }

  mutating func word() -> UInt64 {
    if let word = spare {
      spare = nil
      return word
    }
    let (first, second) = chance.words(subject: member, step: step, draw: draw)
    draw &+= 1
    spare = second
    return first
  }

  /// A number in (0, 1).
  mutating func unit() -> Double { unitInterval(word()) }

  /// A whole number in 0..<bound.
  mutating func below(_ bound: Int) -> Int { Int(word().multipliedFullWidth(by: UInt64(bound)).high) }

  /// True `perMille` times in 1,000.
  mutating func happens(_ perMille: Int) -> Bool { below(1_000) < perMille }

  /// An index of `weights` with chances in their proportion. Their sum is above 0.
  mutating func pick(_ weights: [Int]) -> Int {
    var rest = below(weights.reduce(0, +))
    for (i, weight) in weights.enumerated() {
      if rest < weight { return i }
      rest -= weight
    }
    return weights.count - 1
  }

  /// Exponential of mean 1, by comparisons of uniform numbers alone (von Neumann, 1951, "Various techniques used in
  /// connection with random digits"): no logarithm, whose last digit differs between machines.
  mutating func exponential() -> Double {
    var whole = 0.0
    while true {
      let first = unit()
      var last = first
      var length = 1
      while true {
        let next = unit()
        if next >= last { break }
        last = next
        length += 1
      }
      if length % 2 == 1 { return whole + first }
      whole += 1
    }
  }

  /// Gamma of shape 1/2 and scale 1: an exponential times a Beta(1/2, 1/2), which is x² ÷ (x² + y²) for a point of the
  /// disc.
  mutating func gammaOfHalf() -> Double {
    let size = exponential()
    while true {
      let (x, y) = (unit(), unit())
      let (across, up) = (x * x, y * y)
      if across + up <= 1 { return size * across / (across + up) }
    }
  }

  /// Gamma of a whole shape and scale 1: as many exponentials.
  mutating func gamma(_ shape: Int) -> Double { (0..<shape).reduce(0.0) { sum, _ in sum + exponential() } }

  /// Beta(1, b): the least of b uniform numbers.
  mutating func betaOfOne(_ b: Int) -> Double {
    var least = unit()
    for _ in 1..<max(1, b) { least = min(least, unit()) }
    return least
  }
}

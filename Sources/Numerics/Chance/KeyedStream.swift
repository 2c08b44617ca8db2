internal import Glibc

/// Random numbers for one quantity of one subject in one draw, as many as it takes: another quantity's luck does not
/// change with how many were needed.
public struct KeyedStream: Sendable {
  private let chance: KeyedChance
  private let subject: UInt64
  private let draw: UInt32
  private var step: UInt32 = 0
  private var spare: UInt64?

  /// `subject` is whom or what it is about, such as a member's stable key; `draw` the number of the draw.
  public init(_ chance: KeyedChance, subject: UInt64, draw: UInt32) {
    self.chance = chance
    self.subject = subject
    self.draw = draw
  }

  /// In (0, 1).
  public mutating func uniform() -> Double {
    if let word = spare {
      spare = nil
      return unitInterval(word)
    }
    let words = chance.words(subject: subject, step: step, draw: draw)
    step &+= 1
    spare = words.1
    return unitInterval(words.0)
  }

  /// Standard normal (Box & Muller 1958).
  public mutating func normal() -> Double {
    let radius = (-2 * log(uniform())).squareRoot()
    return radius * cos(2 * .pi * uniform())
  }

  /// ln of a gamma variate of this shape and rate 1 (Marsaglia & Tsang 2000), which stays finite for small shapes.
  mutating func logGammaVariate(shape: Double) -> Double {
    guard shape >= 1 else { return log(uniform()) / shape + logGammaVariate(shape: shape + 1) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if log(uniform()) < 0.5 * x * x + d - d * v + d * log(v) { return log(d) + log(v) }
    }
  }

  /// A gamma variate of this shape and rate, both above 0; its mean is shape ÷ rate.
  public mutating func gamma(shape: Double, rate: Double) -> Double { exp(logGammaVariate(shape: shape)) / rate }

  /// A beta(a, b) variate, by two gamma variates.
  public mutating func beta(_ a: Double, _ b: Double) -> Double {
    1 / (1 + exp(logGammaVariate(shape: b) - logGammaVariate(shape: a)))
  }
}

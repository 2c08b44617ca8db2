import Numerics
import Programme

/// One value for each range of an event: a draw, or their means. Money in minor units.
public struct EventRates: Sendable, Equatable {
  public var accept: Double
  public var attend: Double
  public var buy: Double
  public var basket: Double
  public var usual: Double?
  public var borrow: Double
  public var margin: Double
  /// In the order of the event's costs.
  public var costs: [Double]
}

extension EventRates {
  public init(meanOf terms: EventTerms) {
    self.init(
      accept: terms.accept.mean, attend: terms.attend.mean, buy: terms.buy.mean, basket: terms.basket.mean,
      usual: terms.usual?.mean, borrow: terms.borrow.mean, margin: terms.margin.mean,
      costs: terms.costs.map { $0.charge.amount.mean * 100 })
  }

  /// Draw number `draw`. Each range has its own key, so that neither another range nor the order can change what is
  /// drawn, and two events meet the same luck.
  init(_ terms: EventTerms, seed: UInt32, draw: UInt32) {
    func drawn<Value>(_ purpose: Purpose, _ spread: Spread<Value>, subject: UInt64 = 0) -> Double {
      spread.draw(
        KeyedChance(seed: seed, purpose: purpose.rawValue).words(subject: subject, step: 0, draw: draw).0)
    }
    self.init(
      accept: drawn(.accept, terms.accept), attend: drawn(.attend, terms.attend), buy: drawn(.buy, terms.buy),
      basket: drawn(.basket, terms.basket), usual: terms.usual.map { drawn(.usual, $0) },
      borrow: drawn(.borrow, terms.borrow), margin: drawn(.margin, terms.margin),
      costs: terms.costs.map { max(0, drawn(.cost, $0.charge.amount, subject: fingerprint($0.name)) * 100) })
  }

  /// What chance is drawn for, within an event.
  private enum Purpose: UInt32 {
    case accept = 0x4556_0001
    case attend, buy, basket, usual, borrow, margin, cost
  }
}

/// FNV-1a: a cost keeps its luck whatever stands around it.
private func fingerprint(_ name: String) -> UInt64 {
  name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

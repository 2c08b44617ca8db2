public import Programme
public import Quantities

/// What an event is planned on: its declaration with nothing left open, and the margin.
public struct EventTerms: Sendable, Equatable {
  public var capacity: Int?
  public var accept: Spread<Percent>
  public var attend: Spread<Percent>
  public var buy: Spread<Percent>
  public var basket: Spread<Multiplier>
  /// Nil: each guest's own chance.
  public var usual: Spread<Percent>?
  public var borrow: Spread<Percent>
  public var discount: Percent
  public var costs: [Cost]
  public var margin: Spread<Percent>

  public struct Cost: Sendable, Equatable {
    public var name: String
    public var charge: Charge
  }

  /// Nil where a definition is incomplete, which its declaration refuses.
  public init?(_ event: Event, margin: Spread<Percent>) {
    guard let accept = event.accept, let attend = event.attend, let buy = event.buy, let basket = event.basket
    else { return nil }
    capacity = event.capacity?.people
    self.accept = accept
    self.attend = attend
    self.buy = buy
    self.basket = basket
    usual = event.usual
    borrow = event.borrow
    discount = event.discount
    costs = event.costs.compactMap { cost in cost.amount.map { Cost(name: cost.name, charge: $0) } }
    self.margin = margin
  }

  /// Whether nothing is left to chance.
  public var isFixed: Bool {
    [accept, attend, buy, borrow, margin].allSatisfy(\.isFixed) && basket.isFixed && (usual?.isFixed ?? true)
      && costs.allSatisfy(\.charge.amount.isFixed)
  }
}

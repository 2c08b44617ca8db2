import Programme
import Quantities

/// An event at given rates: rule E2. Money in minor units, people as expected numbers.
public struct EventFigures: Sendable, Equatable {
  public var invited: Double
  public var accepted: Double
  public var attended: Double
  public var buyers: Double
  /// An attendee's mean usual basket, b.
  public var usualBasket: Double
  /// What an attendee would have spent that day anyway, u × b.
  public var spentAnyway: Double
  /// What the till takes, the discount taken off.
  public var revenue: Double
  /// Margin on the additional sales before the discount, what is borrowed from the weeks after taken off.
  public var gross: Double
  public var discountGiven: Double
  /// In the order of the event's costs.
  public var charges: [Double]

  public var cost: Double { charges.reduce(discountGiven, +) }
  public var incrementalMargin: Double { gross - cost }
  /// Nil at cost 0.
  public var roi: Double? { cost == 0 ? nil : incrementalMargin / cost }
}

extension EventFigures {
  init(_ terms: EventTerms, _ rates: EventRates, _ seating: Seating) {
    let invited = Double(seating.invited)
    let show = rates.accept * rates.attend
    let reach = seating.reach(show: show, capacity: terms.capacity)
    let basket = seating.basket(reach: reach)
    self.init(
      terms, rates, invited: invited, attended: min(Double(terms.capacity ?? .max), invited * show),
      usualBasket: basket, spentAnyway: rates.usual.map { $0 * basket } ?? seating.spentAnyway(reach: reach))
  }

  /// The same with attendance and the attendees' habits given.
  init(
    _ terms: EventTerms, _ rates: EventRates, invited: Double, attended: Double, usualBasket: Double,
    spentAnyway: Double
  ) {
    self.invited = invited
    accepted = invited * rates.accept
    self.attended = attended
    let buyers = attended * rates.buy
    self.buyers = buyers
    self.usualBasket = usualBasket
    self.spentAnyway = spentAnyway
    let sales = buyers * rates.basket * usualBasket
    let discount = terms.discount.fraction.approximation
    revenue = sales * (1 - discount)
    gross = rates.margin * (sales - attended * spentAnyway) * (1 - rates.borrow)
    discountGiven = discount * sales
    charges = zip(terms.costs, rates.costs).map { cost, amount in
      switch cost.charge.per {
      case nil: amount
      case .invite: amount * invited
      case .attendee: amount * attended
      case .buyer: amount * buyers
      }
    }
  }
}

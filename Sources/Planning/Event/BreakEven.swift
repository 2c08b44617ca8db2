import Programme
import Quantities

/// What must be true for an event to pay: where its incremental margin is 0 with the rest at its mean.
public struct BreakEven: Sendable, Equatable {
  /// Attendees needed; nil where each of them adds nothing or costs.
  public let attendance: Double?
  /// What an attendee adds, before what is due whoever comes. Minor units.
  public let perAttendee: Double
  public let lift: Lift

  /// The multiple of the usual basket, B, that is needed.
  public enum Lift: Sendable, Equatable {
    case multiple(Double)
    /// What is kept of a sale's margin is no more than the discount: more sales only cost more. Both as fractions.
    case marginBelowDiscount(kept: Double, discount: Double)
    /// Nobody buys, so no basket matters.
    case nobodyBuys
  }

  /// `rates` holds every range at its mean; attendance and the attendees' habits are those of `mean`.
  init(_ terms: EventTerms, _ rates: EventRates, _ mean: EventFigures) {
    func margin(attended: Double, basket: Double) -> Double {
      var changed = rates
      changed.basket = basket
      return EventFigures(
        terms, changed, invited: mean.invited, attended: attended, usualBasket: mean.usualBasket,
        spentAnyway: mean.spentAnyway
      ).incrementalMargin
    }
    // Incremental margin is a straight line in the attendance, and in B.
    let atNobody = margin(attended: 0, basket: rates.basket)
    perAttendee = margin(attended: 1, basket: rates.basket) - atNobody
    attendance = perAttendee > 0 ? max(0, -atNobody / perAttendee) : nil

    let kept = rates.margin * (1 - rates.borrow)
    let discount = terms.discount.fraction.approximation
    let atNothing = margin(attended: mean.attended, basket: 0)
    let slope = mean.attended * rates.buy * mean.usualBasket * (kept - discount)
    if kept <= discount {
      lift = .marginBelowDiscount(kept: kept, discount: discount)
    } else if slope <= 0 {
      lift = .nobodyBuys
    } else {
      lift = .multiple(max(0, -atNothing / slope))
    }
  }
}

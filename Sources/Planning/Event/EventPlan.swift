public import Messages
public import Numerics
import Programme
public import Quantities

/// What an event is expected to bring: figures over draws of its declared ranges.
public struct EventPlan: Sendable {
  public let terms: EventTerms
  public let guests: GuestList
  public let seed: UInt32
  /// Draws taken: one where nothing is left to chance.
  public let draws: [EventFigures]
  /// Every range at its mean.
  public let rates: EventRates
  /// The mean of the draws.
  public let mean: EventFigures
  public let breakEven: BreakEven

  public static let drawLimit = 1_000_000

  /// - Throws: `.emptyAudience` where nobody is invited, `.interrupted` when `job` is stopped.
  public init(
    _ terms: EventTerms, _ guests: GuestList, draws count: Int, seed: UInt32, job: Job = .unattended
  ) throws(Diagnostic) {
    if let nobody = guests.emptiness { throw Diagnostic(nobody) }
    self.terms = terms
    self.guests = guests
    self.seed = seed
    let seating = Seating(guests.guests)
    rates = EventRates(meanOf: terms)
    var draws: [EventFigures] = []
    if terms.isFixed {
      draws = [EventFigures(terms, rates, seating)]
    } else {
      draws.reserveCapacity(count)
      for draw in 0..<UInt32(clamping: count) {
        if draw & 4095 == 0 {
          try job.check()
          job.tell(Int(draw), of: count)
        }
        draws.append(EventFigures(terms, EventRates(terms, seed: seed, draw: draw), seating))
      }
    }
    self.draws = draws
    mean = EventFigures(meanOf: draws)
    breakEven = BreakEven(terms, rates, mean)
  }

  public func sample(_ figure: KeyPath<EventFigures, Double>) -> Sample { Sample(draws.map { $0[keyPath: figure] }) }

  /// ROI over the draws; nil where any of them costs nothing.
  public var roi: Sample? {
    let values = draws.compactMap(\.roi)
    return values.count == draws.count ? Sample(values) : nil
  }

  /// Draws whose incremental margin is below 0 by a cent or more, rounded.
  public var losses: Int { draws.count { Money(nearest: $0.incrementalMargin) < .zero } }

  /// What a guest adds who takes a seat, every range at its mean, before what is due whoever comes. Minor units.
  public func expectedMargin(of guest: GuestList.Guest) -> Double {
    func margin(attended: Double) -> Double {
      EventFigures(
        terms, rates, invited: mean.invited, attended: attended, usualBasket: guest.basket,
        spentAnyway: (rates.usual ?? guest.chance) * guest.basket
      ).incrementalMargin
    }
    return margin(attended: 1) - margin(attended: 0)
  }
}

extension EventFigures {
  init(meanOf draws: [EventFigures]) {
    func mean(_ figure: (EventFigures) -> Double) -> Double { Sample(draws.map(figure)).mean }
    let attended = mean(\.attended)
    invited = mean(\.invited)
    accepted = mean(\.accepted)
    self.attended = attended
    buyers = mean(\.buyers)
    // Per attendee, so that a fuller evening counts more.
    func perAttendee(_ figure: (EventFigures) -> Double) -> Double {
      attended == 0 || draws.count == 1 ? mean(figure) : mean { $0.attended * figure($0) } / attended
    }
    usualBasket = perAttendee(\.usualBasket)
    spentAnyway = perAttendee(\.spentAnyway)
    revenue = mean(\.revenue)
    gross = mean(\.gross)
    discountGiven = mean(\.discountGiven)
    charges = (draws.first?.charges.indices ?? 0..<0).map { cost in mean { $0.charges[cost] } }
  }
}

extension Money {
  /// A computed amount of minor units to the nearest, halves away from zero; a half that binary floating point misses by
  /// less than a millionth counts as one.
  public init(nearest minor: Double) {
    let size = min(abs(minor) + 0.5 + 1e-6, 0x1p62)
    let whole = Int64(size)
    self.init(minor: minor < 0 ? -whole : whole)
  }
}

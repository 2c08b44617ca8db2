/// A synthetic fashion boutique whose truth is known: two years of receipts of invented people, drawn from `DemoTruth`.
///
/// The same seed gives the same bytes on every machine: every draw is keyed by what it is for, and only integers and IEEE
/// + − × ÷ are used. Members stand one after the other in the data, and each, with the walk-ins that go along, is the same
/// in a boutique of any size: that of 100 members is the beginning of that of 1,000. Every member buys at least once.
public struct DemoBoutique: Sendable {
  /// How many members it has.
  public let members: Int
  /// The same seed gives the same boutique.
  public let seed: UInt32
  /// What is true of it.
  public let truth = DemoTruth()
  let calendar: DemoCalendar
  /// What sells, by store, then season.
  private let mixes: [[[Int]]]

  /// How many members a boutique can have.
  public static let sizes = 1...5_000_000

  /// `members` is taken to the nearest of `sizes`.
  public init(members: Int = 2_000, seed: UInt32 = 7) {
    self.members = min(max(members, Self.sizes.lowerBound), Self.sizes.upperBound)
    self.seed = seed
    calendar = DemoCalendar(truth)
    let categories = truth.categories
    mixes = truth.stores.map { store in
      DemoSeason.allCases.map { season in
        zip(categories, store.leaning).map { $0.weights[season.rawValue] * $1 }
      }
    }
  }

  /// Member `number`, from 0.
  public func member(_ number: Int) -> DemoMember { DemoMember(number, seed: seed, truth, calendar) }

  /// How likely each category is on a line sold in `store` on `day`, in proportion.
  func mix(store: Int, day: Int) -> [Int] {
    var mix = mixes[store][calendar.seasons[day].rawValue]
    mix[mix.count - 1] = mix[mix.count - 1] * calendar.gifts[day] / 100
    return mix
  }
}

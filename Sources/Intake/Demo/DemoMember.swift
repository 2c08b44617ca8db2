public import MemberBook
public import Quantities

/// One of the boutique's members, with what no till knows: how often they come and how easily they leave.
public struct DemoMember: Sendable, Equatable {
  /// From 0. A member is the same in a boutique of any size.
  public let number: Int
  /// Visits per week, in the boutique's time.
  public let weeklyVisits: Double
  /// The chance to leave for good, after each visit.
  public let leaving: Double
  /// What the prices of the goods they choose are multiplied by.
  public let purse: Double
  /// An index of `DemoTruth.stores`.
  public let homeStore: Int
  /// Of that store's.
  public let advisor: Int
  /// Whether the member joined before the data begin.
  let isFounder: Bool
  /// The day of the first receipt.
  public let firstVisit: Day
  /// The day of joining, on the first visit or before.
  public let joined: Day
  /// In Chinese.
  public let name: String
  /// Nil where the store does not know it.
  public let birthday: Birthday?
  /// When the first visit is, in the boutique's time.
  let start: Double

  /// `V` and seven digits.
  public var id: String { "V" + digits(number + 1, 7) }

  /// A number of the right length that no telephone has: none starts with 100.
  public var phone: String { "100" + digits(number + 1, 8) }

  init(_ number: Int, seed: UInt32, _ truth: DemoTruth, _ calendar: DemoCalendar) {
    self.number = number
    var character = DemoDraws(seed: seed, .character, member: number)
    weeklyVisits = character.gammaOfHalf() / truth.alpha
    leaving = character.betaOfOne(truth.b)
    homeStore = character.pick(truth.stores.map(\.share))
    isFounder = character.happens(truth.founders)
    start = character.unit() * (isFounder ? Double(truth.foundersFirstWeeks) : calendar.end)
    firstVisit = calendar.first + calendar.day(at: start)
    advisor = character.below(truth.stores[homeStore].advisors.count)
    purse = min(Double(truth.q - 1) / character.gamma(truth.q), truth.purseLimit)

    var person = DemoDraws(seed: seed, .person, member: number)
    let surname = DemoNames.surnames[person.below(DemoNames.surnames.count)]
    name = surname + DemoNames.given[person.below(DemoNames.given.count)]
    birthday = DemoMember.birthday(&person, truth)
    if isFounder {
      joined = calendar.first - (1 + person.below(truth.foundingDays))
    } else {
      joined = person.happens(truth.joiningEarly) ? firstVisit - (1 + person.below(30)) : firstVisit
    }
  }

  /// Born from 1960 to 2006, most in between.
  private static func birthday(_ person: inout DemoDraws, _ truth: DemoTruth) -> Birthday? {
    if person.happens(truth.birthdayUnknown) { return nil }
    let year = 1960 + person.below(24) + person.below(24)
    let month = 1 + person.below(12)
    let day = 1 + person.below(Day.length(ofMonth: month, in: year))
    return Birthday(year: person.happens(truth.birthYearUnknown) ? nil : year, month: month, day: day)
  }
}

/// `number` with leading zeros.
func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}

public import MemberBook
public import Programme
public import Quantities

/// Who is invited, best first, with what is known of each guest.
public struct GuestList: Sendable {
  public let guests: [Guest]
  /// The days that the guests are judged by.
  public let days: DayRange
  public let weekday: Weekday
  /// Listed ids that no member of the book has.
  public private(set) var unknown: [String] = []
  /// How many listed rows name a member that stood there already.
  public private(set) var repeated = 0
  /// How many were asked for, and how many members there were to choose from, invited or not.
  public let asked: Int?
  public let available: Int

  /// A member who is invited.
  public struct Guest: Sendable, Equatable {
    public let member: Int
    public let id: String
    /// Spend per purchase in minor units.
    public let basket: Double
    /// The chance that they buy on such a weekday without the event.
    public let chance: Double
    public let reason: Reason
  }

  /// Why a guest stands where they do.
  public enum Reason: Sendable, Equatable {
    case ranked(by: Audience.Measure, PastYear.Figures)
    /// So many points of `whole`.
    case scored(Int64, of: Int64, PastYear.Figures)
    case listed(line: Int)
  }

  /// An id of a list file.
  public struct Listed: Sendable, Equatable {
    public let id: String
    public let line: Int

    public init(id: String, line: Int) {
      self.id = id
      self.line = line
    }
  }

  /// The top members by `measure`, ties by id, of those who have any of it.
  public init(top count: Int, by measure: Audience.Measure, of book: Book, in year: PastYear, weekday: Weekday) {
    var ranked: [(member: Int, value: Ratio)] = []
    for member in 0..<book.members.count where year[member].purchases > 0 {
      let value = year[member].value(of: measure)
      if value > .zero { ranked.append((member, value)) }
    }
    ranked.sort { one, other in
      one.value != other.value
        ? one.value > other.value : book.members.id(of: one.member) < book.members.id(of: other.member)
    }
    guests = ranked.prefix(count).map {
      Guest($0.member, of: book, in: year, weekday, .ranked(by: measure, year[$0.member]))
    }
    days = year.days
    self.weekday = weekday
    asked = count
    available = ranked.count
  }

  /// The top members by a score, `points` of `whole` by member; ties by id.
  public init(
    top count: Int, scored points: [Int64], of whole: Int64, in book: Book, year: PastYear, weekday: Weekday
  ) {
    let ranked = points.indices.sorted { one, other in
      points[one] != points[other]
        ? points[one] > points[other] : book.members.id(of: one) < book.members.id(of: other)
    }
    guests = ranked.prefix(count).map {
      Guest($0, of: book, in: year, weekday, .scored(points[$0], of: whole, year[$0]))
    }
    days = year.days
    self.weekday = weekday
    asked = count
    available = ranked.count
  }

  /// These members, those who spent most in the year first, ties by id.
  public init(chosen members: [Int], of book: Book, in year: PastYear, weekday: Weekday) {
    let ranked = members.map { (member: $0, spend: year[$0].spend) }.sorted { one, other in
      one.spend != other.spend
        ? one.spend > other.spend : book.members.id(of: one.member) < book.members.id(of: other.member)
    }
    guests = ranked.map { Guest($0.member, of: book, in: year, weekday, .ranked(by: .spend, year[$0.member])) }
    days = year.days
    self.weekday = weekday
    asked = nil
    available = guests.count
  }

  /// The members of a list, in its order.
  public init(_ listed: [Listed], of book: Book, in year: PastYear, weekday: Weekday) {
    var guests: [Guest] = []
    var seen: Set<Int> = []
    for row in listed {
      guard let member = book.members.member(withID: row.id) else {
        unknown.append(row.id)
        continue
      }
      guard seen.insert(member).inserted else {
        repeated += 1
        continue
      }
      guests.append(Guest(member, of: book, in: year, weekday, .listed(line: row.line)))
    }
    self.guests = guests
    days = year.days
    self.weekday = weekday
    asked = nil
    available = guests.count
  }

  private init(_ list: GuestList, first count: Int) {
    guests = Array(list.guests.prefix(count))
    days = list.days
    weekday = list.weekday
    unknown = list.unknown
    repeated = list.repeated
    asked = list.asked
    available = list.available
  }

  /// The first `count` of them.
  public func first(_ count: Int) -> GuestList { GuestList(self, first: count) }

  /// Why nobody is invited; nil where somebody is.
  public var emptiness: PlanningProblem? {
    guests.isEmpty ? .emptyAudience(days, unknown: unknown) : nil
  }

  /// Guests without any purchase: nothing is expected of them.
  public var withoutBasket: Int { guests.count { $0.basket == 0 } }
}

extension GuestList.Guest {
  /// A guest who bought nothing in the year is judged by all that they ever bought.
  fileprivate init(
    _ member: Int, of book: Book, in year: PastYear, _ weekday: Weekday, _ reason: GuestList.Reason
  ) {
    let ever = PastYear.Figures(book.purchases, of: member, through: year.days.last, weekday: weekday)
    self.member = member
    id = book.members.id(of: member)
    basket = (year[member].basket ?? ever.basket)?.approximation ?? 0
    chance = year.chance(of: member)
    self.reason = reason
  }
}

extension PastYear.Figures {
  fileprivate init(_ purchases: Purchases, of member: Int, through last: Day, weekday: Weekday) {
    self.init(purchases, of: member, in: DayRange(.distantPast, last), weekday: weekday)
  }
}

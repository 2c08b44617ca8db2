public import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities

/// A fact of every member as a number.
enum MeasureColumn {
  /// Of a member of whom it is not known.
  static let unknown = Int64.min

  static func classes(_ classes: MemberClasses, from first: Int64 = 0) -> [Int64] {
    classes.of.map { $0 == MemberClasses.unknown ? unknown : Int64($0) + first }
  }

  /// The day of joining, else of the first purchase, as `Day.number`.
  static func joined(_ book: Book) -> [Int64] {
    (0..<book.members.count).map { member in
      if let day = book.profiles?.joined(of: member) { return Int64(day.number) }
      return book.purchases.range(of: member).first.map { Int64(book.purchases.day($0).number) } ?? unknown
    }
  }

  /// Whole years at `asOf`; someone born on 29 February is a year older on the 28th of a common year.
  static func ages(_ book: Book, asOf: Day) -> [Int64] {
    facts(book) { profiles, member in
      guard let birthday = profiles.birthday(of: member), let year = birthday.year,
        let born = Day(year: year, month: birthday.month, day: birthday.day), born <= asOf
      else { return nil }
      let now = asOf.components.year
      return Int64(now - year - (born.anniversary(in: now) <= asOf ? 0 : 1))
    }
  }

  static func birthdayMonths(_ book: Book) -> [Int64] {
    facts(book) { $0.birthday(of: $1).map { Int64($0.month) } }
  }

  /// Known where the member agreed.
  static func consents(_ book: Book) -> [Int64] { facts(book) { $0.consent(of: $1) == true ? 1 : nil } }

  /// How many actions of any of these names were done on `days`; of every one where none is named.
  static func actions(_ actions: Actions, _ names: [String], _ days: ClosedRange<Day>) -> [Int64] {
    let counts = (0..<actions.kinds.count).map { names.isEmpty || names.contains(actions.kinds.name($0)) }
    return (0..<actions.start.count - 1).map { member in
      Int64(actions.range(of: member).count { counts[Int(actions.kind[$0])] && days.contains(actions.day($0)) })
    }
  }

  /// How many others were referred on `days`.
  static func referrals(_ actions: Actions, _ days: ClosedRange<Day>) -> [Int64] {
    var referred = [Int64](repeating: 0, count: actions.start.count - 1)
    guard !actions.other.isEmpty else { return referred }
    for member in referred.indices {
      let referrers = actions.range(of: member).filter { days.contains(actions.day($0)) }.map { actions.other[$0] }
      for referrer in Set(referrers) where referrer >= 0 && Int(referrer) != member { referred[Int(referrer)] += 1 }
    }
    return referred
  }

  private static func facts(_ book: Book, _ fact: (Profiles, Int) -> Int64?) -> [Int64] {
    guard let profiles = book.profiles else { return Array(repeating: unknown, count: book.members.count) }
    return (0..<book.members.count).map { fact(profiles, $0) ?? unknown }
  }
}

/// A column of the members file, by its header or by the role that it was read in.
enum MemberFile {
  case attribute(Int, Attribute.Kind)
  case text(ProfileText)

  /// Nil where the book has no such column.
  init?(_ name: String, in book: Book) {
    guard let profiles = book.profiles else { return nil }
    if let place = profiles.attributes.firstIndex(where: { $0.name == name }) {
      self = .attribute(place, profiles.attributes[place].kind)
    } else if let fact = ProfileText.allCases.first(where: { $0.rawValue == name || profiles.headers[$0] == name }),
      profiles.has(fact)
    {
      self = .text(fact)
    } else {
      return nil
    }
  }

  /// Every name that stands for one.
  static func names(in book: Book) -> [String] {
    guard let profiles = book.profiles else { return [] }
    let facts = ProfileText.allCases.filter { profiles.has($0) }
    let roles = facts.map(\.rawValue)
    return profiles.attributes.map(\.name) + roles
      + facts.compactMap { profiles.headers[$0] }.filter { !roles.contains($0) }
  }

  var isNumber: Bool { if case .attribute(_, .number) = self { true } else { false } }

  var form: Message {
    switch self {
    case .attribute(_, .number): Message("a number", zh: "数字")
    case .attribute(_, .day): Day.form
    case .attribute(_, .text), .text: Message("a text", zh: "文字")
    }
  }

  func column(_ book: Book) -> [Int64] {
    let members = 0..<book.members.count
    guard let profiles = book.profiles else { return members.map { _ in MeasureColumn.unknown } }
    switch self {
    case .attribute(let place, _): return members.map { profiles.word(of: place, of: $0) ?? MeasureColumn.unknown }
    case .text(let fact): return members.map { profiles.code(fact, of: $0).map { Int64($0) } ?? MeasureColumn.unknown }
    }
  }

  /// What the column's numbers are held against; nil where the value is of another kind.
  func threshold(_ value: SegmentValue, in book: Book) -> SegmentTest.Threshold? {
    switch (self, value) {
    case (.attribute(_, .number), .number(let number)):
      SegmentTest.Threshold(Int128(number.numerator) * 10_000, over: Int128(number.denominator))
    case (.attribute(_, .day), .day(let day)): SegmentTest.Threshold(Int128(day.number))
    case (.attribute(_, .text), .name(let name)), (.text, .name(let name)):
      // A text that nobody has is no member's.
      SegmentTest.Threshold(book.profiles?.code(ofText: name).map { Int128($0) } ?? -1)
    default: nil
    }
  }
}

/// The names of columns of the members file that conditions can compare.
public func segmentColumns(of book: Book) -> [String] { MemberFile.names(in: book) }

public import Messages
public import Numerics
public import Quantities

/// Members that look like one person: of the same phone, or of the same name and the same birthday with its year. Nothing
/// is merged.
///
/// A phone, or a name with a birthday, that more than `mostOfOne` members share says nothing of them, nor does a phone that
/// looks made up or a birthday of 1900-01-01 or 1970-01-01: those are placeholders. Members of one family, as the members
/// file has it, who share a phone under different names are left out.
public struct LikelyDuplicates: Sendable {
  /// What members of a group have in common; `namesDiffer` where two of them have different names.
  public enum Grounds: Int, Comparable, Sendable {
    case phoneNameAndBirthday, phoneAndName, nameAndBirthday, phone, phoneNamesDiffer

    /// The stronger grounds first.
    public static func < (one: Grounds, other: Grounds) -> Bool { one.rawValue < other.rawValue }
  }

  /// A member of a group.
  public struct Person: Sendable, Equatable {
    /// The member's number.
    public let member: Int
    /// Receipts, returns among them.
    public let purchases: Int
    /// The day of the last receipt; nil without any.
    public let last: Day?
  }

  /// Members that look like one person.
  public struct Group: Sendable, Equatable {
    /// What they have in common.
    public let grounds: Grounds
    /// In the order of their numbers.
    public let people: [Person]
  }

  /// What too many members share.
  public struct Placeholder: Sendable, Equatable {
    /// A phone's digits, or a name and a birthday.
    public let text: String
    /// How many members share it.
    public let members: Int
  }

  /// The strongest grounds first, then those with the most purchases.
  public let groups: [Group]
  /// How many groups there are.
  public let count: Int
  /// Shared by the most members first.
  public let placeholders: [Placeholder]

  /// More members than these are not one person.
  static let mostOfOne = 5

  /// Nil where neither phones nor names with birthdays are known.
  public init?(in book: Book, job: Job = .unattended) throws(Diagnostic) {
    guard let profiles = book.profiles,
      profiles.has(.phone) || (profiles.has(.name) && profiles.hasBirthdays)
    else { return nil }
    let facts = try PersonFacts(profiles, members: book.members.count, job)
    var found: [Group] = []
    var blanks: [Placeholder] = []
    var sharing: [UInt64: Int] = [:]
    func person(_ member: Int) -> Person {
      let receipts = book.purchases.range(of: member)
      return Person(member: member, purchases: receipts.count, last: receipts.last.map { book.purchases.day($0) })
    }
    try facts.forEachShared(by: facts.phone, job) { members in
      guard let number = profiles.text(.phone, of: members[0]).flatMap(PhoneNumber.init) else { return }
      if members.count > Self.mostOfOne || number.looksMadeUp {
        blanks.append(Placeholder(text: number.digits, members: members.count))
        return
      }
      sharing[facts.phone[members[0]]] = members.count
      let grounds: Grounds =
        switch (facts.agreement(of: members, on: facts.name), facts.agreement(of: members, on: facts.birthday)) {
        case (.same, .same): .phoneNameAndBirthday
        case (.same, _): .phoneAndName
        case (.differs, _): .phoneNamesDiffer
        case (.unknown, _): .phone
        }
      if grounds == .phoneNamesDiffer, let family = profiles.code(.family, of: members[0]),
        members.allSatisfy({ profiles.code(.family, of: $0) == family })
      {
        return
      }
      found.append(Group(grounds: grounds, people: members.map(person)))
    }
    try facts.forEachShared(by: facts.nameAndBirthday, job) { members in
      guard let name = profiles.name(of: members[0]), let birthday = profiles.birthday(of: members[0]) else { return }
      if members.count > Self.mostOfOne || birthday.isPlaceholder {
        blanks.append(Placeholder(text: "\(name), \(birthday)", members: members.count))
        return
      }
      let phone = facts.phone[members[0]]
      let sharers = facts.agreement(of: members, on: facts.phone) == .same ? sharing[phone] : nil
      // Where nobody else has the phone, they are there already.
      if sharers == members.count { return }
      found.append(
        Group(
          grounds: sharers == nil ? .nameAndBirthday : .phoneNameAndBirthday, people: members.map(person)))
    }
    count = found.count
    groups = found.kept { one, other in
      let (first, second) = (one.people.reduce(0) { $0 + $1.purchases }, other.people.reduce(0) { $0 + $1.purchases })
      return (one.grounds.rawValue, second, one.people[0].member) < (
        other.grounds.rawValue, first, other.people[0].member
      )
    }
    placeholders = blanks.kept { ($1.members, $0.text) < ($0.members, $1.text) }
  }
}

extension Birthday {
  /// What systems write where nothing is known.
  fileprivate var isPlaceholder: Bool { (year == 1900 || year == 1970) && month == 1 && day == 1 }
}

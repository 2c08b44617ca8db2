import Messages
import Programme
import Quantities

// What the reference replay knows of a member besides the receipts.

/// What a members file says of a member.
struct ReferencePerson: Equatable {
  var joined: Day?
  var birthMonth: Int?
  /// The imported tier, by name, and since when.
  var tier: String?
  var tierSince: Day?
  var openingPoints: Int64?
  var openingExpiry: Day?
}

/// Something that a member did besides buying.
struct ReferenceAction: Equatable {
  var day: Day
  var second: Int32
  var name: String
  /// How many points it spent, 0 where it says nothing of that.
  var points: Int64 = 0
  /// What it was about.
  var detail = ""
  /// Whom points are given to, by number; -1 is someone whom nobody knows.
  var receiver: Int?
}

extension ReferenceAction {
  /// Whether the ladder or the points policy names it.
  func isNamed(in rules: Rules) -> Bool {
    let earning = rules.points?.actions.map(\.name) ?? []
    let asked = rules.ladder.tiers.flatMap { $0.actions.names + $0.tasks.flatMap(\.actions.names) }
    return (earning + asked).contains(name)
  }
}

extension ReferenceMember {
  /// The day of joining: as stated, else of the first purchase, else of the first action, else since when the imported
  /// tier is held, else the first day of the data.
  static func joining(
    _ person: ReferencePerson, _ receipts: [ReferenceReceipt], _ actions: [ReferenceAction], _ dataStart: Day
  ) -> Day {
    person.joined ?? receipts.first?.day ?? actions.first?.day ?? person.tierSince ?? dataStart
  }

  /// The first day on which there is anything to do for the member; nil where there never is.
  func firstDayOfLife() -> Day? {
    var days = receipts.prefix(1).map(\.day) + actions.prefix(1).map(\.day)
    if let imported { days.append(max(imported.day, dataStart)) }
    if openingPoints > 0 { days.append(dataStart) }
    return days.min()
  }

  /// The actions that count: within the data, and spending points or named by the ladder or the points policy.
  static func counted(_ actions: [ReferenceAction], _ rules: Rules, _ dataStart: Day) -> [ReferenceAction] {
    actions.filter {
      $0.day >= dataStart && ($0.isNamed(in: rules) || $0.redeems(under: rules) || $0.gives(under: rules))
    }
  }

  /// The imported tier that says something: one of the ladder's, above the entry tier, with the day it is held since.
  var imported: (tier: Int, day: Day)? { sharesTier ? pooledImport : ownImport }

  var ownImport: (tier: Int, day: Day)? {
    guard let name = person.tier, let tier = rules.ladder.tiers.firstIndex(where: { $0.name == name }), tier > 0
    else { return nil }
    return (tier, person.tierSince ?? dataStart)
  }

  /// Opening points that are still there when the data begin.
  var openingPoints: Int64 {
    guard rules.points != nil, let points = person.openingPoints, points > 0 else { return 0 }
    if let expiry = person.openingExpiry, expiry <= dataStart { return 0 }
    return points
  }
}

import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// Where the programme and the conditions put a member.
extension MemberPage {
  /// The benefits of the tier, and those that the member had in the year to the last day, with what they cost.
  func benefits(of tier: String, _ rules: Rules, _ year: Outcome) -> Table? {
    let names = rules.ladder.tiers.map(\.name)
    guard let place = names.firstIndex(of: tier) else { return nil }
    let held = rules.benefits.filter { $0.tiers?.selects(names)[place] ?? true }.map(\.name)
    let used = Dictionary(grouping: year.benefitLines.filter { $0.units != 0 }, by: \.benefit)
    let shown = (rules.benefits.map(\.name) + rules.coupons.map(\.name)).filter { held.contains($0) || used[$0] != nil }
    guard !shown.isEmpty else { return nil }
    var table = Table(
      "benefits", title: Message("benefits, and what they cost in the last 12mo", zh: "权益，及过去 12 个月的成本"),
      columns: [.init(.benefit), .init(.ofTier), .init(.units), .init(.cost)])
    table.rows = shown.map { name in
      let lines = used[name] ?? []
      let units = lines.reduce(0) { $0 + $1.units }
      let isHeld = held.contains(name)
      return [
        .text(name), .word(isHeld ? Message("yes", zh: "是") : Message("no", zh: "否")),
        lines.first?.isMoney == true ? .money(Money(minor: units)) : .count(units),
        .money(Money(minor: lines.reduce(0) { $0 + $1.cost.minor })),
      ]
    }
    return table
  }

  /// Which classes, tags and segments the member is in.
  func groups(_ groups: MemberGroups) -> Table? {
    var table = Table(
      "groups", title: Message("groups", zh: "归类"), columns: [.init(.fact), .init(.value, wraps: true)])
    for (title, name) in groups.classes { table.rows.append([.word(title), .word(name)]) }
    for (kind, names) in groups.named where !names.isEmpty {
      table.rows.append([.word(.kind(kind)), .text(names.joined(separator: ", "))])
    }
    return table.rows.isEmpty ? nil : table
  }
}

/// What conditions, segmentations and scores say of a member.
struct MemberGroups {
  /// `score(好客)`, of 100.
  var values: [Report.Value] {
    scores.map { name, points, whole in
      .init(
        Heading("score(\(name))", .named(Score.declaration.kind, name)),
        .quotient(numerator: points * 100, denominator: whole))
    }
  }

  var classes: [(title: Message, name: Message)] = []
  /// Tags, then segments, by kind.
  var named: [(kind: String, names: [String])] = []
  var scores: [(name: String, points: Int64, whole: Int64)] = []
  /// What could not be told of tags, segments and scores, by name.
  var untold: [(name: String, why: Message)] = []
}

extension Session {
  /// What is said of one member.
  mutating func groups(of member: Int) throws(Diagnostic) -> MemberGroups {
    var groups = MemberGroups()
    for scheme in [SegmentScheme.lifecycle, .rfm] {
      let division = try division(scheme)
      groups.classes.append((scheme.title, division.titles[Int(division.classes.of[member])]))
    }
    let conditions = programme.conditions
    var holds: [Bool?]
    do throws(Diagnostic) {
      let sets = try memberSets(conditions.map(\.condition))
      holds = conditions.indices.map { sets.contains(member, in: $0) }
    } catch {
      guard error.code != .interrupted else { throw error }
      // One at a time, so that those are left out only that cannot be told.
      holds = []
      for (_, name, condition) in conditions {
        holds.append(
          try told(name, &groups) { session throws(Diagnostic) in
            try session.memberSets([condition]).contains(member, in: 0)
          })
      }
    }
    for kind in ConditionName.kinds.reversed() {
      groups.named.append((kind, zip(conditions, holds).filter { $0.kind == kind && $1 == true }.map(\.0.name)))
    }
    for score in programme.scores {
      let found = try told(score.name, &groups) { session throws(Diagnostic) in try session.memberScores(score) }
      if let found { groups.scores.append((score.name, found.points[member], found.whole)) }
    }
    return groups
  }

  /// Nil, and noted, where the data do not have what it takes.
  private mutating func told<Found>(
    _ name: String, _ groups: inout MemberGroups, _ find: (inout Session) throws(Diagnostic) -> Found
  ) throws(Diagnostic) -> Found? {
    do throws(Diagnostic) { return try find(&self) } catch {
      guard error.code != .interrupted else { throw error }
      groups.untold.append((name, error.spelled(in: notation).message))
      return nil
    }
  }
}

extension Heading {
  fileprivate static let ofTier = Heading("of_tier", Message("of the tier", zh: "本等级"))
  fileprivate static let units = Heading("units", Message("units", zh: "数量"))
}

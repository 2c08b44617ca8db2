import Insight
public import Messages
import Programme
import Quantities

/// What conditions, segmentations and scores say of a member.
public struct MemberGroups {
  /// By scheme: what people call it, and the class.
  public var classes: [(title: Message, name: Message)] = []
  /// Tags, then segments, by kind.
  public var named: [(kind: String, names: [String])] = []
  /// By score: the points, and of how many.
  public var scores: [(name: String, points: Int64, whole: Int64)] = []
  /// What could not be told of tags, segments and scores, by name.
  public var untold: [(name: String, why: Message)] = []
}

extension Analyst {
  /// What is said of one member.
  public mutating func groups(of member: Int) throws(Diagnostic) -> MemberGroups {
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
          try told(name, &groups) { analyst throws(Diagnostic) in
            try analyst.memberSets([condition]).contains(member, in: 0)
          })
      }
    }
    for kind in ConditionName.kinds.reversed() {
      groups.named.append((kind, zip(conditions, holds).filter { $0.kind == kind && $1 == true }.map(\.0.name)))
    }
    for score in programme.scores {
      let found = try told(score.name, &groups) { analyst throws(Diagnostic) in try analyst.memberScores(score) }
      if let found { groups.scores.append((score.name, found.points[member], found.whole)) }
    }
    return groups
  }

  /// Nil, and noted, where the data do not have what it takes.
  private mutating func told<Found>(
    _ name: String, _ groups: inout MemberGroups, _ find: (inout Analyst) throws(Diagnostic) -> Found
  ) throws(Diagnostic) -> Found? {
    do throws(Diagnostic) { return try find(&self) } catch {
      guard error.code != .interrupted else { throw error }
      groups.untold.append((name, error.spelled(in: notation).message))
      return nil
    }
  }
}

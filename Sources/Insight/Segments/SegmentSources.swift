public import Programme
public import Quantities
public import Simulation

/// What conditions look at besides the book.
public struct SegmentSources: Sendable {
  /// The last day that counts.
  public var asOf: Day
  /// Nil where no condition asks for a margin.
  public var margins: LineMargins?
  /// A class of every member, by the measure that asks for it: tiers in the order of the ladder, and the classes of
  /// built-in segmentations.
  public var classes: [SegmentMeasure: MemberClasses] = [:]
  /// By member and measure of the customer model, in parts of its scale; `Int64.min` where none knows the member.
  public var forecasts: [SegmentMeasure: [Int64]] = [:]
  /// By name.
  public var scores: [String: MemberScores] = [:]

  public init(asOf: Day) { self.asOf = asOf }
}

/// A class of every member.
public struct MemberClasses: Sendable, Equatable {
  /// As they are written in conditions.
  public let names: [String]
  /// By member: the place of the class in `names`, or `unknown`.
  public let of: [UInt8]
  public static let unknown: UInt8 = 255
  /// What else may be written, for the names in order; none where nothing may.
  public let aliases: [[String]]

  public init(names: [String], of: [UInt8], aliases: [[String]] = []) {
    self.names = names
    self.of = of
    self.aliases = aliases
  }

  /// The place of the class called `name`.
  public func place(of name: String) -> Int? {
    names.firstIndex(of: name) ?? aliases.firstIndex { $0.contains(name) }
  }
}

extension Programme {
  /// Everything that conditions compare, their own and what the segments, tags and scores that they name do, once each.
  public func measures(of conditions: [SegmentCondition]) -> Set<SegmentMeasure> {
    let calls = calls(of: conditions)
    let named = scores(in: calls).flatMap { $0.calls.map(\.call) }
    return Set((calls + named).compactMap { if case .measure(let measure) = $0.subject { measure } else { nil } })
  }

  /// The scores that conditions ask for.
  public func scores(of conditions: [SegmentCondition]) -> [Score] { scores(in: calls(of: conditions)) }

  private func scores(in calls: [MeasureCall]) -> [Score] {
    let named = Set(calls.filter { $0.subject == .measure(.score) }.flatMap(\.names))
    return scores.filter { named.contains($0.name) }
  }

  private func calls(of conditions: [SegmentCondition]) -> [MeasureCall] {
    var found: [MeasureCall] = []
    var seen: Set<String> = []
    var open = conditions
    while let condition = open.popLast() {
      found += condition.calls
      for name in condition.names where seen.insert(name.name).inserted {
        if let inner = self.condition(name) { open.append(inner) }
      }
    }
    return found
  }
}

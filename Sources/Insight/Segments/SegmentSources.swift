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
  /// Everything that conditions compare, their own and what the segments that they name do, once each.
  public func measures(of conditions: [SegmentCondition]) -> Set<SegmentMeasure> {
    var found: Set<SegmentMeasure> = []
    var seen: Set<String> = []
    var open = conditions
    while let condition = open.popLast() {
      for case .measure(let measure) in condition.calls.map(\.subject) { found.insert(measure) }
      for name in condition.segments where seen.insert(name.name).inserted {
        if let inner = segments.first(where: { $0.name == name.name })?.condition { open.append(inner) }
      }
    }
    return found
  }
}

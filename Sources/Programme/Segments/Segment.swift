public import Quantities

/// A set of members, by a condition.
public struct Segment: Declared {
  public var name: String
  public var condition: SegmentCondition?

  public init(name: String) { self.name = name }

  public static let declaration = Declaration<Segment>(
    "segment", zh: "分群",
    Message("Members by what they bought, when and where, and who they are", zh: "按买了什么、何时何地、是谁来选出会员"),
    fields: [
      Field(
        "where", \.condition,
        Message(
          "Who belongs to it: measures compared with values, and other segments, joined by and, or, not, but not",
          zh: "谁属于它：度量与值的比较，以及别的分群，用 and、or、not、but not 连接"))
    ],
    example: """
      segment 送礼客 {
        where = share(category = "配饰") >= 30% and recency <= 90d
      }
      """,
    check: { segment in
      if segment.condition == nil {
        return Inconsistency(
          DefinitionProblem.missing(
            Message(verbatim: "where"), of: segment.title, example: "where = visits in last 90d >= 3"), at: [])
      }
      return nil
    })
}

extension Programme {
  /// The first segment that a condition names, or one of those that it names, and that is not there, or the circle that
  /// it closes; nil where all is well. `name` is whose condition it is.
  public func segmentFault(in condition: SegmentCondition, of name: String? = nil) -> Diagnostic? {
    var path = name.map { [$0] } ?? []
    var sound: Set<String> = []
    return segmentFault(condition, &path, &sound)
  }

  private func segmentFault(
    _ condition: SegmentCondition, _ path: inout [String], _ sound: inout Set<String>
  ) -> Diagnostic? {
    for named in condition.segments where !sound.contains(named.name) {
      if path.contains(named.name) {
        return Diagnostic(SegmentProblem.circular(path + [named.name]), at: named.span)
      }
      guard let found = segments.first(where: { $0.name == named.name }) else {
        return Diagnostic(
          SegmentProblem.unknownSegment(named.name, names: segments.map(\.name)), at: named.span)
      }
      path.append(named.name)
      defer { path.removeLast() }
      if let inner = found.condition, let fault = segmentFault(inner, &path, &sound) {
        return Diagnostic(fault.problem, at: named.span)
      }
      sound.insert(named.name)
    }
    return nil
  }
}

extension Programme {
  /// The segments, each behind those that it names, else in the order in which they were defined.
  public var segmentsInOrder: [Segment] {
    var placed: [Segment] = []
    var seen: Set<String> = []
    func place(_ segment: Segment) {
      guard seen.insert(segment.name).inserted else { return }
      for name in segment.condition?.segments ?? [] {
        if let named = segments.first(where: { $0.name == name.name }) { place(named) }
      }
      placed.append(segment)
    }
    for segment in segments { place(segment) }
    return placed
  }
}

public import Messages

/// A set of members, by a condition.
public struct Segment: NamedCondition {
  /// How the plan calls it.
  public var name: String
  /// Who is in it.
  public var condition: SegmentCondition?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Segment>(
    "segment", zh: "分群",
    Message("Members by what they bought, when and where, and who they are", zh: "按买了什么、何时何地、是谁来选出会员"),
    where: Message(
      "Who belongs to it: measures compared with values, tags and other segments, joined by and, or, not, but not",
      zh: "谁属于它：度量与值的比较，以及标签和别的分群，用 and、or、not、but not 连接"),
    example: """
      segment 送礼客 {
        where = share(category = "配饰") >= 30% and recency <= 90d
      }
      """)
}

extension Programme {
  /// The first thing that a condition names, or one of those that it names, and that is not there, or the circle that
  /// it closes; nil where all is well. `name` is whose condition it is.
  public func segmentFault(in condition: SegmentCondition, of name: String? = nil) -> Diagnostic? {
    var path = name.map { [$0] } ?? []
    var sound: Set<String> = []
    return segmentFault(condition, &path, &sound)
  }

  private func segmentFault(
    _ condition: SegmentCondition, _ path: inout [String], _ sound: inout Set<String>
  ) -> Diagnostic? {
    for call in condition.calls { if let fault = nameFault(in: call) { return fault } }
    for named in condition.names where !sound.contains(named.name) {
      if path.contains(named.name) {
        return Diagnostic(SegmentProblem.circular(path + [named.name]), at: named.span)
      }
      guard let inner = self.condition(named) else { return unknown(named) }
      if let owner = path.last, tags.contains(where: { $0.name == owner }),
        segments.contains(where: { $0.name == named.name })
      {
        return Diagnostic(SegmentProblem.segmentInTag(named.name, tag: owner), at: named.span)
      }
      path.append(named.name)
      defer { path.removeLast() }
      if let fault = segmentFault(inner, &path, &sound) { return Diagnostic(fault.problem, at: named.span) }
      sound.insert(named.name)
    }
    return nil
  }

  /// That there is no such segment or tag.
  public func unknown(_ name: ConditionName) -> Diagnostic {
    let known = conditions.filter { name.kind ?? $0.kind == $0.kind }.map(\.name)
    return Diagnostic(
      SegmentProblem.unknownSegment(name.name, kind: name.kind ?? "segment", names: known), at: name.span)
  }

  /// A holiday or score that a call names and that is not there.
  private func nameFault(in call: MeasureCall) -> Diagnostic? {
    if call.subject == .measure(.score), let name = call.names.first, !scores.contains(where: { $0.name == name }) {
      return Diagnostic(SegmentProblem.unknownScore(name, names: scores.map(\.name)), at: call.span)
    }
    let known = holidays.map(\.name)
    for case .holidays(let names, _) in call.part?.filters ?? [] {
      if known.isEmpty { return Diagnostic(SegmentProblem.noHoliday, at: call.span) }
      if let stray = names.first(where: { !known.contains($0) }) {
        return Diagnostic(SegmentProblem.unknownHoliday(stray, names: known), at: call.span)
      }
    }
    return nil
  }
}

extension Array where Element: NamedCondition {
  /// Each behind those of the same kind that it names, else in the order in which they were defined.
  public var inOrder: [Element] {
    var placed: [Element] = []
    var seen: Set<String> = []
    func place(_ object: Element) {
      guard seen.insert(object.name).inserted else { return }
      for name in object.condition?.names ?? [] {
        if let named = first(where: { $0.name == name.name }) { place(named) }
      }
      placed.append(object)
    }
    for object in self { place(object) }
    return placed
  }
}

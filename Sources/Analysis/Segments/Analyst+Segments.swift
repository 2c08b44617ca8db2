public import Insight
import MemberBook
public import Messages
import Numerics
import PlanLanguage
public import Programme
import Quantities
import Simulation

extension Analyst {
  /// What is wrong with the conditions of the object called `name`; nil where nothing is. Columns of a members file are
  /// looked up where one is loaded.
  public func segmentFault(of name: String, at span: SourceSpan) -> Diagnostic? {
    if let condition = programme.condition(ConditionName(name)) {
      if SegmentMeasure.named(name) != nil { return Diagnostic(SegmentProblem.measureName(name), at: span) }
      return segmentFault(in: condition, of: name)
    }
    if let score = programme.scores.first(where: { $0.name == name }) { return fault(in: score, at: span) }
    switch programme.events.first(where: { $0.name == name })?.audience {
    case .chosen(let condition)?: return segmentFault(in: condition)
    case .scored(_, let score)? where !programme.scores.contains { $0.name == score.name }:
      let names = Audience.Measure.candidates + programme.scores.map(\.name)
      return Diagnostic(SegmentProblem.unknownScore(score.name, names: names), at: score.span)
    case .top?, .scored?, .list?, nil: return nil
    }
  }

  /// The same of a condition; `name` is the segment that it is of.
  public func segmentFault(in condition: SegmentCondition, of name: String? = nil) -> Diagnostic? {
    if let fault = programme.segmentFault(in: condition, of: name) { return fault }
    return condition.calls.lazy.compactMap { self.columnFault(in: $0) }.first
  }

  /// That a call looks at a column that the members file does not have.
  private func columnFault(in call: MeasureCall) -> Diagnostic? {
    let columns = dataset.map { segmentColumns(of: $0.book) } ?? []
    let measures = SegmentMeasure.allCases.map(\.name)
    guard case .attribute(let column) = call.subject, !columns.contains(column) else { return nil }
    // What is near to no measure may be a column of a file that is loaded later.
    if columns.isEmpty, nearestName(to: column, among: measures) == nil { return nil }
    return Diagnostic(SegmentProblem.unknownMeasure(column, names: columns + measures), at: call.span)
  }

  /// What is wrong with a score; `span` is its name's place.
  private func fault(in score: Score, at span: SourceSpan) -> Diagnostic? {
    if SegmentMeasure.named(score.name) != nil || MemberMeasure(rawValue: score.name) != nil {
      return Diagnostic(SegmentProblem.measureName(score.name), at: span)
    }
    // The columns of a file with none may come with a later one.
    let columns = dataset?.book.profiles?.attributes.map(\.name) ?? []
    guard !columns.isEmpty, let stray = score.columns.names.first(where: { !columns.contains($0) }) else { return nil }
    return Diagnostic(SegmentProblem.unknownMeasure(stray, names: columns), at: span)
  }

  /// The members of each condition.
  public mutating func memberSets(_ conditions: [SegmentCondition]) throws(Diagnostic) -> MemberSets {
    let data = try loaded()
    var sources = try segmentSources(for: programme.measures(of: conditions))
    for score in programme.scores(of: conditions) { sources.scores[score.name] = try memberScores(score, sources) }
    return try CompiledSegments(conditions, of: programme, in: data.book, sources)(job)
  }

  /// The score of every member.
  public mutating func memberScores(_ score: Score) throws(Diagnostic) -> MemberScores {
    let measures = score.calls.compactMap { if case .measure(let measure) = $0.call.subject { measure } else { nil } }
    return try memberScores(score, segmentSources(for: Set(measures)))
  }

  private func memberScores(_ score: Score, _ sources: SegmentSources) throws(Diagnostic) -> MemberScores {
    try MemberScores(score, of: programme, in: loaded().book, sources, job)
  }

  /// What conditions on `measures` look at; the scores that they name are still to be added.
  mutating func segmentSources(for measures: Set<SegmentMeasure>) throws(Diagnostic) -> SegmentSources {
    let data = try loaded()
    var sources = SegmentSources(asOf: asOf(data))
    if measures.contains(.margin) { sources.margins = LineMargins(programme.assumptions, data.book) }
    if measures.contains(.tier) {
      let rules = try rules(of: Reference(Scenario.baseline))
      let outcome = try outcome(rules, over: try days(of: Placed(.history)))
      sources.classes[.tier] = MemberClasses(names: outcome.tiers, of: outcome.finalTiers)
    }
    for scheme in SegmentScheme.allCases where measures.contains(scheme.measure) {
      sources.classes[scheme.measure] = try division(scheme).classes
    }
    let scores = measures.filter { $0.unit == .score }
    if !scores.isEmpty, case .rfm(let rfm) = try division(.rfm).details {
      for score in scores { sources.classes[score] = rfm.scores(score) }
    }
    let forecasts = measures.filter(\.isForecast)
    if !forecasts.isEmpty {
      let (outlook, margin) = (try outlook(), try marginShare())
      for measure in forecasts { sources.forecasts[measure] = outlook.figures(measure, margin) }
    }
    return sources
  }

  /// What every member spent up to the as-of date, in minor units.
  public func memberSpend(_ data: Dataset) throws(Diagnostic) -> [Int64] {
    let purchases = data.book.purchases
    let last = asOf(data) - data.book.firstDay
    let members = data.book.members.count
    let pieces = 64
    return try job.map(pieces) { piece in
      (piece * members / pieces..<(piece + 1) * members / pieces).map { member in
        purchases.range(of: member).reduce(Int64(0)) { sum, receipt in
          Int(purchases.dayOffset[receipt]) <= last ? sum + purchases.amount[receipt] : sum
        }
      }
    }.flatMap(\.self)
  }
}

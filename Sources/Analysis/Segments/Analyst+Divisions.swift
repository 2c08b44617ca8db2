import Insight
import MemberBook
public import Messages
import PlanLanguage
import Planning
import Programme
public import Quantities
import Simulation

extension Analyst {
  /// All members divided by a scheme, as at the end of `range`. The pyramid counts what the range contributed; the others
  /// look at everything before its end, as far as their own windows reach.
  public mutating func division(_ scheme: SegmentScheme, over range: DayRange? = nil) throws(Diagnostic) -> Division {
    let data = try loaded()
    let last = range?.last ?? asOf(data)
    guard let all = DayRange(min(data.book.firstDay, last), last) else { throw Diagnostic(AnalysisProblem.noRange) }
    switch scheme {
    case .rfm: return try rfm(all)
    case .lifecycle: return try lifecycle(all)
    case .pyramid: return try pyramid(range ?? all)
    case .layers: return try layers(all)
    }
  }

  private func rfm(_ all: DayRange) throws(Diagnostic) -> Division {
    let data = try loaded()
    let own = programme.rfm.first
    let days = own?.window.flatMap { DayRange((all.last - $0) + 1, all.last) } ?? all
    let summary = try MemberSummary(data.book, over: days, nil, job)
    let rfm = RFM(summary, own)
    return Division(
      scheme: .rfm, classes: rfm.classes, titles: RFM.Segment.allCases.map(\.title), spend: summary.spend,
      days: days, details: .rfm(rfm))
  }

  private func lifecycle(_ all: DayRange) throws(Diagnostic) -> Division {
    let data = try loaded()
    let cuts = programme.lifecycles.first ?? LifecycleCuts(name: "lifecycle")
    let summary = try MemberSummary(data.book, over: all, cuts.gauge, job)
    let lifecycle = Lifecycle(summary, cuts)
    var division = Division(
      scheme: .lifecycle, classes: lifecycle.classes, titles: Lifecycle.Stage.allCases.map(\.title),
      spend: summary.spend, days: all, details: .lifecycle(lifecycle, cuts))
    let few = grouped(cuts.few.value)
    if let pooled = lifecycle.pooled {
      let share = cuts.percentile.text(in: notation)
      division.notes.append(
        Message(
          "\(counted(lifecycle.pooledMembers, "member")) with fewer than \(few) gaps are held against "
            + "\(counted(pooled, "day")), the \(share) point of all such members' gaps",
          zh: "\(grouped(Int64(lifecycle.pooledMembers))) 名间隔少于 \(few) 次的会员按 \(grouped(Int64(pooled))) 天判断，"
            + "即所有这类会员间隔的 \(share) 分位点"))
    }
    return division
  }

  private mutating func pyramid(_ days: DayRange) throws(Diagnostic) -> Division {
    let data = try loaded()
    let margins = LineMargins(programme.assumptions, data.book)
    guard margins.isKnown else { throw Diagnostic(PlanningProblem.unknownMargin) }
    let summary = try MemberSummary(data.book, over: days, nil, job)
    var contributions = try margins.ofMembers(data.book, summary, job)
    var notes: [Message] = []
    var rules = try rules(of: Reference(Scenario.baseline))
    if rules.benefits.contains(where: { $0.staff != nil }) {
      rules.benefits.removeAll { $0.staff != nil }
      notes.append(Message("staff is shared by a tier and charged to no single member", zh: "人员成本由整个等级分担，不计到单个会员"))
    }
    if !rules.benefits.isEmpty || !rules.coupons.isEmpty || rules.points != nil {
      let compiled = try data.history.compile(rules, through: days.last)
      let costs = try Replay(data.history).memberCosts(
        compiled, over: days, job: job)
      if let costs {
        for (member, cost) in costs.enumerated() { contributions[member] -= cost }
      } else {
        notes.append(
          Message("a point has no cost, so what points cost is not taken off", zh: "积分没有成本，所以没有扣除积分成本"))
      }
    }
    let pyramid = Pyramid(contributions, programme.pyramids.first ?? PyramidCuts(name: "pyramid")) { member in
      summary.last[member] >= 0 || summary.spend[member] != 0 || contributions[member] != 0
    }
    return Division(
      scheme: .pyramid, classes: pyramid.classes, titles: Pyramid.Layer.allCases.map(\.title),
      spend: summary.spend, days: days, details: .pyramid(pyramid), notes: notes)
  }

  private func layers(_ all: DayRange) throws(Diagnostic) -> Division {
    let data = try loaded()
    let rules = programme.layers.first ?? .standard
    let summary = try MemberSummary(data.book, over: all, nil, job)
    let layers = try Layers(rules, of: data.book, summary, job)
    return Division(
      scheme: .layers, classes: layers.classes,
      titles: rules.layers.map { Message(verbatim: $0.name) } + [Message("others", zh: "其他")], spend: summary.spend,
      days: all, details: .layers(layers))
  }
}

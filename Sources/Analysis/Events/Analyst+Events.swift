import Insight
import Intake
import MemberBook
public import Messages
public import PlanLanguage
public import Planning
public import Programme
import Quantities
import Simulation

/// What a plan is asked for besides its event.
public struct PlanRequest {
  /// How many draws; nil for 1,000.
  public var draws: Placed<Count>?
  /// What they are keyed by; nil for the setting.
  public var seed: Count?
  /// Whose changes apply to the event; nil for baseline.
  public var scenario: Reference?
  /// How a plan is asked for, for an error that says so.
  public var usage: Message

  /// A plan with the usual draws, where nothing else is said.
  public init(draws: Placed<Count>? = nil, seed: Count? = nil, scenario: Reference? = nil, usage: Message) {
    self.draws = draws
    self.seed = seed
    self.scenario = scenario
    self.usage = usage
  }
}

extension Analyst {
  /// The event called `name`, as `scenario` has it where one is given.
  public func event(_ name: Reference, in scenario: Reference? = nil) throws(Diagnostic) -> Event {
    var programme = programme
    if let scenario, scenario.text != Scenario.baseline {
      guard let found = programme.scenario(named: scenario.text) else {
        throw Diagnostic(
          AnalysisProblem.noSuch(
            kind: .kind("scenario"), scenario.text, names: programme.scenarioNames,
            list: Message("`show scenarios` lists them.", zh: "`show scenarios` 列出全部方案。")), at: scenario.span)
      }
      do { programme = try programme.applying(found) } catch { throw error.placed(at: scenario.span) }
    }
    guard let event = programme.events.first(where: { $0.name == name.text }) else {
      throw Diagnostic(
        AnalysisProblem.noSuch(
          kind: .kind("event"), name.text, names: programme.events.map(\.name),
          list: Message("`show events` lists them.", zh: "`show events` 列出全部活动。")), at: name.span)
    }
    return event
  }

  /// The plan of an event, and what its reader must know.
  public mutating func plan(_ name: Reference, _ request: PlanRequest) throws(Diagnostic) -> PlannedEvent {
    let event = try event(name, in: request.scenario)
    let data = try loaded(at: name.span)
    let count = request.draws?.value.value ?? 1000
    guard (1...Int64(EventPlan.drawLimit)).contains(count) else {
      let limit = grouped(Int64(EventPlan.drawLimit))
      throw Diagnostic(
        ReadingProblem.outOfBounds(
          grouped(count), must: Message("between 1 and \(limit) draws", zh: "1 到 \(limit) 次抽样")),
        at: request.draws?.span)
    }
    let guests = try guests(of: event, data)
    if let nobody = guests.emptiness { throw Diagnostic(nobody, at: name.span) }
    let margin = try margin(data, at: name.span)
    guard let terms = EventTerms(event, margin: margin.spread) else {
      throw Diagnostic(
        AnalysisProblem.missing(
          Message("a whole event", zh: "定义完整的活动"), of: "plan", usage: request.usage), at: name.span)
    }
    let seed = request.seed ?? settings.seed
    do {
      let plan = try EventPlan(
        terms, guests, draws: Int(count), seed: UInt32(truncatingIfNeeded: seed.value ^ seed.value >> 32),
        job: job)
      return PlannedEvent(event: event, plan: plan, seed: seed.value, margin: margin, asOf: asOf(data))
    } catch { throw error.placed(at: name.span) }
  }

  /// Whom the event invites, best first.
  public mutating func guests(of event: Event, _ data: Dataset) throws(Diagnostic) -> GuestList {
    let weekday = (event.date ?? asOf(data)).weekday
    let year = PastYear(data.book, asOf: asOf(data), weekday: weekday)
    let list: GuestList
    switch event.audience {
    case .top(let count, let measure):
      list = GuestList(top: count.people, by: measure, of: data.book, in: year, weekday: weekday)
    case .scored(let count, let name):
      let scores = try memberScores(score(Reference(name.name, at: name.span)))
      list = GuestList(
        top: count.people, scored: scores.points, of: scores.whole, in: data.book, year: year, weekday: weekday)
    case .list(let file):
      let rows: [(id: String, line: Int)]
      do { rows = try loadMemberList(from: files.reading(Quoted(file.path, at: file.span))) } catch {
        throw error.placed(at: file.span)
      }
      list = GuestList(
        rows.map { GuestList.Listed(id: $0.id, line: $0.line) }, of: data.book, in: year, weekday: weekday)
    case .chosen(let condition):
      let members = try memberSets([condition]).members(of: 0)
      list = GuestList(chosen: members, of: data.book, in: year, weekday: weekday)
    case nil: list = GuestList([], of: data.book, in: year, weekday: weekday)
    }
    return event.invite.map { list.first($0.people) } ?? list
  }

  /// The margin on sales, and where it comes from. The one place that knows.
  private func margin(_ data: Dataset, at span: SourceSpan?) throws(Diagnostic) -> PlannedEvent.Margin {
    guard let lines = LineMargin(data.book, asOf: asOf(data)) else {
      if let blended = try blendedMargin(data) { return blended }
      if let assumed = programme.assumptions.last(where: { $0.subject == .margin && $0.part == nil }) {
        return PlannedEvent.Margin(
          spread: assumed.value, text: Message(verbatim: assumed.value.text(in: notation)),
          source: assumed.because.map { Message("assumed: \($0)", zh: "假设：\($0)") }
            ?? Message("assumed: no source given", zh: "假设：未注明来源"))
      }
      throw Diagnostic(PlanningProblem.unknownMargin, at: span)
    }
    let left = grouped(Int64(lines.leftOut))
    return PlannedEvent.Margin(
      spread: .fixed(lines.margin), text: Message("own", zh: "实际"),
      source: .sentence(
        Message(
          "measured: costs of \(counted(lines.counted, "line")) in \(lines.days)",
          zh: "实测：\(lines.days) 内 \(grouped(Int64(lines.counted))) 行的成本"),
        lines.leftOut == 0 ? nil : Message(", \(left) without a cost left out", zh: "，不计没有成本的 \(left) 行"),
        separator: .empty))
  }
}

extension Analyst {
  /// Where margins are assumed by category or store: what they come to on the sales of the past year; nil where none is.
  private func blendedMargin(_ data: Dataset) throws(Diagnostic) -> PlannedEvent.Margin? {
    guard programme.assumptions.contains(where: { $0.subject == .margin && $0.part != nil }) else { return nil }
    let asOf = asOf(data)
    guard let year = DayRange(max((asOf - .months(12)) + 1, data.book.firstDay), asOf) else { return nil }
    let rules = Rules(ladder: .single, assumptions: programme.assumptions)
    let compiled = try data.history.compile(rules, through: asOf)
    let outcome = try Replay(data.history)(compiled, over: year, job: job)
    guard case .money(let gross) = outcome.value(of: .margin), outcome.flow.spend > 0,
      let share = Ratio(gross.minor, over: outcome.flow.spend), share >= .zero, share <= .one
    else { return nil }
    return PlannedEvent.Margin(
      spread: .fixed(Percent(fraction: share)), text: Message("by part", zh: "分别假设"),
      source: Message(
        "assumed by category or store, as it comes to on the sales of \(year)",
        zh: "按品类或门店假设，按 \(year) 的销售额折算"))
  }
}

import Intake
import MemberBook
import Planning
import Programme
import Quantities
import Simulation

/// What a plan is asked for besides its event.
struct PlanRequest {
  var draws: Placed<Count>?
  var seed: Count?
  var scenario: Reference?
}

extension Session {
  /// The event called `name`, as `scenario` has it where one is given.
  func event(_ name: Reference, in scenario: Reference? = nil) throws(Diagnostic) -> Event {
    var programme = programme
    if let scenario, scenario.text != Scenario.baseline {
      guard let found = programme.scenario(named: scenario.text) else {
        throw Diagnostic(
          ShellProblem.noSuch(
            kind: "scenario", scenario.text, names: scenarioNames(), list: "`show scenarios` lists them."),
          at: scenario.span)
      }
      do { programme = try programme.applying(found) } catch { throw error.placed(at: scenario.span) }
    }
    guard let event = programme.events.first(where: { $0.name == name.text }) else {
      throw Diagnostic(
        ShellProblem.noSuch(
          kind: "event", name.text, names: programme.events.map(\.name), list: "`show events` lists them."),
        at: name.span)
    }
    return event
  }

  /// The plan of an event, and what its reader must know.
  func plan(_ name: Reference, _ request: PlanRequest) throws(Diagnostic) -> PlannedEvent {
    let event = try event(name, in: request.scenario)
    let data = try loaded(at: name.span)
    let count = request.draws?.value.value ?? 1000
    guard (1...Int64(EventPlan.drawLimit)).contains(count) else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(grouped(count), must: "between 1 and \(grouped(Int64(EventPlan.drawLimit))) draws"),
        at: request.draws?.span)
    }
    let guests = try guests(of: event, data)
    if let nobody = guests.emptiness { throw Diagnostic(nobody, at: name.span) }
    let margin = try margin(data, at: name.span)
    guard let terms = EventTerms(event, margin: margin.spread) else {
      throw Diagnostic(ShellProblem.missing("a whole event", of: "plan", usage: PlanEvent.syntax.usage), at: name.span)
    }
    let seed = request.seed ?? settings.seed
    do {
      let plan = try EventPlan(
        terms, guests, draws: Int(count), seed: UInt32(truncatingIfNeeded: seed.value ^ seed.value >> 32),
        stop: environment.stop, progress: environment.progress)
      return PlannedEvent(event: event, plan: plan, seed: seed.value, margin: margin, asOf: asOf(data))
    } catch { throw error.placed(at: name.span) }
  }

  /// Whom the event invites, best first.
  private func guests(of event: Event, _ data: Dataset) throws(Diagnostic) -> GuestList {
    let weekday = (event.date ?? asOf(data)).weekday
    let year = PastYear(data.book, asOf: asOf(data), weekday: weekday)
    let list: GuestList
    switch event.audience {
    case .top(let count, let measure):
      list = GuestList(top: count.people, by: measure, of: data.book, in: year, weekday: weekday)
    case .list(let file):
      let rows: [(id: String, line: Int)]
      do { rows = try loadMemberList(from: resolve(Quoted(file.path, at: file.span))) } catch {
        throw error.placed(at: file.span)
      }
      list = GuestList(
        rows.map { GuestList.Listed(id: $0.id, line: $0.line) }, of: data.book, in: year, weekday: weekday)
    case nil: list = GuestList([], of: data.book, in: year, weekday: weekday)
    }
    return event.invite.map { list.first($0.people) } ?? list
  }

  /// The margin on sales, and where it comes from. The one place that knows.
  private func margin(_ data: Dataset, at span: Span?) throws(Diagnostic) -> PlannedEvent.Margin {
    guard let lines = LineMargin(data.book, asOf: asOf(data)) else {
      if let blended = try blendedMargin(data) { return blended }
      if let assumed = programme.assumptions.last(where: { $0.subject == .margin && $0.part == nil }) {
        return PlannedEvent.Margin(
          spread: assumed.value, text: assumed.value.text(in: notation),
          source: "assumed: " + (assumed.because ?? "no source given"))
      }
      throw Diagnostic(PlanningProblem.unknownMargin, at: span)
    }
    let left = lines.leftOut == 0 ? "" : ", \(grouped(Int64(lines.leftOut))) without a cost left out"
    return PlannedEvent.Margin(
      spread: .fixed(lines.margin), text: "own",
      source: "measured: costs of \(counted(lines.counted, "line")) in \(lines.days)\(left)")
  }
}

extension Session {
  /// Where margins are assumed by category or store: what they come to on the sales of the past year; nil where none is.
  private func blendedMargin(_ data: Dataset) throws(Diagnostic) -> PlannedEvent.Margin? {
    guard programme.assumptions.contains(where: { $0.subject == .margin && $0.part != nil }) else { return nil }
    let asOf = asOf(data)
    guard let year = DayRange(max((asOf - .months(12)) + 1, data.book.firstDay), asOf) else { return nil }
    let rules = Rules(ladder: .single, assumptions: programme.assumptions)
    let compiled = try CompiledRules(rules, for: data.history, through: max(asOf, data.book.lastDay))
    let outcome = try Replay(data.history)(compiled, over: year, stop: environment.stop)
    guard case .money(let gross) = outcome.value(of: .margin), outcome.flow.spend > 0,
      let share = Ratio(gross.minor, over: outcome.flow.spend), share >= .zero, share <= .one
    else { return nil }
    return PlannedEvent.Margin(
      spread: .fixed(Percent(fraction: share)), text: "by part",
      source: "assumed by category or store, as it comes to on the sales of \(year)")
  }
}

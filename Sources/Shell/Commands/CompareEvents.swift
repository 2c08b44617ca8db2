import Analysis
import Messages
import Planning
import Programme
import Quantities
import Reporting

/// `compare EVENT EVENT…`: events side by side. They meet the same luck, draw by draw, so that what differs is the events.
extension Compare {
  func compareEvents(in session: inout Session) throws(Diagnostic) -> Report {
    try refuse(
      [("over", range?.span), ("on", metrics?.first?.span), ("by", splits?.first?.span)], for: .events)
    var planned: [PlannedEvent] = []
    for name in scenarios.names {
      planned.append(
        try session.analyst.plan(
          name, PlanRequest(draws: draws, seed: seed?.value, usage: PlanEvent.syntax.usage)))
    }
    let names = planned.map(\.event.name)
    var report = Report(verb: "compare", title: .list(names))
    report.tables = [eventTable(planned), differences(planned), rangeTable(planned)]
    report.values = [
      .init(.draws, .count(Int64(planned.map(\.plan.draws.count).max() ?? 0))), .init(.seed, .count(planned[0].seed)),
    ]
    for event in planned.dropFirst() { report.notes.append(note(on: event, against: planned[0])) }
    for event in planned {
      report.notes += event.notes(session.notation, withROI: false).map {
        Message("\(event.event.name): \($0)", zh: "\(event.event.name)：\($0)")
      }
    }
    return report
  }

  /// Whether names stand for events, and all of them do.
  /// - Throws: where some do and some do not.
  static func areEvents(_ names: [Reference], in programme: Programme) throws(Diagnostic) -> Bool {
    func isEvent(_ name: Reference) -> Bool { programme.events.contains { $0.name == name.text } }
    guard let first = names.first else { return false }
    let known = programme.scenarioNames
    for name in names where isEvent(name) != isEvent(first) && (isEvent(name) || known.contains(name.text)) {
      throw Diagnostic(ShellProblem.mixedKinds(name.text, isEvent: isEvent(name)), at: name.span)
    }
    return isEvent(first)
  }

  private func eventTable(_ planned: [PlannedEvent]) -> Table {
    var table = Table(
      "events", columns: columns(isDifference: false))
    for event in planned {
      table.rows.append([.text(event.event.name)] + PlannedEvent.measures.map { $0.mean(event) })
    }
    return table
  }

  private func differences(_ planned: [PlannedEvent]) -> Table {
    var table = Table(
      "differences",
      title: Message("difference from \(planned[0].event.name)", zh: "与 \(planned[0].event.name) 的差"),
      columns: columns(isDifference: true))
    for event in planned.dropFirst() {
      table.rows.append(
        [.text(event.event.name)] + PlannedEvent.measures.map { $0.mean(event).difference(from: $0.mean(planned[0])) })
    }
    return table
  }

  /// Every measure in JSON; for people those that decide.
  private func columns(isDifference: Bool) -> [Table.Column] {
    let shown = ["attended", "revenue", "cost", "incremental_margin", "roi", "p_loss"]
    return [Table.Column(.event)]
      + PlannedEvent.measures.map {
        Table.Column($0.heading, isDifference: isDifference, isShown: shown.contains($0.heading.key))
      }
  }

  private func rangeTable(_ planned: [PlannedEvent]) -> Table {
    var table = Table("range", columns: ([.event, .metric] + Heading.percentiles).map { Table.Column($0) })
    for measure in PlannedEvent.measures {
      let key = measure.heading.key
      guard let quantile = measure.quantile, ["cost", "incremental_margin", "roi"].contains(key) else { continue }
      let name = Message("\(key)", zh: "\(measure.heading.title)")
      for event in planned {
        table.rows.append([.text(event.event.name), .word(name)] + [0.1, 0.5, 0.9].map { quantile(event, $0) })
      }
    }
    return table
  }

  /// In how many draws an event brings more than the first. One that is fixed brings the same in each.
  private func note(on event: PlannedEvent, against first: PlannedEvent) -> Message {
    let count = max(event.plan.draws.count, first.plan.draws.count)
    let better = (0..<count).count { draw in
      event.plan.margin(of: draw) > first.plan.margin(of: draw)
    }
    return Message(
      "\(event.event.name) brings more than \(first.event.name) in \(grouped(Int64(better))) of "
        + "\(counted(count, "draw")), both on the same luck",
      zh: "在 \(grouped(Int64(count))) 次抽样中，\(event.event.name) 有 \(grouped(Int64(better))) 次比 "
        + "\(first.event.name) 带来更多，两者用同样的随机数")
  }
}

extension EventPlan {
  fileprivate func margin(of draw: Int) -> Money { Money(nearest: draws[min(draw, draws.count - 1)].incrementalMargin) }
}

extension Cell {
  /// This less `other`, a figure of the same kind; nothing where either is undefined.
  func difference(from other: Cell) -> Cell {
    switch (self, other) {
    case (.money(let one), .money(let two)): return .money(Money(minor: one.minor - two.minor))
    case (.count(let one), .count(let two)): return .count(one - two)
    case (.estimate(let one, let kind), .estimate(let two, _)): return .estimate(one - two, kind)
    case (.share(let part, let whole), .share(let otherPart, let otherWhole)):
      guard whole != 0, otherWhole != 0 else { return .none }
      return .difference(Double(part) / Double(whole) - Double(otherPart) / Double(otherWhole), of: .shares)
    default: return .none
    }
  }
}

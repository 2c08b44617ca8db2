import Planning
import Programme
import Quantities
import Reporting

/// A plan as tables, values and notes.
extension PlannedEvent {
  func report(guestsShown: Int, _ notation: Notation) -> Report {
    var report = Report(verb: "plan", title: title)
    var guests = guestTable(notation)
    guests.shownRows = guestsShown
    report.tables = [rangeTable, costTable, assumptionTable(notation), guests]
    report.values = PlannedEvent.measures.map { .init($0.name, $0.mean(self), label: $0.label) }
    report.values += [.init("draws", .count(Int64(plan.draws.count))), .init("seed", .count(seed))]
    report.notes = notes(notation)
    return report
  }

  private var title: String {
    let seats = plan.terms.capacity.map { ", " + counted($0, "seat") } ?? ""
    let date = event.date.map { " on \($0) (\($0.weekday.short))" } ?? ""
    return event.name + date + seats + ", " + counted(plan.guests.guests.count, "guest") + " invited"
  }

  private var rangeTable: Table {
    var table = Table("range", columns: ["metric", "p10", "p50", "p90", "mean"].map { Table.Column($0) })
    for measure in PlannedEvent.measures {
      guard let quantile = measure.quantile, measure.name != "invited" else { continue }
      table.rows.append(
        [.text(measure.name)] + [0.1, 0.5, 0.9].map { quantile(self, $0) } + [measure.mean(self)])
    }
    return table
  }

  /// What the event costs, at the mean of the draws; the discount takes what rounding leaves, so that the rows add up.
  private var costTable: Table {
    var table = Table("costs", title: "cost", columns: ["cost", "basis", "amount"].map { Table.Column($0) })
    var rest = cost
    for (cost, amount) in zip(plan.terms.costs, plan.mean.charges) {
      let money = Money(nearest: amount)
      rest = Money(minor: rest.minor - money.minor)
      table.rows.append([
        .text(cost.name), .text(cost.charge.per.map { "per \($0.rawValue)" } ?? "fixed"), .money(money),
      ])
    }
    if plan.terms.discount.fraction > .zero {
      table.rows.append([.text("discount"), .text("\(plan.terms.discount) of sales"), .money(rest)])
    }
    table.rows.append([.text("all"), .none, .money(cost)])
    return table
  }

  /// Everything that the loaded data do not say.
  private func assumptionTable(_ notation: Notation) -> Table {
    var table = Table(
      "assumptions", title: "assumed",
      columns: ["assumption", "value", "mean"].map { Table.Column($0) } + [
        Table.Column("source", wraps: true)
      ])
    func add<Value>(_ name: String, _ spread: Spread<Value>, _ unit: Cell.Estimate, _ source: String = "event") {
      table.rows.append([
        .text(name), .text(spread.text(in: notation)), .estimate(spread.mean, unit), .text(source),
      ])
    }
    add("accept", plan.terms.accept, .share)
    add("attend", plan.terms.attend, .share)
    add("buy", plan.terms.buy, .share)
    add("basket", plan.terms.basket, .factor)
    if let usual = plan.terms.usual {
      add("usual", usual, .share)
    } else {
      let share = plan.mean.usualBasket == 0 ? 0 : plan.mean.spentAnyway / plan.mean.usualBasket
      table.rows.append([
        .text("usual"), .text("own"), .estimate(share, .share),
        .text("measured: \(plan.guests.weekday.short) in \(plan.guests.days), weighted by basket"),
      ])
    }
    add("borrow", plan.terms.borrow, .share, event.borrow == Event(name: "").borrow ? "default" : "event")
    table.rows.append([
      .text("margin"), .text(margin.text), .estimate(margin.spread.mean, .share), .text(margin.source),
    ])
    return table
  }

  private func guestTable(_ notation: Notation) -> Table {
    var table = Table(
      "guests", title: "guests, with what each adds who takes a seat",
      columns: [
        Table.Column("rank"), Table.Column("member"), Table.Column("usual_basket"), Table.Column("usual_chance"),
        Table.Column("expected_margin"), Table.Column("reason", wraps: true),
      ])
    for (place, guest) in plan.guests.guests.enumerated() {
      table.rows.append([
        .count(Int64(place + 1)), .text(guest.id), .money(Money(nearest: guest.basket)),
        .estimate(plan.rates.usual ?? guest.chance, .share), .money(Money(nearest: plan.expectedMargin(of: guest))),
        .text(guest.reason.text(notation)),
      ])
    }
    return table
  }
}

extension GuestList.Reason {
  func text(_ notation: Notation) -> String {
    switch self {
    case .listed(let line): "line \(line) of the list"
    case .ranked(let measure, let year):
      switch measure {
      case .spend: "spend \(Money(minor: year.spend).text(in: notation)) in \(counted(Int(year.purchases), "purchase"))"
      case .visits: "\(counted(Int(year.visits), "visit")), spend \(Money(minor: year.spend).text(in: notation))"
      case .purchases:
        "\(counted(Int(year.purchases), "purchase")), spend \(Money(minor: year.spend).text(in: notation))"
      case .basket:
        "basket \(Money(nearest: year.basket?.approximation ?? 0).text(in: notation)) over \(counted(Int(year.purchases), "purchase"))"
      }
    }
  }
}

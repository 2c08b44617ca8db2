import Planning
import Programme
import Quantities

/// What the reader of a plan must know to trust its numbers.
extension PlannedEvent {
  func notes(_ notation: Notation) -> [String] {
    [roiNote(notation), attendanceNote(notation), liftNote].compactMap(\.self) + guestNotes + drawNotes
  }

  private func roiNote(_ notation: Notation) -> String? {
    if cost == .zero { return "ROI is undefined: the event costs nothing" }
    return "ROI = incremental margin \(incrementalMargin.text(in: notation)) ÷ cost \(cost.text(in: notation))"
  }

  private func attendanceNote(_ notation: Notation) -> String? {
    guard let needed = plan.breakEven.attendance else {
      return
        "no attendance pays for it: each attendee adds \(Money(nearest: plan.breakEven.perAttendee).text(in: notation))"
    }
    let most = min(plan.terms.capacity ?? .max, plan.guests.guests.count)
    return needed > Double(most) ? "break-even attendance is more than the \(counted(most, "guest")) who can come" : nil
  }

  private var liftNote: String? {
    switch plan.breakEven.lift {
    case .multiple: return nil
    case .nobodyBuys: return "no lift pays for it: no sale is expected"
    case .marginBelowDiscount(let kept, let discount):
      let borrowed = plan.rates.borrow > 0 ? ", once sales borrowed from the weeks after are taken off," : ""
      return
        "no lift pays for it: of each sale the margin\(borrowed) keeps \(percent(kept)) and the discount gives \(percent(discount))"
    }
  }

  private func percent(_ share: Double) -> String {
    let tenths = Money(nearest: share * 1000).minor
    return Percent(fraction: Ratio(tenths, over: 1000) ?? .zero).description
  }

  private var guestNotes: [String] {
    let guests = plan.guests
    var notes: [String] = []
    if let asked = guests.asked, guests.available < asked {
      notes.append("only \(counted(guests.available, "member")) bought in \(guests.days), fewer than the top \(asked)")
    }
    if let invite = event.invite?.people, invite > guests.guests.count {
      notes.append("the audience has \(counted(guests.guests.count, "guest")), fewer than the \(invite) to invite")
    }
    if !guests.unknown.isEmpty {
      let shown = guests.unknown.prefix(5).joined(separator: ", ") + (guests.unknown.count > 5 ? ", …" : "")
      notes.append("\(counted(guests.unknown.count, "listed id")) not in the data: \(shown)")
    }
    if guests.repeated > 0 {
      notes.append("\(counted(guests.repeated, "listed id")) repeated; each guest is invited once")
    }
    if guests.withoutBasket > 0 {
      notes.append("\(counted(guests.withoutBasket, "guest")) never bought, so nothing is expected of them")
    }
    if let date = event.date, date <= asOf {
      notes.append("the event's date is not after the data, which end on \(asOf)")
    }
    return notes
  }

  private var drawNotes: [String] {
    plan.terms.isFixed
      ? ["every assumption is a single value, so there is nothing to draw and the range is one point"] : []
  }
}

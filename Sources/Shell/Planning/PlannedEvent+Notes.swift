import Analysis
import Messages
import PlanLanguage
import Planning
import Programme
import Quantities

/// What the reader of a plan must know to trust its numbers.
extension PlannedEvent {
  /// `withROI`: also how the ROI comes about.
  func notes(_ notation: Notation, withROI: Bool = true) -> [Message] {
    [roiNote(notation, isWhole: withROI), attendanceNote(notation), liftNote].compactMap(\.self) + guestNotes
      + drawNotes
  }

  private func roiNote(_ notation: Notation, isWhole: Bool) -> Message? {
    if cost == .zero { return Message("ROI is undefined: the event costs nothing", zh: "投资回报率没有定义：活动没有成本") }
    guard isWhole else { return nil }
    let (margin, cost) = (incrementalMargin.text(in: notation), cost.text(in: notation))
    return Message(
      "ROI = incremental margin \(margin) ÷ cost \(cost)", zh: "投资回报率 = 增量毛利 \(margin) ÷ 成本 \(cost)")
  }

  private func attendanceNote(_ notation: Notation) -> Message? {
    guard let needed = plan.breakEven.attendance else {
      let each = Money(nearest: plan.breakEven.perAttendee).text(in: notation)
      return Message(
        "no attendance pays for it: each attendee adds \(each)", zh: "到场再多人也收不回成本：每名到场者带来 \(each)")
    }
    let most = min(plan.terms.capacity ?? .max, plan.guests.guests.count)
    guard needed > Double(most) else { return nil }
    return Message(
      "break-even attendance is more than the \(counted(most, "guest")) who can come",
      zh: "盈亏平衡到场人数超过能来的 \(grouped(Int64(most))) 位宾客")
  }

  private var liftNote: Message? {
    switch plan.breakEven.lift {
    case .multiple: return nil
    case .nobodyBuys:
      return Message("no lift pays for it: no sale is expected", zh: "客单价再提高也收不回成本：预计没有销售")
    case .marginBelowDiscount(let kept, let discount):
      let (kept, discount) = (percent(kept), percent(discount))
      return plan.rates.borrow > 0
        ? Message(
          "no lift pays for it: of each sale the margin, once sales borrowed from the weeks after are taken off, keeps "
            + "\(kept) and the discount gives \(discount)",
          zh: "客单价再提高也收不回成本：每笔销售扣除从之后几周借来的部分后，毛利留下 \(kept)，折扣让出 \(discount)")
        : Message(
          "no lift pays for it: of each sale the margin keeps \(kept) and the discount gives \(discount)",
          zh: "客单价再提高也收不回成本：每笔销售毛利留下 \(kept)，折扣让出 \(discount)")
    }
  }

  private func percent(_ share: Double) -> String {
    let tenths = Money(nearest: share * 1000).minor
    return Percent(fraction: Ratio(tenths, over: 1000) ?? .zero).description
  }

  private var guestNotes: [Message] {
    let guests = plan.guests
    var notes: [Message] = []
    if let asked = guests.asked, guests.available < asked {
      notes.append(
        Message(
          "only \(counted(guests.available, "member")) bought in \(guests.days), fewer than the top \(asked)",
          zh: "\(guests.days) 内只有 \(grouped(Int64(guests.available))) 名会员购买，不足前 \(asked) 名"))
    }
    if let invite = event.invite?.people, invite > guests.guests.count {
      notes.append(
        Message(
          "the audience has \(counted(guests.guests.count, "guest")), fewer than the \(invite) to invite",
          zh: "受众只有 \(grouped(Int64(guests.guests.count))) 位宾客，少于要邀请的 \(invite) 位"))
    }
    if !guests.unknown.isEmpty {
      let unknown = grouped(Int64(guests.unknown.count))
      let shown = Message.list(guests.unknown.prefix(5) + (guests.unknown.count > 5 ? ["…"] : []))
      notes.append(
        Message(
          "\(counted(guests.unknown.count, "listed id")) not in the data: \(shown)",
          zh: "名单中有 \(unknown) 个编号不在数据中：\(shown)"))
    }
    if guests.repeated > 0 {
      notes.append(
        Message(
          "\(counted(guests.repeated, "listed id")) repeated; each guest is invited once",
          zh: "名单中有 \(grouped(Int64(guests.repeated))) 个编号重复；每位宾客只邀请一次"))
    }
    if guests.withoutBasket > 0 {
      notes.append(
        Message(
          "\(counted(guests.withoutBasket, "guest")) never bought, so nothing is expected of them",
          zh: "\(grouped(Int64(guests.withoutBasket))) 位宾客从未购买，所以预计没有消费"))
    }
    if let date = event.date, date <= asOf {
      notes.append(
        Message(
          "the event's date is not after the data, which end on \(asOf)", zh: "活动日期不在数据之后，数据到 \(asOf) 为止"))
    }
    return notes
  }

  private var drawNotes: [Message] {
    guard plan.terms.isFixed else { return [] }
    return [
      Message(
        "every assumption is a single value, so there is nothing to draw and the range is one point",
        zh: "每个假设都是单一值，无需抽样，结果范围只是一个点")
    ]
  }
}

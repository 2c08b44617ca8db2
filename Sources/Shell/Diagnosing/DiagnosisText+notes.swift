import Analysis
import Insight
import MemberBook
import Messages
import Quantities
import Simulation

/// What a reader of a diagnosis must know.
extension DiagnosisText {
  var notes: [Message] {
    (rangeNotes + [othersNote] + lackNotes + replayNotes
      + [
        Message(
          "`help diagnosis` defines every figure, the parts of the change and how findings are ranked",
          zh: "`help diagnosis` 说明每个数字、变化的各部分和发现的排序")
      ]).compactMap(\.self)
  }

  private var rangeNotes: [Message] { endNotes + earlierNotes }

  private var endNotes: [Message] {
    guard request.range.last > book.lastDay else { return [] }
    return [
      Message(
        "the data end on \(book.lastDay), within or before the range: days after it count as days without purchases",
        zh: "数据到 \(book.lastDay) 为止，在区间之内或之前：此后的日子按没有购买计")
    ]
  }

  private var earlierNotes: [Message] {
    let earlier = request.earlier
    guard diagnosis.hasEarlier else {
      return [
        Message(
          "the data start on \(book.firstDay), so nothing is known of the earlier range, \(earlier.range)",
          zh: "数据从 \(book.firstDay) 开始，较早区间 \(earlier.range) 没有数据")
      ]
    }
    var notes = [rule(earlier)]
    if book.firstDay > earlier.range.first {
      notes.append(
        Message(
          "the data start on \(book.firstDay), within the earlier range, so its figures lack the days before",
          zh: "数据从 \(book.firstDay) 开始，在较早区间之内，所以它的数字缺少此前的日子"))
    } else if book.firstDay > earlier.previous.first {
      let extent =
        book.firstDay > earlier.previous.last
        ? Message("not known", zh: "未知") : Message("not all known", zh: "不完整")
      notes.append(
        Message(
          "the data start on \(book.firstDay): who bought before counts as new at their first purchase in the data, and "
            + "the earlier range's lost are \(extent)",
          zh: "数据从 \(book.firstDay) 开始：此前购买过的会员在数据中首次购买时算新会员，较早区间的流失\(extent)"))
    }
    return notes
  }

  /// How the earlier range was chosen; where it is another season, how to see the same one.
  private func rule(_ earlier: EarlierRange) -> Message {
    let rule: Message =
      switch earlier.rule {
      case .months(let months):
        Message(
          "the earlier range is the same days \(counted(months, "calendar month")) before",
          zh: "较早区间是 \(grouped(Int64(months))) 个日历月之前的同样日子")
      case .days(let days):
        Message("the earlier range is the \(counted(days, "day")) before", zh: "较早区间是之前的 \(grouped(Int64(days))) 天")
      case .named where earlier.range.count == request.range.count:
        Message("the earlier range was named", zh: "较早区间是指定的")
      case .named:
        Message(
          "the earlier range was named: \(counted(earlier.range.count, "day")) against "
            + "\(counted(request.range.count, "day")), so that counts and amounts do not compare",
          zh: "较早区间是指定的：\(grouped(Int64(earlier.range.count))) 天，对比 \(grouped(Int64(request.range.count))) 天，所以数量和金额不可比"
        )
      }
    guard earlier.rule != .named, request.range.count < 365,
      let year = DayRange(request.range.first.adding(months: -12), request.range.last.adding(months: -12)),
      year.first >= book.firstDay
    else { return rule }
    return .sentence(
      rule,
      Message(
        "; `against \(year.shortest)` is the same season a year before", zh: "；`against \(year.shortest)` 是一年前的同一季节"),
      separator: .empty)
  }

  private var othersNote: Message? {
    let others = diagnosis.stores.count { $0 != store }
    guard !isChain else { return nil }
    return others > 0
      ? Message(
        "other stores: the median of \(counted(others, "store")) in the same range",
        zh: "其他门店：同一区间 \(grouped(Int64(others))) 家门店的中位数")
      : Message("there is no other store to compare with", zh: "没有其他门店可比")
  }

  /// What the data or the definitions lack.
  private var lackNotes: [Message] {
    var notes: [Message] = []
    if !diagnosis.hasTiers {
      notes.append(
        Message(
          "no ladder is defined, so there are no VIPs, upgrades or members stuck: `ladder NAME { … }` defines one",
          zh: "没有定义等级体系，所以没有 VIP、升级和滞留的会员：用 `ladder 名称 { … }` 定义"))
    } else if !diagnosis.knowsMargin {
      notes.append(
        Message(
          "the VIPs' share of margin is not known: load a cost column, or `assume margin = 38%`",
          zh: "VIP 毛利占比未知：载入成本列，或 `assume margin = 38%`"))
    }
    if !diagnosis.hasPoints {
      notes.append(
        Message("no points policy is defined, so there are no figures of points", zh: "没有定义积分政策，所以没有积分的数字"))
    }
    if diagnosis.hasEarlier, diagnosis.change(of: store) == nil {
      notes.append(
        Message("the change of sales is too large to be divided into parts", zh: "销售变化太大，无法分解"))
    }
    if isChain, !book.has(.store) {
      notes.append(Message("the data have no store column, so stores are not told apart", zh: "数据没有门店列，所以不分门店"))
    }
    return notes
  }
}

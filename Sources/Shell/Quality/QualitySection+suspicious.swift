import MemberBook
import Messages
import Reporting

extension QualitySection {
  /// Accepted values that look wrong: how many of each kind, then examples. What was looked for in vain, or could not be
  /// looked for, is said in a line each.
  init(suspiciousOf quality: Quality, in book: Book, _ limit: ListLimit) {
    var overview = Table(
      "suspicious", title: Message("suspicious values", zh: "可疑的值"),
      columns: [.init(.findingKey, isShown: false), .init(.finding), .init(.count), .init(.of, wraps: true)])
    var clean: [Message] = []
    var unclear: [Message] = []
    func found(
      _ key: String, _ finding: Message, count: Int, of unit: Message, canTell: Bool = true, _ table: () -> Table?
    ) {
      guard count > 0 else {
        if canTell { clean.append(finding) } else { unclear.append(finding) }
        return
      }
      overview.rows.append([.text(key), .word(finding), .count(Int64(count)), .word(unit)])
      if let table = table() { tables.append(table) }
    }
    let amounts = quality.amounts
    found(
      "amounts", Message("amounts far from the usual", zh: "偏离通常的金额"), count: amounts.count, of: amounts.unit,
      canTell: amounts.canTell
    ) { QualitySection.amounts(amounts, book, limit) }
    let cards = quality.cards
    found(
      "cards", Message("cards of many hands", zh: "多人共用的卡"), count: cards.count,
      of: Message("members, with \(cards.share) of members' purchases", zh: "名会员，占会员购买笔数的 \(cards.share)")
    ) {
      QualitySection.cards(cards, book, limit)
    }
    if let early = quality.early {
      found(
        "early", Message("purchases before joining", zh: "入会前的购买"), count: early.purchases,
        of: Message(
          "receipts of \(counted(early.members, "member"))", zh: "张小票，属于 \(grouped(Int64(early.members))) 名会员")
      ) {
        QualitySection.early(early, book, limit)
      }
    }
    let receiptUnit = Message("receipts", zh: "张小票")
    found(
      "dates", Message("dates far from the rest", zh: "远离其余数据的日期"), count: quality.dates.count, of: receiptUnit,
      canTell: quality.dates.canTell
    ) {
      QualitySection.dates(quality.dates, book, limit)
    }
    if let receipts = quality.receipts, !receipts.numbersStartAgain || receipts.count > 0 {
      found(
        "receipts", Message("receipts exported twice", zh: "重复导出的小票"), count: receipts.count,
        of: Message("receipts of the same member", zh: "张同一会员的小票")
      ) {
        QualitySection.receipts(receipts, book, limit)
      }
    }
    if !overview.rows.isEmpty { tables.insert(overview, at: 0) }
    notes += quality.dates.ends.map(QualitySection.note)
    if !clean.isEmpty {
      let clean = Message.list(clean)
      notes.append(Message("looked for and not found: \(clean)", zh: "查过，没有发现：\(clean)"))
    }
    if !unclear.isEmpty {
      let unclear = Message.list(unclear)
      notes.append(Message("too few rows to tell: \(unclear)", zh: "行数太少，无法判断：\(unclear)"))
    }
    if quality.early == nil {
      notes.append(
        Message(
          "purchases before joining cannot be told: no day of joining is known", zh: "无法判断入会前的购买：没有入会日期"))
    }
    guard let receipts = quality.receipts else {
      notes.append(
        Message("receipts exported twice cannot be told: receipts have no number", zh: "无法判断重复导出的小票：小票没有单号"))
      return
    }
    if receipts.counts.contains(where: { $0.kind == .everyLineAgain }) {
      notes.append(
        Message(
          "`ignore = COLUMN` at `load` leaves a running number or a time of printing out, so that such rows merge",
          zh: "`load` 时写 `ignore = COLUMN` 可忽略流水号或打印时间的列，这样的行就会合并"))
    }
    if receipts.numbersStartAgain {
      notes.append(
        Message(
          "receipt numbers start again, so that a number that comes twice says nothing",
          zh: "小票单号会重新编号，所以单号出现两次说明不了问题"))
    }
  }

  /// What it means that an end of the data is far from the rest.
  private static func note(_ end: StrayDates.End) -> Message {
    let receipts = grouped(Int64(end.receipts))
    let days = end.first == end.last ? "\(end.first)" : "\(end.first)..\(end.last)"
    let gap = grouped(Int64(end.gap))
    return switch end.side {
    case .before:
      Message(
        "\(counted(end.receipts, "receipt")) of \(days), \(counted(end.gap, "day")) before all others: "
          + "replay starts at the first of them",
        zh: "\(days) 的 \(receipts) 张小票，比其余的早 \(gap) 天：回放从其中第一张开始")
    case .after:
      Message(
        "\(counted(end.receipts, "receipt")) of \(days), \(counted(end.gap, "day")) after all others: "
          + "the last of them is taken for the end of the data",
        zh: "\(days) 的 \(receipts) 张小票，比其余的晚 \(gap) 天：其中最后一张被当作数据的结束")
    }
  }
}

extension AmountOutliers {
  /// What is counted.
  fileprivate var unit: Message {
    let hundredfold = grouped(Int64(self.hundredfold))
    return self.hundredfold == 0
      ? Message("amounts", zh: "笔金额")
      : Message(
        "amounts, \(hundredfold) of them 100 times a usual one", zh: "笔金额，其中 \(hundredfold) 笔是通常的 100 倍")
  }
}

extension Heading {
  fileprivate static let findingKey = Heading("key", Message("key", zh: "键"))
  fileprivate static let finding = Heading("finding", Message("finding", zh: "发现"))
  fileprivate static let count = Heading("count", Message("count", zh: "数量"))
  fileprivate static let of = Heading("of", Message("of", zh: "单位"))
}

extension SharedCards {
  /// Their part of all members' purchases, in percent to one decimal.
  fileprivate var share: String {
    let perMille = allPurchases == 0 ? 0 : (purchases * 1_000 + allPurchases / 2) / allPurchases
    return "\(perMille / 10).\(perMille % 10)%"
  }
}

import MemberBook
import Messages
import Quantities
import Reporting
import Simulation

/// Examples of what looks wrong, a table for each kind.
extension QualitySection {
  static func amounts(_ found: AmountOutliers, _ book: Book, _ limit: ListLimit) -> Table {
    let basis: Heading =
      switch found.basis {
      case .category: Split.category.heading
      case .store, .all: .store
      }
    var table = Table(
      "amounts", title: limit.title(Message("amounts far from the usual", zh: "偏离通常的金额"), of: found.count),
      columns: [
        .init(.member), .init(.date), .init(.amount), .init(.usual), .init(basis, isShown: found.basis != .all),
        .init(.looksLike, isShown: found.hundredfold > 0),
      ])
    table.rows = found.examples.prefix(limit.limit).map { example in
      let kind = example.kind.map { found.basis == .category ? book.categories.name($0) : book.stores.name($0) }
      return [
        book.cell(example.member), .day(example.day), .money(Money(minor: example.amount)),
        .money(Money(minor: example.usual)), kind.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none,
        example.isHundredfold ? .word(Message("100 times", zh: "100 倍")) : .none,
      ]
    }
    return table
  }

  static func cards(_ found: SharedCards, _ book: Book, _ limit: ListLimit) -> Table {
    var table = Table(
      "cards", title: limit.title(Message("cards of many hands", zh: "多人共用的卡"), of: found.count),
      columns: [Heading.member, .busiestDay, .thatDay, .suchDays, .inAll, .share].map { .init($0) })
    table.rows = found.examples.prefix(limit.limit).map {
      [
        book.cell($0.member), .day($0.busiest), .count(Int64($0.purchases)), .count(Int64($0.days)),
        .count(Int64($0.total)), .share(part: Int64($0.total), whole: Int64(found.allPurchases)),
      ]
    }
    return table
  }

  static func early(_ found: EarlyPurchases, _ book: Book, _ limit: ListLimit) -> Table {
    var table = Table(
      "early", title: limit.title(Message("members who bought before joining", zh: "入会前就有购买的会员"), of: found.members),
      columns: [Heading.member, .joined, .firstPurchase, .beforeJoining].map { .init($0) })
    table.rows = found.examples.prefix(limit.limit).map {
      [book.cell($0.member), .day($0.joined), .day($0.first), .count(Int64($0.purchases))]
    }
    return table
  }

  static func dates(_ found: StrayDates, _ book: Book, _ limit: ListLimit) -> Table {
    var table = Table(
      "dates",
      title: limit.title(
        Message("dates far from the rest, \(found.bulk)", zh: "远离其余数据（\(found.bulk)）的日期"), of: found.count),
      columns: [Heading.member, .date, .amount].map { .init($0) })
    table.rows = found.examples.prefix(limit.limit).map {
      [book.cell($0.member), .day($0.day), .money(Money(minor: $0.amount))]
    }
    return table
  }

  /// Two rows a pair, one below the other; a receipt that has its lines several times stands alone.
  static func receipts(_ found: RepeatedReceipts, _ book: Book, _ limit: ListLimit) -> Table {
    let purchases = book.purchases
    var table = Table(
      "receipts", title: limit.title(Message("receipts exported twice?", zh: "疑似重复导出的小票"), of: found.count),
      columns: [
        .init(.pair, isShown: false), .init(.member), .init(.receipt), .init(.date),
        .init(.time, isShown: book.hasTimes), .init(.store, isShown: !purchases.store.isEmpty), .init(.amount),
        .init(.inCommon, wraps: true),
      ])
    for (pair, example) in zip(Int64(1)..., found.examples.prefix(limit.limit)) {
      let isPair = example.first != example.second
      for receipt in isPair ? [example.first, example.second] : [example.first] {
        table.rows.append([
          .count(pair), book.cell(example.member), .text(purchases.receipts?[receipt] ?? ""),
          .day(purchases.day(receipt)),
          book.hasTimes ? .text(TimeOfDay(second: purchases.second[receipt]).description) : .none,
          .text(book.stores.name(book.storeCode(of: receipt))), .money(Money(minor: purchases.amount[receipt])),
          .word(receipt == example.first ? example.kind.title : .empty),
        ])
      }
    }
    return table
  }
}

extension Book {
  /// A member's id; nothing for a walk-in.
  func cell(_ member: Int?) -> Cell { member.map { .text(members.id(of: $0)) } ?? .none }
}

extension Heading {
  static let inCommon = Heading("in_common", Message("in common", zh: "共同点"))
  fileprivate static let usual = Heading("usual", Message("usual", zh: "通常金额"))
  fileprivate static let looksLike = Heading("looks_like", Message("looks like", zh: "看似"))
  fileprivate static let busiestDay = Heading("busiest_day", Message("busiest day", zh: "最忙的一天"))
  fileprivate static let thatDay = Heading("that_day", Message("that day", zh: "当天笔数"))
  fileprivate static let suchDays = Heading("such_days", Message("such days", zh: "这样的天数"))
  fileprivate static let inAll = Heading("in_all", Message("in all", zh: "总笔数"))
  fileprivate static let joined = Heading("joined", Message("joined", zh: "入会日期"))
  fileprivate static let firstPurchase = Heading("first_purchase", Message("first purchase", zh: "首次购买"))
  fileprivate static let beforeJoining = Heading("before_joining", Message("before joining", zh: "入会前笔数"))
  fileprivate static let pair = Heading("pair", Message("pair", zh: "组"))
}

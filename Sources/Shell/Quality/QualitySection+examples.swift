import MemberBook
import Quantities
import Reporting

/// Examples of what looks wrong, a table for each kind.
extension QualitySection {
  static func amounts(_ found: AmountOutliers, _ book: Book, _ limit: ListLimit) -> Table {
    let basis =
      switch found.basis {
      case .category: "category"
      case .store, .all: "store"
      }
    var table = Table(
      "amounts", title: limit.title("amounts far from the usual", of: found.count),
      columns: [
        .init("member"), .init("date"), .init("amount"), .init("usual"), .init(basis, isShown: found.basis != .all),
        .init("looks_like", isShown: found.hundredfold > 0),
      ])
    table.rows = found.examples.prefix(limit.limit).map { example in
      let kind = example.kind.map { found.basis == .category ? book.categories.name($0) : book.stores.name($0) }
      return [
        book.cell(example.member), .day(example.day), .money(Money(minor: example.amount)),
        .money(Money(minor: example.usual)), kind.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none,
        example.isHundredfold ? .text("100 times") : .none,
      ]
    }
    return table
  }

  static func cards(_ found: SharedCards, _ book: Book, _ limit: ListLimit) -> Table {
    var table = Table(
      "cards", title: limit.title("cards of many hands", of: found.count),
      columns: ["member", "busiest_day", "that_day", "such_days", "in_all", "share"].map { .init($0) })
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
      "early", title: limit.title("members who bought before joining", of: found.members),
      columns: ["member", "joined", "first_purchase", "before_joining"].map { .init($0) })
    table.rows = found.examples.prefix(limit.limit).map {
      [book.cell($0.member), .day($0.joined), .day($0.first), .count(Int64($0.purchases))]
    }
    return table
  }

  static func dates(_ found: StrayDates, _ book: Book, _ limit: ListLimit) -> Table {
    var table = Table(
      "dates", title: limit.title("dates far from the rest, \(found.bulk)", of: found.count),
      columns: ["member", "date", "amount"].map { .init($0) })
    table.rows = found.examples.prefix(limit.limit).map {
      [book.cell($0.member), .day($0.day), .money(Money(minor: $0.amount))]
    }
    return table
  }

  /// Two rows a pair, one below the other; a receipt that has its lines several times stands alone.
  static func receipts(_ found: RepeatedReceipts, _ book: Book, _ limit: ListLimit) -> Table {
    let purchases = book.purchases
    var table = Table(
      "receipts", title: limit.title("receipts exported twice?", of: found.count),
      columns: [
        .init("pair", isShown: false), .init("member"), .init("receipt"), .init("date"),
        .init("time", isShown: book.hasTimes), .init("store", isShown: !purchases.store.isEmpty), .init("amount"),
        .init("in_common", wraps: true),
      ])
    for (pair, example) in zip(Int64(1)..., found.examples.prefix(limit.limit)) {
      let isPair = example.first != example.second
      for receipt in isPair ? [example.first, example.second] : [example.first] {
        table.rows.append([
          .count(pair), book.cell(example.member), .text(purchases.receipts?[receipt] ?? ""),
          .day(purchases.day(receipt)),
          book.hasTimes ? .text(TimeOfDay(second: purchases.second[receipt]).description) : .none,
          .text(book.stores.name(book.storeCode(of: receipt))), .money(Money(minor: purchases.amount[receipt])),
          .text(receipt == example.first ? example.kind.rawValue : ""),
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

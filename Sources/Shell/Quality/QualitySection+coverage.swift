import MemberBook
import Messages
import Quantities
import Reporting

extension QualitySection {
  /// Where there are purchases and where not: stores whose gaps are not mere chance first, then the largest. `isWhole`
  /// lists every month; else those that are empty or thin.
  init(coverageOf coverage: Coverage, in book: Book, _ limit: ListLimit, isWhole: Bool) {
    let remarkable = coverage.months.filter { $0.purchases == 0 || $0.isThin }
    let months = isWhole ? coverage.months : Array(remarkable.prefix(limit.limit))
    if !months.isEmpty {
      let title =
        isWhole
        ? Message("purchases by month", zh: "各月购买")
        : limit.title(Message("months with few purchases or none", zh: "购买很少或没有购买的月份"), of: remarkable.count)
      tables.append(QualitySection.months(months, title, usual: coverage.usual))
    }
    let stores = coverage.stores.filter { $0.code != nil }.sorted {
      ($1.unlikelyEmptyMonths, $1.purchases, $0.code ?? 0) < ($0.unlikelyEmptyMonths, $0.purchases, $1.code ?? 0)
    }
    if !stores.isEmpty {
      tables.append(QualitySection.stores(stores, book, limit))
      if isWhole { tables.append(QualitySection.storeMonths(stores, book)) }
    }
    let range = "\(coverage.range)"
    if coverage.daysWithout == 0 {
      if coverage.range.count > 1 {
        notes.append(Message("every day of \(range) has purchases", zh: "\(range) 每天都有购买"))
      }
    } else if let longest = coverage.longestWithout {
      let running =
        longest.count == 1
        ? Message("never two running", zh: "从未连续两天")
        : Message("at most \(longest.count) running: \(longest)", zh: "最多连续 \(longest.count) 天：\(longest)")
      notes.append(
        Message(
          "\(counted(coverage.daysWithout, "day")) of \(range) without a purchase, \(running)",
          zh: "\(range) 中有 \(grouped(Int64(coverage.daysWithout))) 天没有购买，\(running)"))
    }
  }

  private static func months(_ months: [Coverage.Month], _ title: Message, usual: Int?) -> Table {
    var table = Table(
      "months", title: title,
      columns: [Heading.month, .purchases, .days, .daysWithPurchases, .remark].map { .init($0) })
    table.rows = months.map { month in
      [
        .text(month.first.monthText), .count(Int64(month.purchases)), .count(Int64(month.days)),
        .count(Int64(month.daysWithPurchases)), .word(remark(month, usual: usual)),
      ]
    }
    table.bar = 1
    return table
  }

  private static func remark(_ month: Coverage.Month, usual: Int?) -> Message {
    if month.purchases == 0 { return Message("none", zh: "没有") }
    if month.isThin, let usual {
      let usual = grouped(Int64(usual))
      return Message("usually \(usual)", zh: "通常 \(usual)")
    }
    return month.isWhole ? .empty : Message("part of it", zh: "不足整月")
  }

  private static func stores(_ stores: [Coverage.Store], _ book: Book, _ limit: ListLimit) -> Table {
    var table = Table(
      "stores", title: limit.title(Message("coverage by store", zh: "各门店的数据覆盖"), of: stores.count),
      columns: [
        .init(.store), .init(.first), .init(.last), .init(.months), .init(.purchases), .init(.gaps, wraps: true),
      ])
    table.rows = stores.prefix(limit.limit).map { store in
      let gaps = store.gaps.map { gap in
        let (first, last) = (gap.first.monthText, gap.last.monthText)
        return first == last ? first : "\(first)..\(last)"
      }
      return [
        book.storeCell(store), .day(store.first), .day(store.last), .count(Int64(store.byMonth.count)),
        .count(Int64(store.purchases)), gaps.isEmpty ? .none : .text(gaps.joined(separator: ", ")),
      ]
    }
    return table
  }

  /// For data only: people have the gaps.
  private static func storeMonths(_ stores: [Coverage.Store], _ book: Book) -> Table {
    var table = Table("store_months", columns: [Heading.store, .month, .purchases].map { .init($0) })
    table.shownRows = 0
    for store in stores {
      var month = store.first.firstOfMonth
      for count in store.byMonth {
        table.rows.append([book.storeCell(store), .text(month.monthText), .count(Int64(count))])
        month = month.firstOfNextMonth
      }
    }
    return table
  }
}

extension Book {
  fileprivate func storeCell(_ store: Coverage.Store) -> Cell {
    let name = store.code.map { stores.name($0) } ?? ""
    return name.isEmpty ? .none : .text(name)
  }
}

extension Day {
  /// `2024-03`.
  fileprivate var monthText: String { String(description.prefix(7)) }
}

extension Heading {
  fileprivate static let days = Heading("days", Message("days", zh: "天数"))
  fileprivate static let daysWithPurchases = Heading(
    "days_with_purchases", Message("with purchases", zh: "有购买的天数"))
  fileprivate static let remark = Heading("remark", Message("remark", zh: "备注"))
  fileprivate static let first = Heading("first", Message("first", zh: "最早"))
  fileprivate static let last = Heading("last", Message("last", zh: "最晚"))
  fileprivate static let months = Heading("months", Message("months", zh: "月数"))
  fileprivate static let gaps = Heading("gaps", Message("months without", zh: "没有购买的月份"))
}

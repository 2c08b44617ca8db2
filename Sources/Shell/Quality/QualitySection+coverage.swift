import MemberBook
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
        isWhole ? "purchases by month" : limit.title("months with few purchases or none", of: remarkable.count)
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
      notes.append("every day of \(range) has purchases")
    } else if let longest = coverage.longestWithout {
      notes.append(
        "\(counted(coverage.daysWithout, "day")) of \(range) without a purchase, "
          + (longest.count == 1 ? "never two running" : "at most \(longest.count) running: \(longest)"))
    }
  }

  private static func months(_ months: [Coverage.Month], _ title: String, usual: Int?) -> Table {
    var table = Table(
      "months", title: title,
      columns: [
        .init("month"), .init("purchases"), .init("days"), .init("days_with_purchases", title: "with purchases"),
        .init("remark"),
      ])
    table.rows = months.map { month in
      [
        .text(month.first.monthText), .count(Int64(month.purchases)), .count(Int64(month.days)),
        .count(Int64(month.daysWithPurchases)), .text(remark(month, usual: usual)),
      ]
    }
    table.bar = 1
    return table
  }

  private static func remark(_ month: Coverage.Month, usual: Int?) -> String {
    if month.purchases == 0 { return "none" }
    if month.isThin, let usual { return "usually \(grouped(Int64(usual)))" }
    return month.isWhole ? "" : "part of it"
  }

  private static func stores(_ stores: [Coverage.Store], _ book: Book, _ limit: ListLimit) -> Table {
    var table = Table(
      "stores", title: limit.title("coverage by store", of: stores.count),
      columns: [
        .init("store"), .init("first"), .init("last"), .init("months"), .init("purchases"),
        .init("gaps", title: "months without", wraps: true),
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
    var table = Table("store_months", columns: ["store", "month", "purchases"].map { .init($0) })
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

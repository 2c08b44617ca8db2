import MemberBook
import Quantities

/// What a load is asked so that it can be compared with its peers': counts and sums, in whole cents.
struct BookAnswer {
  /// Receipts and cents.
  struct Total {
    var purchases = 0
    var cents: Int64 = 0
  }

  var rows: Int
  var members: Int
  var years: [Int: Total] = [:]
  var categories: [String: Total] = [:]
  /// Of every column in its order, so that two books can be told apart.
  var digest: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ book: Book) {
    rows = book.findings.accepted
    members = book.members.count
    let days: Int = book.lastDay - book.firstDay + 1
    let yearOfDay = (0..<days).map { (book.firstDay + $0).components.year }
    var byYear = [Total](repeating: Total(), count: yearOfDay.count)
    var byCategory = [Total](repeating: Total(), count: book.categories.count)
    for i in 0..<book.purchases.count {
      let amount = book.purchases.amount[i]
      let day = Int(book.purchases.dayOffset[i])
      byYear[day].purchases += 1
      byYear[day].cents += amount
      add(Int(amount))
      add(day)
      if !book.purchases.store.isEmpty { add(Int(book.purchases.store[i])) }
      for line in book.purchases.lines(of: i) where !book.lines.category.isEmpty {
        let category = Int(book.lines.category[line])
        byCategory[category].purchases += 1
        byCategory[category].cents += book.lines.amount.isEmpty ? amount : book.lines.amount[line]
        add(category)
      }
    }
    for (day, total) in byYear.enumerated() {
      years[yearOfDay[day], default: Total()].purchases += total.purchases
      years[yearOfDay[day], default: Total()].cents += total.cents
    }
    for (category, total) in byCategory.enumerated() where total.purchases > 0 {
      categories[book.categories.name(category)] = total
    }
    for member in 0..<book.members.count {
      add(Int(book.purchases.start[member]))
      add(Int(truncatingIfNeeded: book.members.stableKey(of: member)))
    }
  }

  private mutating func add(_ value: Int) {
    digest = (digest ^ UInt64(truncatingIfNeeded: value)) &* 0x100_0000_01B3
  }

  /// One line; a group is `"name": [purchases, cents]`.
  var json: String {
    func groups(_ totals: [(name: String, total: Total)]) -> String {
      let members = totals.sorted { $0.name < $1.name }.map {
        "\"\($0.name)\": [\($0.total.purchases), \($0.total.cents)]"
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
    return
      "{\"rows\": \(rows), \"members\": \(members), \"years\": \(groups(years.map { (String($0.key), $0.value) })), "
      + "\"categories\": \(groups(categories.map { ($0.key, $0.value) }))}"
  }
}

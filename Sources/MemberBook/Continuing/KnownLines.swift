import Quantities

/// Recognises lines that a book has already, so that an export which overlaps an earlier one adds only what is new.
///
/// A line is known when the book has one of the same member, day, receipt id and store that says the same in every column
/// that both have; the time counts where the receipt is of one line. Every line of the book stands for one line only: of
/// three equal lines where the book has two, one is new.
public struct KnownLines: Sendable {
  private let book: Book
  /// By line of the book: whether a later line was found to be it.
  private var taken: [Bool]
  /// Rows with a receipt id that were known.
  private var recognised: Set<Fingerprint> = []
  /// Lines without a member by day and amount, for there may be many a day.
  private var walkIns: [WalkIn: [Int]] = [:]

  private struct WalkIn: Hashable {
    let day: Int
    let amount: Int64
  }

  /// Recognises the lines of `book`, none of them taken yet.
  public init(of book: Book) {
    self.book = book
    taken = Array(repeating: false, count: book.lineCount)
    for receipt in book.purchases.walkIns {
      for line in book.purchases.lines(of: receipt) {
        let key = WalkIn(day: Int(book.purchases.day(receipt).number), amount: book.amount(of: line, in: receipt))
        walkIns[key, default: []].append(receipt)
      }
    }
  }

  /// The rows of `batch` that the book has already, ascending.
  public mutating func known(in batch: LineBatch) -> [Int] {
    let comparison = Comparison(batch, book)
    let hasIDs = batch.receipt.count > 0 && !batch.fingerprint.isEmpty
    return (0..<batch.count).filter { row in
      guard hasIDs, !batch.receipt[row].isEmpty else { return isKnown(row, comparison) }
      if recognised.contains(batch.fingerprint[row]) { return true }
      guard isKnown(row, comparison) else { return false }
      recognised.insert(batch.fingerprint[row])
      return true
    }
  }

  private mutating func isKnown(_ row: Int, _ comparison: Comparison) -> Bool {
    let batch = comparison.batch
    let day = LineBatch.calendarStart + Int(batch.day[row])
    let id = batch.member[row]
    let purchases = book.purchases
    let candidates: [Int]
    if id.isEmpty {
      candidates = walkIns[WalkIn(day: Int(day.number), amount: batch.amount[row])] ?? []
    } else {
      guard let member = book.members.member(withID: id) else { return false }
      let all = purchases.range(of: member)
      let first = all.firstIndex(from: day, purchases)
      candidates = Array(all[first...].prefix { purchases.day($0) == day })
    }
    for receipt in candidates where comparison.isSame(receipt: receipt, row: row) {
      for line in purchases.lines(of: receipt) where !taken[line] {
        guard book.amount(of: line, in: receipt) == batch.amount[row], comparison.isSame(line: line, row: row)
        else {
          continue
        }
        taken[line] = true
        return true
      }
    }
    return false
  }

  /// A batch beside the book, its names in the book's codes; -1 for those that the book does not have.
  private struct Comparison {
    let batch: LineBatch
    let book: Book
    let stores, channels, advisors, categories: [Int]

    init(_ batch: LineBatch, _ book: Book) {
      (self.batch, self.book) = (batch, book)
      func codes(_ table: NameTable, _ known: NameTable) -> [Int] {
        (0..<table.count).map { known.code(of: table.name($0)).map { Int($0) } ?? -1 }
      }
      stores = codes(batch.stores, book.stores)
      channels = codes(batch.channels, book.channels)
      advisors = codes(batch.advisors, book.advisors)
      categories = codes(batch.categories, book.categories)
    }

    /// Whether what the row says of its receipt is what the book's receipt says.
    func isSame(receipt: Int, row: Int) -> Bool {
      let purchases = book.purchases
      func same(_ column: [UInt16], _ codes: [UInt16], _ names: [Int]) -> Bool {
        column.isEmpty || codes.isEmpty || Int(column[receipt]) == names[Int(codes[row])]
      }
      if let receipts = purchases.receipts, batch.receipt.count > 0, receipts[receipt] != batch.receipt[row] {
        return false
      }
      let isOneLine = purchases.lines(of: receipt).count == 1
      let second = batch.second.isEmpty ? 0 : batch.second[row]
      if isOneLine, (purchases.second.isEmpty ? 0 : purchases.second[receipt]) != second { return false }
      return same(purchases.store, batch.store, stores) && same(purchases.channel, batch.channel, channels)
        && same(purchases.advisor, batch.advisor, advisors)
    }

    /// Whether what the row says of its line is what the book's line says; amounts aside.
    func isSame(line: Int, row: Int) -> Bool {
      let lines = book.lines
      func same(_ column: MinorColumn, _ values: MinorColumn) -> Bool {
        column.isEmpty || values.isEmpty || column[line] == values[row]
      }
      if !lines.category.isEmpty, !batch.category.isEmpty,
        Int(lines.category[line]) != categories[Int(batch.category[row])]
      {
        return false
      }
      if !lines.quantity.isEmpty, !batch.quantity.isEmpty, lines.quantity[line] != batch.quantity[row] { return false }
      return same(lines.discount, batch.discount) && same(lines.cost, batch.cost)
    }
  }
}

extension Range<Int> {
  /// The first of these receipts, sorted by day, that is of `day` or later.
  fileprivate func firstIndex(from day: Day, _ purchases: Purchases) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if purchases.day(middle) < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Book {
  /// A line's net amount, in minor units.
  fileprivate func amount(of line: Int, in receipt: Int) -> Int64 {
    amount(ofLine: line, receiptNet: purchases.amount[receipt])
  }
}

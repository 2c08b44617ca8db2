public import MemberBook
public import Programme

/// What is left of each line's amount after the goods: from its cost where the data have costs, else by assumption.
struct MarginTable: Sendable {
  private let overall: Int64?
  /// By code; nil where nothing is assumed for it.
  private let byCategory: [Int64?]
  private let byStore: [Int64?]
  private let hasCosts: Bool
  /// Whether every line's margin is known.
  let isKnown: Bool

  init(_ assumptions: [Assumption], _ book: Book) {
    let margins = assumptions.filter { $0.subject == .margin }
    let overall = margins.last { $0.part == nil }?.millionths
    func parts(_ table: NameTable) -> [Int64?] {
      (0..<table.count).map { code in
        code == 0 ? nil : margins.last { $0.part == table.name(code) }?.millionths
      }
    }
    self.overall = overall
    byCategory = parts(book.categories)
    byStore = parts(book.stores)
    hasCosts = !book.lines.cost.isEmpty
    let coversCategories = !book.lines.category.isEmpty && byCategory.dropFirst().allSatisfy { $0 != nil }
    let coversStores = !book.purchases.store.isEmpty && byStore.dropFirst().allSatisfy { $0 != nil }
    isKnown = hasCosts || overall != nil || coversCategories || coversStores
  }

  /// The margin that every line has, in millionths; nil where lines differ.
  var flat: Int64? {
    !hasCosts && byCategory.allSatisfy { $0 == nil } && byStore.allSatisfy { $0 == nil } ? overall : nil
  }

  /// The gross margin of a receipt, in millionths of a minor unit.
  func gross(of receipt: ReceiptFacts, _ book: Book) -> Int128 {
    if !hasCosts && byCategory.isEmpty && byStore.isEmpty { return Int128(receipt.net) * Int128(overall ?? 0) }
    var sum: Int128 = 0
    let store = book.storeCode(of: receipt.index)
    for line in book.purchases.lines(of: receipt.index) {
      sum += gross(ofLine: line, amount: book.amount(ofLine: line, receiptNet: receipt.net), store: store, book)
    }
    return sum
  }

  /// The gross margin of a line, in millionths of a minor unit; `store` is its receipt's code.
  @inline(__always)
  func gross(ofLine line: Int, amount: Int64, store: Int, _ book: Book) -> Int128 {
    if hasCosts, book.lines.cost[line] != 0 || overall == nil {
      return Int128(amount - book.lines.cost[line]) * 1_000_000
    }
    let category = book.categoryCode(ofLine: line)
    return Int128(amount) * Int128(byCategory[category] ?? byStore[store] ?? overall ?? 0)
  }
}

/// What is left of lines after the goods, by the same rule as in a replay.
public struct LineMargins: Sendable {
  private let table: MarginTable

  public init(_ assumptions: [Assumption], _ book: Book) { table = MarginTable(assumptions, book) }

  /// Whether every line's margin is known.
  public var isKnown: Bool { table.isKnown }

  /// The margin that every line has, in millionths; nil where lines differ.
  public var flat: Int64? { table.flat }

  /// In millionths of a minor unit; `store` is the code of the receipt's.
  public func gross(ofLine line: Int, amount: Int64, store: Int, _ book: Book) -> Int128 {
    table.gross(ofLine: line, amount: amount, store: store, book)
  }
}

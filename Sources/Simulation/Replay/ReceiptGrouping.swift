public import MemberBook
public import Messages
public import Quantities

/// Into which group of a table a receipt falls, besides its tier.
public enum Split: String, CaseIterable, Sendable {
  case tier, segment, store, month, category, channel

  /// What people call it; the same word in English.
  public var noun: Message {
    switch self {
    case .tier: Message("tier", zh: "等级")
    case .segment: Message("segment", zh: "分群")
    case .store: Message("store", zh: "门店")
    case .month: Message("month", zh: "月份")
    case .category: Message("category", zh: "品类")
    case .channel: Message("channel", zh: "渠道")
    }
  }
}

/// Receipts to groups: a small integer each.
public struct ReceiptGrouping: Sendable {
  public let split: Split?
  /// The groups' names, in the order of the table.
  public let names: [Message]
  /// By tick for months, by code of the store, channel or category else.
  private let groups: [Int32]
  private let codes: [UInt16]

  public var count: Int { max(names.count, 1) }
  var splitsLines: Bool { split == .category }

  /// Without a split, or by tier, there is no other group than the tier; nor by segment, whose members have outcomes of
  /// their own.
  public init(_ split: Split?, _ book: Book, range: DayRange) {
    self.split = split == .tier || split == .segment ? nil : split
    switch split {
    case nil, .tier, .segment:
      names = []
      groups = []
      codes = []
    case .month:
      let names = Costing.months(of: range)
      let origin = book.firstDay - 1
      let from = range.first.components
      groups = (0...max(range.last - origin, 0)).map { tick in
        let day = (origin + tick).components
        let month = (day.year - from.year) * 12 + day.month - from.month
        return Int32(min(max(month, 0), names.count - 1))
      }
      self.names = names.map { Message(verbatim: $0) }
      codes = []
    case .store: (names, groups, codes) = ReceiptGrouping.byCode(book.stores, book.purchases.store)
    case .channel: (names, groups, codes) = ReceiptGrouping.byCode(book.channels, book.purchases.channel)
    case .category: (names, groups, codes) = ReceiptGrouping.byCode(book.categories, book.lines.category)
    }
  }

  /// Groups in the order of their names, the blank one last.
  private static func byCode(_ table: NameTable, _ codes: [UInt16]) -> ([Message], [Int32], [UInt16]) {
    let order = (1..<max(table.count, 1)).sorted { table.name($0) < table.name($1) }
    var groups = [Int32](repeating: Int32(order.count), count: max(table.count, 1))
    for (group, code) in order.enumerated() { groups[code] = Int32(group) }
    let blank = Message("(blank)", zh: "（空白）")
    return (order.map { Message(verbatim: table.name($0)) } + [blank], groups, codes)
  }

  @inline(__always)
  func group(of receipt: ReceiptFacts) -> Int {
    switch split {
    case nil, .tier, .segment, .category: 0
    case .month: Int(groups[receipt.tick])
    case .store, .channel: codes.isEmpty ? count - 1 : Int(groups[Int(codes[receipt.index])])
    }
  }

  func group(of receipt: ReceiptFacts, line: Int) -> Int {
    codes.isEmpty ? count - 1 : Int(groups[Int(codes[line])])
  }

  /// The group of what happens without a receipt, as an action does: in no store, on no channel and of no category, which
  /// is the blank one.
  func group(ofDay tick: Int) -> Int {
    switch split {
    case nil, .tier, .segment: 0
    case .month: Int(groups[tick])
    case .store, .channel, .category: count - 1
    }
  }
}

extension Book {
  /// Whether the data can be split so.
  public func has(_ split: Split) -> Bool {
    switch split {
    case .tier, .segment, .month: true
    case .store: !purchases.store.isEmpty
    case .channel: !purchases.channel.isEmpty
    case .category: !lines.category.isEmpty
    }
  }
}

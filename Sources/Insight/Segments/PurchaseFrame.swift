import MemberBook
import Programme
import Quantities
import Simulation

/// A part of the purchases and the days that they are looked at on, as tables: what is added up of it is `PurchaseSums`.
struct PurchaseFrame: Sendable {
  /// Days as offsets from the book's first; none where `last` lies before `first`.
  let first: Int
  let last: Int
  /// Nil where every line counts.
  let part: CompiledPart?
  let needsItems: Bool
  let needsMargin: Bool
}

/// What a member's purchases within a frame come to.
struct PurchaseSums {
  /// In minor units.
  var spend: Int64 = 0
  var visits: Int64 = 0
  var purchases: Int64 = 0
  var returns: Int64 = 0
  /// In thousandths.
  var items: Int64 = 0
  /// In millionths of a minor unit.
  var margin: Int128 = 0
  /// Offsets of days; -1 where there is none.
  var lastPurchase = -1
  var firstVisit = -1
  var lastVisit = -1
  private var day = -1
  private var net: Int64 = 0

  @inline(__always)
  mutating func take(day: Int, net receipt: Int64, amount: Int64) {
    if day != self.day {
      closeDay()
      self.day = day
      net = 0
    }
    net += amount
    spend += amount
    if PurchaseRule.isPurchase(net: receipt) {
      purchases += 1
      lastPurchase = day
    } else {
      returns += 1
    }
  }

  @inline(__always)
  mutating func closeDay() {
    guard VisitRule.isVisit(net: net) else { return }
    visits += 1
    lastVisit = day
    if firstVisit < 0 { firstVisit = day }
  }
}

extension PurchaseFrame {
  /// What `member` bought of it.
  func sums(of member: Int, in book: Book, _ margins: LineMargins?) -> PurchaseSums {
    var sums = PurchaseSums()
    let purchases = book.purchases
    for receipt in purchases.range(of: member) {
      let day = Int(purchases.dayOffset[receipt])
      if day > last { break }
      if day < first { continue }
      let net = purchases.amount[receipt]
      if part == nil && !needsItems && !needsMargin {
        sums.take(day: day, net: net, amount: net)
        continue
      }
      take(receipt, day: day, net: net, of: book, margins, into: &sums)
    }
    sums.closeDay()
    return sums
  }

  /// A receipt whose lines are looked at.
  private func take(
    _ receipt: Int, day: Int, net: Int64, of book: Book, _ margins: LineMargins?, into sums: inout PurchaseSums
  ) {
    if let part, !part.takes(receipt, day: day, of: book) { return }
    var amount: Int64 = 0
    var isAny = false
    let store = book.storeCode(of: receipt)
    for line in book.purchases.lines(of: receipt) {
      let paid = book.amount(ofLine: line, receiptNet: net)
      if let part, !part.takes(line: line, paid: paid, of: book) { continue }
      isAny = true
      amount += paid
      if needsItems, !book.lines.quantity.isEmpty { sums.items += Int64(book.lines.quantity[line]) }
      if needsMargin, let margins { sums.margin += margins.gross(ofLine: line, amount: paid, store: store, book) }
    }
    if isAny { sums.take(day: day, net: net, amount: amount) }
  }
}

/// The filters of a part of the purchases, looked up rather than interpreted. Names that the data do not have let nothing
/// through.
struct CompiledPart: Sendable {
  /// By code; empty where every one counts.
  private var categories: [Bool] = []
  private var stores: [Bool] = []
  private var channels: [Bool] = []
  /// By day; empty where every one counts.
  private var days: [Bool] = []
  private var seconds: Range<Int32>?
  private var prices: ClosedRange<Int64>?

  /// The holidays that the part names are among `holidays`.
  init(_ part: PurchasePart, _ book: Book, _ holidays: [Holiday]) {
    let length = book.lastDay - book.firstDay + 1
    for filter in part.filters {
      switch filter {
      case .categories(let names): categories.narrow(to: names, book.categories)
      case .stores(let names): stores.narrow(to: names, book.stores)
      case .channels(let names): channels.narrow(to: names, book.channels)
      case .weekend: days.narrow(count: length) { (book.firstDay + $0).weekday.rawValue > 4 }
      case .workday: days.narrow(count: length) { (book.firstDay + $0).weekday.rawValue < 5 }
      case .weekdays(let wanted): days.narrow(count: length) { wanted.contains((book.firstDay + $0).weekday) }
      case .season(let from, let to):
        days.narrow(count: length) { offset in
          let parts = (book.firstDay + offset).components
          let today = YearDay(month: parts.month, day: parts.day)
          return from <= to ? today >= from && today <= to : today >= from || today <= to
        }
      case .holidays(let names, let before):
        let all = DayRange(book.firstDay, book.lastDay) ?? DayRange(book.firstDay)
        let wanted = holidays.filter { names.isEmpty || names.contains($0.name) }.flatMap { $0.ranges(around: all) }
          .map { range in before.map { range.first - $0..<range.first } ?? range.first..<range.last + 1 }
        days.narrow(count: length) { offset in wanted.contains { $0.contains(book.firstDay + offset) } }
      case .between(let from, let until):
        let slot = from.second..<until.second
        seconds = seconds.map { $0.clamped(to: slot) } ?? slot
      case .price(let low, let high):
        let present = prices ?? Int64.min...Int64.max
        let (bottom, top) = (max(present.lowerBound, low.minor), min(present.upperBound, high.minor))
        // Nothing costs as much as this.
        prices = bottom <= top ? bottom...top : Int64.max...Int64.max
      }
    }
  }

  /// Whether lines of the receipt may count.
  func takes(_ receipt: Int, day: Int, of book: Book) -> Bool {
    if !days.isEmpty && !days[day] { return false }
    if !stores.isEmpty && !stores[book.storeCode(of: receipt)] { return false }
    if !channels.isEmpty {
      let code = book.purchases.channel.isEmpty ? 0 : Int(book.purchases.channel[receipt])
      if !channels[code] { return false }
    }
    guard let seconds else { return true }
    return seconds.contains(book.purchases.second.isEmpty ? 0 : book.purchases.second[receipt])
  }

  func takes(line: Int, paid: Int64, of book: Book) -> Bool {
    if !categories.isEmpty && !categories[book.categoryCode(ofLine: line)] { return false }
    guard let prices else { return true }
    let pieces = book.lines.quantity.isEmpty ? 1000 : Int128(abs(Int64(book.lines.quantity[line])))
    // The price of a piece, times its pieces; a blank quantity is one.
    let size = Int128(paid.magnitude) * 1000
    let count = pieces == 0 ? 1000 : pieces
    return size >= Int128(prices.lowerBound) * count && size <= Int128(prices.upperBound) * count
  }
}

extension [Bool] {
  /// Lets only the codes of `names` through that went through before.
  fileprivate mutating func narrow(to names: [String], _ table: NameTable) {
    let wanted = Set(names.compactMap { table.code(of: $0) }.map { Int($0) })
    narrow(count: Swift.max(table.count, 1)) { wanted.contains($0) }
  }

  fileprivate mutating func narrow(count: Int, _ isIn: (Int) -> Bool) {
    self = (0..<count).map { (isEmpty || self[$0]) && isIn($0) }
  }
}

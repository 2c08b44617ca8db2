public import MemberBook
public import Messages
public import Numerics
public import Quantities
public import Simulation

/// Every store's tally, and that of all of them together, in three ranges that follow each other backwards.
public struct StoreTallies: Sendable {
  /// What a walk over the book asks for.
  public struct Question: Sendable {
    /// The latest first; none touches another.
    public let ranges: [DayRange]
    /// From how many purchases in a range on a member of the entry tier counts as stuck.
    public let stuckFrom: Int64
    /// By member, see `TierRises`; empty where there is one tier.
    public let firstAbove: [Int32]
    public let margins: LineMargins
    /// The store, or `StoreTallies.all(book)`, whose stuck members are named.
    public let focus: Int

    public init(
      ranges: [DayRange], stuckFrom: Int64, firstAbove: [Int32], margins: LineMargins, focus: Int
    ) {
      self.ranges = ranges
      self.stuckFrom = stuckFrom
      self.firstAbove = firstAbove
      self.margins = margins
      self.focus = focus
    }
  }

  /// By range, then by the code of the store; the last is of all stores.
  public let tallies: [[StoreTally]]
  /// Who is stuck in the latest range in the store that was asked for, by number in the book.
  public let stuck: [Int]

  /// Where all stores together stand.
  public static func all(_ book: Book) -> Int { book.stores.count }

  public init(_ book: Book, _ question: Question, _ job: Job = .unattended) throws(Diagnostic) {
    let bounds = book.purchases.sliceBounds(8)
    let parts = try job.map(bounds.count - 1) { piece in
      var walk = TallyWalk(book, question)
      for member in bounds[piece]..<bounds[piece + 1] { walk.take(member) }
      return walk
    }
    var total = TallyWalk(book, question)
    for part in parts { total.add(part) }
    total.takeWalkIns()
    tallies = total.tallies
    stuck = total.stuck
  }
}

/// Goes through members one by one.
private struct TallyWalk: Sendable {
  /// What one member did in one store within one range.
  private struct Visits: Sendable {
    var activity = MemberActivity()
    var spend: Int64 = 0
    var latest = -1
    var dayNet: Int64 = 0
    var isTouched = false

    mutating func take(_ net: Int64, on day: Int) {
      let before = latest == day ? dayNet : 0
      (latest, dayNet) = (day, before + net)
      activity.visits += VisitRule.change(from: before, adding: net)
      activity.purchases += PurchaseRule.isPurchase(net: net) ? 1 : 0
      spend += net
    }
  }

  private(set) var tallies: [[StoreTally]]
  private(set) var stuck: [Int] = []
  private let book: Book
  private let question: StoreTallies.Question
  /// Offsets of the ranges' days from the book's first.
  private let spans: [ClosedRange<Int>]
  private let all: Int
  /// By range and store, as far as the present member touched them.
  private var visits: [[Visits]]
  private var touched: [Int] = []

  init(_ book: Book, _ question: StoreTallies.Question) {
    self.book = book
    self.question = question
    spans = question.ranges.map { ($0.first - book.firstDay)...($0.last - book.firstDay) }
    all = StoreTallies.all(book)
    tallies = question.ranges.map { _ in [StoreTally](repeating: StoreTally(), count: book.stores.count + 1) }
    visits = question.ranges.map { _ in [Visits](repeating: Visits(), count: book.stores.count + 1) }
  }

  mutating func add(_ other: TallyWalk) {
    for (place, found) in other.tallies.enumerated() {
      for store in found.indices { tallies[place][store].add(found[store]) }
    }
    stuck += other.stuck
  }

  mutating func take(_ member: Int) {
    var first: (day: Int, store: Int)?
    for receipt in book.purchases.range(of: member) {
      let day = Int(book.purchases.dayOffset[receipt])
      if let latest = spans.first, day > latest.upperBound { break }
      let net = book.purchases.amount[receipt]
      let store = book.storeCode(of: receipt)
      if first == nil, PurchaseRule.isPurchase(net: net) { first = (day, store) }
      guard let place = spans.firstIndex(where: { $0.contains(day) }) else { continue }
      touch(store)
      touch(all)
      visits[place][store].take(net, on: day)
      visits[place][all].take(net, on: day)
    }
    guard !touched.isEmpty else { return }
    for store in touched {
      for place in spans.indices { count(member, in: place, store) }
    }
    if let first, let place = spans.firstIndex(where: { $0.contains(first.day) }) {
      for store in [first.store, all] {
        tallies[place][store][.newcomers] += 1
        tallies[place][store][.newcomerSpend] += visits[place][store].spend
      }
    }
    for store in touched {
      for place in spans.indices { visits[place][store] = Visits() }
    }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func touch(_ store: Int) {
    guard !visits[0][store].isTouched else { return }
    visits[0][store].isTouched = true
    touched.append(store)
  }

  private mutating func count(_ member: Int, in place: Int, _ store: Int) {
    let own = visits[place][store]
    tallies[place][store][.spend] += own.spend
    if own.activity.isActive {
      tallies[place][store][.active] += 1
      tallies[place][store][.purchases] += own.activity.purchases
      tallies[place][store].spends.append(own.spend)
      if own.activity.isRepeating { tallies[place][store][.repeating] += 1 }
      if own.activity.purchases >= question.stuckFrom, neverRose(member, by: spans[place].upperBound) {
        tallies[place][store][.stuck] += 1
        tallies[place][store][.stuckSpend] += own.spend
        if place == 0, store == question.focus { stuck.append(member) }
      }
    } else if place + 1 < spans.count, visits[place + 1][store].activity.isActive {
      tallies[place][store][.lost] += 1
      tallies[place][store][.lostSpend] += visits[place + 1][store].spend
      if visits[place][all].activity.isActive { tallies[place][store][.lostElsewhere] += 1 }
    }
  }

  /// Days are offsets, ticks count from the day before the first.
  private func neverRose(_ member: Int, by day: Int) -> Bool {
    !question.firstAbove.isEmpty && Int(question.firstAbove[member]) > day + 1
  }

  mutating func takeWalkIns() {
    for receipt in book.purchases.walkIns {
      let day = Int(book.purchases.dayOffset[receipt])
      guard let place = spans.firstIndex(where: { $0.contains(day) }) else { continue }
      let (net, store) = (book.purchases.amount[receipt], book.storeCode(of: receipt))
      var gross: Int128 = 0
      if question.margins.isKnown {
        for line in book.purchases.lines(of: receipt) {
          let amount = book.amount(ofLine: line, receiptNet: net)
          gross += question.margins.gross(ofLine: line, amount: amount, store: store, book)
        }
      }
      for scope in [store, all] {
        tallies[place][scope][.walkIns] += net
        tallies[place][scope].walkInGross += gross
      }
    }
  }
}

public import Messages
import Numerics

/// Purchases that a member seems to have twice, though their rows differ and were not merged. Receipts without an id,
/// returns and walk-ins are left out. Where the number of more than 1 in 100 receipts was there before with another
/// amount, numbers start again and again and tell nothing: only the third kind is looked for then.
public struct RepeatedReceipts: Sendable, Equatable {
  /// How a receipt repeats an earlier one.
  public enum Kind: String, CaseIterable, Sendable {
    /// The same id and net amount on another day or in another store.
    case sameAmount = "same number and amount, other day or store"
    /// The same id on another day or in another store, with another net amount.
    case otherAmount = "same number, other day or store, other amount"
    /// The same day, time of day, other than midnight, and lines under another id. A line is its category, amount and quantity.
    case otherNumber = "same time and lines, other number"
    /// Every line stands in the receipt equally often, more than once, as in an export whose rows are told apart by a
    /// running number or a time of printing. Receipts of one article bought several times look the same: they count only
    /// where such a receipt has several articles, or where most receipts of several lines are like that.
    case everyLineAgain = "every line several times"

    /// For people; the raw value is its English.
    public var title: Message {
      switch self {
      case .sameAmount: titled(zh: "单号和金额相同，日期或门店不同")
      case .otherAmount: titled(zh: "单号相同，日期或门店不同，金额不同")
      case .otherNumber: titled(zh: "时间和各行相同，单号不同")
      case .everyLineAgain: titled(zh: "每一行都重复多次")
      }
    }

    private func titled(zh chinese: Wording) -> Message { Message(Wording(stringLiteral: rawValue), zh: chinese) }
  }

  /// One such pair of receipts.
  public struct Example: Sendable, Equatable {
    /// How the second repeats the first.
    public let kind: Kind
    /// Whose they are.
    public let member: Int
    /// The two receipts in the order of the book.
    public let first: Int
    /// The later one; the same as `first` where a receipt repeats itself.
    public let second: Int
  }

  /// By kind, in the order of `Kind.allCases`: pairs of a receipt and the one before it that it repeats.
  public let counts: [(kind: Kind, receipts: Int)]
  /// By kind, then in the order of the book.
  public let examples: [Example]
  /// Whether so many receipts have an earlier one's number and another amount, more than one in 100, that numbers are taken
  /// to start again from time to time; then a number that comes again says nothing and is not counted.
  public let numbersStartAgain: Bool

  /// How many receipts repeat an earlier one, of any kind.
  public var count: Int { counts.reduce(0) { $0 + $1.receipts } }

  /// Nil where no receipt has an id.
  init?(in book: Book, _ job: Job) throws(Diagnostic) {
    guard let words = book.purchases.receipts?.texts.words else { return nil }
    let purchases = book.purchases
    var again = DoubledReceipts()
    var numbered = 0
    var found: [Kind: [Example]] = [:]
    var work: [(word: UInt64, receipt: Int)] = []
    try book.forEachOwner(job) { owner, receipts in
      guard let owner else { return }
      work.removeAll(keepingCapacity: true)
      var isAscending = true
      for receipt in receipts where words[receipt] != 0 && purchases.amount[receipt] >= 0 {
        if let last = work.last, words[receipt] <= last.word { isAscending = false }
        work.append((words[receipt], receipt))
        again.look(at: receipt, of: owner, in: book)
      }
      numbered += work.count
      if !isAscending {
        work.sort { $0 < $1 }
        for place in work.indices.dropFirst() where work[place].word == work[place - 1].word {
          let (one, other) = (work[place - 1].receipt, work[place].receipt)
          let kind: Kind = purchases.amount[one] == purchases.amount[other] ? .sameAmount : .otherAmount
          found[kind, default: []].append(Example(kind: kind, member: owner, first: one, second: other))
        }
      }
      for (one, other) in book.sameMoments(in: receipts, words) {
        found[.otherNumber, default: []].append(Example(kind: .otherNumber, member: owner, first: one, second: other))
      }
    }
    if again.isTelling { found[.everyLineAgain] = again.found }
    numbersStartAgain = (found[.otherAmount]?.count ?? 0) > max(1, numbered / 100)
    if numbersStartAgain { (found[.sameAmount], found[.otherAmount]) = (nil, nil) }
    counts = Kind.allCases.compactMap { kind in found[kind].map { (kind, $0.count) } }
    examples = Kind.allCases.flatMap { (found[$0] ?? []).prefix(Quality.keptExamples) }
  }

  /// The same counts and examples.
  public static func == (one: RepeatedReceipts, other: RepeatedReceipts) -> Bool {
    one.examples == other.examples && one.numbersStartAgain == other.numbersStartAgain
      && one.counts.elementsEqual(other.counts, by: ==)
  }
}

extension Book {
  /// Pairs of a member's receipts of one moment, with other ids but the same lines.
  fileprivate func sameMoments(in receipts: Range<Int>, _ words: [UInt64]) -> [(Int, Int)] {
    guard hasTimes else { return [] }
    let (second, day) = (purchases.second, purchases.dayOffset)
    var pairs: [(Int, Int)] = []
    var from = receipts.lowerBound
    while from < receipts.upperBound {
      var end = from + 1
      while end < receipts.upperBound, second[end] == second[from], day[end] == day[from] { end += 1 }
      if end - from > 1, second[from] != 0 {
        let run = (from..<end).filter { words[$0] != 0 && purchases.amount[$0] >= 0 }.map { (content(of: $0), $0) }
          .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0.lexicographicallyPrecedes($1.0) }
        for (one, other) in zip(run, run.dropFirst()) where one.0 == other.0 && words[one.1] != words[other.1] {
          pairs.append((one.1, other.1))
        }
      }
      from = end
    }
    return pairs
  }

  /// The lines of a receipt as numbers, whatever their order: net amount, then category, amount and quantity of each.
  private func content(of receipt: Int) -> [Int64] { [purchases.amount[receipt]] + lineFacts(of: receipt).joined() }

  /// Category, amount and quantity of each of a receipt's lines, in an order of their own.
  func lineFacts(of receipt: Int) -> [[Int64]] {
    let net = purchases.amount[receipt]
    return purchases.lines(of: receipt).map { line in
      [
        Int64(categoryCode(ofLine: line)), amount(ofLine: line, receiptNet: net),
        lines.quantity.isEmpty ? 0 : Int64(lines.quantity[line]),
      ]
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

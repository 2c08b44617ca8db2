import Messages
import Numerics
public import Quantities

/// Amounts far from what is usual in their category; where lines have none, in their store; where there is none either, in
/// all data. Sizes are compared, returns with purchases; amounts of 0 are left out. Fewer than 100 amounts of one kind are
/// held against all data, and fewer than 30 in all against nothing. The rule is `AmountScale.firstFarStep`'s.
public struct AmountOutliers: Sendable, Equatable {
  /// What amounts are compared within.
  public enum Basis: Sendable { case category, store, all }

  /// One amount that is far from what is usual.
  public struct Example: Sendable, Equatable {
    /// Nil for a walk-in.
    public let member: Int?
    /// Its number in the book.
    public let receipt: Int
    /// When it was.
    public let day: Day
    /// In minor units.
    public let amount: Int64
    /// The median size that it was held against.
    public let usual: Int64
    /// The category's or store's code; nil where it was held against all data.
    public let kind: Int?
    /// Whether a hundredth of it would be nothing special, lying between the first and the last decile: as though the
    /// decimal point had been lost.
    public let isHundredfold: Bool
  }

  /// What an amount is compared with.
  public let basis: Basis
  /// Whether there are amounts enough to say what is usual.
  public let canTell: Bool
  /// How many there are.
  public private(set) var count = 0
  /// How many of them would be usual at a hundredth.
  public private(set) var hundredfold = 0
  /// The largest of them, first.
  public private(set) var examples: [Example] = []

  /// More kinds than these are too many to learn what is usual in each.
  private static let mostKinds = 2_048

  init(in book: Book, _ job: Job) throws(Diagnostic) {
    if !book.lines.category.isEmpty, book.categories.count <= Self.mostKinds {
      basis = .category
    } else {
      basis = !book.purchases.store.isEmpty && book.stores.count <= Self.mostKinds ? .store : .all
    }
    let kinds =
      switch basis {
      case .category: book.categories.count
      case .store: book.stores.count
      case .all: 1
      }
    var scales = Array(repeating: AmountScale(), count: kinds)
    try book.forEachAmount(basis, job) { if $0.step > 0 { scales[$0.kind].add(step: $0.step) } }
    canTell = scales.reduce(0) { $0 + $1.total } >= AmountStandards.leastInAll
    let standards = AmountStandards(scales)
    guard standards.findsAny else { return }

    var found: [LineAmount] = []
    var sizes = [[UInt64]](repeating: [], count: kinds + 1)
    try book.forEachAmount(basis, job) { line in
      guard line.step > 0 else { return }
      func note(_ kind: Int) {
        if standards.wantsMedian[kind], line.step == standards.medianStep[kind] {
          sizes[kind].append(line.amount.magnitude)
        }
      }
      note(line.kind)
      note(kinds)
      if line.step >= standards.firstFar[standards.standard[line.kind]] { found.append(line) }
    }
    let exact = standards.settled(by: sizes)
    func example(_ found: LineAmount) -> Example {
      let standard = exact.standard[found.kind]
      return Example(
        member: found.owner, receipt: found.receipt, day: book.purchases.day(found.receipt), amount: found.amount,
        usual: Int64(clamping: exact.median[standard]), kind: basis == .all || standard == kinds ? nil : found.kind,
        isHundredfold: exact.common[standard].contains(AmountScale.step(of: found.amount.magnitude / 100)))
    }
    count = found.count
    hundredfold = found.count { example($0).isHundredfold }
    examples = found.kept { ($1.amount.magnitude, $0.receipt) < ($0.amount.magnitude, $1.receipt) }.map(example)
  }
}

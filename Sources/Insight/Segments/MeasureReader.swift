import MemberBook
import Quantities
import Simulation

/// What compiled measures come to of a member.
struct MeasureReader: Sendable {
  let book: Book
  /// The offset of the last day that counts.
  let asOf: Int
  let margins: LineMargins?
  let frames: [PurchaseFrame]
  let columns: [[Int64]]

  init(_ compiler: SegmentCompiler) {
    book = compiler.book
    asOf = compiler.sources.asOf - compiler.book.firstDay
    margins = compiler.sources.margins
    frames = compiler.purchaseFrames
    columns = compiler.columns
  }

  /// An exact value; its denominator is above 0.
  typealias Fraction = (numerator: Int128, denominator: Int128)

  /// What the member bought within each frame; `sums` has one for each.
  func read(_ member: Int, into sums: inout [PurchaseSums]) {
    for frame in frames.indices { sums[frame] = frames[frame].sums(of: member, in: book, margins) }
  }

  /// Nil where it is not known of the member, whose `sums` are those of `read`.
  @inline(__always)
  func value(_ source: SegmentTest.Source, of member: Int, _ sums: [PurchaseSums]) -> Fraction? {
    switch source {
    case .spend(let frame): return (Int128(sums[frame].spend), 1)
    case .visits(let frame): return (Int128(sums[frame].visits), 1)
    case .purchases(let frame): return (Int128(sums[frame].purchases), 1)
    case .returns(let frame): return (Int128(sums[frame].returns), 1)
    case .items(let frame): return (Int128(sums[frame].items), 1)
    case .margin(let frame): return (sums[frame].margin, 1)
    case .bought(let frame): return sums[frame].purchases > 0 ? (1, 1) : nil
    case .basket(let frame):
      let sum = sums[frame]
      return sum.purchases > 0 ? (Int128(sum.spend), Int128(sum.purchases)) : nil
    case .itemsPerPurchase(let frame):
      let sum = sums[frame]
      return sum.purchases > 0 ? (Int128(sum.items), Int128(sum.purchases) * 1000) : nil
    case .recency(let frame):
      let last = sums[frame].lastPurchase
      return last >= 0 ? (Int128(asOf - last), 1) : nil
    case .gap(let frame):
      let sum = sums[frame]
      return sum.visits > 1 ? (Int128(sum.lastVisit - sum.firstVisit), Int128(sum.visits - 1)) : nil
    case .share(let part, let whole):
      let all = sums[whole].spend
      return all > 0 ? (Int128(sums[part].spend), Int128(all)) : nil
    case .column(let column):
      let value = columns[column][member]
      return value != MeasureColumn.unknown ? (Int128(value), 1) : nil
    }
  }
}
